import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { awayDigest } from '@/db/away'
import { carrying } from './carry'

let server: http.Server | undefined
afterEach(() => server?.close())

/** A server whose app answers as told, behind what every answer carries; gives the address and the requests as seen. */
async function started(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const carry = carrying({ origin: 'https://muster.example.org', dev: false })
  const seen: IncomingMessage[] = []
  const made = http.createServer((request, response) => {
    carry(request, response)
    seen.push(request)
    answer(request, response)
  })
  server = made
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done))
  const address = made.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { at: `http://127.0.0.1:${address.port}`, seen }
}

const failing = (digest: string) =>
  `<html><body><script>push("2:E{\\"digest\\":\\"${digest}\\"}")</script></body></html>`

test('the policy of the answer is the one the app is told, whatever the sender said', async () => {
  const { at, seen } = await started((_, response) => response.end('done'))
  const forged = "script-src 'nonce-evil'"
  const response = await fetch(at, {
    headers: { 'content-security-policy': forged, 'content-security-policy-report-only': forged },
  })
  const policy = response.headers.get('content-security-policy')
  expect(policy).toMatch(/script-src 'nonce-[\w+/]{22}==' 'strict-dynamic'/)
  expect(seen[0]?.headers['content-security-policy']).toBe(policy)
  expect(seen[0]?.headers).not.toHaveProperty('content-security-policy-report-only')
  const again = await fetch(at)
  expect(again.headers.get('content-security-policy')).not.toBe(policy)
})

test('every answer carries the headers and is stored nowhere; built files keep what Next says of them', async () => {
  const { at } = await started((_, response) => response.end('done'))
  const page = await fetch(at)
  expect(page.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(page.headers.get('cache-control')).toBe('no-store')
  const built = await fetch(`${at}/_next/static/chunks/a.js`)
  expect(built.headers.get('x-content-type-options')).toBe('nosniff')
  expect(built.headers.get('cache-control')).toBeNull()
})

test('a page that failed says so in words, with the number the log has it under', async () => {
  const { at } = await started((_, response) => {
    response.statusCode = 500
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.write('<!doctype html>')
    response.end(failing('3963459390'))
  })
  const response = await fetch(at)
  const page = await response.text()
  expect(response.status).toBe(500)
  expect(page).toContain('this number: 3963459390')
  expect(page).not.toContain('<script')
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
  expect(page).toContain(`<style nonce="${nonce}">`)
})

test('a page that failed because the database is away is answered with 503, compressed or not', async () => {
  for (const packed of [false, true]) {
    const { at } = await started((_, response) => {
      const headers = { 'content-type': 'text/html', ...(packed && { 'content-encoding': 'gzip' }) }
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      response.writeHead(500)
      response.end(packed ? gzipSync(failing(awayDigest)) : failing(awayDigest))
    })
    const response = await fetch(at)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(await response.text()).toContain('The database does not answer')
    server?.close()
  }
})

test('whatever a failing page holds, nothing of it reaches ours but a number', async () => {
  const { at } = await started((_, response) => {
    response.writeHead(500, { 'content-type': 'text/html' })
    response.end('<html>\\"digest\\":\\"<script>alert(1)</script>\\" Sam’s mailbox</html>')
  })
  const page = await (await fetch(at)).text()
  expect(page).not.toMatch(/script|Sam/)
})

test('other answers pass as they are: pages, data that failed, and pieces as they come', async () => {
  const { at } = await started((request, response) => {
    const failed = request.url === '/data'
    response.writeHead(failed ? 500 : 200, { 'content-type': failed ? 'application/json' : 'text/html' })
    response.write('one ')
    setTimeout(() => response.end('two'), 20)
  })
  expect(await (await fetch(at)).text()).toBe('one two')
  const data = await fetch(`${at}/data`)
  expect([data.status, await data.text()]).toEqual([500, 'one two'])
})
