/** What a made-up person says of one account: valid together, with every state somewhere, unknown included. */
import type { AccountFacts, MethodRow } from '@/lib/accounts/facts'
import { hasFido, isOn, keepsNumberForRecovery, withBasis } from '@/lib/accounts/rules'
import type { CatalogueService } from '@/lib/services/facts'
import { defaultsFor } from '@/lib/services/rules'
import { type CodeApp, highByDefault, type Method, type MethodState, type YesNo } from '@/lib/vocabulary'
import { type Dice, diceFrom } from './dice'

export type Around = {
  id: string
  service: CatalogueService | null
  /** 0: never thought of it. 1: does everything that can be done. */
  care: number
  /** 0: answers everything. 1: leaves about one question in ten open. */
  doubt: number
  /** Of the same person, recorded before or with it. */
  mailboxes: readonly string[]
  parents: readonly string[]
  lines: readonly string[]
  today: string
}

const fido: readonly Method[] = ['fido_security_key', 'passkey', 'piv_cac']
const unsureBy = (doubt: number) => ({ not_sure: 5 * doubt, unanswered: 3 * doubt })

/** The facts of one account. Never contradict themselves (see lib/accounts/rules.ts). */
export function accountFactsFrom(dice: Dice, around: Around): AccountFacts {
  const { service, doubt } = around
  const start = defaultsFor(service)
  const about = { ...start.facts, ...valueFrom(dice, start.facts), ...enteredFrom(dice, around) }
  if (about.signsInBy === 'another_account' || about.signsInBy === 'employer_single_sign_on') return about
  const texts = textsFrom(dice, around, start.asks)
  const gated = texts.smsSecondFactor === 'on' || !dice.chance(0.8 + 0.3 * around.care)
  const methods = withFactor(methodsFrom(dice, around, start.facts.methods), gated)
  const texted = { ...about, methods, ...texts, ...(service ? {} : { fidoOffered: fidoOffered(methods) }) }
  const recovered = { ...texted, ...mailFrom(dice, around, texted) }
  const counted = { ...recovered, ...keysFrom(dice, around, recovered) }
  const facts: AccountFacts = {
    ...counted,
    phoneLine: lineFor(dice, around, counted),
    passwordStillWorks: passwordFrom(dice, around, counted),
    advancedProtection: service?.advancedProtection
      ? dice.weighted({
          on: 4 + 8 * around.care,
          off: 60,
          blocked_by_administrator: 4,
          not_applicable: 4,
          not_sure: 16 * doubt,
          unanswered: 9 * doubt,
        })
      : 'not_applicable',
  }
  return withBasis(
    { ...facts, codeApp: codeAppFrom(around.id, facts) },
    { id: around.id, service, today: around.today },
  )
}

/** Dice of its own: it makes nobody answer another question otherwise. */
function codeAppFrom(id: string, facts: AccountFacts): CodeApp {
  if (!isOn(facts, 'authenticator_code')) return 'unanswered'
  return diceFrom(`${id} code app`).weighted<CodeApp>({
    ...{ google_authenticator: 30, microsoft_authenticator: 20, authy: 5, in_password_manager: 15 },
    ...{ other: 8, not_sure: 4, unanswered: 18 },
  })
}

function valueFrom(dice: Dice, { category }: AccountFacts): Partial<AccountFacts> {
  if (highByDefault.includes(category)) {
    if (!dice.chance(0.09))
      return { value: 'high', valueReasons: category === 'email' ? ['email', 'resets_other_accounts'] : [] }
    return {
      value: 'less_valuable',
      lowerReason: dice.pick(['nothing_private_in_it', 'hardly_used', 'to_be_closed']),
    }
  }
  const value = dice.weighted({ high: category === 'finance' ? 60 : 20, less_valuable: 45, not_sure: 14 })
  return { value, valueReasons: value === 'high' && category === 'finance' ? ['money'] : [] }
}

function enteredFrom(dice: Dice, { service, parents }: Around): Partial<AccountFacts> {
  const through = parents[0] === undefined ? null : dice.pick([parents[0], ...parents.slice(1)])
  if (service?.signsInThrough) return { signsInBy: 'another_account', throughAccountId: through }
  if (service?.cautions.includes('methods_set_by_organisation') && dice.chance(0.45))
    return { signsInBy: 'employer_single_sign_on' }
  const may = service === null || service.category === 'social' || service.category === 'retail'
  if (may && dice.chance(0.08))
    return { signsInBy: 'another_account', throughAccountId: dice.chance(0.8) ? through : null }
  return { signsInBy: dice.chance(0.015) ? 'not_sure' : 'own_sign_in' }
}

function methodsFrom(dice: Dice, { service, care, doubt }: Around, rows: readonly MethodRow[]): MethodRow[] {
  const tidy = dice.chance(care > 0.8 ? 0.85 : care * 0.4)
  const answered = rows.map((row): MethodRow => {
    const on = tidy ? (fido.includes(row.method) ? 95 : 4) : 100 * readiness(row.method, care)
    const state: MethodState = dice.weighted({
      on,
      off: Math.max(92 - on, 5),
      ...(service ? {} : { not_offered: 60 }),
      ...unsureBy(doubt),
    })
    return { ...row, state }
  })
  if (service?.registeredByPhone || !dice.chance(0.06)) return answered
  return [
    ...answered,
    { method: 'security_questions', roles: ['recovery'], state: dice.chance(0.6) ? 'on' : 'off' },
  ]
}

/** Most services ask for something besides the password as a matter of course. */
function withFactor(rows: readonly MethodRow[], anyhow: boolean): MethodRow[] {
  const gates = rows.filter((row) => row.roles.includes('second_factor') && row.method !== 'backup_codes')
  if (anyhow || gates.some((row) => row.state === 'on')) return [...rows]
  const usual = gates.find((row) => !fido.includes(row.method))
  return rows.map((row) => (row === usual ? { ...row, state: 'on' } : row))
}

function readiness(method: Method, care: number): number {
  if (fido.includes(method)) return 0.04 + 0.45 * care
  if (method === 'app_pin') return 0.3 + 0.75 * care
  if (method === 'authenticator_code' || method === 'app_approval') return 0.15 + 0.35 * care
  if (method === 'backup_codes') return 0.2
  return 0.08
}

function textsFrom(
  dice: Dice,
  { service, care, doubt }: Around,
  asks: { smsSecondFactor: boolean; smsRecovery: boolean },
): Pick<AccountFacts, 'smsSecondFactor' | 'smsSecondFactorRemovable' | 'smsRecovery'> {
  const factor: MethodState = asks.smsSecondFactor
    ? dice.weighted({ on: Math.max(0, 58 - 64 * care), off: 38 + 40 * care, ...unsureBy(doubt) })
    : 'not_offered'
  const removable: YesNo =
    factor === 'on'
      ? dice.weighted({ yes: 62, no: 14, not_sure: 16 * doubt, unanswered: 8 * doubt })
      : 'unanswered'
  if (!asks.smsRecovery)
    return { smsSecondFactor: factor, smsSecondFactorRemovable: removable, smsRecovery: 'not_offered' }
  const smsRecovery = dice.weighted({
    off: 40 + 50 * care,
    on_can_be_removed: Math.max(0, 40 - 45 * care),
    on_forced_by_service: keepsNumberForRecovery(service) ? 40 : 2 - 2 * care,
    ...unsureBy(doubt),
  })
  return { smsSecondFactor: factor, smsSecondFactorRemovable: removable, smsRecovery }
}

function mailFrom(
  dice: Dice,
  { id, service, mailboxes, doubt }: Around,
  facts: AccountFacts,
): Pick<AccountFacts, 'mailboxRecovery' | 'recoveryMailboxes'> {
  const state: MethodState = service?.registeredByPhone
    ? 'not_offered'
    : dice.weighted({ on: facts.category === 'email' ? 35 : 62, off: 30, not_offered: 6, ...unsureBy(doubt) })
  const asked = state === 'on' || isOn(facts, 'email_code')
  if (!asked) return { mailboxRecovery: state, recoveryMailboxes: [] }
  const [first, ...more] = mailboxes.filter((mailbox) => mailbox !== id)
  const known = first !== undefined && dice.chance(0.93)
  return { mailboxRecovery: state, recoveryMailboxes: [known ? dice.pick([first, ...more]) : 'not_listed'] }
}

function keysFrom(
  dice: Dice,
  { doubt }: Around,
  facts: AccountFacts,
): Pick<AccountFacts, 'keysOrPasskeys' | 'spareKeptApart'> {
  if (!hasFido(facts)) return { keysOrPasskeys: 'unanswered', spareKeptApart: 'unanswered' }
  const keysOrPasskeys = dice.weighted<AccountFacts['keysOrPasskeys']>({
    1: 38,
    2: 40,
    '3_or_more': 12,
    ...unsureBy(doubt),
  })
  const several = keysOrPasskeys === '2' || keysOrPasskeys === '3_or_more'
  const spareKeptApart = several ? dice.weighted({ yes: 65, no: 20, ...unsureBy(doubt) }) : 'unanswered'
  return { keysOrPasskeys, spareKeptApart }
}

function passwordFrom(dice: Dice, { care, doubt }: Around, { methods }: AccountFacts): YesNo {
  const without = methods.some((row) => row.state === 'on' && row.roles.includes('sign_in'))
  return without
    ? dice.weighted({ yes: 70 - 40 * care, no: 20 + 50 * care, ...unsureBy(doubt) })
    : 'unanswered'
}

function lineFor(dice: Dice, { service, lines }: Around, facts: AccountFacts): AccountFacts['phoneLine'] {
  const used =
    facts.smsSecondFactor === 'on' ||
    facts.smsRecovery.startsWith('on_') ||
    isOn(facts, 'sms_code', 'voice_code')
  if (!used && !service?.registeredByPhone) return null
  const [first, ...more] = lines
  if (first === undefined || dice.chance(0.05)) return dice.chance(0.7) ? 'not_listed' : 'not_sure'
  return dice.pick([first, ...more])
}

function fidoOffered(methods: readonly MethodRow[]): AccountFacts['fidoOffered'] {
  const states = methods.filter((row) => fido.includes(row.method)).map((row) => row.state)
  if (states.includes('on') || states.includes('off')) return 'yes'
  return states.every((state) => state === 'not_offered') ? 'no' : 'not_known'
}
