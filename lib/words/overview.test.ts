import { expect, test } from 'vitest'
import { ownVerdictWords } from './leadership'
import { told, toldShare } from './overview'

const range = (low: number, high: number) => ({ shown: 'range', low, high }) as const

test('a band that reaches to everybody is told as "at least", where everybody is known', () => {
  expect(told(range(50, 57), 57)).toBe('at least 50')
  expect(told(range(50, 57))).toBe('50 to 57')
  expect(told(range(0, 9), 57)).toBe('at most 9')
  expect(told(range(10, 14), 57)).toBe('10 to 14')
})

test('a share is told with what it is of, and a wide one by the ends that are known', () => {
  const of = range(48, 57)
  expect(toldShare({ share: { is: 'between', low: 10, high: 40 }, of })).toBe('10% to 40% of 48 to 57')
  expect(toldShare({ share: { is: 'at_most', percent: 30 }, of }, 57)).toBe('at most 30% of at least 48')
  expect(toldShare({ share: null, of })).toBe('not shown')
})

test('carriers of the organisation’s lines are counted among those on record', () => {
  const { carriers } = ownVerdictWords
  expect(carriers({ met: 2, others: 1, notApplicable: 1 })).toBe(
    'Of three carriers on record, it is met at two. It does not apply at one.',
  )
  expect(carriers({ met: 0, others: 1, notApplicable: 0 })).toBe(
    'Of one carrier on record, it is met at none.',
  )
  expect(carriers({ met: 0, others: 0, notApplicable: 0 })).toBe('Nothing is said of any carrier yet.')
})
