/** What the administrator reads: the organisation, units, roles, corrections of service facts. */
import type { OwnInterval } from '@/lib/organisation/settings'
import type { CorrectableField } from '@/lib/services/facts'
import type { Role, Tier } from '@/lib/vocabulary'
import { capital, counted } from './numbers'
import { providedWords } from './provided'

export const settingsWords = {
  title: 'Settings',
  lead: (name: string, people: number) =>
    `${name} has ${counted(people, 'person', 'people')} with a role beyond staff.`,
  places: {
    units: 'Units',
    roles: 'Roles',
    services: 'Facts about services',
    provided: providedWords.title,
    invite: 'Add a person',
  },
  placesHint: {
    units: 'The parts of the organisation that people are in.',
    roles: 'Who belongs to the security team, leads, audits or administers.',
    services: 'What a service or carrier offers, put right where it has changed.',
    provided: providedWords.fromSettings,
    invite: 'The first of the security team is added here; they add everybody else.',
  },
  organisation: 'The organisation',
  name: 'Name',
  timeZone: 'Time zone for dates on pages',
  intervals: 'Days until an answer grows old',
  intervalsNote:
    'These intervals are your organisation’s own. The guidance names one only, and that one is not set here: updates are looked for every 7 days. An old answer counts as unknown, never as good.',
  ownIntervals: {
    accounts: 'Answers about accounts',
    lines: 'Answers about phone lines',
    inventory: 'The list as a whole',
    phones: 'Settings of phones',
    permissions: 'App permissions and scans',
    linkedDevices: 'Linked devices of messaging apps',
    habits: 'Habits with messages',
    passwords: 'Passwords and their manager',
    yearly: 'Hardware, the choice of messaging app, what the organisation rules on',
    readiness: 'Whom to tell in an incident',
  } satisfies Readonly<Record<OwnInterval, string>>,
  daysToBegin: 'Days to begin, from the invitation',
  beginning: {
    standard: 'Everybody',
    highly_targeted: 'Highly targeted people',
  } satisfies Readonly<Record<Tier, string>>,
  registerIntervals: 'Days until the register of messaging platforms has to be looked at again',
  registerIntervalsNote:
    'These too are your organisation’s own. The summary of CTIA practices says “regular” and names no days.',
  register: {
    sending: 'Whether messages are sent at all',
    signIns: 'Who can sign in, and how',
    credentials: 'Keys that programs send with',
    agreements: 'Agreements with third parties',
    monitoring: 'Monitoring and audits',
    training: 'Training',
  },
  figures: 'Shared figures',
  smallestGroup: 'Smallest group in any shared figure',
  smallestGroupHint: (least: number) => `${least} now. It may be raised, and never lowered.`,
  snapshotEveryDays: 'Days between leadership’s snapshots',
  joining: 'Joining',
  joiningLinkHours: 'Hours a joining link works',
  retentionDays: 'Days after somebody left until they are erased',
  retentionDaysHint:
    'Their key is destroyed then: names, labels and notes cannot be read any more, by anybody. Totals and the audit log stay. It cannot be undone.',
  days: 'Days',
  save: 'Save',
  saved: 'Saved.',
  problems: {
    lowered: (least: number) => `The smallest group is ${least}, and may only be raised.`,
    timeZone: 'Choose a time zone from the list.',
    longerForTargeted:
      'Highly targeted people begin sooner, or with everybody: give no more days than above.',
  },
}

export const unitsWords = {
  title: 'Units',
  lead: (count: number) =>
    count === 0 ? 'There is no unit yet.' : `There ${count === 1 ? 'is' : 'are'} ${counted(count, 'unit')}.`,
  note: 'Units with fewer people than the smallest group are not shown apart in leadership’s figures.',
  name: 'Name of the unit',
  add: 'Add a unit',
  added: 'The unit is added.',
  people: (count: number) => counted(count, 'person', 'people'),
  rename: 'Rename',
  renamed: 'Renamed.',
  newName: (name: string) => `New name of ${name}`,
  retire: (name: string) => `Retire ${name}`,
  retired: 'Retired. Who is in it stays in it; nobody is put into it any more.',
  since: (moment: string) => `retired on ${moment}`,
  change: (name: string) => `Change ${name}`,
  empty: 'Add the first unit below, or let an import add them.',
  problems: {
    named: 'There is a unit with this name already, perhaps a retired one.',
    retired: 'This unit has been retired already.',
  },
}

export const rolesWords = {
  title: 'Roles',
  lead: (count: number) => `${capital(counted(count, 'person has', 'people have'))} a role beyond staff.`,
  what: 'What each role may do',
  may: {
    staff: 'Keeps the own list of accounts and phone lines. Everybody may do this, whatever the role.',
    security:
      'Adds people, sees who is exposed and how, and opens a record with a reason that its holder reads.',
    leadership: 'Sees frozen figures without names.',
    auditor: 'Takes exports and reads the audit log. Changes nothing.',
    administrator: 'Sets the organisation up and gives roles. Sees nobody’s list.',
  } satisfies Record<Role, string>,
  holders: 'Who has which role',
  columns: { name: 'Name', role: 'Role', state: 'State' },
  joined: 'joined',
  notJoined: 'not joined yet',
  change: (name: string) => `Change the role of ${name}`,
  search: {
    title: 'Give somebody a role',
    label: 'Find by name',
    hint: 'The beginning of a name, or a whole e-mail address or reference.',
    button: 'Find',
    choose: (name: string) => `Choose a role for ${name}`,
    nobody: 'Nobody here has a name that begins like this.',
    tooShort: 'Type at least two letters of a name.',
    more: 'There are more. Type more of the name to see them.',
  },
  grant: {
    title: (name: string) => `Role of ${name}`,
    role: 'Role',
    button: 'Give this role',
    note: 'You confirm it with your passkey. Once the role counts, their sessions end, and they read on their own page who changed it.',
    waits: {
      approval:
        'To make somebody an administrator, an auditor or one of the security team, a second administrator has to approve it. Any administrator, and the person themselves, can stop it before.',
      time: 'You are the only administrator. Making somebody an administrator, an auditor or one of the security team counts after 24 hours; until then you and the person can stop it.',
      none: 'You are the only administrator, and it is less than 24 hours since set-up: every role counts at once. After that, an administrator, an auditor or one of the security team counts only after 24 hours, or once a second administrator approves it.',
    },
    own: 'This is you. Another administrator can change your role.',
    done: 'The role is given. Their sessions ended.',
  },
  problems: {
    self: 'You cannot change your own role. Another administrator can.',
    left: 'This person has left. Let them back in first.',
    same: 'This person has this role already.',
    joinFirst: 'This person has not joined yet. Once they have, ask for the role.',
    waitsAlready: 'A role waits for this person already. Stop that one first.',
    lastAdministrator: 'This is the only administrator who has joined. Give the role to somebody else first.',
  },
}

export const correctionWords = {
  title: 'Facts about services',
  lead: (count: number) =>
    count === 0
      ? 'No fact has been corrected.'
      : `${capital(counted(count, 'fact is', 'facts are'))} corrected.`,
  note: 'Facts ship with the product and are dated. Where a service has changed, put it right here: every account there is judged anew.',
  underWay: 'People with an account there are being judged anew. This page tells when it is done.',
  find: 'Find a service or carrier',
  findButton: 'Find',
  nothingFound: 'No service in the list is called like this.',
  correct: (name: string) => `Correct ${name}`,
  facts: (name: string, day: string) => `What is known of ${name}, as of ${day}`,
  field: 'What is to be corrected?',
  fields: {
    methods: 'Methods it offers',
    fidoOffered: 'Offers a security key or passkey (yes or no)',
    passkeyUse: 'What a passkey can do there',
    smsConstraint: 'Whether it lets the text message go',
    advancedProtection: 'Has Advanced Protection (yes or no)',
    registeredByPhone: 'The phone number is the registration (yes or no)',
    carrierPinOffered: 'The carrier offers an account PIN (yes, no or not_known)',
  } satisfies Record<CorrectableField, string>,
  shortFields: {
    methods: 'methods',
    fidoOffered: 'security key or passkey',
    passkeyUse: 'use of passkeys',
    smsConstraint: 'letting the text message go',
    advancedProtection: 'Advanced Protection',
    registeredByPhone: 'registered by phone number',
    carrierPinOffered: 'carrier’s account PIN',
  } satisfies Record<CorrectableField, string>,
  value: 'What is so',
  valueHint: 'One word of the list below, or several with blanks between for methods and passkeys.',
  words: 'The words for each',
  yesOrNo: 'yes, no',
  now: 'now',
  noWords: 'none',
  checkedOn: 'Checked on',
  reason: 'How do you know?',
  reasonHint: 'Shown here beside the correction. No secrets.',
  save: 'Save the correction',
  saved: 'Saved. People with an account there are judged anew.',
  withdraw: 'Take it back',
  withdrawn: 'Taken back. People with an account there are judged anew.',
  made: 'Corrections',
  none: 'When a fact is corrected, it stands here with its date and reason.',
  columns: {
    service: 'Service',
    fact: 'Fact',
    value: 'Corrected to',
    checked: 'Checked',
    why: 'Why',
    state: 'State',
  },
  madeBy: (by: string, moment: string) => `${by}, ${moment}`,
  takenBack: (moment: string) => `taken back on ${moment}`,
  problems: {
    value: 'This is not one of the words for this fact.',
    future: 'This day has not come yet.',
  },
}
