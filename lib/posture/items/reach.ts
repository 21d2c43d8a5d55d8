/** CISA-0: the short version of the guidance is read (guidance section 3). Reach, not protection. */
import { publishedOn } from '@/lib/guidance/history'
import { guidanceVersion } from '@/lib/guidance/version'
import { dayAfter } from '@/lib/posture/ageing'
import type { Judge, Unasked } from '@/lib/posture/items/rules'
import { heldBack, type Ruling, ruled, type UnknownReason, until } from '@/lib/posture/ruling'

export const judgeGuidance: Judge<'guidance'> = ({ read }, about) => {
  if (read === 'yes') return [['CISA-0', ruled('met')]]
  if (read === 'not_sure') return [['CISA-0', heldBack('not_sure', 'read_guidance')]]
  return [['CISA-0', notRead(about, 'unanswered')]]
}

/** Nobody said that they read it, or what they read was an earlier version. */
export const guidanceUnasked: Unasked = (about) => {
  const ruling = notRead(about, 'never_asked')
  return [['CISA-0', about.person.said.guidance ? { ...ruling, labels: ['guidance_changed'] } : ruling]]
}

/** Not met from the day after the due date on, unknown before. */
function notRead({ person, context }: Parameters<Unasked>[0], reason: UnknownReason): Ruling {
  const published = publishedOn(guidanceVersion)
  const asked = [person.askedOn, published].sort().at(-1) ?? published
  const overdue = dayAfter(asked, context.daysToBegin[person.tier] + 1)
  if (context.today >= overdue) return ruled('not_met', [], 'read_guidance')
  return until(heldBack(reason, 'read_guidance'), overdue)
}
