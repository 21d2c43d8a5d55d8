import { describe, expect, it } from 'vitest'
import type { AccountFacts } from '@/lib/accounts/facts'
import type { PersonInQuestion } from '@/lib/posture/facts'
import { carryOut } from '@/lib/posture/remedies'
import { postureOf } from '@/lib/posture/rules'
import type { AccountStanding } from '@/lib/posture/shapes'
import {
  account,
  bankId,
  bareLine,
  codeOn,
  heldLine,
  idOf,
  keyOn,
  line,
  lineId,
  mailboxId,
  methodsOff,
  row,
  sam,
  service,
} from '@/lib/posture/statements.fixture'

const key = { methods: methodsOff(keyOn) }
const code = { methods: methodsOff(codeOn) }
const textCode = { ...code, smsSecondFactor: 'on' } as const
const byMailbox = (...recoveryMailboxes: string[]) => ({ mailboxRecovery: 'on' as const, recoveryMailboxes })

function standing(person: PersonInQuestion, id: string): AccountStanding {
  const found = postureOf(person).accounts.find(({ accountId }) => accountId === id)
  if (!found) throw new Error(`no standing for ${id}`)
  return found
}
const levelOf = (facts: Partial<AccountFacts>) => {
  const { level, atBest } = standing(sam([account(facts)]), mailboxId)
  return level === null ? `at best ${atBest}` : level
}
const techniquesInto = (person: PersonInQuestion, id: string) =>
  standing(person, id).ways.map(({ technique, startsWith }) =>
    technique === startsWith ? technique : `${startsWith} through another`,
  )

describe('the level of an account that stands by itself', () => {
  it.each<[string, Partial<AccountFacts>, number | string]>([
    ['a password alone', {}, 0],
    ['texts after the password', { smsSecondFactor: 'on' }, 1],
    ['a call after the password', { methods: methodsOff(row('voice_code')) }, 1],
    ['a key, and recovery by a text that could go', { ...key, smsRecovery: 'on_can_be_removed' }, 1],
    [
      'a key, and recovery by a text the service insists on',
      { ...key, smsRecovery: 'on_forced_by_service' },
      1,
    ],
    ['a key beside a text', { ...key, smsSecondFactor: 'on' }, 1],
    ['a code app', code, 2],
    ['approval in an app', { methods: methodsOff(row('app_approval')) }, 2],
    ['a key beside a code app', { methods: methodsOff(keyOn, codeOn) }, 2],
    [
      'a key, and security questions for recovery',
      { methods: methodsOff(keyOn, row('security_questions', 'on', ['recovery'])) },
      2,
    ],
    [
      'a passkey to sign in, and the password alone as well',
      { methods: methodsOff(row('passkey', 'on', ['sign_in'])) },
      0,
    ],
    [
      'a passkey to sign in, and no password any more',
      {
        methods: methodsOff(row('passkey', 'on', ['sign_in'])),
        passwordStillWorks: 'no',
        spareKeptApart: 'no',
      },
      3,
    ],
    ['a key without a spare', { ...key, keysOrPasskeys: '1' }, 3],
    ['a key whose spare nobody asked about', { ...key, spareKeptApart: 'unanswered' }, 3],
    ['two keys, one kept apart', key, 4],
    ['PIV, with a spare card kept apart', { methods: methodsOff(row('piv_cac')) }, 4],
  ])('%s: %s', (_, facts, level) => {
    expect(levelOf(facts)).toBe(level)
  })

  it.each<[string, Partial<AccountFacts>, string | number]>([
    ['a key, and nobody is sure of texts', { ...key, smsSecondFactor: 'not_sure' }, 'at best 4'],
    [
      'a key without spare, and recovery by text never answered',
      { ...key, keysOrPasskeys: '1', smsRecovery: 'unanswered' },
      'at best 3',
    ],
    ['a key, and mailbox recovery never answered', { ...key, mailboxRecovery: 'unanswered' }, 'at best 4'],
    ['a code app, and nobody is sure of texts', { ...code, smsSecondFactor: 'not_sure' }, 'at best 2'],
    [
      'nobody is sure of a code app, nothing else is on',
      { methods: methodsOff(row('authenticator_code', 'not_sure')) },
      'at best 2',
    ],
    ['nobody is sure of texts, nothing else is on', { smsSecondFactor: 'not_sure' }, 'at best 1'],
    [
      'nobody is sure of FIDO, nothing else is on',
      { methods: methodsOff(row('passkey', 'not_sure')) },
      'at best 4',
    ],
    [
      'nobody is sure of FIDO, a code app is on',
      { methods: methodsOff(row('passkey', 'not_sure'), codeOn) },
      2,
    ],
    [
      'texts are on, and nobody is sure of a code app',
      { smsSecondFactor: 'on', methods: methodsOff(row('authenticator_code', 'not_sure')) },
      1,
    ],
    [
      'a passkey to sign in, and nobody is sure of the password',
      { methods: methodsOff(row('passkey', 'on', ['sign_in'])), passwordStillWorks: 'not_sure' },
      'at best 4',
    ],
    ['texts are on, to a line that is not listed', { smsSecondFactor: 'on', phoneLine: 'not_listed' }, 1],
    ['recovery by a mailbox that is not listed', { ...key, ...byMailbox('not_listed') }, 'at best 4'],
    [
      'nothing was ever said',
      { methods: [], smsSecondFactor: 'unanswered', smsRecovery: 'unanswered' },
      'at best 4',
    ],
    ['nobody knows how it is signed in to', { ...code, signsInBy: 'not_sure' }, 'at best 2'],
    ['the employer signs in', { signsInBy: 'employer_single_sign_on' }, 'at best 4'],
  ])('with an answer missing, %s: %s', (_, facts, level) => {
    expect(levelOf(facts)).toBe(level)
  })

  it('is closed at Google only with Advanced Protection', () => {
    const google = service({ id: 'google', advancedProtection: true })
    const levelWith = (facts: Partial<AccountFacts>) =>
      standing(sam([account({ ...key, ...facts }, { service: google })]), mailboxId).level
    expect(levelWith({ advancedProtection: 'on' })).toBe(4)
    expect(levelWith({ advancedProtection: 'off' })).toBe(3)
    expect(levelWith({ advancedProtection: 'blocked_by_administrator' })).toBe(3)
    expect(levelWith({ advancedProtection: 'unanswered' })).toBe(3)
    expect(levelWith({ advancedProtection: 'on', smsRecovery: 'on_can_be_removed' })).toBe(1)
  })
})

describe('Sam’s mailbox and bank', () => {
  const mailbox = account(textCode)
  const bank = account(
    { ...code, category: 'finance', phoneLine: null, ...byMailbox(mailboxId) },
    { id: bankId },
  )
  const person = sam([mailbox, bank])

  it('spells the chain out from the number to the bank', () => {
    expect(standing(person, bankId).weakest).toEqual({
      accountId: bankId,
      technique: 'through_another_account',
      startsWith: 'number_moved',
      chain: [
        { kind: 'line', id: lineId, by: 'text' },
        { kind: 'account', id: mailboxId, by: 'mailed_reset' },
        { kind: 'account', id: bankId, by: null },
      ],
    })
    expect(standing(person, bankId)).toMatchObject({ level: 1, fallsWith: [mailboxId], ring: [] })
    expect(standing(person, bankId).labels).toContain('falls_with')
  })

  it('counts each way once: three into the mailbox, those three and its own into the bank', () => {
    expect(techniquesInto(person, mailboxId)).toEqual([
      'number_moved',
      'text_or_call_intercepted',
      'person_tricked',
    ])
    expect(techniquesInto(person, bankId)).toEqual([
      'number_moved through another',
      'text_or_call_intercepted through another',
      'person_tricked',
      'person_tricked through another',
    ])
    expect(postureOf(person).person).toMatchObject({ waysIn: 7, opensByNumber: 2, level: 1, accounts: 2 })
  })

  it('tells what falls with the number, nearest first', () => {
    const [fallen] = postureOf(person).lines
    expect(fallen?.falls.map(({ accountId, chain }) => [accountId, chain.length])).toEqual([
      [mailboxId, 2],
      [bankId, 3],
    ])
    expect(fallen?.waysIn).toBe(4)
  })

  it('closes four ways by taking the number out of the mailbox', () => {
    const offered = sam([
      { ...mailbox, service: service({ fidoOffered: false, methods: ['authenticator_code', 'sms_code'] }) },
      bank,
    ])
    const { changes } = postureOf(offered).person
    expect(changes.find(({ action }) => action === 'turn_off_sms')).toMatchObject({
      scopeId: mailboxId,
      closes: 4,
      accounts: [mailboxId, bankId],
    })
  })

  it('closes six, and is the next change, where the mailbox takes a key instead', () => {
    const { next } = postureOf(person).person
    expect(next).toMatchObject({
      action: 'add_key_then_turn_off_sms',
      scopeId: mailboxId,
      closes: 6,
      inReach: true,
    })
    const after = next ? postureOf(carryOut(person, next)) : postureOf(person)
    expect(after.person.waysIn).toBe(1)
    expect(after.lines[0]?.falls).toEqual([])
  })

  it('puts texts for recovery and as factor on one line together: one number, one way', () => {
    const both = sam([account({ ...textCode, smsRecovery: 'on_can_be_removed' })])
    expect(techniquesInto(both, mailboxId)).toEqual([
      'number_moved',
      'text_or_call_intercepted',
      'person_tricked',
    ])
  })
})

describe('what holds a number', () => {
  const ways = (facts: Parameters<typeof line>[0]) =>
    techniquesInto(sam([account(textCode)], [line(facts)]), mailboxId)

  it('is a PIN the holder chose: it closes the move and raises no level', () => {
    expect(ways(heldLine)).toEqual(['text_or_call_intercepted', 'person_tricked'])
    expect(standing(sam([account(textCode)], [line(heldLine)]), mailboxId).level).toBe(1)
  })
  it('is number lock and SIM lock together, and not one of them', () => {
    expect(ways({ ...bareLine, portOutLock: 'on', simChangeLock: 'on' })).not.toContain('number_moved')
    expect(ways({ ...bareLine, portOutLock: 'on' })).toContain('number_moved')
    expect(ways({ ...bareLine, simChangeLock: 'on' })).toContain('number_moved')
  })
  it.each([
    ['a PIN that can be guessed', { ...heldLine, pinOwnChoice: 'default_or_guessable' as const }],
    ['a PIN nobody is sure of', { ...heldLine, accountPin: 'not_sure' as const }],
    ['a look-alike', { ...heldLine, pinIs: 'sim_card_pin' as const }],
    ['a PIN nobody said who chose', { ...heldLine, pinOwnChoice: 'unanswered' as const }],
    ['a PIN the employer set', { ...heldLine, accountPin: 'set_by_employer' as const }],
  ])('is not %s', (_, facts) => {
    expect(ways(facts)).toContain('number_moved')
  })
  it('cannot be known for a line that is not listed', () => {
    const elsewhere = sam([account({ ...textCode, phoneLine: 'not_listed' })], [line(heldLine)])
    expect(techniquesInto(elsewhere, mailboxId)).toContain('number_moved')
    expect(postureOf(elsewhere).lines[0]?.falls).toEqual([])
  })
})

describe('rings and chains', () => {
  it('lets two mailboxes that recover by each other be as weak as the weaker', () => {
    const person = sam([
      account({ ...key, ...byMailbox(bankId) }),
      account({ ...textCode, ...byMailbox(mailboxId) }, { id: bankId }),
    ])
    expect(standing(person, mailboxId)).toMatchObject({ level: 1, fallsWith: [bankId], ring: [bankId] })
    expect(standing(person, bankId)).toMatchObject({ level: 1, fallsWith: [mailboxId], ring: [mailboxId] })
  })

  it('leaves a ring of well kept mailboxes well kept', () => {
    const person = sam([
      account({ ...key, ...byMailbox(bankId) }),
      account({ ...key, ...byMailbox(mailboxId), spareKeptApart: 'no' }, { id: bankId }),
    ])
    expect(postureOf(person).accounts.map(({ level }) => level)).toEqual([3, 3])
    expect(postureOf(person).person.waysIn).toBe(0)
  })

  it('ends, and stays small, where twelve accounts all recover by each other', () => {
    const ids = Array.from({ length: 12 }, (_, at) => idOf(at + 1))
    const person = sam(
      ids.map((id) =>
        account({ ...textCode, ...byMailbox(...ids.filter((other) => other !== id).slice(0, 11)) }, { id }),
      ),
    )
    const posture = postureOf(person)
    expect(posture.person.waysIn).toBe(12 * 12 * 3)
    expect(posture.accounts.every(({ level, ring }) => level === 1 && ring.length === 11)).toBe(true)
  })

  it('carries a password alone along a long chain', () => {
    const person = sam([
      account({}, { id: idOf(1) }),
      ...[2, 3, 4, 5].map((at) => account({ ...key, ...byMailbox(idOf(at - 1)) }, { id: idOf(at) })),
    ])
    expect(standing(person, idOf(5))).toMatchObject({
      level: 0,
      fallsWith: [idOf(4), idOf(3), idOf(2), idOf(1)],
    })
    expect(standing(person, idOf(5)).weakest?.chain.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map(idOf))
  })

  it('keeps the shorter of two chains from the same start', () => {
    const person = sam([
      account(textCode, { id: idOf(1) }),
      account({ ...key, ...byMailbox(idOf(1)) }, { id: idOf(2) }),
      account({ ...key, ...byMailbox(idOf(1), idOf(2)) }, { id: idOf(3) }),
    ])
    expect(standing(person, idOf(3)).ways.map(({ chain }) => chain.length)).toEqual([3, 3, 2])
  })

  it('counts a mailed code as strong as the mailbox, and never better than phishable', () => {
    const mailed = { methods: methodsOff(row('email_code')), recoveryMailboxes: [mailboxId] }
    const behind = (facts: Partial<AccountFacts>) =>
      standing(sam([account(facts), account(mailed, { id: bankId })]), bankId).level
    expect([behind(key), behind(textCode), behind({})]).toEqual([2, 1, 0])
  })
})

describe('signing in through another account', () => {
  const through = { signsInBy: 'another_account', throughAccountId: mailboxId } as const

  it('is exactly as strong as that account, whatever else was once recorded', () => {
    for (const facts of [key, code, textCode, {}]) {
      const person = sam([account(facts), account({ ...through, smsSecondFactor: 'on' }, { id: bankId })])
      expect(standing(person, bankId).level).toBe(standing(person, mailboxId).level)
      expect(standing(person, bankId).ways).toHaveLength(standing(person, mailboxId).ways.length)
    }
  })

  it('is unknown, and ends, where it goes round or leads nowhere', () => {
    const ring = sam([account({ ...through, throughAccountId: bankId }), account(through, { id: bankId })])
    expect(postureOf(ring).accounts.map(({ level, atBest }) => [level, atBest])).toEqual([
      [null, 4],
      [null, 4],
    ])
    expect(standing(sam([account({ ...through, throughAccountId: null })]), mailboxId).level).toBeNull()
  })

  it('makes whoever recovers by such a mailbox unknown too', () => {
    const person = sam([
      account({ signsInBy: 'employer_single_sign_on' }),
      account({ ...key, ...byMailbox(mailboxId) }, { id: bankId }),
    ])
    expect(standing(person, bankId)).toMatchObject({ level: null, atBest: 4 })
  })
})

describe('an app registered by phone number', () => {
  const signal = service({
    id: 'signal',
    registeredByPhone: true,
    fidoOffered: false,
    passkeyUse: [],
    methods: ['sms_code', 'voice_code'],
  })
  const app = (state: 'on' | 'off' | 'unanswered', facts: Partial<AccountFacts> = {}) =>
    sam([account({ methods: [row('app_pin', state)], ...facts }, { service: signal })])

  it('opens by the number without its app PIN', () => {
    expect(standing(app('off'), mailboxId).level).toBe(1)
    expect(standing(app('off'), mailboxId).weakest?.chain[0]).toEqual({
      kind: 'line',
      id: lineId,
      by: 'registration',
    })
  })
  it('takes a tricked person with its app PIN', () => {
    expect(standing(app('on'), mailboxId).level).toBe(2)
    expect(techniquesInto(app('on'), mailboxId)).toEqual(['person_tricked'])
    expect(postureOf(app('on')).lines[0]?.falls).toEqual([])
  })
  it('is unknown while nobody said, also where the app PIN was never asked for', () => {
    expect(standing(app('unanswered'), mailboxId)).toMatchObject({ level: null, atBest: 2 })
    expect(standing(app('on', { methods: [] }), mailboxId)).toMatchObject({ level: null, atBest: 2 })
  })
  it('offers the app PIN as what closes the number', () => {
    expect(postureOf(app('off')).person.next).toMatchObject({ action: 'turn_on_app_pin', closes: 2 })
  })
})

describe('the one next change', () => {
  it('is to add an account where nothing is recorded', () => {
    const { person } = postureOf(sam([], []))
    expect(person.next).toMatchObject({ action: 'add_first_account', scopeKind: 'person', closes: 0 })
    expect(person).toMatchObject({ level: null, atBest: null, waysIn: 0 })
  })

  it('is the carrier PIN where it closes more than any one account can', () => {
    const texting = [1, 2, 3, 4].map((at) =>
      account({ ...key, smsRecovery: 'on_can_be_removed' }, { id: idOf(at) }),
    )
    expect(postureOf(sam(texting)).person.next).toMatchObject({
      action: 'set_carrier_pin',
      scopeId: lineId,
      closes: 4,
    })
  })

  it('sets apart what no person can mend', () => {
    const stuck = account({ ...key, smsSecondFactor: 'on', smsSecondFactorRemovable: 'no' })
    const noFido = account(code, {
      id: bankId,
      service: service({ fidoOffered: false, methods: ['authenticator_code'] }),
    })
    const { person } = postureOf(
      sam([stuck, noFido], [line({ accountPin: 'carrier_does_not_offer', portOutLock: 'not_offered' })]),
    )
    expect(person.cannotMend.map(({ action, scopeId, closes }) => [action, scopeId, closes])).toEqual([
      ['turn_off_sms', mailboxId, 3],
      ['set_carrier_pin', lineId, 1],
      ['add_key_or_passkey', bankId, 1],
    ])
    expect(person.changes.every(({ inReach }) => inReach)).toBe(true)
    expect(person.changes.some(({ closes }) => closes > 0)).toBe(false)
  })

  it('asks the account holder of a family line, and looks first where the PIN is not known', () => {
    const withLine = (facts: Parameters<typeof line>[0]) =>
      postureOf(sam([account(code)], [line(facts)])).person.changes.map(({ action }) => action)
    expect(withLine({ accountHolder: 'family_member' })).toContain('ask_account_holder_for_pin')
    expect(withLine({ accountPin: 'unanswered' })).toContain('look_at_pin')
    expect(withLine({ ...heldLine, pinOwnChoice: 'default_or_guessable' })).toContain('choose_own_pin')
    expect(withLine({ accountPin: 'carrier_does_not_offer' })).toContain('turn_on_number_locks')
    expect(withLine({ accountHolder: 'employer' })).not.toContain('set_carrier_pin')
  })
})

describe('what each change closes', () => {
  const bankBehind = account({ ...key, ...byMailbox(mailboxId) }, { id: bankId })
  const signIn = row('passkey', 'on', ['sign_in'])
  const closing = (facts: Partial<AccountFacts>, about?: Parameters<typeof service>[0]) =>
    postureOf(sam([account(facts, { service: service(about) }), bankBehind], []))
      .person.changes.filter(({ scopeId, closes }) => scopeId === mailboxId && closes > 0)
      .map(({ action, closes }) => [action, closes])
  const noFido = { fidoOffered: false, passkeyUse: [], methods: ['authenticator_code', 'sms_code'] } as const

  it.each<[string, Partial<AccountFacts>, Parameters<typeof service>[0], (string | number)[][]]>([
    [
      'recovery by text',
      { ...key, smsRecovery: 'on_can_be_removed' },
      {},
      [['remove_number_from_recovery', 4]],
    ],
    ['a code app beside a key', { methods: methodsOff(keyOn, codeOn) }, {}, [['turn_off_code_app', 2]]],
    ['a text beside a key', { ...key, smsSecondFactor: 'on' }, {}, [['turn_off_sms', 6]]],
    ['a call beside a key', { methods: methodsOff(keyOn, row('voice_code')) }, {}, [['turn_off_voice', 6]]],
    [
      'texts alone, no FIDO offered',
      { smsSecondFactor: 'on' },
      noFido,
      [['set_up_code_app_then_turn_off_sms', 4]],
    ],
    ['no second step', {}, {}, [['turn_on_best_method', 4]]],
    ['no second step, no FIDO offered', {}, noFido, [['turn_on_best_method', 2]]],
    ['a code app', code, {}, [['add_key_or_passkey', 2]]],
    [
      'the password beside a passkey',
      { methods: methodsOff(signIn, codeOn) },
      {},
      [['remove_password_way_in', 2]],
    ],
    [
      'a text beside a key where a fallback is insisted on',
      { ...key, smsSecondFactor: 'on' },
      { smsConstraint: 'fallback_needed_not_necessarily_sms' },
      [['turn_off_sms', 4]],
    ],
    [
      'a code app where the passkey only signs in',
      code,
      { methods: ['passkey', 'authenticator_code', 'sms_code'], passkeyUse: ['sign_in'] },
      [],
    ],
  ])('%s', (_, facts, about, expected) => {
    expect(closing(facts, about)).toEqual(expected)
  })

  it('never advises to turn the code app off while nobody knows whether the password still works alone', () => {
    const facts = { methods: methodsOff(signIn, codeOn), passwordStillWorks: 'not_sure' } as const
    const actions = postureOf(sam([account(facts)], [])).person.changes.map(({ action }) => action)
    expect(actions).toContain('look_at_methods')
    expect(actions).not.toContain('turn_off_code_app')
  })

  it('asks for the mailbox that an account recovers by', () => {
    const actions = (...recoveryMailboxes: string[]) =>
      postureOf(
        sam([account({ ...key, ...byMailbox(...recoveryMailboxes) }), bankBehind]),
      ).person.changes.map(({ action }) => action)
    expect(actions('not_listed')).toContain('add_recovery_mailbox')
    expect(actions(idOf(77))).toContain('add_recovery_mailbox')
    expect(actions('not_sure')).toContain('look_at_recovery')
    expect(actions(bankId)).not.toContain('add_recovery_mailbox')
  })

  it('counts no way where nobody knows how an account is signed in to and nothing is known to be on', () => {
    const doubted = standing(sam([account({ signsInBy: 'not_sure' })]), mailboxId)
    expect(doubted).toMatchObject({ level: null, atBest: 4, ways: [] })
  })
})
