import { expect, test } from 'vitest'
import { broken, widthOf } from './drawn-text'

test('a short name stays on one line', () => {
  expect(broken('Mailbox', 16, 200, 2)).toEqual(['Mailbox'])
})

test('a long name breaks between words, and no line is wider than its room', () => {
  const lines = broken('the private number of my other phone, ending 07', 16, 200, 4)
  expect(lines.join(' ')).toBe('the private number of my other phone, ending 07')
  for (const line of lines) expect(widthOf(line, 16)).toBeLessThanOrEqual(200)
})

test('what does not fit ends in an ellipsis, also without a single space', () => {
  const lines = broken('Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel', 16, 160, 2)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/…$/)
  for (const line of lines) expect(widthOf(line, 16)).toBeLessThanOrEqual(160)
})
