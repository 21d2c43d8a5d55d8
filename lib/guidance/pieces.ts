/**
 * The inventory beyond accounts and lines, in pieces of about three minutes. Each has its questions, the items they are
 * judged under, and how long it takes. A piece of a phone or an app is answered once for each of them.
 */
import type { PieceScope, PieceShape } from '@/lib/guidance/piece'
import { appPieces } from '@/lib/guidance/pieces-of-apps'
import { personPieces } from '@/lib/guidance/pieces-of-person'
import { phonePieces } from '@/lib/guidance/pieces-of-phones'
import type { AnswersTo } from '@/lib/guidance/questions'

export const pieces = { ...personPieces, ...appPieces, ...phonePieces }

export const pieceIds = Object.keys(pieces) as readonly (keyof typeof pieces)[]
export type PieceId = keyof typeof pieces
export type PieceAnswers<Piece extends PieceId> = AnswersTo<(typeof pieces)[Piece]['questions']>
type Of<Scope extends PieceScope> = {
  [Piece in PieceId]: (typeof pieces)[Piece]['of'] extends Scope ? Piece : never
}[PieceId]
export type PersonPiece = Of<'person'>
export type PhonePiece = Of<'phone'>
export type AppPiece = Of<'app'>

/** The shape of a piece without the names of its questions: for what treats all pieces alike. */
export const pieceShape = (id: PieceId): PieceShape => pieces[id]
/** The pieces of one kind of thing; of a phone, those of its platform and those of every phone. */
export const piecesOf = (scope: PieceScope, platform?: string): PieceId[] =>
  pieceIds.filter((id) => {
    const shape = pieceShape(id)
    return shape.of === scope && (shape.platform === undefined || shape.platform === platform)
  })
