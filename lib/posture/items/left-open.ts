/** What is said of an item while an answer is missing: never that it is met, and what is known beside it. */
import type { ActionCode, LabelCode } from '@/lib/guidance/codes'
import { isOpenAnswer, type NoAnswer } from '@/lib/guidance/questions'
import { heldBack, type Ruling } from '@/lib/posture/ruling'

/** Held back for one missing answer: the piece is to be answered, or the setting looked at by who is not sure. */
export const leftOpen = (
  answer: NoAnswer,
  labels: readonly LabelCode[] = [],
  look: ActionCode = 'look_at_phone_setting',
): Ruling => heldBack(answer, answer === 'unanswered' ? 'answer_piece' : look, labels)

/** The missing one among several answers, unanswered before not sure; null where all were given. */
export function openAmong(...answers: readonly string[]): NoAnswer | null {
  if (answers.includes('unanswered')) return 'unanswered'
  return answers.find(isOpenAnswer) ?? null
}
