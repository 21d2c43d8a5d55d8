/** A role that waits: a second administrator approves it, any administrator or the person it is for stops it. */
import { z } from 'zod'
import { command } from '@/lib/access/door'
import { NotThere, problemAt, Refused } from '@/lib/access/outcome'
import { hasLapsed } from '@/lib/roles/rules'
import { closeRequest, giveRole, holdRequest, overtakeRequests, type RoleRequest } from '@/lib/roles/store'
import { roleWaitingWords } from '@/lib/words/roles'

const words = roleWaitingWords.problems
const input = z.strictObject({ id: z.uuid() })
const trailOf = (request: RoleRequest, more: object = {}) => ({
  subject: { kind: 'role_request', id: request.id, personId: request.personId },
  after: { role: request.role, ...more },
})

/**
 * Gives the role that another administrator asked for. Needs a fresh confirmation for `role.approve:ID`. Never by whoever
 * asked, never by whom it is for, and not once whoever asked is no administrator any more. Throws NotThere.
 */
export const approveRole = command({
  permission: 'roles:approve',
  action: 'role.approved',
  input,
  confirmed: ({ id }) => `role.approve:${id}`,
  run: async ({ actor, tx, now }, { id }) => {
    const { request, person, administrators } = await holdRequest(tx, id)
    if (!administrators.includes(actor.personId)) throw new Refused('roles:approve')
    if (request.personId === actor.personId) throw new NotThere('role_request')
    if (request.closedAt || hasLapsed(request, now)) throw problemAt('', words.gone)
    if (request.askedBy === actor.personId) throw problemAt('', words.samePerson)
    if (!administrators.includes(request.askedBy) || person.deactivatedAt) throw problemAt('', words.gone)
    const by = actor.personId
    await closeRequest(tx, request, { why: 'approved', by, at: now })
    await overtakeRequests(tx, request.personId, { by, at: now })
    await giveRole(tx, person, { role: request.role, by, at: now })
    const { role } = request
    return { result: { role }, trail: { ...trailOf(request), before: { role: person.role } } }
  },
})

/** Stops what waits for somebody, or takes back what one asked for. Throws NotThere. */
export const stopRole = command({
  permission: 'roles:approve',
  action: 'role.stopped',
  input,
  run: async ({ actor, tx, now }, { id }) => {
    const { request, administrators } = await holdRequest(tx, id)
    if (!administrators.includes(actor.personId)) throw new Refused('roles:approve')
    if (request.closedAt) throw problemAt('', words.gone)
    await closeRequest(tx, request, { why: 'stopped', by: actor.personId, at: now })
    return { result: null, trail: trailOf(request) }
  },
})

/** Stops what others asked for oneself. Throws NotThere for another's. */
export const stopOwnRole = command({
  permission: 'roles:stop:own',
  action: 'role.stopped',
  input,
  run: async ({ actor, tx, now }, { id }) => {
    const { request } = await holdRequest(tx, id)
    if (request.personId !== actor.personId) throw new NotThere('role_request')
    if (request.closedAt) throw problemAt('', words.gone)
    await closeRequest(tx, request, { why: 'stopped_by_holder', by: actor.personId, at: now })
    return { result: null, trail: trailOf(request, { by: 'holder' }) }
  },
})
