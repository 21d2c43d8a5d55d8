/** What the Today page makes of what is stored: what to offer next, which way in to show, what is still to ask. */

import type { PieceId } from '@/lib/guidance/pieces'
import type { StillOpen } from '@/lib/pieces/rules'
import { levelOfTechnique } from '@/lib/posture/entries'
import type { AccountStanding, WayIn } from '@/lib/posture/shapes'
import type { AskedCategory, PutOffReason, UnknownKind } from '@/lib/vocabulary'

/** Days until an action is offered again: one that was put off, and one that somebody cannot take. */
const notNowDays = 7
const cannotDays = 90

export const endOfPutOff = (reason: PutOffReason | null, now: Date): Date =>
  new Date(now.getTime() + (reason === null ? notNowDays : cannotDays) * 86_400_000)

/**
 * The way in that the page draws: the one that takes the attacker least, and of these the longest chain, because it
 * shows what falls together. `numberMoves` says whether moving the number works as well as reading its texts.
 */
export function weakestWay(
  standings: readonly AccountStanding[],
): { way: WayIn; numberMoves: boolean } | null {
  let found: AccountStanding | null = null
  for (const standing of standings) if (isWeaker(standing, found)) found = standing
  if (!found?.weakest) return null
  return {
    way: found.weakest,
    numberMoves: found.ways.some(({ startsWith }) => startsWith === 'number_moved'),
  }
}

function isWeaker({ weakest }: AccountStanding, than: AccountStanding | null): boolean {
  if (!weakest) return false
  if (!than?.weakest) return true
  const [level, other] = [weakest, than.weakest].map(({ startsWith }) => levelOfTechnique[startsWith])
  if (level === undefined || other === undefined || level !== other) return (level ?? 9) < (other ?? 9)
  return weakest.chain.length > than.weakest.chain.length
}

/** What an open question is told as. */
export type Open = Extract<UnknownKind, 'unanswered' | 'not_sure'>
export type ToAsk =
  | { about: 'first_line' }
  | { about: 'category'; category: AskedCategory }
  | { about: 'first_phone' | 'first_app' }
  | { about: 'account' | 'line'; id: string; name: string; open: Open }
  | { about: 'piece'; piece: PieceId; of: string; name: string; open: NonNullable<StillOpen> }

/** The first kind that any of them is of; null for none. */
export function openAs(kinds: readonly (UnknownKind | null)[]): Open | null {
  return (['unanswered', 'not_sure'] as const).find((kind) => kinds.includes(kind)) ?? null
}

/**
 * What is known and what is still to ask. A thing is known when no question about it waits for an answer of its holder;
 * a kind of account nobody was asked about, and a missing phone line, are questions of their own.
 */
export function knownAndToAsk(of: {
  units: readonly { kind: 'account' | 'line'; id: string; name: string; open: Open | null }[]
  /** Kinds asked about that have no account and were not said to have none. */
  categories: readonly AskedCategory[]
  lineMissing: boolean
  /** Phones or messaging apps: none is listed, and it was not said that there is none. */
  phoneMissing: boolean
  appMissing: boolean
  /** `of` is '' for one's own pieces. */
  pieces: readonly { piece: PieceId; of: string; about: string; open: StillOpen }[]
}): { known: number; toAsk: ToAsk[] } {
  const waiting = of.units.flatMap(({ kind, id, name, open }): ToAsk[] =>
    open ? [{ about: kind, id, name, open }] : [],
  )
  const inPieces = of.pieces.flatMap(({ piece, of, about, open }): ToAsk[] =>
    open ? [{ about: 'piece', piece, of, name: about, open }] : [],
  )
  return {
    known: of.units.length - waiting.length + (of.pieces.length - inPieces.length),
    toAsk: [
      ...(of.lineMissing ? [{ about: 'first_line' as const }] : []),
      ...waiting,
      ...(of.phoneMissing ? [{ about: 'first_phone' as const }] : []),
      ...(of.appMissing ? [{ about: 'first_app' as const }] : []),
      ...inPieces,
      ...of.categories.map((category) => ({ about: 'category' as const, category })),
    ],
  }
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening'

/** Takes an hour from 0 to 23. The small hours belong to the evening before. */
export function partOfDay(hour: number): PartOfDay {
  if (hour < 5 || hour >= 18) return 'evening'
  return hour < 12 ? 'morning' : 'afternoon'
}
