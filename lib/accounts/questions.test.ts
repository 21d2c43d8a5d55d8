import { expect, test } from 'vitest'
import { mailbox } from '@/lib/accounts/entry.fixture'
import { nothingSaidOfAccount } from '@/lib/accounts/facts'
import { openQuestions } from '@/lib/accounts/questions'
import { serviceById } from '@/lib/services/catalogue'
import { defaultsFor } from '@/lib/services/rules'

const google = serviceById('google')

test('of a new account everything is still to ask that its service can answer', () => {
  const { unanswered, notSure } = openQuestions(defaultsFor(google).facts, google)
  expect(unanswered).toEqual(
    expect.arrayContaining([
      'passkey',
      'smsSecondFactor',
      'smsRecovery',
      'mailboxRecovery',
      'advancedProtection',
    ]),
  )
  expect(unanswered).not.toContain('keysOrPasskeys')
  expect(notSure).toEqual([])
})

test('“not sure” is told apart from what nobody answered', () => {
  const { unanswered, notSure } = openQuestions(
    mailbox({ smsSecondFactor: 'not_sure', value: 'not_sure' }).facts,
    google,
  )
  expect(notSure).toEqual(['smsSecondFactor', 'value'])
  expect(unanswered).not.toContain('smsSecondFactor')
})

test('a key that is on brings the question how many', () => {
  const on = mailbox({ methods: [{ method: 'passkey', roles: ['sign_in'], state: 'on' }] }).facts
  expect(openQuestions(on, google).unanswered).toEqual(
    expect.arrayContaining(['keysOrPasskeys', 'passwordStillWorks']),
  )
})

test('an account that opens with another is asked only which', () => {
  const facts = { ...nothingSaidOfAccount, value: 'high' as const, signsInBy: 'another_account' as const }
  expect(openQuestions(facts, google)).toEqual({ unanswered: ['throughAccountId'], notSure: [] })
  expect(openQuestions({ ...facts, signsInBy: 'employer_single_sign_on' }, google)).toEqual({
    unanswered: [],
    notSure: [],
  })
})
