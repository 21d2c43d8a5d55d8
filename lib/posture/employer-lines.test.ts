import { describe, expect, test } from 'vitest'
import type { LineFacts } from '@/lib/lines/facts'
import type { EmployerLine } from '@/lib/posture/facts'
import { postureOf } from '@/lib/posture/rules'
import { account, bareLine, judged, line, lineId, sam } from '@/lib/posture/statements.fixture'

const nothing: EmployerLine = {
  pin: 'unanswered',
  portOutLock: 'unanswered',
  simChangeLock: 'unanswered',
  secondStep: 'unanswered',
  passwordAfterPin: 'unanswered',
  checkedOn: '2026-10-05',
}
const employers: Partial<LineFacts> = { accountHolder: 'employer', accountPin: 'set_by_employer' }
const rosasLine = (record: Partial<EmployerLine> | null, facts: Partial<LineFacts> = employers) =>
  line(facts, record ? { employer: { ...nothing, ...record } } : {})
const of = (item: 'G5.0' | 'G5.1' | 'G5.2' | 'G5', ...given: Parameters<typeof rosasLine>) =>
  judged(sam([], [rosasLine(...given)]), item, lineId)

describe('a line that the organisation holds', () => {
  test('is unknown without its telecom record, as it was before', () => {
    expect(of('G5.0', null)).toMatchObject({ verdict: 'unknown', unknownKind: 'never_asked' })
  })

  test('is judged by the record, and rests on the day the record was looked at', () => {
    const record = { pin: 'yes', secondStep: 'better_than_texts', passwordAfterPin: 'yes' } as const
    expect(of('G5.0', record)).toMatchObject({
      verdict: 'met',
      labels: ['held_by_employer'],
      confirmedOn: '2026-10-05',
    })
    expect(of('G5.1', record).verdict).toBe('met')
    expect(of('G5.2', record).verdict).toBe('met')
    expect(of('G5', record).verdict).toBe('met')
  })

  test('without a PIN by the record is told, whatever its user believes', () => {
    expect(of('G5.0', { pin: 'no' })).toMatchObject({
      verdict: 'not_met',
      nextAction: 'ask_account_holder_for_pin',
    })
    expect(of('G5', { pin: 'no' }).verdict).toBe('not_met')
  })

  test('at a carrier without a PIN is not the person’s to mend', () => {
    expect(of('G5.0', { pin: 'not_offered' })).toMatchObject({
      verdict: 'not_applicable',
      labels: ['held_by_employer', 'carrier_offers_no_pin'],
    })
  })

  test('leaves open what the record leaves open, and never passes it', () => {
    const record = { pin: 'not_sure', secondStep: 'not_sure' } as const
    expect(of('G5.0', record).verdict).toBe('unknown')
    expect(of('G5.1', record).verdict).toBe('unknown')
    expect(of('G5', record).verdict).toBe('unknown')
  })

  test.each([
    ['texts_only', 'partly_met'],
    ['none', 'not_met'],
    ['no_online_account', 'partly_met'],
  ] as const)('whose portal asks for %s is %s on the second step', (secondStep, verdict) => {
    expect(of('G5.1', { pin: 'yes', secondStep }).verdict).toBe(verdict)
  })

  test('whose portal’s password was not changed is told', () => {
    expect(of('G5.2', { pin: 'yes', passwordAfterPin: 'no' }).verdict).toBe('not_met')
    expect(of('G5.2', { pin: 'yes', secondStep: 'no_online_account' }).verdict).toBe('not_applicable')
  })
})

test('a record says nothing of a line that its holder pays for', () => {
  expect(of('G5.0', { pin: 'yes' }, bareLine).verdict).toBe('not_met')
})

test('a PIN by the record closes the way of moving the number, as one’s own would', () => {
  const mailbox = account({ smsSecondFactor: 'on' })
  const moved = (record: Partial<EmployerLine> | null) =>
    postureOf(sam([mailbox], [rosasLine(record)])).person.waysByTechnique.number_moved
  expect(moved(null)).toBeGreaterThan(0)
  expect(moved({ pin: 'yes' })).toBe(0)
  expect(moved({ pin: 'no', portOutLock: 'on', simChangeLock: 'on' })).toBe(0)
})
