import { expect, test } from 'vitest'
import { noRulings } from '@/lib/posture/items/facts'
import { rulingsIn } from '@/lib/posture/items/rulings'

const sam = { tier: 'standard', unitId: null } as const
const resolver = (facts: object) =>
  rulingsIn([{ topic: 'employer_dns', key: '', facts, confirmedOn: '2026-11-02' }], sam)

test('what the organisation did not decide is no ruling, and never reads as trusted', () => {
  expect(rulingsIn([], sam)).toEqual(noRulings)
  for (const open of ['no_resolver', 'not_sure', 'unanswered']) {
    expect(resolver({ trust: open, otherResolvers: open })).toEqual(noRulings)
  }
})

test('its own resolver and those of others are ruled on apart', () => {
  expect(resolver({ trust: 'no_resolver', otherResolvers: 'not_trusted' })).toMatchObject({
    employerDns: null,
    otherResolvers: 'not_trusted',
    resolversCheckedOn: '2026-11-02',
  })
  expect(resolver({ trust: 'trusted', otherResolvers: 'unanswered' })).toMatchObject({
    employerDns: 'trusted',
    otherResolvers: null,
  })
})

test('a VPN always runs only where that is said, and one that is offered never does', () => {
  const vpn = (facts: object) =>
    rulingsIn([{ topic: 'employer_vpn', key: '', facts, confirmedOn: '2026-11-02' }], sam).employerVpn
  expect(vpn({ vpn: 'required', alwaysOn: 'yes' })).toBe('always')
  expect(vpn({ vpn: 'required', alwaysOn: 'no' })).toBe('at_times')
  expect(vpn({ vpn: 'required' })).toBe('at_times')
  expect(vpn({ vpn: 'offered', alwaysOn: 'yes' })).toBe('at_times')
  expect(vpn({ vpn: 'none', alwaysOn: 'unanswered' })).toBe('none')
  expect(vpn({ vpn: 'not_sure' })).toBeNull()
})
