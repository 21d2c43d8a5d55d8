import { spanOf } from './bands'
import type { ReleasedFigures } from './figures'
import { type Bands, bandsOf } from './gate'
import { type PeopleMeasure, partOf } from './measures'
import type { RawCell } from './raw'
import { knownOf, type Renewal } from './renewal'

/** The bands of every group that is made anew. A measure comes after the one that it is a part of, and within it. */
export function peopleBandsOf(
  previous: ReleasedFigures | null,
  cells: readonly RawCell[],
  renewal: Renewal,
  measures: readonly PeopleMeasure[],
): ReadonlyMap<PeopleMeasure, Bands> {
  const bands = new Map<PeopleMeasure, Bands>()
  for (const measure of measures) {
    const counted = cells.map((cell) => ({ ...cell, counted: cell.counts[measure] }))
    const known = knownOf(previous, renewal, (row) => spanOf(row.figures[measure]))
    const container = partOf[measure]
    const within = container === null ? null : (bands.get(container) ?? null)
    bands.set(measure, new Map([...known, ...bandsOf(counted, renewal.renew, known, within)]))
  }
  return bands
}
