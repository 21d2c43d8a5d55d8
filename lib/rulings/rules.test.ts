import { describe, expect, test } from 'vitest'
import type { OrganisationRulings, RecordsRuling } from '@/lib/posture/items/facts'
import type { GroupRuling } from '@/lib/posture/items/records'
import { judgeRulings } from '@/lib/rulings/rules'

const today = '2026-11-23'
const judged = (
  apps: string[],
  rulings: Partial<Pick<OrganisationRulings, 'appReviews'> & { records: GroupRuling[] }> = {},
  days = 365,
) => judgeRulings(apps, { appReviews: {}, records: [], ...rulings }, today, days)
const signal = (outcome: 'approved' | 'approved_with_limits' | 'not_approved', reviewedOn = '2026-10-01') => {
  const [found] = judged(['signal'], { appReviews: { signal: { outcome, reviewedOn } } })
  return found
}

describe('G1.3, for each messaging app in use', () => {
  test('an app nobody looked at is unknown, and the security team acts', () => {
    expect(judged(['signal'])[0]).toMatchObject({
      item: 'G1.3',
      scopeKind: 'app',
      scopeId: 'signal',
      verdict: 'unknown',
      unknownKind: 'never_asked',
      nextAction: 'review_app',
    })
  })

  test('approved is met, with limits partly, and not approved but in use is not met', () => {
    expect(signal('approved')).toMatchObject({ verdict: 'met', nextAction: null, turnsOn: '2027-10-02' })
    expect(signal('approved_with_limits')).toMatchObject({ verdict: 'partly_met' })
    expect(signal('not_approved')).toMatchObject({
      verdict: 'not_met',
      labels: ['in_use_and_not_approved'],
      nextAction: 'offer_an_approved_app',
    })
  })

  test('a review that grew old counts as unknown, but known bad is told', () => {
    expect(signal('approved', '2025-11-22')).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'old',
      nextAction: 'look_at_app_again',
      confirmedOn: '2025-11-22',
    })
    expect(signal('approved', '2025-11-23')).toMatchObject({ verdict: 'met', turnsOn: '2026-11-24' })
    expect(signal('not_approved', '2025-01-01')).toMatchObject({ verdict: 'not_met', turnsOn: null })
  })

  test('an app that was reviewed and that nobody uses is not judged', () => {
    const reviews = { signal: { outcome: 'approved', reviewedOn: today } } as const
    expect(judged([], { appReviews: reviews }).map(({ item }) => item)).toEqual(['G1.9'])
  })
})

describe('G1.9, for the phones the organisation gave people', () => {
  const press = '0b9c8a3e-5f2d-4b6a-8c1d-000000000001'
  const ruled = (group: string, ruling: RecordsRuling, checkedOn = '2026-11-02') => ({
    group,
    ruling,
    checkedOn,
  })
  const whole = (records: GroupRuling[], days = 365) =>
    judged([], { records }, days).find(({ scopeId }) => scopeId === 'organisation')

  test('nobody ruled, or ruled that it is not decided: unknown, and to be decided', () => {
    expect(judged([])).toMatchObject([
      {
        scopeKind: 'organisation',
        scopeId: 'organisation',
        verdict: 'unknown',
        unknownKind: 'never_asked',
        confirmedOn: null,
      },
    ])
    expect(whole([ruled('', 'not_decided', today)])).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'unanswered',
      nextAction: 'decide_on_records',
      confirmedOn: today,
    })
  })

  test.each(['expiry_allowed', 'allowed_with_archive', 'expiry_forbidden'] as const)(
    'decided is met: %s',
    (ruling) => {
      expect(judged([], { records: [ruled('', ruling)] })).toMatchObject([
        { item: 'G1.9', scopeKind: 'device_group', scopeId: 'all_phones', verdict: 'met' },
        { item: 'G1.9', scopeKind: 'organisation', scopeId: 'organisation', verdict: 'met' },
      ])
    },
  )

  test('decided longer ago than the interval is to be looked at again', () => {
    expect(whole([ruled('', 'expiry_allowed', '2026-08-01')], 90)).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'old',
      nextAction: 'look_at_records_again',
    })
  })

  test('each group with a ruling has its verdict, and the whole is no better than any', () => {
    const groups = [
      ruled('', 'expiry_allowed'),
      ruled('highly_targeted', 'not_decided'),
      ruled(press, 'expiry_forbidden'),
    ]
    expect(judged([], { records: groups }).map(({ scopeId, verdict }) => [scopeId, verdict])).toEqual([
      ['all_phones', 'met'],
      ['highly_targeted', 'unknown'],
      [press, 'met'],
      ['organisation', 'unknown'],
    ])
    expect(whole(groups)).toMatchObject({ unknownKind: 'unanswered', nextAction: 'decide_on_records' })
  })

  test('a group’s own ruling decides nothing for all the others', () => {
    expect(whole([ruled('highly_targeted', 'expiry_forbidden')])).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'never_asked',
      confirmedOn: null,
    })
  })

  test('the whole rests on the oldest of them, and turns with the first', () => {
    const groups = [ruled('', 'expiry_allowed', '2026-10-02'), ruled(press, 'expiry_forbidden', '2026-03-01')]
    expect(whole(groups)).toMatchObject({ verdict: 'met', confirmedOn: '2026-03-01', turnsOn: '2027-03-02' })
    expect(whole(groups, 100)).toMatchObject({ verdict: 'unknown', unknownKind: 'old', turnsOn: null })
    expect(whole(groups.toReversed())).toEqual(whole(groups))
  })
})
