import { parse } from 'csv-parse/sync'
import { eq, getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { passkeys, sessions } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import * as tables from '@/db/tables'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { NotConfirmed, Refused } from '@/lib/access/outcome'
import { recordAccount } from '@/lib/accounts/commands/record'
import { mailbox } from '@/lib/accounts/entry.fixture'
import { acceptToAnswer, answerFor } from '@/lib/aide/commands/answering'
import { askAide, grantAide } from '@/lib/aide/commands/consent'
import { type HeldForm, takeHeld } from '@/lib/held/commands'
import { heldElsewhere, heldGroups, heldParts, namesSomebody } from '@/lib/held/parts'
import { heldText, readHeld } from '@/lib/held/queries'
import { recordLine } from '@/lib/lines/commands/record'
import { phone } from '@/lib/lines/entry.fixture'
import { joined, setUp } from '@/lib/passkeys/browser.fixture'
import { confirmedFor } from '@/lib/people/cast.fixture'
import { openRecord } from '@/lib/people/commands/open-record'
import { addPhone } from '@/lib/phones/commands'
import { readSession } from '@/lib/sessions/queries'
import { heldWords } from '@/lib/words/held'

type Person = Awaited<ReturnType<typeof joined>>
let sam: Person
let rosa: Person
let kim: Person

beforeAll(async () => {
  await freshDatabase()
  await setUp()
  sam = await joined('Sam')
  rosa = await joined('Rosa')
  kim = await joined('Kim', 'security')
  await recordAccount(sam.actor, mailbox({}, { label: 'Zaunlabel', note: 'Zaunnote' }))
  await recordLine(sam.actor, phone({}, { label: 'Zaunline' }))
  await addPhone(sam.actor, { label: 'Zaunphone', platform: 'iphone', hardwareId: null })
  await openRecord(kim.actor, { personId: sam.actor.personId, reason: 'other', note: 'Zaunwhy' })
  await recordAccount(rosa.actor, mailbox({}, { label: 'Rosalabel' }))
})
afterAll(dropDatabases)

const textOf = async ({ actor }: Person, form: HeldForm) => {
  let text = ''
  for await (const piece of heldText(actor, form, '2026-11-23T10:00:00.000Z')) text += piece
  return text
}
const heldOf = async (person: Person) =>
  (JSON.parse(await textOf(person, 'json')) as { held: Record<string, Record<string, unknown>[]> }).held
const allTables = Object.values(tables).flatMap((table: unknown) => (is(table, PgTable) ? [table] : []))

describe('the schema', () => {
  test('has no table that names a person and is neither shown nor named with its reason', () => {
    const naming = allTables
      .filter((table) => Object.values(getTableColumns(table)).some(({ name }) => namesSomebody.test(name)))
      .map(getTableName)
    const known = [...heldParts.map(({ name }) => name), ...Object.keys(heldElsewhere)]
    expect(known.toSorted()).toEqual(naming.toSorted())
    expect(new Set(known).size).toBe(known.length)
  })

  test('has no column of theirs that is neither shown nor named with its reason', () => {
    for (const { name, table, shown, notShown } of heldParts) {
      const columns = Object.values(getTableColumns(table)).map((column) => column.name)
      const told = [...shown.map(({ column }) => column.name), ...Object.keys(notShown)]
      expect([name, told.toSorted()]).toEqual([name, columns.toSorted()])
      // Shown means readable: no bytes, and nothing that tells of a secret.
      expect([name, shown.filter(({ column }) => /hash$|^wrapped$|_index$/.test(column.name))]).toEqual([
        name,
        [],
      ])
    }
  })

  test('tells of every answer the version it was asked under, when, by whom and for whom', () => {
    const statements = heldParts.filter(({ name }) => name.endsWith('_statements') || name === 'said_none')
    expect(statements.map(({ name }) => name)).toEqual([
      'account_statements',
      'inventory_statements',
      'line_statements',
      'piece_statements',
      'said_none',
    ])
    for (const { name, shown } of statements)
      expect([name, shown.map(({ column }) => column.name)]).toEqual([
        name,
        expect.arrayContaining(['guidance_version', 'confirmed_on', 'answered_by', 'on_behalf_of']),
      ])
    expect(heldWords.column('guidance_version')).toBe('Guidance version')
  })

  test('has words for every part, table and reason', () => {
    expect(heldParts.filter(({ name }) => !heldWords.tables[name])).toEqual([])
    expect(heldGroups.filter((group) => !heldWords.groups[group])).toEqual([])
    const reasons = [
      ...Object.values(heldElsewhere),
      ...heldParts.flatMap(({ notShown }) => Object.values(notShown)),
    ]
    expect(reasons.filter((reason) => !heldWords.reasons[reason])).toEqual([])
  })
})

describe('what is held about Sam', () => {
  test('is all his and nothing of others, with his texts opened and colleagues by name', async () => {
    const text = await textOf(sam, 'json')
    for (const own of ['Sam', sam.email, 'Zaunlabel', 'Zaunnote', 'Zaunline', 'Zaunphone', 'Zaunwhy', 'Kim'])
      expect(text).toContain(own)
    for (const other of ['Rosalabel', rosa.email, rosa.actor.personId]) expect(text).not.toContain(other)
    const held = await heldOf(sam)
    expect(Object.keys(held).toSorted()).toEqual(heldParts.map(({ name }) => name).toSorted())
    for (const table of ['account_statements', 'line_statements', 'piece_statements'])
      expect(held[table]).toMatchObject([{ guidance_version: '2.0', answered_by: 'Sam' }])
    expect(held.record_openings).toMatchObject([{ opened_by: 'Kim', reason: 'other', note: 'Zaunwhy' }])
    // Who let him in is told by reference: no page names them to him.
    expect(held.audit_entries?.filter(({ actor_id }) => actor_id === 'Sam').length).toBeGreaterThan(3)
    expect(text).not.toContain('"Max"')
    expect(held.passkeys).toHaveLength(1)
    expect(held.audit_entries?.length).toBeGreaterThan(5)
    const [session] = await (await database())
      .select()
      .from(sessions)
      .where(eq(sessions.personId, sam.actor.personId))
    const [passkey] = await (await database())
      .select()
      .from(passkeys)
      .where(eq(passkeys.personId, sam.actor.personId))
    expect(text).not.toContain(session?.id ?? 'no session')
    expect(passkey).toBeDefined()
  })

  test('has as many rows as the database', async () => {
    const held = await heldOf(sam)
    const db = await database()
    for (const { name, table, rowsOf } of heldParts) {
      const rows = await db.select().from(table).where(rowsOf(sam.actor.personId))
      expect([name, held[name]?.length]).toEqual([name, rows.length])
    }
  })

  test('is the same as CSV, a line for each value', async () => {
    const held = await heldOf(sam)
    const lines = parse(await textOf(sam, 'csv'), { bom: true, columns: true }) as Record<string, string>[]
    const values = Object.values(held).flatMap((rows) => rows.flatMap((row) => Object.keys(row)))
    expect(lines).toHaveLength(values.length)
    expect(lines.find(({ table, column }) => table === 'accounts' && column === 'label')).toMatchObject({
      part: 'accounts',
      row: '1',
      value: 'Zaunlabel',
    })
  })

  test('stands on the page by part, with counts', async () => {
    const page = await readHeld(sam.actor)
    expect(page.map(({ group }) => group)).toEqual([...heldGroups])
    const parts = page.flatMap((group) => group.parts)
    expect(parts.find(({ name }) => name === 'accounts')).toMatchObject({
      count: 1,
      rows: [{ label: 'Zaunlabel' }],
    })
    expect(parts.every(({ rows, count }) => rows.length <= 5 && rows.length <= count)).toBe(true)
  })

  test('is taken with a fresh passkey only, and that is noted', async () => {
    await expect(takeHeld(sam.actor, { form: 'json' })).rejects.toBeInstanceOf(NotConfirmed)
    await confirmedFor(sam.actor, 'held.take')
    expect(await takeHeld(sam.actor, { form: 'xml' })).toHaveProperty('problems.form')
    expect(await takeHeld(sam.actor, { form: 'json' })).toMatchObject({ ok: true })
    const entries = await (await database())
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'held.taken'))
    expect(entries).toMatchObject([{ actorId: sam.actor.personId, personId: sam.actor.personId }])
  })
})

describe('an aide', () => {
  test('is named to Rosa only once they accepted', async () => {
    const asked = await askAide(rosa.actor, {
      address: sam.email,
      scope: ['accounts'],
      endsOn: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
    })
    if (!asked.ok) throw new Error('not asked')
    expect((await heldOf(rosa)).delegations).toMatchObject([{ aide_id: null, address: sam.email }])
    // What Rosa wrote is hers: it is sealed for her, and Sam reads that she asked.
    expect((await heldOf(sam)).delegations).toMatchObject([{ person_id: 'Rosa', address: null }])
    await acceptToAnswer(sam.actor, asked.result)
    expect((await heldOf(rosa)).delegations).toMatchObject([{ aide_id: 'Sam' }])
    await confirmedFor(rosa.actor, `aide.grant:${asked.result.id}`)
    await grantAide(rosa.actor, asked.result)
    await answerFor(sam.actor, asked.result)
    const signed = await readSession(sam.actor.personId, sam.actor.sessionId)
    if (!signed) throw new Error('signed out')
    await expect(readHeld(signed.actor)).rejects.toBeInstanceOf(Refused)
    await confirmedFor(sam.actor, 'held.take')
    await expect(takeHeld(signed.actor, { form: 'csv' })).rejects.toBeInstanceOf(Refused)
    const [row] = await (await database()).select().from(people).where(eq(people.id, rosa.actor.personId))
    expect(row?.ref).toBeDefined()
  })
})
