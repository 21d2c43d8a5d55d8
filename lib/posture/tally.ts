/**
 * The method rows of one account brought together by kind and role.
 *
 * A method without a row is "unanswered" if the service offers it or, for a service nobody has facts about, if it is
 * among those that are asked for there.
 */
import type { MethodRow } from '@/lib/accounts/facts'
import { type Answer, answerOf, eitherOf, isOpen } from '@/lib/posture/answers'
import type { AccountInQuestion } from '@/lib/posture/facts'
import { methodsAskedWithoutFacts, type ServiceFacts } from '@/lib/services/facts'
import type { Method, MethodRole, Offered } from '@/lib/vocabulary'

type Kind = 'fido' | 'mail' | 'sms' | 'voice' | 'codes' | 'questions'
/** As sign-in or second factor; as second factor alone, which is what stands behind a password; as recovery. */
export type InRoles = { factor: Answer; gate: Answer; recovery: Answer }
export type Tally = Record<Kind, InRoles> & {
  signsIn: Answer
  appPin: Answer
  /** Factors that are neither FIDO nor a text or call: how many are on, and the answers still open among them. */
  weaker: { on: number; open: readonly Answer[] }
}

export const fidoMethods: readonly Method[] = ['fido_security_key', 'passkey', 'piv_cac']
const askedApart: readonly Method[] = ['sms_code', 'backup_codes', 'app_pin', 'other']

export function tallyOf(account: AccountInQuestion): Tally {
  const { service, facts } = account
  const tally = nothing()
  const weaker: [Method, Answer][] = []
  for (const { method, roles, state } of facts.methods) {
    enter(tally, weaker, method, answerOf(state), roles.length > 0 ? roles : usualRoles(method, service))
  }
  for (const method of service?.methods ?? methodsAskedWithoutFacts) {
    if (isBlank(account, method)) enter(tally, weaker, method, 'unanswered', blankRoles(method))
  }
  const pinIsBlank = service?.registeredByPhone && !facts.methods.some(({ method }) => method === 'app_pin')
  if (pinIsBlank) tally.appPin = 'unanswered'
  tally.weaker = leftAmong(weaker)
  return tally
}

export function fidoOffered({ facts, service }: AccountInQuestion): Offered {
  if (facts.fidoOffered !== 'not_known' || !service) return facts.fidoOffered
  return service.fidoOffered ? 'yes' : 'no'
}

const noneLeft: Tally['weaker'] = { on: 0, open: [] }

function leftAmong(weaker: readonly [Method, Answer][]): Tally['weaker'] {
  if (weaker.length === 0) return noneLeft
  const on = new Set<Method>()
  for (const [method, answer] of weaker) if (answer === 'on') on.add(method)
  const open = weaker.filter(([method, answer]) => isOpen(answer) && !on.has(method))
  return { on: on.size, open: open.map(([, answer]) => answer) }
}

function enter(
  tally: Tally,
  weaker: [Method, Answer][],
  method: Method,
  answer: Answer,
  roles: MethodRow['roles'],
) {
  if (method === 'backup_codes' || answer === 'off') return
  const kind = kindOf(method)
  const inRoles = tally[kind]
  const gates = roles.includes('second_factor')
  const signsIn = roles.includes('sign_in')
  if (signsIn) tally.signsIn = eitherOf(tally.signsIn, answer)
  if (gates) inRoles.gate = eitherOf(inRoles.gate, answer)
  if (gates || signsIn) inRoles.factor = eitherOf(inRoles.factor, answer)
  if (roles.includes('recovery')) inRoles.recovery = eitherOf(inRoles.recovery, answer)
  if (method === 'app_pin') tally.appPin = eitherOf(tally.appPin, answer)
  const isWeaker = kind === 'codes' || kind === 'mail' || kind === 'questions'
  if (isWeaker && (gates || signsIn)) weaker.push([method, answer])
}

function kindOf(method: Method): Kind {
  if (fidoMethods.includes(method)) return 'fido'
  if (method === 'email_code') return 'mail'
  if (method === 'security_questions') return 'questions'
  if (method === 'sms_code') return 'sms'
  return method === 'voice_code' ? 'voice' : 'codes'
}

function nothing(): Tally {
  return {
    fido: { factor: 'off', gate: 'off', recovery: 'off' },
    mail: { factor: 'off', gate: 'off', recovery: 'off' },
    sms: { factor: 'off', gate: 'off', recovery: 'off' },
    voice: { factor: 'off', gate: 'off', recovery: 'off' },
    codes: { factor: 'off', gate: 'off', recovery: 'off' },
    questions: { factor: 'off', gate: 'off', recovery: 'off' },
    signsIn: 'off',
    appPin: 'off',
    weaker: noneLeft,
  }
}

/** A row without roles is read in the role that protects least. */
function usualRoles(method: Method, service: ServiceFacts | null): MethodRole[] {
  if (method === 'passkey') return service?.passkeyUse.length ? [...service.passkeyUse] : ['sign_in']
  return method === 'security_questions' ? ['recovery'] : ['second_factor']
}

/** A passkey nobody spoke of may sign in, stand behind the password, or both. */
function blankRoles(method: Method): MethodRole[] {
  return method === 'passkey' ? ['sign_in', 'second_factor'] : ['second_factor']
}

function isBlank(account: AccountInQuestion, method: Method): boolean {
  for (const row of account.facts.methods) if (row.method === method) return false
  if (askedApart.includes(method)) return false
  return !fidoMethods.includes(method) || fidoOffered(account) !== 'no'
}
