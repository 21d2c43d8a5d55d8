import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { personStandings, standings, verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { type AccountFacts, nothingSaidOfAccount } from '@/lib/accounts/facts'
import { guidanceVersion } from '@/lib/guidance/version'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { refreshPosture } from '@/lib/posture/store'

let cast: Cast
const accountId = randomUUID()
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)

const textOn: AccountFacts = {
  ...nothingSaidOfAccount,
  category: 'email',
  value: 'high',
  methods: [{ method: 'sms_code', roles: ['second_factor'], state: 'on' }],
  smsSecondFactor: 'on',
  smsRecovery: 'off',
  phoneLine: 'not_listed',
  mailboxRecovery: 'off',
  passwordStillWorks: 'yes',
}
const state = async (facts: AccountFacts, at: Date) => {
  const db = await database()
  const personId = cast.sam.personId
  await db.transaction(async (tx) => {
    await tx
      .insert(accounts)
      .values({ personId, id: accountId, serviceId: 'google', visibility: 'counted_only', createdAt: at })
      .onConflictDoNothing()
    await tx.update(accountStatements).set({ validTo: at }).where(isNull(accountStatements.validTo))
    await tx.insert(accountStatements).values({
      personId,
      id: randomUUID(),
      accountId,
      source: 'self_stated',
      guidanceVersion,
      facts,
      confirmedOn: '2026-11-02',
      enteredAt: at,
      answeredBy: personId,
      validFrom: at,
    })
    await refreshPosture(tx, { id: personId, tier: 'standard' }, at)
  })
}
const held = async () => {
  const db = await database()
  const of = cast.sam.personId
  return {
    all: await db.select().from(verdicts).where(eq(verdicts.personId, of)),
    g3: await db
      .select()
      .from(verdicts)
      .where(and(eq(verdicts.item, 'G3'), eq(verdicts.scopeId, accountId), isNull(verdicts.validTo))),
    levels: await db
      .select()
      .from(standings)
      .where(and(eq(standings.scopeId, accountId), isNull(standings.validTo))),
    person: await db.select().from(personStandings).where(eq(personStandings.personId, of)),
  }
}
const day = (n: number) => new Date(Date.UTC(2026, 10, n, 12))

test('a fact that changes closes the verdict before and opens the next; past days stay askable', async () => {
  await state(textOn, day(2))
  const before = await held()
  expect(before.g3).toMatchObject([{ verdict: 'not_met', validFrom: day(2) }])
  expect(before.levels).toMatchObject([{ atBest: 1 }])
  expect(before.person).toMatchObject([
    { started: true, smsAnywhere: true, accounts: 1, oldestConfirmedOn: '2026-11-02' },
  ])

  await state(textOn, new Date(day(2).getTime() + 3_600_000))
  expect((await held()).all).toHaveLength(before.all.length)

  await state(
    {
      ...textOn,
      smsSecondFactor: 'off',
      methods: [
        { method: 'sms_code', roles: ['second_factor'], state: 'off' },
        { method: 'voice_code', roles: ['second_factor'], state: 'off' },
        { method: 'authenticator_code', roles: ['second_factor'], state: 'on' },
      ],
    },
    day(4),
  )
  const after = await held()
  expect(after.g3).toMatchObject([{ verdict: 'met', validFrom: day(4) }])
  const past = after.all.filter(
    (row) =>
      row.item === 'G3' &&
      row.scopeId === accountId &&
      row.validFrom <= day(3) &&
      (row.validTo ?? day(30)) > day(3),
  )
  expect(past).toMatchObject([{ verdict: 'not_met', validTo: day(4) }])
  expect(after.person).toMatchObject([{ smsAnywhere: false }])
})
