/** What is said about phone lines: the list and one line (guidance, General 5). */
import type { OneOf, pinLookAlikes, Verdict } from '@/lib/vocabulary'
import { capital, counted, listed } from './numbers'

/** What a person calls a line: "Work phone ending 41". */
export const lineName = ({ label, lastDigits }: { label: string; lastDigits: string }) =>
  lastDigits === '' ? label : `${label} ending ${lastDigits}`

/** The carrier PIN of a line as a mark: its verdict on G5.0. */
export const pinWords: Readonly<Record<Verdict, string>> = {
  met: 'PIN set at the carrier',
  partly_met: 'PIN can be guessed',
  not_met: 'no PIN at the carrier',
  unknown: 'PIN not known yet',
  not_applicable: 'carrier offers no PIN',
}

type LookAlike = Exclude<OneOf<typeof pinLookAlikes>, 'account_pin'>

/** The six things that are taken for the carrier's account PIN: what each is good for, and what it leaves open. */
export const lookAlikeWords: Readonly<Record<LookAlike, { name: string; not: string }>> = {
  number_transfer_pin: {
    name: 'number transfer PIN',
    not: 'A number transfer PIN is made for one move to another company and runs out. Between moves, nothing asks for it.',
  },
  sim_card_pin: {
    name: 'PIN of the SIM card',
    not: 'The PIN of the SIM card guards the card when somebody holds it. Moving your number to another card does not ask for it.',
  },
  phone_unlock_code: {
    name: 'code that unlocks the phone',
    not: 'The code that unlocks your phone guards the phone in the hand. Your phone company never asks for it.',
  },
  voicemail_pin: {
    name: 'PIN of the voicemail',
    not: 'The voicemail PIN guards your messages, and is good to have. It does not stop anybody from moving your number.',
  },
  carrier_app_lock: {
    name: 'lock on the phone company’s app',
    not: 'The lock on the app guards it on this phone. In a shop or on the telephone, nobody is asked for it.',
  },
  number_or_sim_lock: {
    name: 'number lock or SIM lock',
    not: 'A number lock or SIM lock stops a move while it is on, which is good. Customer service can take it off, and what they ask for then is the account PIN.',
  },
}

export const linesPage = {
  title: 'Phone lines',
  one: 'Phone line',
  lead: (open: number, all: number) =>
    all === 0
      ? 'You have no phone line listed yet.'
      : open === 0
        ? 'Nothing in your list opens with a phone number.'
        : `${capital(counted(open, 'account'))} in your list ${open === 1 ? 'opens' : 'open'} with a phone number.`,
  list: 'Your lines',
  add: 'Add a phone line',
  addFirst: 'Add your phone number',
  empty:
    'Whoever moves your number to another SIM card receives your codes. Start with the line that receives them: a name for it is enough, no number is kept.',
  falls: (names: readonly string[], held: boolean) => {
    if (names.length === 0) return 'No account in your list opens with it.'
    return held
      ? `Nobody can move it away from you. Whoever reads its texts has ${listed(names)}.`
      : `Whoever takes it over has ${listed(names)}.`
  },
  old: (age: string) => `confirmed ${age}, and old now`,
  due: (age: string) => `confirmed ${age}, soon old`,
  current: (age: string) => `confirmed ${age}`,
  confirm: 'Still true',
  confirmName: (name: string) => `Still true of ${name}`,
  removedLately: 'Removed lately',
  restore: 'Put it back',
  removedOn: (day: string) => `Removed on ${day}.`,
}

export const linePage = {
  lead: (falls: number, moves: boolean) => {
    if (falls === 0) return 'No account in your list opens with this number.'
    const accounts = `${capital(counted(falls, 'account'))} in your list`
    return moves
      ? `${accounts} ${falls === 1 ? 'falls' : 'fall'} if this number is stolen.`
      : `${accounts} ${falls === 1 ? 'opens' : 'open'} with a text to this number. Nobody can move it away from you.`
  },
  edit: 'Change the answers',
  remove: 'Remove this line',
  removeTitle: 'Remove this line',
  removeSays: (names: readonly string[]) =>
    names.length === 0
      ? 'No account in your list sends its codes here. You can put the line back for a month.'
      : `${listed(names)} ${names.length === 1 ? 'sends its' : 'send their'} codes here. The number stays on ${names.length === 1 ? 'that account' : 'those accounts'} until you take it out there. You can put the line back for a month.`,
  falls: {
    title: 'What falls with this number',
    none: 'No account in your list opens with it, directly or through another.',
    more: (count: number) => `${capital(counted(count, 'more account', 'more accounts'))}`,
  },
  next: {
    done: 'I have set it, and chose it myself',
    asked: 'It is set now, and nobody can guess it',
    neverHere: 'Nobody needs to know which one. It is never typed here.',
    answer: 'Say what you found',
    change: 'Say what you changed',
    addAccount: 'Add that account',
    locks: (carrier: string, names: readonly string[]) => `At ${carrier}, look for: ${listed(names)}.`,
    good: (carrier: string) => `Good to know about ${carrier}`,
    nothing: 'Nothing to do here now.',
    anyCarrier: 'your phone company',
  },
  notes: {
    cannot:
      'Your phone company offers no such PIN. That is not your doing, and leadership sees how many lines it is.',
    offered: (carrier: string) =>
      `As far as we know, ${carrier} does offer one. Ask customer service for the account PIN or passcode.`,
    employer: 'Your employer holds this line and sets its PIN. There is nothing for you to do.',
    lookAlike: (name: string) => `What you have set is the ${name}, not the PIN that is asked for here.`,
    appNumber:
      'This number lives in an app. Whoever opens the account behind it has the number, so add that account.',
  },
  all: 'Everything about this line',
  why: 'How we judge this line',
  answers: 'What you said',
  known: 'How we know',
  history: 'History',
  confirmed: (age: string, day: string) => `You confirmed this ${age}, on ${day}.`,
  confirm: 'This is all still true',
  counts: (day: string) => `It counts until ${day}. The time is your organisation’s own, not the guidance’s.`,
  due: (day: string) => `It counts until ${day}. Look it over and confirm it again.`,
  old: (day: string) =>
    `It counted until ${day} and is old now. In every total it counts as unknown until you confirm it.`,
  codesBelow: (names: readonly string[]) =>
    `You said that this number receives no codes, and ${listed(names)} ${names.length === 1 ? 'sends its' : 'send their'} codes here. One of the two needs another look.`,
  saved: {
    recorded: (falls: number) =>
      falls === 0
        ? 'Nothing in your list opens with this number so far.'
        : `${capital(counted(falls, 'account'))} ${falls === 1 ? 'opens' : 'open'} with this number.`,
    closed: (ways: number) => `${capital(counted(ways, 'way'))} in ${ways === 1 ? 'is' : 'are'} closed.`,
    opened: (ways: number) =>
      `${capital(counted(ways, 'way'))} in came to light that ${ways === 1 ? 'was' : 'were'} not known before.`,
    moved:
      'A PIN stays with the carrier it was set at. So what you said of PIN, locks and online account is asked again, and accounts that use this number ask again whether texts are off.',
    same: 'Nothing changed in how your accounts can be opened.',
    confirmed: 'It counts from today.',
    restored: 'The line is back in your list.',
  },
  events: {
    recorded: 'Added',
    revised: 'Changed',
    confirmed: 'Confirmed, nothing changed',
    removed: 'Removed',
    restored: 'Put back',
  },
  by: { you: 'by you', other: 'by somebody who helps you' },
}
