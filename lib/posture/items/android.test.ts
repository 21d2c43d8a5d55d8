import { expect, test } from 'vitest'
import { androidVectors } from '@/lib/posture/items/vectors/android.fixture'
import { expectedOf, judgedVector, outcomeOf, type Vector } from '@/lib/posture/items/vectors/vector.fixture'

test.each(androidVectors)('$item, $says: $verdict', (vector) => {
  expect(outcomeOf(vector)).toEqual(expectedOf(vector))
})

test('scans and permissions looked at once turn on the day their interval is over', () => {
  const answers = {
    playProtect: 'on',
    scanReviewed: 'yes',
    scanReviewedOn: '2026-11-23',
    otherSources: 'never',
    reviewed: 'yes',
    reviewedOn: '2026-11-23',
    unneededLeft: 'none',
    onlyAbsolutelyRequired: 'all',
  } as const
  const on = (item: 'A6' | 'A7', today: string) => {
    const vector: Vector = {
      item,
      piece: 'android_apps',
      says: '',
      answers,
      verdict: 'met',
      context: { today },
    }
    return judgedVector(vector).verdict
  }
  expect([on('A6', '2027-02-21'), on('A6', '2027-02-22')]).toEqual(['met', 'partly_met'])
  expect([on('A7', '2027-02-21'), on('A7', '2027-02-22')]).toEqual(['met', 'not_met'])
})
