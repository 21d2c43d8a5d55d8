import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { exceptions } from '@/db/schema/exceptions'
import { people, recordOpenings } from '@/db/schema/people'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere, Refused } from '@/lib/access/outcome'
import { recordAccount } from '@/lib/accounts/commands/record'
import { removeAccount } from '@/lib/accounts/commands/remove'
import { mailbox } from '@/lib/accounts/entry.fixture'
import { readAccount } from '@/lib/accounts/queries'
import {
  askForException,
  askForSomebody,
  decideException,
  endException,
  withdrawException,
} from '@/lib/exceptions/commands'
import { countExceptions, listExceptions, pageSize } from '@/lib/exceptions/list'
import { askable, askableForSomebody, askableScopes, ownExceptions } from '@/lib/exceptions/queries'
import { pieceShape } from '@/lib/guidance/pieces'
import { blankAnswers } from '@/lib/guidance/questions'
import { recordLine } from '@/lib/lines/commands/record'
import { phone } from '@/lib/lines/entry.fixture'
import { readLine } from '@/lib/lines/queries'
import { addMessagingApp } from '@/lib/messaging/commands'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { openRecord } from '@/lib/people/commands/open-record'
import { readRecord } from '@/lib/people/queries/record'
import { addPhone } from '@/lib/phones/commands'
import { readPhone } from '@/lib/phones/queries'
import { statePiece } from '@/lib/pieces/commands/state'
import { exceptionWords } from '@/lib/words/exceptions'

const says = exceptionWords.problems
const texts = { smsSecondFactor: 'on', smsRecovery: 'off', phoneLine: 'not_listed' } as const
let cast: Cast
/** Sam's own line without a PIN, his personal mailbox with texts, and one of his employer's. */
let line = ''
let personal = ''
let work = ''
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') })
  await freshDatabase()
  cast = await castInto()
  line = resultOf(await recordLine(cast.sam, phone())).id
  personal = resultOf(await recordAccount(cast.sam, mailbox({ ...texts, heldAs: 'personal' }))).id
  work = resultOf(
    await recordAccount(cast.sam, mailbox({ ...texts, heldAs: 'employer' }, { label: 'Work mailbox' })),
  ).id
}, 60_000)
beforeEach(async () => {
  vi.setSystemTime(new Date('2026-11-23T10:00:00Z'))
  const db = await database()
  await db.delete(exceptions)
  await db.delete(recordOpenings)
})
afterAll(() => {
  vi.useRealTimers()
  return dropDatabases()
})

function resultOf<Result>(outcome: { ok: true; result: Result } | { ok: false }): Result {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result
}
const wish = (change: object = {}) => ({
  item: 'G5.0',
  scopeId: line,
  reason: 'service_does_not_offer',
  reasonText: '',
  endsOn: '2027-05-31',
  ...change,
})
const asked = async (actor: Actor = cast.sam, change: object = {}) =>
  resultOf(await askForException(actor, wish(change))).id
const rowOf = async (id: string) => {
  const [row] = await (await database()).select().from(exceptions).where(eq(exceptions.id, id))
  if (!row) throw new Error('no such exception')
  return row
}
const based = async (id: string) => {
  const { personId, version } = await rowOf(id)
  return { personId, id, version }
}
const decide = async (actor: Actor, id: string, change: object = {}) =>
  decideException(actor, {
    ...(await based(id)),
    outcome: 'approved',
    endsOn: '2027-05-31',
    note: '',
    ...change,
  })
const verdictOf = async (item: 'G5.0' | 'G3', scopeId: string) => {
  const [row] = await (await database())
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.item, item), eq(verdicts.scopeId, scopeId), isNull(verdicts.validTo)))
  return row
}
const open = async (actor: Actor, personId: string) =>
  resultOf(await openRecord(actor, { personId, reason: 'help_was_asked', note: '' }))
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}
const list = (actor: Actor, show: 'waiting' | 'accepted' | 'ending' | 'lapsed' | 'ended' = 'waiting') =>
  listExceptions(actor, { show, cursor: null })
const problemsIn = (outcome: object): object => ('problems' in outcome ? (outcome.problems as object) : {})

describe('Sam asks for an exception', () => {
  test('and it waits, sealed, written down without a reason’s words, and no verdict changes', async () => {
    const before = await verdictOf('G5.0', line)
    const id = await asked(cast.sam, { reasonText: 'Kq7Zcontract ends in May' })
    expect(await rowOf(id)).toMatchObject({
      personId: cast.sam.personId,
      scopeKind: 'line',
      requestedBy: cast.sam.personId,
      outcome: null,
      reasonTextSealed: expect.stringMatching(/^s1\./),
    })
    expect(await verdictOf('G5.0', line)).toEqual(before)
    expect(await lastEntry()).toMatchObject({ action: 'exception.asked', subjectId: id })
    const db = await database()
    const kept = [await db.select().from(exceptions), await db.select().from(auditEntries)]
    expect(JSON.stringify(kept)).not.toContain('Kq7Z')
    expect(await ownExceptions(cast.sam)).toMatchObject([
      {
        id,
        state: 'asked',
        about: 'Own phone ending 41',
        reasonText: 'Kq7Zcontract ends in May',
        askedBy: null,
      },
    ])
    const { verdicts: judged } = await readLine(cast.sam, line)
    expect(judged.find(({ item }) => item === 'G5.0')).toMatchObject({
      verdict: 'not_met',
      exceptionAsked: true,
      acceptedUntil: null,
    })
  })

  test('once for each thing, and the same form sent twice asks once', async () => {
    const first = await askForException(cast.sam, wish(), { key: 'ask-0001' })
    expect(await askForException(cast.sam, wish(), { key: 'ask-0001' })).toEqual(first)
    expect(problemsIn(await askForException(cast.sam, wish()))).toEqual({ item: [says.waiting] })
    expect(await (await database()).select().from(exceptions)).toHaveLength(1)
  })

  test.each([
    ['endsOn', { endsOn: '2026-11-23' }, says.endsOn],
    ['endsOn', { endsOn: '2027-11-25' }, says.endsOn],
    ['endsOn', { endsOn: '' }, undefined],
    ['reason', { reason: 'no_time' }, undefined],
    ['reasonText', { reason: 'other' }, says.say],
    ['reasonText', { reasonText: 'the PIN is 4711' }, undefined],
    ['reasonText', { reasonText: 'x'.repeat(301) }, undefined],
    ['item', { item: 'G9' }, undefined],
    ['item', { item: 'G5.2' }, says.item.unknown],
    ['', { approvedBy: 'me' }, undefined],
  ])('and %s is named where it is wrong: %j', async (field, change, sentence) => {
    const problems = problemsIn(await askForException(cast.sam, wish(change))) as Record<string, string[]>
    expect(Object.keys(problems)).toEqual([field])
    if (sentence) expect(problems[field]).toEqual([sentence])
  })

  test('not for what is not judged, nor for what is Rosa’s', async () => {
    await expect(askForException(cast.sam, wish({ item: 'G3' }))).rejects.toBeInstanceOf(NotThere)
    await expect(askForException(cast.rosa, wish())).rejects.toBeInstanceOf(NotThere)
    await expect(askForException(cast.sam, wish({ scopeId: randomUUID() }))).rejects.toBeInstanceOf(NotThere)
  })

  test('and may be told beforehand what can be asked for', async () => {
    const offered = await askable(cast.sam, line)
    expect(offered).toMatchObject({ about: 'Own phone ending 41', lastDay: '2027-11-24' })
    expect(offered.items.map(({ item }) => item)).toContain('G5.0')
    await asked()
    expect((await askable(cast.sam, line)).items.map(({ item }) => item)).not.toContain('G5.0')
    await expect(askable(cast.rosa, line)).rejects.toBeInstanceOf(NotThere)
    await expect(askable(cast.sam, 'nothing')).rejects.toBeInstanceOf(NotThere)
  })
})

describe('Kim decides', () => {
  test('and the label stands beside the verdict, which stays', async () => {
    const id = await asked(cast.sam, { item: 'G3', scopeId: work })
    expect(await decide(cast.kim, id, { endsOn: '2027-02-28', note: 'Look again in spring.' })).toMatchObject(
      {
        ok: true,
      },
    )
    expect(await lastEntry()).toMatchObject({ action: 'exception.decided', personId: cast.sam.personId })
    const { verdicts: judged } = await readAccount(cast.sam, work)
    expect(judged.find(({ item }) => item === 'G3')).toMatchObject({
      verdict: 'not_met',
      acceptedUntil: '2027-02-28',
      exceptionAsked: false,
    })
    expect(judged.find(({ item }) => item === 'G2')).toMatchObject({ acceptedUntil: null })
    expect(await ownExceptions(cast.sam)).toMatchObject([
      { state: 'accepted', decidedBy: 'Kim', note: 'Look again in spring.', endsOn: '2027-02-28' },
    ])
    await open(cast.kim, cast.sam.personId)
    const record = await readRecord(cast.kim, cast.sam.personId)
    expect(record?.accounts[0]?.verdicts.find(({ item }) => item === 'G3')).toMatchObject({
      acceptedUntil: '2027-02-28',
    })
  })

  test('to refuse, and Sam reads why and may ask again', async () => {
    const id = await asked()
    await decide(cast.kim, id, { outcome: 'refused', note: 'The carrier offers one: ask in the shop.' })
    expect(await ownExceptions(cast.sam)).toMatchObject([
      { state: 'refused', note: 'The carrier offers one: ask in the shop.' },
    ])
    const { verdicts: judged } = await readLine(cast.sam, line)
    expect(judged.find(({ item }) => item === 'G5.0')).toMatchObject({
      acceptedUntil: null,
      exceptionAsked: false,
    })
    await asked()
  })

  test('and it ends by itself on its day, with nothing written', async () => {
    const id = await asked()
    await decide(cast.kim, id, { endsOn: '2026-12-01' })
    const row = await rowOf(id)
    vi.setSystemTime(new Date('2026-12-01T22:59:00Z'))
    expect((await ownExceptions(cast.sam))[0]?.state).toBe('accepted')
    vi.setSystemTime(new Date('2026-12-02T10:00:00Z'))
    expect((await ownExceptions(cast.sam))[0]?.state).toBe('ended')
    const { verdicts: judged } = await readLine(cast.sam, line)
    expect(judged.find(({ item }) => item === 'G5.0')).toMatchObject({ acceptedUntil: null })
    expect(await rowOf(id)).toEqual(row)
  })

  test('never on what she asked for, nor on her own', async () => {
    await open(cast.kim, cast.sam.personId)
    const wanted = { ...wish(), personId: cast.sam.personId }
    const { id } = resultOf(await askForSomebody(cast.kim, wanted))
    expect(problemsIn(await decide(cast.kim, id))).toEqual({ '': [says.barred.asked] })
    const own = resultOf(await recordLine(cast.kim, phone())).id
    const hers = await asked(cast.kim, { scopeId: own })
    expect(problemsIn(await decide(cast.kim, hers))).toEqual({ '': [says.barred.holder] })
    expect((await list(cast.kim)).rows.map(({ barred }) => barred).sort()).toEqual(['asked', 'holder'])
    expect(await decide(cast.nora, id)).toMatchObject({ ok: true })
    expect(await decide(cast.nora, hers)).toMatchObject({ ok: true })
  })

  test.each([
    ['endsOn', { endsOn: '2026-11-23' }],
    ['endsOn', { endsOn: '2028-01-01' }],
    ['outcome', { outcome: 'maybe' }],
    ['note', { note: 'password: hunter2hunter2' }],
    ['', { decidedBy: 'Nora' }],
  ])('and %s is named where it is wrong: %j', async (field, change) => {
    const id = await asked()
    expect(Object.keys(problemsIn(await decide(cast.kim, id, change)))).toEqual([field])
    expect((await rowOf(id)).outcome).toBeNull()
  })

  test('on what was decided or taken back meanwhile sees what stands, and changes nothing', async () => {
    const id = await asked()
    const first = await based(id)
    await decide(cast.kim, id)
    const late = { ...first, outcome: 'refused', endsOn: '2027-05-31', note: '' }
    expect(await decideException(cast.nora, late)).toEqual({
      ok: false,
      conflict: { version: 2, outcome: 'approved', endsOn: '2027-05-31', over: false },
    })
    expect(await decideException(cast.nora, { ...late, version: 2 })).toMatchObject({ ok: false })
    expect((await rowOf(id)).decidedBy).toBe(cast.kim.personId)
    await expect(decideException(cast.kim, { ...late, personId: cast.rosa.personId })).rejects.toBeInstanceOf(
      NotThere,
    )
  })

  test('to end one before its day', async () => {
    const id = await asked()
    await decide(cast.kim, id)
    expect(await endException(cast.nora, await based(id))).toMatchObject({ ok: true })
    expect(await lastEntry()).toMatchObject({ action: 'exception.ended', subjectId: id })
    expect((await ownExceptions(cast.sam))[0]?.state).toBe('ended')
    expect(await endException(cast.nora, await based(id))).toMatchObject({
      ok: false,
      conflict: { over: true },
    })
  })
})

describe('Sam takes it back', () => {
  test('while it waits, and once it is accepted', async () => {
    const id = await asked()
    const { version } = await rowOf(id)
    expect(await withdrawException(cast.sam, { id, version })).toMatchObject({ ok: true })
    expect((await ownExceptions(cast.sam))[0]?.state).toBe('withdrawn')
    expect(await withdrawException(cast.sam, { id, version: version + 1 })).toMatchObject({ ok: false })
    const again = await asked()
    await decide(cast.kim, again)
    expect(await withdrawException(cast.sam, { id: again, version: 2 })).toMatchObject({ ok: true })
    expect(await lastEntry()).toMatchObject({ action: 'exception.withdrawn' })
  })

  test('and nobody else’s', async () => {
    const id = await asked()
    await expect(withdrawException(cast.rosa, { id, version: 1 })).rejects.toBeInstanceOf(NotThere)
    expect(await withdrawException(cast.sam, { id, version: 7 })).toMatchObject({
      ok: false,
      conflict: { version: 1 },
    })
  })
})

describe('the security team asks for somebody', () => {
  test('under an opening of the record, and Sam sees who', async () => {
    const of = { personId: cast.sam.personId, scopeId: line }
    await expect(askableForSomebody(cast.kim, of)).rejects.toBeInstanceOf(NotThere)
    await expect(askForSomebody(cast.kim, { ...wish(), ...of })).rejects.toBeInstanceOf(NotThere)
    await open(cast.kim, cast.sam.personId)
    expect(await askableForSomebody(cast.kim, of)).toMatchObject({
      person: 'Sam',
      about: 'Own phone ending 41',
    })
    expect(await askForSomebody(cast.kim, { ...wish(), ...of })).toMatchObject({ ok: true })
    expect(await ownExceptions(cast.sam)).toMatchObject([{ askedBy: 'Kim', state: 'asked' }])
    await expect(askableForSomebody(cast.nora, of)).rejects.toBeInstanceOf(NotThere)
  })

  test('never for a personal account that is only counted', async () => {
    await open(cast.kim, cast.sam.personId)
    const of = { personId: cast.sam.personId, scopeId: personal }
    await expect(askableForSomebody(cast.kim, of)).rejects.toBeInstanceOf(NotThere)
    await expect(askForSomebody(cast.kim, { ...wish({ item: 'G3' }), ...of })).rejects.toBeInstanceOf(
      NotThere,
    )
    const shown = { ...of, scopeId: work }
    expect(await askForSomebody(cast.kim, { ...wish({ item: 'G3' }), ...shown })).toMatchObject({ ok: true })
  })
})

describe('of phones, apps and the person themselves the team asks', () => {
  test('for what the opened record shows, under the name it has there', async () => {
    const pocket = resultOf(await addPhone(cast.theo, { label: 'Pocket', platform: 'iphone' })).id
    const blank = blankAnswers(pieceShape('iphone_settings').questions)
    const state = (piece: string, scopeId: string | null, answers: object) =>
      statePiece(cast.theo, { piece, scopeId, based: null, answers })
    resultOf(await state('iphone_settings', pocket, { ...blank, lockdown: 'off' }))
    const methods = (['fido_security_key', 'passkey'] as const).map((method) => ({
      ...{ method, state: 'off' as const },
      roles: ['second_factor' as const],
    }))
    const google = mailbox({ heldAs: 'personal', ...texts, methods, passwordStillWorks: 'yes' })
    resultOf(await recordAccount(cast.theo, google))
    const vault = {
      usesManager: 'for_some',
      manager: 'google_password_manager',
      vaultPassphrase: 'no_passphrase_uses_device_or_account',
    }
    resultOf(await state('passwords', null, vault))
    await open(cast.kim, cast.theo.personId)
    const of = (scopeId: string) => askableForSomebody(cast.kim, { personId: cast.theo.personId, scopeId })
    expect(await of(pocket)).toMatchObject({
      about: expect.stringContaining('Pocket'),
      items: [{ item: 'I1' }],
    })
    const own = await of(cast.theo.personId)
    expect(own).toMatchObject({ about: exceptionWords.scopes.person, person: 'Theo' })
    // Neither the account that protects the vault nor the list of accounts: both would tell of one that is only counted.
    const asHolder = (await askable(cast.theo, cast.theo.personId)).items.map(({ item }) => item)
    expect(asHolder).toEqual(expect.arrayContaining(['G4.0', 'G4.1']))
    expect(own.items.map(({ item }) => item)).toEqual(['G4.0'])
    const shown = await readRecord(cast.kim, cast.theo.personId)
    expect(JSON.stringify(shown?.things)).not.toContain('inherits')
    const vaultToo = { ...wish({ item: 'G4.1', scopeId: cast.theo.personId }), personId: cast.theo.personId }
    await expect(askForSomebody(cast.kim, vaultToo)).rejects.toBeInstanceOf(NotThere)
    for (const [item, scopeId] of [
      ['I1', pocket],
      ['G4.0', cast.theo.personId],
    ] as const)
      expect(
        await askForSomebody(cast.kim, { ...wish({ item, scopeId }), personId: cast.theo.personId }),
      ).toMatchObject({ ok: true })
  })

  test('and never for what a legal hold decides, whose verdict the list does not show either', async () => {
    const app = resultOf(await addMessagingApp(cast.theo, { serviceId: 'signal', ownName: '' })).id
    const answers = {
      usedForSensitive: 'yes',
      onDevice: 'both',
      onLegalHold: 'yes',
      expiry: 'on_default_all',
    }
    resultOf(await statePiece(cast.theo, { piece: 'app_use', scopeId: app, based: null, answers }))
    const judged = (await askable(cast.theo, app)).items.map(({ item }) => item)
    expect(judged).toEqual(expect.arrayContaining(['G1.8', 'G1.9']))
    await open(cast.kim, cast.theo.personId)
    const of = { personId: cast.theo.personId, scopeId: app }
    const found = await askableForSomebody(cast.kim, of)
    expect(found).toMatchObject({ about: 'Signal' })
    expect(found.items.filter(({ item }) => ['G1.8', 'G1.9'].includes(item))).toEqual([])
    for (const item of ['G1.8', 'G1.9'])
      await expect(askForSomebody(cast.kim, { ...wish({ item }), ...of })).rejects.toBeInstanceOf(NotThere)
    await asked(cast.theo, { item: 'G1.9', scopeId: app, reason: 'records_law' })
    expect((await list(cast.kim)).rows).toMatchObject([{ item: 'G1.9', verdict: 'not_shown' }])
  })
})

test('of a phone it stands beside the piece’s verdict, under the phone’s name', async () => {
  const { id } = resultOf(await addPhone(cast.rosa, { label: 'Pocket', platform: 'iphone' }))
  const blank = blankAnswers(pieceShape('iphone_settings').questions)
  const said = { piece: 'iphone_settings', scopeId: id, based: null, answers: { ...blank, lockdown: 'off' } }
  resultOf(await statePiece(cast.rosa, said))
  expect(await askable(cast.rosa, id)).toMatchObject({
    about: 'Pocket',
    items: [{ item: 'I1', verdict: 'not_met' }],
  })
  expect(await askableScopes(cast.rosa)).toMatchObject([
    { scopeId: id, scopeKind: 'phone', about: 'Pocket', count: 1 },
    { scopeKind: 'person', about: exceptionWords.scopes.you, count: 1 },
  ])
  const wanted = await asked(cast.rosa, { item: 'I1', scopeId: id, reason: 'mission_need' })
  expect((await list(cast.kim)).rows).toMatchObject([{ person: 'Rosa', about: exceptionWords.scopes.phone }])
  await decide(cast.kim, wanted)
  const { pieces } = await readPhone(cast.rosa, id)
  const judged = pieces.flatMap(({ verdicts: of }) => of)
  expect(judged.find(({ item }) => item === 'I1')).toMatchObject({
    verdict: 'not_met',
    acceptedUntil: '2027-05-31',
  })
  expect(judged.find(({ item }) => item === 'I2')).toMatchObject({ acceptedUntil: null })
  expect((await ownExceptions(cast.rosa))[0]).toMatchObject({
    about: 'Pocket',
    there: true,
    state: 'accepted',
  })
})

test('an aide who answers for Rosa neither asks nor sees what was asked', async () => {
  const onBehalfOf = {
    personId: cast.rosa.personId,
    delegationId: randomUUID(),
    scope: ['accounts', 'lines'] as const,
  }
  const theo: Actor = { ...cast.theo, onBehalfOf }
  for (const act of [
    () => askForException(theo, wish()),
    () => ownExceptions(theo),
    () => askableScopes(theo),
  ])
    await expect(act()).rejects.toBeInstanceOf(Refused)
})

describe('the list', () => {
  test('names what may be named, and a personal account not at all', async () => {
    await asked(cast.sam, { item: 'G3', scopeId: personal })
    await asked(cast.sam, { item: 'G3', scopeId: work })
    await asked()
    const { rows } = await list(cast.kim)
    expect(rows.map(({ person, about, verdict, byHolder }) => [person, about, verdict, byHolder])).toEqual(
      expect.arrayContaining([
        ['Sam', exceptionWords.scopes.personalAccount, 'not_met', true],
        ['Sam', 'Work mailbox', 'not_met', true],
        ['Sam', 'Own phone ending 41', 'not_met', true],
      ]),
    )
  })

  test('tells the waiting, the accepted, the ending, and the ended where nothing was mended', async () => {
    const soon = await asked(cast.sam, { item: 'G3', scopeId: work })
    const long = await asked()
    await asked(cast.sam, { item: 'G3', scopeId: personal })
    await decide(cast.kim, soon, { endsOn: '2026-12-10' })
    await decide(cast.kim, long)
    const ids = async (show: Parameters<typeof list>[1]) =>
      (await list(cast.kim, show)).rows.map(({ id }) => id)
    expect(await countExceptions(cast.kim)).toEqual({
      waiting: 1,
      accepted: 2,
      ending: 1,
      lapsed: 0,
      ended: 0,
    })
    expect(await ids('accepted')).toEqual([soon, long])
    expect(await ids('ending')).toEqual([soon])
    vi.setSystemTime(new Date('2026-12-11T10:00:00Z'))
    expect(await ids('ended')).toEqual([soon])
    expect(await ids('lapsed')).toEqual([soon])
    await asked(cast.sam, { item: 'G3', scopeId: work })
    expect(await ids('lapsed')).toEqual([])
    expect(await countExceptions(cast.kim)).toEqual({
      waiting: 2,
      accepted: 1,
      ending: 0,
      lapsed: 0,
      ended: 1,
    })
  })

  test('leaves out who has left, and says when the account is gone', async () => {
    const other = resultOf(
      await recordAccount(cast.theo, mailbox({ ...texts, heldAs: 'employer' }, { label: 'Work mailbox' })),
    ).id
    const id = await asked(cast.theo, { item: 'G3', scopeId: other })
    await decide(cast.kim, id, { endsOn: '2026-12-10' })
    resultOf(await removeAccount(cast.theo, { id: other, version: 1 }))
    vi.setSystemTime(new Date('2026-12-11T10:00:00Z'))
    expect((await list(cast.kim, 'ended')).rows).toMatchObject([
      { about: exceptionWords.scopes.gone, verdict: null },
    ])
    expect((await list(cast.kim, 'lapsed')).rows).toEqual([])
    expect((await ownExceptions(cast.theo))[0]).toMatchObject({
      about: exceptionWords.scopes.gone,
      there: false,
    })
    const db = await database()
    await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, cast.theo.personId))
    expect((await list(cast.kim, 'ended')).rows).toEqual([])
    expect((await countExceptions(cast.kim)).ended).toBe(0)
    await db.update(people).set({ deactivatedAt: null }).where(eq(people.id, cast.theo.personId))
  })

  test('is paged by key, there and back', async () => {
    const db = await database()
    const rows = Array.from({ length: pageSize * 2 + 3 }, (_, n) => ({
      personId: cast.sam.personId,
      id: randomUUID(),
      item: 'G5.0' as const,
      scopeKind: 'line' as const,
      scopeId: randomUUID(),
      reason: 'mission_need' as const,
      requestedBy: cast.sam.personId,
      requestedAt: new Date(Date.parse('2026-11-20T10:00:00Z') + Math.floor(n / 3) * 1000),
      endsOn: `2027-01-${String(1 + (n % 9)).padStart(2, '0')}`,
      outcome: n % 2 === 0 ? null : ('approved' as const),
    }))
    await db.insert(exceptions).values(rows)
    for (const show of ['waiting', 'accepted'] as const) {
      const first = await listExceptions(cast.kim, { show, cursor: null })
      const second = await listExceptions(cast.kim, { show, cursor: first.next })
      expect([first.rows.length, first.previous]).toEqual([pageSize, null])
      const all = [...first.rows, ...second.rows].map(({ id }) => id)
      expect(new Set(all).size).toBe(
        rows.filter(({ outcome }) => (outcome === null) === (show === 'waiting')).length,
      )
      expect(second.next).toBeNull()
      const back = await listExceptions(cast.kim, { show, cursor: second.previous })
      expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
      expect(back.previous).toBeNull()
    }
  })
})

test.each(['sam', 'lee', 'ada', 'max'] as const)('what the team does is refused to %s', async (member) => {
  const id = await asked()
  const actor = cast[member]
  const acts = [
    () => listExceptions(actor, { show: 'waiting', cursor: null }),
    () => countExceptions(actor),
    () => decide(actor, id),
    async () => endException(actor, await based(id)),
    () => askForSomebody(actor, { ...wish(), personId: cast.sam.personId }),
    () => askableForSomebody(actor, { personId: cast.sam.personId, scopeId: line }),
  ]
  for (const act of acts) await expect(act()).rejects.toBeInstanceOf(Refused)
})

describe.runIf(onServer)('two at the same time', () => {
  test('ask for the same: one waits', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => askForException(cast.sam, wish())))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
  test('decide: one counts', async () => {
    const id = await asked()
    const outcomes = await Promise.all([decide(cast.kim, id), decide(cast.nora, id, { outcome: 'refused' })])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
