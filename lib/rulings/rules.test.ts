import { describe, expect, test } from 'vitest'
import { noRulings, type OrganisationRulings } from '@/lib/posture/items/facts'
import { judgeRulings } from '@/lib/rulings/rules'

const today = '2026-11-23'
const judged = (
  apps: string[],
  rulings: Partial<OrganisationRulings & { recordsOn: string | null }> = {},
  days = 365,
) => judgeRulings(apps, { ...noRulings, recordsOn: null, ...rulings }, today, days)
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
  test('nobody ruled, or ruled that it is not decided: unknown, and to be decided', () => {
    expect(judged([])[0]).toMatchObject({ verdict: 'unknown', unknownKind: 'never_asked' })
    expect(judged([], { records: 'not_decided', recordsOn: today })[0]).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'unanswered',
      nextAction: 'decide_on_records',
    })
  })

  test.each(['expiry_allowed', 'allowed_with_archive', 'expiry_forbidden'] as const)(
    'decided is met: %s',
    (records) => {
      expect(judged([], { records, recordsOn: '2026-11-02' })[0]).toMatchObject({ verdict: 'met' })
    },
  )

  test('decided longer ago than the interval is to be looked at again', () => {
    expect(judged([], { records: 'expiry_allowed', recordsOn: '2026-08-01' }, 90)[0]).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'old',
      nextAction: 'look_at_records_again',
    })
  })
})
