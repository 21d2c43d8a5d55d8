import { randomUUID } from 'node:crypto'
import { desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { submissions } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { incidentContacts, incidentEvents, incidents } from '@/db/schema/incidents'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere, Refused } from '@/lib/access/outcome'
import { clearSpent } from '@/lib/access/spent'
import type { InboxCursor, InboxShow } from '@/lib/incidents/address'
import { stateContact } from '@/lib/incidents/commands/contact'
import { handIncident, takeBackIncident } from '@/lib/incidents/commands/hand'
import { noteIncident, openIncident } from '@/lib/incidents/commands/handle'
import { recordIncident, reviseIncident } from '@/lib/incidents/commands/record'
import { removeIncident, restoreIncident } from '@/lib/incidents/commands/remove'
import type { IncidentEntry } from '@/lib/incidents/entry'
import { oddDevice } from '@/lib/incidents/entry.fixture'
import {
  type HandedSheet,
  type Inbox,
  inboxPageSize,
  listHanded,
  readHanded,
} from '@/lib/incidents/queries/inbox'
import { listSheets, openingsOfOwn, readSheet } from '@/lib/incidents/queries/own'
import { startOfSheet } from '@/lib/incidents/queries/start'
import { turnReadiness } from '@/lib/incidents/readiness'
import { mostSheets } from '@/lib/incidents/rules'
import { addMessagingApp } from '@/lib/messaging/commands'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { incidentProblems as says } from '@/lib/words/incident-form'
import { contactWords } from '@/lib/words/incidents'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)

async function recorded(actor: Actor, entry: IncidentEntry = oddDevice()): Promise<string> {
  const outcome = await recordIncident(actor, entry)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
const rowOf = async (id: string) => {
  const [row] = await (await database()).select().from(incidents).where(eq(incidents.id, id))
  if (!row) throw new Error('no such sheet')
  return row
}
const based = async (id: string) => ({ id, version: (await rowOf(id)).version })
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}
/** A sheet of Sam's that the team has, by its reference. */
async function handed(entry?: IncidentEntry): Promise<{ id: string; ref: string }> {
  const id = await recorded(cast.sam, entry)
  expect(await handIncident(cast.sam, await based(id))).toMatchObject({ ok: true })
  return { id, ref: (await rowOf(id)).ref }
}
const opened = async (entry?: IncidentEntry) => {
  const sheet = await handed(entry)
  await openIncident(cast.kim, { ref: sheet.ref })
  return sheet
}
const inbox = (actor: Actor, show: InboxShow = 'open', cursor: InboxCursor | null = null) =>
  listHanded(actor, { show, cursor })
/** Every sheet of a list, page by page. */
async function sheets(show: InboxShow): Promise<HandedSheet[]> {
  const found: HandedSheet[] = []
  let cursor: InboxCursor | null = null
  do {
    const page: Inbox = await inbox(cast.kim, show, cursor)
    found.push(...page.sheets)
    cursor = page.next
  } while (cursor)
  return found
}
const refs = async (show: InboxShow) => (await sheets(show)).map(({ ref }) => ref)
const done = (more: object = {}) => ({
  reportedTo: ['own_security_team'],
  reportedOn: null,
  note: '',
  ...more,
})

describe('Sam writes a sheet', () => {
  test('and it is his draft, written down without a word of it', async () => {
    const id = await recorded(cast.sam)
    expect(await rowOf(id)).toMatchObject({
      state: 'draft',
      kind: 'linked_device',
      handedAt: null,
      version: 1,
    })
    expect((await rowOf(id)).ref).toMatch(/^I-[0-9A-F]{8}$/)
    expect(await readSheet(cast.sam, id)).toMatchObject({ incident: oddDevice(), openings: 0, history: [] })
    expect(await lastEntry()).toMatchObject({
      action: 'incident.recorded',
      subjectId: id,
      personId: cast.sam.personId,
      detail: '{"after":null,"before":null}',
    })
  })

  test('and nothing he typed stands anywhere in plain text, nor what the team notes or whom people tell', async () => {
    const word = 'Kq7Zcanary'
    const everything = Object.fromEntries(
      ['location', 'activity', 'people', 'equipment', 'company', 'contact', 'noticedBy'].map((field) => [
        field,
        word,
      ]),
    )
    const sheet = { ...everything, related: word, device: word, firstActions: word }
    const { id, ref } = await opened(oddDevice(sheet))
    await noteIncident(
      cast.kim,
      { ref, version: 2, state: 'reported', ...done({ note: word }) },
      { key: 'noted-0001' },
    )
    await stateContact(cast.kim, { version: 0, value: 'yes', who: word }, { key: 'contact-0001' })
    const db = await database()
    const kept = [
      await db.select().from(incidents),
      await db.select().from(incidentEvents),
      await db.select().from(incidentContacts),
      await db.select().from(organisationVerdicts),
      await db.select().from(auditEntries),
      await db.select().from(submissions),
    ]
    expect(JSON.stringify(kept)).not.toMatch(/Kq7Z/)
    expect((await rowOf(id)).sheetSealed).toMatch(/^s1\./)
    expect(await readSheet(cast.sam, id)).toMatchObject({ incident: { sheet }, who: word })
    expect((await readSheet(cast.sam, id)).history.map(({ note }) => note)).toEqual(['', '', word])
  })

  test('and the same form sent twice makes one sheet', async () => {
    const first = await recordIncident(cast.theo, oddDevice(), { key: 'record-0001' })
    expect(await recordIncident(cast.theo, oddDevice(), { key: 'record-0001' })).toEqual(first)
    expect((await listSheets(cast.theo)).sheets).toHaveLength(1)
  })

  test('and what may not be kept is refused at its field, and kept nowhere', async () => {
    for (const [entry, field, sentence] of [
      [
        oddDevice({ contact: 'Sam, +43 664 1741741' }),
        'sheet.contact',
        expect.stringContaining('phone number'),
      ],
      [
        oddDevice({ activity: 'They asked for my PIN 47114711' }),
        'sheet.activity',
        expect.stringContaining('PIN'),
      ],
      [oddDevice({ location: '48.2082, 16.3738' }), 'sheet.location', says.exactPlace],
      [oddDevice({ date: '2999-01-01' }), 'sheet.date', says.dayAhead],
      [oddDevice({ time: '09:30', zone: 'Mars/Olympus' }), 'sheet.zone', says.zone],
      [oddDevice({}, { state: 'reported' }), 'reportedTo', says.toWhom],
    ] as const)
      expect(await recordIncident(cast.sam, entry)).toEqual({ ok: false, problems: { [field]: [sentence] } })
    expect(await recordIncident(cast.sam, { ...oddDevice(), personId: cast.kim.personId })).toMatchObject({
      ok: false,
    })
    expect(JSON.stringify(await (await database()).select().from(auditEntries))).not.toMatch(
      /1741741|47114711/,
    )
  })

  test('and a sheet from a place that is a day ahead is dated by that place', async () => {
    const ahead = { time: '09:30', zone: 'Pacific/Kiritimati' }
    const there = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)
    expect(await recordIncident(cast.sam, oddDevice({ ...ahead, date: there }))).toMatchObject({ ok: true })
  })

  test(`and keeps ${mostSheets} at most, also when one is put back`, async () => {
    const first = await recorded(cast.lee)
    await removeIncident(cast.lee, await based(first))
    for (let n = 0; n < mostSheets; n += 1) await recorded(cast.lee)
    const full = { ok: false, problems: { '': [says.tooMany(mostSheets)] } }
    expect(await recordIncident(cast.lee, oddDevice())).toEqual(full)
    expect(await restoreIncident(cast.lee, await based(first))).toEqual(full)
  })
})

describe('a sheet that is about something', () => {
  test('names it where it is one’s own, and nothing where it is somebody else’s', async () => {
    const added = await addMessagingApp(cast.sam, { serviceId: null, ownName: 'Harbour Chat' })
    const listed = await addMessagingApp(cast.sam, { serviceId: 'signal', ownName: '' })
    if (!added.ok || !listed.ok) throw new Error('not added')
    const related = async (actor: Actor, about: { app?: unknown; account?: unknown }) =>
      (await startOfSheet(actor, about)).related
    expect(await related(cast.sam, { app: added.result.id })).toBe('Harbour Chat')
    expect(await related(cast.sam, { app: listed.result.id })).toBe('Signal')
    for (const [actor, id] of [
      [cast.kim, added.result.id],
      [cast.sam, randomUUID()],
      [cast.sam, 'nothing'],
      [cast.sam, [added.result.id]],
    ] as const)
      expect(await related(actor, { app: id, account: id })).toBe('')
  })
})

describe('Sam changes a sheet', () => {
  test('and the log names fields, not what stands in them', async () => {
    const id = await recorded(cast.sam)
    const entry = oddDevice({ device: 'My own phone' }, { reportedTo: ['carrier'], reportedOn: '2026-11-01' })
    expect(await reviseIncident(cast.sam, { ...entry, id, version: 1 })).toEqual({ ok: true, result: { id } })
    // Somebody was told, so it is reported, though the form still said draft.
    expect(await rowOf(id)).toMatchObject({ version: 2, state: 'reported', reportedTo: ['carrier'] })
    expect(await lastEntry()).toMatchObject({
      action: 'incident.revised',
      detail:
        '{"after":{"changed":["state","reportedTo","reportedOn","device"],"version":2},"before":{"version":1}}',
    })
  })

  test('from an older page, and sees what stands now; nothing is overwritten', async () => {
    const id = await recorded(cast.sam)
    await reviseIncident(cast.sam, { ...oddDevice({ activity: 'Newer' }), id, version: 1 })
    const stale = { ok: false, conflict: { version: 2, incident: { sheet: { activity: 'Newer' } } } }
    expect(
      await reviseIncident(cast.sam, { ...oddDevice({ activity: 'Older' }), id, version: 1 }),
    ).toMatchObject(stale)
    for (const act of [handIncident, takeBackIncident, removeIncident])
      expect(await act(cast.sam, { id, version: 1 })).toMatchObject(stale)
    expect((await readSheet(cast.sam, id)).incident.sheet.activity).toBe('Newer')
  })

  test.runIf(onServer)('ten times at once, and one of them counts', async () => {
    const id = await recorded(cast.sam)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        reviseIncident(cast.sam, { ...oddDevice({ activity: `Odd ${n}` }), id, version: 1 }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('Sam removes a draft', () => {
  test('and can put it back for 30 days; then it is gone with all that became of it', async () => {
    const id = await recorded(cast.sam)
    await handIncident(cast.sam, await based(id))
    await takeBackIncident(cast.sam, await based(id))
    expect(await removeIncident(cast.sam, await based(id))).toEqual({ ok: true, result: { id } })
    await expect(readSheet(cast.sam, id)).rejects.toBeInstanceOf(NotThere)
    expect((await listSheets(cast.sam)).removed.map((sheet) => sheet.id)).toContain(id)
    expect(await restoreIncident(cast.sam, await based(id))).toEqual({ ok: true, result: { id } })
    await expect(restoreIncident(cast.sam, await based(id))).rejects.toBeInstanceOf(NotThere)

    await removeIncident(cast.sam, await based(id))
    const db = await database()
    const longAgo = new Date(Date.now() - 31 * 86_400_000)
    await db.update(incidents).set({ removedAt: longAgo }).where(eq(incidents.id, id))
    await expect(restoreIncident(cast.sam, await based(id))).rejects.toBeInstanceOf(NotThere)
    const kept = await db.select().from(incidents).where(isNull(incidents.removedAt))
    await clearSpent()
    expect(await db.select().from(incidents).where(eq(incidents.id, id))).toEqual([])
    expect(await db.select().from(incidentEvents).where(eq(incidentEvents.incidentId, id))).toEqual([])
    expect(await db.select().from(incidents).where(isNull(incidents.removedAt))).toHaveLength(kept.length)
  })
})

describe('Sam hands a sheet to the security team', () => {
  test('and until then nobody but him can know of it', async () => {
    const id = await recorded(cast.sam)
    const { ref } = await rowOf(id)
    expect(await refs('open')).not.toContain(ref)
    await expect(readHanded(cast.kim, ref)).rejects.toBeInstanceOf(NotThere)
    await expect(openIncident(cast.kim, { ref })).rejects.toBeInstanceOf(NotThere)
  })

  test('and it is reported to the team, from today, and stays as it is', async () => {
    const { id, ref } = await handed(oddDevice({}, { reportedTo: ['nobody_yet'] }))
    expect(await rowOf(id)).toMatchObject({ state: 'reported', reportedTo: ['own_security_team'] })
    expect((await rowOf(id)).reportedOn).toBe(new Date().toISOString().slice(0, 10))
    expect(await lastEntry()).toMatchObject({ action: 'incident.handed', subjectId: id })
    const withTeam = { ok: false, problems: { '': [says.withTeam] } }
    expect(await reviseIncident(cast.sam, { ...oddDevice(), ...(await based(id)) })).toEqual(withTeam)
    expect(await removeIncident(cast.sam, await based(id))).toEqual(withTeam)
    expect(await handIncident(cast.sam, await based(id))).toEqual(withTeam)
    expect((await sheets('open')).find((sheet) => sheet.ref === ref)).toEqual({
      ref,
      kind: 'linked_device',
      state: 'reported',
      handedAt: expect.any(Date),
      openings: 0,
    })
  })

  test('and takes it back while nobody has opened it, not later', async () => {
    const { id, ref } = await handed()
    expect(await takeBackIncident(cast.sam, await based(id))).toMatchObject({ ok: true })
    expect(await rowOf(id)).toMatchObject({
      handedAt: null,
      state: 'ready',
      reportedTo: [],
      reportedOn: null,
    })
    expect(await lastEntry()).toMatchObject({ action: 'incident.taken_back', subjectId: id })
    await expect(openIncident(cast.kim, { ref })).rejects.toBeInstanceOf(NotThere)
    await expect(takeBackIncident(cast.sam, await based(id))).rejects.toBeInstanceOf(NotThere)
    await handIncident(cast.sam, await based(id))
    await openIncident(cast.kim, { ref })
    expect(await takeBackIncident(cast.sam, await based(id))).toEqual({
      ok: false,
      problems: { '': [says.opened] },
    })
  })

  test.runIf(onServer)('and of taking back and opening at once, one comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, ref } = await handed()
      const version = (await rowOf(id)).version
      const [back, open] = await Promise.allSettled([
        takeBackIncident(cast.sam, { id, version }),
        openIncident(cast.nora, { ref }),
      ])
      const took = back.status === 'fulfilled' && back.value.ok
      expect(open.status).toBe(took ? 'rejected' : 'fulfilled')
    }
  })
})

describe('Kim opens a handed sheet', () => {
  test('and reads it for an hour; Sam reads who opened it and when', async () => {
    const { id, ref } = await handed()
    expect(await readHanded(cast.kim, ref)).toMatchObject({ ref, opened: null })
    expect(await openIncident(cast.kim, { ref })).toEqual({ ok: true, result: { ref } })
    expect(await lastEntry()).toMatchObject({
      action: 'incident.opened',
      actorId: cast.kim.personId,
      subjectId: id,
      personId: cast.sam.personId,
    })
    expect(await readHanded(cast.kim, ref)).toMatchObject({
      opened: { from: 'Sam', incident: { sheet: oddDevice().sheet } },
    })
    // Her opening is hers alone.
    expect(await readHanded(cast.nora, ref)).toMatchObject({ opened: null })
    expect(await openingsOfOwn(cast.sam)).toContainEqual(expect.objectContaining({ ref, by: 'Kim' }))
    expect((await readSheet(cast.sam, id)).history.map(({ kind, by, own }) => [kind, by, own])).toEqual([
      ['handed', 'Sam', true],
      ['opened', 'Kim', false],
    ])

    const db = await database()
    await db.update(incidentEvents).set({ endsAt: new Date() }).where(eq(incidentEvents.kind, 'opened'))
    expect(await readHanded(cast.kim, ref)).toMatchObject({ opened: null })
    await expect(
      noteIncident(cast.kim, { ref, version: 2, state: 'closed', ...done() }),
    ).rejects.toBeInstanceOf(NotThere)
  })

  test('and an opening from before it was taken back opens nothing', async () => {
    const { id, ref } = await opened()
    const db = await database()
    // As if it had been handed over anew after the opening.
    await db
      .update(incidents)
      .set({ handedAt: new Date(Date.now() + 1000) })
      .where(eq(incidents.id, id))
    expect(await readHanded(cast.kim, ref)).toMatchObject({ opened: null })
  })
})

describe('Kim notes what was done', () => {
  test('and closes the sheet; Sam reads it', async () => {
    const { id, ref } = await opened()
    const told = ['carrier', 'own_security_team']
    const note = 'Called the carrier together'
    expect(
      await noteIncident(cast.kim, {
        ref,
        version: 2,
        state: 'closed',
        reportedTo: told,
        reportedOn: null,
        note,
      }),
    ).toEqual({ ok: true, result: { ref } })
    expect(await rowOf(id)).toMatchObject({
      state: 'closed',
      reportedTo: ['own_security_team', 'carrier'],
      version: 3,
    })
    const entry = await lastEntry()
    expect(entry).toMatchObject({ action: 'incident.noted', subjectId: id, personId: cast.sam.personId })
    expect(entry?.detail).not.toContain(note)
    expect((await readSheet(cast.sam, id)).history.at(-1)).toMatchObject({
      kind: 'noted',
      note,
      state: 'closed',
    })
    expect(await refs('closed')).toContain(ref)
  })

  test('and bad input names its field', async () => {
    const { ref } = await opened()
    const noted = (more: object) =>
      noteIncident(cast.kim, { ref, version: 2, state: 'reported', ...done(more) })
    const { reportedOn } = await rowOf((await handed()).id)
    expect(await noted({ reportedOn })).toEqual({ ok: false, problems: { note: [says.nothingToDo] } })
    expect(await noted({ note: 'x', reportedTo: [] })).toEqual({
      ok: false,
      problems: { reportedTo: [says.toWhom] },
    })
    expect(await noted({ note: 'Code: 493 221' })).toMatchObject({
      ok: false,
      problems: { note: [expect.any(String)] },
    })
    expect(await noted({ note: 'x', reportedOn: '2999-01-01' })).toMatchObject({
      problems: { reportedOn: [says.dayAhead] },
    })
    expect(await noted({ state: 'draft' })).toMatchObject({
      ok: false,
      problems: { state: [expect.any(String)] },
    })
  })

  test('from an older page, and sees what stands now; twice the same has one effect', async () => {
    const { id, ref } = await opened()
    const sent = { ref, version: 2, state: 'reported', ...done({ note: 'Looked at the list' }) }
    const first = await noteIncident(cast.kim, sent, { key: 'noted-0002' })
    expect(await noteIncident(cast.kim, sent, { key: 'noted-0002' })).toEqual(first)
    expect((await readSheet(cast.sam, id)).history.filter(({ kind }) => kind === 'noted')).toHaveLength(1)
    expect(await noteIncident(cast.kim, { ...sent, note: 'Another' })).toMatchObject({
      ok: false,
      conflict: { version: 3, state: 'reported' },
    })
  })
})

describe('whom people here tell', () => {
  const verdict = async () => {
    const rows = await (await database())
      .select()
      .from(organisationVerdicts)
      .where(isNull(organisationVerdicts.validTo))
    return rows.find(({ item }) => item === 'R.organisation')
  }
  const version = async () => (await inbox(cast.kim)).contact?.version ?? 0

  test('is named by Kim, stands on every sheet, and is judged at once', async () => {
    expect(
      await stateContact(cast.kim, { version: await version(), value: 'no', who: 'ignored' }),
    ).toMatchObject({ ok: true })
    expect(await verdict()).toMatchObject({
      verdict: 'not_met',
      nextAction: 'name_contact',
      guidanceVersion: '2.0',
    })
    const id = await recorded(cast.sam)
    expect((await readSheet(cast.sam, id)).who).toBeNull()
    const who = 'Kim, room 4, extension 4711'
    expect(await stateContact(cast.kim, { version: await version(), value: 'yes', who })).toMatchObject({
      ok: true,
    })
    expect(await verdict()).toMatchObject({ verdict: 'met', nextAction: null })
    expect((await readSheet(cast.sam, id)).who).toBe(who)
    expect(await inbox(cast.nora)).toMatchObject({
      contact: { who, by: 'Kim' },
      verdict: { verdict: 'met' },
    })
    expect(await lastEntry()).toMatchObject({ action: 'incident.contact_stated' })
    expect((await lastEntry())?.detail).not.toContain('4711')
  })

  test('needs a name, holds no number, and is not overwritten from an older page', async () => {
    const now = await version()
    expect(await stateContact(cast.kim, { version: now, value: 'yes', who: '' })).toEqual({
      ok: false,
      problems: { who: [contactWords.problems.who] },
    })
    expect(
      await stateContact(cast.kim, { version: now, value: 'yes', who: '+43 664 1741741' }),
    ).toMatchObject({
      problems: { who: [expect.stringContaining('phone number')] },
    })
    expect(await stateContact(cast.nora, { version: now - 1, value: 'no', who: '' })).toMatchObject({
      ok: false,
      conflict: { version: now, value: 'yes', who: 'Kim, room 4, extension 4711' },
    })
  })

  test('is unknown again after a year, without anybody saying so', async () => {
    const db = await database()
    await db.update(incidentContacts).set({ confirmedOn: '2024-01-15' })
    await db
      .update(organisationVerdicts)
      .set({ turnsOn: '2025-01-15' })
      .where(isNull(organisationVerdicts.validTo))
    await turnReadiness()
    expect(await verdict()).toMatchObject({ verdict: 'unknown', unknownKind: 'old', labels: ['was_met'] })
    await turnReadiness()
    expect(await inbox(cast.kim)).toMatchObject({ verdict: { verdict: 'unknown' } })
  })

  test.runIf(onServer)('stated twice at once, counts once', async () => {
    const now = await version()
    const outcomes = await Promise.all(
      [cast.kim, cast.nora].map((actor) => stateContact(actor, { version: now, value: 'no', who: '' })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('who may not', () => {
  test('reach somebody else’s sheet: it is as one that does not exist', async () => {
    const id = await recorded(cast.rosa)
    const version = 1
    for (const actor of [cast.sam, cast.kim, cast.ada, cast.max])
      for (const unknown of [id, randomUUID()]) {
        await expect(readSheet(actor, unknown)).rejects.toBeInstanceOf(NotThere)
        await expect(reviseIncident(actor, { ...oddDevice(), id: unknown, version })).rejects.toBeInstanceOf(
          NotThere,
        )
        for (const act of [handIncident, takeBackIncident, removeIncident, restoreIncident])
          await expect(act(actor, { id: unknown, version })).rejects.toBeInstanceOf(NotThere)
      }
    await expect(readSheet(cast.rosa, 'nothing')).rejects.toBeInstanceOf(NotThere)
  })

  test('write in somebody’s name: an aide’s sheets are the aide’s own', async () => {
    const forRosa = { personId: cast.rosa.personId, delegationId: randomUUID(), scope: ['accounts'] as const }
    const theo = { ...cast.theo, onBehalfOf: forRosa }
    const hers = await recorded(cast.rosa)
    await expect(readSheet(theo, hers)).rejects.toBeInstanceOf(NotThere)
    const his = await recorded(theo)
    expect(await rowOf(his)).toMatchObject({ personId: cast.theo.personId })
    expect((await listSheets(cast.rosa)).sheets.map(({ id }) => id)).not.toContain(his)
  })

  test('work with handed sheets, who are not of the security team', async () => {
    const { ref } = await handed()
    for (const actor of [cast.sam, cast.lee, cast.ada, cast.max]) {
      await expect(inbox(actor)).rejects.toBeInstanceOf(Refused)
      await expect(readHanded(actor, ref)).rejects.toBeInstanceOf(Refused)
      await expect(openIncident(actor, { ref })).rejects.toBeInstanceOf(Refused)
      const noted = { ref, version: 2, state: 'closed', ...done() }
      await expect(noteIncident(actor, noted)).rejects.toBeInstanceOf(Refused)
      await expect(stateContact(actor, { version: 0, value: 'no', who: '' })).rejects.toBeInstanceOf(Refused)
    }
    expect(await lastEntry()).toMatchObject({ action: 'access.refused', outcome: 'refused' })
  })
})

describe('the inbox', () => {
  test('is paged there and back, every sheet once: the longest waiting first, closed ones the latest first', async () => {
    const db = await database()
    for (let count = 0; count < inboxPageSize * 2; count += 1)
      await handIncident(cast.rosa, await based(await recorded(cast.rosa)))
    const state = async (from: InboxShow) => {
      const all = await sheets(from)
      const times = all.map(({ handedAt }) => handedAt.getTime())
      expect(times).toEqual(times.toSorted((a, b) => (from === 'open' ? a - b : b - a)))
      expect(new Set(all.map(({ ref }) => ref)).size).toBe(all.length)
      const { counts } = await inbox(cast.kim, from)
      expect(counts[from]).toBe(all.length)
      const first = await inbox(cast.kim, from)
      const second = await inbox(cast.kim, from, first.next)
      expect([first.previous, first.sheets.length]).toEqual([null, inboxPageSize])
      expect((await inbox(cast.kim, from, second.previous)).sheets).toEqual(first.sheets)
    }
    await state('open')
    await db.update(incidents).set({ state: 'closed' }).where(eq(incidents.personId, cast.rosa.personId))
    await state('closed')
  })

  test('counts what nobody has opened since it was handed over', async () => {
    const before = (await inbox(cast.kim)).counts
    const { ref } = await handed()
    expect((await inbox(cast.kim)).counts).toMatchObject({
      open: before.open + 1,
      waiting: before.waiting + 1,
    })
    await openIncident(cast.kim, { ref })
    expect((await inbox(cast.kim)).counts).toMatchObject({ open: before.open + 1, waiting: before.waiting })
  })
})
