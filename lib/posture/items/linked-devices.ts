/** G1.10 to G1.12 for one messaging app: the devices linked to it, as counts (guidance section 4). */
import type { PieceAnswers } from '@/lib/guidance/pieces'
import { appsThatLink } from '@/lib/guidance/pieces-of-apps'
import { isOpenAnswer } from '@/lib/guidance/questions'
import { intervalOf } from '@/lib/posture/aged'
import { countsUntil, dayAfter } from '@/lib/posture/ageing'
import type { Context } from '@/lib/posture/items/facts'
import type { Judge } from '@/lib/posture/items/rules'
import { heldBack, type Ruling, type Rulings, ruled, until } from '@/lib/posture/ruling'

type Answers = PieceAnswers<'linked_devices'>
const look = 'look_at_linked_devices'

/** An app PIN (registration lock) is beyond the guidance: it is recorded and judged nowhere. */
export const judgeLinkedDevices: Judge<'linked_devices'> = (said, { context, app }) => {
  const links = appsThatLink.includes(app?.serviceId ?? '')
  if (said.checked === 'not_offered' && !links) return noLinking
  // Whoever found no such list in an app that has one has not found it.
  const answers: Answers = said.checked === 'not_offered' ? { ...said, checked: 'not_sure' } : said
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
function onlyNeeded({ checked, linked, needed, needsAll }: Answers): Ruling {
  if (isOpenAnswer(checked)) return heldBack(checked, look)
  if (linked === '0') return ruled('met')
  if (isOpenAnswer(linked)) return heldBack(linked, look)
  if (isOpenAnswer(needed)) return heldBack(needed, look)
  if (linked === '4_or_more' && needed === '4_or_more' && needsAll !== 'yes' && needsAll !== 'no')
    return heldBack(needsAll === 'not_sure' ? 'not_sure' : 'unanswered', look)
  const tooMany = counts.indexOf(linked) > counts.indexOf(needed) || isMore(linked, needsAll)
  return tooMany ? ruled('partly_met', [], 'remove_unneeded_devices') : ruled('met')
}

const isMore = (linked: Answers['linked'], needsAll: Answers['needsAll']) =>
  linked === '4_or_more' && needsAll === 'no'

/** A device that nobody knows is an incident, not just a bad mark; also once it is removed. */
function unknownOnes({ checked, unknownFound }: Answers): Ruling {
  if (unknownFound === 'found_not_removed')
    return ruled('not_met', ['incident_to_report'], 'remove_unknown_device')
  if (unknownFound === 'found_and_removed') return ruled('met', ['incident_to_report'])
  if (unknownFound === 'none') return ruled('met')
  return heldBack(isOpenAnswer(checked) ? checked : unknownFound, look)
}
