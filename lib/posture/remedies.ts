/**
 * What the facts will be once a change is made. The counting of ways closed and "what would happen if" both use this,
 * so that what is promised is what comes about.
 */
import type { MethodRow } from '@/lib/accounts/facts'
import type { ActionCode } from '@/lib/guidance/codes'
import { anyOf } from '@/lib/posture/answers'
import type { AccountInQuestion, LineInQuestion, PersonInQuestion } from '@/lib/posture/facts'
import { type AccountReading, codeApps, readingOf } from '@/lib/posture/reading'
import type { Change } from '@/lib/posture/shapes'
import { fidoMethods } from '@/lib/posture/tally'
import type { ServiceFacts } from '@/lib/services/facts'
import type { Method, MethodRole } from '@/lib/vocabulary'

type Facts = AccountInQuestion['facts']
/** `ignored` asks what would be, were the service to allow it: for what no person can mend. */
export type ServiceLimits = 'kept' | 'ignored'

/** @returns the person's facts after the change; other facts stay as they are, and nothing unknown becomes known. */
export function carryOut(person: PersonInQuestion, { action, scopeKind, scopeId }: Change): PersonInQuestion {
  return {
    ...person,
    accounts: person.accounts.map((account) =>
      scopeKind === 'account' && account.id === scopeId ? accountAfter(readingOf(account), action) : account,
    ),
    lines: person.lines.map((line) =>
      scopeKind === 'line' && line.id === scopeId ? lineAfter(line, action) : line,
    ),
  }
}

export function accountAfter(
  reading: AccountReading,
  action: ActionCode,
  limits: ServiceLimits = 'kept',
): AccountInQuestion {
  const { account } = reading
  const facts = factsAfter(reading, action, limits)
  return facts === account.facts ? account : { ...account, facts }
}

export function lineAfter(line: LineInQuestion, action: ActionCode): LineInQuestion {
  switch (action) {
    case 'set_carrier_pin':
    case 'ask_account_holder_for_pin':
    case 'choose_own_pin':
    case 'look_at_pin':
      return {
        ...line,
        facts: { ...line.facts, accountPin: 'set', pinIs: 'account_pin', pinOwnChoice: 'chosen_by_me' },
      }
    case 'turn_on_number_locks':
      return { ...line, facts: { ...line.facts, portOutLock: 'on', simChangeLock: 'on' } }
    default:
      return line
  }
}

function factsAfter(reading: AccountReading, action: ActionCode, limits: ServiceLimits): Facts {
  const { facts } = reading.account
  switch (action) {
    case 'turn_off_sms':
    case 'turn_off_voice':
      return withoutTexts(withFallback(facts, reading, limits), reading, limits)
    case 'remove_number_from_recovery':
      return withoutTextRecovery(facts, limits)
    case 'turn_off_code_app':
      return withoutPhishable(facts, reading, limits)
    case 'remove_password_way_in':
      return withoutTexts(
        { ...withoutPhishable(facts, reading, limits), passwordStillWorks: 'no' },
        reading,
        limits,
      )
    case 'add_key_or_passkey':
    case 'add_key_then_turn_off_sms':
      return withFido(reading, limits)
    case 'set_up_code_app':
    case 'set_up_code_app_then_turn_off_sms':
      return withoutTexts(withCodeApp(facts, reading.account.service), reading, limits)
    case 'turn_on_best_method':
      return fidoGates(reading, limits) && reading.fidoOffered === 'yes'
        ? withFido(reading, limits)
        : withCodeApp(facts, reading.account.service)
    case 'turn_on_app_pin':
      return {
        ...facts,
        methods: set(facts.methods, { method: 'app_pin', roles: ['second_factor'], state: 'on' }),
      }
    default:
      return facts
  }
}

/** Where FIDO can stand behind the password it replaces the weaker methods; where it only signs in, they stay. */
function withFido(reading: AccountReading, limits: ServiceLimits): Facts {
  const { facts, service } = reading.account
  const gates = fidoGates(reading, limits)
  const keyOnly =
    gates && limits === 'kept' && service !== null && !service.passkeyUse.includes('second_factor')
  const method: Method = keyOnly ? 'fido_security_key' : 'passkey'
  const roles: MethodRole[] = gates ? ['second_factor'] : ['sign_in']
  const enrolled: Facts = { ...facts, methods: set(facts.methods, { method, roles, state: 'on' }) }
  if (!gates) {
    const open: Facts = reading.password === 'on' ? { ...enrolled, passwordStillWorks: 'yes' } : enrolled
    return reading.otherGate === 'on' ? withoutTexts(open, reading, limits) : open
  }
  const backed = withFallback(enrolled, reading, limits)
  return withoutTexts(withoutPhishable(backed, reading, limits), reading, limits)
}

/** Can FIDO stand behind the password there: a service that offers it only as a way to sign in leaves the password. */
export function fidoGates({ account: { service } }: AccountReading, limits: ServiceLimits = 'kept'): boolean {
  if (limits === 'ignored' || !service) return true
  return service.methods.includes('fido_security_key') || service.passkeyUse.includes('second_factor')
}

/** The number goes out of sign-in altogether: texts, calls, and recovery where the service lets it. */
function withoutTexts(facts: Facts, reading: AccountReading, limits: ServiceLimits): Facts {
  if (reading.smsForced && limits === 'kept') return facts
  const cleared = withoutTextRecovery(facts, limits)
  return {
    ...cleared,
    smsSecondFactor: cleared.smsSecondFactor === 'on' ? 'off' : cleared.smsSecondFactor,
    methods: cleared.methods.map((row) =>
      row.method === 'sms_code' || row.method === 'voice_code' ? turnedOff(row) : row,
    ),
  }
}

function withoutTextRecovery(facts: Facts, limits: ServiceLimits): Facts {
  const removable = facts.smsRecovery === 'on_can_be_removed' || limits === 'ignored'
  const on = facts.smsRecovery.startsWith('on_')
  return {
    ...facts,
    smsRecovery: on && removable ? 'off' : facts.smsRecovery,
    methods: facts.methods.map((row) =>
      row.method === 'sms_code' || row.method === 'voice_code' ? withoutRole(row, 'recovery') : row,
    ),
  }
}

/** Codes, approvals, mailed codes and questions off; one code app stays where the service insists on a fallback. */
function withoutPhishable(facts: Facts, reading: AccountReading, limits: ServiceLimits): Facts {
  const kept = keptFallback(facts, reading, limits)
  const spared: readonly Method[] = [...fidoMethods, 'sms_code', 'voice_code', 'backup_codes', ...kept]
  return {
    ...facts,
    methods: facts.methods.map((row) => (spared.includes(row.method) ? row : turnedOff(row))),
  }
}

function keptFallback(facts: Facts, reading: AccountReading, limits: ServiceLimits): readonly Method[] {
  if (reading.weakerAllowed === 0 || limits === 'ignored') return []
  const on = facts.methods.filter((row) => row.state === 'on').map((row) => row.method)
  const kept = [...codeApps, 'email_code' as const].find((method) => on.includes(method))
  return kept ? [kept] : []
}

/** Where the service insists on a fallback, a code app takes the place of the text, call or bare password. */
function withFallback(facts: Facts, reading: AccountReading, limits: ServiceLimits): Facts {
  if (reading.weakerAllowed === 0 || limits === 'ignored') return facts
  const { codes, mailed, passwordAlone, sms, voice } = reading
  const takesPlace = anyOf(passwordAlone, sms, voice) === 'on' && anyOf(codes, mailed) === 'off'
  return takesPlace ? withCodeApp(facts, reading.account.service) : facts
}

function withCodeApp(facts: Facts, service: ServiceFacts | null): Facts {
  const offered = codeApps.find((method) => service?.methods.includes(method) ?? true)
  const method = offered ?? 'authenticator_code'
  return { ...facts, methods: set(facts.methods, { method, roles: ['second_factor'], state: 'on' }) }
}

function set(rows: readonly MethodRow[], row: MethodRow): MethodRow[] {
  return [...rows.filter(({ method }) => method !== row.method), row]
}

function turnedOff(row: MethodRow): MethodRow {
  return row.state === 'on' ? { ...row, state: 'off' } : row
}

function withoutRole(row: MethodRow, role: MethodRole): MethodRow {
  if (row.state !== 'on' || !row.roles.includes(role)) return row
  const roles = row.roles.filter((each) => each !== role)
  return roles.length > 0 ? { ...row, roles } : { ...row, state: 'off' }
}
