/**
 * One account's statement, read once: method rows, the questions asked apart and the dated facts of the
 * service brought together. Every rule of verdicts and ways in stands on this reading and on nothing else.
 *
 * A method without a row is "unanswered" if the service offers it or, for a service nobody has facts about, if it is
 * among those that are asked for there.
 */
import type { MethodRow } from '@/lib/accounts/facts'
import { type Answer, answerOf, anyOf, isOpen } from '@/lib/posture/answers'
import type { AccountInQuestion } from '@/lib/posture/facts'
import { methodsAskedWithoutFacts, type ServiceFacts } from '@/lib/services/facts'
import type { Method, MethodRole, Offered, SmsConstraint } from '@/lib/vocabulary'

export type AccountReading = {
  account: AccountInQuestion
  /** Not decided counts as high (guidance section 1). */
  high: boolean
  google: boolean
  phoneRegistered: boolean
  fidoOffered: Offered
  /** FIDO or PIV/CAC in any role. */
  fido: Answer
  /** FIDO asked for after the password: the only role that closes the password's own way. */
  fidoGate: Answer
  /** Phishable factors that are neither text, call nor mail: code apps, approvals, tokens, questions. */
  codes: Answer
  /** How many methods of `codes` and `mailed` are on. */
  weakerOn: number
  mailed: Answer
  sms: Answer
  smsForced: boolean
  voice: Answer
  smsRecovery: Answer
  smsRecoveryForced: boolean
  voiceRecovery: Answer
  /** Recovery by something a person can be talked out of: security questions above all. */
  trickedRecovery: Answer
  mailboxReset: Answer
  /** Any second factor that is not a text or a call. */
  otherGate: Answer
  /** Any method that is not a text or a call, in sign-in or as second factor. */
  other: Answer
  /** A password is asked for at all; off only where the person says it no longer works. */
  password: Answer
  /** The password opens it and nothing else is asked. */
  passwordAlone: Answer
  /** FIDO only signs in, while the password still works beside it (truth table row 22). */
  passwordBeside: Answer
  appPin: Answer
  /** Nothing but a text or call may stand behind the password: taking it away would leave the password alone. */
  textsHoldPassword: boolean
  /** The service insists on a fallback, which may be a code app (row 5). */
  fallbackInsisted: boolean
  codeAppOffered: boolean
  textsAreAll: boolean
  nothingOffered: boolean
}

export const fidoMethods: readonly Method[] = ['fido_security_key', 'passkey', 'piv_cac']
const askedApart: readonly Method[] = ['sms_code', 'backup_codes', 'app_pin', 'other']
const holdsOnToSms: readonly SmsConstraint[] = [
  'cannot_be_disabled',
  'needed_as_fallback',
  'only_second_factor',
]
export const codeApps: readonly Method[] = [
  'authenticator_code',
  'app_approval',
  'vendor_code_app',
  'hardware_code_token',
]

/** @param account one account as stated. @returns the reading; unknown stays unknown in each of its answers. */
export function readingOf(account: AccountInQuestion): AccountReading {
  const { facts, service } = account
  const rows = tallyOf(account)
  const sms = smsFactor(account, rows.sms)
  const smsRecovery = anyOf(smsRecoveryAnswer(facts.smsRecovery), rows.smsRecovery)
  const otherGate = anyOf(rows.fidoGate, rows.codesGate, rows.mailedGate)
  const gate = anyOf(otherGate, smsGate(sms, account, rows.smsGate), rows.voiceGate)
  const password = passwordWorks(account, rows.signsIn)
  return {
    account,
    high: facts.value !== 'less_valuable',
    google: isGoogle(account),
    phoneRegistered: service?.registeredByPhone ?? false,
    fidoOffered: fidoOffered(account),
    fido: rows.fido,
    fidoGate: rows.fidoGate,
    codes: rows.codes,
    weakerOn: rows.weakerOn,
    mailed: rows.mailed,
    sms,
    smsForced: sms === 'on' && isForced(account),
    voice: rows.voice,
    smsRecovery,
    smsRecoveryForced: smsRecovery === 'on' && facts.smsRecovery === 'on_forced_by_service',
    voiceRecovery: rows.voiceRecovery,
    trickedRecovery: rows.trickedRecovery,
    mailboxReset: anyOf(answerOf(facts.mailboxRecovery), rows.mailedRecovery),
    otherGate,
    other: anyOf(rows.fido, rows.codes, rows.mailed),
    password,
    passwordAlone: aloneAfter(password, gate),
    passwordBeside: rows.fido === 'on' ? aloneAfter(password, rows.fidoGate) : 'off',
    appPin: rows.appPin,
    textsHoldPassword: otherGate !== 'on' && password !== 'off',
    fallbackInsisted: service?.smsConstraint === 'fallback_needed_not_necessarily_sms',
    codeAppOffered: codeAppOffered(account),
    textsAreAll: textsAreAll(account),
    nothingOffered: service?.methods.every((method) => method === 'backup_codes') ?? false,
  }
}

type Tally = Record<
  | 'fido'
  | 'fidoGate'
  | 'codes'
  | 'codesGate'
  | 'mailed'
  | 'mailedGate'
  | 'mailedRecovery'
  | 'sms'
  | 'smsGate'
  | 'smsRecovery'
  | 'voice'
  | 'voiceGate'
  | 'voiceRecovery'
  | 'trickedRecovery'
  | 'signsIn'
  | 'appPin',
  Answer
> & { weakerOn: number }

function tallyOf(account: AccountInQuestion): Tally {
  const tally: Tally = {
    fido: 'off',
    fidoGate: 'off',
    codes: 'off',
    codesGate: 'off',
    mailed: 'off',
    mailedGate: 'off',
    mailedRecovery: 'off',
    sms: 'off',
    smsGate: 'off',
    smsRecovery: 'off',
    voice: 'off',
    voiceGate: 'off',
    voiceRecovery: 'off',
    trickedRecovery: 'off',
    signsIn: 'off',
    appPin: 'off',
    weakerOn: 0,
  }
  const seen = new Set<Method>()
  const weaker = new Set<Method>()
  for (const row of account.facts.methods) {
    seen.add(row.method)
    enter(tally, row.method, answerOf(row.state), rolesOf(row, account.service))
    if (row.state === 'on' && isWeaker(row, account.service)) weaker.add(row.method)
  }
  for (const method of account.service?.methods ?? methodsAskedWithoutFacts) {
    if (!seen.has(method) && isAsked(account, method)) enter(tally, method, 'unanswered', ['second_factor'])
  }
  if (!seen.has('app_pin') && account.service?.registeredByPhone) tally.appPin = 'unanswered'
  tally.weakerOn = weaker.size
  return tally
}

function enter(tally: Tally, method: Method, answer: Answer, roles: readonly MethodRole[]) {
  const gates = roles.includes('second_factor')
  const signsIn = roles.includes('sign_in')
  const recovers = roles.includes('recovery')
  const factor = gates || signsIn
  if (method === 'backup_codes') return
  if (signsIn) tally.signsIn = anyOf(tally.signsIn, answer)
  if (method === 'app_pin') tally.appPin = anyOf(tally.appPin, answer)
  if (fidoMethods.includes(method)) {
    if (factor) tally.fido = anyOf(tally.fido, answer)
    if (gates) tally.fidoGate = anyOf(tally.fidoGate, answer)
  } else if (method === 'email_code') {
    if (factor) tally.mailed = anyOf(tally.mailed, answer)
    if (gates) tally.mailedGate = anyOf(tally.mailedGate, answer)
    if (recovers) tally.mailedRecovery = anyOf(tally.mailedRecovery, answer)
  } else if (method === 'sms_code') {
    if (factor) tally.sms = anyOf(tally.sms, answer)
    if (gates) tally.smsGate = anyOf(tally.smsGate, answer)
    if (recovers) tally.smsRecovery = anyOf(tally.smsRecovery, answer)
  } else if (method === 'voice_code') {
    if (factor) tally.voice = anyOf(tally.voice, answer)
    if (gates) tally.voiceGate = anyOf(tally.voiceGate, answer)
    if (recovers) tally.voiceRecovery = anyOf(tally.voiceRecovery, answer)
  } else {
    if (factor) tally.codes = anyOf(tally.codes, answer)
    if (gates) tally.codesGate = anyOf(tally.codesGate, answer)
    if (recovers) tally.trickedRecovery = anyOf(tally.trickedRecovery, answer)
  }
}

/** A row without roles is read in the role that protects least. */
function rolesOf(row: MethodRow, service: ServiceFacts | null): readonly MethodRole[] {
  if (row.roles.length > 0) return row.roles
  if (row.method === 'passkey') return service?.passkeyUse.length ? service.passkeyUse : ['sign_in']
  return row.method === 'security_questions' ? ['recovery'] : ['second_factor']
}

function isWeaker(row: MethodRow, service: ServiceFacts | null): boolean {
  const strong: readonly Method[] = [...fidoMethods, 'sms_code', 'voice_code', 'backup_codes']
  return !strong.includes(row.method) && rolesOf(row, service).some((role) => role !== 'recovery')
}

function isAsked(account: AccountInQuestion, method: Method): boolean {
  if (askedApart.includes(method)) return false
  return !fidoMethods.includes(method) || fidoOffered(account) !== 'no'
}

function fidoOffered({ facts, service }: AccountInQuestion): Offered {
  if (facts.fidoOffered !== 'not_known' || !service) return facts.fidoOffered
  return service.fidoOffered ? 'yes' : 'no'
}

function smsFactor({ facts, service }: AccountInQuestion, row: Answer): Answer {
  const stated = answerOf(facts.smsSecondFactor)
  const notOffered = service !== null && !service.methods.includes('sms_code')
  return stated === 'unanswered' && notOffered ? row : anyOf(stated, row)
}

/** A text that only signs in is no second factor: it leaves the password as it is. */
function smsGate(sms: Answer, { facts }: AccountInQuestion, row: Answer): Answer {
  return facts.smsSecondFactor === 'on' ? 'on' : isOpen(sms) ? sms : row
}

function smsRecoveryAnswer(stated: AccountInQuestion['facts']['smsRecovery']): Answer {
  if (stated === 'on_can_be_removed' || stated === 'on_forced_by_service') return 'on'
  return stated === 'not_offered' ? 'off' : stated
}

function isForced({ facts, service }: AccountInQuestion): boolean {
  if (facts.smsSecondFactorRemovable === 'no') return true
  if (facts.smsSecondFactorRemovable === 'yes' || !service) return false
  return holdsOnToSms.includes(service.smsConstraint)
}

/** Without another way to sign in there must be a password; with one, the person says whether it still works. */
function passwordWorks({ facts }: AccountInQuestion, signsIn: Answer): Answer {
  if (facts.signsInBy === 'not_sure') return 'not_sure'
  const stated = facts.passwordStillWorks
  if (signsIn === 'on') return stated === 'yes' ? 'on' : stated === 'no' ? 'off' : stated
  return stated === 'no' ? 'not_sure' : 'on'
}

function aloneAfter(password: Answer, gate: Answer): Answer {
  if (password === 'off' || gate === 'on') return 'off'
  return gate === 'off' ? password : gate
}

function isGoogle({ facts, service }: AccountInQuestion): boolean {
  return (
    service?.advancedProtection ??
    ['on', 'off', 'blocked_by_administrator'].includes(facts.advancedProtection)
  )
}

function codeAppOffered({ facts, service }: AccountInQuestion): boolean {
  if (service) return codeApps.some((method) => service.methods.includes(method))
  return !facts.methods.some((row) => row.method === 'authenticator_code' && row.state === 'not_offered')
}

function textsAreAll({ facts, service }: AccountInQuestion): boolean {
  const texts: readonly Method[] = ['sms_code', 'voice_code', 'backup_codes']
  if (service) return service.methods.length > 0 && service.methods.every((method) => texts.includes(method))
  const others = facts.methods.filter((row) => !texts.includes(row.method))
  return facts.fidoOffered === 'no' && others.length > 0 && others.every((row) => row.state === 'not_offered')
}
