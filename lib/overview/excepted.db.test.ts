import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { exceptions } from '@/db/schema/exceptions'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { people } from '@/db/schema/people'
import { messagingApps } from '@/db/schema/pieces'
import { snapshots, verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { Refused } from '@/lib/access/outcome'
import { countExceptions } from '@/lib/exceptions/list'
import { dice } from '@/lib/overview/attack.fixture'
import { spanOf } from '@/lib/overview/bands'
import { takeSnapshot } from '@/lib/overview/commands'
import type { ReleasedFigures } from '@/lib/overview/figures'
import { readOverview, readOwnVerdicts } from '@/lib/overview/queries'
import type { RawApps } from '@/lib/overview/raw'
import { appsAt } from '@/lib/overview/totals-apps'
import { exceptionsAt } from '@/lib/overview/totals-excepted'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { addPerson } from '@/lib/people/store'

let cast: Cast
const now = new Date('2026-11-23T10:00:00Z')
const begun = new Date('2026-11-01T09:00:00Z')
const others: string[] = []
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  await freshDatabase()
  cast = await castInto(begun)
  const db = await database()
  for (let n = 0; n < 30; n++)
    await db.transaction(async (tx) => {
      const of = {
        name: `Person ${n}`,
        email: null,
        role: 'staff',
        tier: 'standard',
        invitedBy: null,
      } as const
      others.push((await addPerson(tx, { ...of, unitId: cast.units.field, at: begun })).id)
    })
  return () => void vi.useRealTimers()
})
beforeEach(async () => {
  const db = await database()
  await db.delete(exceptions)
  await db.delete(verdicts)
})
afterAll(dropDatabases)

type Exception = typeof exceptions.$inferInsert
const about = (personId: string, of: Partial<Exception> = {}): Exception => ({
  ...{ personId, id: randomUUID(), item: 'G3.0', scopeKind: 'account', scopeId: randomUUID() },
  ...{ reason: 'mission_need', requestedBy: personId, requestedAt: new Date('2026-11-02T10:00:00Z') },
  ...{ endsOn: '2027-03-01', outcome: 'approved', decidedBy: cast.kim.personId },
  decidedAt: new Date('2026-11-03T10:00:00Z'),
  ...of,
})
const verdictOn = (of: Exception, verdict: 'met' | 'not_met' | 'not_applicable' | 'unknown') => ({
  ...{ personId: of.personId, id: randomUUID(), item: of.item, scopeKind: of.scopeKind, scopeId: of.scopeId },
  ...{ verdict, labels: [], guidanceVersion: '2.0', validFrom: begun },
})
const counted = async (at = now, since: Date | null = null) =>
  (await database()).transaction((tx) => exceptionsAt(tx, at, 'UTC', since))

test('exceptions are counted as the security team’s own list counts them', async () => {
  const db = await database()
  const roll = dice(3)
  const days = [
    '2026-11-10',
    '2026-11-22',
    '2026-11-23',
    '2026-12-20',
    '2026-12-23',
    '2026-12-24',
    '2027-03-01',
  ]
  const scopes = Array.from({ length: 120 }, () => randomUUID())
  const rows = Array.from({ length: 160 }, (_, n): Exception => {
    const outcome =
      ([null, 'refused', 'approved', 'approved', 'approved', 'approved'] as const)[roll(0, 5)] ?? null
    const waiting = outcome === null
    return about(others[n % 30] ?? '', {
      scopeId: waiting ? randomUUID() : (scopes[n % 120] ?? ''),
      item: n % 3 === 0 ? 'G3.0' : 'G2.0',
      requestedAt: new Date(begun.getTime() + n * 60_000),
      endsOn: days[roll(0, days.length - 1)] ?? '',
      outcome,
      decidedAt: waiting ? null : new Date(begun.getTime() + n * 60_000 + 1000),
      ...(roll(0, 3) === 0
        ? { endedAt: new Date('2026-11-20T10:00:00Z'), endedWhy: 'ended_by_security' }
        : {}),
    })
  })
  await db.insert(exceptions).values(rows)
  const judged = new Map(rows.map((row) => [`${row.item} ${row.scopeId}`, row]))
  await db
    .insert(verdicts)
    .values(
      [...judged.values()].map((row) =>
        verdictOn(
          row,
          (['met', 'not_met', 'not_met', 'not_applicable', 'unknown'] as const)[roll(0, 4)] ?? 'met',
        ),
      ),
    )
  await db
    .update(people)
    .set({ deactivatedAt: begun })
    .where(eq(people.id, others[29] ?? ''))
  const listed = await countExceptions(cast.kim)
  const { counts } = await counted()
  expect([counts.open.count, counts.ending.count, counts.lapsed.count]).toEqual([
    listed.accepted,
    listed.ending,
    listed.lapsed,
  ])
  expect(Math.min(counts.ending.count, counts.lapsed.count, counts.open.count)).toBeGreaterThan(5)
})

test('each is told with how many people have one, and have only others', async () => {
  const db = await database()
  const [one, two] = others as [string, string]
  await db
    .insert(exceptions)
    .values([about(one), about(one, { endsOn: '2026-12-01' }), about(two, { endsOn: '2026-12-01' })])
  const { counts } = await counted()
  expect(counts).toEqual({
    open: { count: 3, people: 2, others: 0 },
    ending: { count: 2, people: 2, others: 1 },
    lapsed: { count: 0, people: 0, others: 0 },
  })
})

test('at an earlier instant they stand as they stood then; whoever differs has changed, once', async () => {
  const db = await database()
  const [one, two, three, four] = others as [string, string, string, string]
  const rows = [
    about(one, { endsOn: '2026-11-10' }),
    about(one, { endsOn: '2026-11-12' }),
    about(two, { endsOn: '2026-12-10' }),
    about(three, { decidedAt: new Date('2026-11-09T10:00:00Z') }),
    about(four),
  ]
  await db.insert(exceptions).values(rows)
  await db.insert(verdicts).values(rows.map((row) => verdictOn(row, 'not_met')))
  const earlier = new Date('2026-11-05T10:00:00Z')
  expect((await counted(earlier)).counts).toMatchObject({ open: { count: 4 }, ending: { count: 2 } })
  const { counts, changed } = await counted(now, earlier)
  expect(counts).toMatchObject({ open: { count: 3 }, ending: { count: 1 }, lapsed: { count: 2, people: 1 } })
  // Two of the first ended, one of the second ends soon, that of the third was accepted; the fourth has what it had.
  expect(changed).toBe(3)
})

test('which apps people use is counted by person, as of an instant', async () => {
  const db = await database()
  const app = (
    personId: string,
    serviceId: string | null,
    createdAt = begun,
    removedAt: Date | null = null,
  ) => ({
    ...{ personId, id: randomUUID(), serviceId, createdAt, removedAt, version: 1 },
  })
  const later = new Date('2026-11-20T10:00:00Z')
  await db
    .insert(messagingApps)
    .values([
      ...others.slice(0, 12).map((id) => app(id, 'signal')),
      ...others.slice(0, 2).map((id) => app(id, 'whatsapp', later)),
      app(others[19] ?? '', null),
      app(others[19] ?? '', null),
      app(others[18] ?? '', 'telegram', begun, later),
    ])
  await db.insert(organisationVerdicts).values(
    (['met', 'not_met'] as const).map((verdict, n) => ({
      ...{
        id: randomUUID(),
        item: 'G1.3' as const,
        scopeKind: 'app' as const,
        scopeId: ['signal', 'telegram'][n] ?? '',
      },
      ...{ verdict, labels: [], guidanceVersion: '2.0', validFrom: begun, validTo: n === 1 ? later : null },
    })),
  )
  const of = async (at: Date, since: Date | null) => db.transaction((tx) => appsAt(tx, at, since))
  const inOrder = ({ use }: RawApps) => use.map(({ apps, people: n }) => `${apps.join('+')} ${n}`).sort()
  const before = await of(new Date('2026-11-10T10:00:00Z'), null)
  expect(inOrder(before)).toEqual(['own 1', 'signal 12', 'telegram 1'])
  expect(before.verdicts).toEqual({ signal: 'met', telegram: 'not_met' })
  const after = await of(now, new Date('2026-11-10T10:00:00Z'))
  expect(inOrder(after)).toEqual(['own 1', 'signal 10', 'signal+whatsapp 2'])
  expect(after).toMatchObject({ verdicts: { signal: 'met' }, changed: 3 })
})

test('Lee reads exceptions and the organisation’s own verdicts as released: no app of a few is named', async () => {
  const db = await database()
  const nothing = { judged: null, carriers: { met: 0, others: 0, notApplicable: 0 } }
  expect(await readOwnVerdicts(cast.lee)).toEqual({
    ...{ apps: null, records: null, incidents: null, sending: {} },
    lines: ['G5.0', 'G5.1', 'G5.2'].map((item) => ({ item, ...nothing })),
  })
  await db.insert(exceptions).values(others.slice(0, 12).map((id) => about(id)))
  const records = { item: 'G1.9' as const, labels: [], guidanceVersion: '2.0', validFrom: begun }
  await db.insert(organisationVerdicts).values([
    { ...records, id: randomUUID(), scopeKind: 'device_group', scopeId: 'all_phones', verdict: 'met' },
    { ...records, id: randomUUID(), scopeKind: 'organisation', scopeId: 'organisation', verdict: 'unknown' },
  ])
  await takeSnapshot(cast.kim, {})
  const { latest } = await readOverview(cast.lee)
  expect(spanOf(latest?.figures.exceptions?.open ?? { shown: 'hidden', why: 'tail' })).toMatchObject({
    low: 10,
  })
  expect(latest?.figures.exceptions?.lapsed.shown).toBe('hidden')
  const own = await readOwnVerdicts(cast.lee)
  expect(own.apps).toMatchObject({ named: [{ name: 'Signal', verdict: 'met' }], others: null })
  expect([own.records?.verdict, own.incidents]).toEqual(['unknown', null])
  expect(JSON.stringify(own)).not.toMatch(/telegram|whatsapp/i)
  for (const actor of [cast.sam, cast.ada, cast.max])
    await expect(readOwnVerdicts(actor)).rejects.toBeInstanceOf(Refused)
})

test('one more exception, or one more who uses an app, changes no byte of the next release', async () => {
  const db = await database()
  await db.insert(exceptions).values(others.slice(0, 12).map((id) => about(id)))
  const released = async () => (await db.select().from(snapshots).orderBy(snapshots.asOf)).at(-1)?.released
  const before = (await released()) as ReleasedFigures
  await db
    .insert(exceptions)
    .values(others.slice(12, 17).map((id) => about(id, { decidedAt: new Date('2026-11-23T12:00:00Z') })))
  await db.insert(messagingApps).values({
    ...{
      personId: others[20] ?? '',
      id: randomUUID(),
      serviceId: 'whatsapp',
      createdAt: now,
      removedAt: null,
    },
    version: 1,
  })
  vi.setSystemTime(new Date('2026-11-24T10:00:00Z'))
  await takeSnapshot(cast.kim, {})
  const after = (await released()) as ReleasedFigures
  expect([after.exceptions, after.apps]).toEqual([before.exceptions, before.apps])
  await db.insert(exceptions).values(about(others[17] ?? '', { decidedAt: new Date('2026-11-23T12:00:00Z') }))
  vi.setSystemTime(new Date('2026-11-25T10:00:00Z'))
  await takeSnapshot(cast.kim, {})
  expect(((await released()) as ReleasedFigures).exceptions?.asOf).toBe('2026-11-25T10:00:00.000Z')
})
