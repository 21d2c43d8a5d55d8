import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshnessOfJudgement, verdictForTotals } from '@/lib/posture/aged'
import { dayAfter } from '@/lib/posture/ageing'
import { noRulings } from '@/lib/posture/items/facts'
import { judgedVector } from '@/lib/posture/items/vectors/vector.fixture'

const ruledOn = '2026-01-15'
const inVpn = (today: string, confirmedOn: string, intervals = {}) =>
  judgedVector({
    item: 'I4',
    piece: 'iphone_settings',
    says: '',
    answers: { privateRelay: 'vpn_in_use', encryptedDns: 'none' },
    beside: { vpn: { personalVpn: 'none', employerVpn: 'required' } },
    context: {
      today,
      intervals,
      rulings: { ...noRulings, employerVpn: 'always', vpnCheckedOn: ruledOn },
    },
    confirmedOn,
    verdict: 'not_applicable',
  })

test.each([
  ['2026-11-23', '2026-11-20', 'current', null],
  ['2027-01-15', '2027-01-10', 'current', null],
  ['2027-01-16', '2027-01-10', 'old', 'old'],
  ['2027-08-01', '2027-07-30', 'old', 'old'],
] as const)(
  'on %s, said on %s, a verdict by a ruling of 15 January 2026 is %s',
  (today, said, fresh, unknown) => {
    const judged = inVpn(today, said)
    expect(judged.verdict).toBe('not_applicable')
    expect(freshnessOfJudgement(judged, today)).toBe(fresh)
    expect(verdictForTotals(judged, today).unknownKind).toBe(unknown)
    expect(judged.turnsOn ?? null).toBe(fresh === 'old' ? null : '2027-01-16')
  },
)

test('an answer that is older than its ruling grows old by itself, on its own day', () => {
  expect(freshnessOfJudgement(inVpn('2026-09-01', '2026-02-01'), '2026-09-01')).toBe('old')
  expect(inVpn('2026-09-01', '2026-02-01').labels).not.toContain('ruling_is_old')
})

test('whatever the organisation sets, a verdict counts as old from the day its ruling does', () => {
  const days = fc.integer({ min: 7, max: 730 })
  fc.assert(
    fc.property(days, days, fc.integer({ min: 0, max: 900 }), (yearly, phones, since) => {
      const today = dayAfter(ruledOn, since)
      const intervals = { yearly, phones }
      const judged = inVpn(today, today, intervals)
      const old = since > yearly
      expect(judged.labels.includes('ruling_is_old')).toBe(old)
      expect(verdictForTotals(judged, today, intervals).unknownKind).toBe(old ? 'old' : null)
    }),
  )
})
