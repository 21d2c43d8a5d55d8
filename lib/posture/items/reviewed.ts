/** "Reviewed in the interval": app permissions (iPhone 5, Android 7) and scans (Android 6). The calendar turns them. */
import type { ItemId } from '@/lib/guidance/codes'
import type { NoAnswer } from '@/lib/guidance/questions'
import { intervalOf } from '@/lib/posture/aged'
import { dayAfter, daysBetween } from '@/lib/posture/ageing'
import { leftOpen, openAmong } from '@/lib/posture/items/left-open'
import type { About } from '@/lib/posture/items/rules'
import { type Ruling, ruled, until } from '@/lib/posture/ruling'

/** In time carries the first day on which it was too long ago. */
export type Looked = { in: 'time'; lapsesOn: string } | { in: 'past' | NoAnswer }

/**
 * How long ago something was looked at, against the organisation's interval for the item.
 * @param on the day it was looked at, 2026-11-23; null where it was not said, which is unanswered.
 */
export function lookedAt(
  item: ItemId,
  did: 'yes' | 'never' | NoAnswer,
  on: string | null,
  { context }: About,
): Looked {
  if (did === 'never') return { in: 'past' }
  if (did !== 'yes') return { in: did }
  if (on === null) return { in: 'unanswered' }
  const days = intervalOf(item, context.intervals)
  return daysBetween(on, context.today) > days
    ? { in: 'past' }
    : { in: 'time', lapsesOn: dayAfter(on, days + 1) }
}

type Review = { reviewed: 'yes' | 'never' | NoAnswer; reviewedOn: string | null }
const good: readonly string[] = ['none', 'all']

/**
 * App permissions: never reviewed, or too long ago, is not met; something left that is not needed is partly met, also
 * beside an answer that is missing. @param left what the review left, each "none" or "all" where nothing is wanting.
 */
export function judgeReview(
  item: ItemId,
  { reviewed, reviewedOn }: Review,
  left: readonly string[],
  about: About,
): Ruling {
  const looked = lookedAt(item, reviewed, reviewedOn, about)
  const open = openAmong(...left)
  const lacking = left.some((one) => !good.includes(one) && openAmong(one) === null)
  if (looked.in === 'past') return ruled('not_met', [], 'review_permissions')
  if (looked.in !== 'time') return leftOpen(looked.in, lacking ? ['bad_so_far'] : [])
  if (lacking) return until(ruled('partly_met', [], 'take_back_permissions'), looked.lapsesOn)
  return until(open ? leftOpen(open, ['met_so_far']) : ruled('met'), looked.lapsesOn)
}
