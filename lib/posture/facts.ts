/** What the rules of posture are given: one person's facts, nothing else. No clock, no database, no names. */
import type { AccountFacts } from '@/lib/accounts/facts'
import type { LineFacts } from '@/lib/lines/facts'
import type { ServiceFacts } from '@/lib/services/facts'
import type { Category, NamedFirstAnswers, noAnswer, OneOf, Tier } from '@/lib/vocabulary'

export type AccountInQuestion = {
  id: string
  /** Null for a service named freely: then FIDO and SMS facts come from the statement itself. */
  service: ServiceFacts | null
  facts: AccountFacts
  /** The day the person says it was true, 2026-11-23. */
  confirmedOn: string
  enteredOn: string
  /** When it came into the list, where that is known: a review of the list before that did not speak of it. */
  addedAt?: Date
}
export type LineInQuestion = {
  id: string
  /** Null when the carrier is named freely. One that offers no PIN is shown as what no person can mend. */
  carrier: ServiceFacts | null
  facts: LineFacts
  /** What the organisation's telecom record says of its own lines at this carrier; absent where there is none. */
  employer?: EmployerLine
  confirmedOn: string
  enteredOn: string
}
type Open = OneOf<typeof noAnswer>
type LockOfEmployer = 'on' | 'off' | 'not_offered' | Open
export type EmployerLine = {
  pin: 'yes' | 'no' | 'not_offered' | Open
  portOutLock: LockOfEmployer
  simChangeLock: LockOfEmployer
  secondStep: 'better_than_texts' | 'texts_only' | 'none' | 'no_online_account' | Open
  passwordAfterPin: 'yes' | 'no' | Open
  checkedOn: string
}
/** What the person said of the inventory as a whole (G2.1). */
export type InventoryStatement = {
  /** Categories the person said they have nothing in. */
  none: readonly Category[]
  /** Microsoft, Apple, Google (G2.2), where no such account is listed. */
  namedFirst: NamedFirstAnswers
  noLines: boolean
  leakReviewDoneOn: string | null
  /** The moment of it; null where it was not done. */
  leakReviewDoneAt: Date | null
  statedCompleteOn: string | null
  confirmedOn: string
}
export type PersonInQuestion = {
  id: string
  tier: Tier
  accounts: readonly AccountInQuestion[]
  lines: readonly LineInQuestion[]
  inventory: InventoryStatement | null
  /** The day it is, and the last day on which to have begun (G2.1); without it nothing is overdue. */
  begin?: { today: string; dueOn: string }
}
