/** Which questions about an account are still to be answered. Pure; nothing unanswered is ever read as "off". */
import type { AccountFacts } from '@/lib/accounts/facts'
import { rowsAsked } from '@/lib/accounts/form'
import { hasFido } from '@/lib/accounts/rules'
import type { CatalogueService } from '@/lib/services/facts'
import { defaultsFor } from '@/lib/services/rules'
import type { Method } from '@/lib/vocabulary'

export type OpenQuestion =
  | Extract<
      keyof AccountFacts,
      | 'smsSecondFactor'
      | 'smsRecovery'
      | 'mailboxRecovery'
      | 'passwordStillWorks'
      | 'keysOrPasskeys'
      | 'advancedProtection'
      | 'throughAccountId'
      | 'signsInBy'
      | 'value'
    >
  | Method

/** The open questions in the order of the form; "not sure" is open too: it has been answered, and waits for a look. */
export function openQuestions(
  facts: AccountFacts,
  service: CatalogueService | null,
): { unanswered: OpenQuestion[]; notSure: OpenQuestion[] } {
  const asked = questionsOf(facts, service)
  const among = (answer: string) => asked.filter(([, given]) => given === answer).map(([name]) => name)
  return { unanswered: among('unanswered'), notSure: among('not_sure') }
}

function questionsOf(facts: AccountFacts, service: CatalogueService | null): [OpenQuestion, string][] {
  const value: [OpenQuestion, string] = ['value', facts.value]
  if (facts.signsInBy === 'employer_single_sign_on') return [value]
  if (facts.signsInBy === 'another_account')
    return [['throughAccountId', facts.throughAccountId ?? 'unanswered'], value]
  const { asks } = defaultsFor(service)
  const signsIn = facts.methods.some((row) => row.state === 'on' && row.roles.includes('sign_in'))
  const all: [boolean, OpenQuestion, string][] = [
    [facts.signsInBy === 'not_sure', 'signsInBy', 'not_sure'],
    ...rowsAsked(service, facts).map((row): [boolean, OpenQuestion, string] => [
      row.method !== 'backup_codes',
      row.method,
      row.state,
    ]),
    [asks.smsSecondFactor, 'smsSecondFactor', facts.smsSecondFactor],
    [asks.smsRecovery, 'smsRecovery', facts.smsRecovery],
    [asks.mailboxRecovery, 'mailboxRecovery', facts.mailboxRecovery],
    [signsIn, 'passwordStillWorks', facts.passwordStillWorks],
    [asks.keysOrPasskeys && hasFido(facts), 'keysOrPasskeys', facts.keysOrPasskeys],
    [asks.advancedProtection, 'advancedProtection', facts.advancedProtection],
  ]
  return [
    ...all.filter(([isAsked]) => isAsked).map(([, name, given]) => [name, given] as [OpenQuestion, string]),
    value,
  ]
}
