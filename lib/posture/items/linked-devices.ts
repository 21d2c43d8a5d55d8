/** G1.10 to G1.12 for one messaging app: the devices linked to it, as counts (guidance section 4). */
import type { PieceAnswers } from '@/lib/guidance/pieces'
import { isOpenAnswer } from '@/lib/guidance/questions'
import { intervalOf } from '@/lib/posture/aged'
import { countsUntil, dayAfter } from '@/lib/posture/ageing'
import type { Context } from '@/lib/posture/items/facts'
import type { Judge } from '@/lib/posture/items/rules'
import { heldBack, type Ruling, type Rulings, ruled, until } from '@/lib/posture/ruling'

type Answers = PieceAnswers<'linked_devices'>
const look = 'look_at_linked_devices'

/** An app PIN (registration lock) is beyond the guidance: it is recorded and judged nowhere. */
export const judgeLinkedDevices: Judge<'linked_devices'> = (answers, { context }) => {
  if (answers.checked === 'not_offered') return noLinking
  return [
    ['G1.10', lookedAt(answers, context)],
    ['G1.11', onlyNeeded(answers)],
    ['G1.12', unknownOnes(answers)],
  ]
}
const noLinking: Rulings = [
  ['G1.10', ruled('not_applicable')],
  ['G1.11', ruled('not_applicable')],
  ['G1.12', ruled('not_applicable')],
]

function lookedAt({ checked, checkedOn }: Answers, context: Context): Ruling {
  if (isOpenAnswer(checked)) return heldBack(checked, look)
  if (checked === 'never') return ruled('not_met', [], look)
  if (checkedOn === null) return heldBack('unanswered', look)
  const last = countsUntil(checkedOn, intervalOf('G1.10', context.intervals))
  if (context.today > last) return ruled('not_met', ['looked_long_ago'], look)
  return until(ruled('met'), dayAfter(last, 1))
}

const counts: readonly string[] = ['0', '1', '2', '3', '4_or_more']
function onlyNeeded({ checked, linked, needed }: Answers): Ruling {
  if (isOpenAnswer(checked)) return heldBack(checked, look)
  if (linked === '0') return ruled('met')
  if (isOpenAnswer(linked)) return heldBack(linked, look)
  if (isOpenAnswer(needed)) return heldBack(needed, look)
  const tooMany = counts.indexOf(linked) > counts.indexOf(needed)
  return tooMany ? ruled('partly_met', [], 'remove_unneeded_devices') : ruled('met')
}

/** A device that nobody knows is an incident, not just a bad mark; also once it is removed. */
function unknownOnes({ checked, unknownFound }: Answers): Ruling {
  if (unknownFound === 'found_not_removed')
    return ruled('not_met', ['incident_to_report'], 'remove_unknown_device')
  if (unknownFound === 'found_and_removed') return ruled('met', ['incident_to_report'])
  if (unknownFound === 'none') return ruled('met')
  return heldBack(isOpenAnswer(checked) ? checked : unknownFound, look)
}
