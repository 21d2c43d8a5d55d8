import { randomUUID } from 'node:crypto'
import { lt } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { attempts, challenges, freshAssertions, submissions } from '@/db/schema/access'
import { stagedImports } from '@/db/schema/people'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { clearSpent } from '@/lib/access/spent'
import { countAttempt } from '@/lib/attempts/store'
import { keepChallenge } from '@/lib/passkeys/challenges'
import { type Cast, castInto, confirmedFor } from '@/lib/people/cast.fixture'
import { stageImport } from '@/lib/people/commands/import'
import { invitePerson } from '@/lib/people/commands/invite'

let cast: Cast
const start = new Date('2026-11-01T09:00:00Z')
const hour = 3_600_000
const at = (hours: number) => vi.setSystemTime(start.getTime() + hours * hour)

beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterEach(() => void vi.useRealTimers())
afterAll(dropDatabases)

const mia = { name: 'Mia', email: 'mia@example.org', unitId: '', tier: 'standard' }
const rows = async () => {
  const db = await database()
  const ending = [challenges, freshAssertions, stagedImports]
  const yesterday = lt(attempts.windowStart, new Date(start.getTime() + hour))
  return {
    submissions: await db.$count(submissions),
    attempts: (await db.$count(attempts, yesterday)) > 0,
    ended: await Promise.all(ending.map((table) => db.$count(table))),
  }
}

test('a submit is answered the same for a day, and then its answer with the link in it is gone', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  const key = randomUUID()
  const first = await invitePerson(cast.kim, mia, { key })
  await countAttempt({ name: 'sign_in', per: 3, seconds: 60 }, '192.0.2.1')
  await keepChallenge({ challenge: 'asked', ceremony: 'sign_in' })
  await confirmedFor(cast.sam, 'passkey.remove:one', new Date(start.getTime() + hour))
  const file = Buffer.from('name,email\nNia,nia@example.org\n').toString('base64')
  expect(await stageImport(cast.kim, { file })).toMatchObject({ ok: true })
  expect(first).toMatchObject({ ok: true })
  expect(await rows()).toEqual({ submissions: 1, attempts: true, ended: [1, 1, 1] })

  await clearSpent()
  expect(await rows()).toEqual({ submissions: 1, attempts: true, ended: [1, 1, 1] })

  at(23)
  await clearSpent()
  expect(await rows()).toMatchObject({ submissions: 1, attempts: true, ended: [0, 0, 0] })
  expect(await invitePerson(cast.kim, mia, { key })).toEqual(first)

  at(25)
  await clearSpent()
  expect(await rows()).toEqual({ submissions: 0, attempts: false, ended: [0, 0, 0] })
})

test.runIf(onServer)('several processes may clear away at once', async () => {
  await keepChallenge({ challenge: 'asked again', ceremony: 'sign_in' })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hour })
  await Promise.all(Array.from({ length: 5 }, () => clearSpent()))
  expect((await rows()).ended[0]).toBe(0)
})
