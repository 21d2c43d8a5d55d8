import type { NextAction } from '@/lib/today/queries'

/** Where a next action is said to be done, or done. */
export function placeOf({
  action,
  scopeKind,
  scopeId,
}: Pick<NextAction, 'action' | 'scopeKind' | 'scopeId'>) {
  switch (action) {
    case 'add_first_line':
      return '/lines/new'
    case 'add_first_account':
    case 'add_that_account':
      return '/accounts/new'
    case 'complete_inventory':
      return '/accounts/complete'
    default:
      if (scopeKind === 'line') return `/lines/${scopeId}`
      return action.startsWith('open_') ? `/accounts/${scopeId}` : `/accounts/${scopeId}/edit`
  }
}
