import { expect, test } from 'vitest'
import { countsUntil, freshnessOf, oldBefore } from '@/lib/posture/ageing'

test.each([
  ['2026-11-23', 'current'],
  ['2026-06-11', 'current'],
  ['2026-06-10', 'due'],
  ['2026-05-27', 'due'],
  ['2026-05-26', 'old'],
] as const)('confirmed on %s, an answer that counts for 180 days is %s on 23 November', (day, freshness) => {
  expect(freshnessOf(day, '2026-11-23', 180)).toBe(freshness)
})

test('an answer counts up to and including its last day, whatever the year or the clock change', () => {
  expect(countsUntil('2026-05-27', 180)).toBe('2026-11-23')
  expect(countsUntil('2027-12-31', 60)).toBe('2028-02-29')
  expect(oldBefore('2026-11-23', 180)).toBe('2026-05-27')
  expect(freshnessOf(oldBefore('2026-11-23', 180), '2026-11-23', 180)).toBe('due')
})
