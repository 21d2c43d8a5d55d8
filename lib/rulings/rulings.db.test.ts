import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import {
  judgingRuns,
  messagingApps,
  organisationStatements,
  phones,
  pieceStatements,
} from '@/db/schema/pieces'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere, Refused } from '@/lib/access/outcome'
import type { ItemId, OrganisationItem } from '@/lib/guidance/codes'
import { recordLine } from '@/lib/lines/commands/record'
import { phone } from '@/lib/lines/entry.fixture'
import { addMessagingApp } from '@/lib/messaging/commands'
import { readOwnVerdicts } from '@/lib/overview/queries'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { addPhone, renamePhone } from '@/lib/phones/commands'
import { judgeEverybody } from '@/lib/posture/store-turning'
import { answersOf } from '@/lib/rulings/answers'
import {
  listModel,
  reviewApp,
  ruleOnRecords,
  ruleOnResolver,
  stateAny,
  stateEmployerLines,
} from '@/lib/rulings/commands'
import { turnRulings } from '@/lib/rulings/judging'
import { hardwareChoices, readRuling, readRulings } from '@/lib/rulings/queries'
import { pieceProblems } from '@/lib/words/pieces'
import { rulingQuestions } from '@/lib/words/ruling-form'
import { rulingProblems } from '@/lib/words/rulings'

let cast: Cast
const at = new Date('2026-11-23T10:00:00Z')
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: at })
  const db = await database()
  await db.delete(organisationStatements)
  await db.delete(organisationVerdicts)
  await db.delete(messagingApps)
  await db.delete(phones)
  await db.delete(pieceStatements)
  await db.delete(judgingRuns)
  await db.delete(verdicts)
  return () => void vi.useRealTimers()
})
afterAll(dropDatabases)

const review = (outcome: string, more: object = {}) => ({
  key: 'signal',
  version: 0,
  checkedOn: '2026-11-20',
  facts: { outcome, collected: ['phone_number'] },
  texts: { limits: '', reference: 'Review of October, by Nora' },
  ...more,
})
const records = (ruling: string, more: object = {}) => ({
  key: '',
  version: 0,
  checkedOn: '2026-11-20',
  facts: { ruling },
  texts: { policyTitle: 'Records schedule', policyVersion: '4', legalCheckedBy: 'Otto of counsel' },
  ...more,
})
const model = (facts: object = {}, more: object = {}) => ({
  key: '',
  version: 0,
  checkedOn: '2026-11-20',
  facts: {
    platform: 'android',
    latest: 'no',
    latestUntil: '2026-09',
    updatesUntil: '2032-10',
    hardwareKeyStore: 'yes',
    updateFrequency: 'monthly_or_better',
    aerListed: 'yes',
    listed: 'yes',
    ...facts,
  },
  texts: { name: 'Harbour Phone 9', source: '' },
  ...more,
})
const verdictOf = async (scopeId: string, item: OrganisationItem = 'G1.9') => {
  const [row] = await (await database())
    .select()
    .from(organisationVerdicts)
    .where(
      and(
        eq(organisationVerdicts.scopeId, scopeId),
        eq(organisationVerdicts.item, item),
        isNull(organisationVerdicts.validTo),
      ),
    )
  return row
}
const personsVerdict = async (actor: Actor, item: ItemId) => {
  const [row] = await (await database())
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.personId, actor.personId), eq(verdicts.item, item), isNull(verdicts.validTo)))
  return row
}
const statements = async () =>
  (await database()).select().from(organisationStatements).orderBy(asc(organisationStatements.validFrom))
const lastEntry = async () => {
  const [found] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return found
}
const usesSignal = (actor: Actor) => addMessagingApp(actor, { serviceId: 'signal', ownName: '' })

describe('Kim reviews an app', () => {
  test('and the organisation and everybody who uses it are judged by it, and it is written down without a name', async () => {
    expect(await usesSignal(cast.sam)).toMatchObject({ ok: true })
    expect(await personsVerdict(cast.sam, 'G1.3')).toMatchObject({
      verdict: 'unknown',
      labels: ['not_reviewed_yet'],
    })
    expect(await reviewApp(cast.kim, review('approved'))).toEqual({ ok: true, result: { key: 'signal' } })
    expect(await statements()).toMatchObject([
      { topic: 'app_review', guidanceVersion: '2.0', answeredBy: cast.kim.personId },
    ])
    expect(await verdictOf('signal', 'G1.3')).toMatchObject({ item: 'G1.3', verdict: 'met' })
    expect(await judgeEverybody()).toBeGreaterThan(0)
    expect(await personsVerdict(cast.sam, 'G1.3')).toMatchObject({
      verdict: 'met',
      confirmedOn: '2026-11-20',
    })
    const entry = await lastEntry()
    expect(entry).toMatchObject({
      action: 'ruling.stated',
      subjectKind: 'ruling',
      actorId: cast.kim.personId,
    })
    expect(entry?.detail).toContain('approved')
    expect(JSON.stringify([entry, await statements()])).not.toMatch(/Review of October|Nora/)
  })

  test('with a review that stands, and changes it: the former one keeps the time it counted', async () => {
    await reviewApp(cast.kim, review('approved'))
    vi.setSystemTime('2026-11-24T10:00:00Z')
    expect(await reviewApp(cast.nora, review('not_approved', { version: 1 }))).toMatchObject({ ok: true })
    // Nobody was judged in between, so one run is enough for both.
    expect(await (await database()).select().from(judgingRuns)).toHaveLength(1)
    const page = await readRuling(cast.kim, 'app_review', 'signal')
    expect(page.version).toBe(2)
    expect(page.history.map(({ facts, by }) => [facts.outcome, by])).toEqual([
      ['not_approved', 'Nora'],
      ['approved', 'Kim'],
    ])
    expect((await statements())[0]?.validTo?.toISOString()).toBe('2026-11-24T10:00:00.000Z')
  })

  test('from an older page, and is shown what stands now', async () => {
    await reviewApp(cast.nora, review('approved_with_limits'))
    expect(await reviewApp(cast.kim, review('approved'))).toMatchObject({
      ok: false,
      conflict: { version: 1, facts: { outcome: 'approved_with_limits' } },
    })
    expect(await statements()).toHaveLength(1)
  })

  test('twice by one submit, which is stated once', async () => {
    const submission = { key: 'one-submit-0001' }
    await reviewApp(cast.kim, review('approved'), submission)
    expect(await reviewApp(cast.kim, review('approved'), submission)).toMatchObject({ ok: true })
    expect(await statements()).toHaveLength(1)
  })

  test('without an answer, with a day to come, with a secret in the text: each problem at its field', async () => {
    expect(await reviewApp(cast.kim, review('unanswered'))).toMatchObject({
      ok: false,
      problems: { 'facts.outcome': expect.anything() },
    })
    expect(await reviewApp(cast.kim, review('approved', { checkedOn: '2026-11-24' }))).toEqual({
      ok: false,
      problems: { checkedOn: [rulingProblems.future] },
    })
    const secret = { limits: 'the PIN is 482915', reference: '' }
    expect(await reviewApp(cast.kim, review('approved', { texts: secret }))).toMatchObject({
      ok: false,
      problems: { 'texts.limits': expect.anything() },
    })
    expect(await statements()).toHaveLength(0)
  })

  test('that there is not, and finds nothing', async () => {
    await expect(reviewApp(cast.kim, review('approved', { key: 'no-such-app' }))).rejects.toThrow(NotThere)
    await expect(reviewApp(cast.kim, review('approved', { key: 'citi' }))).rejects.toThrow(NotThere)
    await expect(readRuling(cast.kim, 'app_review', 'no-such-app')).rejects.toThrow(NotThere)
  })
})

test('nobody but the security team rules or reads', async () => {
  for (const actor of [cast.sam, cast.lee, cast.ada, cast.max]) {
    await expect(reviewApp(actor, review('approved'))).rejects.toThrow(Refused)
    await expect(ruleOnRecords(actor, records('expiry_allowed'))).rejects.toThrow(Refused)
    await expect(readRulings(actor)).rejects.toThrow(Refused)
    await expect(readRuling(actor, 'records', '')).rejects.toThrow(Refused)
  }
  expect(await statements()).toHaveLength(0)
})

test('the page counts people only from the smallest group on', async () => {
  for (const actor of [cast.sam, cast.rosa, cast.theo, cast.kim]) await usesSignal(actor)
  expect((await readRulings(cast.kim)).apps).toMatchObject([
    { key: 'signal', name: 'Signal', people: null, judged: { verdict: 'unknown' } },
  ])
  await usesSignal(cast.nora)
  expect((await readRulings(cast.kim)).apps).toMatchObject([{ people: 5 }])
})

test('apps that people named themselves are shown together, and by no name', async () => {
  await addMessagingApp(cast.sam, { serviceId: null, ownName: 'Quiet Harbour Chat' })
  const page = await readRulings(cast.kim)
  expect(page.apps).toMatchObject([{ key: 'own', name: '', people: null }])
  expect(JSON.stringify(page)).not.toContain('Quiet Harbour')
})

describe('Kim rules on records', () => {
  test('and everybody is judged anew; who checked it stands sealed', async () => {
    expect(await ruleOnRecords(cast.kim, records('expiry_forbidden'))).toMatchObject({ ok: true })
    expect(await verdictOf('organisation')).toMatchObject({ item: 'G1.9', verdict: 'met' })
    expect(await (await database()).select().from(judgingRuns)).toMatchObject([{ reason: 'ruling' }])
    expect(JSON.stringify(await statements())).not.toMatch(/Otto|schedule/)
    expect((await readRulings(cast.kim)).records.groups[0]?.stated.texts).toMatchObject({
      legalCheckedBy: 'Otto of counsel',
    })
  })

  test('and a year later the clock asks for another look', async () => {
    await ruleOnRecords(cast.kim, records('expiry_forbidden'))
    vi.setSystemTime('2027-11-24T10:00:00Z')
    await turnRulings()
    expect(await verdictOf('organisation')).toMatchObject({ verdict: 'unknown', unknownKind: 'old' })
    expect((await readRulings(cast.kim)).records.judged.nextAction).toBe('look_at_records_again')
  })
})

describe('Kim lists a model of phone', () => {
  test('and people choose it; off the list, it is chosen no more', async () => {
    const listed = await listModel(cast.kim, model())
    if (!listed.ok) throw new Error(JSON.stringify(listed))
    const { key } = listed.result
    expect(await hardwareChoices(cast.sam)).toEqual([
      { id: key, name: 'Harbour Phone 9', platform: 'android' },
    ])
    const ofSam = { label: '', hardwareId: key }
    expect(await addPhone(cast.sam, { ...ofSam, platform: 'android' })).toMatchObject({ ok: true })
    expect(await personsVerdict(cast.sam, 'A1')).toMatchObject({ verdict: 'unknown' })
    expect(await addPhone(cast.sam, { ...ofSam, platform: 'iphone' })).toEqual({
      ok: false,
      problems: { hardwareId: [pieceProblems.otherModel] },
    })
    expect(await listModel(cast.kim, model({ listed: 'no' }, { key, version: 1 }))).toMatchObject({
      ok: true,
    })
    expect(await addPhone(cast.sam, { ...ofSam, platform: 'android' })).toEqual({
      ok: false,
      problems: { hardwareId: [pieceProblems.otherModel] },
    })
    expect(await hardwareChoices(cast.sam)).toEqual([])
    expect(await hardwareChoices(cast.sam, { platform: 'android', hardwareId: key })).toHaveLength(1)
    expect(await hardwareChoices(cast.sam, { platform: 'android', hardwareId: null })).toEqual([])
    expect((await readRulings(cast.kim)).models).toHaveLength(1)
    expect(JSON.stringify(await statements())).not.toContain('Harbour Phone')
  })

  test('and a phone that is renamed takes it only where it is of its kind and in the list, or has it already', async () => {
    const ids = []
    for (const platform of ['android', 'iphone']) {
      const listed = await listModel(
        cast.kim,
        model({ platform }, { texts: { name: `Harbour ${platform}`, source: '' } }),
      )
      if (!listed.ok) throw new Error(JSON.stringify(listed))
      ids.push(listed.result.key)
    }
    const [android = '', iphone = ''] = ids
    const phone = await addPhone(cast.sam, { label: '', platform: 'android', hardwareId: null })
    if (!phone.ok) throw new Error(JSON.stringify(phone))
    const rename = (version: number, hardwareId: string | null) =>
      renamePhone(cast.sam, { id: phone.result.id, version, label: '', hardwareId })
    const refused = { ok: false, problems: { hardwareId: [pieceProblems.otherModel] } }
    expect(await rename(1, iphone)).toEqual(refused)
    expect(await rename(1, randomUUID())).toEqual(refused)
    expect(await rename(1, android)).toMatchObject({ ok: true })
    await listModel(cast.kim, model({ listed: 'no' }, { key: android, version: 1 }))
    expect(await rename(2, android)).toMatchObject({ ok: true })
    expect(await rename(3, null)).toMatchObject({ ok: true })
    expect(await rename(4, android)).toEqual(refused)
  })

  test('and the list of recommended models is written down beside it', async () => {
    const listed = await listModel(cast.kim, model({ aerListed: 'no' }))
    if (!listed.ok) throw new Error(JSON.stringify(listed))
    const { now } = await readRuling(cast.kim, 'hardware', listed.result.key)
    if (!now) throw new Error('nothing is stated')
    expect(answersOf('hardware', now)).toContainEqual({
      label: rulingQuestions.hardware.aerListed?.label,
      value: 'No',
    })
  })

  test('that is no longer the latest, and has to say since when', async () => {
    expect(await listModel(cast.kim, model({ latestUntil: '' }))).toEqual({
      ok: false,
      problems: { 'facts.latestUntil': [rulingProblems.month] },
    })
    expect(await listModel(cast.kim, model({ latestUntil: '2027-01' }))).toEqual({
      ok: false,
      problems: { 'facts.latestUntil': [rulingProblems.future] },
    })
    expect(await listModel(cast.kim, model({ latest: 'yes', latestUntil: '' }))).toMatchObject({ ok: true })
  })

  test('that there is not, and finds nothing', async () => {
    const key = '7d5d2f0e-7b0e-4a57-9a59-0d1c2b3a4f5e'
    await expect(listModel(cast.kim, model({}, { key }))).rejects.toThrow(NotThere)
    await expect(readRuling(cast.kim, 'hardware', key)).rejects.toThrow(NotThere)
  })
})

describe('Kim says what holds for the organisation’s lines', () => {
  const said = {
    key: 'verizon',
    version: 0,
    checkedOn: '2026-11-20',
    facts: {
      pin: 'yes',
      portOutLock: 'on',
      simChangeLock: 'unanswered',
      secondStep: 'not_sure',
      passwordAfterPin: 'unanswered',
    },
    texts: { holder: 'Telecom desk' },
  }
  test('at a carrier, and nowhere else', async () => {
    expect(await stateEmployerLines(cast.kim, said)).toMatchObject({ ok: true })
    expect((await readRulings(cast.kim)).lines).toMatchObject([{ key: 'verizon', facts: { pin: 'yes' } }])
    await expect(stateEmployerLines(cast.kim, { ...said, key: 'signal' })).rejects.toThrow(NotThere)
    await expect(stateEmployerLines(cast.kim, { ...said, key: '' })).rejects.toThrow(NotThere)
  })

  test('and Rosa’s line there is judged by it, and rests on the day it was looked at', async () => {
    const held = { carrierId: 'verizon', accountHolder: 'employer', accountPin: 'set_by_employer' } as const
    expect(await recordLine(cast.rosa, phone(held))).toMatchObject({ ok: true })
    const pinOf = async () => {
      const found = await (await database())
        .select()
        .from(verdicts)
        .where(and(eq(verdicts.personId, cast.rosa.personId), eq(verdicts.scopeKind, 'line')))
      return found.find(({ item, validTo }) => item === 'G5.0' && validTo === null)
    }
    expect(await pinOf()).toMatchObject({
      verdict: 'unknown',
      labels: expect.arrayContaining(['held_by_employer']),
    })
    await stateEmployerLines(cast.kim, said)
    await judgeEverybody()
    expect(await pinOf()).toMatchObject({ verdict: 'met', confirmedOn: '2026-11-20' })
  })

  test('and it is a verdict on the organisation, which Lee reads in counts of carriers, whoever uses the lines', async () => {
    await stateEmployerLines(cast.kim, said)
    await stateEmployerLines(cast.kim, { ...said, key: 'att', facts: { ...said.facts, pin: 'no' } })
    await stateEmployerLines(cast.kim, { ...said, key: 'ee', facts: { ...said.facts, pin: 'not_offered' } })
    expect(await verdictOf('verizon', 'G5.0')).toMatchObject({ scopeKind: 'carrier', verdict: 'met' })
    expect(await verdictOf('organisation', 'G5.0')).toMatchObject({
      ...{ verdict: 'not_met', nextAction: 'set_pin_on_own_lines', turnsOn: '2027-05-20' },
    })
    const [pin, step] = (await readOwnVerdicts(cast.lee)).lines
    expect(pin).toMatchObject({
      judged: { verdict: 'not_met', confirmedOn: '2026-11-20' },
      carriers: { met: 1, others: 1, notApplicable: 1 },
    })
    expect(step).toMatchObject({ judged: { verdict: 'unknown' }, carriers: { met: 0, others: 3 } })
    const before = await readOwnVerdicts(cast.lee)
    const held = { carrierId: 't-mobile', accountHolder: 'employer', accountPin: 'set_by_employer' } as const
    expect(await recordLine(cast.rosa, phone(held))).toMatchObject({ ok: true })
    await turnRulings()
    expect(await readOwnVerdicts(cast.lee)).toEqual(before)
  })

  test('and half a year later the clock asks for another look', async () => {
    await stateEmployerLines(cast.kim, said)
    vi.setSystemTime('2027-05-20T10:00:00Z')
    await turnRulings()
    expect(await verdictOf('organisation', 'G5.0')).toMatchObject({
      ...{ verdict: 'unknown', unknownKind: 'old', labels: ['was_met'] },
    })
  })
})

test('a form that names no topic finds nothing', async () => {
  await expect(stateAny(cast.kim, { topic: 'weather', entry: {} })).rejects.toThrow(NotThere)
  const entry = {
    key: '',
    version: 0,
    checkedOn: '2026-11-20',
    facts: { trust: 'trusted', otherResolvers: 'unanswered' },
    texts: { reference: '' },
  }
  expect(await stateAny(cast.kim, { topic: 'employer_dns', entry })).toMatchObject({ ok: true })
  expect(await ruleOnResolver(cast.kim, { ...entry, version: 1 })).toMatchObject({ ok: true })
})
