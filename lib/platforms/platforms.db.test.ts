import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { organisation } from '@/db/schema/organisation'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { platformEntries, platformStatements } from '@/db/schema/platforms'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere, Refused } from '@/lib/access/outcome'
import { firstSettings } from '@/lib/organisation/settings'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { mostOf } from '@/lib/platforms/checks'
import { confirmEntry, recordEntry, removeEntry, restoreEntry, reviseEntry } from '@/lib/platforms/commands'
import { type RegisterEntry, registerTexts } from '@/lib/platforms/entry'
import { entry } from '@/lib/platforms/entry.fixture'
import { judgeRegisterAnew } from '@/lib/platforms/judging'
import type { RegisterItem } from '@/lib/platforms/wholes'
import { wholeOrganisation } from '@/lib/posture/organisation'
import type { RegisterKind } from '@/lib/vocabulary'
import { fieldWords } from '@/lib/words/fields'
import { platformProblems as says } from '@/lib/words/platform-problems'

let cast: Cast
const at = new Date('2026-11-23T10:00:00Z')
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: at })
  const db = await database()
  await db.delete(platformStatements)
  await db.delete(platformEntries)
  await db.delete(organisationVerdicts)
  return () => void vi.useRealTimers()
})
afterAll(dropDatabases)

/** Records what must be accepted, and gives its id. */
async function recorded(of: RegisterEntry, actor: Actor = cast.kim): Promise<string> {
  const outcome = await recordEntry(actor, of)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
/** A platform with one sign-in, and that messages are sent. */
async function begun() {
  await recorded(entry('sending'))
  const platformId = await recorded(entry('platform'))
  const account = await recorded(entry('account', { platformId }))
  return { platformId, account }
}
const rowOf = async (id: string) => {
  const [row] = await (await database()).select().from(platformEntries).where(eq(platformEntries.id, id))
  if (!row) throw new Error('no such entry')
  return row
}
const based = async (id: string) => ({ id, version: (await rowOf(id)).version })
const statementsOf = async (id: string) =>
  (await database())
    .select()
    .from(platformStatements)
    .where(eq(platformStatements.entryId, id))
    .orderBy(asc(platformStatements.validFrom))
const verdictOf = async (item: RegisterItem, scopeId: string = wholeOrganisation) => {
  const [row] = await (await database())
    .select()
    .from(organisationVerdicts)
    .where(
      and(
        eq(organisationVerdicts.item, item),
        eq(organisationVerdicts.scopeId, scopeId),
        isNull(organisationVerdicts.validTo),
      ),
    )
  return row
}
const lastEntry = async () => {
  const [found] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return found
}

describe('Kim adds to the register', () => {
  test('and it is judged at once under both texts, and written down without a name', async () => {
    const { account } = await begun()
    expect(await verdictOf('C1', account)).toMatchObject({ verdict: 'met', guidanceVersion: '2025-12-17' })
    expect(await verdictOf('C1.cisa', account)).toMatchObject({
      verdict: 'met',
      labels: ['service_offers_no_fido'],
      guidanceVersion: '2.0',
    })
    expect(await verdictOf('C1')).toMatchObject({ verdict: 'unknown', nextAction: 'count_other_staff' })
    expect(await statementsOf(account)).toMatchObject([
      {
        guidanceVersion: '2025-12-17',
        confirmedOn: '2026-11-23',
        answeredBy: cast.kim.personId,
        validTo: null,
      },
    ])
    expect(await lastEntry()).toMatchObject({
      action: 'register.recorded',
      subjectKind: 'register.account',
      subjectId: account,
      detail: '{"after":null,"before":null}',
    })
  })

  test('and that nothing is sent makes all four not applicable', async () => {
    await recorded(entry('sending', { sends: 'no' }))
    for (const item of ['C1', 'C1.cisa', 'C2', 'C3', 'C4'] as const)
      expect(await verdictOf(item)).toMatchObject({ verdict: 'not_applicable', turnsOn: '2027-11-24' })
  })

  test('and no name, purpose, owner, label or remark stands anywhere in plain text', async () => {
    const { platformId } = await begun()
    await recorded(entry('platform', { serviceId: null }, { name: 'Kq7Zplatform' }))
    await recorded(entry('account', { platformId }, { label: 'Kq7Zlabel' }))
    await recorded(
      entry(
        'credential',
        { platformId, compromise: 'suspected', actionOn: '2026-11-20' },
        { name: 'Kq7Zname', purpose: 'Kq7Zpurpose', owner: 'Kq7Zowner', action: 'Kq7Zaction' },
      ),
    )
    await recorded(
      entry('third_party', { credentialIds: [] }, { party: 'Kq7Zparty', document: 'Kq7Zdocument' }),
    )
    await recorded(entry('event', {}, { what: 'Kq7Zwhat', action: 'Kq7Zdone' }))
    await recorded(entry('training', {}, { topic: 'Kq7Ztopic' }))
    await recorded(entry('monitoring', {}, { watcher: 'Kq7Zwatcher', report: 'Kq7Zreport' }))
    const db = await database()
    const kept = [
      await db.select().from(platformEntries),
      await db.select().from(platformStatements),
      await db.select().from(organisationVerdicts),
      await db.select().from(auditEntries),
    ]
    expect(JSON.stringify(kept)).not.toMatch(/Kq7Z/)
    expect(JSON.stringify(kept)).toMatch(/"textsSealed":"s1\./)
  })

  test('and the value of a key, its beginning and its end are refused at their field, and kept nowhere', async () => {
    const secrets = [
      ['sk_live_51H8xQ2eZvKYlo2C', expect.stringContaining('key or token')],
      ['Billing, ends in 8f3a', says.tail],
      ['Billing …Qz81', says.tail],
      ['Billing ****9x', says.tail],
      ['Billing, last four Q81z', says.tail],
      ['SK3f…, the billing key', says.tail],
    ] as const
    for (const field of ['name', 'purpose', 'owner'] as const)
      for (const [typed, sentence] of secrets) {
        const outcome = await recordEntry(
          cast.kim,
          entry('credential', { platformId: null }, { [field]: typed }),
        )
        expect(outcome).toEqual({ ok: false, problems: { [`texts.${field}`]: [sentence] } })
      }
    const { platformId } = await begun()
    const kinds = { platformId, credentialIds: [], serviceId: null }
    const fields = Object.entries(registerTexts).flatMap(([kind, { shape }]) =>
      Object.keys(shape).map((field) => [kind as RegisterKind, field] as const),
    )
    expect(fields).toHaveLength(13)
    for (const [kind, field] of fields)
      for (const typed of ['The key ending in 8f3a was used abroad', 'last four Qz81', 'sk_live_...9Kp2']) {
        const facts = Object.fromEntries(Object.entries(kinds).filter(([name]) => name in entry(kind).facts))
        const outcome = await recordEntry(cast.kim, entry(kind, facts, { [field]: typed }))
        expect([kind, field, outcome]).toEqual([
          kind,
          field,
          { ok: false, problems: expect.objectContaining({ [`texts.${field}`]: [says.tail] }) },
        ])
      }
    const db = await database()
    const kept = JSON.stringify([
      await db.select().from(auditEntries),
      await db.select().from(platformEntries),
    ])
    expect(kept).not.toMatch(/8f3a|Qz81|9Kp2|51H8xQ2eZvKYlo2C/)
    for (const name of [
      'Billing',
      'Twilio main key 2026',
      'Marketing, ends in March',
      'First key of the shop',
    ])
      await recorded(entry('credential', { platformId: null }, { name }))
  })

  test('and the same form sent twice adds one thing', async () => {
    const first = await recordEntry(cast.kim, entry('training'), { key: 'register-0001' })
    expect(await recordEntry(cast.kim, entry('training'), { key: 'register-0001' })).toEqual(first)
    expect(await (await database()).select().from(platformEntries)).toHaveLength(1)
  })

  test('and an answer of which there is one is not given twice', async () => {
    await recorded(entry('sending'))
    expect(await recordEntry(cast.kim, entry('sending', { sends: 'no' }))).toEqual({
      ok: false,
      problems: { '': [says.answered] },
    })
  })

  test('and bad input names its field', async () => {
    const { platformId } = await begun()
    const gone = randomUUID()
    const cases: [RegisterEntry, string, string][] = [
      [entry('platform', { serviceId: 'google' }), 'facts.serviceId', says.unknownPlatform],
      [entry('platform', { serviceId: null }), 'texts.name', says.nameIt],
      [entry('platform', {}, { name: 'Ours' }), 'texts.name', says.nameStands],
      [entry('account', { platformId: gone }), 'facts.platformId', says.platformGone],
      [entry('account', { platformId, methods: [] }), 'facts.methods', says.whichMethods],
      [entry('account', { platformId, shows: 'password_only' }), 'facts.shows', says.methodsNamed],
      [entry('account', { platformId }, { label: '' }), 'texts.label', fieldWords.missing],
      [
        entry('credential', { platformId, lastChangedOn: '2026-11-24' }),
        'facts.lastChangedOn',
        says.dayAhead,
      ],
      [
        entry('credential', { platformId, createdOn: '2026-05-01', lastChangedOn: '2026-04-01' }),
        'facts.lastChangedOn',
        says.beforeMade,
      ],
      [
        entry('credential', { platformId, compromise: 'suspected', actionOn: '2026-11-20' }),
        'texts.action',
        says.whatWasDone,
      ],
      [
        entry('credential', { platformId, compromise: 'suspected' }, { action: 'Replaced' }),
        'facts.actionOn',
        says.whenWasIt,
      ],
      [entry('credential', { platformId }, { action: 'Replaced' }), 'facts.compromise', says.nothingSeen],
      [entry('third_party', { credentialIds: [gone] }), 'facts.credentialIds', says.credentialGone],
      [entry('third_party', { credentialIds: [], endsOn: '2026-01-01' }), 'facts.endsOn', says.endsBefore],
      [
        entry('third_party', { credentialIds: [], agreement: 'not_signed' }),
        'facts.agreement',
        says.notSigned,
      ],
      [
        entry('account', { platformId, heldBy: 'agency', thirdPartyId: gone }),
        'facts.thirdPartyId',
        says.partyGone,
      ],
      [entry('event', { actionOn: '2026-09-01' }), 'facts.actionOn', says.beforeIt],
      [entry('training', { people: 13 }), 'facts.people', says.moreThanAll],
      [entry('training', { of: 0, people: 0 }), 'facts.of', fieldWords.tooSmall(1)],
      [entry('staff', { people: null }), 'facts.people', says.ofHowMany],
      [entry('monitoring', { audited: 'no' }), 'facts.lastAuditOn', says.noAudit],
      [entry('training', { givenOn: '1901-01-01' }), 'facts.givenOn', says.dayTooEarly],
    ]
    for (const [of, field, sentence] of cases)
      expect(await recordEntry(cast.kim, of), field).toEqual({ ok: false, problems: { [field]: [sentence] } })
    expect(await recordEntry(cast.kim, { ...entry('training'), secret: 'x' })).toMatchObject({ ok: false })
    expect(await recordEntry(cast.kim, { kind: 'nothing' })).toMatchObject({ ok: false })
  })

  test('and the list of each kind has an end, also when one is put back', async () => {
    const first = await recorded(entry('platform'))
    await removeEntry(cast.kim, await based(first))
    for (let n = 0; n < mostOf.platform; n += 1) await recorded(entry('platform'))
    const full = { ok: false, problems: { '': [says.tooMany(mostOf.platform)] } }
    expect(await recordEntry(cast.kim, entry('platform'))).toEqual(full)
    expect(await restoreEntry(cast.kim, await based(first))).toEqual(full)
  })
})

describe('Kim changes the register', () => {
  test('and the statement before ends when the next begins; the log names answers, not what they were', async () => {
    const { platformId, account } = await begun()
    const bare = entry('account', { platformId, shows: 'password_only', methods: [] }, { label: 'Nora' })
    expect(await reviseEntry(cast.kim, { id: account, version: 1, entry: bare })).toMatchObject({ ok: true })
    const [before, after] = await statementsOf(account)
    expect(before?.validTo).toEqual(after?.validFrom)
    expect(await verdictOf('C1')).toMatchObject({ verdict: 'not_met', nextAction: 'turn_on_second_step' })
    expect(await lastEntry()).toMatchObject({
      action: 'register.revised',
      detail: '{"after":{"changed":["shows","methods","label"],"version":2},"before":{"version":1}}',
    })
  })

  test('from an older form, and sees what stands now; nothing is overwritten', async () => {
    await recorded(entry('sending'))
    const id = await recorded(entry('training'))
    const newer = entry('training', {}, { topic: 'Newer' })
    await reviseEntry(cast.nora, { id, version: 1, entry: newer })
    expect(await reviseEntry(cast.kim, { id, version: 1, entry: entry('training') })).toMatchObject({
      ok: false,
      conflict: { version: 2, entry: { kind: 'training', texts: { topic: 'Newer' } } },
    })
    for (const act of [confirmEntry, removeEntry])
      expect(await act(cast.kim, { id, version: 1 })).toMatchObject({ ok: false, conflict: { version: 2 } })
    expect(await statementsOf(id)).toHaveLength(2)
  })

  test('but not into something of another kind', async () => {
    const id = await recorded(entry('training'))
    await expect(reviseEntry(cast.kim, { id, version: 1, entry: entry('event') })).rejects.toBeInstanceOf(
      NotThere,
    )
  })

  test('a suspicion is not met at once, and what was done ends it', async () => {
    await recorded(entry('sending'))
    const id = await recorded(entry('credential', { platformId: null, compromise: 'suspected' }))
    expect(await verdictOf('C2b', id)).toMatchObject({ verdict: 'not_met', nextAction: 'act_on_compromise' })
    expect(await verdictOf('C2')).toMatchObject({ verdict: 'not_met' })
    await reviseEntry(cast.kim, {
      ...(await based(id)),
      entry: entry(
        'credential',
        { platformId: null, compromise: 'suspected', actionOn: '2026-11-23' },
        { action: 'Replaced it' },
      ),
    })
    expect(await verdictOf('C2b', id)).toMatchObject({ verdict: 'met', labels: ['action_taken'] })
  })

  test.runIf(onServer)('ten times at once, and one of them counts', async () => {
    const id = await recorded(entry('training'))
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        reviseEntry(cast.kim, { id, version: 1, entry: entry('training', {}, { topic: `Topic ${n}` }) }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await statementsOf(id)).toHaveLength(2)
  })
})

describe('Kim has looked again', () => {
  test('and a platform takes its sign-ins along; a watched key was looked at today', async () => {
    const { platformId, account } = await begun()
    const key = await recorded(entry('credential', { platformId, lastLookedOn: '2026-11-02' }))
    vi.setSystemTime(new Date('2027-03-01T10:00:00Z'))
    await judgeRegisterAnew()
    expect(await verdictOf('C1', account)).toMatchObject({ verdict: 'unknown', unknownKind: 'old' })
    expect(await verdictOf('C2a', key)).toMatchObject({ verdict: 'unknown', unknownKind: 'old' })

    expect(await confirmEntry(cast.nora, await based(platformId))).toMatchObject({ ok: true })
    expect((await statementsOf(account)).at(-1)).toMatchObject({ confirmedOn: '2027-03-01' })
    expect(await verdictOf('C1', account)).toMatchObject({ verdict: 'met', confirmedOn: '2027-03-01' })
    expect(await lastEntry()).toMatchObject({
      action: 'register.confirmed',
      detail: '{"after":{"confirmedOn":"2027-03-01","signIns":1},"before":{"confirmedOn":"2026-11-23"}}',
    })
    await confirmEntry(cast.nora, await based(key))
    expect((await statementsOf(key)).at(-1)).toMatchObject({ facts: { lastLookedOn: '2027-03-01' } })
    expect(await verdictOf('C2a', key)).toMatchObject({ verdict: 'met' })
  })
})

describe('Kim takes something out', () => {
  test('and it is no longer judged, until it is put back as it was', async () => {
    const { platformId, account } = await begun()
    expect(await removeEntry(cast.kim, await based(platformId))).toMatchObject({ ok: true })
    expect(await verdictOf('C1', account)).toBeUndefined()
    expect(await verdictOf('C1')).toMatchObject({ verdict: 'unknown', nextAction: 'add_platform' })
    await expect(confirmEntry(cast.kim, await based(platformId))).rejects.toBeInstanceOf(NotThere)
    expect(await lastEntry()).toMatchObject({ action: 'register.removed', subjectId: platformId })

    vi.setSystemTime(new Date('2026-11-25T10:00:00Z'))
    const under = { guidanceVersion: 'earlier' }
    const own = eq(platformStatements.entryId, platformId)
    await (await database()).update(platformStatements).set(under).where(own)
    expect(await restoreEntry(cast.kim, await based(platformId))).toMatchObject({ ok: true })
    expect((await statementsOf(platformId)).at(-1)).toMatchObject({
      ...under,
      confirmedOn: '2026-11-23',
      validTo: null,
    })
    expect(await verdictOf('C1', account)).toMatchObject({ verdict: 'met' })
    expect(await lastEntry()).toMatchObject({ action: 'register.restored', subjectId: platformId })
    await expect(restoreEntry(cast.kim, await based(platformId))).rejects.toBeInstanceOf(NotThere)
  })

  test('but no sign-in comes back to a platform that is gone', async () => {
    const { platformId, account } = await begun()
    await removeEntry(cast.kim, await based(account))
    await removeEntry(cast.kim, await based(platformId))
    expect(await restoreEntry(cast.kim, await based(account))).toEqual({
      ok: false,
      problems: { '': [says.platformGone] },
    })
  })

  test('but not an answer, which can only be changed', async () => {
    const id = await recorded(entry('sending'))
    await expect(removeEntry(cast.kim, await based(id))).rejects.toBeInstanceOf(NotThere)
  })
})

describe('everybody else', () => {
  test('is refused, and what does not exist is not there', async () => {
    const { account } = await begun()
    for (const actor of [cast.sam, cast.rosa, cast.lee, cast.ada, cast.max]) {
      await expect(recordEntry(actor, entry('training'))).rejects.toBeInstanceOf(Refused)
      for (const act of [confirmEntry, removeEntry, restoreEntry])
        await expect(act(actor, { id: account, version: 1 })).rejects.toBeInstanceOf(Refused)
      await expect(
        reviseEntry(actor, { id: account, version: 1, entry: entry('training') }),
      ).rejects.toBeInstanceOf(Refused)
    }
    const made = { id: randomUUID(), version: 1 }
    for (const act of [confirmEntry, removeEntry, restoreEntry])
      await expect(act(cast.kim, made)).rejects.toBeInstanceOf(NotThere)
  })
})

describe('the clock', () => {
  test('turns a verdict on its day in the organisation’s time zone, and not before', async () => {
    const db = await database()
    await db.update(organisation).set({ settings: { ...firstSettings, timeZone: 'Pacific/Kiritimati' } })
    try {
      await begun()
      const party = await recorded(entry('third_party', { credentialIds: [], endsOn: '2026-11-30' }))
      expect(await verdictOf('C2c', party)).toMatchObject({ verdict: 'met', turnsOn: '2026-12-01' })
      vi.setSystemTime(new Date('2026-11-30T09:59:00Z'))
      await judgeRegisterAnew()
      expect(await verdictOf('C2c', party)).toMatchObject({ verdict: 'met' })
      vi.setSystemTime(new Date('2026-11-30T10:01:00Z'))
      await judgeRegisterAnew()
      expect(await verdictOf('C2c', party)).toMatchObject({
        verdict: 'not_met',
        labels: ['agreement_ended'],
        turnsOn: null,
      })
    } finally {
      await db.update(organisation).set({ settings: firstSettings })
    }
  })

  test('writes nothing while nothing is in the register', async () => {
    await judgeRegisterAnew()
    expect(await (await database()).select().from(organisationVerdicts)).toEqual([])
  })
})
