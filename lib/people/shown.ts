/** What of a person's verdicts their record shows to the security team, and therefore may be asked about for them. Pure. */
import type { ItemId } from '@/lib/guidance/codes'
import { holderOnlyItems } from '@/lib/guidance/items'
import { pieceShape, piecesOf } from '@/lib/guidance/pieces'
import type { ScopeKind } from '@/lib/vocabulary'

type Judged = { item: ItemId; scopeKind: ScopeKind; labels: readonly string[] }

/**
 * Nothing that hangs on a legal hold; and of the person themselves what their own pieces come to, without what an account
 * decides, for that would tell of accounts that are only counted (decision 3).
 */
export const isShownInRecord = ({ item, scopeKind, labels }: Judged): boolean =>
  !holderOnlyItems.includes(item) &&
  (scopeKind !== 'person' || (isOfPieces(item) && !labels.includes('inherits')))

const isOfPieces = (item: ItemId) =>
  piecesOf('person').some((piece) => pieceShape(piece).items.includes(item))
