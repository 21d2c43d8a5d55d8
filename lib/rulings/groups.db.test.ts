/** Rulings on records for some phones only: whose they are, what becomes of them, and what people are judged by. */
import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { units } from '@/db/schema/organisation'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { people } from '@/db/schema/people'
import { judgingRuns, messagingApps, organisationStatements, pieceStatements } from '@/db/schema/pieces'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere, Refused } from '@/lib/access/outcome'
import { addMessagingApp } from '@/lib/messaging/commands'
import { renameUnit, retireUnit } from '@/lib/organisation/commands/units'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { revisePerson } from '@/lib/people/commands/revise'
import { statePiece } from '@/lib/pieces/commands/state'
import { readPiece } from '@/lib/pieces/queries'
import { judgeEverybody } from '@/lib/posture/store-turning'
import { endGroupRuling, ruleOnRecords } from '@/lib/rulings/commands'
import { turnRulings } from '@/lib/rulings/judging'
import { readRuling, readRulings } from '@/lib/rulings/queries'
import { recordsOf } from '@/lib/rulings/store'

let cast: Cast
let field: string
const targeted = 'highly_targeted'
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
  field = cast.units.field
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') })
  const db = await database()
  for (const table of [
    organisationStatements,
    organisationVerdicts,
    messagingApps,
    pieceStatements,
    judgingRuns,
  ])
    await db.delete(table)
  await db.delete(verdicts)
  await db.update(units).set({ name: 'Field', retiredAt: null, version: 1 }).where(eq(units.id, field))
  for (const [{ personId }, tier] of [
    [cast.sam, 'standard'],
    [cast.rosa, 'highly_targeted'],
  ] as const)
    await db.update(people).set({ tier, unitId: field, version: 1 }).where(eq(people.id, personId))
  return () => void vi.useRealTimers()
})
afterAll(dropDatabases)

const ruling = (key: string, word: string, version = 0, more: object = {}) => ({
  key,
  version,
  checkedOn: '2026-11-20',
  facts: { ruling: word },
  texts: { policyTitle: 'Records schedule', policyVersion: '4', legalCheckedBy: 'Otto of counsel' },
  ...more,
})
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)
const rule = async (key: string, word: string, version = 0) => {
  later(1)
  expect(await ruleOnRecords(cast.kim, ruling(key, word, version))).toEqual({ ok: true, result: { key } })
}
const statements = async () => (await database()).select().from(organisationStatements)

/** A messaging app on the employer's phone, whose messages delete themselves, and no legal hold. */
async function expiringApp(actor: Actor): Promise<string> {
  const app = await addMessagingApp(actor, { serviceId: 'signal', ownName: '' })
  if (!app.ok) throw new Error(JSON.stringify(app))
  const said = await statePiece(actor, {
    ...{ piece: 'app_use', scopeId: app.result.id, based: null },
    answers: {
      usedForSensitive: 'yes',
      onDevice: 'employer_phone',
      onLegalHold: 'no',
      expiry: 'on_default_all',
    },
  })
  if (!said.ok) throw new Error(JSON.stringify(said))
  return app.result.id
}
/** G1.8 and G1.9 as they count now. */
async function judged(actor: Actor): Promise<Record<string, string>> {
  const rows = await (await database())
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.personId, actor.personId), isNull(verdicts.validTo)))
  return Object.fromEntries(
    rows.filter(({ item }) => item === 'G1.8' || item === 'G1.9').map(({ item, verdict }) => [item, verdict]),
  )
}
const allowed = { 'G1.8': 'met', 'G1.9': 'met' }
const forbidden = { 'G1.8': 'not_met', 'G1.9': 'not_met' }
const undecided = { 'G1.8': 'unknown', 'G1.9': 'unknown' }

describe('Kim rules for some phones', () => {
  test('and only whose phones they are is judged by it', async () => {
    await expiringApp(cast.sam)
    await expiringApp(cast.rosa)
    await rule('', 'expiry_allowed')
    await rule(targeted, 'expiry_forbidden')
    await judgeEverybody()
    expect([await judged(cast.sam), await judged(cast.rosa)]).toEqual([allowed, forbidden])
  })

  test('of a unit, and of the two that concern Rosa the stricter holds', async () => {
    await expiringApp(cast.sam)
    await expiringApp(cast.rosa)
    await rule('', 'expiry_forbidden')
    await rule(field, 'allowed_with_archive')
    await judgeEverybody()
    expect([await judged(cast.sam), await judged(cast.rosa)]).toEqual([allowed, allowed])
    await rule(targeted, 'not_decided')
    await judgeEverybody()
    expect([await judged(cast.sam), await judged(cast.rosa)]).toEqual([allowed, undecided])
  })

  test('with a verdict for each group and one for the whole, kept and shown alike', async () => {
    await rule('', 'expiry_allowed')
    await rule(targeted, 'not_decided')
    await rule(field, 'expiry_forbidden')
    const kept = await (await database())
      .select()
      .from(organisationVerdicts)
      .where(and(eq(organisationVerdicts.item, 'G1.9'), isNull(organisationVerdicts.validTo)))
    expect(
      kept.map(({ scopeKind, scopeId, verdict }) => `${scopeKind} ${scopeId} ${verdict}`).sort(),
    ).toEqual(
      [
        'device_group all_phones met',
        `device_group ${field} met`,
        `device_group ${targeted} unknown`,
        'organisation organisation unknown',
      ].sort(),
    )
    const { records } = await readRulings(cast.kim)
    expect(records.judged).toMatchObject({ verdict: 'unknown', nextAction: 'decide_on_records' })
    expect(records.groups.map(({ key, judged: one }) => [key, one?.verdict])).toEqual([
      ['', 'met'],
      [targeted, 'unknown'],
      [field, 'met'],
    ])
    expect(records.groups.map(({ name }) => name)).toEqual([
      'All phones the organisation gave people',
      'Phones of highly targeted people',
      'Phones in Field',
    ])
    expect(records.free.map(({ key }) => key)).toEqual([cast.units.office])
  })

  test('and what is written beside it stands sealed, and in the log without a name', async () => {
    await rule(field, 'expiry_forbidden')
    const [entry] = await (await database())
      .select()
      .from(auditEntries)
      .orderBy(desc(auditEntries.seq))
      .limit(1)
    expect(entry).toMatchObject({ action: 'ruling.stated', actorId: cast.kim.personId })
    expect(entry?.detail).toContain(field)
    expect(JSON.stringify([entry, await statements()])).not.toMatch(/Otto|schedule/)
  })

  test('that there are not, and finds nothing', async () => {
    for (const key of [randomUUID(), 'standard', 'all_phones', field.toUpperCase(), ' ']) {
      await expect(ruleOnRecords(cast.kim, ruling(key, 'expiry_allowed'))).rejects.toThrow(NotThere)
      await expect(readRuling(cast.kim, 'records', key)).rejects.toThrow(NotThere)
    }
    expect(await statements()).toHaveLength(0)
  })

  test('from an older page, and is shown what stands', async () => {
    await rule(targeted, 'expiry_forbidden')
    expect(await ruleOnRecords(cast.nora, ruling(targeted, 'expiry_allowed'))).toMatchObject({
      ok: false,
      conflict: { version: 1, facts: { ruling: 'expiry_forbidden' } },
    })
    expect(await statements()).toHaveLength(1)
  })

  test('with a word that is no ruling, and it is said at its field', async () => {
    for (const word of ['as_for_all', 'unanswered', ''])
      expect(await ruleOnRecords(cast.kim, ruling(field, word))).toMatchObject({
        ok: false,
        problems: { 'facts.ruling': expect.anything() },
      })
  })

  test('and a year later each is asked about again, while people stay judged by it', async () => {
    await expiringApp(cast.rosa)
    await rule('', 'expiry_allowed')
    await rule(targeted, 'expiry_forbidden')
    await judgeEverybody()
    vi.setSystemTime('2027-11-24T10:00:00Z')
    await turnRulings()
    const { records } = await readRulings(cast.kim)
    expect(records.groups.map(({ judged: one }) => one?.unknownKind)).toEqual(['old', 'old'])
    expect(records.judged).toMatchObject({ verdict: 'unknown', nextAction: 'look_at_records_again' })
    expect(await judged(cast.rosa)).toEqual(forbidden)
  })
})

describe('Kim ends the ruling of a group', () => {
  const end = (key: string, version: number, by = cast.kim) => endGroupRuling(by, { key, version })

  test('so that the one for all phones holds again; what was said is kept', async () => {
    await expiringApp(cast.rosa)
    await rule('', 'expiry_allowed')
    await rule(targeted, 'expiry_forbidden')
    await judgeEverybody()
    later(60)
    expect(await end(targeted, 1)).toMatchObject({ ok: true })
    await judgeEverybody()
    expect(await judged(cast.rosa)).toEqual(allowed)
    expect((await readRulings(cast.kim)).records.groups.map(({ key }) => key)).toEqual([''])
    const page = await readRuling(cast.kim, 'records', targeted)
    expect(page).toMatchObject({ version: 2, now: null })
    expect(page.history.map(({ facts, by }) => [facts.ruling, by])).toEqual([
      ['as_for_all', 'Kim'],
      ['expiry_forbidden', 'Kim'],
    ])
    const open = await (await database())
      .select()
      .from(organisationVerdicts)
      .where(and(eq(organisationVerdicts.scopeId, targeted), isNull(organisationVerdicts.validTo)))
    expect(open).toEqual([])
    const [entry] = await (await database())
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'ruling.ended'))
      .orderBy(desc(auditEntries.seq))
    expect(entry).toMatchObject({ subjectKind: 'ruling', actorId: cast.kim.personId })
    expect(entry?.detail).toMatch(/highly_targeted.*expiry_forbidden|expiry_forbidden.*highly_targeted/)
  })

  test('and rules for it once more', async () => {
    await rule(field, 'expiry_forbidden')
    later(1)
    await end(field, 1)
    await rule(field, 'expiry_allowed', 2)
    expect((await readRuling(cast.kim, 'records', field)).now?.facts.ruling).toBe('expiry_allowed')
    expect(await statements()).toHaveLength(3)
  })

  test('from an older page, and is shown what stands', async () => {
    await rule(field, 'expiry_forbidden')
    await rule(field, 'expiry_allowed', 1)
    expect(await end(field, 1)).toMatchObject({
      ok: false,
      conflict: { version: 2, facts: { ruling: 'expiry_allowed' } },
    })
    // Nor does an edit drawn before the end undo it.
    later(1)
    await end(field, 2)
    expect(await ruleOnRecords(cast.nora, ruling(field, 'expiry_allowed', 2))).toMatchObject({
      conflict: { version: 3, facts: { ruling: 'as_for_all' } },
    })
  })

  test('twice by one submit, which ends it once', async () => {
    await rule(field, 'expiry_forbidden')
    later(1)
    const once = () => endGroupRuling(cast.kim, { key: field, version: 1 }, { key: 'one-submit-0002' })
    expect([await once(), await once()]).toMatchObject([{ ok: true }, { ok: true }])
    expect(await statements()).toHaveLength(2)
  })

  test('where there is none, or for all phones, and finds nothing to end', async () => {
    await rule('', 'expiry_forbidden')
    await rule(field, 'expiry_forbidden')
    later(1)
    await end(field, 1)
    for (const [key, version] of [
      ['', 1],
      [field, 2],
      [targeted, 0],
      [randomUUID(), 0],
    ] as const)
      await expect(end(key, version)).rejects.toThrow(NotThere)
  })

  test('and nobody else may', async () => {
    await rule(field, 'expiry_forbidden')
    for (const actor of [cast.sam, cast.lee, cast.ada, cast.max])
      await expect(end(field, 1, actor)).rejects.toThrow(Refused)
    expect(await statements()).toHaveLength(1)
  })
})

describe('somebody who is moved', () => {
  const moved = async (change: object) => {
    later(1)
    const outcome = await revisePerson(cast.kim, {
      personId: cast.sam.personId,
      ...{ version: 1, name: 'Sam', email: 'sam@example.org', unitId: field, tier: 'standard' },
      ...change,
    })
    expect(outcome).toMatchObject({ ok: true })
  }
  test('to another unit is judged by its ruling at once, without waiting for a run', async () => {
    await expiringApp(cast.sam)
    await rule('', 'expiry_allowed')
    await rule(cast.units.office, 'expiry_forbidden')
    await judgeEverybody()
    expect(await judged(cast.sam)).toEqual(allowed)
    await moved({ unitId: cast.units.office })
    expect(await judged(cast.sam)).toEqual(forbidden)
  })

  test('out of every unit has the one for all phones', async () => {
    await expiringApp(cast.sam)
    await rule('', 'expiry_allowed')
    await rule(field, 'expiry_forbidden')
    await judgeEverybody()
    expect(await judged(cast.sam)).toEqual(forbidden)
    await moved({ unitId: '' })
    expect(await judged(cast.sam)).toEqual(allowed)
  })

  test('to the highly targeted is judged by theirs at once', async () => {
    await expiringApp(cast.sam)
    await rule('', 'expiry_allowed')
    await rule(targeted, 'expiry_forbidden')
    await judgeEverybody()
    expect(await judged(cast.sam)).toEqual(allowed)
    await moved({ tier: 'highly_targeted' })
    expect(await judged(cast.sam)).toEqual(forbidden)
  })
})

describe('a unit', () => {
  test('that is called otherwise keeps its ruling', async () => {
    await rule(field, 'expiry_forbidden')
    await renameUnit(cast.max, { id: field, version: 1, name: 'Coast' })
    expect((await readRulings(cast.kim)).records.groups).toMatchObject([
      { key: field, name: 'Phones in Coast', stated: { facts: { ruling: 'expiry_forbidden' } } },
    ])
  })

  test('that nobody is put into any more keeps it for who is still in it, until it is ended', async () => {
    await rule('', 'expiry_allowed')
    await rule(field, 'expiry_forbidden')
    await retireUnit(cast.max, { id: field, version: 1 })
    const open = async () => (await database()).transaction((tx) => recordsOf(tx, cast.sam.personId))
    expect(await open()).toBe('expiry_forbidden')
    expect((await readRulings(cast.kim)).records.groups[1]).toMatchObject({ key: field, retired: true })
    await rule(field, 'allowed_with_archive', 1)
    later(1)
    expect(await endGroupRuling(cast.kim, { key: field, version: 2 })).toMatchObject({ ok: true })
    expect(await open()).toBe('expiry_allowed')
    // And no new one begins.
    expect((await readRulings(cast.kim)).records.free.map(({ key }) => key)).not.toContain(field)
    await expect(ruleOnRecords(cast.kim, ruling(field, 'expiry_forbidden', 3))).rejects.toThrow(NotThere)
    await expect(readRuling(cast.kim, 'records', field)).rejects.toThrow(NotThere)
  })
})

test('whoever answers is told what the organisation says of their own phone, and only where it matters', async () => {
  const [ofSam, ofRosa] = [await expiringApp(cast.sam), await expiringApp(cast.rosa)]
  const told = async (actor: Actor, id: string) => (await readPiece(actor, 'app_use', id)).records
  expect(await told(cast.sam, ofSam)).toBe('not_decided')
  await rule('', 'expiry_allowed')
  await rule(targeted, 'expiry_forbidden')
  expect([await told(cast.sam, ofSam), await told(cast.rosa, ofRosa)]).toEqual([
    'expiry_allowed',
    'expiry_forbidden',
  ])
  expect((await readPiece(cast.rosa, 'passwords', null)).records).toBeNull()
})
