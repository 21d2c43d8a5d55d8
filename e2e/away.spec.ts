/** A server whose PostgreSQL goes away and comes back; the embedded database cannot. */
import { formWords } from '@/lib/words/forms'
import { away } from '@/lib/words/shell'
import { ownServer } from '../db/rig/server'
import { expect, test } from './fixtures'
import { builtActions } from './manifest'
import { firstAdministrator } from './members'
import { startMuster } from './server'
import { saidBy } from './visitor'

test.describe.configure({ timeout: 120_000 })
test.skip(Boolean(process.env.MUSTER_E2E_ORIGIN), 'a running server was named')

test('while the database is away pages say so with 503, forms keep what was typed, and all is well again after', async () => {
  const server = await ownServer()
  const muster = await startMuster({ databaseUrl: await server.create('muster') })
  const max = await firstAdministrator(muster)
  const [record] = builtActions().filter(({ name }) => name === '/accounts#record')
  const form = () =>
    max.act(record?.id ?? '', '/accounts/new', { serviceId: 'google', label: 'Typed with care' })
  await server.pause()
  await expect.poll(async () => (await max.ask('/api/health')).status, { timeout: 10_000 }).toBe(503)
  const health = await max.ask('/api/health')
  expect([health.text, health.headers.get('retry-after')]).toEqual(['{"status":"down"}', '5'])
  for (const address of ['/accounts', '/settings', '/']) {
    const { status, headers, text } = await max.ask(address)
    expect(status, address).toBe(503)
    expect(headers.get('retry-after')).toBe('5')
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(saidBy(text)).toContain(away.title)
  }
  const { status, text } = await form()
  expect(status).toBe(200)
  expect(text).toContain(formWords.databaseAway)
  expect(text).toContain('Typed with care')
  const refused = await max.post('/api/passkeys/sign-in/options', {})
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
  await server.resume()
  await expect.poll(async () => (await max.ask('/accounts')).status, { timeout: 15_000 }).toBe(200)
  expect((await form()).status).toBeLessThan(400)
  expect(muster.said()).not.toContain('Typed with care')
  expect(await muster.stop()).toBe(0)
  await server.stop()
})
