import { describe, expect, test } from 'vitest'
import { noRulings } from '@/lib/posture/items/facts'
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
