import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { people } from '@/db/schema/people'
import { judgingRuns } from '@/db/schema/pieces'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { recordAccount } from '@/lib/accounts/commands/record'
import { mailbox } from '@/lib/accounts/entry.fixture'
import { guidanceVersion } from '@/lib/guidance/version'
import { castInto } from '@/lib/people/cast.fixture'
import { addPeople } from '@/lib/people/store'
import { beginNewGuidance, judgeEverybody, startJudging } from '@/lib/posture/store-turning'

const crew = 60
let total = 0
beforeAll(async () => {
  await freshDatabase()
  const cast = await castInto()
  const db = await database()
  const added = await db.transaction((tx) =>
    addPeople(
      tx,
      Array.from({ length: crew }, (_, place) => ({
        name: `Crew ${place}`,
        email: null,
        role: 'staff' as const,
        tier: 'standard' as const,
        unitId: null,
        invitedBy: null,
        at: new Date(),
      })),
    ),
  )
  for (const { id } of added) {
    const outcome = await recordAccount(
      { personId: id, role: 'staff', sessionId: id },
      mailbox({ smsSecondFactor: 'off', smsRecovery: 'off' }),
    )
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  }
  total = crew + Object.keys(cast).length - 1
}, 120_000)
afterAll(dropDatabases)

const current = async (version: string) => {
  const [row] = await (await database())
    .select({ rows: count() })
    .from(verdicts)
    .where(and(isNull(verdicts.validTo), eq(verdicts.guidanceVersion, version)))
  return row?.rows ?? 0
}
const runs = async () => (await database()).select().from(judgingRuns).orderBy(judgingRuns.startedAt)

describe('another version of the guidance', () => {
  test('has everybody judged anew, once, and every verdict says which version it was judged by', async () => {
    const before = await current(guidanceVersion)
    expect(before).toBeGreaterThan(crew)
    await (await database()).update(verdicts).set({ guidanceVersion: '1.0' }).where(isNull(verdicts.validTo))
    expect(await beginNewGuidance()).toBe(true)
    expect(await beginNewGuidance()).toBe(false)
    expect(await judgeEverybody()).toBe(total)
    expect(await current('1.0')).toBe(0)
    expect(await current(guidanceVersion)).toBeGreaterThanOrEqual(before)
    expect(await beginNewGuidance()).toBe(false)
    expect(await runs()).toMatchObject([{ reason: 'guidance_version', judged: total }])
    const closed = await (await database())
      .select({ version: verdicts.guidanceVersion })
      .from(verdicts)
      .where(eq(verdicts.guidanceVersion, '1.0'))
    expect(closed).toHaveLength(before)
  })

  test('goes on where it was stopped', async () => {
    const db = await database()
    const all = await db.transaction(async (tx) => {
      await startJudging(tx, 'ruling', null, new Date())
      return tx.select({ id: people.id }).from(people).orderBy(asc(people.id))
    })
    await db.update(judgingRuns).set({ judgedTo: all[30]?.id, judged: 31 }).where(isNull(judgingRuns.endedAt))
    expect(await judgeEverybody()).toBe(total - 31)
    expect((await runs()).at(-1)).toMatchObject({ reason: 'ruling', judged: total })
    expect((await runs()).every(({ endedAt }) => endedAt !== null)).toBe(true)
  })

  test.runIf(onServer)('is begun once by several processes that start together', async () => {
    await (await database()).update(verdicts).set({ guidanceVersion: '1.0' }).where(isNull(verdicts.validTo))
    const begun = await Promise.all(Array.from({ length: 6 }, () => beginNewGuidance()))
    expect(begun.filter(Boolean)).toHaveLength(1)
    await Promise.all([judgeEverybody(), judgeEverybody(), judgeEverybody()])
    expect(await current('1.0')).toBe(0)
  })
})
