/**
 * What somebody who knows every figure given so far cannot rule out.
 *
 * A room bounds two counts and their sum. Such bounds are difference constraints, so sums, differences and
 * intersections of rooms are exact in whole numbers: every end that a room names is reached by some true state.
 * A table is a list of rooms that add up to a whole.
 */
import { meet, type Span } from './bands'

export type Side = 'first' | 'second' | 'both'
export type Room = Readonly<Record<Side, Span>>
export type Table = { readonly whole: Room; readonly rows: ReadonlyMap<string, Room>; readonly sum: Room }
/** A place in a table: one row's count, or, without a row, that of the whole. */
export type Place = { row: string | null; side: Side }

export function roomOf(first: Span, second: Span, both: Span): Room {
  return {
    first: meet(first, { low: both.low - second.high, high: both.high - second.low }),
    second: meet(second, { low: both.low - first.high, high: both.high - first.low }),
    both: meet(both, { low: first.low + second.low, high: first.high + second.high }),
  }
}

export function tableOf(whole: Room, rows: ReadonlyMap<string, Room>): Table {
  const nothing = { low: 0, high: 0 }
  return {
    whole,
    rows,
    sum: [...rows.values()].reduce(add, { first: nothing, second: nothing, both: nothing }),
  }
}

/** All that the count at this place can still be. */
export function openIn(table: Table, { row, side }: Place): Span {
  const room = row === null ? table.sum : table.rows.get(row)
  if (!room) throw new Error(`no row ${row}`)
  const others = row === null ? table.whole : minus(table.whole, without(table.sum, room))
  return meetRooms(room, others)[side]
}

/** The table once it is known that the count at this place is within `span`. */
export function narrowed(table: Table, { row, side }: Place, span: Span): Table {
  const room = row === null ? table.whole : table.rows.get(row)
  if (!room) throw new Error(`no row ${row}`)
  const sides = { ...room, [side]: meet(room[side], span) }
  const next = roomOf(sides.first, sides.second, sides.both)
  if (row === null) return { ...table, whole: next }
  return {
    ...table,
    rows: new Map(table.rows).set(row, next),
    sum: add(without(table.sum, room), next),
  }
}

const each = (of: (side: Side) => Span): Room => ({
  first: of('first'),
  second: of('second'),
  both: of('both'),
})
function meetRooms(a: Room, b: Room): Room {
  const sides = each((side) => meet(a[side], b[side]))
  return roomOf(sides.first, sides.second, sides.both)
}
const add = (a: Room, b: Room) =>
  each((side) => ({ low: a[side].low + b[side].low, high: a[side].high + b[side].high }))
/** The bounds of a sum with one of its terms taken out again. */
const without = (sum: Room, term: Room) =>
  each((side) => ({ low: sum[side].low - term[side].low, high: sum[side].high - term[side].high }))
/** The bounds of all differences between the two. */
const minus = (a: Room, b: Room) =>
  each((side) => ({ low: a[side].low - b[side].high, high: a[side].high - b[side].low }))
