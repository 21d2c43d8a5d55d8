import { describe, expect, test } from 'vitest'
import type { AccountEntry } from '@/lib/accounts/entry'
import { bank, mailbox } from '@/lib/accounts/entry.fixture'
import type { AccountFacts } from '@/lib/accounts/facts'
import {
  asTheyCount,
  contradictions,
  isOpenToSecurity,
  missingReferences,
  textsAskedAgain,
  withBasis,
  withoutRemoved,
} from '@/lib/accounts/rules'
import { serviceById } from '@/lib/services/catalogue'
import { accountProblems as says } from '@/lib/words/account-problems'

const today = '2026-11-23'
const own = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'
const line = '00000000-0000-4000-8000-000000000101'
const problemsOf = (entry: AccountEntry, before?: AccountFacts) => {
  const service = entry.serviceId === null ? null : serviceById(entry.serviceId)
  return contradictions(entry, { id: own, service, today, before })
}
const passkey = (state: 'on' | 'off'): AccountFacts['methods'] => [
  { method: 'passkey', roles: ['sign_in'], state },
]

test('an account of which nothing is answered contradicts nothing', () => {
  expect(problemsOf(mailbox())).toEqual({})
  expect(problemsOf(bank())).toEqual({})
})

describe('answers that cannot be true together are told at the field', () => {
  const table: [string, AccountEntry, string, string][] = [
    ['a free service without a name', bank({}, { ownName: '' }), 'ownName', says.nameIt],
    ['a listed service renamed', mailbox({}, { ownName: 'Mine' }), 'ownName', says.nameStands],
    ['a service nobody knows', mailbox({}, { serviceId: 'nope' }), 'serviceId', says.unknownService],
    [
      'another kind than the list says',
      mailbox({ category: 'retail' }),
      'facts.category',
      says.categoryStands,
    ],
    [
      'mail lowered without a reason',
      mailbox({ value: 'less_valuable' }),
      'facts.lowerReason',
      says.lowerNeedsReason,
    ],
    [
      'a reason where nothing was lowered',
      mailbox({ lowerReason: 'hardly_used' }),
      'facts.lowerReason',
      says.nothingLowered,
    ],
    [
      'a work account opened to those who see it anyway',
      mailbox({ heldAs: 'employer' }, { visibility: 'shown_to_security' }),
      'visibility',
      says.alreadyOpen,
    ],
    [
      'through an account, and not',
      mailbox({ throughAccountId: other }),
      'facts.throughAccountId',
      says.notThrough,
    ],
    [
      'through itself',
      mailbox({ signsInBy: 'another_account', throughAccountId: own }),
      'facts.throughAccountId',
      says.throughItself,
    ],
    ['texts to no number', mailbox({ smsSecondFactor: 'on' }), 'facts.phoneLine', says.whichNumber],
    [
      'a reset by text to no number',
      mailbox({ smsRecovery: 'on_can_be_removed' }),
      'facts.phoneLine',
      says.whichNumber,
    ],
    [
      'calls to no number',
      mailbox({ methods: [{ method: 'voice_code', roles: ['second_factor'], state: 'on' }] }),
      'facts.phoneLine',
      says.whichNumber,
    ],
    [
      'a number that nothing reaches',
      mailbox({ smsSecondFactor: 'off', smsRecovery: 'not_offered', phoneLine: line }),
      'facts.phoneLine',
      says.noNumberInUse,
    ],
    [
      'texts that are off and can be removed',
      mailbox({ smsSecondFactor: 'off', smsSecondFactorRemovable: 'yes' }),
      'facts.smsSecondFactorRemovable',
      says.nothingToRemove,
    ],
    [
      'a basis for nothing',
      mailbox({ smsForcedBasis: 'person_tried', smsForcedOn: today }),
      'facts.smsForcedBasis',
      says.notForced,
    ],
    [
      'a number kept without a basis',
      mailbox({ smsRecovery: 'on_forced_by_service', phoneLine: line }),
      'facts.smsForcedBasis',
      says.basisMissing,
    ],
    [
      'a reviewer where none was',
      mailbox({
        smsRecovery: 'on_forced_by_service',
        phoneLine: line,
        smsForcedBasis: 'reviewer_checked',
        smsForcedOn: today,
      }),
      'facts.smsForcedBasis',
      says.notAReviewer,
    ],
    [
      'tried tomorrow',
      mailbox({
        smsRecovery: 'on_forced_by_service',
        phoneLine: line,
        smsForcedBasis: 'person_tried',
        smsForcedOn: '2026-11-24',
      }),
      'facts.smsForcedOn',
      says.dayAhead,
    ],
    ['mail to no mailbox', mailbox({ mailboxRecovery: 'on' }), 'facts.recoveryMailboxes', says.whichMailbox],
    [
      'a mailbox that nothing is mailed to',
      mailbox({ mailboxRecovery: 'off', recoveryMailboxes: [other] }),
      'facts.recoveryMailboxes',
      says.noMailInUse,
    ],
    [
      'a mailbox, and not sure which',
      mailbox({ mailboxRecovery: 'on', recoveryMailboxes: [other, 'not_sure'] }),
      'facts.recoveryMailboxes',
      says.sureOrNot,
    ],
    [
      'the same mailbox twice',
      mailbox({ mailboxRecovery: 'on', recoveryMailboxes: [other, other] }),
      'facts.recoveryMailboxes',
      says.twice,
    ],
    [
      'the same method twice',
      mailbox({ methods: [...passkey('on'), ...passkey('off')] }),
      'facts.methods',
      says.twice,
    ],
    [
      'a passkey that is on, and none',
      mailbox({ methods: passkey('on'), keysOrPasskeys: '0' }),
      'facts.keysOrPasskeys',
      says.keyIsOn,
    ],
    [
      'two passkeys, and none is on',
      mailbox({ methods: passkey('off'), keysOrPasskeys: '2' }),
      'facts.keysOrPasskeys',
      says.noKeyIsOn,
    ],
    [
      'a spare of one',
      mailbox({ methods: passkey('on'), keysOrPasskeys: '1', spareKeptApart: 'yes' }),
      'facts.spareKeptApart',
      says.noSpare,
    ],
    [
      'an app for codes where no code app is on',
      mailbox({ codeApp: 'authy' }),
      'facts.codeApp',
      says.noCodeApp,
    ],
    [
      'an app for codes where the code app is off',
      mailbox({
        methods: [{ method: 'authenticator_code', roles: ['second_factor'], state: 'off' }],
        codeApp: 'other',
      }),
      'facts.codeApp',
      says.noCodeApp,
    ],
    [
      'a passkey where none is offered',
      bank({ methods: passkey('on'), fidoOffered: 'no' }),
      'facts.fidoOffered',
      says.fidoIsOn,
    ],
    [
      'Google’s programme elsewhere',
      mailbox({ category: 'social', advancedProtection: 'on' }, { serviceId: 'facebook' }),
      'facts.advancedProtection',
      says.noAdvancedProtection,
    ],
  ]
  test.each(table)('%s', (_, entry, field, sentence) => {
    expect(problemsOf(entry)).toEqual({ [field]: [sentence] })
  })
})

test('lowering what does not start as high needs no reason', () => {
  expect(problemsOf(bank({ value: 'less_valuable' }))).toEqual({})
})

test('a number that is registered, and reaches nothing else, may be named', () => {
  const signal = mailbox(
    { category: 'messaging', phoneLine: line, smsSecondFactor: 'not_offered', smsRecovery: 'not_offered' },
    { serviceId: 'signal' },
  )
  expect(problemsOf(signal)).toEqual({})
})

test('what a reviewer found stands while the number is still kept', () => {
  const reviewed = mailbox({
    smsRecovery: 'on_forced_by_service',
    phoneLine: line,
    smsForcedBasis: 'reviewer_checked',
    smsForcedOn: '2026-10-01',
  })
  const again = mailbox({ smsRecovery: 'on_forced_by_service', phoneLine: line })
  const facts = withBasis(again.facts, { id: own, service: null, today, before: reviewed.facts })
  expect(facts).toMatchObject({ smsForcedBasis: 'reviewer_checked', smsForcedOn: '2026-10-01' })
  expect(problemsOf({ ...again, facts }, reviewed.facts)).toEqual({})
})

test('a basis that rests on the catalogue goes with what the catalogue says, and trying again is today', () => {
  const forced = mailbox({ smsRecovery: 'on_forced_by_service', phoneLine: line }).facts
  const before = { ...forced, smsForcedBasis: 'service_facts', smsForcedOn: '2026-08-04' } as const
  const tried = { ...forced, smsForcedBasis: 'person_tried' } as const
  const at = { id: own, service: null, today }
  expect(withBasis(forced, { ...at, before })).toMatchObject({
    smsForcedBasis: 'person_tried',
    smsForcedOn: today,
  })
  const earlier = { ...tried, smsForcedOn: '2026-03-01' }
  expect(withBasis(forced, { ...at, before: earlier }).smsForcedOn).toBe('2026-03-01')
  expect(withBasis(tried, { ...at, before: earlier }).smsForcedOn).toBe(today)
})

test('what was removed reads as not listed, and only what is one’s own may be named', () => {
  const { facts } = mailbox({
    signsInBy: 'another_account',
    throughAccountId: other,
    phoneLine: line,
    recoveryMailboxes: [other, 'not_listed', own],
  })
  const holds = { accounts: new Set([own]), lines: new Set<string>() }
  expect(withoutRemoved(facts, holds)).toMatchObject({
    throughAccountId: null,
    phoneLine: 'not_listed',
    recoveryMailboxes: ['not_listed', own],
  })
  expect(Object.keys(missingReferences(facts, holds))).toEqual([
    'facts.throughAccountId',
    'facts.phoneLine',
    'facts.recoveryMailboxes',
  ])
  expect(missingReferences(withoutRemoved(facts, holds), holds)).toEqual({})
})

test('a personal account is counted only, until its holder opens it; a work account is open', () => {
  expect(isOpenToSecurity('personal', 'counted_only')).toBe(false)
  expect(isOpenToSecurity('personal', 'shown_to_security')).toBe(true)
  expect(isOpenToSecurity('employer', 'counted_only')).toBe(true)
})

describe('texts that are off', () => {
  const stated = (facts: Partial<AccountEntry['facts']>) => ({
    facts: mailbox({ smsSecondFactor: 'off', phoneLine: line, ...facts }).facts,
    enteredAt: new Date('2026-11-02T10:00:00Z'),
  })
  const changed = (day: string) => new Map([[line, new Date(`${day}T10:00:00Z`)]])
  test('are asked again once the line they would go to changed or went', () => {
    expect(textsAskedAgain(stated({}), changed('2026-11-03'))).toBe(true)
    expect(asTheyCount(stated({}), changed('2026-11-03')).smsSecondFactor).toBe('unanswered')
  })
  test('count while it did not, or while they were said to be off since', () => {
    expect(textsAskedAgain(stated({}), new Map())).toBe(false)
    expect(textsAskedAgain(stated({}), changed('2026-11-01'))).toBe(false)
    expect(textsAskedAgain(stated({ phoneLine: 'not_listed' }), changed('2026-11-03'))).toBe(false)
    expect(asTheyCount(stated({}), changed('2026-11-01')).smsSecondFactor).toBe('off')
  })
  test('are not made less than they are: what is on stays on', () => {
    expect(asTheyCount(stated({ smsSecondFactor: 'on' }), changed('2026-11-03')).smsSecondFactor).toBe('on')
  })
})
