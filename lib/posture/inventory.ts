/** One person's inventory, put in a fixed order and read once, so that the order of facts never matters. */
import type { AccountInQuestion, LineInQuestion, PersonInQuestion } from '@/lib/posture/facts'
import { type AccountReading, readingOf } from '@/lib/posture/reading'

export type Inventory = {
  person: PersonInQuestion
  accounts: readonly AccountInQuestion[]
  lines: readonly LineInQuestion[]
  readings: ReadonlyMap<string, AccountReading>
  /** How each account is entered, by its id. */
  signIns: ReadonlyMap<string, SignIn>
  line: (id: string | null) => LineInQuestion | undefined
}

const ownSignIn: SignIn = { kind: 'own' }

/** How an account is entered: by itself, through a recorded account, or in a way that nobody here can judge. */
export type SignIn =
  | { kind: 'own' }
  | { kind: 'through'; direct: string; root: string }
  | { kind: 'parent_missing' }
  | { kind: 'employer' }

export function inventoryOf(person: PersonInQuestion): Inventory {
  const accounts = [...person.accounts].sort(byId)
  const lines = [...person.lines].sort(byId)
  const readings = new Map(accounts.map((account) => [account.id, readingOf(account)]))
  return {
    person,
    accounts,
    lines,
    readings,
    signIns: new Map(accounts.map((account) => [account.id, signInOf(account, readings)])),
    line: (id) => (id === null ? undefined : lines.find((line) => line.id === id)),
  }
}

/** The reading that decides for an account: its own, or that of the account it is entered through. */
export function decidingReading(
  accountId: string,
  { readings, signIns }: Inventory,
): AccountReading | undefined {
  const signIn = signIns.get(accountId)
  const root = signIn?.kind === 'through' ? signIn.root : accountId
  return signIns.get(root)?.kind === 'own' ? readings.get(root) : undefined
}

/**
 * Follows "signs in through another account" to the account whose own sign-in decides (truth table rows 23 to 25).
 * A ring of sign-ins ends nowhere and is told as a missing parent.
 */
function signInOf(account: AccountInQuestion, readings: Inventory['readings']): SignIn {
  if (account.facts.signsInBy === 'own_sign_in') return ownSignIn
  const passed = new Set<string>()
  let here = account
  while (here.facts.signsInBy === 'another_account') {
    passed.add(here.id)
    const parent =
      here.facts.throughAccountId === null ? undefined : readings.get(here.facts.throughAccountId)
    if (!parent || passed.has(parent.account.id)) return { kind: 'parent_missing' }
    here = parent.account
  }
  const direct = account.facts.throughAccountId
  if (here.id !== account.id && direct !== null) return { kind: 'through', direct, root: here.id }
  return here.facts.signsInBy === 'employer_single_sign_on' ? { kind: 'employer' } : ownSignIn
}

/** A carrier PIN the holder chose, or number lock and SIM lock both on: nobody can move the number (G5.0). */
export function numberIsHeld(line: Pick<LineInQuestion, 'facts' | 'employer'> | undefined): boolean {
  if (!line) return false
  const record = telecomRecord(line)
  if (record?.pin === 'yes' || (record?.portOutLock === 'on' && record.simChangeLock === 'on')) return true
  const { accountPin, pinIs, pinOwnChoice, portOutLock, simChangeLock } = line.facts
  const ownPin = accountPin === 'set' && pinIs === 'account_pin' && pinOwnChoice === 'chosen_by_me'
  return ownPin || (portOutLock === 'on' && simChangeLock === 'on')
}

/** The organisation's telecom record, for a line that it holds. */
export function telecomRecord({ facts, employer }: Pick<LineInQuestion, 'facts' | 'employer'>) {
  return isEmployers(facts) ? employer : undefined
}

export function isEmployers(facts: LineInQuestion['facts']): boolean {
  return facts.accountHolder === 'employer' || facts.accountPin === 'set_by_employer'
}

/** What is known of the PIN, with the carrier's dated facts: a carrier known to offer one is no reason to have none. */
export function pinOf({ carrier, facts }: LineInQuestion): LineInQuestion['facts']['accountPin'] {
  const stated = facts.accountPin
  if (stated === 'carrier_does_not_offer') return carrier?.carrierPinOffered === 'yes' ? 'not_set' : stated
  const none = carrier?.carrierPinOffered === 'no' && stated !== 'set' && stated !== 'set_by_employer'
  return none ? 'carrier_does_not_offer' : stated
}

/** The recorded line that receives an account's texts and calls; null when it is not in the inventory or not known. */
export function lineIdOf({ facts }: AccountInQuestion, inventory: Inventory): string | null {
  return inventory.line(facts.phoneLine)?.id ?? null
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
