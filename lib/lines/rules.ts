/** What the answers about one phone line must have in common. Paragraphs: guidance, General 5. */
import { type LineFacts, nothingSaidOfLine } from '@/lib/lines/facts'
import type { ServiceFacts } from '@/lib/services/facts'
import type { Category, FieldProblems } from '@/lib/vocabulary'
import { lineProblems as says } from '@/lib/words/line-problems'

/** The most lines one person may have listed at a time. */
export const mostLines = 20

/** Three digits or more in a row, however they are set apart: more of a number than is kept here. */
export const hasNumber = (label: string) => /\p{Nd}(?:[ ()./-]{0,3}\p{Nd}){2}/u.test(label.normalize('NFKC'))

/** What was set is taken for the carrier's account PIN and is not it (G5.0, traps). */
export const isLookAlike = ({ pinIs }: LineFacts) => pinIs !== null && pinIs !== 'account_pin'

/** The form the answers are stored in: what is not the account PIN leaves it not set, whatever was believed. */
export function settled(facts: LineFacts): LineFacts {
  if (facts.accountPin !== 'set' || !isLookAlike(facts)) return facts
  return { ...facts, accountPin: 'not_set', pinOwnChoice: 'unanswered', pinSetOn: null }
}

/** A line that is said to be with another carrier than before; one whose carrier was not named before has not moved. */
export function hasMoved(before: Carrier, after: Carrier): boolean {
  if (before.carrierId === null && before.ownCarrier === '') return false
  if (before.carrierId !== null || after.carrierId !== null) return before.carrierId !== after.carrierId
  return plain(before.ownCarrier) !== plain(after.ownCarrier)
}
type Carrier = { carrierId: string | null; ownCarrier: string }
const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase()

const heldByCarrier: readonly (readonly (keyof LineFacts)[])[] = [
  ['accountPin', 'pinIs', 'pinOwnChoice', 'pinSetOn'],
  ['portOutLock', 'simChangeLock'],
  [
    'hasOnlineAccount',
    'carrierAccountId',
    'carrierPasswordChanged',
    'carrierPasswordChangedOn',
    'changedWithManager',
  ],
]

/**
 * The answers of a line that moved to another carrier: PIN, locks and online account are the old carrier's, so what was
 * only carried over is unanswered again (G5.0). What was answered otherwise than before was answered of the new one.
 */
export function withoutOldCarrier(facts: LineFacts, before: LineFacts): LineFacts {
  let left = facts
  for (const names of heldByCarrier) {
    const carriedOver = names.every((name) => facts[name] === before[name])
    const blank = Object.fromEntries(names.map((name) => [name, nothingSaidOfLine[name]]))
    if (carriedOver) left = { ...left, ...blank }
  }
  return left
}

/** The answers once the holder has set the account PIN on that day; everything else stays as it was said. */
export function withPin(facts: LineFacts, today: string): LineFacts {
  return {
    ...facts,
    accountPin: 'set',
    pinIs: 'account_pin',
    pinOwnChoice: 'chosen_by_me',
    pinSetOn: today,
  }
}

type Circumstances = {
  /** The carrier named by the facts, from the catalogue; null when none is named or none is found. */
  carrier: Pick<ServiceFacts, 'category'> | null
  /** The categories of the accounts in one's own list, by id. */
  accounts: ReadonlyMap<string, Category>
  /** The day of the statement, 2026-11-23. */
  today: string
}

/**
 * What in an entry cannot be true together (ASVS V2.1.2, V2.2.3). Takes the entry after `settled`.
 * @returns sentences by field of the command's input; empty when all is well
 */
export function contradictions(
  { facts, ownCarrier }: { facts: LineFacts; ownCarrier: string },
  circumstances: Circumstances,
): FieldProblems {
  const found: FieldProblems = {}
  const note: Note = (field, sentence) => {
    found[field] = [...(found[field] ?? []), sentence]
  }
  if (facts.carrierId !== null && circumstances.carrier?.category !== 'carrier')
    note('facts.carrierId', says.unknownCarrier)
  if (facts.carrierId !== null && ownCarrier !== '') note('ownCarrier', says.carrierStands)
  aboutPin(facts, circumstances.today, note)
  aboutOnlineAccount(facts, circumstances, note)
  return found
}

type Note = (field: string, sentence: string) => void

function aboutPin(facts: LineFacts, today: string, note: Note) {
  const { accountPin, accountHolder, kind, pinIs, pinOwnChoice, pinSetOn } = facts
  const isSet = accountPin === 'set'
  if (kind === 'app_number' && (isSet || accountPin === 'set_by_employer'))
    note('facts.accountPin', says.appNumber)
  if (accountPin === 'set_by_employer' && (accountHolder === 'me' || accountHolder === 'family_member'))
    note('facts.accountPin', says.notEmployers)
  if (pinIs === 'account_pin' && !isSet) note('facts.pinIs', says.pinIsSet)
  if (isLookAlike(facts) && accountPin !== 'not_set') note('facts.pinIs', says.noPin)
  if (!isSet && (pinOwnChoice === 'chosen_by_me' || pinOwnChoice === 'default_or_guessable'))
    note('facts.pinOwnChoice', says.noPin)
  if (!isSet && pinSetOn !== null) note('facts.pinSetOn', says.noPin)
  aboutDay('facts.pinSetOn', pinSetOn, today, note)
}

function aboutOnlineAccount(facts: LineFacts, { accounts, today }: Circumstances, note: Note) {
  const { carrierAccountId, carrierPasswordChanged: changed, changedWithManager } = facts
  const hasOne = facts.hasOnlineAccount === 'yes'
  if (carrierAccountId !== null) {
    if (!hasOne) note('facts.carrierAccountId', says.noOnlineAccount)
    const category = accounts.get(carrierAccountId)
    if (category === undefined) note('facts.carrierAccountId', says.accountMissing)
    else if (category !== 'carrier') note('facts.carrierAccountId', says.notCarriers)
  }
  if (!hasOne && (changed === 'yes' || changed === 'no'))
    note('facts.carrierPasswordChanged', says.noOnlineAccount)
  if (changed !== 'yes' && facts.carrierPasswordChangedOn !== null)
    note('facts.carrierPasswordChangedOn', says.notChanged)
  if (changed !== 'yes' && (changedWithManager === 'yes' || changedWithManager === 'no'))
    note('facts.changedWithManager', says.notChanged)
  aboutDay('facts.carrierPasswordChangedOn', facts.carrierPasswordChangedOn, today, note)
}

/** Carrier PINs are younger than mobile phones: an earlier year is a slip. */
const firstDay = '1991-01-01'

function aboutDay(field: string, day: string | null, today: string, note: Note) {
  if (day === null) return
  if (day > today) note(field, says.dayAhead)
  if (day < firstDay) note(field, says.dayTooEarly)
}
