/** What every request passes before anything of ours or of Next's reads it. */
import type { IncomingMessage, ServerResponse } from 'node:http'

export type FrontSettings = { origin: string; trustProxy: boolean }

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS']
/** Bytes of body at most. */
export const mostBytes = (path: string) => (/^\/api(\/|$)/.test(path) ? 64 * 1024 : 2 * 1024 * 1024)
/** Bytes read and thrown away after a refusal, so that the sender gets to read it. */
const drainBytes = 8 * 1024 * 1024

/**
 * Sets what the app may believe about where a request comes from: the address as configured, never as sent, and the
 * sender's address as seen, or as the one trusted proxy saw it (ASVS V4.1.3).
 */
export function setOrigin(request: IncomingMessage, settings: FrontSettings): void {
  const headers = request.headers
  const forwarded = settings.trustProxy ? headers['x-forwarded-for'] : undefined
  for (const name of Object.keys(headers))
    if (/^(x-forwarded-|x-middleware-|x-muster-|x-real-ip$|forwarded$)/.test(name)) delete headers[name]
  const { host, protocol, port } = new URL(settings.origin)
  const client = lastOf(forwarded) ?? plain(request.socket.remoteAddress)
  headers.host = host
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  headers['x-forwarded-port'] = port || (protocol === 'https:' ? '443' : '80')
  headers['x-forwarded-for'] = client
  headers['x-muster-client'] = client
}

/**
 * Answers 400, 403, 405 or 413 and returns true where the request may not go on. A body without a length is counted on
 * its way.
 */
export function refuses(
  request: IncomingMessage,
  response: ServerResponse,
  settings: Pick<FrontSettings, 'origin'>,
): boolean {
  if (!methods.includes(request.method ?? '')) {
    response.setHeader('allow', methods.join(', '))
    refuse(request, response, 405, 'Method not allowed')
    return true
  }
  // The absolute form is as good as the path in it (RFC 9112, section 3.2.2); its host counts as little as any other.
  request.url = request.url?.replace(/^https?:\/\/[^/?#]*(?=\/|$)/i, '') || '/'
  if (!request.url.startsWith('/')) {
    refuse(request, response, 400, 'Bad request')
    return true
  }
  const path = request.url.split('?', 1)[0] ?? '/'
  const most = mostBytes(path)
  if (Number(request.headers['content-length'] ?? 0) > most) {
    refuse(request, response, 413, 'Too large')
    return true
  }
  if (request.method === 'POST' && !answersStrangers.test(path) && !fromOurPages(request, settings.origin)) {
    refuse(request, response, 403, 'Not from this site')
    return true
  }
  if (request.headers['transfer-encoding'] !== undefined) countBody(request, response, most)
  return false
}

/** Routes that look at the sender themselves, to refuse all in one way, or take what any browser reports. */
const answersStrangers = /^\/api\/(reports|(passkeys|auth)(\/[\w-]+)+)$/

/**
 * Browsers name the site on everything that changes something; who names none, or another, is not our page
 * (ASVS V3.5.1). Next itself would let a request without Origin reach an action.
 */
function fromOurPages({ headers }: IncomingMessage, origin: string): boolean {
  const site = headers['sec-fetch-site']
  return headers.origin === origin && (site === undefined || site === 'same-origin')
}

/** Answers without having read the body, and reads on for a while so that the answer arrives. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(`${text}\n`)
  let drained = 0
  const close = () => request.socket.destroy()
  const late = setTimeout(close, 5000).unref()
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length
    if (drained > drainBytes) close()
  })
  request.on('close', () => clearTimeout(late))
}

/**
 * The parser hands each piece of a body to `push`; what comes after the limit is not handed on, and the request never
 * ends for whoever reads it, so that a cut body is never taken for a whole one.
 */
function countBody(request: IncomingMessage, response: ServerResponse, most: number): void {
  const push = request.push.bind(request)
  let seen = 0
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    const before = seen
    seen += chunk?.length ?? 0
    if (seen <= most) return push(chunk, encoding)
    if (before <= most) {
      if (!response.headersSent)
        response.writeHead(413, { 'content-type': 'text/plain', connection: 'close' }).end('Too large\n')
      setTimeout(() => request.destroy(new Error('Too large')), 1000).unref()
    } else if (seen > drainBytes) request.destroy(new Error('Too large'))
    return true
  }
}

function lastOf(forwarded: string | string[] | undefined): string | undefined {
  return (
    plain(
      String(forwarded ?? '')
        .split(',')
        .at(-1)
        ?.trim(),
    ) || undefined
  )
}

/** An IPv4 address written as IPv6 is the same address. */
function plain(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:(?=\d+\.)/, '')
}
