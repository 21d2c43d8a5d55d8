import { expect, test } from 'vitest'
import { capital, counted, digits, inWords, listed } from './numbers'

test('numbers below ten are words, larger ones digits with thousands apart', () => {
  expect([0, 1, 9, 10, 2310].map(inWords)).toEqual(['no', 'one', 'nine', '10', '2,310'])
  expect(digits(9)).toBe('9')
})

test('a count agrees with its noun', () => {
  const accounts = [0, 1, 6, 12].map((count) => counted(count, 'account'))
  expect(accounts).toEqual(['no accounts', 'one account', 'six accounts', '12 accounts'])
  expect(counted(2, 'person', 'people')).toBe('two people')
})

test('names are listed as they are spoken', () => {
  const names = ['Bank', 'Mailbox', 'Signal']
  expect([0, 1, 2, 3].map((count) => listed(names.slice(0, count)))).toEqual([
    '',
    'Bank',
    'Bank and Mailbox',
    'Bank, Mailbox and Signal',
  ])
  expect(capital('two of your accounts')).toBe('Two of your accounts')
})
