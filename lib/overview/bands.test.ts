import { expect, test } from 'vitest'
import { bandOf, figureOf, type Span, shareOf } from './bands'

const bandsOf = (open: Span, size: number) => {
  const bands: string[] = []
  for (let count = open.low; count <= open.high; count++) {
    const { low, high } = bandOf(count, open, size)
    expect(low <= count && count <= high).toBe(true)
    if (bands.at(-1) !== `${low}-${high}`) bands.push(`${low}-${high}`)
  }
  return bands
}

test('a group is told in fives, and its last band reaches to everybody', () => {
  expect(bandsOf({ low: 0, high: 31 }, 31)).toEqual(['0-4', '5-9', '10-14', '15-19', '20-24', '25-31'])
  expect(bandsOf({ low: 0, high: 12 }, 12)).toEqual(['0-4', '5-12'])
  expect(bandsOf({ low: 0, high: 9 }, 9)).toEqual(['0-4', '5-9'])
})

test('a group too small for two bands is told by one, which says nothing', () => {
  expect(bandsOf({ low: 0, high: 8 }, 8)).toEqual(['0-8'])
  expect(figureOf({ low: 0, high: 8 }, 8)).toEqual({ shown: 'hidden', why: 'tail' })
  expect(figureOf({ low: 1, high: 12 }, 12)).toEqual({ shown: 'hidden', why: 'tail' })
})

test('from a hundred people on each band rounds to one multiple of five', () => {
  const bands = bandsOf({ low: 0, high: 438 }, 438)
  expect(bands.slice(0, 3)).toEqual(['0-7', '8-12', '13-17'])
  expect(bands.at(-1)).toBe('433-438')
  expect(figureOf({ low: 118, high: 122 }, 438)).toEqual({ shown: 'about', value: 120, low: 118, high: 122 })
})

test('at an end that other figures set, the band is wider than at none and all', () => {
  expect(bandsOf({ low: 3, high: 24 }, 31)).toEqual(['3-9', '10-14', '15-24'])
})

test('no band is narrower than five, and which bands there are does not depend on the count', () => {
  for (const size of [9, 10, 13, 31, 99, 100, 250]) {
    for (let low = 0; low <= Math.min(size, 12); low++) {
      for (let high = size; high >= Math.max(low, size - 12); high--) {
        const bands = bandsOf({ low, high }, size).map((band) => band.split('-').map(Number))
        expect(bands[0]?.[0]).toBe(low)
        expect(bands.at(-1)?.[1]).toBe(high)
        for (const [i, [from = 0, to = 0]] of bands.entries()) {
          if (bands.length > 1) expect(to - from + 1).toBeGreaterThanOrEqual(5)
          expect(bands[i + 1]?.[0] ?? high + 1).toBe(to + 1)
        }
      }
    }
  }
})

test('a share comes from the bands, and never says nobody or everybody', () => {
  const about = (low: number, high: number) => figureOf({ low, high }, 438)
  const exactly = (of: number) => ({ low: of, high: of })
  expect(shareOf(about(118, 122), exactly(438))).toEqual({ is: 'about', percent: 25 })
  expect(shareOf(about(0, 7), exactly(438))).toEqual({ is: 'under', percent: 5 })
  expect(shareOf(about(433, 438), exactly(438))).toEqual({ is: 'over', percent: 95 })
  expect(shareOf(figureOf({ low: 10, high: 14 }, 31), exactly(31))).toEqual({ is: 'about', percent: 40 })
  expect(shareOf(figureOf({ low: 5, high: 12 }, 12), exactly(12))).toBeNull()
  expect(shareOf({ shown: 'hidden', why: 'tail' }, exactly(438))).toBeNull()
})

test('a wide share is told by its ends, rounded outwards, and never by nobody or everybody', () => {
  const of = (low: number, high: number, size: number) =>
    shareOf(figureOf({ low, high }, size), { low: size, high: size })
  expect(of(11, 24, 57)).toEqual({ is: 'between', low: 15, high: 45 })
  expect(of(0, 13, 57)).toEqual({ is: 'at_most', percent: 25 })
  expect(of(44, 57, 57)).toEqual({ is: 'at_least', percent: 75 })
  expect(of(1, 57, 57)).toBeNull()
})

test('the less is known of the whole, the rougher is a share of it', () => {
  const about = figureOf({ low: 118, high: 122 }, 438)
  expect(shareOf(about, { low: 198, high: 202 })).toEqual({ is: 'about', percent: 60 })
  expect(shareOf(about, { low: 180, high: 220 })).toEqual({ is: 'about', percent: 60 })
  expect(shareOf(about, { low: 150, high: 250 })).toEqual({ is: 'between', low: 45, high: 85 })
  expect(shareOf(about, { low: 118, high: 122 })).toEqual({ is: 'over', percent: 95 })
})
