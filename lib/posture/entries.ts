/**
 * The ways into one account that start at the account itself or at a phone line, the accounts that lead to it,
 * and the levels it can have on its own ("The weakest way in").
 *
 * What is counted is known to be on. What is unknown is never counted; it only widens the span from `low`
 * (every open answer turns out badly) to `high` (every open answer turns out well).
 * A number whose PIN is not known counts as one that can be moved.
 */
import { type Answer, anyOf, isOpen } from '@/lib/posture/answers'
import { type Inventory, lineIdOf, numberIsHeld } from '@/lib/posture/inventory'
import type { AccountReading } from '@/lib/posture/reading'
import type { Hop, WayIn } from '@/lib/posture/shapes'
import type { Level } from '@/lib/vocabulary'

export type Entry = {
  technique: WayIn['startsWith']
  /** The line it starts at; null at the account, or where the line is not in the inventory. */
  lineId: string | null
  by: Hop['by']
}
export type Arrival = { fromId: string; by: 'mailed_reset' | 'mailed_code' | 'signs_in'; certain: boolean }
export type Entrances = {
  accountId: string
  entries: readonly Entry[]
  arrivals: readonly Arrival[]
  low: Level
  high: Level
}

export function lower(a: Level, b: Level): Level {
  return a < b ? a : b
}

export const levelOfTechnique: Record<WayIn['startsWith'], Level> = {
  password_alone: 0,
  number_moved: 1,
  text_or_call_intercepted: 1,
  person_tricked: 2,
}

/** @returns how one account is entered, before anything is inherited from the accounts that lead to it. */
export function entrancesOf(reading: AccountReading, inventory: Inventory): Entrances {
  const accountId = reading.account.id
  const signIn = inventory.signIns.get(accountId)
  if (signIn?.kind === 'through') {
    const arrivals: Arrival[] = [{ fromId: signIn.direct, by: 'signs_in', certain: true }]
    return { accountId, entries: [], arrivals, low: 4, high: 4 }
  }
  if (signIn?.kind !== 'own') return { accountId, entries: [], arrivals: [], low: 0, high: 4 }
  if (reading.phoneRegistered) return registeredByPhone(reading, inventory)
  return ownSignIn(reading, inventory)
}

function ownSignIn(reading: AccountReading, inventory: Inventory): Entrances {
  const entries = ownEntries(reading, inventory)
  const mail = arrivalsByMail(reading, inventory)
  const doubted = reading.account.facts.signsInBy === 'not_sure'
  return {
    accountId: reading.account.id,
    entries,
    arrivals: mail.arrivals,
    low: doubted || mail.unlisted ? 0 : lowest(reading),
    high: doubted ? lowestEntry(entries) : highest(reading),
  }
}

function lowestEntry(entries: readonly Entry[]): Level {
  return entries.reduce<Level>((found, { technique }) => lower(found, levelOfTechnique[technique]), 4)
}

/**
 * With its app PIN the number alone does not open such an app; the person can still be talked out of both.
 * The reset of that PIN by mail needs the number as well and is no way in of its own.
 */
function registeredByPhone(reading: AccountReading, inventory: Inventory): Entrances {
  const tricked: Entry = { technique: 'person_tricked', lineId: null, by: null }
  const numbers = reading.appPin === 'off' ? numberEntries(reading, inventory, 'registration') : []
  return {
    accountId: reading.account.id,
    entries: [...numbers, tricked],
    arrivals: [],
    low: reading.appPin === 'on' ? 2 : 1,
    high: reading.appPin === 'off' ? 1 : 2,
  }
}

function ownEntries(reading: AccountReading, inventory: Inventory): Entry[] {
  const entries: Entry[] = []
  if (reading.passwordAlone === 'on') entries.push({ technique: 'password_alone', lineId: null, by: null })
  if (textsOpen(reading) === 'on') entries.push(...numberEntries(reading, inventory, textOrCall(reading)))
  if (personCanBeTricked(reading) === 'on')
    entries.push({ technique: 'person_tricked', lineId: null, by: null })
  return entries
}

function numberEntries({ account }: AccountReading, inventory: Inventory, by: Entry['by']): Entry[] {
  const lineId = lineIdOf(account, inventory)
  const intercepted: Entry = { technique: 'text_or_call_intercepted', lineId, by }
  if (numberIsHeld(inventory.line(lineId))) return [intercepted]
  return [{ technique: 'number_moved', lineId, by }, intercepted]
}

function textOrCall(reading: AccountReading): Entry['by'] {
  return anyOf(reading.sms, reading.smsRecovery) === 'on' ? 'text' : 'call'
}

function textsOpen(reading: AccountReading): Answer {
  return anyOf(reading.sms, reading.voice, reading.smsRecovery, reading.voiceRecovery)
}

/** Only FIDO with nothing weaker beside it cannot be given away; a password, a code and an approval can. */
function personCanBeTricked(reading: AccountReading): Answer {
  const { passwordAlone, sms, voice, codes, mailed, trickedRecovery } = reading
  return anyOf(passwordAlone, sms, voice, codes, mailed, trickedRecovery)
}

function lowest(reading: AccountReading): Level {
  if (reading.passwordAlone !== 'off') return 0
  if (textsOpen(reading) !== 'off') return 1
  if (personCanBeTricked(reading) !== 'off' || reading.fido !== 'on') return 2
  return closed(reading) === 'on' ? 4 : 3
}

function highest(reading: AccountReading): Level {
  if (reading.passwordAlone === 'on') return 0
  if (textsOpen(reading) === 'on') return 1
  if (personCanBeTricked(reading) === 'on' || reading.fido === 'off') return bestOpenGate(reading, 2)
  return bestOpenGate(reading, closed(reading) === 'off' ? 3 : 4)
}

/** While nothing is known to stand behind the password, the best is that the strongest open answer is "on". */
function bestOpenGate(reading: AccountReading, otherwise: Level): Level {
  if (reading.password !== 'on' || !isOpen(reading.passwordAlone)) return otherwise
  if (isOpen(reading.fidoGate)) return otherwise
  return lower(otherwise, isOpen(reading.otherGate) ? 2 : 1)
}

/** Level 4: Advanced Protection for Google accounts; elsewhere two keys or passkeys, the spare one kept apart. */
function closed({ account: { facts }, google }: AccountReading): Answer {
  if (google && facts.advancedProtection !== 'not_applicable') {
    return facts.advancedProtection === 'blocked_by_administrator' ? 'off' : facts.advancedProtection
  }
  const several = facts.keysOrPasskeys === '2' || facts.keysOrPasskeys === '3_or_more'
  if (facts.spareKeptApart === 'no' || facts.keysOrPasskeys === '0' || facts.keysOrPasskeys === '1')
    return 'off'
  return several && facts.spareKeptApart === 'yes' ? 'on' : 'not_sure'
}

/** The mailboxes whose messages let somebody in. One that is not in the inventory may be open to anybody. */
function arrivalsByMail(
  reading: AccountReading,
  inventory: Inventory,
): { arrivals: Arrival[]; unlisted: boolean } {
  const { account, mailboxReset, mailed } = reading
  const state = anyOf(mailboxReset, mailed)
  if (state === 'off') return { arrivals: [], unlisted: false }
  const stated = [...new Set(account.facts.recoveryMailboxes)]
  const named = stated.filter((id) => id !== account.id)
  const listed = named.filter((id) => inventory.readings.has(id)).sort()
  const by =
    mailboxReset === 'off' || (mailed === 'on' && mailboxReset !== 'on') ? 'mailed_code' : 'mailed_reset'
  const arrivals = listed.map((fromId): Arrival => ({ fromId, by, certain: state === 'on' }))
  return { arrivals, unlisted: stated.length === 0 || listed.length < named.length }
}
