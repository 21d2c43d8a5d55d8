import { describe, expect, it, test } from 'vitest'
import type { AccountFacts } from '@/lib/accounts/facts'
import type { ActionCode, LabelCode } from '@/lib/guidance/codes'
import type { LineFacts } from '@/lib/lines/facts'
import type { LineInQuestion } from '@/lib/posture/facts'
import {
  account,
  bareLine,
  codeOn,
  heldLine,
  judged,
  keyOn,
  line,
  lineId,
  mailboxId,
  methodsOff,
  row,
  sam,
  service,
} from '@/lib/posture/statements.fixture'
import { lineUses, pinLookAlikes, type Verdict } from '@/lib/vocabulary'

type Said = Partial<LineFacts>
const of = (item: 'G5.0' | 'G5.1' | 'G5.2' | 'G5', facts: Said, about: Partial<LineInQuestion> = {}) =>
  judged(sam([], [{ ...line(facts), ...about, facts: line(facts).facts }]), item, lineId)

describe('G5.0, the carrier PIN', () => {
  it.each<[string, Said, Verdict, LabelCode[], ActionCode | null]>([
    ['set and chosen by the holder', heldLine, 'met', [], null],
    [
      'set, and easy to guess',
      { ...heldLine, pinOwnChoice: 'default_or_guessable' },
      'partly_met',
      ['default_pin'],
      'choose_own_pin',
    ],
    [
      'set, and nobody is sure who chose it',
      { ...heldLine, pinOwnChoice: 'not_sure' },
      'unknown',
      [],
      'look_at_pin',
    ],
    ['set, and nobody said what exactly', { ...heldLine, pinIs: null }, 'unknown', [], 'look_at_pin'],
    ['not set', bareLine, 'not_met', [], 'set_carrier_pin'],
    [
      'not set, on a family contract',
      { ...bareLine, accountHolder: 'family_member' },
      'not_met',
      [],
      'ask_account_holder_for_pin',
    ],
    ['not sure', { accountPin: 'not_sure' }, 'unknown', [], 'look_at_pin'],
    ['never answered', { accountPin: 'unanswered' }, 'unknown', [], 'look_at_pin'],
    [
      'not offered, with locks to turn on',
      { accountPin: 'carrier_does_not_offer' },
      'not_applicable',
      ['carrier_offers_no_pin'],
      'turn_on_number_locks',
    ],
    [
      'not offered, nor locks',
      { accountPin: 'carrier_does_not_offer', portOutLock: 'not_offered' },
      'not_applicable',
      ['carrier_offers_no_pin'],
      null,
    ],
    [
      'an app’s number',
      { kind: 'app_number', accountPin: 'set' },
      'not_applicable',
      ['number_has_no_carrier'],
      null,
    ],
    [
      'held by the employer',
      { ...heldLine, accountHolder: 'employer' },
      'unknown',
      ['held_by_employer', 'judged_by_organisation'],
      null,
    ],
    [
      'set by the employer',
      { accountPin: 'set_by_employer' },
      'unknown',
      ['held_by_employer', 'judged_by_organisation'],
      null,
    ],
  ])('%s', (_, facts, verdict, labels, nextAction) => {
    expect(of('G5.0', facts)).toMatchObject({ verdict, labels, nextAction })
  })

  it.each(pinLookAlikes.filter((pin) => pin !== 'account_pin'))(
    'is not met by its look-alike: %s',
    (pinIs) => {
      expect(of('G5.0', { ...heldLine, pinIs })).toMatchObject({
        verdict: 'not_met',
        labels: ['look_alike'],
        nextAction: 'set_carrier_pin',
      })
      expect(of('G5', { ...heldLine, pinIs }).verdict).toBe('not_met')
    },
  )

  it('tells the unknowns apart', () => {
    expect(of('G5.0', { accountPin: 'not_sure' }).unknownKind).toBe('not_sure')
    expect(of('G5.0', { accountPin: 'unanswered' }).unknownKind).toBe('unanswered')
    expect(of('G5.0', { accountPin: 'set_by_employer' }).unknownKind).toBe('never_asked')
  })

  it('goes by the dated facts of the carrier where they are known', () => {
    const carrier = (carrierPinOffered: 'yes' | 'no' | 'not_known') => ({
      carrier: service({ carrierPinOffered }),
    })
    const said = { accountPin: 'carrier_does_not_offer' } as const
    expect(of('G5.0', said, carrier('yes'))).toMatchObject({
      verdict: 'not_met',
      nextAction: 'set_carrier_pin',
    })
    expect(of('G5.0', said, carrier('not_known')).verdict).toBe('not_applicable')
    expect(of('G5.0', { accountPin: 'unanswered' }, carrier('no')).verdict).toBe('not_applicable')
    expect(of('G5.0', heldLine, carrier('no')).verdict).toBe('met')
  })
})

describe('G5.1, a second step at the carrier', () => {
  const online = { ...heldLine, hasOnlineAccount: 'yes', carrierAccountId: mailboxId } as const
  const withAccount = (facts: Partial<AccountFacts>, about: Parameters<typeof service>[0] = {}) =>
    judged(sam([account(facts, { service: service(about) })], [line(online)]), 'G5.1', lineId)

  it.each<[string, Partial<AccountFacts>, Verdict, ActionCode | null]>([
    ['a code app', { methods: methodsOff(codeOn) }, 'met', null],
    ['a key', { methods: methodsOff(keyOn) }, 'met', null],
    ['a code app beside a text', { methods: methodsOff(codeOn), smsSecondFactor: 'on' }, 'met', null],
    ['a text to the line itself', { smsSecondFactor: 'on' }, 'partly_met', 'turn_on_carrier_mfa'],
    [
      'a call to the line itself',
      { methods: methodsOff(row('voice_code')) },
      'partly_met',
      'turn_on_carrier_mfa',
    ],
    ['nothing', {}, 'not_met', 'turn_on_carrier_mfa'],
    ['nobody is sure of texts', { smsSecondFactor: 'not_sure' }, 'unknown', 'look_at_sms'],
    [
      'nobody is sure of a code app',
      { methods: methodsOff(row('authenticator_code', 'not_sure')) },
      'unknown',
      'look_at_methods',
    ],
    ['the employer signs in', { signsInBy: 'employer_single_sign_on' }, 'unknown', 'look_at_methods'],
  ])('%s', (_, facts, verdict, nextAction) => {
    expect(withAccount(facts)).toMatchObject({ verdict, nextAction })
  })

  it('says where the carrier offers nothing else, and asks nothing then', () => {
    const onlyTexts = { methods: ['sms_code'], fidoOffered: false, passkeyUse: [] } as const
    expect(withAccount({ methods: [], smsSecondFactor: 'on' }, onlyTexts)).toMatchObject({
      verdict: 'partly_met',
      labels: ['carrier_offers_nothing_else'],
      nextAction: null,
    })
    expect(withAccount({ methods: [] }, { ...onlyTexts, methods: [] })).toMatchObject({
      verdict: 'not_met',
      labels: ['no_second_factor', 'carrier_offers_nothing_else'],
      nextAction: null,
    })
  })

  it('rests on the older of the line and the carrier account', () => {
    const carrier = account({ methods: methodsOff(codeOn) }, { confirmedOn: '2026-03-01' })
    expect(judged(sam([carrier], [line(online)]), 'G5.1', lineId).confirmedOn).toBe('2026-03-01')
    expect(judged(sam([carrier], [line(online)]), 'G5.0', lineId).confirmedOn).toBe('2026-11-02')
  })

  it('without an online account is half done, and without a word about it unknown', () => {
    expect(of('G5.1', { hasOnlineAccount: 'no' })).toMatchObject({
      verdict: 'partly_met',
      labels: ['no_online_account'],
      nextAction: 'open_carrier_account',
    })
    expect(of('G5.1', { hasOnlineAccount: 'unanswered' }).verdict).toBe('unknown')
    expect(of('G5.1', { hasOnlineAccount: 'yes' })).toMatchObject({
      verdict: 'unknown',
      nextAction: 'add_that_account',
    })
    expect(of('G5.1', { kind: 'app_number' }).verdict).toBe('not_applicable')
  })
})

describe('G5.2, the carrier password changed after', () => {
  const changed = {
    ...heldLine,
    hasOnlineAccount: 'yes',
    carrierPasswordChanged: 'yes',
    carrierPasswordChangedOn: '2026-10-01',
    changedWithManager: 'yes',
  } as const
  it.each<[string, Said, Verdict]>([
    ['on the day of the PIN, with a manager', changed, 'met'],
    ['before the PIN', { ...changed, carrierPasswordChangedOn: '2026-09-30' }, 'partly_met'],
    ['without a manager', { ...changed, changedWithManager: 'no' }, 'partly_met'],
    ['with no PIN to come after', { ...changed, accountPin: 'not_set' }, 'partly_met'],
    ['not at all', { ...changed, carrierPasswordChanged: 'no' }, 'not_met'],
    ['on a day nobody knows', { ...changed, carrierPasswordChangedOn: null }, 'unknown'],
    ['after a PIN whose day nobody knows', { ...changed, pinSetOn: null }, 'unknown'],
    ['nobody is sure about the manager', { ...changed, changedWithManager: 'not_sure' }, 'unknown'],
    ['never answered', { ...changed, carrierPasswordChanged: 'unanswered' }, 'unknown'],
    [
      'where no PIN is offered, the order is no matter',
      { ...changed, accountPin: 'carrier_does_not_offer', pinSetOn: null },
      'met',
    ],
    ['where there is no online account', { ...changed, hasOnlineAccount: 'no' }, 'not_applicable'],
  ])('%s', (_, facts, verdict) => {
    expect(of('G5.2', facts).verdict).toBe(verdict)
  })
})

test('the total of a line is decided by the PIN first', () => {
  const online = { ...heldLine, hasOnlineAccount: 'yes', carrierAccountId: mailboxId } as const
  const done = {
    carrierPasswordChanged: 'yes',
    carrierPasswordChangedOn: '2026-10-02',
    changedWithManager: 'yes',
  } as const
  const total = (facts: Said) =>
    judged(sam([account({ methods: methodsOff(codeOn) })], [line(facts)]), 'G5', lineId).verdict
  expect(total({ ...online, ...done })).toBe('met')
  expect(total({ ...online, ...done, accountPin: 'not_set' })).toBe('not_met')
  expect(total({ ...online, ...done, accountPin: 'not_sure' })).toBe('unknown')
  expect(total({ ...online, ...done, pinOwnChoice: 'default_or_guessable' })).toBe('partly_met')
  expect(total({ ...online, carrierPasswordChanged: 'no' })).toBe('partly_met')
  expect(total(heldLine)).toBe('partly_met')
  expect(total({ ...online, ...done, accountPin: 'carrier_does_not_offer' })).toBe('met')
  expect(total({ kind: 'app_number' })).toBe('not_applicable')
})

test('what a line is used for changes no verdict: General 5 is about every line', () => {
  const judgedAs = (usedFor: LineFacts['usedFor']) =>
    (['G5.0', 'G5.1', 'G5.2', 'G5'] as const).map((item) => of(item, { ...heldLine, usedFor }))
  for (const use of lineUses) expect(judgedAs(use)).toEqual(judgedAs('unanswered'))
})
