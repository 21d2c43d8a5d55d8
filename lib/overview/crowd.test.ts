import { expect, test } from 'vitest'
import { crowdOf, type Size } from './crowd'

const units = (...people: number[]): Size[] =>
  people.map((size, at) => ({ unit: 'abcdefg'[at] ?? '', tier: 'standard', people: size }))
const silence = (sizes: Size[], smallestGroup = 5, before: number | null = null) =>
  [...crowdOf(sizes, smallestGroup, before).silent].filter(([group]) => group.startsWith('unit:'))

test('k is five, ten in an organisation of more than a hundred, and what the setting raises it to', () => {
  expect(crowdOf(units(60, 40), 5, null)).toMatchObject({ k: 5, smallest: 9 })
  expect(crowdOf(units(60, 41), 5, null)).toMatchObject({ k: 10, smallest: 11 })
  expect(crowdOf(units(60, 40), 20, null)).toMatchObject({ k: 20, smallest: 21 })
})

test('k is never lowered, by the setting or by people leaving', () => {
  expect(crowdOf(units(60, 20), 5, 10).k).toBe(10)
  expect(crowdOf(units(60, 20), 5, 20).k).toBe(20)
})

test('a member who knows his own record still faces k others: the group has one more', () => {
  const { k, smallest } = crowdOf(units(80, 80), 12, null)
  expect(smallest).toBeGreaterThan(k)
})

test('a small group does not hide alone', () => {
  expect(silence(units(20, 15, 12, 3))).toEqual([
    ['unit:d', 'small_group'],
    ['unit:c', 'complement'],
  ])
})

test('small groups that make no crowd together get another one beside them', () => {
  expect(silence(units(20, 15, 12, 3, 4))).toEqual([
    ['unit:d', 'small_group'],
    ['unit:e', 'small_group'],
    ['unit:c', 'complement'],
  ])
  expect(silence(units(20, 15, 12, 5, 4)).map(([group]) => group)).toEqual(['unit:d', 'unit:e'])
})

test('where one tier is too small to be told of, neither is the other', () => {
  const sizes: Size[] = [...units(30, 20), { unit: 'a', tier: 'highly_targeted', people: 4 }]
  const { silent, speaking } = crowdOf(sizes, 5, null)
  expect(silent.get('highly_targeted')).toBe('small_group')
  expect(silent.get('standard')).toBe('complement')
  expect(speaking).toEqual(['organisation', 'unit:a', 'unit:b'])
})

test('where everybody is of one tier, the tiers say nothing that the organisation does not', () => {
  expect(crowdOf(units(30, 20), 5, null).speaking).toEqual(['organisation', 'unit:a', 'unit:b'])
})

test('an organisation of a few people is not told of at all', () => {
  expect(crowdOf(units(5, 3), 5, null).speaking).toEqual([])
})

test('groups are banded in an order that follows from sizes and ids alone', () => {
  const sizes = units(12, 30, 12)
  expect(crowdOf(sizes, 5, null).speaking).toEqual(crowdOf([...sizes].reverse(), 5, null).speaking)
})
