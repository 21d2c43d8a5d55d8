import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { auditEntries } from '@/db/schema/audit'
import { lineStatements, lines } from '@/db/schema/lines'
import { organisation } from '@/db/schema/organisation'
import { personStandings, standings, verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { confirmAccount } from '@/lib/accounts/commands/revise'
import { type AccountFacts, nothingSaidOfAccount } from '@/lib/accounts/facts'
import { readAccount } from '@/lib/accounts/queries'
import { guidanceVersion } from '@/lib/guidance/version'
import { recordLine } from '@/lib/lines/commands/record'
import { removeLine, restoreLine } from '@/lib/lines/commands/remove'
import { confirmLine, reviseLine, stateCarrierPin } from '@/lib/lines/commands/revise'
import type { LineEntry } from '@/lib/lines/entry'
import { phone } from '@/lib/lines/entry.fixture'
import { mostLines } from '@/lib/lines/rules'
import { firstSettings } from '@/lib/organisation/settings'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { refreshPosture } from '@/lib/posture/store'
import { readToday } from '@/lib/today/queries'
import { fieldWords } from '@/lib/words/fields'
import { lineProblems as says } from '@/lib/words/line-problems'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)

/** Records a line that must be accepted, and gives its id. */
async function recorded(actor: Actor, entry: LineEntry): Promise<string> {
  const outcome = await recordLine(actor, entry)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
const rowOf = async (id: string) => {
  const [row] = await (await database()).select().from(lines).where(eq(lines.id, id))
  if (!row) throw new Error('no such line')
  return row
}
const statementsOf = async (id: string) =>
  (await database())
    .select()
    .from(lineStatements)
    .where(eq(lineStatements.lineId, id))
    .orderBy(asc(lineStatements.validFrom))
const pinVerdict = async (id: string) => {
  const [row] = await (await database())
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.scopeId, id), eq(verdicts.item, 'G5.0'), isNull(verdicts.validTo)))
  return row
}
const standingOf = async (id: string) => {
  const [row] = await (await database())
    .select()
    .from(standings)
    .where(and(eq(standings.scopeId, id), isNull(standings.validTo)))
  return row
}
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}
/** An account of somebody's, as it stands in the tables. */
async function accountOf(actor: Actor, facts: Partial<AccountFacts>): Promise<string> {
  const id = randomUUID()
  const at = new Date()
  const { personId } = actor
  await (await database()).transaction(async (tx) => {
    await tx
      .insert(accounts)
      .values({ personId, id, serviceId: 'google', visibility: 'counted_only', createdAt: at })
    await tx.insert(accountStatements).values({
      personId,
      id: randomUUID(),
      accountId: id,
      source: 'self_stated',
      guidanceVersion,
      facts: { ...nothingSaidOfAccount, category: 'email', value: 'high', ...facts },
      confirmedOn: '2026-11-02',
      enteredAt: at,
      answeredBy: personId,
      validFrom: at,
    })
    await refreshPosture(tx, { id: personId, tier: 'standard' }, at)
  })
  return id
}
const based = async (id: string) => ({ id, version: (await rowOf(id)).version })

describe('Sam records a line', () => {
  test('and it is judged at once, stated by him today, and written down without a name', async () => {
    const id = await recorded(cast.sam, phone())
    const [statement] = await statementsOf(id)
    expect(statement).toMatchObject({
      source: 'self_stated',
      guidanceVersion,
      answeredBy: cast.sam.personId,
      confirmedOn: new Date().toISOString().slice(0, 10),
      validTo: null,
    })
    expect(await pinVerdict(id)).toMatchObject({ verdict: 'not_met', nextAction: 'set_carrier_pin' })
    expect(await lastEntry()).toMatchObject({
      action: 'line.recorded',
      subjectId: id,
      personId: cast.sam.personId,
      detail: '{"after":null,"before":null}',
    })
  })

  test('and its name, digits, carrier and note stand nowhere in plain text', async () => {
    const id = await recorded(
      cast.sam,
      phone({ carrierId: null }, { label: 'Kq7Zlabel', ownCarrier: 'Kq7Zmobile', note: 'Kq7Znote' }),
    )
    const db = await database()
    const kept = [
      await db.select().from(lines),
      await db.select().from(lineStatements),
      await db.select().from(standings),
      await db.select().from(auditEntries),
    ]
    expect(JSON.stringify(kept)).not.toMatch(/Kq7Z/)
    const row = await rowOf(id)
    for (const sealed of [row.labelSealed, row.lastDigitsSealed, row.ownCarrierSealed, row.noteSealed])
      expect(sealed).toMatch(/^s1\./)
  })

  test('and the same form sent twice adds one line', async () => {
    const first = await recordLine(cast.theo, phone(), { key: 'record-0001' })
    expect(await recordLine(cast.theo, phone(), { key: 'record-0001' })).toEqual(first)
    const rows = await (await database()).select().from(lines).where(eq(lines.personId, cast.theo.personId))
    expect(rows).toHaveLength(1)
  })

  test('and a number is refused at its field, and kept nowhere', async () => {
    for (const [entry, field, sentence] of [
      [phone({}, { lastDigits: '6641741' }), 'lastDigits', says.twoDigits],
      [phone({}, { label: '+43 664 1741741' }), 'label', expect.stringContaining('phone number')],
      [phone({}, { label: 'Work 7-4-1' }), 'label', says.numberInLabel],
      [phone({}, { note: 'its PIN is 47114711' }), 'note', expect.stringContaining('PIN')],
    ] as const) {
      const outcome = await recordLine(cast.sam, entry)
      expect(outcome).toEqual({ ok: false, problems: { [field]: [sentence] } })
    }
    const kept = JSON.stringify(await (await database()).select().from(auditEntries))
    expect(kept).not.toMatch(/6641741|1741741|47114711/)
  })

  test('and bad input names its field', async () => {
    const bad = { ...phone(), facts: { ...phone().facts, kind: 'landline' } }
    expect(await recordLine(cast.sam, bad)).toEqual({
      ok: false,
      problems: { 'facts.kind': [fieldWords.choose] },
    })
    expect(await recordLine(cast.sam, { ...phone(), owner: cast.kim.personId })).toMatchObject({ ok: false })
    expect(await recordLine(cast.sam, phone({ carrierId: 'google' }))).toEqual({
      ok: false,
      problems: { 'facts.carrierId': [says.unknownCarrier] },
    })
  })

  test('and somebody else’s account reads as one that does not exist', async () => {
    const theirs = await accountOf(cast.rosa, { category: 'carrier' })
    for (const carrierAccountId of [theirs, randomUUID()]) {
      expect(await recordLine(cast.sam, phone({ hasOnlineAccount: 'yes', carrierAccountId }))).toEqual({
        ok: false,
        problems: { 'facts.carrierAccountId': [says.accountMissing] },
      })
    }
    const own = await accountOf(cast.sam, { category: 'carrier' })
    expect(
      await recordLine(cast.sam, phone({ hasOnlineAccount: 'yes', carrierAccountId: own })),
    ).toMatchObject({ ok: true })
  })

  test(`and the list holds ${mostLines} at most, also when one is put back`, async () => {
    const first = await recorded(cast.nora, phone())
    await removeLine(cast.nora, await based(first))
    for (let n = 0; n < mostLines; n += 1) await recorded(cast.nora, phone())
    const full = { ok: false, problems: { '': [says.tooMany(mostLines)] } }
    expect(await recordLine(cast.nora, phone())).toEqual(full)
    expect(await restoreLine(cast.nora, await based(first))).toEqual(full)
  })

  test('and the day is the one at the organisation', async () => {
    const db = await database()
    await db.update(organisation).set({ settings: { ...firstSettings, timeZone: 'Pacific/Kiritimati' } })
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T12:30:00Z') })
    try {
      const id = await recorded(
        cast.sam,
        phone({ accountPin: 'set', pinIs: 'account_pin', pinSetOn: '2026-11-24' }),
      )
      expect(await statementsOf(id)).toMatchObject([{ confirmedOn: '2026-11-24' }])
      const ahead = phone({ accountPin: 'set', pinIs: 'account_pin', pinSetOn: '2026-11-25' })
      expect(await recordLine(cast.sam, ahead)).toEqual({
        ok: false,
        problems: { 'facts.pinSetOn': [says.dayAhead] },
      })
    } finally {
      vi.useRealTimers()
      await db.update(organisation).set({ settings: firstSettings })
    }
  })
})

describe('Sam revises a line', () => {
  test('and the statement before is closed when the next begins; the log names answers, not what they were', async () => {
    const id = await recorded(cast.sam, phone())
    const entry = phone({ accountPin: 'set', pinIs: 'account_pin', pinOwnChoice: 'chosen_by_me' })
    const outcome = await reviseLine(cast.sam, { ...entry, id, version: 1 })
    expect(outcome).toEqual({ ok: true, result: { id, moved: false } })
    const [before, after] = await statementsOf(id)
    expect(before?.validTo).toEqual(after?.validFrom)
    expect(after).toMatchObject({ validTo: null, facts: entry.facts })
    expect(await pinVerdict(id)).toMatchObject({ verdict: 'met' })
    expect(await rowOf(id)).toMatchObject({ version: 2 })
    expect(await lastEntry()).toMatchObject({
      action: 'line.revised',
      detail:
        '{"after":{"changed":["accountPin","pinIs","pinOwnChoice"],"version":2},"before":{"version":1}}',
    })
  })

  test('and what he took for the PIN is stored as what it is', async () => {
    const id = await recorded(cast.sam, phone({ accountPin: 'set', pinIs: 'sim_card_pin' }))
    expect(await statementsOf(id)).toMatchObject([
      { facts: { accountPin: 'not_set', pinIs: 'sim_card_pin' } },
    ])
    expect(await pinVerdict(id)).toMatchObject({ verdict: 'not_met', labels: ['look_alike'] })
  })

  test('from an older form, and sees what stands now; nothing is overwritten', async () => {
    const id = await recorded(cast.sam, phone())
    await reviseLine(cast.sam, { ...phone({}, { label: 'Newer' }), id, version: 1 })
    expect(await reviseLine(cast.sam, { ...phone({}, { label: 'Older' }), id, version: 1 })).toMatchObject({
      ok: false,
      conflict: { version: 2, entry: { label: 'Newer', lastDigits: '41', facts: phone().facts } },
    })
    expect(await statementsOf(id)).toHaveLength(2)
    for (const stale of [confirmLine, stateCarrierPin, removeLine])
      expect(await stale(cast.sam, { id, version: 1 })).toMatchObject({
        ok: false,
        conflict: { version: 2, entry: { label: 'Newer' } },
      })
  })

  test('and problems are told at their fields', async () => {
    const id = await recorded(cast.sam, phone())
    const entry = phone({ accountPin: 'not_set', pinSetOn: '2026-11-01' })
    expect(await reviseLine(cast.sam, { ...entry, id, version: 1 })).toEqual({
      ok: false,
      problems: { 'facts.pinSetOn': [says.noPin] },
    })
  })

  test.runIf(onServer)('ten times at once, and one of them counts', async () => {
    const id = await recorded(cast.sam, phone())
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        reviseLine(cast.sam, { ...phone({}, { label: `Phone ${n}` }), id, version: 1 }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await statementsOf(id)).toHaveLength(2)
  })
})

describe('Sam sets the PIN of a line', () => {
  test('and the number cannot be moved any more; texts can still be read in the network', async () => {
    const id = await recorded(cast.rosa, phone({ pinIs: 'voicemail_pin' }))
    await accountOf(cast.rosa, {
      methods: [{ method: 'sms_code', roles: ['second_factor'], state: 'on' }],
      smsSecondFactor: 'on',
      phoneLine: id,
    })
    const before = await standingOf(id)
    expect(await stateCarrierPin(cast.rosa, await based(id))).toEqual({ ok: true, result: { id } })
    const today = new Date().toISOString().slice(0, 10)
    expect((await statementsOf(id)).at(-1)?.facts).toMatchObject({
      accountPin: 'set',
      pinIs: 'account_pin',
      pinOwnChoice: 'chosen_by_me',
      pinSetOn: today,
    })
    expect(await pinVerdict(id)).toMatchObject({ verdict: 'met' })
    expect([before?.waysIn, (await standingOf(id))?.waysIn]).toEqual([2, 1])
    const [person] = await (await database())
      .select()
      .from(personStandings)
      .where(eq(personStandings.personId, cast.rosa.personId))
    expect(person).toMatchObject({ pinMissing: false, opensByNumber: 1 })
  })

  test('and the answers he did not look at keep the day they were confirmed on', async () => {
    const id = await recorded(cast.sam, phone())
    await (await database())
      .update(lineStatements)
      .set({ confirmedOn: '2026-01-15', guidanceVersion: '1.0' })
      .where(eq(lineStatements.lineId, id))
    await stateCarrierPin(cast.sam, await based(id))
    const asBefore = { confirmedOn: '2026-01-15', guidanceVersion: '1.0' }
    expect(await statementsOf(id)).toMatchObject([asBefore, asBefore])
    await confirmLine(cast.sam, await based(id))
    const confirmedOn = new Date().toISOString().slice(0, 10)
    expect((await statementsOf(id)).at(-1)).toMatchObject({ confirmedOn, guidanceVersion, validTo: null })
    expect(await lastEntry()).toMatchObject({
      action: 'line.confirmed',
      detail: `{"after":{"confirmedOn":"${confirmedOn}"},"before":{"confirmedOn":"2026-01-15"}}`,
    })
  })

  test('but not of a number that lives in an app', async () => {
    const id = await recorded(cast.sam, phone({ kind: 'app_number', accountPin: 'unanswered' }))
    expect(await stateCarrierPin(cast.sam, await based(id))).toEqual({
      ok: false,
      problems: { '': [says.appNumber] },
    })
  })
})

describe('Sam removes a line', () => {
  test('and what falls with it is no longer counted, until it is put back as it was', async () => {
    const id = await recorded(cast.lee, phone())
    const accountId = await accountOf(cast.lee, {
      methods: [{ method: 'sms_code', roles: ['second_factor'], state: 'on' }],
      smsSecondFactor: 'on',
      phoneLine: id,
    })
    expect((await standingOf(id))?.standing).toMatchObject({ falls: [{ accountId }] })

    expect(await removeLine(cast.lee, await based(id))).toEqual({ ok: true, result: { id } })
    expect(await standingOf(id)).toBeUndefined()
    expect((await statementsOf(id)).at(-1)?.validTo).toEqual((await rowOf(id)).removedAt)
    expect((await standingOf(accountId))?.standing).toMatchObject({
      weakest: { chain: [{ kind: 'account', id: accountId }] },
    })
    await expect(confirmLine(cast.lee, await based(id))).rejects.toBeInstanceOf(NotThere)
    expect(await lastEntry()).toMatchObject({ action: 'line.removed', subjectId: id })

    const under = { guidanceVersion: '1.0' }
    await (await database()).update(lineStatements).set(under).where(eq(lineStatements.lineId, id))
    expect(await restoreLine(cast.lee, await based(id))).toEqual({ ok: true, result: { id } })
    expect((await standingOf(id))?.standing).toMatchObject({ falls: [{ accountId }] })
    expect((await statementsOf(id)).at(-1)).toMatchObject({ ...under, validTo: null, facts: phone().facts })
    expect(await lastEntry()).toMatchObject({ action: 'line.restored', subjectId: id })
    await expect(restoreLine(cast.lee, await based(id))).rejects.toBeInstanceOf(NotThere)
  })
})

describe('somebody else’s line', () => {
  test('is not there, whoever asks, the same as one that does not exist', async () => {
    const id = await recorded(cast.rosa, phone())
    const version = 1
    for (const actor of [cast.sam, cast.kim, cast.ada, cast.max]) {
      for (const unknown of [id, randomUUID()]) {
        await expect(reviseLine(actor, { ...phone(), id: unknown, version })).rejects.toBeInstanceOf(NotThere)
        for (const act of [confirmLine, stateCarrierPin, removeLine, restoreLine])
          await expect(act(actor, { id: unknown, version })).rejects.toBeInstanceOf(NotThere)
      }
    }
    expect(await statementsOf(id)).toHaveLength(1)
  })
})

describe('Rosa’s line goes to another carrier', () => {
  const pin = {
    accountPin: 'set',
    pinIs: 'account_pin',
    pinOwnChoice: 'chosen_by_me',
    pinSetOn: '2026-10-01',
  } as const
  const textVerdict = async (id: string) => {
    const [row] = await (await database())
      .select()
      .from(verdicts)
      .where(and(eq(verdicts.scopeId, id), eq(verdicts.item, 'G3.0'), isNull(verdicts.validTo)))
    return row?.verdict
  }
  const texted = (id: string): Partial<AccountFacts> => ({
    methods: [
      { method: 'authenticator_code', roles: ['second_factor'], state: 'on' },
      { method: 'voice_code', roles: ['second_factor'], state: 'off' },
    ],
    ...{ smsSecondFactor: 'off', smsRecovery: 'on_can_be_removed', phoneLine: id },
  })

  test('and the PIN of the old one does not go along, nor does "texts are off" where they would go to it', async () => {
    const id = await recorded(cast.rosa, phone(pin))
    const mailbox = await accountOf(cast.rosa, texted(id))
    expect((await pinVerdict(id))?.verdict).toBe('met')
    expect(await reviseLine(cast.rosa, { id, version: 1, ...phone(pin) })).toMatchObject({
      result: { moved: false },
    })
    expect(await textVerdict(mailbox)).toBe('met')
    expect(
      await reviseLine(cast.rosa, { id, version: 2, ...phone({ ...pin, carrierId: 'att' }) }),
    ).toMatchObject({
      ok: true,
      result: { id, moved: true },
    })
    expect(await pinVerdict(id)).toMatchObject({ verdict: 'unknown', unknownKind: 'unanswered' })
    expect(await textVerdict(mailbox)).toBe('unknown')
    expect((await readToday(cast.rosa)).ageing).toMatchObject([{ id: mailbox, askedAgain: 'line_changed' }])
    expect(await readAccount(cast.rosa, mailbox)).toMatchObject({
      textsAskedAgain: true,
      entry: { facts: { smsSecondFactor: 'unanswered' } },
    })
    // Said again of the new one, it stands.
    expect(
      await reviseLine(cast.rosa, { id, version: 3, ...phone({ ...pin, carrierId: 'att' }) }),
    ).toMatchObject({
      result: { moved: false },
    })
    expect((await pinVerdict(id))?.verdict).toBe('met')
    expect(await confirmAccount(cast.rosa, { id: mailbox, version: 1 })).toMatchObject({ ok: true })
    expect(await textVerdict(mailbox)).toBe('met')
    expect((await readToday(cast.rosa)).ageing).toEqual([])
  })

  test('and taking it off the list asks the same, until it is put back', async () => {
    const id = await recorded(cast.rosa, phone())
    const bank = await accountOf(cast.rosa, texted(id))
    await removeLine(cast.rosa, { id, version: 1 })
    expect(await textVerdict(bank)).toBe('unknown')
    await restoreLine(cast.rosa, { id, version: 2 })
    expect(await textVerdict(bank)).toBe('met')
  })
})
