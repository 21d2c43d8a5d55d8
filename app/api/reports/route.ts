import { type Stopped, stoppedBy } from '@/lib/installation/reports'

const mostBytes = 16 * 1024
/** Each kind is written once while the process lives: a broken page would otherwise write with every visit. */
const written = new Set<string>()

/** What a browser says that the content policy stopped (ASVS V3.4.7). Anyone may send; nothing personal is kept. */
export async function POST(request: Request): Promise<Response> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= mostBytes)) return new Response(null, { status: 413 })
  const body: unknown = await request.json().catch(() => null)
  for (const stopped of stoppedBy(body)) writeOnce(stopped)
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
}

function writeOnce(stopped: Stopped): void {
  const key = `${stopped.directive} ${stopped.blocked}`
  if (written.has(key)) return
  written.add(key)
  console.warn(JSON.stringify({ at: new Date().toISOString(), event: 'csp.stopped', ...stopped }))
}
