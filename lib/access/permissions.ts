/**
 * Who may do what. The reach is in the name: own, any, aggregate.
 * A permission that is not here does not exist; a role that is not listed does not have it.
 */
import type { Actor } from '@/lib/access/actor'
import { type AideScope, type Role, roles } from '@/lib/vocabulary'

const everyone = roles
export const permissions = {
  // one's own inventory, passkeys and sessions
  'today:read:own': everyone,
  'today:revise:own': everyone,
  'accounts:read:own': everyone,
  'accounts:revise:own': everyone,
  'lines:read:own': everyone,
  'lines:revise:own': everyone,
  'inventory:revise:own': everyone,
  'pieces:read:own': everyone,
  'pieces:revise:own': everyone,
  'phones:revise:own': everyone,
  'messaging:revise:own': everyone,
  'messaging:send:own': everyone,
  'passkeys:read:own': everyone,
  'passkeys:revise:own': everyone,
  'sessions:read:own': everyone,
  'sessions:end:own': everyone,
  'openings:read:own': everyone,
  'roles:stop:own': everyone,
  // who answers for one, and for whom one answers
  'aides:read:own': everyone,
  'aides:revise:own': everyone,
  'held:read:own': everyone,
  'incidents:read:own': everyone,
  'incidents:revise:own': everyone,
  'exceptions:read:own': everyone,
  'exceptions:ask:own': everyone,
  // facts about services, nobody's own
  'services:read': everyone,
  'provided:read': everyone,
  // the security team
  'people:read:any': ['security'],
  'people:invite': ['security', 'administrator'],
  'people:import': ['security'],
  'people:revise:any': ['security'],
  'records:open:any': ['security'],
  'incidents:read:handed': ['security'],
  'incidents:revise:handed': ['security'],
  'incidents:state:contact': ['security'],
  'exceptions:read:any': ['security'],
  'exceptions:ask:any': ['security'],
  'exceptions:decide:any': ['security'],
  'recovery:request': ['security', 'administrator'],
  'recovery:approve': ['security', 'administrator'],
  'people:deactivate': ['security', 'administrator'],
  'people:erase': ['security'],
  'sessions:end:any': ['security', 'administrator'],
  'snapshots:take': ['security'],
  'rulings:read': ['security'],
  'rulings:revise': ['security'],
  'platforms:read': ['security', 'auditor'],
  'platforms:revise': ['security'],
  // what the organisation provides itself
  'provided:revise': ['security', 'administrator'],
  // leadership
  'overview:read:aggregate': ['leadership', 'security'],
  // auditors
  'exports:make': ['auditor'],
  'audit:read': ['auditor', 'security'],
  // administrators: no inventories by virtue of being one
  'settings:read': ['administrator'],
  'settings:revise': ['administrator'],
  'roles:read': ['administrator'],
  'roles:grant': ['administrator'],
  'roles:approve': ['administrator'],
  'services:correct': ['administrator'],
  'services:import': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** Whether a role has a permission. Takes words only: the same answer anywhere. */
export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role)
}

/** What an aide may do in somebody's name, and which of the scopes consented to it takes. Nothing else at all. */
export const answering: Readonly<Partial<Record<Permission, readonly AideScope[]>>> = {
  'accounts:read:own': ['accounts'],
  'accounts:revise:own': ['accounts'],
  'inventory:revise:own': ['accounts'],
  'lines:read:own': ['lines'],
  'lines:revise:own': ['lines'],
  'pieces:read:own': ['phones_and_apps', 'habits'],
  'pieces:revise:own': ['phones_and_apps', 'habits'],
  'phones:revise:own': ['phones_and_apps'],
  'messaging:revise:own': ['phones_and_apps'],
}
/** What stays an aide's own while they answer for somebody: to stop doing so, to sign out, to tell of something odd, and what is about nobody. */
export const asThemselves: readonly Permission[] = [
  'aides:read:own',
  'aides:revise:own',
  'sessions:end:own',
  'incidents:read:own',
  'incidents:revise:own',
  'services:read',
  'provided:read',
]

/** Whether somebody may do this now: by their role and, while they answer for another, by what that person consented to. */
export function allows(
  { role, onBehalfOf }: Pick<Actor, 'role' | 'onBehalfOf'>,
  permission: Permission,
): boolean {
  if (!may(role, permission)) return false
  if (!onBehalfOf || asThemselves.includes(permission)) return true
  return (answering[permission] ?? []).some((scope) => onBehalfOf.scope.includes(scope))
}

/** Whose rows an act is about: the actor's own, or those of the person they answer for. */
export function holderOf({ personId, onBehalfOf }: Actor, permission: Permission): string {
  return onBehalfOf && !asThemselves.includes(permission) ? onBehalfOf.personId : personId
}

/** Whether what belongs to a scope is the actor's to see: always one's own; of somebody else what they consented to. */
export const sees = ({ onBehalfOf }: Pick<Actor, 'onBehalfOf'>, scope: AideScope): boolean =>
  !onBehalfOf || onBehalfOf.scope.includes(scope)
