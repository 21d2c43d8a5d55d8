import { expect, test } from 'vitest'
import { mailbox } from '@/lib/accounts/entry.fixture'
import { effectsOf, happenings } from '@/lib/accounts/history'
import type { AccountStanding, WayIn } from '@/lib/posture/shapes'
import type { Level } from '@/lib/vocabulary'

const sam = '00000000-0000-4000-8000-000000000900'
const theo = '00000000-0000-4000-8000-000000000901'
const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9))
const way = (startsWith: WayIn['startsWith']): WayIn => ({
  accountId: 'a',
  technique: startsWith,
  startsWith,
  chain: [],
})
const standing = (level: Level, ...ways: WayIn[]): AccountStanding => ({
  accountId: 'a',
  level,
  atBest: level,
  labels: [],
  ways,
  weakest: null,
  fallsWith: [],
  ring: [],
})
const statement = (from: number, to: number | null, changes = {}, answeredBy = sam) => ({
  facts: mailbox(changes).facts,
  enteredAt: at(from),
  answeredBy,
  validFrom: at(from),
  validTo: to === null ? null : at(to),
})
const stood = (level: Level, from: number, to: number | null) => ({
  standing: standing(level),
  validFrom: at(from),
  validTo: to === null ? null : at(to),
})

test('an account’s history tells what was entered, by whom, and what it did', () => {
  const statements = [
    statement(9, null, { smsSecondFactor: 'off' }),
    statement(7, 9, { smsSecondFactor: 'off' }),
    statement(3, 5, { smsSecondFactor: 'off' }, theo),
    statement(1, 3),
  ]
  const standings = [stood(2, 8, null), stood(1, 7, 8), stood(1, 3, 5), stood(0, 1, 3)]
  expect(
    happenings(statements, standings, sam).map(({ at: when, what, own }) => [when.getUTCDate(), what, own]),
  ).toEqual([
    [9, 'confirmed', true],
    [8, 'judged_anew', null],
    [7, 'restored', true],
    [5, 'removed', true],
    [3, 'revised', false],
    [1, 'recorded', true],
  ])
  const [, anew, , , revised, recorded] = happenings(statements, standings, sam)
  expect(anew?.stood).toEqual({ before: { level: 1, atBest: 1 }, after: { level: 2, atBest: 2 } })
  expect(revised?.stood?.before).toEqual({ level: 0, atBest: 0 })
  expect(recorded?.stood?.before).toBeNull()
})

test('a standing that changed in nothing the history shows is left out', () => {
  const standings = [stood(1, 4, null), stood(1, 1, 4)]
  expect(happenings([statement(1, null)], standings, sam)).toHaveLength(1)
})

test('what saving did is told by account: opened or closed to the number, to the password', () => {
  const text = way('text_or_call_intercepted')
  const changes = [
    { before: standing(1, text, way('number_moved')), after: standing(2, way('person_tricked')) },
    { before: standing(2), after: standing(0, way('password_alone')) },
  ]
  expect(effectsOf(changes)).toEqual({
    effects: [
      { accountId: 'a', what: 'closed_to_number' },
      { accountId: 'a', what: 'opened_to_password' },
    ],
    waysBefore: 2,
    waysAfter: 2,
  })
  expect(effectsOf([])).toEqual({ effects: [], waysBefore: 0, waysAfter: 0 })
})
