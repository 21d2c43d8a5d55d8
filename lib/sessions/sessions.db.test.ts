import { asc, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { passkeys, sessions } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { NotThere, Refused } from '@/lib/access/outcome'
import { hashOf } from '@/lib/links/store'
import { joined, setUp } from '@/lib/passkeys/browser.fixture'
import { whoLooked } from '@/lib/people/queries/openings'
import { endOtherSessions, endOwnSession, endSessionsOfPerson } from '@/lib/sessions/commands'
import { ownSessions, readSession } from '@/lib/sessions/queries'
import { sessionLimits } from '@/lib/sessions/rules'
import { type Role, roles } from '@/lib/vocabulary'

type Person = Awaited<ReturnType<typeof joined>>
let sam: Person
const minute = 60_000
const alive = async ({ actor }: Pick<Person, 'actor'>) =>
  (await readSession(actor.personId, actor.sessionId)) !== null
const rowOf = async ({ actor }: Pick<Person, 'actor'>) => {
  const [row] = await (await database()).select().from(sessions).where(eq(sessions.id, actor.sessionId))
  return row
}
let start = 0
const at = (ms: number) => vi.setSystemTime(start + ms)

beforeAll(async () => {
  await freshDatabase()
  await setUp()
})
beforeEach(async () => {
  start = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  sam = await joined('Sam')
})
afterEach(() => void vi.useRealTimers())
afterAll(dropDatabases)

test('the limits are those of NIST SP 800-63B-4 for each role', () => {
  const inMinutes = (role: Role) => [
    sessionLimits[role].idleMs / minute,
    sessionLimits[role].absoluteMs / minute / 60,
  ]
  expect(Object.fromEntries(roles.map((role) => [role, inMinutes(role)]))).toEqual({
    staff: [60, 24],
    leadership: [60, 24],
    security: [15, 12],
    auditor: [15, 12],
    administrator: [15, 12],
  })
})

describe.each(roles)('a session of %s', (role) => {
  const { idleMs, absoluteMs } = sessionLimits[role]

  test('ends after its time without activity, and not before', async () => {
    const person = await joined('Rosa', role)
    at(idleMs - 1000)
    expect(await alive(person)).toBe(true)
    // That look counted as activity.
    at(idleMs + 1000)
    expect(await alive(person)).toBe(true)
    at(2 * idleMs + 2000)
    expect(await alive(person)).toBe(false)
    expect(await rowOf(person)).toMatchObject({ endedWhy: 'expired' })
  })

  test('ends after its whole time, however busy', async () => {
    const person = await joined('Rosa', role)
    for (let ms = 0; ms < absoluteMs; ms += idleMs - minute) {
      at(ms)
      expect(await alive(person)).toBe(true)
    }
    at(absoluteMs)
    expect(await alive(person)).toBe(false)
  })
})

describe('a session', () => {
  test('that ended by its age stays ended when the clock is set back', async () => {
    at(2 * 60 * minute)
    expect(await alive(sam)).toBe(false)
    at(0)
    expect(await alive(sam)).toBe(false)
  })

  test('from the future is none', async () => {
    at(-10 * minute)
    expect(await alive(sam)).toBe(false)
  })

  test('writes down that it was seen once a minute at most', async () => {
    const first = (await rowOf(sam))?.lastSeenAt
    at(59_000)
    await alive(sam)
    expect((await rowOf(sam))?.lastSeenAt).toEqual(first)
    at(61_000)
    await alive(sam)
    expect((await rowOf(sam))?.lastSeenAt).toEqual(new Date(start + 61_000))
  })

  test('ends with a change of role, in either direction, and does not come back with the old one', async () => {
    const db = await database()
    const become = (role: Role) => db.update(people).set({ role }).where(eq(people.id, sam.actor.personId))
    await become('administrator')
    expect(await alive(sam)).toBe(false)
    await become('staff')
    expect(await alive(sam)).toBe(false)
    expect(await rowOf(sam)).toMatchObject({ endedWhy: 'role_changed' })
  })

  test('ends when its person leaves, and when its passkey is removed', async () => {
    const db = await database()
    await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, sam.actor.personId))
    expect(await alive(sam)).toBe(false)
    const theo = await joined('Theo')
    await db.update(passkeys).set({ removedAt: new Date() }).where(eq(passkeys.personId, theo.actor.personId))
    expect(await alive(theo)).toBe(false)
  })

  test('is found by person and secret together only', async () => {
    const theo = await joined('Theo')
    expect(await readSession(theo.actor.personId, sam.actor.sessionId)).toBeNull()
    expect(await readSession(sam.actor.personId, hashOf('guess'))).toBeNull()
    expect(await readSession(sam.actor.personId, '')).toBeNull()
  })
})

describe('ending sessions', () => {
  test('Sam signs out: the session is gone at once and it is written down', async () => {
    expect(await endOwnSession(sam.actor, { sessionId: sam.actor.sessionId })).toEqual({
      ok: true,
      result: { current: true },
    })
    expect(await alive(sam)).toBe(false)
    expect(await rowOf(sam)).toMatchObject({ endedWhy: 'signed_out', endedBy: sam.actor.personId })
    const entries = await (await database())
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.actorId, sam.actor.personId))
      .orderBy(asc(auditEntries.seq))
    expect(entries.at(-1)).toMatchObject({ action: 'session.ended', outcome: 'done' })
    expect(entries.at(-1)?.subjectId).toHaveLength(12)
  })

  test('one of several, or all others', async () => {
    const [phone, tablet, desk] = [
      await sam.browser.signIn(),
      await sam.browser.signIn(),
      await sam.browser.signIn(),
    ]
    expect(await endOwnSession(desk.actor, { sessionId: phone.actor.sessionId })).toMatchObject({ ok: true })
    expect(await alive(phone)).toBe(false)
    expect((await ownSessions(desk.actor)).map(({ current }) => current)).toHaveLength(3)
    expect(await endOtherSessions(desk.actor, {})).toEqual({ ok: true, result: { ended: 2 } })
    expect(await alive(tablet)).toBe(false)
    expect(await alive(sam)).toBe(false)
    expect(await alive(desk)).toBe(true)
    expect(await ownSessions(desk.actor)).toMatchObject([{ current: true, device: 'Firefox on Linux' }])
  })

  test('somebody else’s is not there, the same as one that does not exist or has ended', async () => {
    const theo = await joined('Theo')
    const ended = await sam.browser.signIn()
    await endOwnSession(sam.actor, { sessionId: ended.actor.sessionId })
    for (const sessionId of [theo.actor.sessionId, hashOf('guess'), ended.actor.sessionId])
      await expect(endOwnSession(sam.actor, { sessionId })).rejects.toBeInstanceOf(NotThere)
    expect(await alive(theo)).toBe(true)
  })

  test('Kim ends all of Sam’s when his phone is lost; nobody else may', async () => {
    const kim = await joined('Kim', 'security')
    const lee = await joined('Lee', 'leadership')
    const personId = sam.actor.personId
    await expect(endSessionsOfPerson(lee.actor, { personId })).rejects.toBeInstanceOf(Refused)
    await expect(endSessionsOfPerson(sam.actor, { personId })).rejects.toBeInstanceOf(Refused)
    await expect(endSessionsOfPerson(kim.actor, { personId: crypto.randomUUID() })).rejects.toBeInstanceOf(
      NotThere,
    )
    expect(await endSessionsOfPerson(kim.actor, { personId: 'x' })).toHaveProperty('problems.personId')
    expect(await endSessionsOfPerson(kim.actor, { personId })).toEqual({ ok: true, result: { ended: 1 } })
    expect(await alive(sam)).toBe(false)
    expect(await rowOf(sam)).toMatchObject({ endedWhy: 'ended_by_security', endedBy: kim.actor.personId })
    // He reads who did it; what he ends himself is not told as done by others.
    const again = await sam.browser.signIn()
    await endOtherSessions(again.actor, {})
    const { changes } = await whoLooked(again.actor)
    expect(changes).toMatchObject([{ what: 'sessions.ended', by: 'Kim' }])
  })

  test('the list leaves out what grew old', async () => {
    const first = await sam.browser.signIn()
    at(61 * minute)
    const second = await sam.browser.signIn()
    expect(await ownSessions(second.actor)).toHaveLength(1)
    expect(await alive(first)).toBe(false)
  })
})
