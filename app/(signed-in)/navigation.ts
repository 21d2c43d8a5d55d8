import type { NavigationItem } from '@/app/ui/navigation'
import { may, type Permission } from '@/lib/access/permissions'
import type { Role } from '@/lib/vocabulary'
import { navigationWords as words } from '@/lib/words/navigation'

const places: readonly (NavigationItem & { permission: Permission })[] = [
  { href: '/today', label: words.today, permission: 'today:read:own' },
  { href: '/accounts', label: words.accounts, permission: 'accounts:read:own' },
  { href: '/lines', label: words.lines, permission: 'lines:read:own' },
  { href: '/phones', label: words.phones, permission: 'pieces:read:own' },
  { href: '/apps', label: words.apps, permission: 'pieces:read:own' },
  { href: '/pieces', label: words.pieces, permission: 'pieces:read:own' },
  { href: '/people', label: words.people, permission: 'people:read:any' },
  { href: '/incidents/inbox', label: words.incidents, permission: 'incidents:read:handed' },
  { href: '/exceptions', label: words.exceptions, permission: 'exceptions:read:any' },
  { href: '/overview', label: words.overview, permission: 'overview:read:aggregate' },
  { href: '/platforms', label: words.platforms, permission: 'platforms:read' },
  { href: '/recovery', label: words.recovery, permission: 'recovery:request' },
  { href: '/exports', label: words.exports, permission: 'exports:make' },
  { href: '/audit', label: words.audit, permission: 'audit:read' },
  { href: '/settings', label: words.settings, permission: 'settings:read' },
]

/** Where a role can go. */
export const navigationFor = (role: Role): NavigationItem[] =>
  places.filter(({ permission }) => may(role, permission)).map(({ href, label }) => ({ href, label }))

/** What stands under everybody's own name. */
export const ownPlaces: readonly NavigationItem[] = [
  { href: '/incidents', label: words.incidentSheets },
  { href: '/exceptions/own', label: words.ownExceptions },
  { href: '/passkeys', label: words.passkeys },
  { href: '/sessions', label: words.sessions },
  { href: '/who-looked', label: words.whoLooked },
  { href: '/about', label: words.about },
]
