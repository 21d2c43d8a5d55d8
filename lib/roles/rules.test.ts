import { describe, expect, test } from 'vitest'
import { endOf, hasLapsed, isPowerful, waitFor } from '@/lib/roles/rules'
import { roles } from '@/lib/vocabulary'

const setUpAt = new Date('2026-11-01T09:00:00Z')
const later = (hours: number) => new Date(setUpAt.getTime() + hours * 3_600_000)

test('the roles with power are those that open what is not one’s own', () => {
  expect(roles.filter(isPowerful).sort()).toEqual(['administrator', 'auditor', 'security'])
})

describe('giving a role', () => {
  test.each([
    // role, another administrator, hours since set-up, what it waits for
    ['security', true, 240, 'approval'],
    ['auditor', true, 240, 'approval'],
    ['administrator', true, 240, 'approval'],
    ['security', true, 1, 'approval'],
    ['security', false, 240, 'time'],
    ['administrator', false, 24, 'time'],
    ['administrator', false, 23.99, null],
    ['auditor', false, 0, null],
    // A clock that was put back is no set-up.
    ['administrator', false, -1, 'time'],
    ['leadership', true, 240, null],
    ['leadership', false, 240, null],
    ['staff', true, 240, null],
  ] as const)('%s, another administrator %s, %d hours after set-up: %s', (role, another, hours, wait) => {
    expect(waitFor({ role, another, setUpAt, now: later(hours) })).toBe(wait)
  })

  test('takes effect after a day, or lapses after a week without an approval', () => {
    expect(endOf('time', setUpAt)).toEqual(later(24))
    expect(endOf('approval', setUpAt)).toEqual(later(168))
    expect(hasLapsed({ waitKind: 'approval', endsAt: later(168) }, later(168))).toBe(true)
    expect(hasLapsed({ waitKind: 'approval', endsAt: later(168) }, later(167))).toBe(false)
    expect(hasLapsed({ waitKind: 'time', endsAt: later(24) }, later(240))).toBe(false)
  })
})
