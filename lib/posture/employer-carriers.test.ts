import { describe, expect, test } from 'vitest'
import { dayAfter } from '@/lib/posture/ageing'
import { judgeOwnLines } from '@/lib/posture/employer-carriers'
import type { EmployerLine } from '@/lib/posture/facts'

const today = '2026-11-23'
const nothing: EmployerLine = {
  pin: 'unanswered',
  portOutLock: 'unanswered',
  simChangeLock: 'unanswered',
  secondStep: 'unanswered',
  passwordAfterPin: 'unanswered',
  checkedOn: '2026-10-05',
}
const good: Partial<EmployerLine> = { pin: 'yes', secondStep: 'better_than_texts', passwordAfterPin: 'yes' }
const judged = (records: Record<string, Partial<EmployerLine>>, on = today) =>
  judgeOwnLines(
    new Map(Object.entries(records).map(([carrier, record]) => [carrier, { ...nothing, ...record }])),
    on,
    180,
  )
const whole = (item: string, ...given: Parameters<typeof judged>) =>
  judged(...given).find((one) => one.item === item && one.scopeKind === 'organisation')

describe('the lines that the organisation holds', () => {
  test('are unknown and never asked while nothing is on record', () => {
    expect(judged({})).toHaveLength(3)
    for (const item of ['G5.0', 'G5.1', 'G5.2'])
      expect(whole(item, {})).toMatchObject({
        verdict: 'unknown',
        unknownKind: 'never_asked',
        nextAction: 'say_of_own_lines',
        turnsOn: null,
      })
  })

  test.each([
    ['G5.0', { pin: 'yes' }, 'met', [], null],
    ['G5.0', { pin: 'no' }, 'not_met', [], 'set_pin_on_own_lines'],
    ['G5.0', { pin: 'not_offered' }, 'not_applicable', ['carrier_offers_no_pin'], null],
    ['G5.0', { pin: 'not_sure' }, 'unknown', [], 'say_of_own_lines'],
    ['G5.1', { secondStep: 'better_than_texts' }, 'met', [], null],
    ['G5.1', { secondStep: 'texts_only' }, 'partly_met', [], 'turn_on_second_step_for_own_lines'],
    ['G5.1', { secondStep: 'none' }, 'not_met', ['no_second_factor'], 'turn_on_second_step_for_own_lines'],
    [
      'G5.1',
      { secondStep: 'no_online_account' },
      'partly_met',
      ['no_online_account'],
      'open_online_account_for_own_lines',
    ],
    ['G5.1', {}, 'unknown', [], 'say_of_own_lines'],
    ['G5.2', { passwordAfterPin: 'yes' }, 'met', [], null],
    ['G5.2', { passwordAfterPin: 'no' }, 'not_met', [], 'change_password_for_own_lines'],
    ['G5.2', { secondStep: 'no_online_account' }, 'not_applicable', ['no_online_account'], null],
  ] as const)('%s by the record %j is %s', (item, record, verdict, labels, nextAction) => {
    const each = judged({ att: record }).filter((one) => one.item === item)
    expect(each.map(({ scopeKind, scopeId }) => `${scopeKind} ${scopeId}`)).toEqual([
      'carrier att',
      'organisation organisation',
    ])
    for (const one of each)
      expect(one).toMatchObject({ verdict, labels, nextAction, confirmedOn: '2026-10-05' })
  })

  test('are as the worst carrier is: known bad before unknown, and met only where all of them are', () => {
    const of = (...pins: EmployerLine['pin'][]) =>
      whole('G5.0', Object.fromEntries(pins.map((pin, at) => [`carrier-${at}`, { pin }])))?.verdict
    expect(of('yes', 'not_sure', 'no')).toBe('not_met')
    expect(of('yes', 'unanswered')).toBe('unknown')
    expect(of('not_offered', 'yes')).toBe('met')
    expect(of('not_offered', 'not_offered')).toBe('not_applicable')
  })

  test('rest on the day the record was looked at: an old one is unknown, and says what it was', () => {
    const record = { att: { ...good, checkedOn: '2026-05-27' } }
    expect(whole('G5.0', record)).toMatchObject({ verdict: 'met', turnsOn: '2026-11-24' })
    expect(whole('G5.0', record, '2026-11-24')).toMatchObject({
      ...{ verdict: 'unknown', unknownKind: 'old', labels: ['was_met'] },
      nextAction: 'look_at_own_lines_again',
    })
  })

  test('turn on the very day that is said, and on none before', () => {
    const pins = ['yes', 'no', 'not_offered', 'not_sure'] as const
    const days = ['2026-05-27', '2026-06-10', '2026-06-20'] as const
    const body = (judgement: ReturnType<typeof whole>) => JSON.stringify({ ...judgement, turnsOn: null })
    for (const one of pins)
      for (const other of pins)
        for (const checkedOn of days) {
          const records = { att: { pin: one, checkedOn }, ee: { pin: other, checkedOn: days[1] } }
          const now = whole('G5.0', records)
          const coming = Array.from({ length: 60 }, (_, at) => dayAfter(today, at + 1))
          const turns = coming.find((day) => body(whole('G5.0', records, day)) !== body(now)) ?? null
          expect([one, other, checkedOn, now?.turnsOn]).toEqual([one, other, checkedOn, turns])
        }
  })
})
