/** When figures are made anew, and what the old ones still say. */
import type { Span } from './bands'
import type { ReleasedFigures, ShownGroup } from './figures'
import type { Bands } from './gate'
import type { GroupKey } from './measures'
import type { Moved } from './raw'

export type Renewal = {
  /** Groups to band anew, in order. The other speaking groups keep the figures they have. */
  renew: readonly GroupKey[]
  /** What a band of the last release still says about the group's count today. */
  widen: (group: GroupKey, band: Span) => Span
  /** Groups that had figures before. */
  before: readonly GroupKey[]
}

/**
 * A group is made anew once the answers of more than k of its members have changed (security D6, D9).
 *
 * People who joined or left do not count towards it: a colleague knows who they are, and could lay the whole
 * difference at their door. Whose answers changed nobody knows, so among k or more such people that difference
 * belongs to no one.
 */
export function renewalOf(
  previous: ReleasedFigures | null,
  moved: Readonly<Partial<Record<GroupKey, Moved>>>,
  crowd: { k: number; speaking: readonly GroupKey[]; sizes: ReadonlyMap<GroupKey, number> },
): Renewal {
  const before = [...crowd.sizes.keys()].filter((group) => previous?.groups[group]?.shown)
  const of = (group: GroupKey): Moved => {
    const found = moved[group]
    if (!found) throw new Error(`it is not said who moved in ${group} since its last figures`)
    return found
  }
  const speaking = crowd.speaking
  const frozen = new Set(speaking.filter((group) => before.includes(group) && of(group).changed <= crowd.k))
  const renew = speaking.filter((group) => !frozen.has(group))

  // A group that keeps its figures says that at most k of its members changed; so do its parts for the whole.
  const stayed = (group: GroupKey) => {
    const people = crowd.sizes.get(group) ?? 0
    return frozen.has(group) ? Math.min(crowd.k, people) : people
  }
  const units = [...crowd.sizes.keys()].filter((group) => group.startsWith('unit:'))
  const sum = (groups: readonly GroupKey[]) => groups.reduce((total, group) => total + stayed(group), 0)
  const all = Math.min(stayed('organisation'), sum(units), sum(['highly_targeted', 'standard']))
  const changed = (group: GroupKey) => Math.min(all, stayed(group))
  const widen = (group: GroupKey, band: Span): Span => ({
    low: Math.max(0, band.low - of(group).left - changed(group)),
    high: band.high + of(group).joined + changed(group),
  })
  return { renew, widen, before }
}

/** Whether figures of their own day stay as they are. @throws Error when it is not said how many people have changed */
export function tooFewChanged(changed: number | null, k: number, what: string): boolean {
  if (changed === null) throw new Error(`it is not said whose ${what} have changed since the last figures`)
  return changed <= k
}

/** What the last release says of each group's count today; `spanIn` finds the band in a group's old figures. */
export function knownOf(
  previous: ReleasedFigures | null,
  renewal: Renewal,
  spanIn: (row: ShownGroup) => Span | null,
): Bands {
  const known = new Map<GroupKey, Span>()
  for (const group of renewal.before) {
    const row = previous?.groups[group]
    const span = row?.shown ? spanIn(row) : null
    if (span) known.set(group, renewal.widen(group, span))
  }
  return known
}
