import { describe, expect, test } from 'vitest'
import { besides, copiesOpenedByNumber } from '@/lib/accounts/code-apps'
import type { Category } from '@/lib/vocabulary'

const listed = (id: string, serviceId: string | null, category: Category = 'cloud') => ({
  ...{ id, serviceId, category, name: `${id} of Sam` },
})
const all = [
  listed('gmail', 'google', 'email'),
  listed('outlook', 'microsoft', 'email'),
  listed('work', 'microsoft-365', 'email'),
  listed('icloud', 'apple'),
  listed('vault', '1password', 'password_manager'),
  listed('own vault', null, 'password_manager'),
  listed('bank', 'chase', 'finance'),
]
const found = (...open: string[]) =>
  copiesOpenedByNumber(all, (id) => open.includes(id)).map(({ app, accounts }) => [
    app,
    ...accounts.map(({ id }) => id),
  ])

describe('accounts a code app may keep codes in', () => {
  test.each([
    ['gmail', [['google_authenticator', 'gmail']]],
    ['outlook', [['microsoft_authenticator', 'outlook']]],
    ['icloud', [['microsoft_authenticator', 'icloud']]],
    ['vault', [['in_password_manager', 'vault']]],
    ['own vault', [['in_password_manager', 'own vault']]],
    ['work', []],
    ['bank', []],
  ])('are told of where a phone number opens them: %s', (open, expected) => {
    expect(found(open)).toEqual(expected)
  })

  test('are not told of where none does', () => {
    expect(found()).toEqual([])
  })

  test('are told of together, with their names', () => {
    expect(found('outlook', 'icloud', 'gmail')).toEqual([
      ['google_authenticator', 'gmail'],
      ['microsoft_authenticator', 'outlook', 'icloud'],
    ])
    expect(copiesOpenedByNumber(all, (id) => id === 'gmail')[0]?.accounts).toEqual([
      { id: 'gmail', name: 'gmail of Sam' },
    ])
  })

  test('never tell an account of itself', () => {
    const open = copiesOpenedByNumber(all, (id) => id !== 'vault')
    expect(besides('gmail', open).map(({ app }) => app)).toEqual([
      'microsoft_authenticator',
      'in_password_manager',
    ])
    expect(besides('icloud', open)[1]?.accounts.map(({ id }) => id)).toEqual(['outlook'])
  })
})
