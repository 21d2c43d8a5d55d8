import type { NavigationItem } from '@/app/ui/navigation'
import type { Actor } from '@/lib/access/actor'
import { allows, type Permission } from '@/lib/access/permissions'
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
  { href: '/rulings', label: words.rulings, permission: 'rulings:read' },
  { href: '/recovery', label: words.recovery, permission: 'recovery:request' },
  { href: '/exports', label: words.exports, permission: 'exports:make' },
  { href: '/audit', label: words.audit, permission: 'audit:read' },
  { href: '/settings', label: words.settings, permission: 'settings:read' },
]

/** Where somebody can go: by their role and, while they answer for another, by what they may answer. */
export const navigationFor = (actor: Actor, { rolesWait }: { rolesWait: boolean }): NavigationItem[] => [
  ...places.filter(({ permission }) => allows(actor, permission)).map(({ href, label }) => ({ href, label })),
  ...(rolesWait ? [{ href: '/settings/roles/waiting', label: words.rolesWaiting }] : []),
]

/** What stands under everybody's own name; while one answers for another, the way back alone. */
export const ownPlacesFor = ({ onBehalfOf }: Actor): readonly NavigationItem[] =>
  onBehalfOf ? own.filter(({ href }) => href === '/aide') : own

const own: readonly NavigationItem[] = [
  { href: '/incidents', label: words.incidentSheets },
  { href: '/exceptions/own', label: words.ownExceptions },
  { href: '/passkeys', label: words.passkeys },
  { href: '/sessions', label: words.sessions },
  { href: '/who-looked', label: words.whoLooked },
  { href: '/aide', label: words.aide },
  { href: '/held', label: words.held },
  { href: '/about', label: words.about },
]
