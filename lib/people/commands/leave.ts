/** Somebody leaves, or comes back. What they recorded stays. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { recoveryRequests } from '@/db/schema/access'
import { people } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import { command } from '@/lib/access/door'
import { problemAt, Stale } from '@/lib/access/outcome'
import { endConsentsOf } from '@/lib/aide/store'
import { withdrawTickets } from '@/lib/links/store'
import { lockAdministrators, otherAdministrator } from '@/lib/people/administrators'
import { type LockedPerson, lockPerson } from '@/lib/people/store'
import { closeRequest } from '@/lib/recovery/store'
import { isPowerful } from '@/lib/roles/rules'
import { overtakeRequests } from '@/lib/roles/store'
import { endSessionsOf } from '@/lib/sessions/store'
import { leaveWords } from '@/lib/words/people'

const input = z.strictObject({ personId: z.uuid(), version: z.number().int() })
const words = leaveWords.problems

/**
 * Ends somebody's access: every session at once, and every link. Never one's own, never the last administrator's.
 * Throws NotThere; Stale with the version.
 */
export const deactivatePerson = command({
  permission: 'people:deactivate',
  action: 'person.deactivated',
  input,
  run: async ({ actor, tx, now }, { personId, version }) => {
    if (personId === actor.personId) throw problemAt('', words.self)
    await lockAdministrators(tx)
    await endConsentsOf(tx, personId, { by: actor.personId, at: now })
    const person = await lockPerson(tx, personId)
    current(person, version)
    if (person.deactivatedAt) throw problemAt('', words.leftAlready)
    if (person.role === 'administrator' && !(await otherAdministrator(tx, personId)))
      throw problemAt('', words.lastAdministrator)
    await setLeft(tx, person, { at: now, by: actor.personId })
    await overtakeRequests(tx, personId, { by: actor.personId, at: now })
    await Promise.all([
      endSessionsOf(tx, { personId, why: 'deactivated', by: actor.personId, at: now }),
      withdrawTickets(tx, { kind: 'join', personId, at: now }),
      withdrawTickets(tx, { kind: 'recovery', personId, at: now }),
    ])
    const open = await tx
      .select()
      .from(recoveryRequests)
      .where(and(eq(recoveryRequests.personId, personId), isNull(recoveryRequests.closedAt)))
      .for('update')
    for (const request of open)
      await closeRequest(tx, request, { why: 'withdrawn', by: actor.personId, at: now })
    return { result: null, trail: { subject: { kind: 'person', id: personId, personId } } }
  },
})

/**
 * Lets somebody back in, with the passkeys they had. Whoever had a role with power is staff again, for giving one takes
 * more than this. Throws NotThere; Stale with the version.
 */
export const reactivatePerson = command({
  permission: 'people:deactivate',
  action: 'person.reactivated',
  input,
  run: async ({ tx }, { personId, version }) => {
    const person = await lockPerson(tx, personId)
    current(person, version)
    if (!person.deactivatedAt) throw problemAt('', words.hereAlready)
    await setLeft(tx, person, null)
    const subject = { kind: 'person', id: personId, personId }
    if (!isPowerful(person.role)) return { result: null, trail: { subject } }
    await tx.update(people).set({ role: 'staff' }).where(eq(people.id, personId))
    return { result: null, trail: { subject, before: { role: person.role }, after: { role: 'staff' } } }
  },
})

function current(person: LockedPerson, version: number) {
  if (person.version !== version) throw new Stale({ version: person.version })
}

async function setLeft(tx: Tx, person: LockedPerson, left: { at: Date; by: string } | null) {
  const state = left ? 'deactivated' : person.joinedAt ? 'active' : 'invited'
  await Promise.all([
    tx
      .update(people)
      .set({
        deactivatedAt: left?.at ?? null,
        deactivatedBy: left?.by ?? null,
        version: sql`${people.version} + 1`,
      })
      .where(eq(people.id, person.id)),
    tx.update(personStandings).set({ state }).where(eq(personStandings.personId, person.id)),
  ])
}
