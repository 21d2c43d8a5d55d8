import http, { type IncomingHttpHeaders } from 'node:http'
import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '@/db/rig/server'
import { type Serving, serve } from '@/lib/installation/serve'

const ours = 'https://muster.example.org'
type Seen = { headers: IncomingHttpHeaders; bytes: number }
let serving: Serving | undefined
afterEach(() => serving?.stop(0))

/** A server whose app reads the whole body and answers with what it was given; /slow takes half a second, /never for ever. */
async function started(settings: Partial<{ origin: string; trustProxy: boolean }> = {}) {
  const port = await freePort()
  const seen: Seen[] = []
  const paths: string[] = []
  const cut: string[] = []
  serving = await serve(
    async (request, response) => {
      let bytes = 0
      paths.push(request.url ?? '')
      try {
        for await (const chunk of request) bytes += chunk.length
      } catch {
        cut.push(request.url ?? '')
        return
      }
      seen.push({ headers: { ...request.headers }, bytes })
      if (request.url === '/slow') await new Promise((resolve) => setTimeout(resolve, 500))
      if (request.url === '/never') await new Promise(() => {})
      if (request.url === '/bug') throw new Error('bug')
      response.end('done')
    },
    { host: '127.0.0.1', port, origin: ours, trustProxy: false, ...settings },
  )
  const at = `http://127.0.0.1:${port}`
  return { at, port, seen, cut, paths }
}

/** Sends exactly this text, and answers with everything that comes back until the connection ends or is quiet. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text))
    socket.setTimeout(1500, () => socket.destroy())
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(heard))
  })
}

describe('what comes in', () => {
  it('carries the address as configured and the sender’s as seen, whatever it says itself', async () => {
    const { at, seen } = await started()
    await fetch(at, {
      headers: {
        'x-forwarded-host': 'evil.test',
        'x-forwarded-proto': 'http',
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-prefix': '/evil',
        'x-real-ip': '203.0.113.9',
        forwarded: 'for=203.0.113.9',
        'x-middleware-subrequest': 'proxy',
        'x-middleware-next': '1',
        'x-muster-client': '203.0.113.9',
        'x-muster-role': 'administrator',
        'x-other': 'kept',
      },
    })
    const headers = seen[0]?.headers ?? {}
    const ours = Object.entries(headers).filter(([name]) => /^(x-|host$|forwarded)/.test(name))
    expect(Object.fromEntries(ours)).toEqual({
      host: 'muster.example.org',
      'x-forwarded-host': 'muster.example.org',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '443',
      'x-forwarded-for': '127.0.0.1',
      'x-muster-client': '127.0.0.1',
      'x-other': 'kept',
    })
  })

  it('comes from whom the trusted proxy says, and from nobody earlier in the list', async () => {
    const { at, seen } = await started({ trustProxy: true })
    await fetch(at, { headers: { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' } })
    await fetch(at)
    expect(seen.map(({ headers }) => headers['x-muster-client'])).toEqual(['203.0.113.9', '127.0.0.1'])
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE'])('is refused by method: %s', async (method) => {
    const { port, seen } = await started()
    const answer = await raw(port, `${method} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 405 /)
    expect(answer).toMatch(/\r\nallow: GET, HEAD, POST, OPTIONS\r\n/i)
    expect(seen).toEqual([])
  })

  it('is its path alone, whatever host it names on the first line', async () => {
    const { port, paths } = await started()
    const answer = (target: string) =>
      raw(port, `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    for (const target of [
      'http://evil.test',
      'HTTP://evil.test/',
      'https://a@evil.test:9/people?q=http://b/c',
    ])
      expect(await answer(target)).toMatch(/^HTTP\/1\.1 200 /)
    for (const target of ['*', 'people', 'ftp://evil.test/', 'http://evil.test?x'])
      expect(await answer(target)).toMatch(/^HTTP\/1\.1 400 /)
    expect(paths).toEqual(['/', '/', '/people?q=http://b/c'])
  })

  it.each([
    ['another site', { origin: 'https://evil.test' }],
    ['no site', {}],
    ['a site that hides', { origin: 'null' }],
    ['our name without encryption', { origin: 'http://muster.example.org' }],
    ['our name with another port', { origin: `${ours}:8443` }],
    ['a page of ours inside another site', { origin: ours, 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of the same domain', { origin: ours, 'sec-fetch-site': 'same-site' }],
  ])('changes nothing when it comes from %s', async (_, headers) => {
    const { at, seen } = await started()
    const status = async (path: string, method = 'POST') =>
      (await fetch(at + path, { method, headers })).status
    for (const path of ['/', '/accounts', '/sign-out', '/api/theme', '/exports/lines', '/api/reports/more'])
      expect(await status(path)).toBe(403)
    expect(seen).toEqual([])
    // These answer for themselves: the ceremonies in one way whatever is wrong, reports to every browser.
    for (const path of ['/api/passkeys/sign-in/options', '/api/auth/callback/passkey', '/api/reports'])
      expect(await status(path)).toBe(200)
    expect(await status('/accounts', 'GET')).toBe(200)
  })

  it('is refused when it wants a tunnel', async () => {
    const { port } = await started()
    expect(await raw(port, 'CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n\r\n')).toMatch(/ 405 /)
  })
})

describe('a body', () => {
  const limits: [string, number][] = [
    ['/api/auth/callback', 64 * 1024],
    ['/api', 64 * 1024],
    ['/people?/api/', 2 * 1024 * 1024],
    ['/apiary', 2 * 1024 * 1024],
  ]
  it.each(limits)('to %s may have %i bytes and not one more', async (path, most) => {
    const { at, seen } = await started()
    const send = (bytes: number) =>
      fetch(at + path, { method: 'POST', body: Buffer.alloc(bytes), headers: { origin: ours } })
    expect((await send(most)).status).toBe(200)
    expect((await send(most + 1)).status).toBe(413)
    expect(seen.map(({ bytes }) => bytes)).toEqual([most])
  })

  it('without a length is counted on its way, and never reaches the app cut', async () => {
    const { port, seen, cut } = await started()
    const pieces = (count: number) => `${`400\r\n${'x'.repeat(1024)}\r\n`.repeat(count)}0\r\n\r\n`
    const head = `POST /api/x HTTP/1.1\r\nHost: a\r\nOrigin: ${ours}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`
    expect(await raw(port, head + pieces(64))).toMatch(/^HTTP\/1\.1 200 /)
    expect(await raw(port, head + pieces(65))).toMatch(/^HTTP\/1\.1 413 /)
    expect(seen.map(({ bytes }) => bytes)).toEqual([64 * 1024])
    await expect.poll(() => cut, { timeout: 3000 }).toEqual(['/api/x'])
  })

  it('is answered before it is sent when the sender asks first', async () => {
    const { port, seen } = await started()
    const head = (bytes: number) =>
      `POST /api/x HTTP/1.1\r\nHost: a\r\nOrigin: ${ours}\r\nContent-Length: ${bytes}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`
    expect(await raw(port, head(70_000))).toMatch(/^HTTP\/1\.1 413 /)
    expect(await raw(port, `${head(3)}abc`)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /)
    expect(seen).toHaveLength(1)
  })

  it('that is refused lets the sender read why, even in the middle of sending', async () => {
    const { at } = await started()
    for (let i = 0; i < 5; i++) {
      const answer = await fetch(at, { method: 'POST', body: Buffer.alloc(6 * 1024 * 1024) })
      expect(answer.status).toBe(413)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  })

  it('with two lengths, or a length and pieces, is no request', async () => {
    const { port, seen } = await started()
    for (const lengths of [
      'Content-Length: 3\r\nContent-Length: 4',
      'Content-Length: 3\r\nTransfer-Encoding: chunked',
    ])
      expect(await raw(port, `POST / HTTP/1.1\r\nHost: a\r\n${lengths}\r\n\r\nabc`)).toMatch(
        /^HTTP\/1\.1 400 /,
      )
    expect(seen).toEqual([])
  })
})

describe('a server', () => {
  it('that is asked to stop finishes what is under way, answers 503 to what comes then, and is gone', async () => {
    const { at, paths } = await started()
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    const under = fetch(`${at}/slow`)
    const status = (path: string) =>
      new Promise<string>((resolve) => {
        const request = http.get(at + path, { agent }, (response) => {
          response
            .resume()
            .on('end', () => resolve(`${response.statusCode} ${response.headers['retry-after'] ?? ''}`))
        })
        request.on('error', (error) => resolve('code' in error ? String(error.code) : ''))
      })
    const slow = status('/slow')
    const next = status('/next') // waits for the same connection
    await expect.poll(() => paths, { timeout: 30_000 }).toEqual(['/slow', '/slow'])
    await serving?.stop(600_000)
    expect((await under).status).toBe(200)
    expect(await slow).toBe('200 ')
    expect(await next).toMatch(/^(503 5|ECONNREFUSED|ECONNRESET)$/)
    await expect(fetch(at)).rejects.toThrow()
  })

  it('does not wait longer than it may', async () => {
    const { at, paths } = await started()
    const under = fetch(`${at}/never`).then(
      () => 'answered',
      () => 'cut',
    )
    await expect.poll(() => paths, { timeout: 30_000 }).toEqual(['/never'])
    await serving?.stop(100)
    expect(await under).toBe('cut')
  })

  it('answers a bug with 500 and goes on', async () => {
    const { at } = await started()
    expect((await fetch(`${at}/bug`)).status).toBe(500)
    expect((await fetch(at)).status).toBe(200)
  })

  it('says in one sentence that its port is taken', async () => {
    const { port } = await started()
    const again = serve(async () => {}, {
      host: '127.0.0.1',
      port,
      origin: 'http://localhost',
      trustProxy: false,
    })
    await expect(again).rejects.toThrow(
      /^Muster cannot listen on 127\.0\.0\.1, port \d+: another process does, .*\.$/,
    )
  })
})
