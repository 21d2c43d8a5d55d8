import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AccountEntry, accountEntry } from '@/lib/accounts/entry'
import { bank, mailbox } from '@/lib/accounts/entry.fixture'
import { accountFacts } from '@/lib/accounts/facts'
import { fieldOf, readAccountForm, rowsAsked, startValues } from '@/lib/accounts/form'
import { catalogue, serviceById } from '@/lib/services/catalogue'
import { defaultsFor } from '@/lib/services/rules'

const google = serviceById('google')
const apple = serviceById('apple')

/** What a browser sends for these answers: fields that are empty are sent empty, groups field by field. */
function sent(answers: Record<string, string | readonly string[]>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(answers)) {
    for (const each of typeof value === 'string' ? [value] : value) form.append(name, each)
  }
  return form
}
const read = (answers: Record<string, string | readonly string[]>, service = google) =>
  accountEntry.parse(readAccountForm(sent(answers), service))

describe('an account form', () => {
  test('that was opened and saved at once answers nothing: nothing reads as off, nothing as good', () => {
    const { facts } = read({ asked: rowsAsked(google).map((row) => row.method) })
    expect(facts.methods.length).toBeGreaterThan(4)
    expect(new Set(facts.methods.map((row) => row.state))).toEqual(new Set(['unanswered']))
    expect(facts).toMatchObject({
      category: 'email',
      value: 'high',
      smsSecondFactor: 'unanswered',
      smsRecovery: 'unanswered',
      mailboxRecovery: 'unanswered',
      phoneLine: null,
      recoveryMailboxes: [],
      keysOrPasskeys: 'unanswered',
      passwordStillWorks: 'unanswered',
      advancedProtection: 'unanswered',
    })
  })

  test('asks for what the service offers, the text message apart', () => {
    const methods = rowsAsked(google).map((row) => row.method)
    expect(methods).toContain('passkey')
    expect(methods).not.toContain('sms_code')
  })

  test('keeps a row that was stated before, although the service no longer offers it', () => {
    const stated = mailbox({
      methods: [{ method: 'security_questions', roles: ['recovery'], state: 'on' }],
    }).facts
    expect(rowsAsked(google, stated).find((row) => row.method === 'security_questions')?.state).toBe('on')
  })

  test('drops answers to questions that are no longer asked', () => {
    const { facts } = read({
      asked: ['passkey', 'email_code'],
      'method.passkey': 'off',
      'method.email_code': 'off',
      smsSecondFactor: 'off',
      smsSecondFactorRemovable: 'no',
      smsRecovery: 'off',
      recoveryRemovable: 'no',
      phoneLine: 'not_sure',
      mailboxRecovery: 'off',
      recoveryMailboxes: ['not_listed'],
      keysOrPasskeys: '2',
      spareKeptApart: 'yes',
      passwordStillWorks: 'no',
      value: 'high',
      lowerReason: 'hardly_used',
      throughAccountId: 'not_listed',
    })
    expect(facts).toMatchObject({
      smsSecondFactorRemovable: 'unanswered',
      smsRecovery: 'off',
      phoneLine: null,
      recoveryMailboxes: [],
      keysOrPasskeys: 'unanswered',
      spareKeptApart: 'unanswered',
      passwordStillWorks: 'unanswered',
      lowerReason: null,
      throughAccountId: null,
    })
  })

  test('asks which app makes the codes only where a code app is on', () => {
    const app = (state: string) =>
      read({ asked: ['authenticator_code'], 'method.authenticator_code': state, codeApp: 'authy' }).facts
        .codeApp
    expect(['on', 'off', 'not_sure', 'not_offered'].map(app)).toEqual([
      'authy',
      ...Array(3).fill('unanswered'),
    ])
    expect(read({ asked: ['authenticator_code'], 'method.authenticator_code': 'on' }).facts.codeApp).toBe(
      'unanswered',
    )
  })

  test('asks nothing of the sign-in of an account that opens with another', () => {
    const through = '5f0c1c62-6a55-4f0f-9d3e-0b7b1f9b6a01'
    const { facts } = read({
      signsInBy: 'another_account',
      throughAccountId: through,
      asked: ['passkey'],
      'method.passkey': 'on',
      smsSecondFactor: 'on',
      phoneLine: 'not_sure',
    })
    expect(facts).toMatchObject({ throughAccountId: through, smsSecondFactor: 'unanswered', phoneLine: null })
    expect(facts.methods.every((row) => row.state === 'unanswered')).toBe(true)
    expect(
      read({ signsInBy: 'another_account', throughAccountId: 'not_listed' }).facts.throughAccountId,
    ).toBeNull()
  })

  test('tells a number that can be removed from one that the service keeps', () => {
    const on = { smsRecovery: 'on', phoneLine: 'not_sure' }
    expect(read({ ...on, recoveryRemovable: 'no' }).facts.smsRecovery).toBe('on_forced_by_service')
    expect(read({ ...on, recoveryRemovable: 'no' }).facts.smsForcedBasis).toBe('person_tried')
    expect(read(on, apple).facts.smsRecovery).toBe('on_forced_by_service')
    expect(read({ ...on, recoveryRemovable: 'yes' }, apple).facts.smsRecovery).toBe('on_can_be_removed')
  })

  test('never takes "not sure" for a number that can be removed, nor a blank', () => {
    const on = { smsRecovery: 'on', phoneLine: 'not_sure' }
    for (const service of [google, apple])
      expect(read({ ...on, recoveryRemovable: 'not_sure' }, service).facts.smsRecovery).toBe(
        'on_removal_not_sure',
      )
    expect(read(on).facts.smsRecovery).toBe('on_removal_not_sure')
    const shown = startValues(mailbox({ smsRecovery: 'on_removal_not_sure', phoneLine: 'not_sure' }))
    expect(shown).toMatchObject({ smsRecovery: 'on', recoveryRemovable: 'not_sure' })
    const known = { smsRecovery: 'on_forced_by_service', smsForcedBasis: 'service_facts' } as const
    expect(startValues(mailbox(known))).toMatchObject({ smsRecovery: 'on', recoveryRemovable: '' })
  })

  test('takes the kind from the list, and from the person only where the list has none', () => {
    expect(read({ category: 'retail' }).facts.category).toBe('email')
    expect(read({ category: 'retail', ownName: 'Quay Shop' }, null)).toMatchObject({
      serviceId: null,
      ownName: 'Quay Shop',
      facts: { category: 'retail', value: 'not_sure' },
    })
  })

  test('learns from the answers whether a service that is not in the list offers keys', () => {
    const of = (key: string, passkey: string) =>
      read(
        {
          asked: ['fido_security_key', 'passkey'],
          'method.fido_security_key': key,
          'method.passkey': passkey,
        },
        null,
      ).facts.fidoOffered
    expect(of('not_offered', 'not_offered')).toBe('no')
    expect(of('off', 'not_offered')).toBe('yes')
    expect(of('not_sure', 'not_offered')).toBe('not_known')
  })

  test('makes a work account nobody’s to open', () => {
    expect(read({ heldAs: 'employer', visibility: 'shown_to_security' }).visibility).toBe('counted_only')
    expect(read({ heldAs: 'personal', visibility: 'shown_to_security' }).visibility).toBe('shown_to_security')
  })

  test.each(catalogue.map((service) => [service.id] as const))('can be sent as it was opened: %s', (id) => {
    const service = serviceById(id)
    const start = startValues({ ...mailbox(), serviceId: id, facts: defaultsFor(service).facts })
    const form = sent({ ...start, asked: rowsAsked(service).map((row) => row.method) })
    expect(accountEntry.safeParse(readAccountForm(form, service)).error).toBeUndefined()
  })

  test('that shows what was stated sends it back unchanged', () => {
    const entries: AccountEntry[] = [
      mailbox({
        methods: [
          { method: 'fido_security_key', roles: ['second_factor'], state: 'on' },
          { method: 'passkey', roles: ['sign_in', 'second_factor'], state: 'off' },
          { method: 'authenticator_code', roles: ['second_factor'], state: 'not_offered' },
        ],
        smsSecondFactor: 'on',
        smsSecondFactorRemovable: 'yes',
        smsRecovery: 'on_can_be_removed',
        phoneLine: 'not_listed',
        mailboxRecovery: 'on',
        recoveryMailboxes: ['not_listed'],
        keysOrPasskeys: '2',
        spareKeptApart: 'not_sure',
        advancedProtection: 'off',
        valueReasons: ['email', 'money'],
      }),
      mailbox({
        methods: [{ method: 'authenticator_code', roles: ['second_factor'], state: 'on' }],
        codeApp: 'in_password_manager',
      }),
      bank({
        value: 'less_valuable',
        smsRecovery: 'not_sure',
        phoneLine: 'not_sure',
        category: 'email',
        lowerReason: 'hardly_used',
      }),
    ]
    for (const entry of entries) {
      const service = entry.serviceId === null ? null : google
      const rows = rowsAsked(service, entry.facts)
      const shown = {
        ...Object.fromEntries(rows.map((row) => [`roles.${row.method}`, row.roles])),
        ...startValues(entry),
        asked: rows.map((row) => row.method),
      }
      const back = accountEntry.parse(readAccountForm(sent(shown), service))
      expect(back).toEqual({ ...entry, facts: { ...entry.facts, methods: rows } })
    }
  })

  test('read whatever was sent gives closed words or is refused, and never throws', () => {
    const names = Object.keys(accountFacts.shape).concat(
      'asked',
      'method.passkey',
      'roles.passkey',
      'ownName',
    )
    const answers = fc.dictionary(fc.constantFrom(...names), fc.array(fc.string(), { maxLength: 3 }))
    fc.assert(
      fc.property(answers, fc.boolean(), (given, listed) => {
        accountEntry.safeParse(readAccountForm(sent(given), listed ? google : null))
      }),
      { numRuns: 300 },
    )
  })
})

test('problems are put at the fields of the form', () => {
  expect(fieldOf('facts.phoneLine')).toBe('phoneLine')
  expect(fieldOf('facts.methods.3.state')).toBe('methods')
  expect(fieldOf('label')).toBe('label')
})
