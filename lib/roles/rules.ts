/** When the giving of a role waits, and how long. */
import { powerfulRoles, type Role, type RoleWait } from '@/lib/vocabulary'

const hour = 3_600_000
/** Hours until a role takes effect that nobody is there to approve; the same for how long set-up lasts. */
export const waitHours = 24
/** Days until a request lapses that nobody approved. */
export const lapseDays = 7

/** Whether a role opens what is not one's own. */
export const isPowerful = (role: Role): boolean => (powerfulRoles as readonly Role[]).includes(role)

/**
 * What the giving of a role waits for; null where it takes effect at once. Roles without power never wait. Where another
 * administrator could approve, one has to. Where there is none it waits a day, unless the organisation was set up within
 * the last day: then there is nothing to protect yet, and nobody to ask.
 */
export function waitFor(of: {
  role: Role
  /** Somebody else who has joined as an administrator, and whom it is not about. */
  another: boolean
  setUpAt: Date
  now: Date
}): RoleWait | null {
  if (!isPowerful(of.role)) return null
  if (of.another) return 'approval'
  const since = of.now.getTime() - of.setUpAt.getTime()
  return since >= 0 && since < waitHours * hour ? null : 'time'
}

/** When a request made now takes effect by itself, or lapses. */
export const endOf = (wait: RoleWait, now: Date): Date =>
  new Date(now.getTime() + (wait === 'time' ? waitHours : lapseDays * 24) * hour)

/** Whether nobody approved it while it could be: it does nothing any more. */
export const hasLapsed = (request: { waitKind: RoleWait; endsAt: Date }, now: Date): boolean =>
  request.waitKind === 'approval' && request.endsAt <= now
