/** What is read about one person's record: why it was opened, what stands in it, and who looked. */
import type { OpeningReason } from '@/lib/vocabulary'
import { capital, counted, inWords } from './numbers'

export const openingReasonWords: Readonly<Record<OpeningReason, string>> = {
  help_was_asked: 'They asked for help',
  review_together: 'We review it together',
  incident: 'An incident',
  exposure_follow_up: 'To follow up an exposure',
  other: 'Another reason',
}

export const recordWords = {
  title: 'The record',
  lead: 'Accounts, phone lines, phones, messaging apps and habits stay closed until you say why you look. The holder reads your name, the reason and the time.',
  reason: 'Why do you open it?',
  note: 'More about it',
  noteHint: 'The holder reads this. No secrets, no details of others.',
  button: 'Open the record',
  ownRecord:
    'This is your own record. You see it on your own pages: accounts, lines, phones, messaging apps and questions.',
  openUntil: (reason: string, ends: string) =>
    `Open until ${ends}. Your reason: ${reason}. The holder sees this.`,
  accounts: 'Accounts',
  noAccounts: 'No account that may be shown is recorded.',
  counted: 'Personal accounts, counted only',
  countedLead: 'Their holder has not opened these. Nothing else of them is shown.',
  count: 'Number',
  lines: 'Phone lines',
  modelNamed: (model: string) =>
    `Maker and model, as its holder says: ${model}. It is not in the list of models.`,
  noLines: 'No phone line is recorded.',
  things: 'Phones, messaging apps and habits',
  thingsLead: 'How each item stands. What was answered is not shown.',
  own: 'Habits and passwords',
  anotherApp: 'another messaging app',
  hiddenAccount: 'a personal account',
  columns: {
    account: 'Account',
    kind: 'Kind',
    held: 'Held as',
    level: 'Weakest way in',
    confirmed: 'Confirmed',
  },
  verdictsOf: (name: string) => `Verdicts for ${name}`,
  chain: (name: string) => `The weakest way in to ${name}`,
  falls: (count: number) =>
    `${capital(counted(count, 'account'))} ${count === 1 ? 'falls' : 'fall'} with this number.`,
  carrier: (name: string | null) => name ?? 'carrier not said',
  problems: {
    own: 'This is your own record.',
    sayWhy: 'Say the reason in a few words.',
  },
}

export const whoLookedWords = {
  title: 'Who looked',
  lead: (count: number) =>
    count === 0
      ? 'Nobody has opened your record.'
      : count === 1
        ? 'Your record was opened once.'
        : `Your record was opened ${inWords(count)} times.`,
  how: 'To see your accounts and phone lines, and how your phones, messaging apps and habits stand, somebody of the security team has to give a reason first. It stands here from that moment. Personal accounts are counted only, unless you open them.',
  openings: 'Openings of your record',
  none: 'When somebody opens your record, their name, the reason and the time stand here.',
  columns: { by: 'Who', when: 'When', why: 'Why', until: 'Could read until' },
  changes: 'What others changed',
  noChanges: 'Nobody has changed your role, tier, unit, name or access.',
  byItself: 'the server, after the waiting time',
  what: {
    'role.asked': 'Asked for another role for you',
    'role.approved': 'Approved another role for you, and it counts',
    'role.stopped': 'Stopped another role before it counted',
    'role.granted': 'Gave you another role',
    'person.revised': 'Changed your name, address, unit or tier',
    'person.deactivated': 'Ended your access',
    'person.reactivated': 'Let you back in',
    'sessions.ended': 'Ended all your sessions',
  },
  change: 'What',
  seen: 'What the security team sees without opening anything',
  seenLead:
    'What stands below, and how exposed you are over all: your weakest level, and whether a text message or a missing carrier PIN plays a part. Also each exception that is asked for you: the item and its verdict, the account or line it is about, and why. A personal account is never named there.',
  facts: {
    name: 'Name',
    email: 'E-mail address',
    unit: 'Unit',
    tier: 'Tier',
    role: 'Role',
    ref: 'Reference in exports',
  },
}
