/** What age does to a verdict: nothing for the person, and in every total it counts as unknown (decision 2). */
import { type ItemId, itemIds } from '@/lib/guidance/codes'
import { type IntervalSetting, items } from '@/lib/guidance/items'
import { freshnessOf } from '@/lib/posture/ageing'
import type { Judgement } from '@/lib/posture/shapes'
import type { Freshness, UnknownKind, Verdict } from '@/lib/vocabulary'

export type Intervals = Readonly<Partial<Record<IntervalSetting, number>>>

/** Days an answer to this item counts, by the organisation's own setting; without settings the shipped default. */
export function intervalOf(item: Judgement['item'], intervals?: Intervals): number {
  const { days, setting } = items[item].interval
  return (setting && intervals?.[setting]) ?? days
}

/** @returns how fresh a judgement is; null where nothing was answered, for that cannot grow old. */
export function freshnessOfJudgement(
  judgement: Pick<Judgement, 'item' | 'confirmedOn'>,
  today: string,
  intervals?: Intervals,
): Freshness | null {
  if (judgement.confirmedOn === null) return null
  return freshnessOf(judgement.confirmedOn, today, intervalOf(judgement.item, intervals))
}

/**
 * The verdict as it enters a total: an old one, also "not applicable", is unknown, of the kind "old".
 * One that was unknown already keeps its kind.
 */
export function verdictForTotals(
  judgement: Pick<Judgement, 'item' | 'verdict' | 'unknownKind' | 'confirmedOn'>,
  today: string,
  intervals?: Intervals,
): { verdict: Verdict; unknownKind: UnknownKind | null } {
  const { verdict, unknownKind } = judgement
  const old = verdict !== 'unknown' && freshnessOfJudgement(judgement, today, intervals) === 'old'
  return old ? { verdict: 'unknown', unknownKind: 'old' } : { verdict, unknownKind }
}

/** The items whose answers count equally long, with the days: for judging the age of many rows at once. */
export function itemsByDays(intervals?: Intervals): ReadonlyMap<number, readonly ItemId[]> {
  const found = new Map<number, ItemId[]>()
  for (const item of itemIds) {
    const days = intervalOf(item, intervals)
    found.set(days, [...(found.get(days) ?? []), item])
  }
  return found
}
