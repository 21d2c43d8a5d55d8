/** What answers must fit together, and what saying them once more means. Pure. */
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { sees } from '@/lib/access/permissions'
import { itemsNewSince } from '@/lib/guidance/history'
import { intervalDays, untilNextVersion } from '@/lib/guidance/items'
import type { PieceScope } from '@/lib/guidance/piece'
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import {
  type AnyAnswers,
  answered,
  blankAnswers,
  isAsked,
  isOpenAnswer,
  type Question,
  type Questions,
} from '@/lib/guidance/questions'
import { type Intervals, intervalOf } from '@/lib/posture/aged'
import { freshnessOf } from '@/lib/posture/ageing'
import {
  type AideScope,
  type FieldProblems,
  type Freshness,
  freshnesses,
  type UnknownKind,
  type Verdict,
} from '@/lib/vocabulary'
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
const isLook = (piece: PieceId, name: string, answer: AnyAnswers[string] | undefined) =>
  lookedOn.includes(name) && pieceShape(piece).questions[name]?.kind === 'day' && typeof answer === 'string'

/** Whether saying these answers again claims another look, so that what is pressed has to say that. */
export const claimsLook = (piece: PieceId, answers: AnyAnswers | null): boolean =>
  Object.entries(answers ?? {}).some(([name, answer]) => isLook(piece, name, answer))

/** The same answers said again today. */
export const answersOnceMore = (piece: PieceId, answers: AnyAnswers, today: string): AnyAnswers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, isLook(piece, name, answer) ? today : answer]),
  )

/** The weekly look at updates (General 6): its day, and that nothing was waiting. The other answers stay what they were. */
export const answersOnLook = (answers: AnyAnswers | null, today: string): AnyAnswers => ({
  ...(answers ?? (blankAnswers(pieceShape('updates').questions) as AnyAnswers)),
  looked: 'yes',
  lastCheckedOn: today,
  pending: 'none',
})

/** Whether the answers name an app that encrypts and is none of those in the list, so that its name may be given (G1.1). */
export const hasOtherApp = (piece: PieceId, answers: AnyAnswers): boolean =>
  piece === 'private_talk' && [answers.channels].flat().includes('other_e2ee')

/** Which consent lets an aide answer a piece. */
export const consentFor = (of: PieceScope): AideScope => (of === 'person' ? 'habits' : 'phones_and_apps')

/** What nobody can say for somebody else, whatever was consented to: that they have read it (CISA-0). */
const forOneself: readonly PieceId[] = ['guidance']
/** Whether somebody sees a piece and may answer it: their own always; another's as that person consented. */
export const mayAnswer = (actor: Pick<Actor, 'onBehalfOf'>, piece: PieceId): boolean =>
  sees(actor, consentFor(pieceShape(piece).of)) && !(actor.onBehalfOf && forOneself.includes(piece))

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

type SaidOfPiece = {
  confirmedOn: string
  guidanceVersion: string
  facts: AnyAnswers
  /** The day its holder last said what nobody else is asked; null where no such thing was said. */
  holderSaidOn?: string | null
}
/**
 * How fresh the answers of a piece are, by the interval of the organisation or, for updates, of the guidance. What was
 * asked under an older version of the guidance is due where a newer one has come with more about it.
 */
export function pieceFreshness(
  piece: PieceId,
  said: SaidOfPiece,
  today: string,
  intervals?: Intervals,
): Freshness {
  const fresh = freshnessOf(oldestSaidOn(piece, said), today, pieceInterval(piece, intervals))
  const beside = besideLook(piece, said, today, intervals) ?? 'current'
  const since = itemsNewSince(said.guidanceVersion)
  const changed = pieceShape(piece).items.some((item) => since.has(item)) ? 'due' : 'current'
  return freshnesses.findLast((one) => [fresh, beside, changed].includes(one)) ?? fresh
}

/** The same day, or the one of what only the holder may say, where that is asked and older. */
function oldestSaidOn(piece: PieceId, said: SaidOfPiece): string {
  const last = lastSaidOn(piece, said)
  const own = Object.values(pieceShape(piece).questions).some(
    (question: Question) => question.holderOnly && isAsked(question, said.facts),
  )
  return own && said.holderSaidOn && said.holderSaidOn < last ? said.holderSaidOn : last
}

/** The day something was last said in a piece: of updates, the day of the look where that came later. */
export function lastSaidOn(
  piece: PieceId,
  { confirmedOn, facts }: Omit<SaidOfPiece, 'guidanceVersion'>,
): string {
  const looked = piece === 'updates' ? facts.lastCheckedOn : null
  return typeof looked === 'string' && looked > confirmedOn ? looked : confirmedOn
}

/** How fresh the answers are that a weekly look does not renew (G6.1); null for pieces without one. */
export function besideLook(
  piece: PieceId,
  { confirmedOn }: Pick<SaidOfPiece, 'confirmedOn'>,
  today: string,
  intervals?: Intervals,
): Freshness | null {
  return piece === 'updates' ? freshnessOf(confirmedOn, today, intervalOf('G6.1', intervals)) : null
}

/** Days the answers of a piece count. */
export function pieceInterval(piece: PieceId, intervals?: Intervals): number {
  const { interval } = pieceShape(piece)
  return interval === null ? untilNextVersion : (intervals?.[interval] ?? intervalDays[interval])
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
