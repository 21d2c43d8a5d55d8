/** What leadership may see. Nothing here says more than the page does: what is hidden is absent, not covered. */
import type { ActionCode } from '@/lib/guidance/codes'
import type { GroupKey, Items, PeopleMeasure, ThingMeasure } from './measures'

/** Why there is no number: too few people, nearly nobody or nearly everybody, or it would give away another group. */
export type Why = 'small_group' | 'tail' | 'complement'
/** The true count is from `low` to `high`, both included; `about` names the multiple of five nearest the middle. */
export type Figure =
  | { shown: 'about'; value: number; low: number; high: number }
  | { shown: 'range'; low: number; high: number }
  | { shown: 'hidden'; why: Why }

export type GroupFigures =
  | {
      shown: true
      /** When these were counted: earlier than the release while too few people moved since (security D6). */
      asOf: string
      people: number
      figures: Readonly<Record<PeopleMeasure, Figure>>
      /** For the organisation and the tiers; empty for units. */
      items: Items<Figure>
    }
  | { shown: false; why: 'small_group' | 'complement' }

export type ChangeFigures = { action: ActionCode; places: Figure; ways: Figure }
export type BeyondReachFigures = { kind: 'service' | 'carrier'; id: string; count: Figure }

export type ReleasedFigures = {
  asOf: string
  /** The k of security D1: what `smallestGroup` and the size of the organisation made it; never lowered again. */
  k: number
  /** People a group needs before anything is said of it. */
  smallest: number
  groups: Readonly<Partial<Record<GroupKey, GroupFigures>>>
  things: Readonly<Record<ThingMeasure, Figure>>
  /** The one that closes most first; only those that at least five people could make. */
  changes: readonly ChangeFigures[]
  beyondReach: readonly BeyondReachFigures[]
}
