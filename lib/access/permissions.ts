/**
 * Who may do what. The reach is in the name: own, any, aggregate.
 * A permission that is not here does not exist; a role that is not listed does not have it.
 */
import { type Role, roles } from '@/lib/vocabulary'

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
  'passkeys:read:own': everyone,
  'passkeys:revise:own': everyone,
  'sessions:read:own': everyone,
  'sessions:end:own': everyone,
  'openings:read:own': everyone,
  'incidents:read:own': everyone,
  'incidents:revise:own': everyone,
  'exceptions:read:own': everyone,
  'exceptions:ask:own': everyone,
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
  'sessions:end:any': ['security', 'administrator'],
  'snapshots:take': ['security'],
  'platforms:read': ['security', 'auditor'],
  'platforms:revise': ['security'],
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
  'services:correct': ['administrator'],
  'services:import': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** Whether a role has a permission. Takes words only: the same answer anywhere. */
export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role)
}
