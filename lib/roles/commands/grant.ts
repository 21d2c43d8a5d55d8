import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { roleRequests } from '@/db/schema/access'
import { organisation } from '@/db/schema/organisation'
import { command } from '@/lib/access/door'
import { NotThere, problemAt, Refused, Stale } from '@/lib/access/outcome'
import { lockAdministrators, otherAdministrator } from '@/lib/people/administrators'
import { lockPerson } from '@/lib/people/store'
import { endOf, hasLapsed, isPowerful, waitFor } from '@/lib/roles/rules'
import { closeRequest, giveRole, openRequestFor, overtakeRequests } from '@/lib/roles/store'
import { type Role, type RoleWait, roles } from '@/lib/vocabulary'
import { rolesWords } from '@/lib/words/settings'

const words = rolesWords.problems

/** What stands now, for a form that was drawn from something older. */
export type RoleStands = { version: number; role: Role }
/** What came of it: the role was given, or waits. */
export type Granted = { role: Role; waits: RoleWait | null }

/**
 * Gives somebody else another role and ends their sessions; they see it on their own page. A role with power waits for a
 * second administrator, or a day where there is none (see waitFor); taking one away never does. Needs a fresh
 * confirmation for `role.grant:PERSONID`. Never to oneself; never leaves the installation without an administrator who
 * has joined. Throws NotThere; Stale with RoleStands.
 */
export const grantRole = command({
  permission: 'roles:grant',
  action: 'role.granted',
  input: z.strictObject({ personId: z.uuid(), role: z.enum(roles), version: z.number().int() }),
  confirmed: ({ personId }) => `role.grant:${personId}`,
  run: async ({ actor, tx, now }, { personId, role, version }) => {
    if (personId === actor.personId) throw problemAt('', words.self)
    // Whose office was taken while this waited gives none away.
    if (!(await lockAdministrators(tx)).includes(actor.personId)) throw new Refused('roles:grant')
    const person = await lockPerson(tx, personId)
    if (person.version !== version)
      throw new Stale({ version: person.version, role: person.role } satisfies RoleStands)
    if (person.deactivatedAt) throw problemAt('', words.left)
    if (person.role === role) throw problemAt('role', words.same)
    if (person.role === 'administrator' && !(await otherAdministrator(tx, personId)))
      throw problemAt('role', words.lastAdministrator)
    const wait = await waitOf(tx, { role, actorId: actor.personId, personId, now })
    const before = { role: person.role }
    if (!wait) {
      await overtakeRequests(tx, personId, { by: actor.personId, at: now })
      await giveRole(tx, person, { role, by: actor.personId, at: now })
      const after = { role, ...(isPowerful(role) && { duringSetUp: true }) }
      const granted: Granted = { role, waits: null }
      return {
        result: granted,
        trail: { subject: { kind: 'person', id: personId, personId }, before, after },
      }
    }
    // Until they join, whoever can make their link could join in their name.
    if (!person.joinedAt) throw problemAt('', words.joinFirst)
    const id = randomUUID()
    await clearLapsed(tx, personId, now)
    await tx.insert(roleRequests).values({
      ...{ id, personId, role, askedBy: actor.personId, askedAt: now },
      ...{ waitKind: wait, endsAt: endOf(wait, now) },
    })
    const granted: Granted = { role, waits: wait }
    return {
      result: granted,
      action: 'role.asked',
      trail: {
        subject: { kind: 'role_request', id, personId },
        before,
        after: { role, waitsFor: wait },
      },
    }
  },
})

async function waitOf(
  tx: Tx,
  of: { role: Role; actorId: string; personId: string; now: Date },
): Promise<RoleWait | null> {
  const [row] = await tx.select({ setUpAt: organisation.createdAt }).from(organisation)
  if (!row) throw new NotThere('organisation')
  const another = await otherAdministrator(tx, of.actorId, of.personId)
  return waitFor({ role: of.role, another, setUpAt: row.setUpAt, now: of.now })
}

/** One thing at a time waits for a person; what nobody approved in time makes room. */
async function clearLapsed(tx: Tx, personId: string, now: Date): Promise<void> {
  const open = await openRequestFor(tx, personId)
  if (!open) return
  if (!hasLapsed(open, now)) throw problemAt('', words.waitsAlready)
  await closeRequest(tx, open, { why: 'lapsed', by: null, at: now })
}
