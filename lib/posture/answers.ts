/** How several answers to "is it on?" are put together. A blank is never read as "off". */
import type { UnknownReason } from '@/lib/posture/ruling'
import type { MethodState, YesNo } from '@/lib/vocabulary'

export type Answer = 'on' | 'off' | 'not_sure' | 'unanswered'

const weight: Record<Answer, number> = { off: 0, not_sure: 1, unanswered: 2, on: 3 }

/** One known "on" is enough; else one missing answer leaves it open; only all "off" is off. */
export function anyOf(first: Answer, ...others: readonly Answer[]): Answer {
  let found = first
  for (const other of others) found = eitherOf(found, other)
  return found
}

export function eitherOf(one: Answer, other: Answer): Answer {
  if (one === 'on' || other === 'off') return one
  return weight[other] > weight[one] ? other : one
}

export function answerOf(state: MethodState): Answer {
  return state === 'not_offered' ? 'off' : state
}

export function isOpen(answer: Answer | YesNo): answer is 'not_sure' | 'unanswered' {
  return answer === 'not_sure' || answer === 'unanswered'
}

/** The kind of unknown that a set of answers leaves: an unanswered question comes before "not sure". */
export function reasonAmong(...answers: (Answer | YesNo)[]): UnknownReason {
  return answers.includes('unanswered') || !answers.includes('not_sure') ? 'unanswered' : 'not_sure'
}
