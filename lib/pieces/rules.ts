/** What answers must fit together, and what saying them once more means. Pure. */
import type { z } from 'zod'
import type { PieceScope } from '@/lib/guidance/piece'
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import { type AnyAnswers, answered } from '@/lib/guidance/questions'
import type { AideScope, FieldProblems, Freshness } from '@/lib/vocabulary'
import { pieceProblems } from '@/lib/words/pieces'

/** Phones and messaging apps a person may list. */
export const mostPhones = 10
export const mostApps = 20
/** No phone of today, and no answer about it, is older. */
const earliest = '2007-01-01'

/** Days and months that have not come yet, or are too long ago to be meant. @param today 2026-11-23 */
export function dateProblems(piece: PieceId, answers: AnyAnswers, today: string): FieldProblems {
  const problems: FieldProblems = {}
  for (const [name, { kind }] of Object.entries(pieceShape(piece).questions)) {
    const given = answers[name]
    if ((kind !== 'day' && kind !== 'month') || typeof given !== 'string') continue
    if (given > today) problems[name] = [pieceProblems.future]
    else if (given < earliest) problems[name] = [pieceProblems.longAgo]
  }
  return problems
}

/** Which kind of phone it is decides what is asked of it, so it is never left open. */
export function phoneKindProblems(piece: PieceId, answers: AnyAnswers): FieldProblems {
  const known = ['iphone', 'android', 'other'].includes(String(answers.platform))
  return piece === 'this_phone' && !known ? { platform: [pieceProblems.platform] } : {}
}

/** Each question's problems under its own name. */
export const taggedProblems = (error: z.ZodError): FieldProblems =>
  Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0] ?? ''), [message]]))

/** Days on which something was looked at: to say again that all is so is to have looked again. */
const lookedOn: readonly string[] = ['lastCheckedOn', 'checkedOn', 'reviewedOn', 'scanReviewedOn']

/** The same answers said again today. */
export function answersOnceMore(piece: PieceId, answers: AnyAnswers, today: string): AnyAnswers {
  const { questions } = pieceShape(piece)
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      lookedOn.includes(name) && questions[name]?.kind === 'day' && answer !== null ? today : answer,
    ]),
  )
}

/** Which consent lets an aide answer a piece. */
export const consentFor = (of: PieceScope): AideScope => (of === 'person' ? 'habits' : 'phones_and_apps')

export type PieceState = 'not_asked' | 'begun' | 'done' | 'due' | 'old'
/** How far a piece is: begun while a question is open; due or old by its interval once all are answered. */
export function stateOfPiece(
  piece: PieceId,
  answers: AnyAnswers | null,
  freshness: Freshness | null,
): PieceState {
  if (!answers || !freshness) return 'not_asked'
  const progress = answered(pieceShape(piece).questions, answers)
  if (progress.answered < progress.asked) return 'begun'
  return freshness === 'current' ? 'done' : freshness
}
