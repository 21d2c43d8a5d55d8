/** What somebody who answers for another is not asked, and not told. Pure. */
import type { Actor } from '@/lib/access/actor'
import { sees } from '@/lib/access/permissions'
import { holderOnlyItems } from '@/lib/guidance/items'
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import type { AnyAnswers, Questions } from '@/lib/guidance/questions'
import type { JudgedPiece } from '@/lib/posture/store-judged'

/** Somebody for themselves, or for whom they answer. */
type Whose = { readonly onBehalfOf?: Actor['onBehalfOf'] | string | null }

/** The questions of a piece as they are put to somebody: an aide is not asked what is for its holder alone. */
export const questionsFor = ({ onBehalfOf }: Whose, piece: PieceId): Questions =>
  onBehalfOf ? withoutHolderOnly(piece) : pieceShape(piece).questions

/** What was said, as far as somebody was asked it. */
export const answersFor = (actor: Whose, piece: PieceId, answers: AnyAnswers): AnyAnswers => {
  const asked = questionsFor(actor, piece)
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name in asked))
}

/** What an aide says, with what only the holder may say as it stood before; a holder says it all. */
export function saidBy(
  actor: Whose,
  piece: PieceId,
  said: AnyAnswers,
  before: AnyAnswers | undefined,
): AnyAnswers {
  const asked = questionsFor(actor, piece)
  return Object.fromEntries(
    Object.entries(said).map(([name, answer]) => [name, name in asked ? answer : (before?.[name] ?? unsaid)]),
  )
}
/** Of a choice, as every question for its holder alone is. */
const unsaid = 'unanswered'

/**
 * The day its holder last said what is for them alone to say (G1.9, legal hold): an aide leaves it what it was. Null
 * where they never did, and for pieces that ask no such thing.
 */
export function holderSaidOn(
  { onBehalfOf }: Whose,
  piece: PieceId,
  today: string,
  before: string | null,
): string | null {
  if (!asksHolderAlone(piece)) return null
  return onBehalfOf ? before : today
}
const asksHolderAlone = (piece: PieceId) =>
  Object.values(pieceShape(piece).questions).some(({ holderOnly }) => holderOnly)

/** A statement as it ages for whoever reads: an aide is not told that something of the holder's own grows old. */
export const asItAges = <Said extends { holderSaidOn: string | null }>(actor: Whose, said: Said): Said =>
  actor.onBehalfOf ? { ...said, holderSaidOn: null } : said

/** Whether somebody is told how an item stands: an aide neither what the records law decides, nor what lies outside their scope. */
export const isTold = (
  actor: Pick<Actor, 'onBehalfOf'>,
  { item, labels }: Pick<JudgedPiece, 'item' | 'labels'>,
): boolean =>
  !actor.onBehalfOf ||
  (!holderOnlyItems.includes(item) && (sees(actor, 'accounts') || !labels.includes('inherits')))

/** Names of the questions whose answers changed, for the log, which others read: not those for the holder alone. */
export const changedNames = (piece: PieceId, before: AnyAnswers | undefined, after: AnyAnswers): string[] =>
  Object.keys(withoutHolderOnly(piece)).filter(
    (name) => JSON.stringify(before?.[name]) !== JSON.stringify(after[name]),
  )

const withoutHolderOnly = (piece: PieceId): Questions =>
  Object.fromEntries(Object.entries(pieceShape(piece).questions).filter(([, { holderOnly }]) => !holderOnly))
