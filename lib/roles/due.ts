/** A role that nobody was there to approve, and that nobody stopped, takes effect by the clock. */
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { roleRequests } from '@/db/schema/access'
import { openCommand, openQuery } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { closeRequest, giveRole, holdRequest, overtakeRequests } from '@/lib/roles/store'

const giveAsSystem = openCommand({
  by: 'system',
  action: 'role.granted',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, now }, { id }) => {
    const { request, person, administrators } = await holdRequest(tx, id)
    // Of two processes that saw the same one due, one gives it.
    if (request.closedAt || request.waitKind !== 'time' || request.endsAt > now)
      throw new NotThere('role_request')
    const { personId, role } = request
    const subject = { kind: 'role_request', id, personId }
    if (!administrators.includes(request.askedBy) || person.deactivatedAt) {
      await closeRequest(tx, request, { why: 'overtaken', by: null, at: now })
      return { result: false, action: 'role.stopped', trail: { subject, after: { role } } }
    }
    await closeRequest(tx, request, { why: 'in_time', by: null, at: now })
    await overtakeRequests(tx, personId, { by: null, at: now })
    await giveRole(tx, person, { role, by: null, at: now })
    return { result: true, trail: { subject, before: { role: person.role }, after: { role } } }
  },
})

/** Gives every role whose waiting time is over. Called by the clock. @returns how many */
export async function giveDueRoles(): Promise<number> {
  const due = await openQuery(({ tx, now }) =>
    tx
      .select({ id: roleRequests.id })
      .from(roleRequests)
      .where(
        and(isNull(roleRequests.closedAt), eq(roleRequests.waitKind, 'time'), lte(roleRequests.endsAt, now)),
      )
      .orderBy(asc(roleRequests.endsAt)),
  )
  let given = 0
  for (const { id } of due) {
    const done = await giveAsSystem({ id }).catch((error: unknown) => {
      if (error instanceof NotThere) return { ok: false as const }
      throw error
    })
    if (done.ok && done.result) given++
  }
  return given
}
