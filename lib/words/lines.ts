/** What is said about phone lines: the list, one line, and the questions of the form (guidance, General 5). */
import type { OneOf, pinLookAlikes } from '@/lib/vocabulary'
import { capital, counted, inWords, listed } from './numbers'

/** What a person calls a line: "Work phone ending 41". */
export const lineName = ({ label, lastDigits }: { label: string; lastDigits: string }) =>
  lastDigits === '' ? label : `${label} ending ${lastDigits}`

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
  lead: (open: number, all: number) =>
    all === 0
      ? 'You have no phone line listed yet.'
      : open === 0
        ? 'Nothing in your list opens with a phone number.'
        : `${capital(counted(open, 'account'))} in your list ${open === 1 ? 'opens' : 'open'} with a phone number.`,
  add: 'Add a phone line',
  addFirst: 'Add your phone number',
  empty:
    'Whoever moves your number to another SIM card receives your codes. Start with the line that receives them: a name for it is enough, no number is kept.',
  falls: (names: readonly string[]) =>
    names.length === 0
      ? 'No account in your list opens with it.'
      : `Whoever takes it over has ${listed(names)}.`,
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
  },
  pin: {
    title: (minutes: number) => `Set the PIN now (${minutes} minutes)`,
    closes: (ways: number) =>
      ways === 0
        ? 'It closes no way in that is counted yet. It keeps your number with you.'
        : `It closes ${inWords(ways)} ${ways === 1 ? 'way' : 'ways'} in.`,
    whatRemains: 'Texts can still be read in the carrier’s network until the accounts stop using them.',
    done: 'I have set it, and chose it myself',
    neverHere: 'Nobody needs to know which one. It is never typed here.',
    cannot:
      'Your phone company offers no such PIN. That is not your doing, and leadership sees how many lines it is.',
    offered: (carrier: string) =>
      `As far as we know, ${carrier} does offer one. Ask customer service for the account PIN or passcode.`,
    employer: 'Your employer holds this line and sets its PIN. There is nothing for you to do.',
    lookAlike: (name: string) => `You have set the ${name}. It is not the one that is asked for here.`,
  },
  why: 'How we judge this line',
  answers: 'What you said',
  known: 'How we know',
  history: 'History',
  confirmed: (age: string, day: string) => `You confirmed this ${age}, on ${day}.`,
  confirm: 'This is all still true',
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
    same: 'Nothing changed in how your accounts can be opened.',
    confirmed: 'Confirmed.',
    pin: 'Nobody can move your number any more.',
    lookAlike: 'One thing is still to do: what you set is not the PIN that is asked for here.',
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

export const lineForm = {
  newTitle: 'Add a phone line',
  newLead: 'Two minutes. No number is kept here: a name for it, and its last two digits if you like.',
  editTitle: (name: string) => `Change ${name}`,
  save: 'Save this line',
  firstLabel: 'My phone',
  more: 'More about this line: locks, and the account at the phone company',
  optionalNow: 'These can wait. What is not answered stays open, and is asked again on your first page.',
  label: { label: 'What do you call this line?', hint: 'Such as work phone, own phone, old number.' },
  lastDigits: {
    label: 'Its last two digits',
    hint: 'They tell your lines apart. Never more than two.',
  },
  carrierId: { label: 'Which phone company is it with?', choose: 'Choose one', other: 'Another one' },
  ownCarrier: { label: 'Name of the phone company' },
  kind: {
    label: 'What kind of line is it?',
    choices: {
      physical_sim: 'A SIM card in a phone, watch or tablet',
      esim: 'An eSIM, without a card',
      app_number: 'A number that lives in an app',
      not_sure: 'I’m not sure',
    },
  },
  accountHolder: {
    label: 'In whose name is it?',
    hint: 'Often only that person may set the PIN.',
    choices: {
      me: 'Mine',
      family_member: 'Somebody in my family',
      employer: 'My employer',
      not_sure: 'I’m not sure',
    },
  },
  accountPin: {
    label:
      'If somebody calls your phone company and says they are you, do they need a PIN that only you know?',
    hint: 'Not the PIN of the SIM card, and not the code that unlocks your phone.',
    choices: {
      set: 'Yes, I have set one',
      not_set: 'No, none is set',
      carrier_does_not_offer: 'My phone company offers none',
      set_by_employer: 'My employer takes care of it',
      not_sure: 'I’m not sure',
    },
  },
  pinIs: {
    label: 'What exactly did you set?',
    hint: 'Several things are called PIN, and they are easily mixed up.',
    choices: {
      account_pin: {
        label: 'A PIN or passcode on the account at the phone company',
        hint: 'Customer service asks for it before they change anything.',
      },
      number_transfer_pin: {
        label: 'A number transfer PIN',
        hint: 'Made for one move to another phone company; runs out by itself.',
      },
      sim_card_pin: { label: 'The PIN of the SIM card', hint: 'Asked for when the phone starts.' },
      phone_unlock_code: {
        label: 'The code that unlocks the phone',
        hint: 'Or a face or a finger instead of it.',
      },
      voicemail_pin: { label: 'The PIN of the voicemail', hint: 'Asked for when you listen to messages.' },
      carrier_app_lock: {
        label: 'A lock on the phone company’s app',
        hint: 'A face, a finger or a code before the app opens.',
      },
      number_or_sim_lock: {
        label: 'A number lock or SIM lock',
        hint: 'A switch that keeps the number from being moved while it is on.',
      },
      not_sure: { label: 'I’m not sure', hint: '' },
    },
  },
  pinOwnChoice: {
    label: 'Did you choose it yourself?',
    choices: {
      chosen_by_me: 'Yes, and nobody can guess it',
      default_or_guessable: 'It was given to me, or is a birthday or part of a number others know',
      not_sure: 'I’m not sure',
    },
  },
  pinSetOn: { label: 'When did you set it?', hint: 'Roughly is enough.' },
  receivesCodes: {
    label: 'Do codes for signing in come to this number?',
    choices: { yes: 'Yes', no: 'No', not_sure: 'I’m not sure' },
  },
  portOutLock: {
    label: 'Is a lock on that keeps the number from being moved to another company?',
    hint: 'Called number lock or port-out protection.',
    choices: { on: 'On', off: 'Off', not_offered: 'Not offered', not_sure: 'I’m not sure' },
  },
  simChangeLock: {
    label: 'Is a lock on that keeps it from being moved to another SIM card?',
    hint: 'Called SIM lock or SIM protection. Take both off before you travel with a new phone.',
    choices: { on: 'On', off: 'Off', not_offered: 'Not offered', not_sure: 'I’m not sure' },
  },
  hasOnlineAccount: {
    label: 'Do you have an account on the phone company’s website or app?',
    hint: 'Where there is none, somebody else could open one in your name.',
    choices: { yes: 'Yes', no: 'No', not_sure: 'I’m not sure' },
  },
  carrierAccountId: {
    label: 'Which account in your list is it?',
    choose: 'Not in my list yet',
    none: 'It is not in your list yet. Save this line first, then add the account, and choose it here.',
  },
  carrierPasswordChanged: {
    label: 'Was its password changed after the PIN was set?',
    choices: { yes: 'Yes', no: 'No', not_sure: 'I’m not sure' },
  },
  carrierPasswordChangedOn: { label: 'When was it changed?', hint: 'Roughly is enough.' },
  changedWithManager: {
    label: 'Did a password manager make the new one?',
    choices: { yes: 'Yes', no: 'No', not_sure: 'I’m not sure' },
  },
  note: { label: 'A note for yourself', hint: 'Never a PIN, a code or a number.' },
}

/** An answer as it is read back; an answer nobody gave is said to be one. */
export const notAnswered = 'not answered yet'
