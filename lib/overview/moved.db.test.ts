import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { people } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { stateInventory } from '@/lib/accounts/commands/inventory'
import type { PieceId } from '@/lib/guidance/pieces'
import { addMessagingApp } from '@/lib/messaging/commands'
import { firstSettings } from '@/lib/organisation/settings'
import { storeSnapshot } from '@/lib/overview/commands'
import type { GroupKey } from '@/lib/overview/measures'
import { movedSince } from '@/lib/overview/moved'
import { totalsAt } from '@/lib/overview/totals'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { addPhone } from '@/lib/phones/commands'
import { carefulWithMessages, lookedOn, saysPasswords } from '@/lib/pieces/answers.fixture'
import { sayNone } from '@/lib/pieces/commands/none'
import { statePiece } from '@/lib/pieces/commands/state'
import { readPiece } from '@/lib/pieces/queries'
import { judgeEverybody, turnVerdicts } from '@/lib/posture/store-turning'
import { reviewApp } from '@/lib/rulings/commands'

const start = new Date('2026-11-02T10:00:00Z')
const on = (day: number) => new Date(start.getTime() + day * 86_400_000)
const go = (day: number) => vi.setSystemTime(on(day))

let cast: Cast
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  await freshDatabase()
  cast = await castInto()
}, 120_000)
afterEach(() => {
  vi.useRealTimers()
})
afterAll(dropDatabases)

async function say(actor: Actor, piece: PieceId, answers: object, of: string | null = null) {
  const { piece: shown } = await readPiece(actor, piece, of)
  const outcome = await statePiece(actor, { piece, scopeId: of, based: shown.based, answers })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
}
async function added(outcome: Promise<{ ok: boolean }>): Promise<string> {
  const done = await outcome
  if (!done.ok || !('result' in done)) throw new Error(JSON.stringify(done))
  return (done.result as { id: string }).id
}
const phoneOf = (actor: Actor) => added(addPhone(actor, { label: '', platform: 'iphone', hardwareId: null }))
const signalOf = (actor: Actor) => added(addMessagingApp(actor, { serviceId: 'signal', ownName: '' }))

/** How many of each group are said to have changed by a day, since figures that were last made on others. */
async function changed(by: number, since: Partial<Record<GroupKey, number>>) {
  const groups = Object.entries(since).map(([group, day]) => [
    group,
    { shown: true, asOf: on(day ?? 0).toISOString() },
  ])
  const instant = { at: on(by), intervals: firstSettings.intervals }
  const moved = await (await database()).transaction((tx) =>
    movedSince(tx, instant, { groups: Object.fromEntries(groups) } as never),
  )
  return Object.fromEntries(Object.entries(moved).map(([group, counted]) => [group, counted?.changed]))
}

describe('whose answers have changed while accounts and lines rest', () => {
  test('counts who answered a piece, in their groups alone', async () => {
    go(1)
    await say(cast.sam, 'passwords', saysPasswords)
    await say(cast.rosa, 'odd_messages', carefulWithMessages)
    const unit: GroupKey = `unit:${cast.units.office}`
    expect(await changed(2, { organisation: 0, highly_targeted: 0, standard: 0, [unit]: 0 })).toEqual({
      organisation: 2,
      highly_targeted: 1,
      standard: 1,
      [unit]: 0,
    })
  })

  test('counts each group from the day of its own figures, and nobody twice', async () => {
    go(1)
    await say(cast.sam, 'passwords', saysPasswords)
    go(3)
    await say(cast.sam, 'odd_messages', carefulWithMessages)
    await say(cast.rosa, 'passwords', saysPasswords)
    go(5)
    await say(cast.theo, 'passwords', saysPasswords)
    expect(await changed(6, { organisation: 0, standard: 4, highly_targeted: 4 })).toEqual({
      organisation: 3,
      standard: 1,
      highly_targeted: 0,
    })
    // What was said later than the instant has not been said yet.
    expect(await changed(4, { organisation: 2 })).toEqual({ organisation: 2 })
    expect(await changed(0.5, { organisation: 0 })).toEqual({ organisation: 0 })
  })

  test('counts who said that they have none', async () => {
    go(1)
    expect(await sayNone(cast.sam, { of: 'phone', none: true })).toMatchObject({ ok: true })
    expect(await changed(2, { organisation: 0 })).toEqual({ organisation: 1 })
  })

  test('counts whom a ruling judges anew, though they said nothing', async () => {
    await signalOf(cast.sam)
    await signalOf(cast.rosa)
    await judgeEverybody()
    go(1)
    expect(await changed(2, { organisation: 0.5 })).toEqual({ organisation: 0 })
    const outcome = await reviewApp(cast.kim, {
      key: 'signal',
      version: 0,
      checkedOn: '2026-11-02',
      facts: { outcome: 'not_approved', collected: ['phone_number'] },
      texts: { limits: '', reference: 'Review of October, by Nora' },
    })
    expect(outcome).toMatchObject({ ok: true })
    await judgeEverybody()
    expect(await changed(2, { organisation: 0.5, highly_targeted: 0.5 })).toEqual({
      organisation: 2,
      highly_targeted: 1,
    })
  })

  test('counts whose verdict the calendar turns, and whose answer grows old by its own interval', async () => {
    const phone = await phoneOf(cast.sam)
    await say(cast.sam, 'updates', lookedOn('2026-11-02'), phone)
    await say(cast.rosa, 'passwords', saysPasswords)
    // Highly targeted people are asked to begin within a week.
    go(7)
    await turnVerdicts()
    expect(await changed(7, { standard: 1, highly_targeted: 1 })).toEqual({ standard: 0, highly_targeted: 1 })
    // On the eighth day Sam's week is over. Rosa's answer counts for half a year.
    go(8)
    await turnVerdicts()
    expect(await changed(8, { organisation: 7, highly_targeted: 7 })).toEqual({
      organisation: 1,
      highly_targeted: 0,
    })
    const days = firstSettings.intervals.passwords
    expect(await changed(days, { highly_targeted: 8 })).toEqual({ highly_targeted: 0 })
    expect(await changed(days + 1, { highly_targeted: days })).toEqual({ highly_targeted: 1 })
    expect(await changed(days + 9, { highly_targeted: days + 1 })).toEqual({ highly_targeted: 0 })
  })
})

describe('whose answers grew old by another interval', () => {
  const since = (days: number) =>
    ({ groups: { organisation: { shown: true, asOf: on(days).toISOString() } } }) as never
  const passwords = (days: number) => ({ ...firstSettings.intervals, passwords: days })

  test('are counted, once they are old at one end and not at the other', async () => {
    await say(cast.sam, 'passwords', saysPasswords)
    await say(cast.rosa, 'odd_messages', carefulWithMessages)
    const db = await database()
    await db.transaction((tx) => storeSnapshot(tx, on(60), null))
    await db.transaction((tx) => storeSnapshot(tx, on(200), null))
    const changedBy = async (day: number, from: number, intervals: typeof firstSettings.intervals) =>
      (await db.transaction((tx) => movedSince(tx, { at: on(day), intervals }, since(from)))).organisation
        ?.changed
    expect(await changedBy(61, 60, firstSettings.intervals)).toBe(0)
    expect(await changedBy(61, 60, passwords(30))).toBe(1)
    // Old by the interval of then, and young again by that of now.
    expect(await changedBy(201, 200, firstSettings.intervals)).toBe(0)
    expect(await changedBy(201, 200, passwords(365))).toBe(1)
    expect(await changedBy(201, 200, passwords(90))).toBe(0)
  })
})

describe('who has started', () => {
  const started = async (actor: Actor) => {
    const db = await database()
    const [row] = await db.select().from(personStandings).where(eq(personStandings.personId, actor.personId))
    const [of] = await db.select().from(people).where(eq(people.id, actor.personId))
    const { cells } = await db.transaction((tx) =>
      totalsAt(tx, { at: new Date(), intervals: firstSettings.intervals }),
    )
    const counted = cells.find((cell) => cell.unit === of?.unitId && cell.tier === of?.tier)
    return [row?.started, counted?.counts.started]
  }

  test('has answered something of a piece; to have said which kind of phone it is is not enough', async () => {
    const phone = await phoneOf(cast.rosa)
    expect(await started(cast.rosa)).toEqual([false, 0])
    await say(cast.rosa, 'this_phone', { platform: 'iphone', managed: 'not_sure' }, phone)
    expect(await started(cast.rosa)).toEqual([true, 1])
    await say(cast.rosa, 'this_phone', { platform: 'iphone' }, phone)
    expect(await started(cast.rosa)).toEqual([false, 0])
  })

  test('or has said that they have none, until they take it back', async () => {
    await sayNone(cast.rosa, { of: 'app', none: true })
    expect(await started(cast.rosa)).toEqual([true, 1])
    await sayNone(cast.rosa, { of: 'app', none: false })
    expect(await started(cast.rosa)).toEqual([false, 0])
    expect(await stateInventory(cast.rosa, { basedOn: null, noLines: true })).toMatchObject({ ok: true })
    expect(await started(cast.rosa)).toEqual([true, 1])
  })
})
