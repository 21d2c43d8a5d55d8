/** What the security team reads about people: list, adding, importing, one person. */
import type { OpeningReason, PersonState, Role, Tier } from '@/lib/vocabulary'
import { capital, counted, digits, listed } from './numbers'

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
  none: 'none',
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

export const openingReasonWords: Readonly<Record<OpeningReason, string>> = {
  help_was_asked: 'They asked for help',
  review_together: 'We review it together',
  incident: 'An incident',
  exposure_follow_up: 'To follow up an exposure',
  other: 'Another reason',
}
