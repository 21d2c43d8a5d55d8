import { describe, expect, test } from 'vitest'
import { noRulings, type RecordsRuling } from '@/lib/posture/items/facts'
import { appVectors } from '@/lib/posture/items/vectors/apps.fixture'
import { expectedOf, judgedVector, outcomeOf } from '@/lib/posture/items/vectors/vector.fixture'

describe('what is said of one messaging app', () => {
  test.each(appVectors.map((vector) => [vector.item, vector.says, vector] as const))(
    '%s: %s',
    (_, __, vector) => {
      expect(outcomeOf(vector)).toEqual(expectedOf(vector))
    },
  )
})

test('G1.3 rests on the day of the review, so that in totals it grows old by that day and by no answer', () => {
  const judgement = judgedVector({
    item: 'G1.3',
    says: 'approved',
    piece: 'app_use',
    answers: { usedForSensitive: 'yes' },
    context: {
      rulings: { ...noRulings, appReviews: { signal: { outcome: 'approved', reviewedOn: '2026-02-03' } } },
    },
    verdict: 'met',
  })
  expect(judgement).toMatchObject({ verdict: 'met', confirmedOn: '2026-02-03', enteredOn: '2026-02-03' })
})

describe('G1.8 and G1.9 are no younger than what their holder last said of a legal hold', () => {
  const use = { usedForSensitive: 'yes', expiry: 'off' } as const
  const onHold = { ...use, onDevice: 'employer_phone', onLegalHold: 'yes' } as const
  const ruled = (records: RecordsRuling) => ({ rulings: { ...noRulings, records } })
  test.each([
    ['on an employer’s phone', onHold, 'expiry_allowed', '2026-05-01', '2026-05-01'],
    ['on both', { ...onHold, onDevice: 'both' }, 'expiry_allowed', '2026-05-01', '2026-05-01'],
    ['where they said it themselves', onHold, 'expiry_allowed', undefined, '2026-11-20'],
    ['where nothing may expire in any case', onHold, 'expiry_forbidden', '2026-05-01', '2026-11-20'],
    [
      'on a phone of one’s own',
      { ...use, onDevice: 'own_phone' },
      'expiry_allowed',
      '2026-05-01',
      '2026-11-20',
    ],
  ] as const)('%s', (says, answers, records, holderSaidOn, on) => {
    const shared = { says, answers, holderSaidOn, confirmedOn: '2026-11-20', context: ruled(records) }
    for (const item of ['G1.8', 'G1.9'] as const) {
      const { confirmedOn, enteredOn } = judgedVector({ ...shared, item, piece: 'app_use', verdict: 'met' })
      expect([item, confirmedOn, enteredOn]).toEqual([item, on, on])
    }
    expect(judgedVector({ ...shared, item: 'G1.3', piece: 'app_use', verdict: 'unknown' }).confirmedOn).toBe(
      '2026-11-20',
    )
  })
})
