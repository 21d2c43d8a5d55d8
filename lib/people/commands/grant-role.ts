import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { command } from '@/lib/access/door'
import { problemAt, Refused, Stale } from '@/lib/access/outcome'
import { lockAdministrators, otherAdministrator } from '@/lib/people/administrators'
import { lockPerson } from '@/lib/people/store'
import { endSessionsOf } from '@/lib/sessions/store'
import { type Role, roles } from '@/lib/vocabulary'
import { rolesWords } from '@/lib/words/settings'

/** What stands now, for a form that was drawn from something older. */
export type RoleStands = { version: number; role: Role }

/**
 * Gives somebody else another role and ends their sessions; they see it on their own page. Needs a fresh confirmation
 * for `role.grant:PERSONID`. Never to oneself; never leaves the installation without an administrator who has joined.
 * Throws NotThere; Stale with RoleStands.
 */
export const grantRole = command({
  permission: 'roles:grant',
  action: 'role.granted',
  input: z.strictObject({ personId: z.uuid(), role: z.enum(roles), version: z.number().int() }),
  confirmed: ({ personId }) => `role.grant:${personId}`,
  run: async ({ actor, tx, now }, { personId, role, version }) => {
    if (personId === actor.personId) throw problemAt('', rolesWords.problems.self)
    // Whose office was taken while this waited gives none away.
    if (!(await lockAdministrators(tx)).includes(actor.personId)) throw new Refused('roles:grant')
    const person = await lockPerson(tx, personId)
    if (person.version !== version)
      throw new Stale({ version: person.version, role: person.role } satisfies RoleStands)
    if (person.deactivatedAt) throw problemAt('', rolesWords.problems.left)
    if (person.role === role) throw problemAt('role', rolesWords.problems.same)
    if (person.role === 'administrator' && !(await otherAdministrator(tx, personId)))
      throw problemAt('role', rolesWords.problems.lastAdministrator)
    await tx
      .update(people)
      .set({ role, version: sql`${people.version} + 1` })
      .where(eq(people.id, personId))
    await endSessionsOf(tx, { personId, why: 'role_changed', by: actor.personId, at: now })
    return {
      result: { role },
      trail: {
        subject: { kind: 'person', id: personId, personId },
        before: { role: person.role },
        after: { role },
      },
    }
  },
})
