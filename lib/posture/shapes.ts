/** What the rules of posture give back. Ids and closed words only, so that all of it may be stored and counted. */
import type { ActionCode, ItemId, LabelCode } from '@/lib/guidance/codes'
import type { Level, Technique, UnknownKind, Verdict } from '@/lib/vocabulary'

/** One item judged for one account, line or person. */
export type Judgement = {
  item: ItemId
  scopeKind: 'person' | 'account' | 'line' | 'phone' | 'app'
  scopeId: string
  verdict: Verdict
  labels: readonly LabelCode[]
  /** Set if, and only if, the verdict is unknown. `old` is never set here: age is computed from dates. */
  unknownKind: Exclude<UnknownKind, 'old'> | null
  nextAction: ActionCode | null
  /** The oldest answer it rests on, 2026-11-23; null when nothing was answered. */
  confirmedOn: string | null
  enteredOn: string | null
  /** The first day on which it would be judged otherwise though nobody says anything; absent when there is none. */
  turnsOn?: string | null
}

/** One step of a chain: from here, by this means, on to the next. */
export type Hop = {
  kind: 'line' | 'account'
  id: string
  /** How the attacker goes on from here; null at the account the chain ends in. */
  by: 'text' | 'call' | 'mailed_code' | 'mailed_reset' | 'signs_in' | 'registration' | null
}
/** One path to one account by one technique: the thing that is counted. The chain ends in the account itself. */
export type WayIn = {
  accountId: string
  technique: Technique
  /** The technique at the chain's far end, where the attacker starts. */
  startsWith: Exclude<Technique, 'through_another_account'>
  chain: readonly Hop[]
}
export type AccountStanding = {
  accountId: string
  /**
   * Null while an answer that could lower it is missing; then atBest says the most it can be, else it is the level.
   * From level 3 on a missing answer could only raise it, and level 3 is told.
   */
  level: Level | null
  atBest: Level
  labels: readonly LabelCode[]
  ways: readonly WayIn[]
  weakest: WayIn | null
  /** Accounts it is no stronger than: falls with them. */
  fallsWith: readonly string[]
  /** Accounts in the same ring of recovery, itself left out. */
  ring: readonly string[]
}
export type LineStanding = {
  lineId: string
  /** Accounts that fall if this number is stolen, nearest first, each with its chain from the line. */
  falls: readonly { accountId: string; chain: readonly Hop[] }[]
  /** Ways in that start at this line. */
  waysIn: number
  labels: readonly LabelCode[]
}
export type Change = {
  action: ActionCode
  scopeKind: 'account' | 'line' | 'person'
  scopeId: string
  /** Ways in that are no longer there afterwards. */
  closes: number
  /** Accounts that lose at least one way in. */
  accounts: readonly string[]
  /** False when no person can make it: the service or carrier offers nothing better. */
  inReach: boolean
  /** A rough honest time for the person, in minutes. */
  minutes: number
}
export type PersonStanding = {
  /** The lowest account level; null when an unknown could lower it further, and when nothing is recorded. */
  level: Level | null
  atBest: Level | null
  waysIn: number
  waysByTechnique: Readonly<Record<Technique, number>>
  accounts: number
  lines: number
  /** Accounts with level 1 or below by way of a phone number. */
  opensByNumber: number
  highValue: number
  highValueWithFido: number
  highValueFidoOffered: number
  smsSecondFactor: number
  /** Of these, with another method on as well (weak fallback). */
  weakFallback: number
  smsForced: number
  smsAnywhere: boolean
  linesWithPin: number
  linesPinPossible: number
  linesCarrierOffersNone: number
  linesPinNotMet: number
  /** Item 6 of section 12: a line not met on G5.0 and an account with SMS as factor or recovery on that line. */
  exposedByNumber: boolean
  unanswered: number
  notSure: number
  next: Change | null
  /** What could be done, the one that closes most first. */
  changes: readonly Change[]
  cannotMend: readonly Change[]
}
export type Posture = {
  judgements: readonly Judgement[]
  accounts: readonly AccountStanding[]
  lines: readonly LineStanding[]
  person: PersonStanding
}
