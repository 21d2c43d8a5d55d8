/** Totals of a made-up organisation for tests: say what differs, everything else is nought. */
import type { Tier } from '@/lib/vocabulary'
import {
  exceptionMeasures,
  type GroupKey,
  type PeopleMeasure,
  peopleMeasures,
  recordOf,
  thingMeasures,
} from './measures'
import type { Moved, RawCell, RawTotals } from './raw'

export const cell = (
  unit: string,
  tier: Tier,
  people: number,
  counts: Partial<Record<PeopleMeasure, number>> = {},
): RawCell => ({ unit, tier, people, counts: recordOf(peopleMeasures, (measure) => counts[measure] ?? 0) })

export const still: Moved = { joined: 0, left: 0, changed: 0 }
export const movedEverywhere = (cells: readonly RawCell[], moved: Moved): Partial<Record<GroupKey, Moved>> =>
  Object.fromEntries(
    ['organisation', 'standard', 'highly_targeted', ...cells.map((each) => `unit:${each.unit}`)].map(
      (group) => [group, moved],
    ),
  )

const none = { count: 0, people: 0, others: 0 }
export const totals = (cells: readonly RawCell[], rest: Partial<RawTotals> = {}): RawTotals => ({
  asOf: '2026-11-16T06:00:00.000Z',
  cells,
  moved: {},
  items: { standard: {}, highly_targeted: {} },
  things: recordOf(thingMeasures, () => none),
  changes: [],
  beyondReach: [],
  exceptions: { counts: recordOf(exceptionMeasures, () => none), changed: 0 },
  apps: { use: [], verdicts: {}, changed: 0 },
  ...rest,
})
