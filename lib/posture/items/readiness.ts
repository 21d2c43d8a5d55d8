/** R: whom to tell when something odd happens (guidance section 10). No verdict is ever passed on an incident. */
import { isOpenAnswer } from '@/lib/guidance/questions'
import type { Judge } from '@/lib/posture/items/rules'
import { heldBack, ruled } from '@/lib/posture/ruling'

export const judgeOddEvent: Judge<'odd_event'> = ({ knowsWhomToTell: knows }) => {
  if (isOpenAnswer(knows)) return [['R', heldBack(knows, 'note_whom_to_tell')]]
  return [['R', knows === 'yes' ? ruled('met') : ruled('not_met', [], 'note_whom_to_tell')]]
}
