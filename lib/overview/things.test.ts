import { expect, test } from 'vitest'
import { dice } from './attack.fixture'
import { spanOf } from './bands'
import { outOf, recordOf, type ThingMeasure, thingMeasures } from './measures'
import { cell, totals } from './overview.fixture'
import type { RawThing } from './raw'
import { release } from './rules'

const told = (some: Partial<Record<ThingMeasure, RawThing>>, people = 60) => {
  const things = recordOf(thingMeasures, (measure) => some[measure] ?? { count: 0, people: 0, others: 0 })
  const cells = [cell('a', 'standard', people, { started: people })]
  return release(null, totals(cells, { things }), { smallestGroup: 5 }).things
}
const accounts = { count: 310, people: 55, others: 0 }

test('accounts that many people hold are told about', () => {
  const found = told({ accounts, text_opens: { count: 121, people: 40, others: 48 } })
  expect(found.accounts).toEqual({ shown: 'about', value: 310, low: 308, high: 312 })
  expect(found.text_opens).toEqual({ shown: 'about', value: 120, low: 118, high: 122 })
})

test('however many they are, accounts of four people are not told of', () => {
  expect(told({ accounts, text_opens: { count: 90, people: 4, others: 55 } }).text_opens.shown).toBe('hidden')
})

test('nor are they where all but four people have nothing else: it would say what everybody has', () => {
  expect(told({ accounts, text_opens: { count: 306, people: 55, others: 4 } }).text_opens.shown).toBe(
    'hidden',
  )
  expect(told({ accounts, text_opens: { count: 310, people: 55, others: 0 } }).text_opens.shown).toBe(
    'hidden',
  )
})

test('a part of accounts that are not told of is not told of', () => {
  const found = told({
    accounts,
    text_second_factor: { count: 20, people: 3, others: 55 },
    weak_fallback: { count: 15, people: 3, others: 2 },
  })
  expect(found.weak_fallback.shown).toBe('hidden')
})

test('four accounts more or less say nothing of how many people hold them', () => {
  for (let people = 5; people <= 9; people++) {
    const found = spanOf(told({ accounts, text_opens: { count: people, people, others: 50 } }).text_opens)
    expect(found).toEqual({ low: 5, high: 17 })
  }
})

test('every number of things holds the true one', () => {
  let shown = 0
  for (let seed = 1; seed <= 200; seed++) {
    const roll = dice(seed)
    const some: Partial<Record<ThingMeasure, RawThing>> = {}
    for (const measure of thingMeasures) {
      const container = outOf[measure]
      const whole = container === null ? null : (some[container] ?? null)
      const count = whole ? roll(0, whole.count) : roll(0, 400)
      const owners = (things: number) =>
        Math.min(things, roll(Math.min(things, 1), whole?.people ?? 60), whole?.people ?? 60)
      some[measure] = { count, people: owners(count), others: whole ? owners(whole.count - count) : 0 }
    }
    for (const [measure, figure] of Object.entries(told(some))) {
      const span = spanOf(figure)
      const count = some[measure as ThingMeasure]?.count ?? 0
      if (!span) continue
      expect(span.low <= count && count <= span.high).toBe(true)
      expect(span.high - span.low).toBeGreaterThanOrEqual(4)
      shown++
    }
  }
  expect(shown).toBeGreaterThan(300)
})

test('what no person can mend is listed where five people share it, by what is shown', () => {
  const beyondReach = [
    { kind: 'service' as const, id: 'pier', count: 38, people: 31 },
    { kind: 'carrier' as const, id: 'quay', count: 39, people: 33 },
    { kind: 'service' as const, id: 'mole', count: 12, people: 4 },
  ]
  const cells = [cell('a', 'standard', 60, { started: 60 })]
  const found = release(null, totals(cells, { beyondReach }), { smallestGroup: 5 }).beyondReach
  expect(found.map(({ id }) => id)).toEqual(['quay', 'pier'])
})
