import { and, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { freshAssertions, roleRequests, sessions } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { organisation } from '@/db/schema/organisation'
import { people } from '@/db/schema/people'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotConfirmed, NotThere, Refused } from '@/lib/access/outcome'
import { type Cast, castInto, confirmedFor } from '@/lib/people/cast.fixture'
import { deactivatePerson } from '@/lib/people/commands/leave'
import { whoLooked } from '@/lib/people/queries/openings'
import { approveRole, stopOwnRole, stopRole } from '@/lib/roles/commands/decide'
import { grantRole } from '@/lib/roles/commands/grant'
import { giveDueRoles } from '@/lib/roles/due'
import { countRolesWaiting, ownRoleNews, rolesWaiting, roleTerms, roleWaitingFor } from '@/lib/roles/queries'
import type { Role } from '@/lib/vocabulary'
import { whoLookedWords } from '@/lib/words/records'
import { roleWaitingWords } from '@/lib/words/roles'
import { rolesWords } from '@/lib/words/settings'

const hour = 3_600_000
const setUpAt = new Date('2026-11-01T09:00:00Z')
const made = crypto.randomUUID()
let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
/** Everybody has their own role again, nothing waits, and set-up was long ago. */
beforeEach(async () => {
  const db = await database()
  await db.delete(roleRequests)
  await db.delete(freshAssertions)
  await db.delete(sessions)
  await db.update(organisation).set({ createdAt: setUpAt })
  const { units: _, ...members } = cast
  for (const { personId, role } of Object.values(members))
    await db
      .update(people)
      .set({ role, joinedAt: setUpAt, deactivatedAt: null, deactivatedBy: null })
      .where(eq(people.id, personId))
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(dropDatabases)

const inHours = (hours: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * hour })
const setRole = async (actor: Actor, role: Role): Promise<Actor> => {
  await (await database()).update(people).set({ role }).where(eq(people.id, actor.personId))
  return { ...actor, role }
}
const rowOf = async ({ personId }: Actor) => {
  const [row] = await (await database()).select().from(people).where(eq(people.id, personId))
  if (!row) throw new Error('nobody')
  return row
}
const roleOf = async (actor: Actor) => (await rowOf(actor)).role
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}
const grant = async (by: Actor, to: Actor, role: string) => {
  const purpose = `role.grant:${to.personId}`
  await confirmedFor(by, purpose, new Date(Date.now() + 30 * 24 * hour))
  return grantRole(by, { personId: to.personId, role, version: (await rowOf(to)).version })
}
const approve = async (by: Actor, id: string) => {
  await confirmedFor(by, `role.approve:${id}`, new Date(Date.now() + 30 * 24 * hour))
  return approveRole(by, { id })
}
const requestOf = async ({ personId }: Actor) => {
  const [row] = await (await database())
    .select()
    .from(roleRequests)
    .where(eq(roleRequests.personId, personId))
    .orderBy(desc(roleRequests.askedAt))
  if (!row) throw new Error('nothing was asked')
  return row
}
const signedIn = async (actor: Actor) =>
  (await database()).insert(sessions).values({
    personId: actor.personId,
    id: `row-${crypto.randomUUID()}`,
    credentialId: 'x',
    device: 'Chrome on Android',
    role: actor.role,
    createdAt: new Date(),
    lastSeenAt: new Date(),
  })
const openSessions = async ({ personId }: Actor) =>
  (await database())
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))

describe('giving a role that has no power, or taking one away', () => {
  test('counts at once, ends the person’s sessions, and they see who did it', async () => {
    await signedIn(cast.theo)
    expect(await grant(cast.max, cast.theo, 'leadership')).toEqual({
      ok: true,
      result: { role: 'leadership', waits: null },
    })
    expect(await roleOf(cast.theo)).toBe('leadership')
    expect(await openSessions(cast.theo)).toEqual([])
    expect(await lastEntry()).toMatchObject({
      action: 'role.granted',
      detail: '{"after":{"role":"leadership"},"before":{"role":"staff"}}',
    })
    expect((await whoLooked(cast.theo)).changes[0]).toMatchObject({ what: 'role.granted', by: 'Max' })
    expect(await grant(cast.max, cast.kim, 'staff')).toMatchObject({ ok: true, result: { waits: null } })
    expect(await roleOf(cast.kim)).toBe('staff')
  })

  test('needs a fresh confirmation for this very person', async () => {
    const { version } = await rowOf(cast.sam)
    const input = { personId: cast.sam.personId, role: 'auditor', version }
    await expect(grantRole(cast.max, input)).rejects.toBeInstanceOf(NotConfirmed)
    await confirmedFor(cast.max, `role.grant:${cast.rosa.personId}`)
    await expect(grantRole(cast.max, input)).rejects.toBeInstanceOf(NotConfirmed)
    expect(await (await database()).select().from(roleRequests)).toEqual([])
  })

  test('is never to oneself, nor what is there already, nor on an old version, nor of nobody', async () => {
    const problems = (key: string, sentence: string) => ({ problems: { [key]: [sentence] } })
    expect(await grant(cast.max, cast.max, 'security')).toMatchObject(problems('', rolesWords.problems.self))
    expect(await grant(cast.max, cast.kim, 'security')).toMatchObject(
      problems('role', rolesWords.problems.same),
    )
    await confirmedFor(cast.max, `role.grant:${cast.sam.personId}`)
    const stale = { personId: cast.sam.personId, role: 'auditor', version: 0 }
    expect(await grantRole(cast.max, stale)).toMatchObject({ conflict: { role: 'staff' } })
    expect(await grantRole(cast.max, { ...stale, role: 'owner' })).toHaveProperty('problems.role')
    await confirmedFor(cast.max, `role.grant:${made}`)
    await expect(grantRole(cast.max, { ...stale, personId: made })).rejects.toBeInstanceOf(NotThere)
  })

  test.each(['sam', 'kim', 'lee', 'ada'] as const)('is refused to %s', async (member) => {
    await expect(grant(cast[member], cast.rosa, 'administrator')).rejects.toBeInstanceOf(Refused)
    await expect(approve(cast[member], made)).rejects.toBeInstanceOf(Refused)
    await expect(stopRole(cast[member], { id: made })).rejects.toBeInstanceOf(Refused)
    await expect(rolesWaiting(cast[member])).rejects.toBeInstanceOf(Refused)
    await expect(countRolesWaiting(cast[member])).rejects.toBeInstanceOf(Refused)
    await expect(roleTerms(cast[member], made)).rejects.toBeInstanceOf(Refused)
  })
})

describe('where a second administrator has joined', () => {
  let otto: Actor
  beforeEach(async () => {
    otto = await setRole(cast.nora, 'administrator')
  })

  test.each(['security', 'auditor', 'administrator'] as const)(
    '%s waits for the other one, however long; everybody concerned is told',
    async (role) => {
      expect(await grant(cast.max, cast.theo, role)).toEqual({
        ok: true,
        result: { role, waits: 'approval' },
      })
      expect(await roleOf(cast.theo)).toBe('staff')
      expect(await lastEntry()).toMatchObject({
        action: 'role.asked',
        personId: cast.theo.personId,
        detail: `{"after":{"role":"${role}","waitsFor":"approval"},"before":{"role":"staff"}}`,
      })
      for (const administrator of [cast.max, otto]) {
        expect((await rolesWaiting(administrator)).waiting).toMatchObject([
          { person: 'Theo', askedBy: 'Max', role, mine: administrator === otto ? null : 'asked' },
        ])
        expect(await countRolesWaiting(administrator)).toBe(1)
      }
      expect((await ownRoleNews(cast.theo)).waiting).toMatchObject([{ role, askedBy: 'Max', mine: 'about' }])
      expect((await ownRoleNews(cast.sam)).waiting).toEqual([])
      expect(await roleWaitingFor(cast.kim, cast.theo.personId)).toMatchObject({ role, askedBy: 'Max' })
      expect((await whoLooked(cast.theo)).changes[0]).toMatchObject({ what: 'role.asked', by: 'Max' })
      inHours(25)
      expect(await giveDueRoles()).toBe(0)
      expect(await roleOf(cast.theo)).toBe('staff')
    },
  )

  test('the other one approves: it counts from then on, and sessions end', async () => {
    await grant(cast.max, cast.theo, 'security')
    await signedIn(cast.theo)
    const { id } = await requestOf(cast.theo)
    await expect(approveRole(otto, { id })).rejects.toBeInstanceOf(NotConfirmed)
    expect(await approve(otto, id)).toEqual({ ok: true, result: { role: 'security' } })
    expect(await roleOf(cast.theo)).toBe('security')
    expect(await openSessions(cast.theo)).toEqual([])
    expect(await lastEntry()).toMatchObject({
      action: 'role.approved',
      subjectId: id,
      actorId: otto.personId,
      detail: '{"after":{"role":"security"},"before":{"role":"staff"}}',
    })
    const { waiting, ended } = await rolesWaiting(cast.max)
    expect(waiting).toEqual([])
    expect(ended).toMatchObject([{ why: 'approved', closedBy: 'Nora', lately: true }])
    expect((await ownRoleNews(cast.theo)).ended).toMatchObject([{ why: 'approved', askedBy: 'Max' }])
    expect((await whoLooked(cast.theo)).changes[0]).toMatchObject({ what: 'role.approved', by: 'Nora' })
    expect(await approve(otto, id)).toMatchObject({ problems: { '': [roleWaitingWords.problems.gone] } })
  })

  test('neither who asked nor whom it is for approves it, by hand-made requests either', async () => {
    await grant(cast.max, cast.theo, 'administrator')
    const theirs = await requestOf(cast.theo)
    expect(await approve(cast.max, theirs.id)).toEqual({
      ok: false,
      problems: { '': [roleWaitingWords.problems.samePerson] },
    })
    const third = await setRole(cast.rosa, 'administrator')
    await grant(cast.max, third, 'security')
    await expect(approve(third, (await requestOf(third)).id)).rejects.toBeInstanceOf(NotThere)
    await expect(approve(otto, made)).rejects.toBeInstanceOf(NotThere)
    expect(await approveRole(otto, { id: 'x' })).toHaveProperty('problems.id')
    expect([await roleOf(cast.theo), await roleOf(third)]).toEqual(['staff', 'administrator'])
  })

  test('either administrator, and the person, stops it; nobody approves it afterwards', async () => {
    for (const [stop, by] of [
      [stopRole, cast.max],
      [stopRole, otto],
      [stopOwnRole, cast.theo],
    ] as const) {
      expect(await grant(cast.max, cast.theo, 'auditor')).toMatchObject({ ok: true })
      const { id } = await requestOf(cast.theo)
      await expect(stopOwnRole(cast.sam, { id })).rejects.toBeInstanceOf(NotThere)
      expect(await stop(by, { id })).toMatchObject({ ok: true })
      expect(await lastEntry()).toMatchObject({ action: 'role.stopped', actorId: by.personId, subjectId: id })
      const gone = { problems: { '': [roleWaitingWords.problems.gone] } }
      expect(await approve(otto, id)).toMatchObject(gone)
      expect(await stopRole(otto, { id })).toMatchObject(gone)
      expect(await stopOwnRole(cast.theo, { id })).toMatchObject(gone)
    }
    expect(await roleOf(cast.theo)).toBe('staff')
    const ends = (await rolesWaiting(cast.max)).ended.map(({ why }) => why).sort()
    expect(ends).toEqual(['stopped', 'stopped', 'stopped_by_holder'])
    const told = (await whoLooked(cast.theo)).changes.filter(({ what }) => what === 'role.stopped')
    expect(told.slice(0, 2).map(({ by }) => by)).toEqual(['Nora', 'Max'])
  })

  test('nothing is asked for who has not joined, for their link is still about', async () => {
    await (await database()).update(people).set({ joinedAt: null }).where(eq(people.id, cast.theo.personId))
    expect(await grant(cast.max, cast.theo, 'security')).toMatchObject({
      problems: { '': [rolesWords.problems.joinFirst] },
    })
    expect(await grant(cast.max, cast.theo, 'leadership')).toMatchObject({ ok: true })
  })

  test('one at a time waits for a person; what nobody approved within a week lapses and makes room', async () => {
    await grant(cast.max, cast.theo, 'auditor')
    expect(await grant(otto, cast.theo, 'security')).toMatchObject({
      problems: { '': [rolesWords.problems.waitsAlready] },
    })
    const { id } = await requestOf(cast.theo)
    inHours(7 * 24)
    expect(await approve(otto, id)).toMatchObject({ problems: { '': [roleWaitingWords.problems.gone] } })
    expect((await rolesWaiting(otto)).ended).toMatchObject([{ why: 'lapsed', closedBy: null }])
    expect(await countRolesWaiting(otto)).toBe(0)
    expect(await grant(otto, cast.theo, 'security')).toMatchObject({ ok: true })
    expect((await rolesWaiting(otto)).waiting).toMatchObject([{ role: 'security' }])
  })

  test('a request ends with the office of who asked, with the leaving of whom it is for, and with another role', async () => {
    await grant(otto, cast.theo, 'auditor')
    await grant(cast.max, otto, 'staff')
    expect((await requestOf(cast.theo)).closedWhy).toBe('overtaken')
    expect(await roleOf(cast.theo)).toBe('staff')
    otto = await setRole(cast.nora, 'administrator')

    await grant(otto, cast.theo, 'auditor')
    const { version } = await rowOf(cast.theo)
    await deactivatePerson(cast.kim, { personId: cast.theo.personId, version })
    expect((await requestOf(cast.theo)).closedWhy).toBe('overtaken')

    await grant(otto, cast.sam, 'auditor')
    await grant(cast.max, cast.sam, 'leadership')
    const { id, closedWhy } = await requestOf(cast.sam)
    expect(closedWhy).toBe('overtaken')
    await expect(approve(cast.max, id)).resolves.toMatchObject({ ok: false })
    expect(await roleOf(cast.sam)).toBe('leadership')
  })

  test('whose office was taken meanwhile approves and stops nothing more', async () => {
    await grant(cast.max, cast.theo, 'auditor')
    const { id } = await requestOf(cast.theo)
    await setRole(cast.nora, 'staff')
    await expect(approve(otto, id)).rejects.toBeInstanceOf(Refused)
    await expect(stopRole(otto, { id })).rejects.toBeInstanceOf(Refused)
  })

  test.runIf(onServer)('of two who approve at once, one does', async () => {
    const third = await setRole(cast.rosa, 'administrator')
    await grant(cast.max, cast.theo, 'auditor')
    const { id } = await requestOf(cast.theo)
    const outcomes = await Promise.all([approve(otto, id), approve(third, id)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const entries = await (await database())
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, 'role.approved'), eq(auditEntries.subjectId, id)))
    expect(entries).toHaveLength(1)
  })

  test.runIf(onServer)('approved and stopped at once, it is one of the two', async () => {
    await grant(cast.max, cast.theo, 'auditor')
    const { id } = await requestOf(cast.theo)
    const [approved, stopped, own] = await Promise.all([
      approve(otto, id),
      stopRole(cast.max, { id }),
      stopOwnRole(cast.theo, { id }),
    ])
    expect([approved, stopped, own].filter(({ ok }) => ok)).toHaveLength(1)
    expect(await roleOf(cast.theo)).toBe(approved.ok ? 'auditor' : 'staff')
  })

  test.runIf(onServer)('two who ask at once leave one request', async () => {
    const outcomes = await Promise.all([
      grant(cast.max, cast.theo, 'auditor'),
      grant(otto, cast.theo, 'security'),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await (await database()).select().from(roleRequests)).toHaveLength(1)
  })

  test.runIf(onServer)('two administrators cannot take the office from each other at once', async () => {
    const outcomes = await Promise.allSettled([
      grant(cast.max, otto, 'staff'),
      grant(otto, cast.max, 'staff'),
    ])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value.ok)).toHaveLength(1)
    const left = await (await database()).select().from(people).where(eq(people.role, 'administrator'))
    expect(left).toHaveLength(1)
  })
})

describe('where nobody else could approve', () => {
  test('it counts after a day by the server’s clock, once, and everybody concerned is told', async () => {
    expect((await roleTerms(cast.max, cast.theo.personId)).waits).toBe('time')
    expect(await grant(cast.max, cast.theo, 'security')).toMatchObject({ result: { waits: 'time' } })
    expect((await ownRoleNews(cast.theo)).waiting).toMatchObject([{ wait: 'time' }])
    inHours(23.9)
    expect(await giveDueRoles()).toBe(0)
    expect(await roleOf(cast.theo)).toBe('staff')
    inHours(0.2)
    await signedIn(cast.theo)
    const given = await Promise.all([giveDueRoles(), giveDueRoles()])
    expect(given.sort()).toEqual([0, 1])
    expect(await roleOf(cast.theo)).toBe('security')
    expect(await openSessions(cast.theo)).toEqual([])
    expect(await lastEntry()).toMatchObject({ action: 'role.granted', actorKind: 'system' })
    expect((await rolesWaiting(cast.max)).ended).toMatchObject([{ why: 'in_time', closedBy: null }])
    expect((await whoLooked(cast.theo)).changes[0]).toMatchObject({
      what: 'role.granted',
      by: whoLookedWords.byItself,
    })
  })

  test('who was made an administrator and has not joined yet approves nothing', async () => {
    await setRole(cast.nora, 'administrator')
    await (await database()).update(people).set({ joinedAt: null }).where(eq(people.id, cast.nora.personId))
    expect(await grant(cast.max, cast.theo, 'auditor')).toMatchObject({ result: { waits: 'time' } })
  })

  test('the person stops it, and it never counts', async () => {
    await grant(cast.max, cast.theo, 'administrator')
    await stopOwnRole(cast.theo, { id: (await requestOf(cast.theo)).id })
    inHours(48)
    expect(await giveDueRoles()).toBe(0)
    expect(await roleOf(cast.theo)).toBe('staff')
  })

  test('it does not count once who asked has no office any more', async () => {
    await grant(cast.max, cast.theo, 'security')
    await setRole(cast.nora, 'administrator')
    await setRole(cast.max, 'staff')
    inHours(25)
    expect(await giveDueRoles()).toBe(0)
    expect(await roleOf(cast.theo)).toBe('staff')
    expect((await requestOf(cast.theo)).closedWhy).toBe('overtaken')
    expect(await lastEntry()).toMatchObject({ action: 'role.stopped', actorKind: 'system' })
  })

  test('on the first day it counts at once, and the log says why', async () => {
    await (await database()).update(organisation).set({ createdAt: new Date(Date.now() - hour) })
    expect((await roleTerms(cast.max, cast.theo.personId)).waits).toBeNull()
    expect(await grant(cast.max, cast.theo, 'security')).toMatchObject({ result: { waits: null } })
    expect(await lastEntry()).toMatchObject({
      action: 'role.granted',
      detail: '{"after":{"duringSetUp":true,"role":"security"},"before":{"role":"staff"}}',
    })
    await setRole(cast.nora, 'administrator')
    expect(await grant(cast.max, cast.sam, 'auditor')).toMatchObject({ result: { waits: 'approval' } })
  })
})
