/** What counts as a second factor, how long "forced" counts, and that a spare key comes before anything is turned off. */
import { describe, expect, it } from 'vitest'
import type { AccountFacts } from '@/lib/accounts/facts'
import type { ActionCode } from '@/lib/guidance/codes'
import { postureOf } from '@/lib/posture/rules'
import {
  account,
  codeOn,
  idOf,
  judged,
  keyOn,
  line,
  mailboxId,
  methodsOff,
  row,
  sam,
  samId,
  service,
} from '@/lib/posture/statements.fixture'
import { catalogue } from '@/lib/services/catalogue'
import { methodStates, type Verdict } from '@/lib/vocabulary'
import { actionWords } from '@/lib/words/actions'

const signsInOnly = row('passkey', 'on', ['sign_in'])
const questions = row('security_questions')
const of = (facts: Partial<AccountFacts>, item: 'G3' | 'G3.0' | 'G3.2' | 'G3.3') =>
  judged(sam([account(facts)]), item, mailboxId)

describe('an account that the password alone opens', () => {
  it.each<[string, Partial<AccountFacts>]>([
    ['a passkey that only signs in', { methods: methodsOff(signsInOnly) }],
    ['a mailed link that only signs in', { methods: methodsOff(row('email_code', 'on', ['sign_in'])) }],
    ['a call that only signs in', { methods: methodsOff(signsInOnly, row('voice_code', 'on', ['sign_in'])) }],
    ['questions behind it', { methods: methodsOff(questions) }],
    ['questions behind it, and a passkey beside it', { methods: methodsOff(signsInOnly, questions) }],
  ])('has no second factor, whatever else works: %s', (_, facts) => {
    for (const item of ['G3', 'G3.0'] as const) {
      const found = of({ ...facts, passwordStillWorks: 'yes' }, item)
      expect(found.verdict).toBe('not_met')
      expect(found.labels).toContain('no_second_factor')
    }
    expect(of({ ...facts, value: 'less_valuable' }, 'G3.2').verdict).toBe('not_met')
    expect(['not_met', 'not_applicable']).toContain(of(facts, 'G3.3').verdict)
  })

  it('is told what closes it: the password’s own way where a passkey works, else a second step', () => {
    expect(of({ methods: methodsOff(signsInOnly) }, 'G3').nextAction).toBe('remove_password_way_in')
    expect(of({ methods: methodsOff(questions) }, 'G3').nextAction).toBe('turn_on_best_method')
    const { changes } = postureOf(sam([account({ methods: methodsOff(questions) })])).person
    expect(changes.map(({ action }) => action)).toContain('turn_on_best_method')
  })

  it.each<[AccountFacts['passwordStillWorks'], Verdict]>([
    ['no', 'met'],
    ['yes', 'not_met'],
    ['not_sure', 'unknown'],
    ['unanswered', 'unknown'],
  ])('is not passed while nobody knows: the password still works: %s', (passwordStillWorks, verdict) => {
    for (const item of ['G3', 'G3.0', 'G3.3'] as const)
      expect(of({ methods: methodsOff(signsInOnly), passwordStillWorks }, item).verdict).toBe(verdict)
  })

  it('never passes by questions, whatever they are said to be', () => {
    for (const state of methodStates) {
      const facts = { methods: methodsOff(row('security_questions', state)) }
      expect(of(facts, 'G3.0').verdict).toBe('not_met')
    }
    expect(of({ methods: methodsOff(codeOn, questions) }, 'G3.0').verdict).toBe('met')
  })
})

describe('a reset by text that the service insists on', () => {
  const forced = { methods: methodsOff(keyOn), smsRecovery: 'on_forced_by_service' } as const
  const reset = (facts: Partial<AccountFacts>, about: Parameters<typeof service>[0] = {}) =>
    judged(sam([account({ ...forced, ...facts }, { service: service(about) })]), 'G3.1', mailboxId)

  it('is as old as the day somebody tried', () => {
    const tried = { smsForcedBasis: 'person_tried', smsForcedOn: '2026-03-01' } as const
    expect(reset(tried)).toMatchObject({ verdict: 'met', confirmedOn: '2026-03-01' })
    expect(judged(sam([account({ ...forced, ...tried })]), 'G3', mailboxId).confirmedOn).toBe('2026-03-01')
    expect(judged(sam([account({ ...forced, ...tried })]), 'G3.0', mailboxId).confirmedOn).toBe('2026-11-02')
    expect(reset({ ...tried, smsForcedOn: '2026-11-20' }).confirmedOn).toBe('2026-11-02')
  })

  it('rests on the service’s facts for as long as they say so, and is as old as they are', () => {
    const listed = { smsForcedBasis: 'service_facts', smsForcedOn: '2026-03-01' } as const
    expect(reset(listed, { smsConstraint: 'phone_trusted_number_kept', asOf: '2026-08-04' })).toMatchObject({
      verdict: 'met',
      labels: ['forced_by_service'],
      confirmedOn: '2026-08-04',
    })
    expect(reset(listed, { smsConstraint: 'none_known' })).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'unanswered',
      labels: ['recovery_by_sms'],
      nextAction: 'look_at_recovery',
      confirmedOn: '2026-11-02',
    })
  })

  it('is not sure where nobody is sure whether the number could go, and the text stays a way in', () => {
    expect(reset({ smsRecovery: 'on_removal_not_sure' })).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'not_sure',
      nextAction: 'look_at_recovery',
    })
    const { accounts, person } = postureOf(sam([account({ ...forced, smsRecovery: 'on_removal_not_sure' })]))
    expect(accounts[0]?.level).toBe(1)
    expect(person.changes.map(({ action }) => action)).toContain('look_at_recovery')
    expect(person.changes.map(({ action }) => action)).not.toContain('remove_number_from_recovery')
  })
})

describe('one key and no spare', () => {
  const turnsOff: readonly ActionCode[] = [
    'turn_off_sms',
    'turn_off_voice',
    'turn_off_code_app',
    'add_key_then_turn_off_sms',
    'set_up_code_app_then_turn_off_sms',
    'remove_password_way_in',
  ]
  const beside = [
    {},
    { smsSecondFactor: 'on' },
    { smsRecovery: 'on_can_be_removed', smsSecondFactor: 'on' },
  ] as const
  const fido = (['fido_security_key', 'passkey', 'piv_cac'] as const).flatMap((method) =>
    ([['second_factor'], ['sign_in'], ['sign_in', 'second_factor']] as const).map((roles) =>
      row(method, 'on', [...roles]),
    ),
  )
  const others = [[], [codeOn], [row('voice_code')], [codeOn, row('voice_code'), row('app_approval')]]

  it('is told of the spare before anything is turned off, at every service and with everything beside it', () => {
    let walked = 0
    for (const about of [null, ...catalogue])
      for (const key of fido)
        for (const more of others)
          for (const texts of beside) {
            const one = account(
              {
                ...texts,
                methods: methodsOff(key, ...more),
                keysOrPasskeys: '1',
                spareKeptApart: 'unanswered',
              },
              { service: about },
            )
            const { judgements, person } = postureOf(sam([one]))
            expect(
              judgements.filter(({ nextAction }) => nextAction && turnsOff.includes(nextAction)),
            ).toEqual(judgements.filter(({ nextAction }) => nextAction === 'remove_password_way_in'))
            const told = person.changes.map(({ action }) => action)
            const first = told.findIndex((action) => turnsOff.includes(action))
            if (first >= 0) expect(told.slice(0, first)).toContain('keep_spare_key')
            walked++
          }
    expect(walked).toBeGreaterThan(5000)
  })

  it('is offered the spare first though turning the text off closes more', () => {
    const facts = { methods: methodsOff(keyOn), smsSecondFactor: 'on', keysOrPasskeys: '1' } as const
    const { changes } = postureOf(sam([account(facts)])).person
    expect(changes.slice(0, 2).map(({ action, closes }) => [action, closes > 0])).toEqual([
      ['keep_spare_key', false],
      ['turn_off_sms', true],
    ])
    for (const item of ['G2', 'G2.3', 'G3', 'G3.0', 'G3.3'] as const)
      expect(judged(sam([account(facts)]), item, mailboxId).nextAction).toBe('keep_spare_key')
    const two = judged(sam([account({ ...facts, keysOrPasskeys: '2' })]), 'G2.3', mailboxId)
    expect(two.nextAction).toBe('turn_off_sms')
  })

  it('is not asked for where the service will not let the text go: the number is held first', () => {
    const facts = {
      methods: methodsOff(keyOn),
      smsSecondFactor: 'on',
      smsSecondFactorRemovable: 'no',
      keysOrPasskeys: '1',
    } as const
    expect(judged(sam([account(facts)], [line()]), 'G3', mailboxId).nextAction).toBe('set_carrier_pin')
  })

  it.each(['turn_off_sms', 'turn_off_voice', 'add_key_then_turn_off_sms'] as const)(
    '%s speaks of the spare before it says to turn anything off',
    (action) => {
      const steps = actionWords[action].steps({ name: 'Mailbox', service: 'Mailbox' })
      const spare = steps.findIndex((step) => step.includes('spare'))
      expect(spare).toBeGreaterThanOrEqual(0)
      expect(spare).toBeLessThan(steps.findIndex((step) => /turn (text messages|calls) off/i.test(step)))
    },
  )
})

describe('a second step at the carrier', () => {
  const carrierId = idOf(9)
  const carrier = (facts: Partial<AccountFacts>, about: Parameters<typeof service>[0] = {}) =>
    judged(
      sam(
        [account({ category: 'carrier', ...facts }, { id: carrierId, service: service(about) })],
        [line({ hasOnlineAccount: 'yes', carrierAccountId: carrierId })],
      ),
      'G5.1',
      idOf(101),
    )
  const texts = { smsSecondFactor: 'on' } as const

  it('says whether the carrier offers better than the text', () => {
    expect(carrier(texts)).toMatchObject({
      verdict: 'partly_met',
      labels: ['better_is_offered'],
      nextAction: 'turn_on_carrier_mfa',
    })
    expect(carrier({ ...texts, methods: [] }, { methods: ['sms_code', 'backup_codes'] })).toMatchObject({
      verdict: 'partly_met',
      labels: ['carrier_offers_nothing_else'],
      nextAction: null,
    })
  })

  it('is not had by questions, nor by a passkey beside a password that still works', () => {
    for (const methods of [methodsOff(questions), methodsOff(signsInOnly)])
      expect(carrier({ methods, passwordStillWorks: 'yes' })).toMatchObject({
        verdict: 'not_met',
        labels: ['no_second_factor'],
        nextAction: 'turn_on_carrier_mfa',
      })
    expect(carrier({ methods: methodsOff(signsInOnly), passwordStillWorks: 'no' }).verdict).toBe('met')
    expect(carrier({ methods: methodsOff(signsInOnly), passwordStillWorks: 'not_sure' }).verdict).toBe(
      'unknown',
    )
  })
})

it('a person is told the same of all of it', () => {
  const person = sam([account({ methods: methodsOff(signsInOnly), passwordStillWorks: 'yes' })])
  expect(judged(person, 'G3', samId).verdict).toBe('not_met')
})
