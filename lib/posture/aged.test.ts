import { expect, test } from 'vitest'
import { freshnessOfJudgement, intervalOf, verdictForTotals } from '@/lib/posture/aged'

const judgement = { item: 'G3', unknownKind: null, confirmedOn: '2026-05-26' } as const

test.each(['met', 'partly_met', 'not_met', 'not_applicable'] as const)(
  'an old %s counts as unknown in every total, and keeps its verdict while it is current',
  (verdict) => {
    const old = { verdict: 'unknown', unknownKind: 'old' }
    expect(verdictForTotals({ ...judgement, verdict }, '2026-11-23')).toEqual(old)
    expect(verdictForTotals({ ...judgement, verdict }, '2026-11-22')).toEqual({ verdict, unknownKind: null })
  },
)

test('what was unknown already keeps its kind, however old', () => {
  const unknown = { ...judgement, verdict: 'unknown', unknownKind: 'not_sure' } as const
  expect(verdictForTotals(unknown, '2026-11-23')).toEqual({ verdict: 'unknown', unknownKind: 'not_sure' })
})

test('what nobody answered cannot grow old', () => {
  expect(freshnessOfJudgement({ item: 'G2.1', confirmedOn: null }, '2026-11-23')).toBeNull()
})

test('the organisation’s own setting decides how long an answer counts, by what it is about', () => {
  const intervals = { accounts: 30, lines: 90, inventory: 365 }
  expect([intervalOf('G3', intervals), intervalOf('G5.0', intervals), intervalOf('G2.1', intervals)]).toEqual(
    [30, 90, 365],
  )
  expect(intervalOf('G3')).toBe(180)
  const line = { item: 'G5.0', verdict: 'met', unknownKind: null, confirmedOn: '2026-10-01' } as const
  expect(verdictForTotals(line, '2026-11-23', intervals).verdict).toBe('met')
  expect(verdictForTotals({ ...line, item: 'G3' }, '2026-11-23', intervals).verdict).toBe('unknown')
})

test('that the guidance was read never grows old: the next version asks again, and no calendar', () => {
  const read = { item: 'CISA-0', verdict: 'met', unknownKind: null, confirmedOn: '2025-11-24' } as const
  expect(verdictForTotals(read, '2055-01-01', { yearly: 30 }).verdict).toBe('met')
  expect(freshnessOfJudgement(read, '2055-01-01', { yearly: 30 })).toBe('current')
})
