/** What leadership may see. Nothing here says more than the page does: what is hidden is absent, not covered. */
import type { ActionCode } from '@/lib/guidance/codes'
import type { Span } from './bands'
import type { ExceptionMeasure, GroupKey, Items, PeopleMeasure, ThingMeasure } from './measures'

/** Why there is no number: too few people, too near to nobody or everybody, or it would give another group away. */
export type Why = 'small_group' | 'tail' | 'complement'
/** The true count is from `low` to `high`, both included; `about` names the multiple of five it rounds to. */
export type Figure =
  | { shown: 'about'; value: number; low: number; high: number }
  | { shown: 'range'; low: number; high: number }
  | { shown: 'hidden'; why: Why }

export type ShownGroup = {
  shown: true
  /** When these were counted: earlier than the release while too few answers have changed since (security D6). */
  asOf: string
  people: number
  figures: Readonly<Record<PeopleMeasure, Figure>>
  /** For the organisation and the tiers: bands of the running totals over `itemParts`; `partsOf` takes them apart. */
  items: Items<Span>
}
export type HiddenGroup = { shown: false; why: 'small_group' | 'complement' }
export type GroupFigures = ShownGroup | HiddenGroup

export type ChangeFigures = { action: ActionCode; places: Figure; ways: Figure }
export type BeyondReachFigures = { kind: 'service' | 'carrier'; id: string; count: Figure }
/** Counted for the organisation only, as of the organisation's own date. */
export type OrganisationFigures = {
  things: Readonly<Record<ThingMeasure, Figure>>
  /** The one that closes most first; only those that five people or more could make. */
  changes: readonly ChangeFigures[]
  beyondReach: readonly BeyondReachFigures[]
}

/** Exceptions of the whole organisation, and the day they were counted: earlier while too few have changed since. */
export type ExceptionFigures = { asOf: string } & Readonly<Record<ExceptionMeasure, Figure>>
/**
 * The messaging apps that a crowd uses, by id; and of all others together the worst verdict that a crowd shares, where
 * that is bad or not known. Null says nothing: neither that there are others, nor what is thought of them.
 */
export type AppFigures = {
  asOf: string
  named: readonly string[]
  others: 'not_met' | 'unknown' | null
}

export type ReleasedFigures = OrganisationFigures & {
  asOf: string
  /** The k of security D1: what the setting and the size of the organisation made it; never lowered again. */
  k: number
  /** People a group needs before anything is said of it. */
  smallest: number
  groups: Readonly<Partial<Record<GroupKey, GroupFigures>>>
  /** Absent in releases from before these were counted. */
  exceptions?: ExceptionFigures
  apps?: AppFigures
}
