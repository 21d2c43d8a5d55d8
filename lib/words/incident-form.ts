/** What an incident sheet asks. The first eight fields are the guidance's own, in its order and words; the others are ours. */
import type { IncidentKind, IncidentState, ReportedTo } from '@/lib/vocabulary'

/** What something odd is nearest to, as people would say it. */
export const kindWords: Readonly<Record<IncidentKind, string>> = {
  linked_device: 'A device is linked to my app that I do not know',
  code_not_asked_for: 'A code or a request to approve came that I did not ask for',
  signal_lost: 'My phone lost its service, and others beside me have it',
  phone_lost: 'A phone is lost or taken',
  message_or_link: 'A message, link, QR code or invitation seems wrong',
  account_changed: 'An account changed, or somebody signed in who was not me',
  other: 'Something else',
}

export const stateWords: Readonly<Record<IncidentState, string>> = {
  draft: 'draft',
  ready: 'ready to be reported',
  reported: 'reported',
  closed: 'closed',
}

export const reportedToWords: Readonly<Record<ReportedTo, string>> = {
  own_security_team: 'Our own security team',
  cisa_phone: 'CISA, by phone',
  cisa_email: 'CISA, by e-mail',
  cisa_online: 'CISA, online',
  app_report_button: 'The app, with its report button',
  carrier: 'The phone company',
  law_enforcement: 'The police',
  nobody_yet: 'Nobody yet',
}

export const incidentForm = {
  theirs: {
    title: 'The report',
    lead: 'What CISA asks for, when you have it. Leave out what you do not know: nothing here has to be filled in.',
  },
  date: { label: 'Date' },
  time: { label: 'Time', hint: 'When it happened, or when you noticed it.' },
  zone: { label: 'Time zone', hint: 'Of the place where it was that time.' },
  location: {
    label: 'Location of the incident',
    hint: 'A town or a kind of place is enough, such as “on a train” or “the office”. Never a home address.',
  },
  activity: {
    label: 'Type of activity',
    hint: 'What happened, in your own words. Leave out codes, numbers and the text of messages.',
  },
  people: { label: 'Number of people affected', hint: 'A guess is fine, such as “about 5”.' },
  equipment: {
    label: 'Type of equipment used for the activity',
    hint: 'What it was done with, as far as you can tell. The device you doubt has a field of its own below.',
  },
  company: { label: 'Name of the submitting company or organization' },
  contact: {
    label: 'Designated point of contact',
    hint: 'A name and an e-mail address. Phone numbers are not kept here: a printed sheet has a line for one.',
  },
  ours: {
    title: 'For ourselves',
    lead: 'Not part of the report. It helps your security team, and you later on.',
  },
  kind: { label: 'What is it nearest to?' },
  noticedBy: { label: 'Who noticed it?' },
  related: { label: 'Which app or account is it about?' },
  device: {
    label: 'Which device do you doubt?',
    hint: 'Such as “my own phone”. No serial number is needed.',
  },
  firstActions: { label: 'What was done so far?', hint: 'Also by whom, and when.' },
  reportedTo: { label: 'Who was told already?', hint: 'Tick all that apply.' },
  reportedOn: { label: 'When were they told?' },
  state: {
    label: 'How far is this sheet?',
    choices: {
      draft: 'I am still writing',
      ready: 'It is ready to be reported',
      reported: 'It was reported',
      closed: 'Nothing more is to be done',
    },
  },
  edit: 'Change an incident sheet',
  save: 'Save to Muster',
  saving: 'Saving',
}

export const incidentProblems = {
  date: 'Write the date as year, month and day, such as 2026-11-23, or leave it out.',
  clock: 'Write the time as hours and minutes, such as 09:30, or leave it out.',
  zone: 'Choose a time zone from the list.',
  dayAhead: 'This day has not come yet.',
  exactPlace: 'This is an exact place. Nobody’s home is kept here: a town or a kind of place is enough.',
  nobodyAndSomebody: 'Nobody was told, or somebody was: take one of them off.',
  toWhom: 'Say who was told, or that it is not reported yet.',
  toNobody: 'Say who was told on that day, or leave the day out.',
  tooMany: (most: number) => `You have ${most} sheets. Remove one you no longer need, then save again.`,
  withTeam:
    'The security team has this sheet, so it stays as it is. Take it back while nobody has opened it, or write another one.',
  opened: 'Somebody of the security team has opened this sheet already. Write another one to add something.',
  nothingToDo: 'Write what was done, or change how far it is.',
}
