import { describe, expect, test } from 'vitest'
import { lineEntry } from '@/lib/lines/entry'
import { phone } from '@/lib/lines/entry.fixture'
import type { LineFacts } from '@/lib/lines/facts'
import { contradictions, hasMoved, hasNumber, settled, withoutOldCarrier, withPin } from '@/lib/lines/rules'
import { carrierPin } from '@/lib/posture/line-verdicts'
import { line } from '@/lib/posture/statements.fixture'
import { pinLookAlikes } from '@/lib/vocabulary'
import { lineProblems as says } from '@/lib/words/line-problems'
import { lookAlikeWords } from '@/lib/words/lines'

const mailboxId = '00000000-0000-4000-8000-000000000001'
const carrierAccountId = '00000000-0000-4000-8000-000000000002'
const problemsOf = (facts: Partial<LineFacts>, ownCarrier = '') =>
  contradictions(phone(facts, { ownCarrier }), {
    carrier: { category: 'carrier' },
    accounts: new Map([
      [mailboxId, 'email'],
      [carrierAccountId, 'carrier'],
    ]),
    today: '2026-11-23',
  })

describe('what was set in place of the carrier’s account PIN', () => {
  const lookAlikes = pinLookAlikes.filter((word) => word !== 'account_pin')
  test('is one of six things, each explained', () => {
    expect(lookAlikes).toHaveLength(6)
    expect(Object.keys(lookAlikeWords).sort()).toEqual([...lookAlikes].sort())
  })
  test.each(lookAlikes)('a %s leaves the PIN not set, and the verdict says why', (pinIs) => {
    const facts = settled(
      phone({ accountPin: 'set', pinIs, pinOwnChoice: 'chosen_by_me', pinSetOn: '2026-10-01' }).facts,
    )
    expect(facts).toMatchObject({
      accountPin: 'not_set',
      pinIs,
      pinOwnChoice: 'unanswered',
      pinSetOn: null,
    })
    expect(problemsOf(facts)).toEqual({})
    expect(carrierPin(line(facts))).toMatchObject({
      verdict: 'not_met',
      labels: ['look_alike'],
      nextAction: 'set_carrier_pin',
    })
  })
  test('the account PIN itself stays as it was said', () => {
    const { facts } = phone({ accountPin: 'set', pinIs: 'account_pin' })
    expect(settled(facts)).toEqual(facts)
  })
})

test('a PIN set today is met, whatever stood there before', () => {
  const facts = withPin(phone({ pinIs: 'voicemail_pin' }).facts, '2026-11-23')
  expect(carrierPin(line(facts))).toMatchObject({ verdict: 'met' })
  expect(problemsOf(facts)).toEqual({})
})

describe('answers that cannot both be true are told at their field', () => {
  const cases: [string, Partial<LineFacts>, Record<string, string[]>][] = [
    [
      'a PIN on a number that lives in an app',
      { kind: 'app_number', accountPin: 'set', pinIs: 'account_pin' },
      { 'facts.accountPin': [says.appNumber] },
    ],
    [
      'an employer’s PIN on one’s own line',
      { accountHolder: 'me', accountPin: 'set_by_employer' },
      { 'facts.accountPin': [says.notEmployers] },
    ],
    [
      'which PIN it is, where none is set',
      { accountPin: 'not_set', pinIs: 'account_pin' },
      { 'facts.pinIs': [says.pinIsSet] },
    ],
    [
      'a look-alike, where it is not known whether one is set',
      { accountPin: 'not_sure', pinIs: 'sim_card_pin' },
      { 'facts.pinIs': [says.noPin] },
    ],
    [
      'a choice and a day, where no PIN is set',
      { accountPin: 'not_set', pinOwnChoice: 'chosen_by_me', pinSetOn: '2026-10-01' },
      { 'facts.pinOwnChoice': [says.noPin], 'facts.pinSetOn': [says.noPin] },
    ],
    [
      'a day that lies ahead',
      { accountPin: 'set', pinIs: 'account_pin', pinSetOn: '2026-11-24' },
      { 'facts.pinSetOn': [says.dayAhead] },
    ],
    [
      'a year that is a slip',
      { accountPin: 'set', pinIs: 'account_pin', pinSetOn: '0206-11-24' },
      { 'facts.pinSetOn': [says.dayTooEarly] },
    ],
    [
      'an account at the carrier, where there is said to be none',
      { hasOnlineAccount: 'no', carrierAccountId, carrierPasswordChanged: 'no' },
      {
        'facts.carrierAccountId': [says.noOnlineAccount],
        'facts.carrierPasswordChanged': [says.noOnlineAccount],
      },
    ],
    [
      'an account that is in no list',
      { hasOnlineAccount: 'yes', carrierAccountId: '00000000-0000-4000-8000-000000000009' },
      { 'facts.carrierAccountId': [says.accountMissing] },
    ],
    [
      'a mailbox as the account at the carrier',
      { hasOnlineAccount: 'yes', carrierAccountId: mailboxId },
      { 'facts.carrierAccountId': [says.notCarriers] },
    ],
    [
      'how and when a password was changed that was not',
      {
        hasOnlineAccount: 'yes',
        carrierPasswordChanged: 'no',
        carrierPasswordChangedOn: '2026-10-01',
        changedWithManager: 'yes',
      },
      {
        'facts.carrierPasswordChangedOn': [says.notChanged],
        'facts.changedWithManager': [says.notChanged],
      },
    ],
  ]
  test.each(cases)('%s', (_what, facts, problems) => {
    expect(problemsOf(facts)).toEqual(problems)
  })
  test('a carrier that is none, and one that is named twice', () => {
    expect(
      contradictions(phone({ carrierId: 'google' }, { ownCarrier: 'Harbour Mobile' }), {
        carrier: { category: 'email' },
        accounts: new Map(),
        today: '2026-11-23',
      }),
    ).toEqual({ 'facts.carrierId': [says.unknownCarrier], ownCarrier: [says.carrierStands] })
  })
  test('nothing where everything fits', () => {
    const whole: Partial<LineFacts> = {
      accountHolder: 'me',
      accountPin: 'set',
      pinIs: 'account_pin',
      pinOwnChoice: 'chosen_by_me',
      pinSetOn: '2026-11-23',
      hasOnlineAccount: 'yes',
      carrierAccountId,
      carrierPasswordChanged: 'yes',
      carrierPasswordChangedOn: '2026-11-23',
      changedWithManager: 'yes',
    }
    expect(problemsOf(whole)).toEqual({})
  })
})

describe('of a number', () => {
  test.each(['0664 12', 'Work 821', 'ends 4-1-7', 'Handy ٠٦٦', '４１２'])(
    'no part is kept in a label: %s',
    (label) => {
      expect(lineEntry.safeParse(phone({}, { label })).success).toBe(false)
    },
  )
  test.each(['Work phone', 'iPhone 15 Pro', 'Second SIM 2', 'Galaxy S24'])('a label may be %s', (label) => {
    expect(hasNumber(label)).toBe(false)
    expect(lineEntry.safeParse(phone({}, { label })).success).toBe(true)
  })
  test.each(['', '1', '41', ' 41 ', '４１'])('two digits at most are kept: "%s"', (lastDigits) => {
    const parsed = lineEntry.parse(phone({}, { lastDigits }))
    expect(parsed.lastDigits).toMatch(/^[0-9]{0,2}$/)
  })
  test.each(['417', '+43 664 41', 'no', '4 1', '٤١'])('anything else is refused: "%s"', (lastDigits) => {
    const refused = lineEntry.safeParse(phone({}, { lastDigits }))
    expect(refused.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['lastDigits', says.twoDigits],
    ])
  })
})

describe('a line that goes to another carrier', () => {
  const at = (carrierId: string | null, ownCarrier = '') => ({ carrierId, ownCarrier })
  test.each([
    [at('verizon'), at('att'), true],
    [at('verizon'), at('verizon'), false],
    [at('verizon'), at(null, 'Quay Mobile'), true],
    [at('verizon'), at(null), true],
    [at(null, 'Quay Mobile'), at('att'), true],
    [at(null, 'Quay Mobile'), at(null, 'quay mobile '), false],
    [at(null, 'Quay Mobile'), at(null, 'Harbour Tel'), true],
    [at(null), at('att'), false],
    [at(null), at(null, 'Quay Mobile'), false],
  ])('from %j to %j has moved: %s', (before, after, moved) => {
    expect(hasMoved(before, after)).toBe(moved)
  })

  const { facts: before } = phone({
    ...{ accountPin: 'set', pinIs: 'account_pin', pinOwnChoice: 'chosen_by_me', pinSetOn: '2026-10-01' },
    ...{ portOutLock: 'on', simChangeLock: 'on' },
    ...{ hasOnlineAccount: 'yes', carrierAccountId, carrierPasswordChanged: 'yes' },
  })
  test('does not take PIN, locks and online account along', () => {
    const after = withoutOldCarrier({ ...before, carrierId: 'att' }, before)
    expect(after).toEqual(phone({ carrierId: 'att', accountPin: 'unanswered' }).facts)
    expect(carrierPin(line(after))).toMatchObject({ verdict: 'unknown', unknownKind: 'unanswered' })
    expect(problemsOf(after)).toEqual({})
  })
  test('keeps what was answered of the new one', () => {
    const said = { ...before, carrierId: 'att', pinSetOn: '2026-11-20', portOutLock: 'off' as const }
    expect(withoutOldCarrier(said, before)).toMatchObject({
      accountPin: 'set',
      pinSetOn: '2026-11-20',
      portOutLock: 'off',
      simChangeLock: 'on',
      hasOnlineAccount: 'unanswered',
      carrierAccountId: null,
    })
  })
})
