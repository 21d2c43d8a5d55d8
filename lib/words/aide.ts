/** What is said where somebody lets another answer for them, and where an aide does. */
import type { AideScope, DelegationEnd } from '@/lib/vocabulary'
import { counted } from './numbers'

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
    for: (name: string) => `You are answering for ${name}.`,
    ended: 'You no longer answer for this person. Nothing can be seen or saved here in their name.',
    stop: 'Back to my own record',
    all: 'What you may answer',
  },
  otherPage:
    'This page was drawn when you answered for somebody else, or for yourself. Nothing was saved. Open it again to go on.',
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
      : `${granted === 1 ? 'One person answers' : `${counted(granted, 'person', 'people')} answer`} for you.`,
  about:
    'An aide fills in what you allow, in your name, until a day you set. They sign in as themselves. They never see or change your passkeys, sessions or settings, nor who opened your record. Every answer says who gave it, and waits for you to confirm it.',
} as const

export const endWords: Readonly<Record<DelegationEnd, string>> = {
  ended_by_holder: 'Ended by the person answered for',
  declined: 'Not accepted',
  stopped_by_aide: 'Ended by the aide',
  deactivated: 'Ended because somebody left',
}
