/**
 * The shape of every ceremony route: same origin only, JSON of a bounded size, one uniform refusal whatever was wrong,
 * never a server error for what was sent, and a slower answer for a source that keeps failing.
 */
import { NextResponse } from 'next/server'
import { ZodError } from 'zod'
import { isDatabaseAway } from '@/db/client'
import { problemsOf } from '@/lib/access/door'
import { NotConfirmed, Refused, TooMany } from '@/lib/access/outcome'
import { countAttempt, type Limit, withinLimit } from '@/lib/attempts/store'
import { environment } from '@/lib/env'
import { CeremonyRefused } from '@/lib/passkeys/refusal'

const mostBytes = 64 * 1024
/** Generous for an office behind one address; a flood is turned away until the minute is over. */
const asked: Limit = { name: 'ceremony', per: 600, seconds: 60 }
const failed: Limit = { name: 'ceremony_failed', per: 10, seconds: 300 }

/** Who sent this, as the server in front saw it; never what the sender says of itself. */
export const sourceOf = (request: Request) => request.headers.get('x-muster-client') ?? 'unknown'

/** Whether a request that changes something comes from our own pages. No Origin and no fetch metadata: refused. */
export function fromOurPages(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  return request.headers.get('origin') === environment().origin
}

export function ceremony(run: (body: unknown, request: Request) => Promise<unknown>) {
  return async (request: Request): Promise<Response> => {
    try {
      if (!fromOurPages(request)) throw new CeremonyRefused('origin')
      await withinLimit(asked, sourceOf(request))
      return answer(200, await run(await bodyOf(request), request))
    } catch (error) {
      return refusalOf(error, request)
    }
  }
}

/** Slows down a source that fails again and again; whoever gets it right is not held up. */
export async function slowDown(request: Request): Promise<void> {
  const failures = await countAttempt(failed, sourceOf(request))
  if (failures > failed.per) await new Promise((done) => setTimeout(done, 700))
}

export const uniformRefusal = () => answer(400, { refused: true })

async function refusalOf(error: unknown, request: Request): Promise<Response> {
  if (error instanceof TooMany)
    return answer(429, { refused: true }, { 'retry-after': String(error.retryAfterSeconds) })
  if (isDatabaseAway(error)) return answer(503, { away: true }, { 'retry-after': '5' })
  if (error instanceof ZodError) return answer(422, { problems: problemsOf(error) })
  if (error instanceof NotConfirmed) return answer(403, { confirm: error.message })
  if (!(error instanceof CeremonyRefused || error instanceof Refused || error instanceof SyntaxError)) {
    console.error(
      JSON.stringify({ at: new Date().toISOString(), event: 'ceremony.bug', error: nameOf(error) }),
    )
  }
  await slowDown(request).catch(() => {})
  return uniformRefusal()
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error)

async function bodyOf(request: Request): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    throw new CeremonyRefused('envelope')
  const text = await request.text()
  if (text.length > mostBytes) throw new CeremonyRefused('envelope')
  return text === '' ? {} : JSON.parse(text)
}

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return NextResponse.json(body ?? {}, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
