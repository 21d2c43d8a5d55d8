import { createHash, randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { auditEntries, exportTakings } from '@/db/schema/audit'
import { exceptions } from '@/db/schema/exceptions'
import { lineStatements, lines } from '@/db/schema/lines'
import { organisation, units } from '@/db/schema/organisation'
import { people } from '@/db/schema/people'
import { judgingRuns } from '@/db/schema/pieces'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { NotConfirmed, Refused } from '@/lib/access/outcome'
import { type AccountFacts, nothingSaidOfAccount } from '@/lib/accounts/facts'
import { endExport, takeExport } from '@/lib/exports/commands'
import { chunksOf, listTakings } from '@/lib/exports/queries'
import { itemIds } from '@/lib/guidance/codes'
import { guidanceVersion } from '@/lib/guidance/version'
import { nothingSaidOfLine } from '@/lib/lines/facts'
import { addMessagingApp } from '@/lib/messaging/commands'
import { type Cast, castInto, confirmedFor } from '@/lib/people/cast.fixture'
import { lockPerson } from '@/lib/people/store'
import { addPhone } from '@/lib/phones/commands'
import { statePiece } from '@/lib/pieces/commands/state'
import { readPiece } from '@/lib/pieces/queries'
import { refreshPosture } from '@/lib/posture/store'
import { endProvided, stateProvided } from '@/lib/provided/commands'
import { fieldsOf } from '@/lib/sealing/own'
import { type ExportKind, exportKinds } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

let cast: Cast
let refs: Readonly<Record<'sam' | 'rosa' | 'kim', string | undefined>>
const line = randomUUID()
const canary = 'Zaunkönig Label 7c1f'
const ids = { google: randomUUID(), own: randomUUID(), bank: randomUUID() }
const entered = new Date('2026-11-02T10:00:00Z')
const unitInSheet = `'=HYPERLINK(""x""), ""quoted""`
const unitName = '=HYPERLINK("x"), "quoted"'

const mail: AccountFacts = {
  ...nothingSaidOfAccount,
  category: 'email',
  value: 'high',
  methods: [
    { method: 'sms_code', roles: ['second_factor'], state: 'on' },
    { method: 'authenticator_code', roles: ['second_factor'], state: 'on' },
  ],
  codeApp: 'authy',
  smsSecondFactor: 'on',
  smsRecovery: 'off',
  phoneLine: line,
  mailboxRecovery: 'off',
}

beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
  const db = await database()
  await db.update(units).set({ name: unitName }).where(eq(units.id, cast.units.field))
  const everybody = await db.select({ id: people.id, ref: people.ref }).from(people)
  const refOf = (member: 'sam' | 'rosa' | 'kim') =>
    everybody.find(({ id }) => id === cast[member].personId)?.ref
  refs = { sam: refOf('sam'), rosa: refOf('rosa'), kim: refOf('kim') }
  await db.transaction(async (tx) => {
    const personId = cast.sam.personId
    const { key } = await lockPerson(tx, personId)
    const seal = (id: string) => fieldsOf('accounts', key).seal(id, 'label', canary)
    const stated = {
      personId,
      source: 'self_stated',
      guidanceVersion,
      enteredAt: entered,
      answeredBy: personId,
      validFrom: entered,
    } as const
    const account = (
      id: string,
      serviceId: string | null,
      facts: AccountFacts,
      visibility: 'counted_only' | 'shown_to_security',
      confirmedOn: string,
    ) =>
      Promise.all([
        tx.insert(accounts).values({
          personId,
          id,
          serviceId,
          labelSealed: seal(id),
          ownNameSealed: seal(id),
          visibility,
          createdAt: entered,
        }),
        tx
          .insert(accountStatements)
          .values({ ...stated, id: randomUUID(), accountId: id, facts, confirmedOn }),
      ])
    await tx.insert(lines).values({ personId, id: line, labelSealed: seal(line), createdAt: entered })
    await tx.insert(lineStatements).values({
      ...stated,
      id: randomUUID(),
      lineId: line,
      facts: {
        ...nothingSaidOfLine,
        ...{ carrierId: 'verizon', kind: 'esim', accountPin: 'not_set', usedFor: 'both' },
      },
      confirmedOn: '2026-11-02',
    })
    await account(ids.google, 'google', mail, 'counted_only', '2026-11-02')
    await account(ids.own, null, { ...mail, heldAs: 'employer' }, 'shown_to_security', '2026-11-02')
    await account(ids.bank, 'chase', { ...mail, category: 'finance' }, 'shown_to_security', '2025-01-02')
    await refreshPosture(tx, { id: personId, tier: 'standard' }, entered)
    // What was said the day before, when the first version of the guidance counted.
    const dayBefore = new Date('2026-11-01T12:00:00Z')
    const under = {
      ...stated,
      guidanceVersion: '1.0',
      enteredAt: dayBefore,
      validFrom: dayBefore,
      validTo: entered,
    }
    const first = { ...under, confirmedOn: '2026-11-01' }
    await tx.insert(accountStatements).values({ ...first, id: randomUUID(), accountId: ids.own, facts: mail })
    await tx
      .insert(lineStatements)
      .values({ ...first, id: randomUUID(), lineId: line, facts: { ...nothingSaidOfLine, kind: 'esim' } })
  })
})
afterAll(dropDatabases)
// So many in an hour are not allowed.
beforeEach(async () => void (await (await database()).delete(exportTakings)))

async function take(kind: ExportKind, day = ''): Promise<{ text: string; rows: number }> {
  await confirmedFor(cast.ada, `export.take:${kind}`)
  const outcome = await takeExport(cast.ada, { kind, day })
  if (!outcome.ok) throw new Error('not taken')
  let text = ''
  let rows = 0
  for await (const chunk of chunksOf(cast.ada, kind, outcome.result.frame)) {
    text += chunk.text
    rows += chunk.rows
  }
  await endExport(cast.ada, { id: outcome.result.id, rows, outcome: 'complete' })
  return { text, rows }
}
/** A sheet as it must come: byte order mark, header, rows, each field quoted, lines ended alike. */
const bytesOf = (header: string, ...rows: string[]) =>
  `\ufeff${[header.split(' '), ...rows.map((row) => row.split('|'))]
    .map((fields) => `${fields.map((field) => `"${field}"`).join(',')}\r\n`)
    .join('')}`
const exportIdOf = (kind: ExportKind, at: string) =>
  createHash('sha256').update(`${kind} ${at}`).digest('hex').slice(0, 16)
const todayIn = async () =>
  dayOf(new Date(), (await (await database()).select().from(organisation))[0]?.settings.timeZone ?? 'UTC')
const read = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[]

describe('the verdicts', () => {
  test('come with the columns of section 13 in their order, all quoted, CRLF, with byte order mark', async () => {
    const { text } = await take('verdicts')
    expect(text.startsWith('\ufeff"as_of","export_id","guidance_id",')).toBe(true)
    const header = text.slice(1, text.indexOf('\r\n')).replaceAll('"', '').split(',')
    expect(header.join(' ')).toBe(
      'as_of export_id guidance_id guidance_version item_id item_text_short guidance_paragraph scope_kind scope_id person_ref person_tier unit service_id service_name account_value held_as sms_second_factor sms_recovery sms_forced_basis methods_on fido_offered line_pin line_port_lock line_sim_lock verdict label unknown_kind confidence confirmed_on entered_on answered_by_kind evidence_kind evidence_date evidence_ends exception_ends next_action_code who_acts',
    )
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('hold one row for each item and unit; the judged facts stand beside the verdict', async () => {
    const { text, rows } = await take('verdicts')
    const all = read(text)
    expect(all).toHaveLength(rows)
    const keys = all.map((row) => [row.person_ref, row.item_id, row.scope_id].join())
    expect(new Set(keys).size).toBe(keys.length)
    const g3 = all.filter((row) => row.item_id === 'G3' && row.scope_kind === 'account')
    expect(g3).toHaveLength(3)
    expect(g3.find((row) => row.scope_id === ids.own)).toMatchObject({
      service_id: 'own',
      service_name: '',
      held_as: 'employer',
      sms_second_factor: 'on',
      verdict: 'not_met',
      methods_on: 'authenticator_code sms_code',
      confidence: 'self_stated',
      confirmed_on: '2026-11-02',
      entered_on: '2026-11-02',
      answered_by_kind: 'holder',
      unknown_kind: '',
      person_tier: 'standard',
    })
    expect(all.find((row) => row.item_id === 'G5.0' && row.scope_id === line)).toMatchObject({
      line_pin: 'not_set',
      verdict: 'not_met',
    })
  })

  test('leave the service of a counted-only account blank, everywhere', async () => {
    for (const kind of ['verdicts', 'accounts'] as const) {
      const rows = read((await take(kind)).text).filter(
        (row) => (row.scope_id ?? row.account_id) === ids.google,
      )
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(row).toMatchObject({ service_id: '', service_name: '' })
    }
  })

  test('say of an answer past its interval that it is unknown because it is old, and what it was', async () => {
    const row = read((await take('verdicts')).text).find(
      (each) => each.item_id === 'G3' && each.scope_id === ids.bank,
    )
    expect(row).toMatchObject({ verdict: 'unknown', unknown_kind: 'old', service_id: 'chase' })
    expect(row?.label).toMatch(/answer_is_old was_not_met$/)
  })

  test('tell until when it was accepted at the time, beside the same verdict, and of no other item', async () => {
    const row = (change: Partial<typeof exceptions.$inferInsert>): typeof exceptions.$inferInsert => ({
      personId: cast.sam.personId,
      id: randomUUID(),
      item: 'G3',
      scopeKind: 'account',
      scopeId: ids.own,
      reason: 'mission_need',
      requestedBy: cast.sam.personId,
      requestedAt: entered,
      endsOn: '2026-11-12',
      outcome: 'approved',
      decidedAt: new Date('2026-11-05T10:00:00Z'),
      ...change,
    })
    await (await database())
      .insert(exceptions)
      .values([
        row({}),
        row({ endsOn: '2026-11-20', decidedAt: new Date('2026-11-10T10:00:00Z') }),
        row({ outcome: 'refused', endsOn: '2027-01-01' }),
        row({ outcome: null, decidedAt: null, endsOn: '2027-01-02' }),
        row({ endsOn: '2027-01-03', endedAt: new Date('2026-11-07T10:00:00Z') }),
      ])
    const until = async (day: string) => {
      const rows = read((await take('verdicts', day)).text).filter(
        ({ exception_ends }) => exception_ends !== '',
      )
      expect(
        rows.every(
          ({ item_id, scope_id, verdict }) =>
            item_id === 'G3' && scope_id === ids.own && verdict === 'not_met',
        ),
      ).toBe(true)
      return rows.map(({ exception_ends }) => exception_ends)
    }
    expect(await until('2026-11-04')).toEqual([])
    expect(await until('2026-11-06')).toEqual(['2027-01-03'])
    expect(await until('2026-11-08')).toEqual(['2026-11-12'])
    expect(await until('2026-11-12')).toEqual(['2026-11-20'])
    expect(await until('2026-11-21')).toEqual([])
  })

  test('of a past day are the same bytes each time, and hold nothing from before the facts', async () => {
    expect((await take('verdicts', '2026-11-10')).text).toBe((await take('verdicts', '2026-11-10')).text)
    const first = await take('verdicts', '2026-11-01')
    expect(new Set(read(first.text).map((row) => `${row.verdict} ${row.unknown_kind}`))).toEqual(
      new Set(['unknown never_asked']),
    )
    expect((await take('verdicts', '2026-10-31')).rows).toBe(0)
  })

  test('of a day before another version of the guidance came say which one counted then', async () => {
    const db = await database()
    const run = { id: randomUUID(), reason: 'guidance_version', insteadOf: '1.0', judged: 8 }
    const startedAt = new Date('2026-11-15T10:00:00Z')
    await db.insert(judgingRuns).values({ ...run, startedAt, endedAt: startedAt })
    const ofKim = async (day: string) =>
      new Set(
        read((await take('verdicts', day)).text)
          .filter((row) => row.person_ref === refs.kim)
          .map((row) => row.guidance_version),
      )
    expect(await ofKim('2026-11-14')).toEqual(new Set(['1.0']))
    expect(await ofKim('2026-11-15')).toEqual(new Set(['2.0']))
    // What was judged keeps the version it was judged by.
    const judged = read((await take('verdicts', '2026-11-14')).text).filter((row) => row.item_id === 'G3')
    expect(judged.find((row) => row.scope_id === ids.own)?.guidance_version).toBe('2.0')
    await db.delete(judgingRuns).where(eq(judgingRuns.id, run.id))
  })

  test('tell of phones as of accounts: who said it and when, under which paragraph, and not which phone', async () => {
    const added = await addPhone(cast.rosa, { label: canary, platform: 'iphone', hardwareId: null })
    if (!added.ok) throw new Error('not added')
    const phone = added.result.id
    const today = (await todayIn()).slice(0, 10)
    const answers = {
      looked: 'yes',
      lastCheckedOn: today,
      pending: 'none',
      autoSystem: 'on',
      autoApps: 'off',
    }
    const stated = await statePiece(cast.rosa, { piece: 'updates', scopeId: phone, based: null, answers })
    expect(stated.ok).toBe(true)
    const rows = read((await take('verdicts')).text).filter((row) => row.person_ref === refs.rosa)
    const of = (item: string) => rows.filter((row) => row.item_id === item)
    expect(of('G6.0')).toMatchObject([
      {
        scope_kind: 'phone',
        scope_id: phone,
        verdict: 'met',
        guidance_version: '2.0',
        guidance_paragraph: 'General 6, first bullet',
        confidence: 'self_stated',
        confirmed_on: today,
        answered_by_kind: 'holder',
        next_action_code: '',
      },
    ])
    expect(of('G6.1')).toMatchObject([{ verdict: 'partly_met', next_action_code: 'turn_on_app_updates' }])
    expect(of('I1')).toMatchObject([
      {
        scope_kind: 'phone',
        verdict: 'unknown',
        unknown_kind: 'never_asked',
        confidence: '',
        answered_by_kind: '',
      },
    ])
    expect(of('A2')).toMatchObject([{ scope_kind: 'person', verdict: 'not_applicable' }])
  })

  test('say who acts: the organisation where nobody else can, and where it said by then that it provides the item', async () => {
    const acting = async (item: string, day = '') =>
      read((await take('verdicts', day)).text)
        .filter((row) => row.item_id === item && row.person_ref === refs.sam)
        .map((row) => row.who_acts)
    expect(await acting('G1.3')).toEqual(['organisation'])
    expect(await acting('G4.0')).toEqual(['person'])
    const item = { item: 'G4.0', text: 'Everybody has a password manager from us.', since: '2026-01-05' }
    const stated = await stateProvided(cast.kim, item)
    if (!stated.ok) throw new Error(JSON.stringify(stated))
    expect(await acting('G4.0')).toEqual(['organisation'])
    expect(await acting('G4.0', '2026-11-03')).toEqual(['person'])
    await endProvided(cast.kim, { id: stated.result.id })
    expect(await acting('G4.0')).toEqual(['person'])
    await (await database()).delete(exportTakings)
  })

  test('give no legal hold away: what would tell is left out, whether or not there is one', async () => {
    const app = await addMessagingApp(cast.nora, { serviceId: 'signal', ownName: '' })
    if (!app.ok) throw new Error('not added')
    const scopeId = app.result.id
    const sheet = async (onDevice: string, onLegalHold: string) => {
      const { based } = (await readPiece(cast.nora, 'app_use', scopeId)).piece
      const answers = { usedForSensitive: 'yes', providedBy: 'own', expiry: 'off', onDevice, onLegalHold }
      const said = await statePiece(cast.nora, { piece: 'app_use', scopeId, based, answers })
      if (!said.ok) throw new Error(JSON.stringify(said))
      return read((await take('verdicts')).text)
        .filter((row) => row.scope_id === scopeId)
        .map(({ item_id, verdict, label }) => [item_id, verdict, label].join(' '))
    }
    const free = await sheet('employer_phone', 'no')
    expect(free.length).toBeGreaterThan(0)
    expect(free.filter((row) => /^G1\.[89] /.test(row))).toEqual([])
    for (const hold of ['yes', 'not_sure', 'unanswered'])
      expect(await sheet('employer_phone', hold)).toEqual(free)
    expect(await sheet('both', 'yes')).toEqual(free)
    expect(await sheet('own_phone', 'unanswered')).toEqual(
      expect.arrayContaining(['G1.8 not_met ', 'G1.9 not_applicable ']),
    )
    await (await database()).delete(exportTakings)
  })

  test('have a row for what nobody was asked, and none for what concerns nobody', async () => {
    const rows = read((await take('verdicts')).text)
    const of = (person: string | undefined, item: string) =>
      rows.filter((row) => row.person_ref === person && row.item_id === item)
    for (const item of itemIds) expect([item, of(refs.kim, item).length]).toEqual([item, 1])
    expect(of(refs.kim, 'G2.0')).toMatchObject([
      {
        scope_kind: 'person',
        verdict: 'unknown',
        unknown_kind: 'never_asked',
        confirmed_on: '',
        confidence: '',
        answered_by_kind: '',
        next_action_code: 'add_first_account',
      },
    ])
    // Sam listed accounts and a line, and nobody asked about phones yet.
    expect(of(refs.sam, 'G8.0')).toMatchObject([
      { unknown_kind: 'never_asked', next_action_code: 'answer_piece' },
    ])
    expect(of(refs.sam, 'G2.0').map((row) => row.scope_kind)).toEqual(['account', 'account', 'account'])
    expect(of(refs.sam, 'G5.0').map((row) => row.scope_kind)).toEqual(['line'])
  })
})

test('a unit that is named like a formula is made harmless and can be read back', async () => {
  const { text } = await take('accounts')
  expect(text).toContain(`"${unitInSheet}"`)
})

describe('the accounts and the phone lines', () => {
  test('cite the text they were asked under in each row, its version and its paragraph', async () => {
    for (const [kind, count, paragraph] of [
      ['accounts', 3, 'General 2 and General 3'],
      ['lines', 1, 'General 5'],
    ] as const) {
      const rows = read((await take(kind)).text)
      expect(rows).toHaveLength(count)
      for (const row of rows)
        expect(row).toMatchObject({
          guidance_id: 'CISA-MCBPG',
          guidance_version: '2.0',
          guidance_paragraph: paragraph,
        })
      const then = read((await take(kind, '2026-11-01')).text)
      expect(then.map((row) => row.guidance_version)).toEqual(['1.0'])
      expect(then[0]).toMatchObject({ guidance_paragraph: paragraph, confirmed_on: '2026-11-01' })
    }
  })

  test('of a past day are these bytes', async () => {
    const at = '2026-11-10T23:59:59.999Z'
    expect((await take('lines', '2026-11-10')).text).toBe(
      bytesOf(
        'as_of export_id guidance_id guidance_version guidance_paragraph person_ref person_tier unit line_id carrier_id carrier_name kind account_holder used_for receives_codes line_pin pin_is pin_own_choice pin_set_on line_port_lock line_sim_lock has_online_account carrier_account_id carrier_password_changed carrier_password_changed_on changed_with_manager accounts_that_fall ways_in confidence confirmed_on entered_on answered_by_kind',
        `${at}|${exportIdOf('lines', at)}|CISA-MCBPG|2.0|General 5|${refs.sam}|standard|${unitInSheet}|${line}|verizon|Verizon|esim|unanswered|both|unanswered|not_set||unanswered||unanswered|unanswered|unanswered||unanswered||unanswered|3|6|self_stated|2026-11-02|2026-11-02|holder`,
      ),
    )
    const before = '2026-11-01T23:59:59.999Z'
    expect((await take('accounts', '2026-11-01')).text).toBe(
      bytesOf(
        'as_of export_id guidance_id guidance_version guidance_paragraph person_ref person_tier unit account_id service_id service_name category held_as visibility account_value value_reasons signs_in_by through_account_id methods_on methods_not_sure methods_unanswered code_app password_still_works sms_second_factor sms_second_factor_removable sms_recovery sms_forced_basis sms_forced_on phone_line mailbox_recovery recovery_mailboxes keys_or_passkeys spare_kept_apart fido_offered advanced_protection level level_at_best ways_in confidence confirmed_on entered_on answered_by_kind',
        `${before}|${exportIdOf('accounts', before)}|CISA-MCBPG|1.0|General 2 and General 3|${refs.sam}|standard|${unitInSheet}|${ids.own}|own||email|personal|shown_to_security|high||own_sign_in||authenticator_code sms_code|||authy|unanswered|on|unanswered|off|||${line}|off||unanswered|unanswered|not_known|unanswered||||self_stated|2026-11-01|2026-11-01|holder`,
      ),
    )
  })
})

test('lines and audit come whole, by reference', async () => {
  const [row] = read((await take('lines')).text)
  expect(row).toMatchObject({
    line_id: line,
    carrier_id: 'verizon',
    carrier_name: 'Verizon',
    line_pin: 'not_set',
    accounts_that_fall: '3',
  })
  const audit = read((await take('audit')).text)
  const entries = await (await database()).select().from(auditEntries)
  expect(audit.length).toBeGreaterThan(5)
  expect(audit[2]).toMatchObject({ seq: '3', hash: entries.find((entry) => entry.seq === 3)?.hash })
})

test('nothing sealed and no name is in any sheet', async () => {
  for (const kind of exportKinds) {
    const { text } = await take(kind)
    for (const word of [canary, 'Sam', 'example.org', 's1.']) expect(text).not.toContain(word)
  }
})

describe('a taking', () => {
  test('is written down before it is read and again when it ends', async () => {
    await take('lines')
    const [last] = (await listTakings(cast.ada)).slice(0, 1)
    expect(last).toMatchObject({ kind: 'lines', outcome: 'complete', rows: 1 })
    const actions = (await (await database()).select().from(auditEntries)).map((entry) => entry.action)
    expect(actions).toContain('export.taken')
    expect(actions).toContain('export.ended')
  })
  test('needs the auditor and a fresh confirmation for this very sheet', async () => {
    await expect(takeExport(cast.ada, { kind: 'lines', day: '' })).rejects.toBeInstanceOf(NotConfirmed)
    await confirmedFor(cast.ada, 'export.take:audit')
    await expect(takeExport(cast.ada, { kind: 'lines', day: '' })).rejects.toBeInstanceOf(NotConfirmed)
    for (const actor of [cast.sam, cast.kim, cast.lee, cast.max]) {
      await expect(takeExport(actor, { kind: 'lines', day: '' })).rejects.toBeInstanceOf(Refused)
    }
  })
  test('of a day to come is refused at its field', async () => {
    await confirmedFor(cast.ada, 'export.take:lines')
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    expect(await takeExport(cast.ada, { kind: 'lines', day: tomorrow })).toMatchObject({
      ok: false,
      problems: { day: [expect.any(String)] },
    })
  })
  test('is limited: three at once', async () => {
    const db = await database()
    const open = [1, 2, 3].map(() => ({
      id: randomUUID(),
      kind: 'lines',
      takenBy: cast.sam.personId,
      startedAt: new Date(),
      asOf: new Date(),
      outcome: 'started',
    }))
    await db.insert(exportTakings).values(open)
    await confirmedFor(cast.ada, 'export.take:lines')
    expect(await takeExport(cast.ada, { kind: 'lines', day: '' })).toMatchObject({
      ok: false,
      problems: { '': [expect.any(String)] },
    })
  })
})
