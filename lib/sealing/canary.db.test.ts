/**
 * A stolen dump says who nobody is: words planted as names, addresses, labels and notes through the real commands are
 * found nowhere in the database's files, its text, its log and its backups, nor in what the process wrote.
 */
import { randomInt, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import type { Outcome } from '@/lib/access/outcome'
import { recordAccount } from '@/lib/accounts/commands/record'
import { reviseAccount } from '@/lib/accounts/commands/revise'
import { bank, mailbox } from '@/lib/accounts/entry.fixture'
import { environment } from '@/lib/env'
import { askForException, decideException } from '@/lib/exceptions/commands'
import { stateContact } from '@/lib/incidents/commands/contact'
import { handIncident } from '@/lib/incidents/commands/hand'
import { noteIncident, openIncident } from '@/lib/incidents/commands/handle'
import { recordIncident, reviseIncident } from '@/lib/incidents/commands/record'
import { oddDevice } from '@/lib/incidents/entry.fixture'
import { readSheet } from '@/lib/incidents/queries/own'
import { backUpIfChanged } from '@/lib/installation/backup'
import { recordLine } from '@/lib/lines/commands/record'
import { reviseLine } from '@/lib/lines/commands/revise'
import { phone } from '@/lib/lines/entry.fixture'
import { addMessagingApp, sendAppName } from '@/lib/messaging/commands'
import { browser, joined, secretOf } from '@/lib/passkeys/browser.fixture'
import { renamePasskey } from '@/lib/passkeys/commands/keep'
import { castInto } from '@/lib/people/cast.fixture'
import { applyImport, stageImport } from '@/lib/people/commands/import'
import { invitePerson } from '@/lib/people/commands/invite'
import { openRecord } from '@/lib/people/commands/open-record'
import { revisePerson } from '@/lib/people/commands/revise'
import { askSearch } from '@/lib/people/queries/search'
import { addPhone } from '@/lib/phones/commands'
import { recordEntry, reviseEntry } from '@/lib/platforms/commands'
import type { RegisterEntry } from '@/lib/platforms/entry'
import { entry } from '@/lib/platforms/entry.fixture'
import { requestRecovery } from '@/lib/recovery/commands'
import { listModel, ruleOnRecords } from '@/lib/rulings/commands'
import { filesWith, holds, tracesOf } from '@/lib/sealing/traces.fixture'
import { correctService } from '@/lib/services/commands/correct'

const syllables = 'ba ko ti du me li ra so nu fe ga vo'.split(' ')
const word = (count: number) =>
  Array.from({ length: count }, () => syllables[randomInt(syllables.length)]).join('')
/** Every planted word begins with it, so that one search finds any: 24 letters, which no file has by chance. */
const mark = word(12)
let planted = 0
/** A word nobody has written before. */
const canary = () => {
  planted += 1
  return `${mark}${word(2)}`
}
const address = () => `${canary()}@${canary()}.example.org`

let written = ''

describe('what people say of themselves', () => {
  beforeAll(async () => {
    listen()
    await freshDatabase()
    const cast = await castInto()
    await plant(cast)
  })

  it('is found by this search, were it there, in every way it might be written down', () => {
    const traces = tracesOf(mark)
    const inText = (text: string) => holds(traces, Buffer.from(text))
    for (const before of ['', '.', '..', '...']) {
      const said = Buffer.from(`${before}${mark}xy`)
      for (const encoding of ['utf8', 'hex', 'base64', 'base64url'] as const)
        expect(inText(said.toString(encoding))).toBe(true)
    }
    expect(inText(`x${[...mark].reverse().join('')}`)).toBe(true)
    expect(holds(traces, Buffer.from(`ab${mark}`, 'utf16le'))).toBe(true)
    expect(inText(mark.slice(1))).toBe(false)
    expect(planted).toBeGreaterThanOrEqual(40)
  })

  it('is not in the text of the database: no table, no column, no sequence of the audit log', async () => {
    const tables = await dump()
    const withTraces = (word: string) =>
      [...tables].filter(([, text]) => holds(tracesOf(word), text)).map(([name]) => name)
    // What is not about a person is there to be read, so the search does see what there is.
    expect(withTraces('Harbour Office')).toEqual(['public.organisation'])
    expect(withTraces(mark)).toEqual([])
  })

  it('is not in the files of the database: tables, indexes, write-ahead log, statistics, server log', async () => {
    const db = await database()
    await db.execute(sql`checkpoint`)
    const folder = onServer ? await serverFolder() : environment().dataFolder
    if (folder === null) return
    if (!onServer) {
      await backUpIfChanged()
      await closeDatabase()
    }
    const files = fs.readdirSync(folder, { recursive: true }).map(String)
    expect(files.some((file) => file.includes('pg_wal'))).toBe(true)
    if (!onServer) expect(files.some((file) => file.endsWith('.tar.gz'))).toBe(true)
    expect(filesWith(tracesOf(mark), folder)).toEqual([])
    expect(filesWith([Buffer.from('person.invited')], folder).length).toBeGreaterThan(0)
  }, 60_000)

  it('is not in what the process wrote, whatever went wrong', () => {
    expect(holds(tracesOf(mark), Buffer.from(written))).toBe(false)
  })
})

/** Forty words and more, by every command that takes free text; each also sent twice, wrongly and by the wrong person. */
async function plant({ sam, kim, nora, ada, max }: Awaited<ReturnType<typeof castInto>>) {
  const submission = () => ({ key: randomUUID() })
  const done = async <Result>(outcome: Promise<Outcome<Result>>): Promise<Result> => {
    const came = await outcome
    if (!came.ok) throw new Error(`not planted: ${JSON.stringify(came).replaceAll(mark, '…')}`)
    return came.result
  }

  for (let more = 0; more < 3; more++) {
    const person = { name: `${canary()} ${canary()}`, email: address(), unitId: '', tier: 'standard' }
    const { personId, path: link } = await done(invitePerson(kim, person, submission()))
    expect((await invitePerson(kim, person, submission())).ok).toBe(false)
    await browser().register(secretOf(link))
    const revised = { ...person, name: canary(), email: address(), personId }
    await done(revisePerson(kim, { ...revised, version: 1 }, submission()))
  }
  const rows = [1, 2, 3].map(() => `${canary()},${address()},,standard`)
  const file = Buffer.from(`name,email,unit,tier\n${rows.join('\n')}\n`).toString('base64')
  const { id: staged } = await done(stageImport(kim, { file }, submission()))
  await done(applyImport(kim, { id: staged, addUnits: false }, submission()))
  const { id: waiting } = await done(
    stageImport(nora, { file: Buffer.from(`name,email\n${canary()},${address()}\n`).toString('base64') }),
  )
  expect(waiting).not.toBe('')
  expect(
    (await stageImport(kim, { file: Buffer.from(`name,email\n${canary()},no address\n`).toString('base64') }))
      .ok,
  ).toBe(false)

  const account = await done(
    recordAccount(sam, mailbox({}, { label: canary(), note: canary() }), submission()),
  )
  await done(recordAccount(sam, bank({}, { ownName: canary(), note: canary() }), submission()))
  const { serviceId: _, ...entry } = mailbox({}, { label: canary(), note: `${canary()} ${canary()}` })
  await done(reviseAccount(sam, { ...entry, id: account.id, version: 1 }, submission()))
  expect((await reviseAccount(sam, { ...entry, id: account.id, version: 1, label: canary() })).ok).toBe(false)
  const line = phone({ carrierId: null }, { label: canary(), ownCarrier: canary(), note: canary() })
  const { id: lineId } = await done(recordLine(sam, line, submission()))
  await done(
    reviseLine(sam, { ...line, id: lineId, version: 1, label: canary(), note: canary() }, submission()),
  )

  await plantIncident(sam, kim, done)
  await plantRegister(kim, done)
  await plantException(sam, kim, lineId, done)
  await plantThings(sam, kim, done)
  await done(openRecord(kim, { personId: sam.personId, reason: 'other', note: canary() }, submission()))
  const reason = canary()
  const correction = {
    serviceId: 'google',
    field: 'registeredByPhone',
    value: 'yes',
    checkedOn: '2026-11-01',
    reason,
  }
  await done(correctService(max, correction, submission()))
  const { actor, email, browser: used } = await joined(canary())
  const id = used.authenticator.held[0]?.id.toString('base64url')
  await done(renamePasskey(actor, { id, version: 1, name: canary() }, submission()))
  await done(requestRecovery(kim, { who: email, verifiedHow: 'known_in_person' }, submission()))
  await askSearch(kim, { text: canary() })
  // By who may not, and in shapes that nothing takes.
  await invitePerson(ada, { name: canary(), email: address(), unitId: '', tier: 'standard' }).catch(() => {})
  await recordAccount(sam, { label: canary() })
  await recordAccount(sam, { ...mailbox(), [canary()]: canary(), note: canary().repeat(200) })
}

/** A reason in somebody's own words, and what the team says of it. */
async function plantException(
  sam: Actor,
  kim: Actor,
  scopeId: string,
  done: <Result>(outcome: Promise<Outcome<Result>>) => Promise<Result>,
) {
  const submission = () => ({ key: randomUUID() })
  const endsOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const wish = { item: 'G5.0', scopeId, reason: 'other', reasonText: canary(), endsOn }
  const { id } = await done(askForException(sam, wish, submission()))
  expect((await askForException(sam, wish, submission())).ok).toBe(false)
  const { personId } = sam
  const decision = { personId, id, version: 1, outcome: 'approved', endsOn, note: canary() }
  await done(decideException(kim, decision, submission()))
}

/** A word in every free text of the register of messaging platforms. */
async function plantRegister(
  kim: Actor,
  done: <Result>(outcome: Promise<Outcome<Result>>) => Promise<Result>,
) {
  const add = async (of: RegisterEntry) => (await done(recordEntry(kim, of, { key: randomUUID() }))).id
  const platformId = await add(entry('platform', { serviceId: null }, { name: canary() }))
  await add(entry('account', { platformId }, { label: canary() }))
  const facts = { platformId, compromise: 'suspected', actionOn: '2026-11-02' } as const
  const texts = { name: canary(), purpose: canary(), owner: canary(), action: canary() }
  const id = await add(entry('credential', facts, texts))
  const other = entry('credential', facts, { ...texts, name: canary() })
  await done(reviseEntry(kim, { id, version: 1, entry: other }))
  await add(entry('third_party', { credentialIds: [id] }, { party: canary(), document: canary() }))
  await add(entry('event', {}, { what: canary(), action: canary() }))
  await add(entry('training', {}, { topic: canary() }))
  await add(entry('monitoring', {}, { watcher: canary(), report: canary() }))
  expect((await recordEntry(kim, entry('credential', {}, { name: `${canary()} ends in 8f3a` }))).ok).toBe(
    false,
  )
}

/** What somebody calls their phone and their app, and every text beside a ruling of the organisation. */
async function plantThings(
  sam: Actor,
  kim: Actor,
  done: <Result>(outcome: Promise<Outcome<Result>>) => Promise<Result>,
) {
  const submission = () => ({ key: randomUUID() })
  await done(addPhone(sam, { label: canary(), platform: 'iphone' }, submission()))
  const app = await done(addMessagingApp(sam, { serviceId: null, ownName: canary() }, submission()))
  await done(sendAppName(sam, { ...app, version: 1 }, submission()))
  const records = {
    key: '',
    version: 0,
    checkedOn: '2026-11-02',
    facts: { ruling: 'expiry_forbidden' },
    texts: { policyTitle: canary(), policyVersion: canary(), legalCheckedBy: canary() },
  }
  await done(ruleOnRecords(kim, records, submission()))
  expect(
    (await ruleOnRecords(kim, { ...records, texts: { ...records.texts, policyTitle: canary() } })).ok,
  ).toBe(false)
  const unsaid = {
    hardwareKeyStore: 'unanswered',
    updateFrequency: 'unanswered',
    aerListed: 'unanswered',
    updatesUntil: '',
  }
  const facts = { ...unsaid, platform: 'iphone', latest: 'yes', latestUntil: '', listed: 'yes' }
  const model = { ...records, facts, texts: { name: canary(), source: canary() } }
  await done(listModel(kim, model, submission()))
}

/** A sheet with a word in every field, handed over, opened and noted; and whom people tell. */
async function plantIncident(
  sam: Actor,
  kim: Actor,
  done: <Result>(outcome: Promise<Outcome<Result>>) => Promise<Result>,
) {
  const submission = () => ({ key: randomUUID() })
  const fields = ['location', 'activity', 'people', 'equipment', 'company', 'contact'] as const
  const ours = ['noticedBy', 'related', 'device', 'firstActions'] as const
  const sheet = () => Object.fromEntries([...fields, ...ours].map((field) => [field, canary()]))
  const { id } = await done(recordIncident(sam, oddDevice(sheet()), submission()))
  await done(reviseIncident(sam, { ...oddDevice(sheet()), id, version: 1 }, submission()))
  expect((await reviseIncident(sam, { ...oddDevice(sheet()), id, version: 1 })).ok).toBe(false)
  await done(handIncident(sam, { id, version: 2 }, submission()))
  const { ref } = await readSheet(sam, id)
  await done(openIncident(kim, { ref }, submission()))
  const standing = { state: 'closed', reportedTo: ['own_security_team'], reportedOn: null }
  await done(noteIncident(kim, { ref, version: 3, note: canary(), ...standing }, submission()))
  await done(stateContact(kim, { version: 0, value: 'yes', who: canary() }, submission()))
}

/** Every row of every table as PostgreSQL writes it into a dump. */
async function dump(): Promise<Map<string, Buffer>> {
  const db = await database()
  const tables = await db.execute<{ name: string }>(
    sql`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema in ('public', 'drizzle')`,
  )
  const list = rowsOf<{ name: string }>(tables)
  const texts = new Map<string, Buffer>()
  for (const { name } of list) {
    const rows = rowsOf<{ line: string }>(await db.execute(sql.raw(`select t::text as line from ${name} t`)))
    texts.set(name, Buffer.from(rows.map(({ line }) => line).join('\n')))
  }
  expect(list.length).toBeGreaterThan(20)
  return texts
}

/** The two drivers hand rows back in different shapes. */
const rowsOf = <Row>(result: unknown): Row[] =>
  Array.isArray(result) ? (result as Row[]) : (result as { rows: Row[] }).rows

/** The server's folder with its log beside it; null where it is another machine's. */
async function serverFolder(): Promise<string | null> {
  const db = await database()
  const [row] = rowsOf<{ folder: string }>(
    await db.execute(sql`select current_setting('data_directory') as folder`),
  )
  const folder = path.dirname(row?.folder ?? '')
  try {
    fs.accessSync(path.join(folder, 'data', 'base'), fs.constants.R_OK)
    return folder
  } catch {
    console.log('The files of this PostgreSQL server cannot be read from here: only its text was searched.')
    return null
  }
}

/** Keeps what the process writes from now on. */
function listen(): void {
  for (const level of ['log', 'warn', 'error', 'info'] as const) {
    const say = console[level].bind(console)
    console[level] = (...said: unknown[]) => {
      written += `${said.map((each) => (each instanceof Error ? `${each.stack}${JSON.stringify(each)}` : String(each))).join(' ')}\n`
      say(...said)
    }
  }
}
