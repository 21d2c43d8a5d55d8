/** C1: who can sign in to what sends the messages, and what they show besides a password. Two verdicts side by side. */
import { type AccountFacts, nothingSaidOfAccount } from '@/lib/accounts/facts'
import type { RegisterLabel } from '@/lib/guidance/codes'
import type { Stated } from '@/lib/platforms/facts'
import {
  aged,
  heldBack,
  oldest,
  openKind,
  type RegisterRuling,
  ruled,
  worstOf,
} from '@/lib/platforms/rulings'
import type { AccountInQuestion } from '@/lib/posture/facts'
import { fidoTotal } from '@/lib/posture/fido-verdicts'
import { readingOf } from '@/lib/posture/reading'
import type { Ruling } from '@/lib/posture/ruling'
import { smsTotal } from '@/lib/posture/sms-verdicts'
import type { ServiceFacts } from '@/lib/services/facts'
import { type Method, type MethodState, platformMethods, type SmsConstraint } from '@/lib/vocabulary'

export type SignIn = {
  account: Stated<'account'>
  platform: Stated<'platform'>
  /** Null for a platform that is named freely. */
  service: ServiceFacts | null
}

/** What the summary counts as more than a password: anything one has or is. What one only knows is none. */
const anyMfa: readonly Method[] = platformMethods.filter(
  (method) => method !== 'security_questions' && method !== 'other',
)

/**
 * C1 for one sign-in, as the summary of CTIA practices reads: any second factor will do, a text message too. Which ones
 * are robust the summary leaves open; that a text message is enough is this product's reading.
 */
export function ctiaRuling({ account, platform }: SignIn, today: string, interval: number): RegisterRuling {
  const { facts, id } = account
  const shown = aged(besides(account, platform), today, interval)
  const labels = [...shown.labels, ...holderLabels(account)]
  const ended = facts.heldBy === 'former_staff' ? 'end_sign_in' : null
  const shared = facts.heldBy === 'shared_login' ? 'give_each_their_own' : null
  return { ...shown, labels, nextAction: ended ?? shown.nextAction ?? shared, about: id }
}

function besides(account: Stated<'account'>, platform: Stated<'platform'>): RegisterRuling {
  const { facts, confirmedOn } = account
  const own = facts.signsInBy !== 'employer_single_sign_on'
  const both = oldest([confirmedOn, platform.confirmedOn])
  const open = openKind(facts.shows)
  if (open && own && platform.facts.mfaRequired === 'not_offered')
    return ruled('not_met', {
      labels: ['platform_offers_no_mfa'],
      nextAction: 'move_platform',
      confirmedOn: both,
    })
  if (open && own && platform.facts.mfaRequired === 'yes')
    return ruled('met', { labels: ['required_by_platform'], confirmedOn: both })
  if (open) return heldBack(open, { nextAction: 'look_at_sign_in', confirmedOn })
  if (facts.shows === 'methods' && facts.methods.some((method) => anyMfa.includes(method))) {
    const texts = facts.methods.every((method) =>
      ['sms_code', 'voice_code', 'security_questions'].includes(method),
    )
    return ruled('met', { labels: texts ? ['our_reading'] : [], confirmedOn })
  }
  // Something else may be as good as any of them, or no better than a password.
  if (facts.methods.includes('other'))
    return heldBack('not_sure', { nextAction: 'look_at_sign_in', confirmedOn })
  if (own && platform.facts.mfaRequired === 'not_offered')
    return ruled('not_met', { labels: ['platform_offers_no_mfa'], nextAction: 'move_platform', confirmedOn })
  return ruled('not_met', { nextAction: 'turn_on_second_step', confirmedOn })
}

function holderLabels({ facts: { heldBy } }: Stated<'account'>): RegisterLabel[] {
  return heldBy === 'former_staff' || heldBy === 'agency' || heldBy === 'shared_login' ? [heldBy] : []
}

/** General 2 and 3 for the same sign-in, by the rules of any valuable account (guidance section 2). */
export function cisaParts(signIn: SignIn): { fido: RegisterRuling; sms: RegisterRuling } {
  const reading = readingOf(inQuestion(signIn))
  const tied = (ruling: Ruling): RegisterRuling => ({
    ...ruling,
    // No exception can stand for a sign-in of the organisation: what its platform holds to, only the platform can change.
    nextAction: ruling.nextAction === 'ask_for_exception' ? 'move_platform' : ruling.nextAction,
    confirmedOn: signIn.account.confirmedOn,
    about: signIn.account.id,
  })
  return {
    fido: tied(fidoTotal(reading, 'ask_for_exception')),
    sms: tied(smsTotal(reading, { numberHeld: false, forced: 'ask_for_exception' })),
  }
}

/** Both together. A platform that offers no key leaves General 2 out, and keeps its label, so that it is not hidden. */
export function cisaRuling(signIn: SignIn): RegisterRuling {
  const { fido, sms } = cisaParts(signIn)
  const worst = worstOf([sms, fido])
  const noKey =
    fido.labels.includes('service_offers_no_fido') && !worst.labels.includes('service_offers_no_fido')
  return noKey ? { ...worst, labels: [...worst.labels, 'service_offers_no_fido'] } : worst
}

/** Does a platform let people show nothing but a text or a call? Then CTIA's summary can be met there and CISA cannot. */
export const textsAreAll = (service: Pick<ServiceFacts, 'methods' | 'smsConstraint'> | null): boolean =>
  service !== null &&
  service.methods.length > 0 &&
  service.methods.every((method) => ['sms_code', 'voice_code', 'backup_codes'].includes(method)) &&
  holding.includes(service.smsConstraint)
const holding: readonly SmsConstraint[] = ['only_second_factor', 'cannot_be_disabled', 'none_known']

function inQuestion({ account, platform, service }: SignIn): AccountInQuestion {
  const { facts, id, confirmedOn } = account
  // Behind the employer's own sign-in it does not matter what the platform offers.
  const own = facts.signsInBy === 'employer_single_sign_on' ? null : service
  const stated: AccountFacts = {
    ...nothingSaidOfAccount,
    category: 'message_platform',
    heldAs: 'employer',
    value: 'high',
    valueReasons: ['messaging_platform_access'],
    methods: platformMethods
      .filter((method) => method !== 'sms_code')
      .map((method) => ({ method, roles: ['second_factor'], state: stateOf(account, method) })),
    passwordStillWorks: 'yes',
    smsSecondFactor: stateOf(account, 'sms_code'),
    smsRecovery: facts.smsRecovery,
    mailboxRecovery: 'unanswered',
    fidoOffered:
      own || facts.signsInBy === 'employer_single_sign_on' ? 'not_known' : platform.facts.fidoOffered,
  }
  return { id, service: own, facts: stated, confirmedOn, enteredOn: confirmedOn }
}

/** Everything that is asked for was named, so what was not named is off. */
function stateOf({ facts }: Stated<'account'>, method: (typeof platformMethods)[number]): MethodState {
  if (facts.shows === 'password_only') return 'off'
  if (facts.shows === 'methods') return facts.methods.includes(method) ? 'on' : 'off'
  return facts.shows
}
