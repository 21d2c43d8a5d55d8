import type { Route } from 'next'
import { pieceAddress } from '@/lib/pieces/address'
import type { NextAction } from '@/lib/today/queries'

/** Where a next action is said to be done, or done. */
export function placeOf(next: NextAction): Route {
  if (next.kind === 'list') return next.action === 'add_first_phone' ? '/phones/new' : '/apps/new'
  if (next.kind !== 'change' && next.accountId) return `/accounts/${next.accountId}` as Route
  if (next.kind !== 'change') return pieceAddress(next.piece, next.of === 'person' ? '' : next.scopeId)
  const { action, scopeKind, scopeId } = next
  switch (action) {
    case 'add_first_line':
      return '/lines/new'
    case 'add_first_account':
    case 'add_that_account':
      return '/accounts/new'
    case 'complete_inventory':
    case 'review_leaks_again':
    case 'add_named_first':
      return '/accounts/complete'
    case 'ask_for_exception':
      return `/exceptions/ask?scope=${scopeId}`
    default:
      if (scopeKind === 'line') return `/lines/${scopeId}` as Route
      return (action.startsWith('open_') ? `/accounts/${scopeId}` : `/accounts/${scopeId}/edit`) as Route
  }
}
