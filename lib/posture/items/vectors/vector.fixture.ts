/**
 * Answers to one piece and what they come to under one item, as data: the tests beside the rules run them, and the walk
 * through the catalogue counts them. Labels, next action and the day it turns are left out where there is none.
 */
import type { ActionCode, ItemId, LabelCode } from '@/lib/guidance/codes'
import { type PieceAnswers, type PieceId, pieceShape } from '@/lib/guidance/pieces'
import { type AnswersTo, blankAnswers, settledAnswers } from '@/lib/guidance/questions'
import { guidanceVersion } from '@/lib/guidance/version'
import {
  type AppInQuestion,
  type Context,
  noRulings,
  type PersonInPieces,
  type PhoneInQuestion,
  type Said,
} from '@/lib/posture/items/facts'
import { judgePieces } from '@/lib/posture/items/rules'
import type { Judgement } from '@/lib/posture/shapes'
import type { Verdict } from '@/lib/vocabulary'

type VectorOf<Piece extends PieceId> = {
  item: ItemId
  /** The case in words, such as "a VPN used on journeys only is still used". A trap of the guidance is named so. */
  says: string
  piece: Piece
  /** What was answered; questions that are left out are blank. Null where the piece was never opened. */
  answers: Partial<PieceAnswers<Piece>> | null
  verdict: Verdict
  labels?: readonly LabelCode[]
  nextAction?: ActionCode | null
  unknownKind?: Judgement['unknownKind']
  turnsOn?: string
  context?: Partial<Context>
  person?: Partial<PersonInPieces>
  phone?: Partial<PhoneInQuestion>
  /** Other pieces of the same phone, app or person that the verdict hangs on. */
  beside?: { readonly [Other in PieceId]?: Partial<PieceAnswers<Other>> }
  app?: Partial<AppInQuestion>
  /** The day it was last said to be true; today by default. */
  confirmedOn?: string
  /** The day its holder last said what only they are asked; left out where that was not said. */
  holderSaidOn?: string
}
export type Vector = { [Piece in PieceId]: VectorOf<Piece> }[PieceId]

/** Every vector is judged on this day, unless its context says another. */
export const today = '2026-11-23'
const ids = { person: 'sam', phone: 'sams-phone', app: 'sams-app' }

/** The one judgement of the vector's item. Throws where there is none, or more than one. */
export function judgedVector(vector: Vector): Judgement {
  const context: Context = {
    today,
    daysToBegin: { standard: 30, highly_targeted: 14 },
    rulings: noRulings,
    ...vector.context,
  }
  const found = judgePieces(personOf(vector), context).filter(({ item }) => item === vector.item)
  const [judgement] = found
  if (!judgement || found.length > 1)
    throw new Error(`${vector.item}: ${found.length} judgements, "${vector.says}"`)
  return judgement
}

/** What a test compares: all that a verdict comes with, but for the dates it rests on. */
export function outcomeOf(vector: Vector): Pick<Vector, 'verdict'> & Record<string, unknown> {
  const { verdict, labels, nextAction, unknownKind, turnsOn } = judgedVector(vector)
  return { verdict, labels, nextAction, unknownKind, turnsOn: turnsOn ?? null }
}
export const expectedOf = (vector: Vector) => ({
  verdict: vector.verdict,
  labels: vector.labels ?? [],
  nextAction: vector.nextAction ?? null,
  unknownKind: vector.unknownKind ?? null,
  turnsOn: vector.turnsOn ?? null,
})

function personOf(vector: Vector): PersonInPieces {
  const { of } = pieceShape(vector.piece)
  const said = saidIn(vector)
  return {
    id: ids.person,
    tier: 'standard',
    askedOn: '2026-11-02',
    said: of === 'person' ? said : {},
    phones:
      of === 'phone' ? [{ id: ids.phone, hardware: null, modelNamed: false, said, ...vector.phone }] : [],
    apps: of === 'app' ? [{ id: ids.app, serviceId: 'signal', sentNameId: null, said, ...vector.app }] : [],
    saidNone: { phone: null, app: null },
    vaultAccounts: { apple: null, google: null },
    ...vector.person,
  }
}

/** A phone of the kind the piece is for, so that the piece is asked at all. */
function saidIn(vector: Vector): Readonly<Record<string, Said<never>>> {
  const { of, platform = 'iphone' } = pieceShape(vector.piece)
  const told: Readonly<Record<string, object | null>> = { ...vector.beside, [vector.piece]: vector.answers }
  const kind =
    of === 'phone' && told.this_phone !== null ? { this_phone: { platform, ...told.this_phone } } : {}
  const answered = { ...told, ...kind }
  return Object.fromEntries(
    Object.entries(answered).flatMap(([piece, answers]) =>
      answers === null ? [] : [[piece, statement(piece as PieceId, answers, vector)]],
    ),
  )
}

function statement(
  piece: PieceId,
  answers: object,
  { confirmedOn = today, holderSaidOn }: Pick<Vector, 'confirmedOn' | 'holderSaidOn'>,
): Said<never> {
  const { questions } = pieceShape(piece)
  const facts = { ...blankAnswers(questions), ...answers } as AnswersTo<typeof questions>
  const notAsked = Object.entries(settledAnswers(questions, facts)).filter(
    ([name, answer]) => JSON.stringify(answer) !== JSON.stringify(facts[name]),
  )
  if (notAsked.length > 0)
    throw new Error(`${piece} does not ask ${notAsked.map(([name]) => name).join(', ')}`)
  return {
    facts,
    confirmedOn,
    enteredOn: confirmedOn,
    guidanceVersion,
    holderSaidOn,
  } as unknown as Said<never>
}
