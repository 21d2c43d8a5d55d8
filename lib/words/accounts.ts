/** What is said about accounts: the list, one account, the choice of a service, the list as a whole. */
import type { Effect, Happening, Stood } from '@/lib/accounts/history'
import type { Level } from '@/lib/vocabulary'
import { capital, counted, inWords, listed } from './numbers'
import { levelWords, atBest as sayAtBest } from './shell'

export const accountsPage = {
  title: 'Accounts',
  /** @param byPassword how many open with a password alone; said beside the number, never behind good news */
  lead: (opens: number, all: number, byPassword = 0) => {
    if (all === 0) return 'You have no account listed yet.'
    const byNumber = accountsPage.byNumber(opens, all)
    if (byPassword === 0) return byNumber
    return `${byNumber} ${capital(inWords(byPassword))} ${byPassword === 1 ? 'opens' : 'open'} with a password alone.`
  },
  byNumber: (opens: number, all: number): string => {
    if (opens === 0) return `None of your ${counted(all, 'account')} is known to open with your phone number.`
    if (all === 1) return 'Your one account opens with your phone number.'
    return opens === all
      ? `All of your ${counted(all, 'account')} open with your phone number.`
      : `${capital(inWords(opens))} of your ${counted(all, 'account')} ${opens === 1 ? 'opens' : 'open'} with your phone number.`
  },
  add: 'Add an account',
  addFirst: 'Add your main mailbox',
  empty:
    'Start with your main mailbox: most others are reset through it. No address and no password is needed, only what is switched on.',
  list: 'Your accounts, the weakest first',
  confirm: 'Still true',
  confirmName: (name: string) => `Still true of ${name}`,
  toAsk: (count: number) => `${count} to ask`,
  old: (age: string) => `confirmed ${age}, and old now`,
  due: (age: string) => `confirmed ${age}, soon old`,
  current: (age: string) => `confirmed ${age}`,
  countedOnly: 'counted only',
  removedLately: 'Removed lately',
  removedOn: (day: string) => `Removed on ${day}.`,
  restore: 'Put it back',
  whole: {
    title: 'Is the list complete?',
    says: (answered: number, all: number) =>
      answered === all
        ? `All ${inWords(all)} kinds of accounts are answered.`
        : `${capital(inWords(answered))} of ${inWords(all)} kinds of accounts are answered.`,
    completeOn: (day: string) => `You said on ${day} that it is complete.`,
    go: 'Go through the kinds',
  },
}

/** How an account opens, in a clause that follows its name or stands alone. */
const opensBy: Readonly<Record<Level, string>> = {
  0: 'opens with the password alone',
  1: 'opens by phone number',
  2: 'opens for whoever tricks you out of a code or an approval',
  3: 'opens with your key or passkey only',
  4: 'is closed: it opens with your key or passkey only, and a spare is kept apart',
}

export const accountPage = {
  lead: (name: string, of: { level: Level | null; atBest: Level | null; waysIn: number }) => {
    if (of.level !== null) return `${name} ${opensBy[of.level]}.`
    if (of.atBest === null) return `How ${name} opens is not known yet.`
    return of.waysIn > 0
      ? `${name} ${opensBy[of.atBest]}, if not more easily: an answer is still missing.`
      : `How ${name} opens is not known yet. At best it ${opensBy[of.atBest]}.`
  },
  through: (name: string, other: string) => `${name} opens with ${other}, and is exactly as strong.`,
  employer: (name: string) => `${name} opens with your employer’s sign-in, which decides how strong it is.`,
  ways: (count: number) =>
    count === 0
      ? 'No way in is known.'
      : `${capital(counted(count, 'way'))} in ${count === 1 ? 'is' : 'are'} known.`,
  edit: 'Change the answers',
  next: { show: 'Show me how', say: 'Say what you did' },
  cannot: {
    title: 'What you cannot mend',
    says: 'The service offers nothing better. That is not your doing, and leadership sees how many accounts it is.',
  },
  open: {
    title: 'Still to ask',
    unanswered: (names: readonly string[]) => `Not answered yet: ${listed(names)}.`,
    notSure: (names: readonly string[]) => `Not sure: ${listed(names)}. A look into the settings tells.`,
    answer: 'Answer them',
  },
  weakest: 'The weakest way in',
  allWays: (count: number) => (count === 2 ? 'Both ways in' : `All ${inWords(count)} ways in`),
  fallsWith: (count: number) => `It is no stronger than ${count === 1 ? 'this account' : 'these accounts'}:`,
  bringsDown: (names: readonly string[]) => `Whoever opens it has ${listed(names)} too.`,
  why: 'How we judge this account',
  items: 'Each point of the guidance',
  all: 'Everything else',
  answers: 'What you said',
  known: 'How we know',
  confirmed: (age: string, day: string) => `You confirmed this ${age}, on ${day}.`,
  counts: (day: string) => `It counts until ${day}. The time is your organisation’s own, not the guidance’s.`,
  due: (day: string) => `It counts until ${day}. Look it over and confirm it again.`,
  old: (day: string) =>
    `It counted until ${day} and is old now. In every total it counts as unknown until you confirm it.`,
  textsAskedAgain:
    'Its phone line changed since, and some services turn text messages on again with a new one. Look whether they are still off, then say so here.',
  confirm: 'This is all still true',
  visibility: {
    title: 'Who may see it',
    open: 'Open it to the security team',
    close: 'Make it counted only again',
    work: 'Your security team sees work accounts, so that they can help.',
  },
  remove: 'Remove this account',
  removeSays: {
    plain: 'You can put it back for a month. Its history stays.',
    signsIn: (names: readonly string[]) =>
      `You open ${listed(names)} with it. From then on it is not known how ${names.length === 1 ? 'that opens' : 'those open'}.`,
    recovers: (names: readonly string[]) =>
      `It resets ${listed(names)}. From then on ${names.length === 1 ? 'that is' : 'those are'} reset by a mailbox that is not listed.`,
  },
  history: 'History',
  events: {
    recorded: 'Added',
    revised: 'Changed',
    confirmed: 'Confirmed, nothing changed',
    removed: 'Removed',
    restored: 'Put back',
    judged_anew: 'Judged anew, because something it rests on changed',
  } satisfies Record<Happening['what'], string>,
  by: { you: 'by you', other: 'by somebody who helps you' },
  stood: (before: Stood | null, after: Stood) =>
    before
      ? `From “${stoodWords(before)}” to “${stoodWords(after)}”.`
      : `It stood at “${stoodWords(after)}”.`,
  saved: {
    effects: {
      closed_to_number: (names) => `${listed(names)} no longer ${open(names)} by phone number.`,
      opened_to_number: (names) => `${listed(names)} ${open(names)} by phone number.`,
      closed_to_password: (names) => `${listed(names)} no longer ${open(names)} with the password alone.`,
      opened_to_password: (names) => `${listed(names)} ${open(names)} with the password alone.`,
    } satisfies Record<Effect['what'], (names: readonly string[]) => string>,
    closed: (ways: number) => `${capital(counted(ways, 'way'))} in ${ways === 1 ? 'is' : 'are'} closed.`,
    opened: (ways: number) =>
      `${capital(counted(ways, 'way'))} in came to light that ${ways === 1 ? 'was' : 'were'} not known before.`,
    same: 'Nothing changed in how your accounts open.',
    recorded: 'The account is in your list.',
    confirmed: 'It counts from today.',
    restored: 'The account is back in your list.',
    shown: 'Your security team can see now which account this is.',
    hidden: 'Your security team no longer sees which account this is.',
  },
  stale: {
    label: 'Label',
    note: 'Note',
    on: 'On',
    text: 'Text message',
    recovery: 'Reset by text message',
    mail: 'Reset by mail',
    value: 'How much it would hurt',
    nothing: 'nothing',
  },
}

const open = (names: readonly string[]) => (names.length === 1 ? 'opens' : 'open')
const stoodWords = ({ level, atBest }: Stood) => (level === null ? sayAtBest(atBest) : levelWords[level])

export const choosing = {
  title: 'Which account?',
  lead: 'Choose the service. Say nothing of who you are there.',
  emailFirst: 'Start with your main mailbox: most others are reset through it.',
  search: 'Search by name',
  searchHint: 'A name, such as Gmail. No address of yours.',
  go: 'Search',
  found: (count: number) =>
    count === 0 ? 'Nothing of that name is in the list.' : `${capital(counted(count, 'service'))} found.`,
  popular: 'What most people have',
  kinds: 'All services by kind',
  other: 'It is not in the list',
  otherHint: 'Name it yourself',
}

export const inventoryWords = {
  title: 'Is the list complete?',
  lead: (answered: number, all: number) =>
    `${capital(inWords(answered))} of ${inWords(all)} kinds of accounts ${answered === 1 ? 'is' : 'are'} answered.`,
  why: 'The guidance asks which accounts you would miss most in other hands, e-mail and social media before the rest. An old mailbox counts too, as long as resets go there.',
  none: { label: 'Where do you have no account?', hint: 'Tick what you have none of. The others you add.' },
  have: (count: number, category: string) => `${category}: ${counted(count, 'account')} listed`,
  add: 'Add an account',
  leak: {
    label:
      'I asked myself of each account: would it help somebody against me or my work, if they could read it?',
    addedSince: (day: string, names: readonly string[]) =>
      `You said so on ${day}. Since then you added ${listed(names)}. Ask it of ${names.length === 1 ? 'that one' : 'those'} too, then tick it again.`,
  },
  three: {
    title: 'Are you with Microsoft, Apple or Google?',
    lead: 'Few phones work without one of them. One from work counts as well.',
    have: 'Yes',
    none: 'No',
    listed: (maker: string) => `${maker}: in your list.`,
    add: (maker: string) => `Add your ${maker} account`,
    phoneListed: {
      apple: 'You listed an iPhone. Nearly every iPhone has an Apple account.',
      google: 'You listed an Android phone. Nearly every Android phone has a Google account.',
    },
    really: {
      apple:
        'Really? You listed an iPhone, and nearly every iPhone has an Apple account. If yours has none, leave it at No.',
      google:
        'Really? You listed an Android phone, and nearly every one has a Google account. If yours has none, leave it at No.',
    },
  },
  complete: { label: 'This list is complete' },
  saidOn: (day: string) => `You said so on ${day}.`,
  saidLongAgo: (day: string) => `You said so on ${day}. That is long ago: tick it again if it is still so.`,
  save: 'Save',
  saved: 'What you said of your list is kept.',
  standsNow: 'Nothing here',
}
