/**
 * Next answers a page that failed with an empty one that scripts fill in. Here it gets words before it leaves, so that
 * it says what happened without scripts too; and 503 where the database is away, which whoever asks may ask again.
 */
import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { awayDigest } from '@/db/away'
import { away, fault, product } from '../words/shell'

/** Holds back what is written to this answer once it turns out to be a page with status 500, and ends it with ours. */
export function withFaultPage(response: ServerResponse, nonce: string): void {
  const writeHead = response.writeHead.bind(response)
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  const held: Buffer[] = []
  let failed = false

  response.writeHead = (...head: unknown[]) => {
    failed ||= Number(head[0]) === 500 && isPage(response, head.at(-1))
    return failed ? response : Reflect.apply(writeHead, response, head)
  }
  response.write = (...args: unknown[]) => {
    if (!(failed || startsFailed())) return Reflect.apply(write, response, args)
    hold(args)
    callback(args)?.()
    return true
  }
  response.end = (...args: unknown[]) => {
    if (!(failed || startsFailed())) return Reflect.apply(end, response, args)
    hold(args)
    const { status, page } = faultPage(told(held, response.getHeader('content-encoding')), nonce)
    for (const name of ['content-encoding', 'content-length', 'etag', 'link', 'transfer-encoding'])
      response.removeHeader(name)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (status === 503) response.setHeader('retry-after', '5')
    writeHead(status)
    return end(page, callback(args))
  }

  /** Node writes the head itself when nobody did before the first piece. */
  function startsFailed(): boolean {
    failed ||= !response.headersSent && response.statusCode === 500 && isPage(response)
    return failed
  }
  function hold([piece, encoding]: unknown[]): void {
    if (typeof piece === 'string')
      held.push(
        Buffer.from(piece, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'),
      )
    else if (piece instanceof Uint8Array) held.push(Buffer.from(piece))
  }
}

/** @returns the page and its status for what Next wrote; the number in it is the one under which the log has it. */
function faultPage(html: string, nonce: string): { status: 500 | 503; page: string } {
  const number = /digest\\?":\\?"([\w-]{1,40})/.exec(html)?.[1]
  const isAway = number === awayDigest
  const words = isAway ? away : fault
  const reference = number && !isAway ? `<p>${fault.reference(number)}</p>` : ''
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="/icon.svg"><title>${words.title} – ${product}</title>
<style nonce="${nonce}">:root{color-scheme:light dark;font:100%/1.5 system-ui,sans-serif}
main{max-width:66ch;margin:0 auto;padding:16px}a{display:inline-block;padding:10px 16px 10px 0}</style></head>
<body><main><h1>${words.title}</h1><p>${words.lead}</p>${reference}
<p><a href="">${fault.again}</a> <a href="/">${fault.back}</a></p></main></body></html>
`
  return { status: isAway ? 503 : 500, page }
}

function isPage(response: ServerResponse, given?: unknown): boolean {
  const type = contentType(given) ?? response.getHeader('content-type')
  return String(type ?? '').startsWith('text/html')
}

function contentType(given: unknown): OutgoingHttpHeader | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined
  const headers: OutgoingHttpHeaders = { ...given }
  return headers['content-type'] ?? headers['Content-Type']
}

const callback = (args: unknown[]) => {
  const last = args.at(-1)
  return typeof last === 'function' ? () => void Reflect.apply(last, undefined, []) : undefined
}

function told(pieces: Buffer[], encoding: OutgoingHttpHeader | undefined): string {
  const bytes = Buffer.concat(pieces)
  const unpack = { gzip: gunzipSync, br: brotliDecompressSync, deflate: inflateSync }[String(encoding)]
  try {
    return (unpack ? unpack(bytes) : bytes).toString()
  } catch {
    return ''
  }
}
