/** The ceremonies' routes as somebody hostile would use them. */
import { randomBytes } from 'node:crypto'
import type { APIResponse } from '@playwright/test'
import { aMuster, test as base, expect } from './fixtures'
import { type Device, device, looksOf, setsSession } from './over-http'
import type { Muster } from './server'

/** A server of this file's own, for it begins at set-up. */
const test = base.extend<{ max: Device }, { muster: Muster }>({
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],
  /** Max, set up by the first journey that needs him; every journey has a browser profile of its own. */
  max: async ({ request, muster }, use) => {
    const his = device(request, muster.origin)
    held ??= await setUp(his, muster)
    his.authenticator.held.push(...held)
    await use(his)
  },
})
test.describe.configure({ mode: 'serial' })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')

let held: Device['authenticator']['held'] | undefined
async function setUp(his: Device, muster: Muster) {
  const [, secret = ''] = (muster.setUpLink ?? '').split('#')
  const answers = { organisation: 'Harbour Office', name: 'Max', email: '' }
  const answered = await his.register(secret, answers)
  expect(await answered.json()).toMatchObject({ kind: 'set_up' })
  return his.authenticator.held.splice(0)
}

const routes = [
  'sign-in/options',
  'register/options',
  'register/finish',
  'link',
  'confirm/options',
  'confirm/finish',
  'spare/options',
  'spare/finish',
].map((path) => `/api/passkeys/${path}`)

test('signing in works over plain HTTP as in a browser', async ({ max, request }) => {
  const answered = await max.finish(await max.assertion())
  expect(answered.status()).toBe(200)
  expect(setsSession(answered)).toBe(true)
  expect((await request.get('/passkeys', { maxRedirects: 0 })).status()).toBe(200)
})

test('every refusal looks the same, whatever was wrong, and sets no session', async ({ max }) => {
  const good = await max.assertion()
  const stranger = { ...(await max.assertion()), id: randomBytes(32).toString('base64url') }
  const tried = (name: string, response: APIResponse) => ({ name, response })
  const answers = [
    tried('no token', await max.finish(good, {}, 'x'.repeat(64))),
    tried('other origin', await max.finish(await max.assertion(), { origin: 'https://evil.test' })),
    tried('cross-site', await max.finish(await max.assertion(), { 'sec-fetch-site': 'cross-site' })),
    tried('nothing', await max.finish(null)),
    tried('text', await max.finish('text')),
    tried('deep', await max.finish(JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`))),
    tried('unknown credential', await max.finish({ ...stranger, rawId: stranger.id })),
    tried('made elsewhere', await max.finish(await max.assertion({ clientData: elsewhere }))),
    tried('not recognised', await max.finish(await max.assertion({ data: unrecognised }))),
    tried('replayed', await replayed(max)),
    tried('bad link', await max.post('/api/passkeys/link', { secret: 'nothing' })),
    tried('bad link, to register', await max.post('/api/passkeys/register/options', { secret: 'nothing' })),
    tried('bad shape', await max.post('/api/passkeys/link', { secret: 7, more: true })),
    tried('not JSON', await max.post('/api/passkeys/link', '{', { 'content-type': 'application/json' })),
    tried('form', await max.post('/api/passkeys/link', 'a=b', { 'content-type': 'text/plain' })),
  ]
  const looks = new Set<string>()
  for (const { name, response } of answers) {
    expect([name, response.status()]).toEqual([name, 400])
    expect([name, setsSession(response)]).toEqual([name, false])
    looks.add(await looksOf(response))
  }
  expect([...looks]).toHaveLength(1)
})

test('a page of another site, or no page at all, gets nowhere', async ({ max, request, muster }) => {
  const refused = async (path: string) => {
    const sent = [
      max.post(path, {}, { origin: 'https://evil.test' }),
      max.post(path, {}, { origin: 'null' }),
      max.post(path, {}, { origin: `${muster.origin}.evil.test` }),
      max.post(path, {}, { 'sec-fetch-site': 'same-site' }),
      request.post(path, { data: {} }),
    ]
    for (const answered of await Promise.all(sent)) expect([path, answered.status()]).toEqual([path, 400])
    expect([path, (await request.get(path)).status()]).toEqual([path, 405])
  }
  await Promise.all(routes.map(refused))
})

test('what the request says of itself does not move the relying party', async ({ max }) => {
  const spoofed = {
    'x-forwarded-host': 'evil.test',
    'x-forwarded-proto': 'https',
    'x-original-host': 'evil.test',
  }
  const options = await (await max.post('/api/passkeys/sign-in/options', {}, spoofed)).json()
  expect(options.rpId).toBe('localhost')
  const answered = await max.finish(await max.assertion(), spoofed)
  expect(await answered.text()).not.toContain('evil.test')
  expect(answered.headers().location ?? '').not.toContain('evil.test')
})

test('nothing else of the session library is there', async ({ request, max, muster }) => {
  for (const path of [
    'signin',
    'signin/passkey',
    'session',
    'providers',
    'error',
    'signout',
    'verify-request',
    '_log',
  ]) {
    expect([path, (await request.get(`/api/auth/${path}`, { maxRedirects: 0 })).status()]).toEqual([
      path,
      404,
    ])
    const posted = await request.post(`/api/auth/${path}`, {
      form: { csrfToken: await max.csrf() },
      headers: { origin: muster.origin },
      maxRedirects: 0,
    })
    expect([path, posted.status()]).toEqual([path, 404])
  }
})

test('fifty finishes of one assertion open one session', async ({ max }) => {
  const assertion = await max.assertion()
  const token = await max.csrf()
  const answered = await Promise.all(Array.from({ length: 50 }, () => max.finish(assertion, {}, token)))
  expect(answered.filter(setsSession)).toHaveLength(1)
  expect(new Set(answered.map((one) => one.status()))).toEqual(new Set([200, 400]))
})

test('signing in again ends the session before, and makes a new cookie', async ({
  max,
  request,
  playwright,
  muster,
}) => {
  await max.finish(await max.assertion())
  const before = await request.storageState()
  await max.finish(await max.assertion())
  const thief = await playwright.request.newContext({ baseURL: muster.origin, storageState: before })
  expect((await thief.get('/sessions', { maxRedirects: 0 })).status()).toBe(307)
  expect((await request.get('/sessions', { maxRedirects: 0 })).status()).toBe(200)
  await thief.dispose()
})

test('who fails again and again is slowed down, and let in at once when right', async ({ max }) => {
  for (let i = 0; i < 12; i++) await max.finish(null)
  const began = performance.now()
  await max.finish(null)
  expect(performance.now() - began).toBeGreaterThan(650)
  const assertion = await max.assertion()
  const token = await max.csrf()
  const right = performance.now()
  expect(setsSession(await max.finish(assertion, {}, token))).toBe(true)
  expect(performance.now() - right).toBeLessThan(650)
})

test('a message that is too large is not read', async ({ max }) => {
  const answered = await max.post('/api/passkeys/link', { secret: 'x'.repeat(70_000) })
  expect([400, 413]).toContain(answered.status())
})

test('signing out is a post from our own pages only', async ({ max, request, muster }) => {
  await max.finish(await max.assertion())
  expect((await request.get('/sign-out', { maxRedirects: 0 })).status()).toBe(405)
  const elsewhere = await request.post('/sign-out', {
    headers: { origin: 'https://evil.test' },
    maxRedirects: 0,
  })
  expect(elsewhere.status()).toBe(403)
  expect((await request.get('/sessions', { maxRedirects: 0 })).status()).toBe(200)
  const out = await request.post('/sign-out', { headers: { origin: muster.origin }, maxRedirects: 0 })
  expect([out.status(), out.headers().location, out.headers()['clear-site-data']]).toEqual([
    303,
    '/sign-in',
    '"cache", "storage"',
  ])
  expect((await request.get('/sessions', { maxRedirects: 0 })).status()).toBe(307)
})

const elsewhere = (honest: Record<string, unknown>) => ({ ...honest, origin: 'https://evil.test' })
const unrecognised = <Data extends { flags: number }>(honest: Data) => ({
  ...honest,
  flags: honest.flags & ~4,
})

async function replayed(max: Device) {
  const assertion = await max.assertion()
  await max.finish(assertion)
  return max.finish(assertion)
}
