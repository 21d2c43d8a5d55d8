import { expect, test } from 'vitest'
import { iphoneVectors } from '@/lib/posture/items/vectors/iphone.fixture'
import { expectedOf, judgedVector, outcomeOf, type Vector } from '@/lib/posture/items/vectors/vector.fixture'

test.each(iphoneVectors)('$item, $says: $verdict', (vector) => {
  expect(outcomeOf(vector)).toEqual(expectedOf(vector))
})

const permissions: Vector = {
  item: 'I5',
  piece: 'iphone_permissions',
  says: 'looked through on 23 November',
  answers: { reviewed: 'yes', reviewedOn: '2026-11-23', unneededLeft: 'none' },
  verdict: 'met',
}
test('permissions looked through once are not met on the day their interval is over, though nobody says anything', () => {
  const on = (today: string) => judgedVector({ ...permissions, context: { today } }).verdict
  expect(['2027-02-21', '2027-02-22'].map(on)).toEqual(['met', 'not_met'])
})

test('trap: how many apps have access is never judged, and no app is named', () => {
  const counts = (['0', '1_to_5', '6_to_20', 'over_20', 'not_sure'] as const).map((locationApps) =>
    judgedVector({
      ...permissions,
      piece: 'iphone_permissions',
      answers: { reviewed: 'yes', reviewedOn: '2026-11-23', unneededLeft: 'none', locationApps },
    }),
  )
  expect(new Set(counts.map(({ verdict }) => verdict))).toEqual(new Set(['met']))
})
