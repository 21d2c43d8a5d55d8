/** What the security team reads about people: list, adding, importing, one person. Records stand in records.ts. */
import type { PersonState, Role, Tier } from '@/lib/vocabulary'
import { capital, counted, digits, inWords, listed } from './numbers'

export const roleWords: Readonly<Record<Role, string>> = {
  staff: 'staff',
  security: 'security team',
  leadership: 'leadership',
  auditor: 'auditor',
  administrator: 'administrator',
}
export const tierWords: Readonly<Record<Tier, string>> = {
  standard: 'standard',
  highly_targeted: 'highly targeted',
}
export const stateWords: Readonly<Record<PersonState, string>> = {
  invited: 'invited, not joined yet',
  active: 'joined',
  deactivated: 'has left',
}

export const peopleWords = {
  title: 'People',
  /** A table under a heading of the same words is told apart by ear. */
  table: (title: string) => `Table: ${title}`,
  none: 'none',
  /** In the place of a name that nobody can read any more. */
  erased: 'Erased',
  tier: 'Tier',
  fields: {
    name: 'Name',
    email: 'E-mail address',
    emailHint: 'Only so that people can be told apart and found. Nothing is ever sent that signs anybody in.',
    unit: 'Unit',
    noUnit: 'No unit',
    tier: 'How likely is it that somebody goes after this person in particular?',
    tierHints: {
      standard: 'As for most people.',
      highly_targeted:
        'Holds an office, knows secrets, or works beside somebody who does. The bar is higher, and they see it.',
    },
    tiers: { standard: 'Standard', highly_targeted: 'Highly targeted' },
  },
  problems: {
    emailTaken: 'Somebody here has this e-mail address already.',
    unitGone: 'This unit is not there any more. Choose another one.',
    linkAfterJoining: 'This person has joined already. If they lost their passkeys, start a recovery.',
    linkAfterLeaving: 'This person has left. Let them back in first, then make a link.',
  },
}

export const inviteWords = {
  title: 'Add a person',
  lead: 'They join with a link that works once. You hand it over in person.',
  button: 'Add and make the link',
  made: (name: string) => `${name} is added`,
  link: (ends: string) =>
    `This is the joining link. It is shown now and never again, works once, and ends on ${ends}. Hand it over in person, or by a way you trust.`,
  linkLabel: 'Joining link',
  another: 'The form is empty again for the next person.',
  file: 'Add many from a file',
}

export const importWords = {
  title: 'Add people from a file',
  lead: 'You see what it comes to before anybody is added.',
  file: 'CSV file',
  fileHint: 'At most 2 MB and 5,000 rows, saved as “CSV UTF-8”.',
  columnsTitle: 'What the file has to look like',
  columns:
    'The first line names the columns: name, and where you like email, unit and tier. Tier is “standard” or “highly targeted”; empty means standard. Everybody is added as staff.',
  example:
    'name,email,unit,tier\nSam Sailor,sam@example.org,Field,\nRosa Reed,rosa@example.org,Office,highly targeted',
  look: 'Look at it first',
  previewTitle: 'What the file comes to',
  previewLead: (count: number) => `${capital(counted(count, 'person', 'people'))} would be added.`,
  targeted: (count: number) => `${capital(counted(count, 'of them is', 'of them are'))} highly targeted.`,
  withoutEmail: (count: number) =>
    `${capital(counted(count, 'row has', 'rows have'))} no e-mail address. Importing the same file again would add them again.`,
  keptUntil: (moment: string) => `Nobody is added yet. This preview is kept until ${moment}.`,
  rows: 'Rows of the file',
  firstRows: (shown: number, count: number) => `The first ${shown} of ${digits(count)} rows`,
  line: 'Line',
  newUnits: (names: readonly string[]) =>
    `${capital(counted(names.length, 'unit is', 'units are'))} not there yet: ${listed(names)}.`,
  addUnits: (count: number) => (count === 1 ? 'Add this unit too' : 'Add these units too'),
  apply: (count: number) => `Add ${counted(count, 'person', 'people')}`,
  other: 'Choose another file',
  gone: 'This preview was used already, or is older than an hour. Choose the file again.',
  doneTitle: (count: number) => `${capital(counted(count, 'person is', 'people are'))} added`,
  done: (ends: string) =>
    `These are their joining links. They are shown now and never again. Each works once and ends on ${ends}.`,
  download: 'Download the links as CSV',
  downloadName: 'joining-links.csv',
  downloadColumns: ['name', 'email', 'joining_link', 'ends'],
  handOver:
    'Whoever has a link can join in that person’s name. Hand each over in person, then delete the file.',
  linksCaption: 'Joining links',
  link: 'Joining link',
  row: (line: number, column: string, sentence: string) => `Line ${line}, ${column}: ${sentence}`,
  moreProblems: (count: number) => `And ${counted(count, 'more problem')}. Mend these first.`,
  tier: 'Write “standard” or “highly targeted”, or leave it empty.',
  role: 'Everybody is added as staff. An administrator gives other roles later.',
  tooLong: 'This is too long.',
  repeated: (line: number) => `This address stands in line ${line} already.`,
  taken: 'Somebody here has this address already.',
  retired: 'This unit has been retired. Choose another one, or leave it empty.',
  sayAddUnits: 'Say that the new units shall be added, or mend their names in the file.',
}

export const listWords = {
  lead: (count: string, of: string) => `${count} of ${of} people`,
  everybody: (count: string) => `${count} people`,
  orMore: (count: number) => `${digits(count)} or more`,
  add: 'Add a person',
  import: 'Add people from a file',
  search: {
    label: 'Find by name',
    hint: 'The beginning of a name, or a whole e-mail address or reference. Press / to come here.',
    button: 'Find',
    tooShort: 'Type at least two letters of a name.',
    nobody: 'Nobody here has a name that begins like this.',
    found: (count: number) => `${capital(counted(count, 'person', 'people'))} found`,
    more: 'There are more. Type more of the name to see them.',
  },
  narrow: 'Show only',
  apply: 'Show',
  any: 'Any',
  filters: {
    unit: 'Unit',
    tier: 'Tier',
    level: 'Weakest way in',
    sms: 'A text message opens or resets an account',
    pin: 'A phone line without the carrier’s account PIN',
    idle: 'Not started',
    old: 'With old answers, the oldest first',
    left: 'Who have left',
  },
  chips: {
    unit: (name: string) => `unit ${name}`,
    level: (word: string) => `weakest way in: ${word}`,
    sms: 'text message on',
    pin: 'no carrier PIN',
    idle: 'not started',
    old: 'old answers',
    left: 'have left',
    unknownUnit: 'a unit that is not there',
  },
  caption: 'People, the most exposed first',
  oldCaption: 'People with old answers, the oldest first',
  foundCaption: 'People found',
  columns: {
    name: 'Name',
    unit: 'Unit',
    tier: 'Tier',
    level: 'Weakest way in',
    number: 'Open by phone number',
    sms: 'Text messages',
    pin: 'Carrier PIN',
    oldest: 'Oldest answer',
  },
  notStarted: 'not started',
  notKnown: 'not known',
  left: 'has left',
  invited: 'not joined yet',
  ofAccounts: (count: number, accounts: number) => `${digits(count)} of ${digits(accounts)}`,
  smsOn: 'on somewhere',
  smsOff: 'on nowhere known',
  pinMissing: 'missing on a line',
  pinFine: 'missing nowhere known',
  old: 'old',
  empty: 'Nobody is left under these filters. Take one away to see more people.',
  nobody: 'Nobody is here yet. Add a person, or many from a file.',
}

export const personWords = {
  lead: {
    notStarted: 'Nothing is recorded yet.',
    started: (open: number, accounts: number) =>
      accounts === 0
        ? 'No account is recorded yet.'
        : `${capital(inWords(open))} of ${counted(accounts, 'account')} ${open === 1 ? 'opens' : 'open'} with a phone number.`,
  },
  standing: 'How they stand',
  facts: {
    ref: 'Reference in exports',
    email: 'E-mail address',
    role: 'Role',
    unit: 'Unit',
    tier: 'Tier',
    state: 'State',
    level: 'Weakest way in',
    waysIn: 'Ways in',
    oldest: 'Oldest answer',
    invited: 'Added',
    joined: 'Joined',
    left: 'Left',
  },
  byOn: (name: string | null, moment: string) => (name ? `${moment}, by ${name}` : moment),
  link: {
    title: 'Joining link',
    lead: (ends: string | null) =>
      ends ? `A link is out. It works once and ends on ${ends}.` : 'There is no link that still works.',
    button: 'Make a new joining link',
    again: 'The earlier one stops working.',
    label: 'Joining link',
    shown: (ends: string) =>
      `It is shown now and never again, works once, and ends on ${ends}. Hand it over in person, or by a way you trust.`,
    made: 'The link is made',
  },
  revise: {
    title: 'Change name, unit or tier',
    button: 'Save',
    saved: 'Saved. They see it on their own page.',
  },
  recover: 'They lost their passkeys: start a recovery',
  endSessions: {
    title: (name: string) => `End all sessions of ${name}`,
    lead: 'For a lost device, or when something looks wrong. They are signed out everywhere at their next step, and read on their own page who did it. Their passkeys still work: if one is lost too, start a recovery.',
    button: 'End all their sessions',
    ended: (count: number) =>
      count === 0
        ? 'There was no session to end.'
        : `${capital(counted(count, 'session'))} ended. They see it on their own page.`,
  },
}

export const leaveWords = {
  title: 'Leaving',
  lead: 'Ends every session and link at once. What was recorded stays as long as your policy says.',
  confirm: (name: string) => `${name} leaves, and can do nothing here any more`,
  button: 'End access',
  ended: 'Access is ended. Every session and link stopped working.',
  backTitle: 'Coming back',
  backLead:
    'They sign in with the passkeys they had. Somebody who never joined needs a new joining link. Whoever was of the security team, an auditor or an administrator comes back as staff and is given the role anew.',
  back: 'Let them back in',
  returned: 'They may sign in again.',
  erase: {
    title: 'Erase now',
    lead: (days: number) =>
      `The server does this by itself ${days} days after somebody left. Their name, address, labels and notes cannot be read any more, by anybody, and they cannot come back. Totals, exports of past days and the audit log stay as they are. It cannot be undone.`,
    button: 'Erase for good',
    done: (day: string) => `Erased on ${day}. What stays has no name.`,
  },
  problems: {
    self: 'You cannot end your own access. Ask somebody else of the security team.',
    lastAdministrator: 'This is the only administrator. Give the role to somebody else first.',
    leftAlready: 'This person has left already.',
    hereAlready: 'This person has not left.',
    notConfirmed: 'Say that you mean it.',
  },
}
