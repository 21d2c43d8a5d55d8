import { expect, test } from 'vitest'
import { vpnVectors } from '@/lib/posture/items/vectors/phones.fixture'
import { expectedOf, judgedVector, outcomeOf } from '@/lib/posture/items/vectors/vector.fixture'

test.each(vpnVectors)('$item, $says: $verdict', (vector) => {
  expect(outcomeOf(vector)).toEqual(expectedOf(vector))
})

test('trap: Private Relay is no VPN, so one with it and no VPN has both', () => {
  const beside = { iphone_settings: { privateRelay: 'on' } } as const
  const vpn = judgedVector({
    item: 'G8.0',
    piece: 'vpn',
    says: '',
    answers: { personalVpn: 'none' },
    beside,
    verdict: 'met',
  })
  expect(vpn.verdict).toBe('met')
})
