/** What leadership's page says. Numbers come as bands; what is hidden is said to be hidden. */

import type { ActionCode } from '@/lib/guidance/codes'
import type { Share } from '@/lib/overview/bands'
import type { Figure } from '@/lib/overview/figures'
import type { ItemPart } from '@/lib/overview/measures'
import { habitManyWords } from './actions-of-habits'
import { phoneManyWords } from './actions-of-phones'
import { writtenDay } from './dates'
import { digits, listed } from './numbers'

/**
 * A figure as a phrase: "about 120", "10 to 14", "not shown".
 * @param of everybody it is counted out of, where that is known: what reaches to all of them is "at least"
 */
export function told(figure: Figure | undefined, of?: number): string {
  if (!figure || figure.shown === 'hidden') return overviewWords.hidden
  if (figure.shown === 'about') return `about ${digits(figure.value)}`
  if (figure.low === figure.high) return digits(figure.low)
  if (figure.low > 0 && figure.high === of) return `at least ${digits(figure.low)}`
  return figure.low === 0
    ? `at most ${digits(figure.high)}`
    : `${digits(figure.low)} to ${digits(figure.high)}`
}
/** A share with what it is a share of, never alone: "about 60% of about 40". */
export const toldShare = ({ share, of }: { share: Share | null; of: Figure }, people?: number) =>
  share === null ? overviewWords.hidden : overviewWords.items.shareOf(share, told(of, people))

/** The middle of a band, for the length of a bar; null when it is hidden. */
export const middleOf = (figure: Figure | undefined) =>
  !figure || figure.shown === 'hidden'
    ? null
    : figure.shown === 'about'
      ? figure.value
      : (figure.low + figure.high) / 2

const shareIs = {
  about: 'about',
  under: 'under',
  over: 'over',
  at_least: 'at least',
  at_most: 'at most',
} as const

const first = (phrase: string) => phrase.charAt(0).toUpperCase() + phrase.slice(1)
const people = (phrase: string) => (phrase === '1' ? 'person' : 'people')

export const overviewWords = {
  title: 'Overview',
  beingTaken: 'A snapshot is being taken already.',
  hidden: 'not shown',
  asOf: (day: string) => `As of ${writtenDay(day, { weekday: true })}`,
  started: (count: string, of: number) => `${first(count)} of ${digits(of)} people have started.`,
  tooFew: (smallest: number) => `Figures appear once at least ${smallest} people are counted.`,
  none: {
    title: 'There is no snapshot yet',
    text: 'Figures are taken at set times and then stay as they are, so that nobody can be worked out from what changes between two looks. The security team takes the first one.',
  },
  headlines: {
    text: (count: string, of: string) => `${first(count)} accounts open with a text message, of ${of}.`,
    weak: (weak: string, forced: string) =>
      `On ${weak} of them something better is on as well; on ${forced} the service insists on the text message.`,
    number: (count: string, of: string) =>
      `${first(count)} ${people(count)} fall if one phone number is stolen, of ${of} who have started.`,
    targeted: (count: string, of: number) => `Highly targeted: ${count} of ${digits(of)}.`,
    pin: (count: string, of: string) => `${first(count)} lines have no carrier PIN, of ${of}.`,
    noPinOffered: (count: string) => `On ${count} lines the carrier offers none.`,
    fido: (count: string, of: string) =>
      `${first(count)} valuable accounts have a key or passkey, of ${of} that could.`,
  },
  close: {
    title: 'What would close most',
    lead: 'Steps that people can take themselves, the one that closes most ways in first.',
    row: (title: string, places: string, ways: string) =>
      `${title}: ${places} places, closes ${ways} ways in`,
    caption: 'Steps, by ways in closed',
    columns: { step: 'Step', places: 'Places', ways: 'Ways in closed' },
    empty: 'No step stands out for enough people to be shown.',
  },
  beyond: {
    title: 'What no person can mend',
    lead: 'The service or carrier offers nothing better. Only a choice of the organisation changes these.',
    caption: 'By service and carrier',
    columns: { what: 'Service or carrier', count: 'Accounts or lines' },
    empty: 'Nothing that is shared by enough people to be shown.',
  },
  moved: {
    title: 'How it moved',
    lead: 'Accounts that open with a text message, at each snapshot.',
    caption: 'What each snapshot counted',
    columns: {
      when: 'Snapshot',
      text: 'Open with a text message',
      number: 'People who fall with a number',
      pin: 'Lines without PIN',
      exceptions: 'Exceptions accepted',
    },
    first: 'This is the first snapshot. How it moved shows from the next one on.',
    rules: (version: string) => `Guidance ${version}`,
  },
  levels: {
    title: 'How people’s accounts can be opened',
    told: (parts: string) => `People by their weakest account: ${parts}.`,
    caption: 'People by their weakest account',
    columns: { level: 'Weakest account', people: 'People' },
    unknown: 'not known',
    at: [
      'open with a password alone',
      'opens by phone number',
      'opens by tricking the person',
      'resists tricking',
      'closed',
    ] as const,
  },
  units: {
    title: 'By unit',
    caption: 'People in each unit',
    columns: {
      unit: 'Unit',
      people: 'People',
      started: 'Started',
      text: 'Open by text message',
      number: 'Fall with a number',
      pin: 'A line without PIN',
      asOf: 'As of',
    },
    largest: (shown: number, of: number) => `The ${digits(shown)} largest of ${digits(of)}.`,
    all: (count: number) => `All ${digits(count)} units`,
    none: 'No unit',
    smallOnes: (names: readonly string[], smallest: number) =>
      `Not shown, with fewer than ${smallest} people each: ${listed(names)}.`,
    tellingOnes: (names: readonly string[]) =>
      `Not shown, for the figure could be worked out from it: ${listed(names)}.`,
    bar: (count: string, of: number) => `${count} of ${digits(of)}`,
    note: (smallest: number) =>
      `Groups under ${smallest} people are not shown. Figures are bands, and near nobody or everybody they are not shown, so that no single person can be worked out. Old answers count as unknown.`,
  },
  tiers: {
    title: 'By tier',
    caption: 'People in each tier',
    tier: 'Tier',
    none: 'Nothing is shown by tier.',
    standard: 'Standard',
    highly_targeted: 'Highly targeted',
  },
  items: {
    title: 'Each recommendation',
    link: 'Each recommendation: how many people meet it',
    kinds: {
      protection: { title: 'What is set', lead: 'People by the verdict on each recommendation.' },
      habits: {
        title: 'What people say of their habits',
        lead: 'Statements, not settings: counted apart, for nobody can look them up.',
      },
      reach: { title: 'Who has read the guidance', lead: 'Reading protects nothing by itself.' },
    },
    item: 'Recommendation',
    share: 'Share met',
    shareOf: (share: Share, of: string) =>
      share.is === 'between'
        ? `${share.low}% to ${share.high}% of ${of}`
        : `${shareIs[share.is]} ${share.percent}% of ${of}`,
    shareNote:
      'The share is of everybody the recommendation concerns, unknown answers among them; whom it does not apply to is left out. It is rounded, and told by its two ends where the figures leave more open.',
    caption: (title: string) => `${title}: people by verdict`,
    parts: {
      met: 'Met',
      partly_met: 'Partly met',
      not_met: 'Not met',
      not_applicable: 'Does not apply',
      old: 'Grew old',
      not_sure: 'Not sure',
      unanswered: 'Not answered',
      never_asked: 'Not asked yet',
    } satisfies Record<ItemPart, string>,
    notKnown: 'Not known',
    kindsOfUnknown: 'Why it is not known',
    kindsCaption: (title: string) => `${title}: people of whom it is not known, by why`,
    kindsLead:
      'Grown old, not sure, not answered and not asked yet are counted apart. None of them is ever added to met.',
  },
  take: {
    title: 'Snapshots',
    button: 'Take a snapshot now',
    due: (moment: string) => `The next one is taken by itself on ${moment}.`,
    done: 'A snapshot was taken. Leadership sees it from now on.',
  },
  kept: (day: string) => `since ${writtenDay(day)}`,
} as const

/** Steps as leadership reads them: what many people would do. */
export const manyWords: Readonly<Record<ActionCode, string>> = {
  answer_piece: 'Questions about phones and habits answered',
  add_first_phone: 'List the phone',
  add_first_app: 'List the messaging apps',
  keep_spare_key: 'Keep a spare key apart',
  remove_number_from_recovery: 'Take the phone number out of account recovery',
  set_carrier_pin: 'Set a carrier PIN',
  turn_off_code_app: 'Turn the code app off where a key works',
  turn_off_sms: 'Turn text messages off',
  turn_off_voice: 'Turn phone calls off',
  add_key_or_passkey: 'Add a key or passkey',
  add_key_then_turn_off_sms: 'Add a key or passkey, then turn text messages off',
  set_up_code_app_then_turn_off_sms: 'Set up a code app, and turn text messages off',
  set_up_code_app: 'Set up a code app',
  turn_on_best_method: 'Turn on the best second step there is',
  look_at_sms: 'Look whether text messages are on',
  look_at_methods: 'Look which methods are on',
  look_at_recovery: 'Look how accounts are recovered',
  remove_password_way_in: 'Close the password way in',
  open_that_account: 'Mend the account that others sign in through',
  add_that_account: 'List the account that others sign in through',
  decide_value: 'Decide which accounts are valuable',
  move_elsewhere: 'Move what is valuable to another service',
  ask_for_exception: 'Ask for an exception',
  turn_on_advanced_protection: 'Turn on Advanced Protection',
  ask_administrator_for_advanced_protection: 'Allow Advanced Protection in the organisation',
  ask_account_holder_for_pin: 'Ask the holder of the contract to set a PIN',
  choose_own_pin: 'Replace a default carrier PIN',
  look_at_pin: 'Look whether a carrier PIN is set',
  turn_on_carrier_mfa: 'Turn on a second step at the carrier',
  open_carrier_account: 'Open the online account at the carrier',
  change_carrier_password: 'Change the carrier password',
  turn_on_number_locks: 'Turn on number and SIM locks',
  add_first_account: 'List the first account',
  complete_inventory: 'Complete the list of accounts',
  add_named_first: 'List the Microsoft, Apple or Google account',
  review_leaks_again: 'Ask of newer accounts what a leak would give away',
  add_first_line: 'List the first phone line',
  protect_recovery_mailbox: 'Protect the mailbox that resets others',
  turn_on_app_pin: 'Turn on the app’s own PIN',
  add_recovery_mailbox: 'List the mailbox that resets others',
  ...habitManyWords,
  ...phoneManyWords,
}
