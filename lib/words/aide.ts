/** What is said where somebody lets another answer for them, and where an aide does. */
import type { ConsentState } from '@/lib/aide/rules'
import type { AideScope, DelegationEnd } from '@/lib/vocabulary'
import { capital, counted, listed } from './numbers'

/** Names in the place of what an aide may not see: told apart, and no more. */
export const unnamed = (names: ReadonlyMap<string, string>, word: (place: number) => string) =>
  new Map([...names.keys()].map((id, at) => [id, word(at + 1)] as const))

export const scopeWords: Readonly<Record<AideScope, string>> = {
  accounts: 'Accounts',
  lines: 'Phone lines',
  phones_and_apps: 'Phones and messaging apps',
  habits: 'Habits, passwords and other questions about you',
}

export const aideWords = {
  someLine: (place: number) => `Phone line ${place}`,
  someAccount: (place: number) => `Account ${place}`,
  band: {
    label: 'Answering for somebody else',
    for: (name: string) =>
      `You are answering for ${name}. Wherever a page says “you”, it means ${name}. Incident sheets and the page on aides alone stay your own.`,
    ended: 'You no longer answer for this person. Nothing can be seen or saved here in their name.',
    stop: 'Back to my own record',
  },
  otherTab:
    'You have begun or stopped answering for somebody in another tab. Nothing can be saved here until you open this page again.',
} as const

export const aideProblems = {
  self: 'This is your own address. Write the address of who should answer for you.',
  scope: 'Choose at least one thing they may answer.',
  endsOn: 'Choose a day from today on, at most a year from now.',
  tooMany: (most: number) => `You have ${most} open already. End one first.`,
} as const

export const aidePage = {
  title: 'Aides',
  lead: (granted: number) =>
    granted === 0
      ? 'Nobody answers for you.'
      : `${granted === 1 ? 'One person answers' : `${capital(counted(granted, 'person', 'people'))} answer`} for you.`,
  leadAnswering: (name: string) => `You are answering for ${name}.`,
  about:
    'An aide fills in what you allow, in your name, until a day you set. They sign in as themselves. They never see or change your passkeys, your sessions or who opened your record. Every answer says who gave it, and waits for your word.',
  aides: 'Who answers for you',
  may: (scope: readonly AideScope[]) => listed(scope.map((each) => scopeWords[each])),
  mayTerm: 'May answer',
  until: 'Until the end of',
  states: {
    asked: 'Asked, no answer yet',
    accepted: 'Accepted',
    granted: 'Answers for you',
    ended: 'Ended',
    over: 'Over',
    not_accepted: 'Nobody accepted in time',
  } satisfies Record<ConsentState, string>,
  asked: (day: string) => `Asked on ${day}.`,
  askedSays:
    'If this is the address of somebody here, they see your question when they sign in. Their name appears once they accept.',
  isItThem: (name: string) =>
    `${name} accepted. Is this who you mean? Nothing is open to them until you say so.`,
  grant: (name: string) => `Yes, let ${name} answer for me`,
  granted: 'They may answer for you from now on.',
  end: 'End now',
  endNamed: (name: string) => `End now: ${name}`,
  takeBack: 'Take the question back',
  takeBackNamed: (address: string) => `Take back the question to ${address}`,
  no: 'No, end it',
  ended: 'Ended. Their next step is refused.',
  past: 'Earlier',
  ask: {
    title: 'Ask somebody to answer for you',
    address: 'Their e-mail address here',
    addressHint: 'The whole address, as they use it here.',
    scope: 'What they may see and fill in',
    endsOn: 'Last day',
    endsOnHint: 'At most a year from now. You can end it at any time.',
    button: 'Ask',
    done: 'Asked. Whether somebody here has this address is not said: if so, they see your question when they sign in.',
  },
  waiting: {
    title: 'Waiting for your word',
    lead: (count: number) =>
      count === 1
        ? 'One answer was given for you. It counts, and is marked until you confirm it.'
        : `${capital(counted(count, 'answer'))} were given for you. They count, and are marked until you confirm them.`,
    by: (name: string, when: string) => `${name} answered for you on ${when}.`,
    list: 'The list of accounts as a whole',
    none: { phone: 'That you have no phone', app: 'That you use no messaging app' },
    look: 'Look',
    lookAt: (what: string) => `Look at ${what}`,
    confirm: 'It is so',
    confirmNamed: (what: string) => `It is so: ${what}`,
    confirmed: 'Confirmed. It is your own answer now.',
  },
  done: { title: 'What was done in your name', by: (name: string) => `by ${name}`, none: 'Nothing yet.' },
  answered: {
    title: 'For whom you answer',
    asks: (name: string) => `${name} asks you to answer for them.`,
    accept: 'Accept',
    acceptNamed: (name: string) => `Accept to answer for ${name}`,
    decline: 'Decline',
    declineNamed: (name: string) => `Decline to answer for ${name}`,
    accepted: (name: string) => `You accepted. ${name} now sees your name and has to say yes.`,
    begin: (name: string) => `Answer for ${name}`,
    stop: (name: string) => `Stop being an aide of ${name}`,
    stopped: 'You no longer answer for them.',
  },
} as const

/** On Today, beside everything else. */
export const aideNewsWords = {
  asked: (count: number) =>
    count === 1
      ? 'Somebody asks you to answer for them.'
      : `${capital(counted(count, 'person', 'people'))} ask you to answer for them.`,
  granted: (count: number) =>
    count === 1
      ? 'You may answer for somebody else.'
      : `You may answer for ${counted(count, 'person', 'people')}.`,
  unconfirmed: (count: number) =>
    count === 1
      ? 'One answer given for you waits for your word.'
      : `${capital(counted(count, 'answer'))} given for you wait for your word.`,
  open: 'Aides',
} as const

/** Beside an answer that an aide gave and its holder has not confirmed. */
export const answeredForWords = {
  tag: 'not yet confirmed',
  word: 'Answered for you',
  by: (name: string, day: string) => `${name} answered for you on ${day}. Not yet confirmed by you.`,
  answering: (name: string, day: string) =>
    `${name} answered this on ${day}. Its holder has not confirmed it yet.`,
} as const

export const endWords: Readonly<Record<DelegationEnd, string>> = {
  ended_by_holder: 'Ended by the person answered for',
  declined: 'Not accepted',
  stopped_by_aide: 'Ended by the aide',
  deactivated: 'Ended because somebody left',
}
