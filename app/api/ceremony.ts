/**
 * The shape of every ceremony route: same origin only, JSON of a bounded size, one uniform refusal whatever was wrong,
 * never a server error for what was sent, and a slower answer for a source that keeps failing.
 */
import { NextResponse } from 'next/server'
import { isDatabaseAway } from '@/lib/access/away'
import { NotConfirmed, Problems, Refused, TooMany } from '@/lib/access/outcome'
import { countAttempt, type Limit, withinLimit } from '@/lib/attempts/store'
import { environment } from '@/lib/env'
import { noteRefusal } from '@/lib/passkeys/commands/refused'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import type { Ceremony } from '@/lib/vocabulary'

const mostBytes = 64 * 1024
/** Generous for an office behind one address; a flood is turned away until the minute is over. */
const asked: Limit = { name: 'ceremony', per: 600, seconds: 60 }
const failed: Limit = { name: 'ceremony_failed', per: 10, seconds: 300 }
/** Refusals of one source that are written down in one window: the audit log keeps everything for ever. */
const mostWritten = 60

/** Who sent this, as the server in front saw it; never what the sender says of itself. */
const sourceOf = (request: Request) => request.headers.get('x-muster-client') ?? 'unknown'

/** Whether a request that changes something comes from our own pages. No Origin and no fetch metadata: refused. */
export function fromOurPages(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  return request.headers.get('origin') === environment().origin
}

/** A route that takes JSON and answers JSON, or the refusal. `kind`: under which name a refusal is written down. */
export function ceremony(kind: Ceremony, run: (body: unknown) => Promise<unknown>) {
  return (request: Request): Promise<Response> =>
    answering(kind, request, async () => answer(200, await run(await bodyOf(request))))
}

/** The same for a route that reads and answers in its own way. */
export async function answering(
  kind: Ceremony,
  request: Request,
  run: () => Promise<Response>,
): Promise<Response> {
  try {
    if (!fromOurPages(request)) throw new CeremonyRefused('origin')
    await withinLimit(asked, sourceOf(request))
    return await run()
  } catch (error) {
    if (error instanceof TooMany)
      return answer(429, { refused: true }, { 'retry-after': String(error.retryAfterSeconds) })
    if (isDatabaseAway(error)) return answer(503, { away: true }, { 'retry-after': '5' })
    if (error instanceof Problems) return answer(422, { problems: error.problems })
    if (error instanceof NotConfirmed) return answer(403, { confirm: error.message })
    await noteAndSlowDown(kind, request, error).catch(() => {})
    return answer(400, { refused: true })
  }
}

/** Writes the refusal down, and slows down a source that fails again and again; a right answer is never held up. */
async function noteAndSlowDown(kind: Ceremony, request: Request, error: unknown): Promise<void> {
  const failures = await countAttempt(failed, sourceOf(request))
  if (failures <= mostWritten) await noteRefusal({ ceremony: kind, reason: reasonOf(error) })
  else if (failures === mostWritten + 1) await noteRefusal({ ceremony: kind, reason: 'throttled' })
  if (failures > failed.per) await new Promise((done) => setTimeout(done, 700))
}

function reasonOf(error: unknown) {
  if (error instanceof CeremonyRefused) return error.reason
  if (error instanceof Refused) return 'not_signed_in'
  if (!(error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError'))) {
    // A fault of ours: from outside it looks like any refusal, so it must be seen here.
    const name = error instanceof Error ? error.name : typeof error
    console.error(JSON.stringify({ at: new Date().toISOString(), event: 'ceremony.bug', error: name }))
    return 'unexpected'
  }
  return 'envelope'
}

async function bodyOf(request: Request): Promise<unknown> {
  const json = request.headers.get('content-type')?.startsWith('application/json')
  const tooLong = Number(request.headers.get('content-length') ?? 0) > mostBytes
  if (!json || tooLong) throw new CeremonyRefused('envelope')
  const text = await request.text()
  if (text.length > mostBytes) throw new CeremonyRefused('envelope')
  return text === '' ? {} : JSON.parse(text)
}

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return NextResponse.json(body ?? {}, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
