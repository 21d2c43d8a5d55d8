/** The thirty rows of guidance section 2. A row that says "any" is tested with every answer there is. */
import { describe, expect, it } from 'vitest'
import type { AccountFacts, MethodRow } from '@/lib/accounts/facts'
import type { ActionCode, LabelCode } from '@/lib/guidance/codes'
import {
  account,
  bareLine,
  codeOn,
  heldLine,
  idOf,
  judged,
  keyOn,
  line,
  mailboxId,
  methodsOff,
  row,
  sam,
  service,
} from '@/lib/posture/statements.fixture'
import type { ServiceFacts } from '@/lib/services/facts'
import {
  type AccountValue,
  methodStates,
  offered,
  type SmsRecovery,
  smsRecoveries,
  type Verdict,
} from '@/lib/vocabulary'

type Expected = { verdict: Verdict; labels?: LabelCode[]; next?: ActionCode | null }
type Row = {
  row: number
  says: string
  facts: Partial<AccountFacts>[]
  service?: Partial<ServiceFacts>
  g2: Expected
  g3: Expected
}

const key = { methods: methodsOff(keyOn) }
const code = { methods: methodsOff(codeOn) }
const push = { methods: methodsOff(row('app_approval')) }
const keyAndCode = { methods: methodsOff(keyOn, codeOn) }
const sms = { smsSecondFactor: 'on' } as const
const noFido = { fidoOffered: false, passkeyUse: [], methods: ['authenticator_code', 'sms_code'] } as const
const onlyTexts = {
  fidoOffered: false,
  passkeyUse: [],
  methods: ['sms_code'],
  smsConstraint: 'only_second_factor',
} as const
const signsInOnly = row('passkey', 'on', ['sign_in'])
const anyRecovery = <Facts extends object>(facts: Facts) =>
  smsRecoveries.map((smsRecovery: SmsRecovery) => ({ ...facts, smsRecovery }))
const anyOffer = <Facts extends object>(facts: Facts) =>
  offered.map((fidoOffered) => ({ ...facts, fidoOffered }))
const valued = (value: AccountValue, facts: Partial<AccountFacts>[]) =>
  facts.map((each) => ({ ...each, value }))
const codeStates = (fido: MethodRow) =>
  methodStates.map((state) => methodsOff(fido, row('authenticator_code', state)))

const rows: Row[] = [
  {
    row: 1,
    says: 'a key with nothing beside it',
    facts: [key],
    g2: { verdict: 'met', labels: [], next: null },
    g3: { verdict: 'met', labels: [], next: null },
  },
  {
    row: 1,
    says: 'a single key asks for a spare',
    facts: [{ ...key, keysOrPasskeys: '1' }],
    g2: { verdict: 'met', labels: ['one_key_only'], next: 'keep_spare_key' },
    g3: { verdict: 'met', labels: [], next: null },
  },
  {
    row: 2,
    says: 'a key, and recovery by a text that could go',
    facts: [{ ...key, smsRecovery: 'on_can_be_removed' }],
    g2: { verdict: 'met' },
    g3: { verdict: 'partly_met', labels: ['recovery_by_sms'], next: 'remove_number_from_recovery' },
  },
  {
    row: 3,
    says: 'a key, and recovery by a text that the service insists on',
    facts: [{ ...key, smsRecovery: 'on_forced_by_service' }],
    g2: { verdict: 'met' },
    g3: { verdict: 'met', labels: ['forced_by_service'], next: 'set_carrier_pin' },
  },
  {
    row: 4,
    says: 'a key with a code app left on',
    facts: [keyAndCode],
    g2: { verdict: 'partly_met', labels: ['weaker_method_left_on'], next: 'turn_off_code_app' },
    g3: { verdict: 'met', labels: [] },
  },
  {
    row: 5,
    says: 'a key with the code app that the service insists on as fallback',
    facts: [keyAndCode],
    service: { smsConstraint: 'fallback_needed_not_necessarily_sms' },
    g2: { verdict: 'met', labels: ['fallback_required'], next: null },
    g3: { verdict: 'met', next: null },
  },
  {
    row: 6,
    says: 'a key with a text still on',
    facts: codeStates(keyOn).flatMap((methods) => anyRecovery({ ...sms, methods })),
    g2: { verdict: 'partly_met', labels: ['weak_fallback'], next: 'turn_off_sms' },
    g3: { verdict: 'not_met', labels: ['weak_fallback'], next: 'turn_off_sms' },
  },
  {
    row: 7,
    says: 'a key with a text the service will not let go',
    facts: anyRecovery({ ...key, ...sms, smsSecondFactorRemovable: 'no' as const }),
    g2: { verdict: 'partly_met', labels: ['weak_fallback', 'forced_by_service'], next: 'set_carrier_pin' },
    g3: { verdict: 'not_met', labels: ['weak_fallback', 'forced_by_service'], next: 'set_carrier_pin' },
  },
  {
    row: 8,
    says: 'a code app where FIDO is offered',
    facts: [code],
    g2: { verdict: 'not_met', labels: [], next: 'add_key_or_passkey' },
    g3: { verdict: 'met', labels: [], next: null },
  },
  {
    row: 9,
    says: 'a code app and a text where FIDO is offered',
    facts: anyRecovery({ ...code, ...sms }),
    g2: { verdict: 'not_met', next: 'add_key_then_turn_off_sms' },
    g3: { verdict: 'not_met', labels: ['weak_fallback'], next: 'add_key_then_turn_off_sms' },
  },
  {
    row: 10,
    says: 'a code app where the service offers no FIDO',
    facts: [code],
    service: noFido,
    g2: { verdict: 'not_applicable', labels: ['service_offers_no_fido'], next: 'move_elsewhere' },
    g3: { verdict: 'met', labels: [] },
  },
  {
    row: 11,
    says: 'approval in an app where FIDO is offered',
    facts: [push],
    g2: { verdict: 'not_met', next: 'add_key_or_passkey' },
    g3: { verdict: 'met', labels: [] },
  },
  {
    row: 12,
    says: 'texts and nothing else where FIDO is offered',
    facts: anyRecovery(sms),
    g2: { verdict: 'not_met', next: 'add_key_then_turn_off_sms' },
    g3: { verdict: 'not_met', labels: ['sms_only'], next: 'add_key_then_turn_off_sms' },
  },
  {
    row: 13,
    says: 'texts where the service offers nothing else',
    facts: anyRecovery({ ...sms, methods: [] }),
    service: onlyTexts,
    g2: { verdict: 'not_applicable', labels: ['service_offers_no_fido'] },
    g3: { verdict: 'not_met', labels: ['sms_is_all_it_offers'], next: 'set_carrier_pin' },
  },
  {
    row: 14,
    says: 'no second factor where FIDO is offered or nobody knows',
    facts: anyRecovery({}).flatMap((facts) => [
      { ...facts, fidoOffered: 'yes' },
      { ...facts, fidoOffered: 'not_known' },
    ]),
    g2: { verdict: 'not_met', labels: ['no_second_factor'], next: 'turn_on_best_method' },
    g3: { verdict: 'not_met', labels: ['no_second_factor'], next: 'turn_on_best_method' },
  },
  {
    row: 14,
    says: 'no second factor where the service offers no FIDO',
    facts: anyRecovery({ fidoOffered: 'no' as const }),
    g2: { verdict: 'not_applicable', labels: ['service_offers_no_fido'], next: 'turn_on_best_method' },
    g3: { verdict: 'not_met', labels: ['no_second_factor'], next: 'turn_on_best_method' },
  },
  {
    row: 15,
    says: 'a key, and nobody is sure whether a text works too',
    facts: anyRecovery({ ...key, smsSecondFactor: 'not_sure' as const }),
    g2: { verdict: 'unknown', labels: ['met_so_far'], next: 'look_at_sms' },
    g3: { verdict: 'unknown', next: 'look_at_sms' },
  },
  {
    row: 16,
    says: 'not sure of FIDO, with another method on',
    facts: [{ methods: methodsOff(row('passkey', 'not_sure'), codeOn) }],
    g2: { verdict: 'unknown', next: 'look_at_methods' },
    g3: { verdict: 'met' },
  },
  {
    row: 16,
    says: 'not sure of FIDO, with no other method known to be on',
    facts: (['off', 'not_offered', 'not_sure', 'unanswered'] as const).map((state) => ({
      methods: methodsOff(row('passkey', 'not_sure'), row('authenticator_code', state)),
    })),
    g2: { verdict: 'unknown', next: 'look_at_methods' },
    g3: { verdict: 'unknown', next: 'look_at_methods' },
  },
  {
    row: 17,
    says: 'less valuable, with a code app',
    facts: valued('less_valuable', anyOffer(code)),
    g2: { verdict: 'not_applicable', labels: [], next: null },
    g3: { verdict: 'met', labels: [], next: null },
  },
  {
    row: 18,
    says: 'less valuable, with a code app and a text',
    facts: valued('less_valuable', anyRecovery({ ...code, ...sms }).flatMap(anyOffer)),
    g2: { verdict: 'not_applicable' },
    g3: { verdict: 'not_met', labels: ['weak_fallback'], next: 'turn_off_sms' },
  },
  {
    row: 19,
    says: 'less valuable, with texts and nothing else',
    facts: valued('less_valuable', anyRecovery(sms).flatMap(anyOffer)),
    g2: { verdict: 'not_applicable' },
    g3: { verdict: 'not_met', labels: ['sms_only'], next: 'set_up_code_app_then_turn_off_sms' },
  },
  {
    row: 20,
    says: 'less valuable, with no second factor',
    facts: valued('less_valuable', anyRecovery({}).flatMap(anyOffer)),
    g2: { verdict: 'not_applicable' },
    g3: { verdict: 'not_met', labels: ['no_second_factor'], next: 'set_up_code_app' },
  },
  {
    row: 21,
    says: 'less valuable, with a key',
    facts: valued('less_valuable', anyOffer(key)),
    g2: { verdict: 'met', labels: [] },
    g3: { verdict: 'met', labels: [] },
  },
  {
    row: 22,
    says: 'a passkey to sign in, while password and code still work',
    facts: [{ methods: methodsOff(signsInOnly, codeOn), passwordStillWorks: 'yes' }],
    g2: {
      verdict: 'partly_met',
      labels: ['password_still_open', 'weaker_method_left_on'],
      next: 'remove_password_way_in',
    },
    g3: { verdict: 'met', labels: [] },
  },
  {
    row: 26,
    says: 'a messaging app registered by phone number',
    facts: [{ methods: [row('app_pin')] }, { methods: [row('app_pin', 'off')] }, { methods: [], ...sms }],
    service: {
      registeredByPhone: true,
      fidoOffered: false,
      passkeyUse: [],
      methods: ['sms_code', 'voice_code'],
    },
    g2: { verdict: 'not_applicable', labels: ['registered_by_phone'] },
    g3: { verdict: 'not_applicable', labels: ['registered_by_phone'] },
  },
  {
    row: 26,
    says: 'one that offers a passkey, not in use',
    facts: [{ methods: [row('app_pin'), row('passkey', 'off')] }],
    service: { registeredByPhone: true, methods: ['passkey', 'sms_code'] },
    g2: { verdict: 'not_met', labels: ['registered_by_phone'], next: 'add_key_or_passkey' },
    g3: { verdict: 'not_applicable', labels: ['registered_by_phone'] },
  },
  {
    row: 27,
    says: 'value not decided counts as high',
    facts: valued('not_sure', [code]),
    g2: { verdict: 'not_met', labels: ['value_not_decided'], next: 'decide_value' },
    g3: { verdict: 'met', labels: ['value_not_decided'] },
  },
  {
    row: 28,
    says: 'PIV or CAC with nothing beside it',
    facts: anyOffer({ methods: methodsOff(row('piv_cac')) }),
    g2: { verdict: 'met', labels: [] },
    g3: { verdict: 'met', labels: [] },
  },
  {
    row: 29,
    says: 'a mailed code and nothing else',
    facts: [{ methods: methodsOff(row('email_code')) }],
    g2: { verdict: 'not_met', labels: ['code_goes_to_mailbox'], next: 'add_key_or_passkey' },
    g3: { verdict: 'met', labels: ['code_goes_to_mailbox'] },
  },
  {
    row: 30,
    says: 'a code by voice call',
    facts: [{ methods: methodsOff(row('voice_code')) }],
    g2: { verdict: 'not_met', next: 'add_key_or_passkey' },
    g3: {
      verdict: 'partly_met',
      labels: ['voice_is_the_same_number', 'our_reading'],
      next: 'add_key_or_passkey',
    },
  },
]

describe('the truth table for one account', () => {
  for (const { row: number, says, facts, service: about, g2, g3 } of rows) {
    it(`row ${number}: ${says} (${facts.length})`, () => {
      for (const each of facts) {
        const person = sam([account(each, { service: service(about) })])
        expectRuling(judged(person, 'G2', mailboxId), g2, each)
        expectRuling(judged(person, 'G3', mailboxId), g3, each)
      }
    })
  }
})

/** Labels are named in full only where nothing else may vary; a row that says "any" may add the label of recovery. */
function expectRuling(
  found: { verdict: Verdict; labels: readonly LabelCode[]; nextAction: ActionCode | null },
  { verdict, labels, next }: Expected,
  facts: Partial<AccountFacts>,
) {
  const told = JSON.stringify(facts)
  expect(found.verdict, told).toBe(verdict)
  const beside: LabelCode[] = ['recovery_by_sms', 'forced_by_service', 'weaker_method_left_on']
  if (labels) {
    expect(found.labels, told).toEqual(expect.arrayContaining(labels))
    expect(
      found.labels.filter((label) => !labels.includes(label) && !beside.includes(label)),
      told,
    ).toEqual([])
  }
  if (next !== undefined) expect(found.nextAction, told).toBe(next)
}

describe('an account that is signed in to through another', () => {
  const parentId = idOf(7)
  const through = { signsInBy: 'another_account', throughAccountId: parentId } as const

  it('row 23: has the verdicts of that account, and says so', () => {
    for (const facts of [
      key,
      code,
      { ...code, ...sms },
      {},
      { ...key, smsSecondFactor: 'not_sure' as const },
    ]) {
      const parent = account({ ...facts }, { id: parentId, confirmedOn: '2026-05-01' })
      const person = sam([account(through), parent])
      for (const item of ['G2', 'G3', 'G2.0', 'G2.3', 'G3.0', 'G3.1', 'G3.2', 'G3.3'] as const) {
        const inherited = judged(person, item, mailboxId)
        expect(inherited.verdict).toBe(judged(person, item, parentId).verdict)
        expect(inherited.unknownKind).toBe(judged(person, item, parentId).unknownKind)
        expect(inherited.labels).toContain('inherits')
        expect(inherited.nextAction).toBe('open_that_account')
        expect(inherited.confirmedOn).toBe('2026-05-01')
      }
    }
  })

  it('row 23: follows a chain of sign-ins to its end', () => {
    const middle = account({ signsInBy: 'another_account', throughAccountId: idOf(8) }, { id: parentId })
    const person = sam([account(through), middle, account(key, { id: idOf(8) })])
    expect(judged(person, 'G2', mailboxId).verdict).toBe('met')
  })

  it('row 24: is unknown while that account is not recorded', () => {
    for (const throughAccountId of [null, idOf(77)]) {
      const person = sam([account({ ...through, throughAccountId })])
      for (const item of ['G2', 'G3'] as const) {
        const found = judged(person, item, mailboxId)
        expect(found).toMatchObject({
          verdict: 'unknown',
          unknownKind: 'unanswered',
          nextAction: 'add_that_account',
        })
        expect(found.labels).toEqual(['parent_missing'])
      }
    }
  })

  it('row 24: is unknown, and ends, where sign-ins go round in a ring', () => {
    const self = sam([account({ ...through, throughAccountId: mailboxId })])
    const ring = sam([
      account({ ...key, ...through }),
      account({ ...key, signsInBy: 'another_account', throughAccountId: mailboxId }, { id: parentId }),
    ])
    for (const person of [self, ring]) {
      expect(judged(person, 'G2', mailboxId)).toMatchObject({
        verdict: 'unknown',
        labels: ['parent_missing'],
      })
    }
  })

  it('row 25: through the employer is unknown and asks nothing of the person', () => {
    const person = sam([account({ ...key, signsInBy: 'employer_single_sign_on' })])
    for (const item of ['G2', 'G3'] as const) {
      const found = judged(person, item, mailboxId)
      expect(found).toMatchObject({ verdict: 'unknown', unknownKind: 'never_asked', nextAction: null })
      expect(found.labels).toEqual(['judged_by_organisation'])
    }
  })
})

describe('what the rows leave open', () => {
  it('asks for an exception once the number itself is held', () => {
    const facts = { ...key, ...sms, smsSecondFactorRemovable: 'no' as const }
    expect(judged(sam([account(facts)], [line(bareLine)]), 'G3', mailboxId).nextAction).toBe(
      'set_carrier_pin',
    )
    expect(judged(sam([account(facts)], [line(heldLine)]), 'G3', mailboxId).nextAction).toBe(
      'ask_for_exception',
    )
  })

  it('takes the service’s word that a text stays, unless the person tried', () => {
    const stays = service({ smsConstraint: 'cannot_be_disabled' })
    const facts = { ...key, ...sms, smsSecondFactorRemovable: 'unanswered' as const }
    expect(judged(sam([account(facts, { service: stays })]), 'G3', mailboxId).labels).toContain(
      'forced_by_service',
    )
    const tried = { ...facts, smsSecondFactorRemovable: 'yes' as const }
    expect(judged(sam([account(tried, { service: stays })]), 'G3', mailboxId).nextAction).toBe('turn_off_sms')
  })

  it('never advises to take away the only thing behind a password', () => {
    const facts = { ...sms, methods: methodsOff(signsInOnly), passwordStillWorks: 'yes' as const }
    const found = judged(sam([account(facts)]), 'G3', mailboxId)
    expect(found).toMatchObject({ verdict: 'not_met', nextAction: 'set_up_code_app_then_turn_off_sms' })
  })

  it('does not know whether FIDO is lacking where nobody knows if it is offered', () => {
    const freely = account({ ...code, fidoOffered: 'not_known' }, { service: null })
    expect(judged(sam([freely]), 'G2', mailboxId)).toMatchObject({
      verdict: 'unknown',
      nextAction: 'look_at_methods',
    })
    const stated = account({ ...code, fidoOffered: 'yes' }, { service: null })
    expect(judged(sam([stated]), 'G2', mailboxId).verdict).toBe('not_met')
  })

  it('holds back every pass while nobody knows how an account is signed in to, and hides no failure', () => {
    const doubted = { signsInBy: 'not_sure' } as const
    expect(judged(sam([account({ ...key, ...doubted })]), 'G2', mailboxId)).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'not_sure',
    })
    expect(judged(sam([account({ ...key, ...sms, ...doubted })]), 'G3', mailboxId).verdict).toBe('not_met')
  })

  it('reads a blank as a blank: nothing said is nothing known', () => {
    const blank = account({ methods: [], smsSecondFactor: 'unanswered', smsRecovery: 'unanswered' })
    for (const item of ['G2', 'G3', 'G2.0', 'G2.3', 'G3.0', 'G3.1', 'G3.3'] as const) {
      expect(judged(sam([blank]), item, mailboxId)).toMatchObject({
        verdict: 'unknown',
        unknownKind: 'unanswered',
      })
    }
  })
})
