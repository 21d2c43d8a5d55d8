/** What of a person's verdicts their record shows to the security team, and therefore may be asked about for them. Pure. */
import type { ItemId } from '@/lib/guidance/codes'
import { holderOnlyItems } from '@/lib/guidance/items'
import { pieceShape, piecesOf } from '@/lib/guidance/pieces'
import type { ScopeKind } from '@/lib/vocabulary'

/**
 * Nothing that hangs on a legal hold; and of the person themselves what their own pieces come to, for the rest would tell
 * of accounts that are only counted (decision 3).
 */
export const isShownInRecord = ({ item, scopeKind }: { item: ItemId; scopeKind: ScopeKind }): boolean =>
  !holderOnlyItems.includes(item) &&
  (scopeKind !== 'person' || piecesOf('person').some((piece) => pieceShape(piece).items.includes(item)))
