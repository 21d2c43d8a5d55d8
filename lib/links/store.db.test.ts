import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { tickets } from '@/db/schema/access'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { findTicket, hashOf, issueTicket, spendTicket, withdrawTickets } from '@/lib/links/store'
import { type Cast, castInto } from '@/lib/people/cast.fixture'

let cast: Cast
const at = new Date('2026-11-01T09:00:00Z')
const hours = (count: number) => new Date(at.getTime() + count * 3_600_000)
const forSam = () => ({
  kind: 'join' as const,
  personId: cast.sam.personId,
  issuedBy: cast.kim.personId,
  hours: 72,
  at,
})
const issue = async (of = forSam()) => (await database()).transaction((tx) => issueTicket(tx, of))
const find = async (secret: string, now = at) =>
  (await database()).transaction((tx) => findTicket(tx, secret, now))
const spend = async (id: string, now = at) => (await database()).transaction((tx) => spendTicket(tx, id, now))

beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)

test('a link has 256 random bits behind #, and only their hash is stored', async () => {
  const { secret, path, id } = await issue()
  expect(path).toBe(`/join#${secret}`)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  const [row] = await (await database()).select().from(tickets).where(eq(tickets.id, id))
  expect(row?.secretHash).toBe(hashOf(secret))
  expect(JSON.stringify(row)).not.toContain(secret)
})

test('it works until its end, to the moment', async () => {
  const { secret, id } = await issue()
  const justBefore = new Date(hours(72).getTime() - 1)
  expect(await find(secret, justBefore)).toMatchObject({ id })
  expect(await find(secret, hours(72))).toBeNull()
  expect(await spend(id, hours(72))).toBeNull()
  expect(await spend(id, justBefore)).toMatchObject({ id })
})

test('it is used up once', async () => {
  const { secret, id } = await issue()
  expect(await spend(id)).toMatchObject({ id, personId: cast.sam.personId })
  expect(await spend(id)).toBeNull()
  expect(await find(secret)).toBeNull()
})

test('a use that is rolled back leaves it as it was', async () => {
  const { secret, id } = await issue()
  const db = await database()
  const failed = db.transaction(async (tx) => {
    await spendTicket(tx, id, at)
    throw new Error('no room')
  })
  await expect(failed).rejects.toThrow('no room')
  expect(await find(secret)).toMatchObject({ id })
})

test('a new one ends earlier ones of the same kind and person, and no others', async () => {
  const [sams, theos, recovery] = [
    await issue(),
    await issue({ ...forSam(), personId: cast.theo.personId }),
    await (await database()).transaction((tx) => issueTicket(tx, { ...forSam(), kind: 'recovery' })),
  ]
  const next = await issue()
  expect(await find(sams.secret)).toBeNull()
  for (const one of [theos, recovery, next]) expect(await find(one.secret)).not.toBeNull()
})

test('withdrawn ones neither show nor spend', async () => {
  const { secret, id } = await issue()
  const db = await database()
  await db.transaction((tx) => withdrawTickets(tx, forSam()))
  expect(await find(secret)).toBeNull()
  expect(await spend(id)).toBeNull()
})

test.runIf(onServer)('of fifty who use it at once, one gets it', async () => {
  const { id } = await issue()
  const spent = await Promise.all(Array.from({ length: 50 }, () => spend(id)))
  expect(spent.filter(Boolean)).toHaveLength(1)
})
