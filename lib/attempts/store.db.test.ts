import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { attempts } from '@/db/schema/access'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { TooMany } from '@/lib/access/outcome'
import { countAttempt, withinLimit } from '@/lib/attempts/store'
import { castInto } from '@/lib/people/cast.fixture'

const limit = { name: 'sign_in', per: 3, seconds: 60 }

beforeAll(async () => {
  await freshDatabase()
  await castInto()
})
afterEach(() => void vi.useRealTimers())
afterAll(dropDatabases)

test('a source is turned away after so many, told for how long, and let in again in the next window', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-01T09:00:00Z') })
  for (let i = 0; i < 3; i++) await withinLimit(limit, '192.0.2.1')
  const tooMany = await withinLimit(limit, '192.0.2.1').catch((error: unknown) => error)
  expect(tooMany).toBeInstanceOf(TooMany)
  expect(tooMany).toMatchObject({ retryAfterSeconds: 60 })
  await withinLimit(limit, '192.0.2.2')
  vi.setSystemTime(new Date('2026-11-01T09:01:00Z'))
  await withinLimit(limit, '192.0.2.1')
})

test('limits of different names are counted apart', async () => {
  expect(await countAttempt(limit, '192.0.2.3')).toBe(1)
  expect(await countAttempt({ ...limit, name: 'other' }, '192.0.2.3')).toBe(1)
})

test('no address is stored', async () => {
  await countAttempt(limit, '192.0.2.77')
  const rows = await (await database()).select().from(attempts)
  expect(JSON.stringify(rows)).not.toContain('192.0.2')
})

test.runIf(onServer)('fifty at once are fifty', async () => {
  const counts = await Promise.all(Array.from({ length: 50 }, () => countAttempt(limit, '192.0.2.6')))
  expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
})
