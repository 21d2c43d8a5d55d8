/**
 * An account's form: fields to an entry, and an entry to the values its fields start with. Pure. A question that was
 * not shown or not answered is unanswered; an answer that belongs to a question no longer asked is dropped here, and
 * whoever posts such an answer around the form is told so by the command (rules.ts).
 */
import type { AccountEntry } from '@/lib/accounts/entry'
import { type AccountFacts, type MethodRow, nothingSaidOfAccount } from '@/lib/accounts/facts'
import { keepsNumberForRecovery } from '@/lib/accounts/rules'
import type { CatalogueService } from '@/lib/services/facts'
import { defaultsFor } from '@/lib/services/rules'
import { highByDefault, type Method, type MethodRole, methods } from '@/lib/vocabulary'

/** What a form sent: the fields of FormData that are text. */
export type Sent = Pick<FormData, 'get' | 'getAll'>
/** The values a form's fields start with, by name. */
export type StartValues = Readonly<Record<string, string | readonly string[]>>

const fido: readonly Method[] = ['fido_security_key', 'passkey', 'piv_cac']

/** The method rows a form asks about: what the service offers, and whatever was stated before. */
export function rowsAsked(service: CatalogueService | null, facts?: AccountFacts): readonly MethodRow[] {
  const offered = defaultsFor(service).facts.methods
  const stated = facts?.methods ?? []
  const rows = [
    ...offered.map((row) => stated.find(({ method }) => method === row.method) ?? row),
    ...stated.filter(({ method }) => !offered.some((row) => row.method === method)),
  ]
  return [...rows].sort((a, b) => methods.indexOf(a.method) - methods.indexOf(b.method))
}

/** Takes the fields and the service they are about; gives what `recordAccount` expects, still to be checked by it. */
export function readAccountForm(
  sent: Sent,
  service: CatalogueService | null,
): Record<keyof AccountEntry, unknown> {
  const answers = answersIn(sent)
  const { one } = answers
  const personal = one('heldAs', 'personal') === 'personal'
  return {
    serviceId: service?.id ?? null,
    ownName: service ? '' : one('ownName'),
    label: one('label'),
    note: one('note'),
    visibility: personal ? one('visibility', 'counted_only') : 'counted_only',
    facts: readFacts(answers, service),
  }
}

type Answers = {
  one: (name: string, blank?: string) => string
  many: (name: string) => string[]
}

function answersIn(sent: Sent): Answers {
  const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '')
  return {
    one: (name, blank = '') => text(sent.get(name)) || blank,
    many: (name) => sent.getAll(name).map(text).filter(Boolean),
  }
}

function readFacts({ one, many }: Answers, service: CatalogueService | null): unknown {
  const category = service?.category ?? one('category', 'other')
  const value = one('value', highByDefault.some((each) => each === category) ? 'high' : 'not_sure')
  const lowered = value === 'less_valuable'
  const signsInBy = one('signsInBy', 'own_sign_in')
  const through = one('throughAccountId')
  const about = {
    category,
    heldAs: one('heldAs', 'personal'),
    value,
    valueReasons: lowered ? [] : many('valueReasons'),
    lowerReason:
      lowered && highByDefault.some((each) => each === category) ? one('lowerReason') || null : null,
    signsInBy,
    throughAccountId:
      signsInBy === 'another_account' && through !== 'not_listed' && through !== '' ? through : null,
    fidoOffered: one('fidoOffered', 'not_known'),
  }
  const ownSignIn = signsInBy === 'own_sign_in' || signsInBy === 'not_sure'
  // Whoever signs in elsewhere is not asked what is on here.
  if (!ownSignIn) return { ...nothingSaidOfAccount, methods: rowsAsked(service), ...about }
  return { ...about, ...readSignIn({ one, many }, service) }
}

function readSignIn({ one, many }: Answers, service: CatalogueService | null) {
  const rows = many('asked').map((method) => ({
    method,
    roles: many(`roles.${method}`),
    state: one(`method.${method}`, 'unanswered'),
  }))
  const stateOf = (method: Method) => rows.find((row) => row.method === method)?.state ?? 'unanswered'
  const alive = (state: string) => state === 'on' || state === 'not_sure'
  const fidoOn = fido.some((method) => alive(stateOf(method)))
  const smsSecondFactor = one('smsSecondFactor', 'unanswered')
  const recoveryRemovable = one('recoveryRemovable')
  const smsRecovery = readRecovery(one('smsRecovery', 'unanswered'), recoveryRemovable, service)
  const smsSecondFactorRemovable =
    smsSecondFactor === 'on' ? one('smsSecondFactorRemovable', 'unanswered') : 'unanswered'
  const resetTried = smsRecovery === 'on_forced_by_service' && recoveryRemovable === 'no'
  const byNumber = [smsSecondFactor, smsRecovery, stateOf('voice_code')]
  const numberAsked =
    service?.registeredByPhone || byNumber.some((state) => alive(state) || state.startsWith('on_'))
  const mailboxRecovery = one('mailboxRecovery', 'unanswered')
  const mailAsked = alive(mailboxRecovery) || alive(stateOf('email_code'))
  const count = fidoOn ? one('keysOrPasskeys', 'unanswered') : 'unanswered'
  const signsInWithout = rows.some((row) => row.state === 'on' && row.roles.includes('sign_in'))
  return {
    methods: rows,
    codeApp: stateOf('authenticator_code') === 'on' ? one('codeApp', 'unanswered') : 'unanswered',
    passwordStillWorks: signsInWithout ? one('passwordStillWorks', 'unanswered') : 'unanswered',
    smsSecondFactor,
    smsSecondFactorRemovable,
    smsRecovery,
    // "No, I tried": the command gives it the day.
    smsForcedBasis: resetTried || smsSecondFactorRemovable === 'no' ? 'person_tried' : null,
    smsForcedOn: null,
    phoneLine: numberAsked ? one('phoneLine') || null : null,
    mailboxRecovery,
    recoveryMailboxes: mailAsked ? many('recoveryMailboxes') : [],
    keysOrPasskeys: count,
    spareKeptApart:
      count === '1' ? 'unanswered' : fidoOn ? one('spareKeptApart', 'unanswered') : 'unanswered',
    advancedProtection: one(
      'advancedProtection',
      service?.advancedProtection === false ? 'not_applicable' : 'unanswered',
    ),
    ...(service ? {} : { fidoOffered: fidoOfferedBy(stateOf('fido_security_key'), stateOf('passkey')) }),
  }
}

/**
 * "On" is told apart by whether the number could be removed: said by the person, else known from the catalogue that it
 * could not. Not sure, or not answered, is never taken for "it can".
 */
function readRecovery(state: string, removable: string, service: CatalogueService | null): string {
  if (state !== 'on') return state
  if (removable === 'yes') return 'on_can_be_removed'
  const insists = removable === 'no' || (removable === '' && keepsNumberForRecovery(service))
  return insists ? 'on_forced_by_service' : 'on_removal_not_sure'
}

/** At a service that is not in the catalogue the person's own answers say whether it offers FIDO. */
function fidoOfferedBy(...states: string[]): string {
  if (states.some((state) => state === 'on' || state === 'off')) return 'yes'
  return states.every((state) => state === 'not_offered') ? 'no' : 'not_known'
}

/** The values the fields start with. Unanswered questions have none. */
export function startValues(entry: AccountEntry): StartValues {
  const { facts } = entry
  const said = (answer: string) => (answer === 'unanswered' ? '' : answer)
  const recovery = facts.smsRecovery.startsWith('on_') ? 'on' : said(facts.smsRecovery)
  const rows = facts.methods.flatMap((row): [string, string | readonly MethodRole[]][] => [
    [`method.${row.method}`, said(row.state)],
    [`roles.${row.method}`, row.roles],
  ])
  return {
    ownName: entry.ownName,
    label: entry.label,
    note: entry.note,
    visibility: entry.visibility,
    category: facts.category,
    heldAs: facts.heldAs,
    value: facts.value,
    valueReasons: facts.valueReasons,
    lowerReason: facts.lowerReason ?? '',
    signsInBy: facts.signsInBy,
    throughAccountId: facts.throughAccountId ?? (facts.signsInBy === 'another_account' ? 'not_listed' : ''),
    fidoOffered: facts.fidoOffered,
    codeApp: said(facts.codeApp),
    passwordStillWorks: said(facts.passwordStillWorks),
    smsSecondFactor: said(facts.smsSecondFactor),
    smsSecondFactorRemovable: said(facts.smsSecondFactorRemovable),
    smsRecovery: recovery,
    recoveryRemovable: removableSaid(facts),
    phoneLine: facts.phoneLine ?? '',
    mailboxRecovery: said(facts.mailboxRecovery),
    recoveryMailboxes: facts.recoveryMailboxes,
    keysOrPasskeys: said(facts.keysOrPasskeys),
    spareKeptApart: said(facts.spareKeptApart),
    advancedProtection: said(facts.advancedProtection),
    ...Object.fromEntries(rows),
  }
}

/** What the catalogue said is not put into the person's mouth: left blank, it is filled in from there again. */
function removableSaid({ smsRecovery, smsForcedBasis }: AccountFacts): string {
  if (smsRecovery === 'on_can_be_removed') return 'yes'
  if (smsRecovery === 'on_removal_not_sure') return 'not_sure'
  return smsRecovery === 'on_forced_by_service' && smsForcedBasis !== 'service_facts' ? 'no' : ''
}

/** The form's name for a field of the command's input. */
export const fieldOf = (path: string) => path.replace(/^facts\./, '').replace(/^methods\..*$/, 'methods')
