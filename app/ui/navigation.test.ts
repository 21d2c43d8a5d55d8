import { expect, test } from 'vitest'
import { currentItem } from './navigation'

const items = ['/', '/accounts', '/accounts/import', '/people'].map((href) => ({ href, label: href }))
const current = (pathname: string) => currentItem(items, pathname)?.href

test('a page belongs to the longest address it begins with', () => {
  expect(current('/accounts')).toBe('/accounts')
  expect(current('/accounts/4f0c/history')).toBe('/accounts')
  expect(current('/accounts/import')).toBe('/accounts/import')
})

test('the first page is not the home of every other, and likeness of names is not belonging', () => {
  expect(current('/')).toBe('/')
  expect(current('/peoples')).toBeUndefined()
  expect(current('/audit')).toBeUndefined()
})

test('what is said to be current wins over the address', () => {
  expect(currentItem([...items, { href: '/x', label: 'x', current: true }], '/people')?.href).toBe('/x')
})
