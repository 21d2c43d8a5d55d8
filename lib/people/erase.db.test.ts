import { eq, getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { incidents } from '@/db/schema/incidents'
import { organisation } from '@/db/schema/organisation'
import { people, personKeys } from '@/db/schema/people'
import { snapshots } from '@/db/schema/posture'
import * as tables from '@/db/tables'
import { dropDatabases, freshDatabase } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotConfirmed, NotThere, Refused } from '@/lib/access/outcome'
import { recordAccount } from '@/lib/accounts/commands/record'
import { mailbox } from '@/lib/accounts/entry.fixture'
import { acceptToAnswer } from '@/lib/aide/commands/answering'
import { askAide } from '@/lib/aide/commands/consent'
import { readAides } from '@/lib/aide/queries'
import { verifyAudit } from '@/lib/audit/verify'
import { askForException } from '@/lib/exceptions/commands'
import { listExceptions } from '@/lib/exceptions/list'
import { chunksOf } from '@/lib/exports/queries'
import { guidanceVersion } from '@/lib/guidance/version'
import { handIncident } from '@/lib/incidents/commands/hand'
import { openIncident } from '@/lib/incidents/commands/handle'
import { recordIncident } from '@/lib/incidents/commands/record'
import { oddDevice } from '@/lib/incidents/entry.fixture'
import { listHanded, readHanded } from '@/lib/incidents/queries/inbox'
import { recordLine } from '@/lib/lines/commands/record'
import { phone } from '@/lib/lines/entry.fixture'
import { firstSettings } from '@/lib/organisation/settings'
import { takeSnapshot } from '@/lib/overview/commands'
import { totalsAt } from '@/lib/overview/totals'
import { joined, setUp } from '@/lib/passkeys/browser.fixture'
import { confirmedFor } from '@/lib/people/cast.fixture'
import { eraseDue, erasePerson } from '@/lib/people/commands/erase'
import { invitePerson } from '@/lib/people/commands/invite'
import { deactivatePerson, reactivatePerson } from '@/lib/people/commands/leave'
import { openRecord } from '@/lib/people/commands/open-record'
import { noFilters } from '@/lib/people/filters'
import { listPeople } from '@/lib/people/queries/list'
import { readPerson } from '@/lib/people/queries/person'
import { searchPeople } from '@/lib/people/queries/search'
import { lockPerson } from '@/lib/people/store'
import { addPhone } from '@/lib/phones/commands'
import { judgeEverybody, startJudging, turnVerdicts } from '@/lib/posture/store-turning'
import { peopleWords } from '@/lib/words/people'

type Person = Awaited<ReturnType<typeof joined>>
const day = 86_400_000
const canary = 'Zaunkoenig-5e81'
let max: Actor
let kim: Person

beforeAll(async () => {
  await freshDatabase()
  max = (await setUp()).max.actor
  kim = await joined('Kim', 'security')
})
afterAll(dropDatabases)

const rowOf = async (id: string) => {
  const [row] = await (await database()).select().from(people).where(eq(people.id, id))
  if (!row) throw new Error('nobody')
  return row
}
const versionOf = async (id: string) => (await rowOf(id)).version
/** Somebody with something in many tables, who has left. */
async function left(name: string): Promise<Person> {
  const person = await joined(name)
  await recordAccount(person.actor, mailbox({}, { label: canary, note: `${canary} note` }))
  const line = await recordLine(person.actor, phone({}, { label: canary }))
  if (!line.ok) throw new Error('no line')
  const exception = await askForException(person.actor, {
    item: 'G5.0',
    scopeId: line.result.id,
    reason: 'other',
    reasonText: `${canary} because`,
    endsOn: new Date(Date.now() + 30 * day).toISOString().slice(0, 10),
  })
  if (!exception.ok) throw new Error(JSON.stringify(exception))
  const sheet = await recordIncident(person.actor, oddDevice({ activity: canary }))
  if (!sheet.ok) throw new Error(JSON.stringify(sheet))
  await handIncident(person.actor, { id: sheet.result.id, version: 1 })
  await addPhone(person.actor, { label: canary, platform: 'iphone', hardwareId: null })
  const { personId } = person.actor
  await openRecord(kim.actor, { personId, reason: 'other', note: `${canary} why` })
  await deactivatePerson(max, { personId, version: await versionOf(personId) })
  return person
}
async function erased(person: Person) {
  const { personId } = person.actor
  await confirmedFor(kim.actor, `person.erase:${personId}`)
  return erasePerson(kim.actor, { personId, version: await versionOf(personId) })
}
/** Every value of every row of every table, as text. */
async function everything(): Promise<string> {
  const db = await database()
  const all = Object.values(tables).flatMap((table: unknown) => (is(table, PgTable) ? [table] : []))
  const rows = await Promise.all(all.map((table) => db.select().from(table)))
  return JSON.stringify(rows)
}

describe('somebody who left and is erased', () => {
  test('leaves no sheet with the security team that nobody could open or close', async () => {
    const otto = await left('Otto')
    const { personId } = otto.actor
    const listed = async () =>
      (
        await Promise.all(
          (['open', 'closed'] as const).map((show) => listHanded(kim.actor, { show, cursor: null })),
        )
      ).flatMap(({ sheets }) => sheets.map(({ ref }) => ref))
    const db = await database()
    const [sheet] = await db.select().from(incidents).where(eq(incidents.personId, personId))
    if (!sheet) throw new Error('no sheet')
    expect(await listed()).toContain(sheet.ref)
    const { counts } = await listHanded(kim.actor, { show: 'open', cursor: null })
    await erased(otto)
    expect(await listed()).not.toContain(sheet.ref)
    const after = await listHanded(kim.actor, { show: 'open', cursor: null })
    expect(after.counts).toMatchObject({ open: counts.open - 1, waiting: counts.waiting - 1 })
    await expect(readHanded(kim.actor, sheet.ref)).rejects.toBeInstanceOf(NotThere)
    await expect(openIncident(kim.actor, { ref: sheet.ref })).rejects.toBeInstanceOf(NotThere)
    const [closed] = await db.select().from(incidents).where(eq(incidents.personId, personId))
    expect(closed).toMatchObject({ state: 'closed', sheetSealed: '' })
  })

  test('leaves nothing sealed behind, and no key that would open it', async () => {
    const otto = await left('Otto')
    const { personId } = otto.actor
    const before = await everything()
    expect(await erased(otto)).toEqual({ ok: true, result: null })
    const db = await database()
    expect(await db.select().from(personKeys).where(eq(personKeys.personId, personId))).toEqual([])
    for (const table of Object.values(tables) as unknown[]) {
      if (!is(table, PgTable)) continue
      const columns = Object.values(getTableColumns(table))
      const owner = columns.find(
        ({ name }) => name === 'person_id' || (name === 'id' && table === (people as PgTable)),
      )
      const sealed = columns.filter(({ name }) => name.endsWith('_sealed'))
      if (!owner || sealed.length === 0) continue
      for (const column of sealed) {
        const rows = await db
          .select({ value: sql<string | null>`${column}` })
          .from(table)
          .where(eq(owner, personId))
        expect([getTableName(table), column.name, rows.filter(({ value }) => value)]).toEqual([
          getTableName(table),
          column.name,
          [],
        ])
      }
    }
    // What was sealed for him is in no other row either.
    const after = await everything()
    const key = (await rowOf(personId)).ref
    expect(after).toContain(key)
    expect(after).not.toContain(canary)
    expect(after).not.toContain(otto.email)
    const secrets = [...before.matchAll(/"[\w-]*(?:Sealed|wrapped)":"([^"]{20,})"/g)].map(
      ([, text]) => text ?? '',
    )
    expect(secrets.length).toBeGreaterThan(10)
    const gone = secrets.filter((text) => !after.includes(text))
    expect(gone.length).toBeGreaterThanOrEqual(8)
    expect(await rowOf(personId)).toMatchObject({
      nameSealed: '',
      emailSealed: null,
      emailIndex: null,
      nameKeys: [],
      erasedBy: kim.actor.personId,
    })
  })

  test('cannot sign in, and is called erased wherever a name would stand', async () => {
    const otto = await left('Otto')
    const { personId } = otto.actor
    await erased(otto)
    await expect(otto.browser.signIn()).rejects.toThrow()
    const list = await listPeople(kim.actor, { filters: { ...noFilters, left: true }, cursor: null })
    expect(list.rows.find(({ id }) => id === personId)).toMatchObject({ name: peopleWords.erased })
    expect(await readPerson(kim.actor, personId)).toMatchObject({
      name: peopleWords.erased,
      email: null,
      erasedAt: expect.any(Date),
    })
    expect((await searchPeople(kim.actor, 'Otto')).rows.map(({ id }) => id)).not.toContain(personId)
    expect((await searchPeople(kim.actor, otto.email)).rows).toEqual([])
    await (await database()).transaction(async (tx) => {
      await expect(lockPerson(tx, personId)).rejects.toBeInstanceOf(NotThere)
    })
    const again = { personId, version: await versionOf(personId) }
    await expect(reactivatePerson(max, again)).rejects.toBeInstanceOf(NotThere)
    await expect(openRecord(kim.actor, { personId, reason: 'incident', note: '' })).rejects.toBeInstanceOf(
      NotThere,
    )
    await confirmedFor(kim.actor, `person.erase:${personId}`)
    await expect(erasePerson(kim.actor, again)).rejects.toBeInstanceOf(NotThere)
    const entry = { name: 'Otto', email: otto.email, unitId: '', tier: 'standard' }
    expect(await invitePerson(kim.actor, entry)).toMatchObject({ ok: true })
  })

  test('leaves totals, snapshots and the audit chain as they were', async () => {
    const otto = await left('Otto')
    const db = await database()
    await takeSnapshot(kim.actor, {})
    const instant = { at: new Date(), intervals: firstSettings.intervals }
    const totals = () => db.transaction((tx) => totalsAt(tx, instant))
    const earlier = { at: new Date(Date.now() - 1000), intervals: firstSettings.intervals }
    const kept = [
      await totals(),
      await db.select().from(snapshots),
      await db.transaction((tx) => totalsAt(tx, earlier)),
    ]
    const seq = (await db.select().from(auditEntries)).length
    await erased(otto)
    expect([
      await totals(),
      await db.select().from(snapshots),
      await db.transaction((tx) => totalsAt(tx, earlier)),
    ]).toEqual(kept)
    expect(await verifyAudit()).toMatchObject({ intact: true })
    const entries = await db.select().from(auditEntries).orderBy(auditEntries.seq)
    expect(entries).toHaveLength(seq + 1)
    expect(entries.at(-1)).toMatchObject({
      action: 'person.erased',
      actorId: kim.actor.personId,
      personId: otto.actor.personId,
    })
  })

  test('leaves exports as of a past moment as they were, byte for byte', async () => {
    const ada = await joined('Ada', 'auditor')
    const otto = await left('Otto')
    const { deactivatedAt } = await rowOf(otto.actor.personId)
    const frame = {
      // The moment before he left.
      asOf: new Date((deactivatedAt?.getTime() ?? 0) - 1),
      exportId: 'x',
      guidanceVersion,
      intervals: firstSettings.intervals,
      serviceNames: {},
    }
    const sheets = async () => {
      let text = ''
      for (const kind of ['verdicts', 'accounts', 'lines'] as const)
        for await (const chunk of chunksOf(ada.actor, kind, frame)) text += chunk.text
      return text
    }
    const before = await sheets()
    expect(before).toContain((await rowOf(otto.actor.personId)).ref)
    await erased(otto)
    expect(await sheets()).toBe(before)
  })

  test('is passed over when everybody is judged anew, and by lists that would open what they said', async () => {
    const otto = await left('Otto')
    await erased(otto)
    const db = await database()
    await db.transaction((tx) => startJudging(tx, 'settings', null, new Date()))
    expect(await judgeEverybody()).toBeGreaterThan(0)
    await turnVerdicts()
    expect(await listExceptions(kim.actor, { show: 'waiting', cursor: null })).toBeDefined()
  })

  test('is gone from the words of whoever asked them to be an aide', async () => {
    const rosa = await joined('Rosa')
    const theo = await joined('Theo')
    const asked = await askAide(rosa.actor, {
      address: theo.email,
      scope: ['lines'],
      endsOn: new Date(Date.now() + 5 * day).toISOString().slice(0, 10),
    })
    if (!asked.ok) throw new Error('not asked')
    await acceptToAnswer(theo.actor, asked.result)
    await deactivatePerson(max, {
      personId: theo.actor.personId,
      version: await versionOf(theo.actor.personId),
    })
    await erased(theo)
    expect((await readAides(rosa.actor)).aides).toMatchObject([{ address: '', name: peopleWords.erased }])
  })
})

describe('erasing', () => {
  test('is the security team’s, with a fresh passkey, of somebody who left', async () => {
    const otto = await left('Otto')
    const { personId } = otto.actor
    const input = { personId, version: await versionOf(personId) }
    await expect(erasePerson(max, input)).rejects.toBeInstanceOf(Refused)
    await expect(erasePerson(kim.actor, input)).rejects.toBeInstanceOf(NotConfirmed)
    await confirmedFor(kim.actor, `person.erase:${personId}`)
    expect(await erasePerson(kim.actor, { personId, version: 1 })).toMatchObject({
      conflict: { version: input.version },
    })
    const sam = await joined('Sam')
    await confirmedFor(kim.actor, `person.erase:${sam.actor.personId}`)
    const here = { personId: sam.actor.personId, version: await versionOf(sam.actor.personId) }
    await expect(erasePerson(kim.actor, here)).rejects.toBeInstanceOf(NotThere)
    expect(await rowOf(sam.actor.personId)).toMatchObject({ erasedAt: null })
  })

  test('happens by itself once somebody left longer ago than is kept, and once', async () => {
    const [otto, sam] = [await left('Otto'), await left('Sam')]
    const db = await database()
    const leftAt = (person: Person, days: number) =>
      db
        .update(people)
        .set({ deactivatedAt: new Date(Date.now() - days * day) })
        .where(eq(people.id, person.actor.personId))
    await leftAt(otto, 31)
    await leftAt(sam, 29)
    expect(await eraseDue()).toBe(0)
    await db.update(organisation).set({ settings: { ...firstSettings, retentionDays: 30 } })
    expect(await eraseDue()).toBe(1)
    expect(await eraseDue()).toBe(0)
    expect(await rowOf(otto.actor.personId)).toMatchObject({ erasedAt: expect.any(Date), erasedBy: null })
    expect(await rowOf(sam.actor.personId)).toMatchObject({ erasedAt: null })
    const entries = await db.select().from(auditEntries).orderBy(auditEntries.seq)
    expect(entries.at(-1)).toMatchObject({ action: 'person.erased', actorKind: 'system', actorId: null })
  })
})
