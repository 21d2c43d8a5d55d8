/** What answers must fit together, and what saying them once more means. Pure. */
import type { z } from 'zod'
import { itemsNewSince } from '@/lib/guidance/history'
import { intervalDays } from '@/lib/guidance/items'
import type { PieceScope } from '@/lib/guidance/piece'
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import { type AnyAnswers, answered, isAsked, isOpenAnswer, type Questions } from '@/lib/guidance/questions'
import type { Intervals } from '@/lib/posture/aged'
import { freshnessOf } from '@/lib/posture/ageing'
import type { AideScope, FieldProblems, Freshness, UnknownKind, Verdict } from '@/lib/vocabulary'
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

/** The app used most is one of those that are used. */
export function mainAppProblems(piece: PieceId, { channels, mainApp }: AnyAnswers): FieldProblems {
  if (piece !== 'private_talk' || isOpenAnswer(String(mainApp))) return {}
  return [channels].flat().includes(String(mainApp)) ? {} : { mainApp: [pieceProblems.notUsed] }
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
  questions: Questions,
  answers: AnyAnswers | null,
  freshness: Freshness | null,
): PieceState {
  if (!answers || !freshness) return 'not_asked'
  const progress = answered(questions, answers)
  if (progress.answered < progress.asked) return 'begun'
  return freshness === 'current' ? 'done' : freshness
}

/**
 * How fresh the answers of a piece are, by the interval of the organisation or, for updates, of the guidance. What was
 * asked under an older version of the guidance is due where a newer one has come with more about it.
 */
export function pieceFreshness(
  piece: PieceId,
  said: { confirmedOn: string; guidanceVersion: string },
  today: string,
  intervals?: Intervals,
): Freshness {
  const fresh = freshnessOf(said.confirmedOn, today, pieceInterval(piece, intervals))
  const since = itemsNewSince(said.guidanceVersion)
  return fresh === 'current' && pieceShape(piece).items.some((item) => since.has(item)) ? 'due' : fresh
}

/** Days the answers of a piece count. */
export function pieceInterval(piece: PieceId, intervals?: Intervals): number {
  const { interval } = pieceShape(piece)
  return intervals?.[interval] ?? intervalDays[interval]
}

/** Why a piece still waits for its holder; null once every question has a known answer. */
export type StillOpen = Exclude<UnknownKind, 'old'> | null
export function stillOpen(questions: Questions, answers: AnyAnswers | null): StillOpen {
  if (!answers) return 'never_asked'
  const { asked, answered: given } = answered(questions, answers)
  if (given < asked) return 'unanswered'
  const unsure = Object.entries(questions).some(
    ([name, question]) =>
      !question.optional && isAsked(question, answers) && [answers[name]].flat().includes('not_sure'),
  )
  return unsure ? 'not_sure' : null
}

/** The verdict of one thing over all of its items (section 0, "scope units"): what is known to be bad is told first. */
export function overAll(verdicts: readonly { verdict: Verdict }[]): Verdict {
  const found = (['not_met', 'unknown', 'partly_met', 'met'] as const).find((worst) =>
    verdicts.some(({ verdict }) => verdict === worst),
  )
  return found ?? (verdicts.length === 0 ? 'unknown' : 'not_applicable')
}
