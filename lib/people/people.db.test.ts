import { and, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { attempts, sessions, tickets } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { people, recordOpenings } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere, Refused, TooMany } from '@/lib/access/outcome'
import { recordAccount } from '@/lib/accounts/commands/record'
import { bank, mailbox } from '@/lib/accounts/entry.fixture'
import { recordLine } from '@/lib/lines/commands/record'
import { phone } from '@/lib/lines/entry.fixture'
import { addMessagingApp } from '@/lib/messaging/commands'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { invitePerson } from '@/lib/people/commands/invite'
import { deactivatePerson, reactivatePerson } from '@/lib/people/commands/leave'
import { openRecord } from '@/lib/people/commands/open-record'
import { revisePerson } from '@/lib/people/commands/revise'
import { whoLooked } from '@/lib/people/queries/openings'
import { readPerson } from '@/lib/people/queries/person'
import { readRecord } from '@/lib/people/queries/record'
import { addPhone } from '@/lib/phones/commands'
import { statePiece } from '@/lib/pieces/commands/state'
import { stateProvided } from '@/lib/provided/commands'
import { leaveWords, peopleWords } from '@/lib/words/people'
import { recordWords } from '@/lib/words/records'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
beforeEach(async () => {
  await (await database()).delete(attempts)
})
afterAll(dropDatabases)

const rowOf = async (id: string) => {
  const [row] = await (await database()).select().from(people).where(eq(people.id, id))
  if (!row) throw new Error('nobody')
  return row
}
const versionOf = async (id: string) => (await rowOf(id)).version
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}
const session = async (actor: Actor) =>
  (await database()).insert(sessions).values({
    personId: actor.personId,
    id: `row-${crypto.randomUUID()}`,
    credentialId: 'x',
    device: 'Chrome on Android',
    role: actor.role,
    createdAt: new Date(),
    lastSeenAt: new Date(),
  })
const openSessions = async (id: string) =>
  (await database())
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, id), isNull(sessions.endedAt)))
const made = crypto.randomUUID()

describe('changing a person', () => {
  const entry = async (member: Actor = cast.sam, change: object = {}) => ({
    personId: member.personId,
    version: await versionOf(member.personId),
    name: 'Sam',
    email: 'sam@example.org',
    unitId: cast.units.field,
    tier: 'standard',
    ...change,
  })

  test('stores name, unit and tier, judges by the new tier and leaves a trail without names', async () => {
    const change = { name: 'Samuel', unitId: cast.units.office, tier: 'highly_targeted' }
    expect(await revisePerson(cast.kim, await entry(cast.sam, change))).toMatchObject({ ok: true })
    const person = await readPerson(cast.kim, cast.sam.personId)
    expect(person).toMatchObject({
      name: 'Samuel',
      unit: 'Office',
      tier: 'highly_targeted',
      email: 'sam@example.org',
    })
    const [standing] = await (await database())
      .select()
      .from(personStandings)
      .where(eq(personStandings.personId, cast.sam.personId))
    expect(standing).toMatchObject({ tier: 'highly_targeted', unitId: cast.units.office })
    const trail = await lastEntry()
    expect(trail).toMatchObject({ action: 'person.revised', personId: cast.sam.personId })
    expect(trail?.detail).toContain('"changed":["name"]')
    expect(trail?.detail).not.toMatch(/Sam/)
    expect((await whoLooked(cast.sam)).changes[0]).toMatchObject({ what: 'person.revised', by: 'Kim' })
    expect((await whoLooked(cast.sam)).seen).toMatchObject({ tier: 'highly_targeted', unit: 'Office' })
    await revisePerson(cast.kim, await entry())
  })

  test('keeps the address out of the row when it is taken away, and refuses one that somebody has', async () => {
    const taken = await revisePerson(cast.kim, await entry(cast.sam, { email: 'Rosa@example.org' }))
    expect(taken).toEqual({ ok: false, problems: { email: [peopleWords.problems.emailTaken] } })
    expect(await revisePerson(cast.kim, await entry(cast.sam, { email: '' }))).toMatchObject({ ok: true })
    expect(await rowOf(cast.sam.personId)).toMatchObject({ emailSealed: null, emailIndex: null })
    expect(await revisePerson(cast.kim, await entry())).toMatchObject({ ok: true })
  })

  test('of an older version is a conflict with what stands', async () => {
    const stale = await entry(cast.sam, { name: 'Other' })
    await revisePerson(cast.nora, await entry(cast.sam, { name: 'Sami' }))
    expect(await revisePerson(cast.kim, stale)).toMatchObject({
      ok: false,
      conflict: { name: 'Sami', email: 'sam@example.org', version: stale.version + 1 },
    })
    await revisePerson(cast.kim, await entry())
  })

  test('names the field of bad input', async () => {
    const bad = await revisePerson(cast.kim, await entry(cast.sam, { name: ' ', email: 'x', tier: 'vip' }))
    expect(bad).toMatchObject({ ok: false })
    expect(Object.keys('problems' in bad ? bad.problems : {}).sort()).toEqual(['email', 'name', 'tier'])
  })

  test('is the security team’s alone; nobody else can tell an id that is there from one that is not', async () => {
    for (const member of ['sam', 'lee', 'ada', 'max'] as const)
      for (const personId of [cast.rosa.personId, made]) {
        await expect(revisePerson(cast[member], { ...(await entry()), personId })).rejects.toBeInstanceOf(
          Refused,
        )
        await expect(readPerson(cast[member], personId)).rejects.toBeInstanceOf(Refused)
        await expect(readRecord(cast[member], personId)).rejects.toBeInstanceOf(Refused)
      }
    await expect(revisePerson(cast.kim, { ...(await entry()), personId: made })).rejects.toBeInstanceOf(
      NotThere,
    )
    for (const id of [made, 'x', "' or 1=1"])
      await expect(readPerson(cast.kim, id)).rejects.toBeInstanceOf(NotThere)
  })
})

describe('leaving', () => {
  test('ends every session and link, and coming back undoes it', async () => {
    const invited = await invitePerson(cast.kim, { name: 'Otto', email: '', unitId: '', tier: 'standard' })
    if (!invited.ok) throw new Error('not invited')
    const otto = invited.result.personId
    await session({ personId: otto, role: 'staff', sessionId: 'x' })
    const outcome = await deactivatePerson(cast.kim, { personId: otto, version: await versionOf(otto) })
    expect(outcome).toMatchObject({ ok: true })
    expect(await openSessions(otto)).toEqual([])
    const [ticket] = await (await database()).select().from(tickets).where(eq(tickets.personId, otto))
    expect(ticket?.withdrawnAt).not.toBeNull()
    expect(await readPerson(cast.kim, otto)).toMatchObject({
      state: 'deactivated',
      deactivatedBy: 'Kim',
      linkEndsAt: null,
    })
    const again = await deactivatePerson(cast.kim, { personId: otto, version: await versionOf(otto) })
    expect(again).toEqual({ ok: false, problems: { '': [leaveWords.problems.leftAlready] } })
    await reactivatePerson(cast.max, { personId: otto, version: await versionOf(otto) })
    expect(await readPerson(cast.kim, otto)).toMatchObject({ state: 'invited', deactivatedAt: null })
    expect((await lastEntry())?.action).toBe('person.reactivated')
  })

  test('takes a role with power along: who comes back is staff, and may be given it anew', async () => {
    const office = async (act: typeof deactivatePerson) =>
      act(cast.max, { personId: cast.ada.personId, version: await versionOf(cast.ada.personId) })
    expect(await office(deactivatePerson)).toMatchObject({ ok: true })
    expect(await office(reactivatePerson)).toMatchObject({ ok: true })
    expect((await rowOf(cast.ada.personId)).role).toBe('staff')
    expect((await lastEntry())?.detail).toBe('{"after":{"role":"staff"},"before":{"role":"auditor"}}')
    await (await database()).update(people).set({ role: 'auditor' }).where(eq(people.id, cast.ada.personId))
  })

  test('is never one’s own, nor the last administrator’s', async () => {
    const of = async (actor: Actor) => ({
      personId: actor.personId,
      version: await versionOf(actor.personId),
    })
    expect(await deactivatePerson(cast.kim, await of(cast.kim))).toEqual({
      ok: false,
      problems: { '': [leaveWords.problems.self] },
    })
    expect(await deactivatePerson(cast.kim, await of(cast.max))).toEqual({
      ok: false,
      problems: { '': [leaveWords.problems.lastAdministrator] },
    })
  })

  test('with an old version is a conflict; of nobody is not there; by staff is refused', async () => {
    const stale = { personId: cast.theo.personId, version: 0 }
    expect(await deactivatePerson(cast.kim, stale)).toMatchObject({ ok: false, conflict: { version: 1 } })
    await expect(deactivatePerson(cast.kim, { personId: made, version: 1 })).rejects.toBeInstanceOf(NotThere)
    for (const member of ['sam', 'lee', 'ada'] as const) {
      await expect(deactivatePerson(cast[member], stale)).rejects.toBeInstanceOf(Refused)
      await expect(reactivatePerson(cast[member], stale)).rejects.toBeInstanceOf(Refused)
    }
  })
})

describe('opening a record', () => {
  const opened = async (reason = 'help_was_asked', note = '', by = cast.kim) =>
    openRecord(by, { personId: cast.rosa.personId, reason, note })

  beforeAll(async () => {
    for (const entry of [
      mailbox({}, { label: 'Hidden mailbox' }),
      bank({}, { visibility: 'shown_to_security' }),
      bank({ heldAs: 'employer', category: 'cloud' }, { ownName: 'Work drive' }),
    ]) {
      const outcome = await recordAccount(cast.rosa, entry)
      if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    }
    const line = await recordLine(cast.rosa, phone())
    if (!line.ok) throw new Error(JSON.stringify(line))
  })

  test('needs a reason first, is written down, and is seen by its holder with name, reason and time', async () => {
    expect(await readRecord(cast.kim, cast.rosa.personId)).toBeNull()
    const outcome = await opened('incident', 'A stolen phone')
    expect(outcome).toMatchObject({ ok: true })
    expect(await lastEntry()).toMatchObject({
      action: 'record.opened',
      actorId: cast.kim.personId,
      personId: cast.rosa.personId,
    })
    expect((await lastEntry())?.detail).not.toContain('stolen')
    const { openings } = await whoLooked(cast.rosa)
    expect(openings[0]).toMatchObject({ by: 'Kim', reason: 'incident', note: 'A stolen phone' })
    const [row] = await (await database()).select().from(recordOpenings)
    expect(row?.noteSealed).toMatch(/^s1\./)
    expect(await readRecord(cast.nora, cast.rosa.personId)).toBeNull()
    expect((await whoLooked(cast.sam)).openings).toEqual([])
  })

  test('shows what is opened and what is the employer’s; other personal accounts are only counted', async () => {
    await opened()
    const record = await readRecord(cast.kim, cast.rosa.personId)
    expect(record?.accounts.map(({ name }) => name).sort()).toEqual(['Harbour Bank', 'Work drive'])
    expect(record?.accounts.every(({ verdicts }) => verdicts.length > 0)).toBe(true)
    expect(record?.counted).toEqual([{ category: 'email', level: null, count: 1 }])
    expect(record?.lines).toMatchObject([{ name: 'Own phone ending 41', carrier: 'Verizon' }])
    expect(JSON.stringify(record)).not.toMatch(/Hidden/)
  })

  test('tells which items the organisation provides: there it acts, and no verdict differs', async () => {
    const before = await readRecord(cast.kim, cast.rosa.personId)
    expect(before?.provided).toEqual([])
    const said = { item: 'G5.0', text: 'The telecom office sets the PIN.', since: '2026-01-05' }
    expect(await stateProvided(cast.kim, said)).toMatchObject({ ok: true })
    expect(await readRecord(cast.kim, cast.rosa.personId)).toEqual({ ...before, provided: ['G5.0'] })
  })

  test('hides a counted account’s name inside chains too', async () => {
    const line = (await readRecord(cast.kim, cast.rosa.personId))?.lines[0]
    const hidden = await recordAccount(
      cast.rosa,
      mailbox(
        {
          methods: [{ method: 'sms_code', roles: ['second_factor'], state: 'on' }],
          smsSecondFactor: 'on',
          smsRecovery: 'on_can_be_removed',
          passwordStillWorks: 'yes',
          mailboxRecovery: 'off',
          phoneLine: line?.id ?? null,
        },
        { label: 'Hidden too' },
      ),
    )
    if (!hidden.ok) throw new Error(JSON.stringify(hidden))
    const shown = await recordAccount(
      cast.rosa,
      bank(
        {
          mailboxRecovery: 'on',
          recoveryMailboxes: [hidden.result.id],
          smsSecondFactor: 'off',
          smsRecovery: 'off',
        },
        { visibility: 'shown_to_security', ownName: 'Chained Bank' },
      ),
    )
    if (!shown.ok) throw new Error(JSON.stringify(shown))
    const record = await readRecord(cast.kim, cast.rosa.personId)
    const chained = record?.accounts.find(({ name }) => name === 'Chained Bank')
    expect(chained?.chain?.map(({ name }) => name)).toContain(recordWords.hiddenAccount)
    expect(record?.lines[0]?.falls.map(({ name }) => name)).toContain(recordWords.hiddenAccount)
    expect(JSON.stringify(record)).not.toMatch(/Hidden/)
  })

  test('tells how phones, apps and habits stand: no answer, no name of an app, and nothing of a legal hold', async () => {
    await addPhone(cast.rosa, { label: 'Own phone', platform: 'iphone', hardwareId: null })
    const app = await addMessagingApp(cast.rosa, { serviceId: null, ownName: 'Hidden chat' })
    if (!app.ok) throw new Error(JSON.stringify(app))
    const said = await statePiece(cast.rosa, {
      ...{ piece: 'app_use', scopeId: app.result.id, based: null },
      answers: { usedForSensitive: 'yes', onDevice: 'employer_phone', onLegalHold: 'yes', expiry: 'off' },
    })
    if (!said.ok) throw new Error(JSON.stringify(said))
    const record = await readRecord(cast.kim, cast.rosa.personId)
    const { anotherApp, own } = recordWords
    expect(record?.things.map(({ name }) => name)).toEqual(['Own phone', anotherApp, own])
    expect(record?.things.every(({ verdicts }) => verdicts.length > 0)).toBe(true)
    expect(record?.things[1]?.verdicts.map(({ item }) => item)).toEqual(
      expect.not.arrayContaining(['G1.8', 'G1.9']),
    )
    expect(JSON.stringify(record)).not.toMatch(/Hidden|onLegalHold|employer_phone|records_forbid/)
  })

  test('ends after an hour', async () => {
    await opened()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * 60_000 })
    expect(await readRecord(cast.kim, cast.rosa.personId)).toBeNull()
    vi.useRealTimers()
  })

  test('refuses another reason without words, secrets in the words, one’s own and nobody’s record', async () => {
    expect(await opened('other')).toEqual({ ok: false, problems: { note: [recordWords.problems.sayWhy] } })
    expect(await opened('curious')).toMatchObject({ ok: false, problems: { reason: [expect.any(String)] } })
    expect(await opened('incident', 'the PIN is 4821')).toMatchObject({
      ok: false,
      problems: { note: [expect.any(String)] },
    })
    expect(
      await openRecord(cast.kim, { personId: cast.kim.personId, reason: 'incident', note: '' }),
    ).toMatchObject({
      problems: { '': [recordWords.problems.own] },
    })
    await expect(
      openRecord(cast.kim, { personId: made, reason: 'incident', note: '' }),
    ).rejects.toBeInstanceOf(NotThere)
  })

  test.each(['sam', 'theo', 'lee', 'ada', 'max'] as const)('is refused to %s', async (member) => {
    await expect(opened('incident', '', cast[member])).rejects.toBeInstanceOf(Refused)
    await expect(readRecord(cast[member], cast.rosa.personId)).rejects.toBeInstanceOf(Refused)
  })

  test('is turned away above thirty an hour, also at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 35 }, () => opened()))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(TooMany)
  })
})
