import { describe, expect, test } from 'vitest'
import { updateVectors } from '@/lib/posture/items/vectors/phones.fixture'
import { expectedOf, judgedVector, outcomeOf, type Vector } from '@/lib/posture/items/vectors/vector.fixture'
import type { Judgement } from '@/lib/posture/shapes'

test.each(updateVectors)('$item, $says: $verdict', (vector) => {
  expect(outcomeOf(vector)).toEqual(expectedOf(vector))
})

describe('with the clock moved and nothing said', () => {
  const looked: Vector = {
    item: 'G6.0',
    piece: 'updates',
    says: 'looked on 23 November',
    answers: { looked: 'yes', lastCheckedOn: '2026-11-23', pending: 'none', autoSystem: 'on' },
    verdict: 'met',
  }
  const on = (today: string): Judgement =>
    judgedVector({ ...looked, context: { today }, confirmedOn: '2026-11-23' })

  test('each verdict names the day on which it turns, and turns on that day and not before', () => {
    const told = ['2026-11-23', '2026-11-30', '2026-12-01', '2026-12-23', '2026-12-24', '2027-06-01'].map(
      (day) => {
        const { verdict, turnsOn } = on(day)
        return `${day} ${verdict} until ${turnsOn ?? 'somebody says otherwise'}`
      },
    )
    expect(told).toEqual([
      '2026-11-23 met until 2026-12-01',
      '2026-11-30 met until 2026-12-01',
      '2026-12-01 partly_met until 2026-12-24',
      '2026-12-23 partly_met until 2026-12-24',
      '2026-12-24 not_met until somebody says otherwise',
      '2027-06-01 not_met until somebody says otherwise',
    ])
  })
  test('a week stays a week, whatever the organisation sets elsewhere', () => {
    const wider = { ...looked, context: { today: '2026-12-03', intervals: { updates: 60 } } } as Vector
    expect(judgedVector(wider).verdict).toBe('partly_met')
  })
})
