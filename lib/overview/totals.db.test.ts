import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { lineStatements, lines } from '@/db/schema/lines'
import { organisation, units } from '@/db/schema/organisation'
import { people } from '@/db/schema/people'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { guidanceVersion } from '@/lib/guidance/version'
import { firstSettings } from '@/lib/organisation/settings'
import type { PeopleMeasure, ThingMeasure } from '@/lib/overview/measures'
import { movedSince } from '@/lib/overview/moved'
import { totals } from '@/lib/overview/overview.fixture'
import { release } from '@/lib/overview/rules'
import { totalsAt } from '@/lib/overview/totals'
import { addPerson } from '@/lib/people/store'
import type { PersonInQuestion } from '@/lib/posture/facts'
import { factsOf } from '@/lib/posture/held'
import { people as generated } from '@/lib/posture/people.fixture'
import { postureOf } from '@/lib/posture/rules'
import type { AccountStanding, Judgement, Posture } from '@/lib/posture/shapes'
import { refreshPosture } from '@/lib/posture/store'
import type { Tier } from '@/lib/vocabulary'

type Member = { id: string; unit: string; tier: Tier; facts: PersonInQuestion; posture: Posture }
const members: Member[] = []
const unitIds = [randomUUID(), randomUUID(), randomUUID()]
const entered = new Date('2026-11-01T10:00:00Z')
const at = new Date('2026-11-20T10:00:00Z')
const instant = { at, intervals: firstSettings.intervals }
/** Every fourth statement is older than the interval of 180 days. */
const confirmedOn = (n: number) => (n % 4 === 0 ? '2026-05-23' : n % 4 === 1 ? '2026-05-24' : '2026-10-30')
const firstFresh = '2026-05-24'

beforeAll(async () => {
  await freshDatabase()
  const db = await database()
  await db
    .insert(organisation)
    .values({ name: 'Harbour Office', settings: firstSettings, createdAt: entered })
  await db.insert(units).values(unitIds.map((id, n) => ({ id, name: `Unit ${n}`, createdAt: entered })))
  const sampled = fc.sample(generated('any', 5), { seed: 7, numRuns: 36 })
  for (const [n, person] of sampled.entries()) {
    const unit = unitIds[n % 3] ?? ''
    await db.transaction(async (tx) => {
      const of = {
        name: `Person ${n}`,
        email: null,
        role: 'staff',
        tier: person.tier,
        unitId: unit,
        invitedBy: null,
        at: entered,
      } as const
      const { id } = await addPerson(tx, of)
      await tx.update(people).set({ joinedAt: entered }).where(eq(people.id, id))
      const said = {
        personId: id,
        source: 'self_stated',
        guidanceVersion,
        enteredAt: entered,
        answeredBy: id,
        validFrom: entered,
      } as const
      for (const [k, each] of person.accounts.entries()) {
        await tx.insert(accounts).values({
          personId: id,
          id: each.id,
          serviceId: each.service?.id ?? null,
          visibility: 'counted_only',
          createdAt: entered,
        })
        await tx.insert(accountStatements).values({
          ...said,
          id: randomUUID(),
          accountId: each.id,
          facts: each.facts,
          confirmedOn: confirmedOn(n + k),
        })
      }
      for (const [k, each] of person.lines.entries()) {
        await tx.insert(lines).values({ personId: id, id: each.id, createdAt: entered })
        await tx.insert(lineStatements).values({
          ...said,
          id: randomUUID(),
          lineId: each.id,
          facts: each.facts,
          confirmedOn: confirmedOn(n + k),
        })
      }
      await refreshPosture(tx, { id, tier: person.tier }, entered)
      const facts = await factsOf(tx, { id, tier: person.tier }, at)
      members.push({ id, unit, tier: person.tier, facts, posture: postureOf(facts) })
    })
  }
}, 120_000)
afterAll(dropDatabases)

// The same counted by walking over everybody, one question at a time.
type Account = PersonInQuestion['accounts'][number]
const fresh = (of: { confirmedOn: string }) => of.confirmedOn >= firstFresh
const verdict = (m: Member, item: string, scope: string): Judgement | undefined =>
  m.posture.judgements.find((j) => j.item === item && j.scopeId === scope)
const labelled = (m: Member, item: string, scope: string, label: string) =>
  verdict(m, item, scope)?.labels.some((each) => each === label) ?? false
const standing = (m: Member, id: string): AccountStanding | undefined =>
  m.posture.accounts.find((a) => a.accountId === id)
const textOpens = ({ facts }: Account) =>
  facts.smsSecondFactor === 'on' || facts.smsRecovery.startsWith('on_')
const byNumber = (m: Member, a: Account) =>
  standing(m, a.id)?.ways.some(
    (w) => w.startsWith === 'number_moved' || w.startsWith === 'text_or_call_intercepted',
  ) ?? false
const beyond = (m: Member, a: Account) =>
  labelled(m, 'G3', a.id, 'forced_by_service') ||
  labelled(m, 'G3', a.id, 'sms_is_all_it_offers') ||
  labelled(m, 'G2.0', a.id, 'service_offers_no_fido')
const noPin = (m: Member, id: string) => verdict(m, 'G5.0', id)?.verdict === 'not_met'
const lineBeyond = (m: Member, id: string) => labelled(m, 'G5.0', id, 'carrier_offers_no_pin')

const someAccount = (test: (m: Member, a: Account) => boolean) => (m: Member) =>
  m.facts.accounts.some((a) => fresh(a) && test(m, a))
const known = (m: Member) =>
  m.posture.person.level !== null && [...m.facts.accounts, ...m.facts.lines].every(fresh)
const atMost = (level: number) => (m: Member) => known(m) && (m.posture.person.level ?? 9) <= level
const walk: Record<PeopleMeasure, (m: Member) => boolean> = {
  started: (m) => m.facts.accounts.length + m.facts.lines.length > 0,
  level_known: known,
  level_3_or_less: atMost(3),
  level_2_or_less: atMost(2),
  level_1_or_less: atMost(1),
  level_0: atMost(0),
  text_opens: someAccount((_, a) => textOpens(a)),
  weak_fallback: someAccount(
    (m, a) => a.facts.smsSecondFactor === 'on' && labelled(m, 'G3', a.id, 'weak_fallback'),
  ),
  text_forced: someAccount((m, a) => textOpens(a) && labelled(m, 'G3', a.id, 'forced_by_service')),
  number_opens: someAccount(byNumber),
  exposed_by_number: (m) =>
    m.facts.lines.some(
      (l) =>
        fresh(l) &&
        noPin(m, l.id) &&
        m.facts.accounts.some((a) => fresh(a) && textOpens(a) && a.facts.phoneLine === l.id),
    ),
  line_without_pin: (m) => m.facts.lines.some((l) => fresh(l) && noPin(m, l.id)),
  high_value_without_fido: someAccount((m, a) => verdict(m, 'G2.0', a.id)?.verdict === 'not_met'),
  cannot_mend: (m) => someAccount(beyond)(m) || m.facts.lines.some((l) => fresh(l) && lineBeyond(m, l.id)),
}

test('people are counted by unit and tier as a walk over everybody counts them', async () => {
  const { cells } = await (await database()).transaction((tx) => totalsAt(tx, instant))
  expect(cells.reduce((sum, cell) => sum + cell.people, 0)).toBe(members.length)
  for (const cell of cells) {
    const there = members.filter((m) => m.unit === cell.unit && m.tier === cell.tier)
    expect(cell.people).toBe(there.length)
    for (const [measure, test] of Object.entries(walk)) {
      expect([cell.unit, measure, cell.counts[measure as PeopleMeasure]]).toEqual([
        cell.unit,
        measure,
        there.filter(test).length,
      ])
    }
  }
  // A walk that finds nothing anywhere would prove nothing.
  const found = Object.keys(walk).filter((measure) =>
    cells.some((cell) => cell.counts[measure as PeopleMeasure] > 0),
  )
  expect(found).toEqual(
    expect.arrayContaining([
      'started',
      'text_opens',
      'number_opens',
      'line_without_pin',
      'high_value_without_fido',
      'cannot_mend',
    ]),
  )
})

test('a release takes the totals as they are counted', async () => {
  const raw = await (await database()).transaction((tx) => totalsAt(tx, instant))
  const { exceptions, apps } = totals([])
  const released = release(null, { ...raw, moved: {}, exceptions, apps }, { smallestGroup: 5 })
  expect(released.groups.organisation).toMatchObject({ shown: true, people: members.length })
})

test('every person stands exactly once on each item', async () => {
  const { items } = await (await database()).transaction((tx) => totalsAt(tx, instant))
  for (const tier of ['standard', 'highly_targeted'] as const) {
    const size = members.filter((m) => m.tier === tier).length
    for (const parts of Object.values(items[tier])) {
      expect(Object.values(parts ?? {}).reduce((sum, n) => sum + n, 0)).toBe(size)
    }
  }
  const all = [items.standard['G5.0'], items.highly_targeted['G5.0']]
  const without = members.filter((m) => m.facts.lines.some((l) => fresh(l) && noPin(m, l.id)))
  expect(all.reduce((sum, parts) => sum + (parts?.not_met ?? 0), 0)).toBe(without.length)
})

test('accounts and lines are counted with the people behind them', async () => {
  const { things } = await (await database()).transaction((tx) => totalsAt(tx, instant))
  const every = members.flatMap((m) => m.facts.accounts.map((a) => ({ m, a })))
  const count = (test: (m: Member, a: Account) => boolean) => {
    const those = every.filter(({ m, a }) => test(m, a))
    return { count: those.length, people: new Set(those.map(({ m }) => m.id)).size }
  }
  const expected: Partial<Record<ThingMeasure, { count: number; people: number }>> = {
    accounts: count(() => true),
    text_opens: count((_, a) => fresh(a) && textOpens(a)),
    text_second_factor: count((_, a) => fresh(a) && a.facts.smsSecondFactor === 'on'),
    opens_by_number: count((m, a) => fresh(a) && byNumber(m, a)),
    high_value: count((_, a) => a.facts.value !== 'less_valuable'),
  }
  for (const [measure, figures] of Object.entries(expected))
    expect(things[measure as ThingMeasure]).toMatchObject(figures)
  expect(things.lines.count).toBe(members.reduce((sum, m) => sum + m.facts.lines.length, 0))
})

test('what would close most adds up over people, the most ways first', async () => {
  const { changes } = await (await database()).transaction((tx) => totalsAt(tx, instant))
  const all = members.flatMap((m) => m.posture.person.changes).filter((c) => c.inReach && c.closes > 0)
  expect(changes.reduce((sum, c) => sum + c.ways, 0)).toBe(all.reduce((sum, c) => sum + c.closes, 0))
  expect(changes.map((c) => c.ways)).toEqual(changes.map((c) => c.ways).toSorted((a, b) => b - a))
  expect(changes.length).toBeGreaterThan(2)
})

test('a day before anybody stated anything has people and nothing known', async () => {
  const before = { ...instant, at: new Date('2026-11-01T10:00:00Z') }
  const earlier = await (await database()).transaction((tx) =>
    totalsAt(tx, { ...before, at: new Date(entered.getTime() - 1000) }),
  )
  expect(earlier.cells).toEqual([])
})

test('what moved is counted once for each person, by group', async () => {
  const db = await database()
  const group = { shown: true as const, asOf: '2026-11-10T00:00:00.000Z' }
  const previous = { groups: { organisation: group, [`unit:${unitIds[0]}`]: group } } as never
  const [first, second] = members.filter((m) => m.unit === unitIds[0] && m.facts.accounts.length > 0)
  if (!first || !second) throw new Error('too few')
  const later = new Date('2026-11-15T10:00:00Z')
  await db.update(people).set({ deactivatedAt: later }).where(eq(people.id, first.id))
  await db.update(accountStatements).set({ validTo: later }).where(eq(accountStatements.personId, second.id))
  const moved = await db.transaction((tx) => movedSince(tx, instant, previous))
  const aged = (m: Member) =>
    [...m.facts.accounts, ...m.facts.lines].some(
      (s) => s.confirmedOn === '2026-05-23' || s.confirmedOn === '2026-05-14',
    )
  expect(moved.organisation).toMatchObject({ joined: 0, left: 1 })
  expect(moved[`unit:${unitIds[0]}`]).toMatchObject({ left: 1 })
  const changed = members.filter((m) => m.id !== first.id && (m.id === second.id || aged(m))).length
  expect(moved.organisation?.changed).toBe(changed)
})
