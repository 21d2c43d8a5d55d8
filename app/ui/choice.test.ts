import { expect, test } from 'vitest'
import { notSureLast } from './choice'
import { unknownLast } from './stacked-bar'

test('“I’m not sure” is the last choice wherever it was listed', () => {
  const choices = ['not_sure', 'on', 'off'].map((value) => ({ value, label: value }))
  expect(notSureLast(choices).map(({ value }) => value)).toEqual(['on', 'off', 'not_sure'])
})

test('unknown is the end of a bar wherever it was listed', () => {
  const parts = (['unknown', 1, 4] as const).map((mark) => ({ mark, count: 1 }))
  expect(unknownLast(parts).map(({ mark }) => mark)).toEqual([1, 4, 'unknown'])
})
