/**
 * One account's statement, read once: method rows, the questions asked apart and the dated facts of the
 * service brought together. Every rule of verdicts and ways in stands on this reading and on nothing else.
 */
import { holdsOnToNumber } from '@/lib/accounts/rules'
import { type Answer, answerOf, anyOf, isOpen } from '@/lib/posture/answers'
import type { AccountInQuestion } from '@/lib/posture/facts'
import { fidoOffered, tallyOf } from '@/lib/posture/tally'
import type { Method, Offered, SmsConstraint } from '@/lib/vocabulary'

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
  mailed: Answer
  /** How many methods of `codes` and `mailed` are on, and the answers open among them. */
  weaker: { on: number; open: readonly Answer[] }
  /** How many of them may stay: one, where the service insists on a fallback (row 5). */
  weakerAllowed: 0 | 1
  sms: Answer
  smsForced: boolean
  voice: Answer
  smsRecovery: Answer
  smsRecoveryForced: boolean
  /** It is on, and can the number be taken out? Open where nobody knows, or where the reason given no longer holds. */
  smsRecoveryRemovable: Answer
  voiceRecovery: Answer
  /** Recovery by something a person can be talked out of: security questions above all. */
  trickedRecovery: Answer
  mailboxReset: Answer
  /** Any second factor that is not a text or a call. */
  otherGate: Answer
  /** Any method that is not a text or a call, in sign-in or as second factor. Security questions are none (G3.0). */
  other: Answer
  /** A password is asked for at all; off only where the person says it no longer works. */
  password: Answer
  /** The password opens it and nothing else is asked. */
  passwordAlone: Answer
  /** The same, were security questions left out: they ask for more of what is known, and are no second factor. */
  noSecondFactor: Answer
  /** FIDO only signs in, while the password still works beside it (truth table row 22). */
  passwordBeside: Answer
  appPin: Answer
  /** Nothing but a text or call may stand behind the password: taking it away would leave the password alone. */
  textsHoldPassword: boolean
  codeAppOffered: boolean
  textsAreAll: boolean
  /** The service's dated facts name something better than a text or a call. */
  betterOffered: boolean
  nothingOffered: boolean
}

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
  const sms = smsFactor(account, rows.sms.factor)
  const smsRecovery = anyOf(smsRecoveryAnswer(facts.smsRecovery), rows.sms.recovery)
  const factorGate = anyOf(rows.fido.gate, rows.codes.gate, rows.mail.gate)
  const numberGate = anyOf(smsGate(sms, account, rows.sms.gate), rows.voice.gate)
  const otherGate = anyOf(factorGate, rows.questions.gate)
  const gate = anyOf(otherGate, numberGate)
  const password = passwordWorks(account, rows.signsIn)
  return {
    account,
    high: facts.value !== 'less_valuable',
    google: isGoogle(account),
    phoneRegistered: service?.registeredByPhone ?? false,
    fidoOffered: fidoOffered(account),
    fido: rows.fido.factor,
    fidoGate: rows.fido.gate,
    codes: anyOf(rows.codes.factor, rows.questions.factor),
    mailed: rows.mail.factor,
    weaker: rows.weaker,
    weakerAllowed: service?.smsConstraint === 'fallback_needed_not_necessarily_sms' ? 1 : 0,
    sms,
    smsForced: sms === 'on' && isForced(account),
    voice: rows.voice.factor,
    smsRecovery,
    smsRecoveryForced: smsRecovery === 'on' && keepsTheNumber(account),
    smsRecoveryRemovable: smsRecovery === 'on' ? removable(account) : 'off',
    voiceRecovery: rows.voice.recovery,
    trickedRecovery: anyOf(rows.codes.recovery, rows.questions.recovery),
    mailboxReset: anyOf(answerOf(facts.mailboxRecovery), rows.mail.recovery),
    otherGate,
    other: anyOf(rows.fido.factor, rows.codes.factor, rows.mail.factor),
    password,
    passwordAlone: aloneAfter(password, gate),
    noSecondFactor: aloneAfter(password, anyOf(factorGate, numberGate)),
    passwordBeside: rows.fido.factor === 'on' ? aloneAfter(password, rows.fido.gate) : 'off',
    appPin: rows.appPin,
    textsHoldPassword: factorGate !== 'on' && password !== 'off',
    codeAppOffered: codeAppOffered(account),
    textsAreAll: textsAreAll(account),
    betterOffered: service?.methods.some((method) => !noBetter.includes(method)) ?? false,
    nothingOffered: service?.methods.every((method) => method === 'backup_codes') ?? false,
  }
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
  switch (stated) {
    case 'on_can_be_removed':
    case 'on_forced_by_service':
    case 'on_removal_not_sure':
      return 'on'
    case 'not_offered':
      return 'off'
    default:
      return stated
  }
}

/** What rests on the service's dated facts counts for as long as they say so (G3.1, traps). */
function keepsTheNumber({ facts, service }: AccountInQuestion): boolean {
  if (facts.smsRecovery !== 'on_forced_by_service') return false
  return facts.smsForcedBasis !== 'service_facts' || holdsOnToNumber(service)
}

function removable(account: AccountInQuestion): Answer {
  const { smsRecovery, smsForcedBasis } = account.facts
  if (smsRecovery === 'on_removal_not_sure') return 'not_sure'
  if (smsRecovery === 'on_forced_by_service' && smsForcedBasis === 'service_facts')
    return keepsTheNumber(account) ? 'off' : 'unanswered'
  return smsRecovery === 'on_forced_by_service' ? 'off' : 'on'
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
  if (signsIn === 'off') return stated === 'no' ? 'not_sure' : 'on'
  if (stated === 'no') return signsIn === 'on' ? 'off' : signsIn
  return stated === 'yes' ? 'on' : stated
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

const noBetter: readonly Method[] = ['sms_code', 'voice_code', 'backup_codes', 'security_questions', 'other']

function textsAreAll({ facts, service }: AccountInQuestion): boolean {
  const texts: readonly Method[] = ['sms_code', 'voice_code', 'backup_codes']
  if (service) return service.methods.length > 0 && service.methods.every((method) => texts.includes(method))
  const others = facts.methods.filter((row) => !texts.includes(row.method))
  return facts.fidoOffered === 'no' && others.length > 0 && others.every((row) => row.state === 'not_offered')
}
