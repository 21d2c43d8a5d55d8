/** Statements of the cast for the tests of posture: everything answered, and good, unless a test says otherwise. */
import { type AccountFacts, type MethodRow, nothingSaidOfAccount } from '@/lib/accounts/facts'
import { type LineFacts, nothingSaidOfLine } from '@/lib/lines/facts'
import type { AccountInQuestion, LineInQuestion, PersonInQuestion } from '@/lib/posture/facts'
import { postureOf } from '@/lib/posture/rules'
import type { Judgement } from '@/lib/posture/shapes'
import type { ServiceFacts } from '@/lib/services/facts'
import type { Method, MethodRole, MethodState } from '@/lib/vocabulary'

/** Ids that read as what they are; lines, accounts and the person never share one. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
export const mailboxId = idOf(1)
export const bankId = idOf(2)
export const lineId = idOf(101)
export const samId = idOf(900)

export const allMethods: readonly Method[] = [
  'fido_security_key',
  'passkey',
  'authenticator_code',
  'app_approval',
  'sms_code',
  'voice_code',
  'email_code',
]

export function service(changes: Partial<ServiceFacts> = {}): ServiceFacts {
  return {
    id: 'mailbox',
    name: 'Mailbox',
    domain: 'mailbox.example',
    category: 'email',
    methods: allMethods,
    fidoOffered: true,
    passkeyUse: ['sign_in', 'second_factor'],
    smsConstraint: 'none_known',
    advancedProtection: false,
    registeredByPhone: false,
    asOf: '2026-08-04',
    ...changes,
  }
}

export const row = (
  method: Method,
  state: MethodState = 'on',
  roles: MethodRole[] = ['second_factor'],
): MethodRow => ({ method, roles, state })

/** Rows given, and every other method answered with "off". */
export function methodsOff(...given: MethodRow[]): MethodRow[] {
  const named = new Set(given.map(({ method }) => method))
  const asked = allMethods.filter((method) => method !== 'sms_code' && !named.has(method))
  return [...given, ...asked.map((method) => row(method, 'off'))]
}

/** Password alone with everything answered: each test turns on what it speaks of. */
export const everythingOff: AccountFacts = {
  ...nothingSaidOfAccount,
  category: 'email',
  value: 'high',
  methods: methodsOff(),
  passwordStillWorks: 'yes',
  smsSecondFactor: 'off',
  smsSecondFactorRemovable: 'yes',
  smsRecovery: 'off',
  phoneLine: lineId,
  mailboxRecovery: 'off',
  keysOrPasskeys: '2',
  spareKeptApart: 'yes',
  advancedProtection: 'not_applicable',
}

export const keyOn = row('passkey', 'on', ['second_factor'])
export const codeOn = row('authenticator_code', 'on')

export function account(
  facts: Partial<AccountFacts> = {},
  about: Partial<Omit<AccountInQuestion, 'facts'>> = {},
): AccountInQuestion {
  return {
    id: mailboxId,
    service: service(),
    confirmedOn: '2026-11-02',
    enteredOn: '2026-11-03',
    ...about,
    facts: { ...everythingOff, ...facts },
  }
}

export const heldLine: LineFacts = {
  ...nothingSaidOfLine,
  kind: 'physical_sim',
  accountHolder: 'me',
  receivesCodes: 'yes',
  accountPin: 'set',
  pinIs: 'account_pin',
  pinOwnChoice: 'chosen_by_me',
  pinSetOn: '2026-10-01',
  portOutLock: 'off',
  simChangeLock: 'off',
  hasOnlineAccount: 'no',
}
export const bareLine: LineFacts = {
  ...heldLine,
  accountPin: 'not_set',
  pinIs: null,
  pinOwnChoice: 'unanswered',
}

export function line(
  facts: Partial<LineFacts> = {},
  about: Partial<Omit<LineInQuestion, 'facts'>> = {},
): LineInQuestion {
  return {
    id: lineId,
    carrier: null,
    confirmedOn: '2026-11-02',
    enteredOn: '2026-11-03',
    ...about,
    facts: { ...bareLine, ...facts },
  }
}

export function sam(
  accounts: readonly AccountInQuestion[],
  lines: readonly LineInQuestion[] = [line()],
  about: Partial<PersonInQuestion> = {},
): PersonInQuestion {
  return { id: samId, tier: 'standard', accounts, lines, inventory: null, ...about }
}

export function judged(person: PersonInQuestion, item: Judgement['item'], scopeId: string): Judgement {
  const found = postureOf(person).judgements.find((each) => each.item === item && each.scopeId === scopeId)
  if (!found) throw new Error(`${item} was not judged for ${scopeId}`)
  return found
}
