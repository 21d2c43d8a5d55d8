import { expect, test } from 'vitest'
import { dice } from './attack.fixture'
import type { Span } from './bands'
import { narrowed, openIn, type Place, type Room, roomOf, type Table, tableOf } from './rooms'

type Point = { first: number; second: number; both: number }
const sides = ['first', 'second', 'both'] as const
const fits = (room: Room, point: Point) =>
  sides.every((side) => room[side].low <= point[side] && point[side] <= room[side].high)
const span = (low: number, high: number): Span => ({ low, high })

/** All states of a table with two rows, by trying each. */
function states(a: Room, b: Room, whole: Room) {
  const found: { a: Point; b: Point; whole: Point }[] = []
  const points = Array.from({ length: 49 }, (_, at): Point => {
    const [first, second] = [at % 7, Math.floor(at / 7)]
    return { first, second, both: first + second }
  })
  for (const p of points.filter((point) => fits(a, point)))
    for (const q of points.filter((point) => fits(b, point))) {
      const sum = { first: p.first + q.first, second: p.second + q.second, both: p.both + q.both }
      if (fits(whole, sum)) found.push({ a: p, b: q, whole: sum })
    }
  return found
}

test('what is open is exactly what some state reaches, whatever is known of rows and whole', () => {
  let compared = 0
  for (let seed = 1; seed <= 400; seed++) {
    const roll = dice(seed)
    const some = (high: number) => {
      const low = roll(0, 2)
      return roll(0, 1) ? span(0, high) : span(low, Math.max(low, roll(low, high)))
    }
    const row = () => [some(6), some(6), some(12)] as const
    const [a, b] = [row(), row()]
    const whole = [some(12), some(12), some(24)] as const
    const free = (room: readonly [Span, Span, Span]): Room => ({
      first: room[0],
      second: room[1],
      both: room[2],
    })
    const all = states(free(a), free(b), free(whole))
    if (all.length === 0) continue
    const table: Table = tableOf(
      roomOf(...whole),
      new Map([
        ['a', roomOf(...a)],
        ['b', roomOf(...b)],
      ]),
    )
    for (const side of sides)
      for (const row of ['a', 'b', null] as const) {
        const reached = all.map((state) => state[row ?? 'whole'][side])
        expect(openIn(table, { row, side })).toEqual(span(Math.min(...reached), Math.max(...reached)))
        compared++
      }
  }
  expect(compared).toBeGreaterThan(1000)
})

test('narrowing one place narrows the others by as much as it must', () => {
  const row = roomOf(span(0, 3), span(0, 9), span(0, 12))
  const place = (row: string | null): Place => ({ row, side: 'both' })
  const table = tableOf(
    roomOf(span(0, 6), span(0, 18), span(0, 24)),
    new Map([
      ['a', row],
      ['b', row],
    ]),
  )
  const known = narrowed(narrowed(table, place(null), span(20, 24)), place('a'), span(8, 12))
  expect(openIn(known, place('b'))).toEqual(span(8, 12))
  expect(openIn(known, { row: 'b', side: 'second' })).toEqual(span(5, 9))
})
