import { asc, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { answering, ceremony, fromOurPages } from '@/app/api/ceremony'
import { DatabaseAway, database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { NotConfirmed, problemAt, Refused, TooMany } from '@/lib/access/outcome'
import { environment } from '@/lib/env'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import { castInto } from '@/lib/people/cast.fixture'

beforeAll(async () => {
  await freshDatabase()
  await castInto()
})
/** Another source for each test, so that none counts against the next. */
let source = 0
beforeEach(() => void source++)
afterEach(() => void vi.restoreAllMocks())
afterAll(dropDatabases)

const { origin } = environment()
const asked = (headers: Record<string, string> = {}, body: string = '{}') =>
  new Request(`${origin}/api/passkeys/link`, {
    method: 'POST',
    body,
    headers: {
      origin,
      'content-type': 'application/json',
      'x-muster-client': `192.0.2.${source}`,
      ...headers,
    },
  })
const ending = (error: unknown, request = asked()) =>
  answering('registration', request, () => Promise.reject(error))
const refusals = async () =>
  (await database())
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'registration.refused'))
    .orderBy(asc(auditEntries.seq))

test('only our own pages are heard', () => {
  expect(fromOurPages(asked())).toBe(true)
  expect(fromOurPages(asked({ 'sec-fetch-site': 'same-origin' }))).toBe(true)
  for (const site of ['cross-site', 'same-site', 'none'])
    expect(fromOurPages(asked({ 'sec-fetch-site': site }))).toBe(false)
  for (const other of ['null', 'https://evil.test', `${origin}.evil.test`, `${origin}/`])
    expect(fromOurPages(asked({ origin: other }))).toBe(false)
})

test('what a visitor can mend is said at its field; what is away comes back; all else is one refusal', async () => {
  const looks = async (error: unknown) => {
    const answered = await ending(error)
    return [answered.status, await answered.json(), answered.headers.get('retry-after')]
  }
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(await looks(problemAt('code', 'Not that.'))).toEqual([
    422,
    { problems: { code: ['Not that.'] } },
    null,
  ])
  expect(await looks(new TooMany(60))).toEqual([429, { refused: true }, '60'])
  expect(await looks(new DatabaseAway('gone'))).toEqual([503, { away: true }, '5'])
  expect(await looks(new NotConfirmed('passkey.add'))).toEqual([403, { confirm: 'passkey.add' }, null])
  for (const error of [
    new CeremonyRefused('signature'),
    new Refused('passkeys:read:own'),
    new SyntaxError('x'),
    new TypeError('x'),
    'thrown',
  ])
    expect(await looks(error)).toEqual([400, { refused: true }, null])
})

test('a fault of ours is seen in the log, without what was sent', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  await ending(new TypeError('with sam@example.org in it'))
  expect(said).toHaveBeenCalledTimes(1)
  const [line] = said.mock.calls[0] ?? []
  expect(JSON.parse(String(line))).toMatchObject({ event: 'ceremony.bug', error: 'TypeError' })
  expect(String(line)).not.toContain('sam@')
})

test('refusals are written down with their reason, and a flood of them is not', async () => {
  const before = (await refusals()).length
  await Promise.all(Array.from({ length: 80 }, () => ending(new CeremonyRefused('signature'))))
  const written = (await refusals()).slice(before).map(({ detail }) => JSON.parse(detail).after.reason)
  expect(written.filter((reason) => reason === 'signature')).toHaveLength(60)
  expect(written.filter((reason) => reason === 'throttled')).toHaveLength(1)
  expect(written).toHaveLength(61)
  await ending(new CeremonyRefused('origin'), asked({ 'x-muster-client': '198.51.100.2' }))
  expect(await refusals()).toHaveLength(before + 62)
})

test('a flood is turned away for the rest of the minute, whoever else asks is not', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-01T09:00:00Z') })
  const route = ceremony('sign_in', async () => ({ well: true }))
  for (let i = 0; i < 600; i += 50) {
    const answered = await Promise.all(Array.from({ length: 50 }, () => route(asked())))
    expect(new Set(answered.map(({ status }) => status))).toEqual(new Set([200]))
  }
  const turned = await route(asked())
  expect([turned.status, turned.headers.get('retry-after')]).toEqual([429, '60'])
  expect((await route(asked({ 'x-muster-client': '198.51.100.2' }))).status).toBe(200)
  vi.setSystemTime(new Date('2026-11-01T09:01:00Z'))
  expect((await route(asked())).status).toBe(200)
  vi.useRealTimers()
})

test('a body that is no JSON, or too much of it, never reaches the ceremony', async () => {
  const run = vi.fn(async () => null)
  const route = ceremony('registration', run)
  const bodies = ['{', 'x'.repeat(65_537), `{"a":"${'x'.repeat(65_530)}"}`]
  for (const body of bodies) expect((await route(asked({}, body))).status).toBe(400)
  expect((await route(asked({ 'content-type': 'text/plain' }))).status).toBe(400)
  expect(run).not.toHaveBeenCalled()
  expect((await route(asked({}, ''))).status).toBe(200)
})
