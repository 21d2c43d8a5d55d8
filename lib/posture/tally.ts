/**
 * The method rows of one account brought together by kind and role.
 *
 * A method without a row is "unanswered" if the service offers it or, for a service nobody has facts about, if it is
 * among those that are asked for there.
 */
import type { MethodRow } from '@/lib/accounts/facts'
import { type Answer, answerOf, anyOf, isOpen } from '@/lib/posture/answers'
import type { AccountInQuestion } from '@/lib/posture/facts'
import { methodsAskedWithoutFacts, type ServiceFacts } from '@/lib/services/facts'
import type { Method, MethodRole, Offered } from '@/lib/vocabulary'

type Kind = 'fido' | 'mail' | 'sms' | 'voice' | 'codes'
/** As sign-in or second factor; as second factor alone, which is what stands behind a password; as recovery. */
export type InRoles = { factor: Answer; gate: Answer; recovery: Answer }
export type Tally = Record<Kind, InRoles> & {
  signsIn: Answer
  appPin: Answer
  /** Factors that are neither FIDO nor a text or call, one by one. */
  weaker: ReadonlyMap<Method, Answer>
}

export const fidoMethods: readonly Method[] = ['fido_security_key', 'passkey', 'piv_cac']
const askedApart: readonly Method[] = ['sms_code', 'backup_codes', 'app_pin', 'other']

export function tallyOf(account: AccountInQuestion): Tally {
  const weaker = new Map<Method, Answer>()
  const tally = { ...nothing(), weaker }
  const seen = new Set<Method>()
  for (const { method, roles, state } of account.facts.methods) {
    seen.add(method)
    enter(tally, method, answerOf(state), roles.length > 0 ? roles : usualRoles(method, account.service))
  }
  for (const method of account.service?.methods ?? methodsAskedWithoutFacts) {
    if (!seen.has(method) && isAsked(account, method)) enter(tally, method, 'unanswered', blankRoles(method))
  }
  if (!seen.has('app_pin') && account.service?.registeredByPhone) tally.appPin = 'unanswered'
  return tally
}

export function fidoOffered({ facts, service }: AccountInQuestion): Offered {
  if (facts.fidoOffered !== 'not_known' || !service) return facts.fidoOffered
  return service.fidoOffered ? 'yes' : 'no'
}

/** How many weaker factors are on, and the answers still open among them. */
export function weakerLeft({ weaker }: Tally): { on: number; open: Answer[] } {
  const answers = [...weaker.values()]
  return { on: answers.filter((answer) => answer === 'on').length, open: answers.filter(isOpen) }
}

type Entering = Omit<Tally, 'weaker'> & { weaker: Map<Method, Answer> }

function enter(tally: Entering, method: Method, answer: Answer, roles: MethodRow['roles']) {
  if (method === 'backup_codes') return
  const kind = kindOf(method)
  const inRoles = tally[kind]
  const gates = roles.includes('second_factor')
  const signsIn = roles.includes('sign_in')
  if (signsIn) tally.signsIn = anyOf(tally.signsIn, answer)
  if (gates) inRoles.gate = anyOf(inRoles.gate, answer)
  if (gates || signsIn) inRoles.factor = anyOf(inRoles.factor, answer)
  if (roles.includes('recovery')) inRoles.recovery = anyOf(inRoles.recovery, answer)
  if (method === 'app_pin') tally.appPin = anyOf(tally.appPin, answer)
  const isWeaker = (kind === 'codes' || kind === 'mail') && (gates || signsIn)
  if (isWeaker) tally.weaker.set(method, anyOf(tally.weaker.get(method) ?? 'off', answer))
}

function kindOf(method: Method): Kind {
  if (fidoMethods.includes(method)) return 'fido'
  if (method === 'email_code') return 'mail'
  if (method === 'sms_code') return 'sms'
  return method === 'voice_code' ? 'voice' : 'codes'
}

function nothing(): Omit<Tally, 'weaker'> {
  const off = (): InRoles => ({ factor: 'off', gate: 'off', recovery: 'off' })
  return { fido: off(), mail: off(), sms: off(), voice: off(), codes: off(), signsIn: 'off', appPin: 'off' }
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

function isAsked(account: AccountInQuestion, method: Method): boolean {
  if (askedApart.includes(method)) return false
  return !fidoMethods.includes(method) || fidoOffered(account) !== 'no'
}
