import { describe, expect, test } from 'vitest'
import { postureOf } from '@/lib/posture/rules'
import {
  account,
  bankId,
  codeOn,
  line,
  lineId,
  mailboxId,
  methodsOff,
  sam,
  service,
} from '@/lib/posture/statements.fixture'
import { endOfPutOff, knownAndToAsk, openAs, partOfDay, weakestWay } from '@/lib/today/rules'
import { todayWords } from '@/lib/words/today'

test('what was put off comes back after a week, and after three months where he could not', () => {
  const now = new Date('2026-11-23T09:00:00Z')
  expect(endOfPutOff(null, now).toISOString()).toBe('2026-11-30T09:00:00.000Z')
  expect(endOfPutOff('employer_decides', now).toISOString()).toBe('2027-02-21T09:00:00.000Z')
})

describe('the weakest way in', () => {
  const mailbox = account({ smsSecondFactor: 'on', methods: methodsOff(codeOn) })
  const bank = account(
    { mailboxRecovery: 'on', recoveryMailboxes: [mailboxId], methods: methodsOff(codeOn) },
    { id: bankId, service: service({ id: 'bank', category: 'finance' }) },
  )
  test('is shown by its longest chain: what falls together', () => {
    const found = weakestWay(postureOf(sam([mailbox, bank])).accounts)
    expect(found?.way.chain.map(({ id, by }) => [id, by])).toEqual([
      [lineId, 'text'],
      [mailboxId, 'mailed_reset'],
      [bankId, null],
    ])
    expect(found?.numberMoves).toBe(true)
  })
  test('can no longer be gone by moving the number once the line has its PIN', () => {
    const held = line({ accountPin: 'set', pinIs: 'account_pin', pinOwnChoice: 'chosen_by_me' })
    const found = weakestWay(postureOf(sam([mailbox, bank], [held])).accounts)
    expect(found).toMatchObject({ way: { startsWith: 'text_or_call_intercepted' }, numberMoves: false })
  })
  test('is a password alone before any number, however short', () => {
    const open = account({}, { id: bankId })
    const found = weakestWay(postureOf(sam([mailbox, open])).accounts)
    expect(found?.way).toMatchObject({ startsWith: 'password_alone', accountId: bankId })
  })
  test('is none where none is known', () => {
    expect(weakestWay([])).toBeNull()
  })
})

describe('what is still to ask', () => {
  const nothingElse = { pieces: [], phoneMissing: false, appMissing: false }
  const units = [
    { kind: 'line' as const, id: lineId, name: 'Own phone', open: null },
    { kind: 'account' as const, id: mailboxId, name: 'Mailbox', open: 'not_sure' as const },
  ]
  test('is each thing with an answer missing, and each kind nobody was asked about', () => {
    expect(knownAndToAsk({ units, categories: ['social'], lineMissing: false, ...nothingElse })).toEqual({
      known: 1,
      toAsk: [
        { about: 'account', id: mailboxId, name: 'Mailbox', open: 'not_sure' },
        { about: 'category', category: 'social' },
      ],
    })
  })
  test('counts pieces with the rest: one that is answered is known, one that is not is asked for by its name', () => {
    const pieces = [
      { piece: 'updates' as const, of: 'p1', about: 'Own phone', open: null },
      { piece: 'vpn' as const, of: 'p1', about: 'Own phone', open: 'unanswered' as const },
      { piece: 'passwords' as const, of: '', about: '', open: 'never_asked' as const },
    ]
    const found = knownAndToAsk({ units, categories: [], lineMissing: false, ...nothingElse, pieces })
    expect(found.known).toBe(2)
    expect(found.toAsk.slice(1)).toEqual([
      { about: 'piece', piece: 'vpn', of: 'p1', name: 'Own phone', open: 'unanswered' },
      { about: 'piece', piece: 'passwords', of: '', name: '', open: 'never_asked' },
    ])
  })
  test('begins with the phone line while there is none', () => {
    const { toAsk } = knownAndToAsk({
      ...{ units: [], categories: ['email'], lineMissing: true },
      ...{ pieces: [], phoneMissing: true, appMissing: true },
    })
    expect(toAsk.map(({ about }) => about)).toEqual(['first_line', 'first_phone', 'first_app', 'category'])
  })
  test('tells an unanswered question before one that nobody is sure of, and leaves out what only others can answer', () => {
    expect(openAs([null, 'not_sure', 'unanswered'])).toBe('unanswered')
    expect(openAs(['not_sure', null])).toBe('not_sure')
    expect(openAs(['never_asked', null])).toBeNull()
  })
})

test.each([
  [0, 'evening'],
  [5, 'morning'],
  [11, 'morning'],
  [12, 'afternoon'],
  [18, 'evening'],
] as const)('at %i o’clock it is %s', (hour, part) => {
  expect(partOfDay(hour)).toBe(part)
})

describe('the first sentence', () => {
  const lead = (byNumber: number, byPassword: number, notKnown: number, accounts = 6) =>
    todayWords.lead({ accounts, byNumber, byPassword, notKnown })
  test('counts what opens', () => {
    expect(lead(2, 0, 1)).toBe('Two of your six accounts open with your phone number.')
    expect(lead(1, 1, 0)).toBe(
      'One of your six accounts opens with your phone number. One opens with a password alone.',
    )
    expect(lead(2, 0, 0, 2)).toBe('Both of your accounts open with your phone number.')
    expect(lead(1, 0, 0, 1)).toBe('Your one account opens with your phone number.')
    expect(lead(0, 2, 0)).toBe('Two of your six accounts open with a password alone.')
  })
  test('never reads an unknown as good news', () => {
    expect(lead(0, 0, 2)).toBe(
      'None of your six accounts is known to open with your phone number. Two wait for an answer.',
    )
    expect(lead(0, 0, 0)).toBe('None of your six accounts opens with your phone number.')
    expect(lead(0, 0, 0, 0)).toBe('Nothing is known yet about how your accounts can be opened.')
  })
})
