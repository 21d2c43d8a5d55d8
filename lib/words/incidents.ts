/** What the pages about incidents say. */
import type { InboxShow } from '@/lib/incidents/address'
import type { IncidentEventKind } from '@/lib/vocabulary'
import { capital, counted, inWords } from './numbers'

export const incidentLink = 'Something odd happened'

export const incidentsPage = {
  title: 'Incident sheets',
  lead: (open: number) =>
    open === 0
      ? 'No incident is open.'
      : `${capital(counted(open, 'sheet'))} ${open === 1 ? 'is' : 'are'} not closed yet.`,
  what: 'When something odd happens, write it down while you remember. Nobody reads a sheet before you hand it over, and it is sent nowhere by itself.',
  add: 'Write a sheet',
  list: 'Your sheets',
  empty: 'You have not written any. If something seems wrong now, start one: it takes five minutes.',
  saved: (moment: string) => `saved ${moment}`,
  withTeam: 'with the security team',
  removedLately: 'Removed lately',
  removedOn: (day: string) => `Removed on ${day}. It can be put back for 30 days, and is then gone for good.`,
  restore: 'Put it back',
}

export const newIncident = {
  title: incidentLink,
  lead: 'Five minutes. Write what you know, and leave out the rest.',
}

export const editIncident = { title: (ref: string) => `Change sheet ${ref}` }

/** What the page says of where the text is. */
export const keepingWords = {
  title: 'Take it with you',
  onlyHere:
    'What you typed is on this page only, and is lost when you close it. Muster has nothing of it yet.',
  asSaved: 'Muster has the sheet as it stands here.',
  changed: 'Muster has the sheet as it was before your changes. They are on this page only.',
  offline:
    'There is no network now. Go on writing: you can print, copy or keep a file without it. Save to Muster when the network is back.',
  print: 'Print',
  copy: 'Copy as text',
  file: 'Keep as a file',
  copied: 'Copied. Other apps on this device can read it until you copy something else.',
  byHand: 'This browser does not copy by itself. The text stands below, selected: copy it by hand.',
  kept: (name: string) =>
    `This browser has put ${name} among its downloads. Whoever uses this device can read it there.`,
  text: 'The sheet as text',
}

export const incidentPage = {
  title: (ref: string) => `Incident sheet ${ref}`,
  lead: {
    own: 'Nobody but you has read this sheet.',
    handed: 'Your security team has this sheet. Nobody has opened it yet.',
    opened: (count: number) =>
      count === 1
        ? 'Your security team has opened this sheet once.'
        : `Your security team has opened this sheet ${inWords(count)} times.`,
  },
  saved: {
    recorded: 'The sheet is saved in Muster, for you alone. Your team does not know of it yet.',
    revised: 'Your changes are saved in Muster.',
    restored: 'The sheet is back.',
    handed: 'Your security team has the sheet now. You read here when somebody opens it.',
    taken_back: 'The sheet is yours alone again. Nobody had opened it.',
  } as Readonly<Record<string, string>>,
  next: {
    title: 'Hand it to your security team',
    text: 'They can read it from then on, with your name. Each opening is written down, and you read who it was.',
    urgent: (who: string | null) =>
      who === null
        ? 'If it is urgent, do not wait for them to look: tell them yourself.'
        : `If it is urgent, do not wait for them to look. Tell ${who}.`,
    button: 'Hand it over',
  },
  back: { text: 'Nobody has opened it yet, so you can still take it back.', button: 'Take it back' },
  edit: 'Change',
  sheet: 'What it says',
  state: 'How far it is',
  places: 'Where to report',
  placesLead: (version: string) =>
    `Of CISA’s, only the number and addresses that version ${version} of its guidance prints. Others circulate.`,
  history: 'What became of it',
  noHistory: 'Nothing yet.',
  events: {
    handed: (by: string) => `${by} handed it to the security team`,
    taken_back: (by: string) => `${by} took it back`,
    opened: (by: string) => `${by} opened it`,
    noted: (by: string) => `${by} of the security team`,
  } as Readonly<Record<IncidentEventKind, (by: string) => string>>,
  you: 'You',
  nowState: (state: string) => `Now: ${state}.`,
  remove: 'Remove this sheet',
  removeSays: 'It goes from your list. You can put it back for 30 days, and then it is gone for good.',
}

export const inboxPage = {
  title: 'Incidents',
  lead: (waiting: number, open: number) =>
    open === 0
      ? 'No handed sheet is open.'
      : waiting === 0
        ? `${capital(counted(open, 'handed sheet'))} ${open === 1 ? 'is' : 'are'} not closed. All were opened.`
        : `${capital(counted(waiting, 'sheet waits', 'sheets wait'))} to be opened.`,
  how: 'Names and contents stay closed until you open a sheet. Its writer reads who opened it and when.',
  which: 'Which sheets',
  shows: { open: 'Not closed yet', closed: 'Closed' } satisfies Record<InboxShow, string>,
  show: (label: string, count: string) => `${label}: ${count}`,
  caption: (title: string) => `Table: ${title}`,
  empty: {
    open: 'Sheets stand here from the moment their writer hands them over, the longest waiting first.',
    closed: 'None is closed yet.',
  } satisfies Record<InboxShow, string>,
  columns: {
    ref: 'Sheet',
    kind: 'What it is nearest to',
    handed: 'Handed over',
    state: 'State',
    opened: 'Opened',
  },
  notOpened: 'not yet',
  times: (count: number) => (count === 1 ? 'once' : `${inWords(count)} times`),
}

export const handedPage = {
  title: (ref: string) => `Incident sheet ${ref}`,
  closed: 'This sheet is closed until you open it.',
  open: 'Open the sheet',
  openSays: 'You can read it for an hour. Its writer reads your name and the time.',
  openUntil: (moment: string) => `Open until ${moment}`,
  seen: 'Its writer reads your name and the time, and what you note below.',
  from: (name: string) => `Handed over by ${name}`,
  sheet: 'What it says',
  note: {
    title: 'What was done',
    lead: 'The writer reads this too.',
    text: 'What did you do?',
    hint: 'No codes, no numbers, no details of others.',
    state: 'How far is it now?',
    states: { reported: 'We are looking into it', closed: 'Nothing more is to be done' },
    button: 'Save',
    saved: 'The writer can read it from now on.',
  },
}

export const contactWords = {
  title: 'Whom people tell',
  lead: 'Stands on every sheet, before anything else. Kept by the security team.',
  question: 'Is somebody named whom people here tell when something odd happens?',
  yes: 'Yes',
  no: 'No, not yet',
  who: 'Who is it, and where are they found?',
  whoHint: 'A name, a room, an extension of up to four digits, an e-mail address. No phone numbers are kept.',
  button: 'Save',
  saved: 'It stands on everybody’s sheets from now on.',
  never: 'Nobody has said yet. Until then sheets only say “your security team”.',
  named: (day: string, by: string) => `Stated on ${day} by ${by}.`,
  old: (day: string, by: string) =>
    `Stated on ${day} by ${by}. That was long ago: look whether it still holds.`,
  interval: (days: number) =>
    `That a statement counts for ${days} days is this organisation’s own setting, not the guidance’s.`,
  problems: { who: 'Say who it is, or that nobody is named yet.' },
}

export const openingsOfSheets = {
  title: 'Openings of your incident sheets',
  none: 'Nobody has opened a sheet of yours.',
  sheet: 'Sheet',
}
