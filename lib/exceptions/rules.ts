/** What an exception is on a day, and what may become one (guidance section 0, "Exceptions"). */
import type { ItemId } from '@/lib/guidance/codes'
import { totalOf } from '@/lib/guidance/items'
import type { ExceptionEnd, ExceptionOutcome, Verdict } from '@/lib/vocabulary'

/** Days from today that one may last at most. */
const mostDays = 366
/** Days before its end from which one is said to be ending. */
export const endingDays = 30

export const exceptionStates = ['asked', 'refused', 'accepted', 'ended', 'withdrawn'] as const
export type ExceptionState = (typeof exceptionStates)[number]

type Row = {
  outcome: ExceptionOutcome | null
  endsOn: string
  endedAt: Date | null
  endedWhy: ExceptionEnd | null
}

/** @param today a calendar day in the organisation's time zone. It counts on its last day, and on the next no more. */
export function stateOf({ outcome, endsOn, endedAt, endedWhy }: Row, today: string): ExceptionState {
  if (endedAt) return endedWhy === 'withdrawn' ? 'withdrawn' : 'ended'
  if (outcome === null) return 'asked'
  if (outcome === 'refused') return 'refused'
  return endsOn >= today ? 'accepted' : 'ended'
}

/** The last day that may be asked for today. */
export const lastDay = (today: string) => dayAfter(today, mostDays)

/** The last day of those that are said to be ending. */
export const lastEndingDay = (today: string) => dayAfter(today, endingDays)

/** Is this a day that an exception may end on? From tomorrow, and not too far away. */
export const mayEndOn = (endsOn: string, today: string) => endsOn > today && endsOn <= lastDay(today)

/** Only what is known to be short of the guidance can be accepted: the unknown has to be answered first. */
export const mayBeAccepted = (verdict: Verdict): verdict is 'not_met' | 'partly_met' =>
  verdict === 'not_met' || verdict === 'partly_met'

/**
 * What is offered of all that falls short of the guidance on one account or line: its single items. A total is offered
 * only where no item of it falls short, for the two would say nearly the same.
 */
export const offeredOf = <Short extends { item: ItemId }>(short: readonly Short[]): Short[] =>
  short.filter(({ item }) => !short.some((other) => totalOf(other.item) === item))

/** What stands beside a total: that all of it that falls short is accepted, until the first of these days, or asked for. */
export function besideTotal<
  Judged extends { item: ItemId; verdict: Verdict; acceptedUntil: string | null; exceptionAsked: boolean },
>(total: Judged, judged: readonly Judged[]): Judged {
  const short = judged.filter(({ item, verdict }) => totalOf(item) === total.item && mayBeAccepted(verdict))
  const until = short.flatMap(({ acceptedUntil }) => acceptedUntil ?? []).sort()
  const all = short.length > 0 && until.length === short.length
  return {
    ...total,
    acceptedUntil: total.acceptedUntil ?? (all ? (until[0] ?? null) : null),
    exceptionAsked: total.exceptionAsked || short.some(({ exceptionAsked }) => exceptionAsked),
  }
}

/**
 * Whether somebody may decide on it: never who asked for it, and never the holder (two people, section 0).
 * @returns who they are in it, or null where nothing is against it.
 */
export function barredFromDeciding(
  of: { personId: string; requestedBy: string },
  actorId: string,
): 'holder' | 'asked' | null {
  if (of.personId === actorId) return 'holder'
  return of.requestedBy === actorId ? 'asked' : null
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
