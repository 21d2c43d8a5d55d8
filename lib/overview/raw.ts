/** What the database counts at the moment of a snapshot. Exact, so it never leaves the server: only `release` reads it. */
import type { ActionCode } from '@/lib/guidance/codes'
import type { Tier, Verdict } from '@/lib/vocabulary'
import type { ExceptionMeasure, GroupKey, Items, PeopleMeasure, ThingMeasure } from './measures'

/**
 * Everybody of one unit and one tier. Each person stands in exactly one cell; people without a unit share the
 * unit `none`. Deactivated people are in none. An answer that has grown old counts for nothing but `old`.
 */
export type RawCell = {
  unit: string
  tier: Tier
  /** Invited and not deactivated. */
  people: number
  counts: Readonly<Record<PeopleMeasure, number>>
}
/** Distinct people since the last release *of that group*; one who joined is not also counted as changed. */
export type Moved = {
  joined: number
  left: number
  /** Members then and now who said anything anew or took it back, or an answer of whom grew old. */
  changed: number
}
export type RawThing = {
  count: number
  /** Distinct people who own at least one of these. */
  people: number
  /** Distinct people who own at least one of what this is counted out of that is *not* one of these; 0 for a root. */
  others: number
}
export type RawChange = {
  action: ActionCode
  /** Accounts, lines or people it would be done on. */
  places: number
  people: number
  /** Ways in that would be no more. */
  ways: number
}
/** What no person can mend: the accounts on one service or the lines of one carrier. */
export type RawBeyondReach = { kind: 'service' | 'carrier'; id: string; count: number; people: number }
/** Exceptions, and how many people's differ from when those figures were last released; null where they never were. */
export type RawExceptions = {
  counts: Readonly<Record<ExceptionMeasure, RawThing>>
  changed: number | null
}
/**
 * Messaging apps in use: how many people use exactly these, the organisation's verdict on each (G1.3), and how many
 * people use others than when apps were last named; null where they never were.
 */
export type RawApps = {
  use: readonly { apps: readonly string[]; people: number }[]
  verdicts: Readonly<Record<string, Verdict>>
  changed: number | null
}

export type RawTotals = {
  /** The moment all of it was counted at, ISO 8601 in UTC. */
  asOf: string
  cells: readonly RawCell[]
  /** For every group that `previous` has figures of; others may be left out. */
  moved: Readonly<Partial<Record<GroupKey, Moved>>>
  /** A person's verdict on an item is the worst of that person's (guidance section 0); the parts add up to the tier. */
  items: Readonly<Record<Tier, Items<number>>>
  things: Readonly<Record<ThingMeasure, RawThing>>
  changes: readonly RawChange[]
  beyondReach: readonly RawBeyondReach[]
  exceptions: RawExceptions
  apps: RawApps
}
