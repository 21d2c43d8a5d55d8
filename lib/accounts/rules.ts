/** What an account's answers must have in common, and who may see them. Paragraphs: guidance section 1. */
import type { AccountEntry } from '@/lib/accounts/entry'
import type { AccountFacts, MethodRow } from '@/lib/accounts/facts'
import type { ServiceFacts } from '@/lib/services/facts'
import {
  type FieldProblems,
  type HeldAs,
  highByDefault,
  type Method,
  type SmsConstraint,
  type Visibility,
} from '@/lib/vocabulary'
import { accountProblems as says } from '@/lib/words/account-problems'

/** The most accounts one person may have listed at a time. */
export const mostAccounts = 200

const fidoMethods: readonly Method[] = ['fido_security_key', 'passkey', 'piv_cac']
const insists: readonly SmsConstraint[] = [
  'cannot_be_disabled',
  'needed_as_fallback',
  'only_second_factor',
  'phone_trusted_number_kept',
]

/** What the catalogue says: the service holds on to the phone number somewhere. */
export const holdsOnToNumber = (service: ServiceFacts | null) =>
  service !== null && insists.includes(service.smsConstraint)
/** The same for recovery, where some services let the second factor go and keep the number. */
export const keepsNumberForRecovery = (service: ServiceFacts | null) =>
  service?.smsConstraint === 'cannot_be_disabled' || service?.smsConstraint === 'phone_trusted_number_kept'

/** Work accounts are open to the security team; a personal one is counted only, until its holder opens it (decision 3). */
export const isOpenToSecurity = (heldAs: HeldAs, visibility: Visibility) =>
  heldAs !== 'personal' || visibility === 'shown_to_security'

/** Whether a method has been said to be on, in any role. */
export const isOn = (facts: AccountFacts, ...methods: Method[]) =>
  facts.methods.some((row) => methods.includes(row.method) && row.state === 'on')
export const hasFido = (facts: AccountFacts) => isOn(facts, ...fidoMethods)

type Circumstances = {
  /** The account's own id; null while it is new. */
  id: string | null
  service: ServiceFacts | null
  /** The day of the statement, 2026-11-23. */
  today: string
  /** What was stated before: its basis stands for as long as the number is said to be kept. */
  before?: AccountFacts
}

/**
 * Why the service keeps the number, where it was said to (guidance section 1, sms_forced_basis): that the person tried,
 * today, where they say so; else what the catalogue says with its date. A basis already given stays, and one that rests
 * on the catalogue for as long as the catalogue says so.
 */
export function withBasis(facts: AccountFacts, { service, today, before }: Circumstances): AccountFacts {
  if (!isForced(facts)) return facts
  if (facts.smsForcedBasis === 'person_tried' && facts.smsForcedOn === null)
    return { ...facts, smsForcedOn: today }
  if (facts.smsForcedBasis !== null) return facts
  const lapsed = before?.smsForcedBasis === 'service_facts' && !holdsOnToNumber(service)
  if (before?.smsForcedBasis && !lapsed) {
    return { ...facts, smsForcedBasis: before.smsForcedBasis, smsForcedOn: before.smsForcedOn }
  }
  return holdsOnToNumber(service) && service
    ? { ...facts, smsForcedBasis: 'service_facts', smsForcedOn: service.asOf }
    : { ...facts, smsForcedBasis: 'person_tried', smsForcedOn: today }
}

const isForced = ({ smsRecovery, smsSecondFactor, smsSecondFactorRemovable }: AccountFacts) =>
  smsRecovery === 'on_forced_by_service' || (smsSecondFactor === 'on' && smsSecondFactorRemovable === 'no')

/**
 * What in an entry cannot be true together (ASVS V2.1.2, V2.2.3). Takes the entry after `withBasis`.
 * @returns sentences by field of the command's input; empty when all is well
 */
export function contradictions(entry: AccountEntry, circumstances: Circumstances): FieldProblems {
  const found: FieldProblems = {}
  const note = (field: string, sentence: string) => {
    found[field] = [...(found[field] ?? []), sentence]
  }
  aboutTheService(entry, circumstances, note)
  aboutValue(entry, note)
  aboutSignIn(entry.facts, circumstances, note)
  aboutTheNumber(entry.facts, circumstances, note)
  aboutMailboxes(entry.facts, circumstances, note)
  aboutMethods(entry.facts, circumstances, note)
  return found
}

type Note = (field: string, sentence: string) => void

function aboutTheService(
  { serviceId, ownName, facts }: AccountEntry,
  { service }: Circumstances,
  note: Note,
) {
  if (serviceId === null && ownName === '') note('ownName', says.nameIt)
  if (serviceId !== null && ownName !== '') note('ownName', says.nameStands)
  if (serviceId !== null && !service) note('serviceId', says.unknownService)
  if (service && facts.category !== service.category) note('facts.category', says.categoryStands)
}

function aboutValue({ facts, visibility }: AccountEntry, note: Note) {
  const lowered = facts.value === 'less_valuable' && highByDefault.includes(facts.category)
  if (lowered && facts.lowerReason === null) note('facts.lowerReason', says.lowerNeedsReason)
  if (!lowered && facts.lowerReason !== null) note('facts.lowerReason', says.nothingLowered)
  if (visibility === 'shown_to_security' && facts.heldAs !== 'personal') note('visibility', says.alreadyOpen)
}

function aboutSignIn(facts: AccountFacts, { id }: Circumstances, note: Note) {
  const through = facts.throughAccountId
  if (through !== null && facts.signsInBy !== 'another_account')
    note('facts.throughAccountId', says.notThrough)
  if (through !== null && through === id) note('facts.throughAccountId', says.throughItself)
}

function aboutTheNumber(facts: AccountFacts, circumstances: Circumstances, note: Note) {
  const uses = numberUse(facts)
  if (uses === 'on' && facts.phoneLine === null) note('facts.phoneLine', says.whichNumber)
  if (uses === 'off' && facts.phoneLine !== null && !circumstances.service?.registeredByPhone)
    note('facts.phoneLine', says.noNumberInUse)
  const texted = facts.smsSecondFactor === 'on'
  if (!texted && ['yes', 'no'].includes(facts.smsSecondFactorRemovable))
    note('facts.smsSecondFactorRemovable', says.nothingToRemove)
  if (facts.smsSecondFactor === 'off' && isOn(facts, 'sms_code'))
    note('facts.smsSecondFactor', says.textsBoth)
  aboutTheBasis(facts, circumstances, note)
}

function aboutTheBasis(facts: AccountFacts, { service, today, before }: Circumstances, note: Note) {
  const { smsForcedBasis: basis, smsForcedOn: on } = facts
  if (!isForced(facts)) {
    if (basis !== null || on !== null) note('facts.smsForcedBasis', says.notForced)
    return
  }
  if (basis === null || on === null) note('facts.smsForcedBasis', says.basisMissing)
  if (basis === 'service_facts' && !holdsOnToNumber(service)) note('facts.smsForcedBasis', says.factsSayNot)
  if (basis === 'reviewer_checked' && before?.smsForcedBasis !== basis)
    note('facts.smsForcedBasis', says.notAReviewer)
  if (on !== null && on > today) note('facts.smsForcedOn', says.dayAhead)
}

/** Whether texts or calls reach the account: known to, known not to, or not known. */
function numberUse(facts: AccountFacts): 'on' | 'off' | 'open' {
  const answers: string[] = [
    facts.smsSecondFactor,
    facts.smsRecovery.startsWith('on_') ? 'on' : facts.smsRecovery,
    ...facts.methods.filter(byNumber).map((row) => row.state),
  ]
  if (answers.includes('on')) return 'on'
  return answers.some((answer) => answer === 'not_sure' || answer === 'unanswered') ? 'open' : 'off'
}

const byNumber = ({ method }: MethodRow) => method === 'sms_code' || method === 'voice_code'

function aboutMailboxes(facts: AccountFacts, { id }: Circumstances, note: Note) {
  const { recoveryMailboxes: mailboxes, mailboxRecovery } = facts
  const mailed = facts.methods.find((row) => row.method === 'email_code')?.state ?? 'unanswered'
  if ((mailboxRecovery === 'on' || mailed === 'on') && mailboxes.length === 0)
    note('facts.recoveryMailboxes', says.whichMailbox)
  const shut = (state: string) => state === 'off' || state === 'not_offered'
  if (mailboxes.length > 0 && shut(mailboxRecovery) && (shut(mailed) || mailed === 'unanswered'))
    note('facts.recoveryMailboxes', says.noMailInUse)
  if (id !== null && mailboxes.includes(id)) note('facts.recoveryMailboxes', says.recoversItself)
  if (mailboxes.includes('not_sure') && mailboxes.length > 1) note('facts.recoveryMailboxes', says.sureOrNot)
  if (new Set(mailboxes).size < mailboxes.length) note('facts.recoveryMailboxes', says.twice)
}

function aboutMethods(facts: AccountFacts, { service }: Circumstances, note: Note) {
  const named = facts.methods.map((row) => row.method)
  if (new Set(named).size < named.length) note('facts.methods', says.twice)
  if (facts.codeApp !== 'unanswered' && !isOn(facts, 'authenticator_code'))
    note('facts.codeApp', says.noCodeApp)
  const { keysOrPasskeys: count } = facts
  const known = facts.methods.filter((row) => fidoMethods.includes(row.method))
  const none = known.length > 0 && known.every((row) => row.state === 'off' || row.state === 'not_offered')
  if (hasFido(facts) && count === '0') note('facts.keysOrPasskeys', says.keyIsOn)
  if (none && ['1', '2', '3_or_more'].includes(count)) note('facts.keysOrPasskeys', says.noKeyIsOn)
  if (facts.spareKeptApart === 'yes' && (count === '0' || count === '1'))
    note('facts.spareKeptApart', says.noSpare)
  if (facts.fidoOffered === 'no' && hasFido(facts)) note('facts.fidoOffered', says.fidoIsOn)
  const stated = ['on', 'off', 'blocked_by_administrator'].includes(facts.advancedProtection)
  if (service && !service.advancedProtection && stated)
    note('facts.advancedProtection', says.noAdvancedProtection)
}

/** What a person has listed: what their accounts may refer to. */
export type Holdings = { accounts: ReadonlySet<string>; lines: ReadonlySet<string> }

/** References to what is not in the person's own list: the same for what somebody else has and what does not exist. */
export function missingReferences(facts: AccountFacts, { accounts, lines }: Holdings): FieldProblems {
  const found: FieldProblems = {}
  if (facts.throughAccountId !== null && !accounts.has(facts.throughAccountId))
    found['facts.throughAccountId'] = [says.throughMissing]
  if (isId(facts.phoneLine) && !lines.has(facts.phoneLine)) found['facts.phoneLine'] = [says.lineMissing]
  if (facts.recoveryMailboxes.some((mailbox) => isId(mailbox) && !accounts.has(mailbox)))
    found['facts.recoveryMailboxes'] = [says.mailboxMissing]
  return found
}

/**
 * What was removed from the list reads as not listed. The statement itself keeps the reference, so that it stands again
 * when what was removed is restored; the judging rules read it the same way.
 */
export function withoutRemoved(facts: AccountFacts, { accounts, lines }: Holdings): AccountFacts {
  const mailboxes = facts.recoveryMailboxes.map((mailbox) =>
    isId(mailbox) && !accounts.has(mailbox) ? 'not_listed' : mailbox,
  )
  const through = facts.throughAccountId
  return {
    ...facts,
    throughAccountId: through !== null && accounts.has(through) ? through : null,
    phoneLine: isId(facts.phoneLine) && !lines.has(facts.phoneLine) ? 'not_listed' : facts.phoneLine,
    recoveryMailboxes: [...new Set(mailboxes)],
  }
}

type StatedOnce = { facts: AccountFacts; enteredAt: Date }

/**
 * "Texts are off" was said before the line they would go to changed its carrier or went: some services switch texts on
 * again with the number, so it is asked again (G3.3, traps). `changes`: when each line last changed.
 */
export function textsAskedAgain(
  { facts, enteredAt }: StatedOnce,
  changes: ReadonlyMap<string, Date>,
): boolean {
  const changed = isId(facts.phoneLine) ? changes.get(facts.phoneLine) : undefined
  return facts.smsSecondFactor === 'off' && changed !== undefined && changed > enteredAt
}

/** The answers as they count: what is asked again is unanswered until somebody says so anew. */
export const asTheyCount = (stated: StatedOnce, changes: ReadonlyMap<string, Date>): AccountFacts =>
  textsAskedAgain(stated, changes) ? { ...stated.facts, smsSecondFactor: 'unanswered' } : stated.facts

const isId = (reference: string | null): reference is string =>
  reference !== null && reference !== 'not_listed' && reference !== 'not_sure'
