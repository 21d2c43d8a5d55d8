/** Roles as commands give them, inside their own transaction. Always with the administrators' rows held. */
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { roleRequests } from '@/db/schema/access'
import { people } from '@/db/schema/people'
import { NotThere } from '@/lib/access/outcome'
import { lockAdministrators } from '@/lib/people/administrators'
import { type LockedPerson, lockPerson } from '@/lib/people/store'
import { endSessionsOf } from '@/lib/sessions/store'
import type { Role, RoleRequestEnd } from '@/lib/vocabulary'

export type RoleRequest = typeof roleRequests.$inferSelect

const byId = ({ personId, id }: Pick<RoleRequest, 'personId' | 'id'>) =>
  and(eq(roleRequests.personId, personId), eq(roleRequests.id, id))

/** Gives a role at once and ends the person's sessions. */
export async function giveRole(
  tx: Tx,
  person: LockedPerson,
  of: { role: Role; by: string | null; at: Date },
): Promise<void> {
  await tx
    .update(people)
    .set({ role: of.role, version: sql`${people.version} + 1` })
    .where(eq(people.id, person.id))
  await endSessionsOf(tx, { personId: person.id, why: 'role_changed', by: of.by, at: of.at })
}

/** What waits for somebody, if anything does; their row is held by the caller. */
export async function openRequestFor(tx: Tx, personId: string): Promise<RoleRequest | null> {
  const [found] = await tx
    .select()
    .from(roleRequests)
    .where(and(eq(roleRequests.personId, personId), isNull(roleRequests.closedAt)))
  return found ?? null
}

/**
 * A request by its id, with who is an administrator now, held until the transaction ends: the administrators first, then
 * its person, in the order that everything else keeps. Throws NotThere.
 */
export async function holdRequest(
  tx: Tx,
  id: string,
): Promise<{ request: RoleRequest; person: LockedPerson; administrators: string[] }> {
  const [named] = await tx.select().from(roleRequests).where(eq(roleRequests.id, id))
  if (!named) throw new NotThere('role_request')
  const administrators = await lockAdministrators(tx)
  const person = await lockPerson(tx, named.personId)
  const [request] = await tx.select().from(roleRequests).where(byId(named)).for('update')
  if (!request) throw new NotThere('role_request')
  return { request, person, administrators }
}

/** Ends a request for one of the reasons. */
export async function closeRequest(
  tx: Tx,
  request: Pick<RoleRequest, 'personId' | 'id'>,
  of: { why: RoleRequestEnd; by: string | null; at: Date },
): Promise<void> {
  await tx
    .update(roleRequests)
    .set({
      closedAt: of.at,
      closedBy: of.by,
      closedWhy: of.why,
      ...(of.why === 'approved' && { approvedBy: of.by }),
    })
    .where(byId(request))
}

/** Ends whatever waits for somebody, and whatever they asked for: it does not outlive the role that either has now. */
export async function overtakeRequests(
  tx: Tx,
  personId: string,
  of: { by: string | null; at: Date },
): Promise<void> {
  await tx
    .update(roleRequests)
    .set({ closedAt: of.at, closedBy: of.by, closedWhy: 'overtaken' })
    .where(
      and(
        or(eq(roleRequests.personId, personId), eq(roleRequests.askedBy, personId)),
        isNull(roleRequests.closedAt),
      ),
    )
}
