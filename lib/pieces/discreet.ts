/** What somebody who answers for another is not asked, and not told. Pure. */
import type { Actor } from '@/lib/access/actor'
import { sees } from '@/lib/access/permissions'
import { holderOnlyItems } from '@/lib/guidance/items'
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import type { AnyAnswers, Questions } from '@/lib/guidance/questions'
import type { JudgedPiece } from '@/lib/posture/store-judged'

type Whose = Pick<Actor, 'onBehalfOf'>

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

/** Whether somebody is told how an item stands: an aide neither what the records law decides, nor what lies outside their scope. */
export const isTold = (actor: Whose, { item, labels }: Pick<JudgedPiece, 'item' | 'labels'>): boolean =>
  !actor.onBehalfOf ||
  (!holderOnlyItems.includes(item) && (sees(actor, 'accounts') || !labels.includes('inherits')))

/** Names of the questions whose answers changed, for the log, which others read: not those for the holder alone. */
export const changedNames = (piece: PieceId, before: AnyAnswers | undefined, after: AnyAnswers): string[] =>
  Object.keys(withoutHolderOnly(piece)).filter(
    (name) => JSON.stringify(before?.[name]) !== JSON.stringify(after[name]),
  )

const withoutHolderOnly = (piece: PieceId): Questions =>
  Object.fromEntries(Object.entries(pieceShape(piece).questions).filter(([, { holderOnly }]) => !holderOnly))
