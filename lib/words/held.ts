/** What is said about everything held about somebody: what it is, who may read it, what is not shown and why. */
import { capital, counted } from './numbers'

type Group = { title: string; lead: string; readers: string }
const groups: Readonly<Record<string, Group>> = {
  you: {
    title: 'Who you are here',
    lead: 'Your name and address, your part in the organisation, and how you stand as a whole.',
    readers:
      'You and the security team. Administrators see your name and role where they give roles. Auditors see your reference, unit and tier, never your name.',
  },
  access: {
    title: 'How you sign in',
    lead: 'Your passkeys, sessions, links and recoveries.',
    readers:
      'You. The security team and administrators see recoveries and joining links, never a passkey or a session.',
  },
  accounts: {
    title: 'Your accounts',
    lead: 'What is said of each, and when it counted.',
    readers:
      'You, and an aide you allowed. The security team after opening your record with a reason, and a personal account only if you opened it to them; otherwise it is counted. Where an exception is asked for, they read the account’s name without opening anything, and never a personal one’s. Auditors by your reference, without your labels and notes. Leadership sees counts of groups.',
  },
  lines: {
    title: 'Your phone lines',
    lead: 'What is said of each. Never a number: at most its last two digits.',
    readers:
      'You, and an aide you allowed. The security team after opening your record with a reason; where an exception is asked for, they read the line’s name without. Auditors by your reference, without labels and notes. Leadership sees counts of groups.',
  },
  phones: {
    title: 'Your phones, messaging apps and other answers',
    lead: 'What is said of each, and of your habits.',
    readers:
      'You, and an aide you allowed. The security team, after opening your record with a reason, reads how each item stands and not what you answered. Auditors see the verdicts, by your reference. Leadership sees counts of groups. Whether your messages are on legal hold, and the verdicts that would tell, are shown to nobody but you.',
  },
  judged: {
    title: 'What was made of it',
    lead: 'Verdicts, how each thing opens, exceptions, and what you put off.',
    readers:
      'You. The security team: how you stand as a whole, and the rest after opening your record. Exceptions, with the item, what it is about and why, without opening it: they decide on them. Auditors by your reference. Leadership sees counts of groups.',
  },
  incidents: {
    title: 'Your incident sheets',
    lead: 'What you wrote, and what became of it.',
    readers: 'You. The security team once you handed a sheet over.',
  },
  others: {
    title: 'Others and your record',
    lead: 'Who opened your record and why, and who answers for you or asked you to.',
    readers: 'You, and whoever it names.',
  },
  log: {
    title: 'The log',
    lead: 'What you did here and what was done to you. Nobody can change it or take it out.',
    readers: 'Auditors by your reference. The security team by name.',
  },
}
const tables: Readonly<Record<string, string>> = {
  people: 'You',
  person_standings: 'How you stand now',
  passkeys: 'Passkeys',
  sessions: 'Sessions',
  tickets: 'Links made for you',
  recovery_codes: 'Recovery sheets',
  recovery_requests: 'Recoveries',
  role_requests: 'Roles asked for you',
  submissions: 'Forms sent in the last day',
  accounts: 'Accounts',
  account_statements: 'What was said of accounts',
  inventory_statements: 'What was said of the list as a whole',
  lines: 'Phone lines',
  line_statements: 'What was said of phone lines',
  phones: 'Phones',
  messaging_apps: 'Messaging apps',
  piece_statements: 'Answers in pieces',
  said_none: 'That you have none',
  verdicts: 'Verdicts',
  standings: 'Ways in',
  exceptions: 'Exceptions',
  put_offs: 'Put off',
  incidents: 'Incident sheets',
  incident_events: 'What became of them',
  record_openings: 'Openings of your record',
  delegations: 'Aides',
  audit_entries: 'Entries of the log',
}
const reasons: Readonly<Record<string, string>> = {
  hash: 'a fingerprint of a secret or of other rows: it can only be compared',
  key: 'a key that only machines use',
  index: 'made from your name or address so that they can be found; it cannot be read',
  random: 'random, it says nothing',
  passing: 'kept for minutes, or a day at most, and sealed',
  in_log: 'work for the organisation; each act is in the log',
}

export const heldWords = {
  title: 'What we hold about you',
  lead: (rows: number) => `${capital(counted(rows, 'entry', 'entries'))} are held about you.`,
  about:
    'This is all of it, as it stands in the database. Only a few entries of each kind are shown here; the file has every one.',
  looked: (openings: number) =>
    openings === 0
      ? 'Nobody has opened your record.'
      : `Your record was opened ${openings === 1 ? 'once' : `${counted(openings, 'time')}`}.`,
  whoLooked: 'Who looked, and why',
  groups,
  tables,
  readers: 'Who may read it',
  count: (rows: number) => counted(rows, 'entry', 'entries'),
  none: 'Nothing is held.',
  nothing: (titles: readonly string[]) => `Nothing is held of: ${titles.join(', ')}.`,
  more: (rows: number) => `${capital(counted(rows, 'more entry', 'more entries'))} in the file.`,
  row: 'Entry',
  notShown: 'What is not shown, and why',
  notShownTable: (table: string) => `The table “${spelt(table)}”`,
  notShownColumn: (column: string, table: string) =>
    `“${spelt(column)}” of “${tables[table] ?? spelt(table)}”`,
  reasons,
  take: {
    title: 'Take it with you',
    lead: 'Everything, with every entry. Your passkey is asked for, and the taking is noted in the log.',
    json: 'Download as JSON',
    csv: 'Download as CSV',
    problem: 'Nothing was taken: your passkey has to be used once more for each file.',
  },
  column: (name: string) => capital(spelt(name.replace(/_id$/, ''))),
  yes: 'yes',
  no: 'no',
} as const

/** A word of the database as a person reads it. */
export const spelt = (word: string) => word.replaceAll('_', ' ')
