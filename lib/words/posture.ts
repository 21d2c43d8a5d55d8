/** What a change comes to, in words. */
import { counted, inWords, listed } from './numbers'

/**
 * What making a change closes.
 * @param direct the names of accounts that lose a way of their own. @param behind those that lose one through them.
 * @returns "It closes four ways in: to Mailbox and, through it, Bank."
 */
export function closesSentence(
  closes: number,
  direct: readonly string[],
  behind: readonly string[] = [],
): string {
  if (closes === 0) return 'It closes no way in that is counted yet.'
  const ways = `It closes ${inWords(closes)} ${closes === 1 ? 'way' : 'ways'} in`
  if (direct.length + behind.length === 0) return `${ways}.`
  if (direct.length === 0) return `${ways}: to ${listed(behind)}.`
  if (behind.length === 0) return `${ways}: to ${listed(direct)}.`
  return `${ways}: to ${listed(direct)} and, through ${direct.length === 1 ? 'it' : 'them'}, ${listed(behind)}.`
}

/** The same of an action that only looks: it closes nothing by itself, and what it may close is said as that. */
export function looksSentence(
  closes: number,
  direct: readonly string[],
  behind: readonly string[] = [],
): string {
  const first = 'Until you look, it counts as unknown.'
  if (closes === 0) return first
  const then = closesSentence(closes, direct, behind)
  return `${first} Where all is well, ${then.charAt(0).toLowerCase()}${then.slice(1)}`
}

/** "about five minutes". @param minutes a rough honest time. */
export const minutesWords = (minutes: number): string => `about ${counted(minutes, 'minute')}`

/** A carrier PIN closes ways without raising a level; the page says both. */
export const heldNumberSentence = (accounts: readonly string[]): string =>
  accounts.length === 0
    ? 'Nobody can move your number without your PIN.'
    : `Nobody can move your number without your PIN. The network can still read texts until ${listed(accounts)} ${accounts.length === 1 ? 'stops' : 'stop'} using it.`
