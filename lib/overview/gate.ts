import type { Tier } from '@/lib/vocabulary'
import { bandOf, everything, holds, meet, type Span } from './bands'
import type { GroupKey } from './measures'
import { narrowed, openIn, type Place, type Room, roomOf, type Table, tableOf } from './rooms'

/** How many people stand in one unit and tier, and how many of them are counted. */
export type Cell = { unit: string; tier: Tier; people: number; counted: number }
export type Bands = ReadonlyMap<GroupKey, Span>
/** Who is in which group: known to any colleague with a staff list. */
export type Counts = ReadonlyMap<GroupKey, { people: number; counted: number }>

/**
 * The band of each group's count of one measure, such that no figure can be had from the others by subtraction
 * (security D1, D2, D4).
 *
 * Groups are banded one after the other. Before each, what its count can still be is worked out exactly from the
 * bands already given: units add up to the organisation and so do tiers, and whoever is counted is counted in the
 * `container` too. Its bands are laid over that, never narrower than five counts. The counts of units by tiers form a
 * network; cutting a network between two of its open ends leaves every count in it open that was open before. So
 * nobody's value becomes certain, and no group too small to be shown gets an exact count.
 *
 * @param publish the groups to band now, in an order that follows from sizes alone
 * @param known what earlier releases still say of a group's count today
 * @param container the bands of the measure that this one is a part of
 */
export function bandsOf(
  cells: readonly Cell[],
  publish: readonly GroupKey[],
  known: Bands,
  container: Bands | null,
) {
  const groups = countsOf(cells)
  const of = (group: GroupKey) => groups.get(group) ?? { people: 0, counted: 0 }
  const outer = (group: GroupKey) =>
    meet({ low: 0, high: of(group).people }, container?.get(group) ?? everything)
  const inner = (group: GroupKey) => meet({ low: 0, high: outer(group).high }, known.get(group) ?? everything)
  let tables = [byUnitAndTier(cells, inner), ...(container ? nestedTables(cells, inner, outer) : [])]

  const bands = new Map<GroupKey, Span>()
  for (const group of publish) {
    const { people, counted } = of(group)
    const open = tables.map(({ table, place }) => openAt(table, place(group))).reduce(meet)
    // A count that contradicts what is known already is told by nothing at all.
    const band = holds(open, counted) ? bandOf(counted, open, people) : { low: 0, high: people }
    bands.set(group, band)
    tables = tables.map(({ table, place }) => {
      const at = place(group)
      return { table: at ? narrowed(table, at, band) : table, place }
    })
  }
  return bands
}

type Placed = { table: Table; place: (group: GroupKey) => Place | null }
const openAt = (table: Table, place: Place | null) => (place ? openIn(table, place) : everything)

/** Units are the rows; the two tiers are the two sides. */
function byUnitAndTier(cells: readonly Cell[], inner: (group: GroupKey) => Span): Placed {
  const size = (unit: string, tier: Tier): Span => ({
    low: 0,
    high: sum(cells.filter((cell) => cell.unit === unit && cell.tier === tier).map((cell) => cell.people)),
  })
  const rows = new Map(
    unitsOf(cells).map((unit): [string, Room] => [
      `unit:${unit}`,
      roomOf(size(unit, 'highly_targeted'), size(unit, 'standard'), inner(`unit:${unit}`)),
    ]),
  )
  const whole = roomOf(inner('highly_targeted'), inner('standard'), inner('organisation'))
  const side = { highly_targeted: 'first', standard: 'second' } as const
  const place = (group: GroupKey): Place =>
    group === 'highly_targeted' || group === 'standard'
      ? { row: null, side: side[group] }
      : { row: group === 'organisation' ? null : group, side: 'both' }
  return { table: tableOf(whole, rows), place }
}

/** Units are the rows, then tiers; the two sides are those counted and the rest of the container. */
function nestedTables(
  cells: readonly Cell[],
  inner: (group: GroupKey) => Span,
  outer: (group: GroupKey) => Span,
): Placed[] {
  const split = (group: GroupKey) => roomOf(inner(group), { low: 0, high: outer(group).high }, outer(group))
  const partitions: GroupKey[][] = [
    unitsOf(cells).map((unit): GroupKey => `unit:${unit}`),
    ['highly_targeted', 'standard'],
  ]
  return partitions.map((rows) => ({
    table: tableOf(split('organisation'), new Map(rows.map((row): [string, Room] => [row, split(row)]))),
    place: (group) => {
      if (group === 'organisation') return { row: null, side: 'first' }
      return rows.includes(group) ? { row: group, side: 'first' } : null
    },
  }))
}

export function countsOf(cells: readonly Cell[]): Counts {
  const groups = new Map<GroupKey, { people: number; counted: number }>()
  for (const { unit, tier, people, counted } of cells)
    for (const group of ['organisation', tier, `unit:${unit}`] as const) {
      const before = groups.get(group) ?? { people: 0, counted: 0 }
      groups.set(group, { people: before.people + people, counted: before.counted + counted })
    }
  return groups
}
const unitsOf = (cells: readonly Cell[]) => [...new Set(cells.map((cell) => cell.unit))]
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
