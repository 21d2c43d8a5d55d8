/** What the organisation decides and no person can: its ruling is the verdict, and without one nobody is judged. */
import type { ActionCode, ItemId, LabelCode } from '@/lib/guidance/codes'
import { intervalDays } from '@/lib/guidance/items'
import { intervalOf } from '@/lib/posture/aged'
import { countsUntil, dayAfter } from '@/lib/posture/ageing'
import type { Context } from '@/lib/posture/items/facts'
import { heldBack, type Ruling, ruled, until } from '@/lib/posture/ruling'

/**
 * The organisation's word on a resolver as the verdict on one item, as old as that word.
 * @param instead what the person can do where the organisation does not trust it; null where they cannot do anything.
 */
export function ruledByOrganisation(
  item: ItemId,
  whose: 'employerDns' | 'otherResolvers',
  context: Context,
  instead: ActionCode | null,
  labels: readonly LabelCode[] = [],
): Ruling {
  const ruling = context.rulings[whose]
  if (ruling === null) return heldBack('never_asked', null, [...labels, 'ruling_awaited'])
  const all: LabelCode[] = [...labels, 'ruled_by_organisation']
  const word = ruling === 'trusted' ? ruled('met', all) : ruled('not_met', all, instead)
  return asOldAs(item, word, context.rulings.resolversCheckedOn, context)
}

/**
 * A verdict that rests on a ruling of the organisation. Once the ruling is older than the organisation's interval for
 * what it looks at yearly, the verdict stays what it is for the person, says so, and counts as old in every total
 * (guidance section 0); until then it turns on the day that this happens. What is unknown stays unknown.
 * @param checkedOn the day the organisation looked at it, 2026-11-23; null leaves the verdict as it is.
 */
export function asOldAs(item: ItemId, ruling: Ruling, checkedOn: string | null, context: Context): Ruling {
  if (checkedOn === null || ruling.verdict === 'unknown') return ruling
  const last = countsUntil(checkedOn, context.intervals?.yearly ?? intervalDays.yearly)
  if (context.today <= last) return until(ruling, earlier(dayAfter(last, 1), ruling.turnsOn))
  // Where answers to the item count longer than rulings do, the ruling's own day would not read as old.
  const reads = earlier(checkedOn, dayAfter(last, -intervalOf(item, context.intervals)))
  const on = earlier(reads, ruling.alsoRestsOn?.confirmedOn)
  return {
    ...ruling,
    labels: [...new Set<LabelCode>([...ruling.labels, 'ruling_is_old'])],
    alsoRestsOn: { confirmedOn: on, enteredOn: on },
  }
}

const earlier = (day: string, other: string | null | undefined) => (other && other < day ? other : day)
