/**
 * What is said about the messages an organisation sends: C1 to C4 of the summary of CTIA practices (guidance section 11).
 * Own words. It is always the summary that says something, for its text is a summary and voluntary.
 */
import {
  type ActionCode,
  type LabelCode,
  type RegisterAction,
  type RegisterLabel,
  registerActions,
  registerLabels,
} from '@/lib/guidance/codes'
import type { RegisterKind, RegisterListKind, Verdict } from '@/lib/vocabulary'
import { actionWords } from './actions'
import { labelWords } from './guidance'
import { capital, counted, inWords } from './numbers'

export const ctiaWords = {
  source: 'Summary of CTIA’s messaging security practices, as of 17 December 2025',
  cited: (part: string) => `Summary of CTIA practices: ${part}`,
  cited2: 'Guidance: General 2 and General 3, for the same sign-ins',
  voluntary:
    'The practices are voluntary and widely followed. Phone companies may block the messages of a sender who does not follow them.',
  intervals: 'How often to look again is your organisation’s own decision; the summary names no days.',
}

type ItemWords = { short: string; asks: string; paragraph: string; question: string }
export const registerItemWords = {
  C1: {
    short: 'Who can sign in',
    asks: 'Everybody shows more than a password, first of all whoever can sign in to what sends your messages.',
    paragraph: 'Review your authentication practices',
    question: 'Who gets into what sends our messages, and with what beside a password?',
  },
  'C1.cisa': {
    short: 'The same sign-ins, by CISA’s guidance',
    asks: 'A security key or passkey is in use where one is offered, and no text message opens or resets the account.',
    paragraph: 'General 2 and General 3',
    question: 'Which of these can be tricked out of somebody, or read in a phone company’s network?',
  },
  C2: {
    short: 'Keys that programs send with',
    asks: 'Each key is watched, a suspicion is acted on at once, and whoever outside has one has signed how it may be used.',
    paragraph: 'Secure your APIs',
    question: 'Which keys send for us, who outside holds one, and what have they signed?',
  },
  C2a: {
    short: 'Keys are watched',
    asks: 'Somebody watches how each key is used, and looks at it again and again.',
    paragraph: 'Secure your APIs: monitoring',
    question: 'Is the use of each key watched, and when did somebody last look?',
  },
  C2b: {
    short: 'A suspicion is acted on',
    asks: 'Where a key may be in other hands, something is done at once.',
    paragraph: 'Secure your APIs: evidence of compromise',
    question: 'Is there any sign that a key is in other hands, and what was done?',
  },
  C2c: {
    short: 'Agreements with third parties',
    asks: 'Whoever outside has a key has signed how it is used, protected and shared.',
    paragraph: 'Secure your APIs: written agreements',
    question: 'Is there a written agreement, in force, with all three clauses?',
  },
  C3: {
    short: 'Somebody would notice',
    asks: 'Activity and unwanted messages are watched, audits happen, and whatever is found is acted on.',
    paragraph: 'Enhance your monitoring capabilities',
    question: 'If a stranger sent messages as us tonight, who would see it, and how?',
  },
  C4: {
    short: 'The team knows',
    asks: 'The team has heard what threats to messaging look like now.',
    paragraph: 'Educate your team',
    question: 'When was the team last told what threats there are now?',
  },
} satisfies Record<string, ItemWords>

/** Where it stands: for a sheet, whose rows are read one by one. */
export const citedParagraph = (item: keyof typeof registerItemWords): string =>
  item === 'C1.cisa'
    ? registerItemWords[item].paragraph
    : `Summary, practice ${item.charAt(1)}: ${registerItemWords[item].paragraph}`

export const registerLabelWords: Readonly<Record<RegisterLabel, { tag: string; says: string }>> = {
  was_met: {
    tag: 'grew old, was met',
    says: 'It was met when somebody last looked, and that is too long ago.',
  },
  was_partly_met: {
    tag: 'grew old, was partly met',
    says: 'It was partly met when somebody last looked, and that is too long ago.',
  },
  was_not_met: {
    tag: 'grew old, was not met',
    says: 'It was not met when somebody last looked, and that is too long ago.',
  },
  was_not_applicable: {
    tag: 'grew old, did not apply',
    says: 'It did not apply when somebody last looked, and that is too long ago.',
  },
  met_so_far: { tag: 'good so far', says: 'What is known is good, and an answer is missing.' },
  our_reading: {
    tag: 'this product’s reading',
    says: 'The summary names no method. That a text message is enough for it is this product’s reading; for CISA’s guidance it is not.',
  },
  required_by_platform: {
    tag: 'required by the platform',
    says: 'The platform makes everybody show a second step. Which one is not known.',
  },
  platform_offers_no_mfa: {
    tag: 'none offered',
    says: 'The platform offers no second step. Nobody here can mend that.',
  },
  former_staff: { tag: 'has left', says: 'It belongs to somebody who has left.' },
  agency: {
    tag: 'agency',
    says: 'An agency signs in with it, so an agreement with the agency belongs here too.',
  },
  shared_login: {
    tag: 'shared',
    says: 'Several people share it, so nobody can tell who did what, and whoever leaves still knows it.',
  },
  list_incomplete: { tag: 'list not complete', says: 'Not everybody who can sign in is listed.' },
  others_without_mfa: {
    tag: 'other staff without',
    says: 'Everybody at the platforms shows more than a password; not everybody else does.',
  },
  action_missing: {
    tag: 'nothing done yet',
    says: 'A key may be in other hands, and nothing has been done.',
  },
  action_taken: { tag: 'acted on', says: 'A key may have been in other hands, and something was done.' },
  agreement_ended: { tag: 'agreement ended', says: 'The agreement is no longer in force.' },
  agreement_ends_soon: { tag: 'ends soon', says: 'The agreement ends within 30 days.' },
  clause_missing: {
    tag: 'clause missing',
    says: 'The agreement leaves out how a key is used, protected or shared.',
  },
  agency_not_listed: {
    tag: 'agency not listed',
    says: 'An agency can sign in, and nobody has said which of the third parties it is.',
  },
  event_without_action: {
    tag: 'nothing done yet',
    says: 'Something happened, and nothing has been done about it.',
  },
  audit_missing: { tag: 'no audit', says: 'It is watched, and there was no audit yet.' },
  audit_old: {
    tag: 'audit too long ago',
    says: 'It is watched, and the last audit lies further back than you decided.',
  },
  not_everybody_reached: { tag: 'not everybody', says: 'Not everybody it was meant for was there.' },
  sessions_may_overlap: {
    tag: 'may be the same people',
    says: 'Several trainings reached some people each. They may be the same ones, so they are not added up.',
  },
  only_platform_users: {
    tag: 'only who signs in',
    says: 'Everybody who can sign in was there. The summary speaks of the whole team.',
  },
}

/** The next thing to do: its title and how it is done. `name` is what it is about. */
export const registerActionWords: Readonly<
  Record<RegisterAction, { title: (name: string) => string; how: string }>
> = {
  say_whether_messages_are_sent: {
    title: () => 'Say whether you send messages',
    how: 'Text messages to customers or the public, sent by a provider, a marketing tool, a help desk or a program of your own.',
  },
  add_platform: {
    title: () => 'Add the first platform',
    how: 'The system you send with: a provider of text messages, a marketing tool, a help desk.',
  },
  list_everyone: {
    title: (name) => `List everybody who can sign in to ${name}`,
    how: 'Open its list of users there, or ask for an export, and add each one here. Then say that all are listed.',
  },
  look_at_sign_in: {
    title: (name) => `Find out what ${name} shows besides a password`,
    how: 'The list of users at the platform says it, or the person does.',
  },
  turn_on_second_step: {
    title: (name) => `Turn on a second step for ${name}`,
    how: 'A security key or passkey where the platform offers one, else a code app. A text message is the weakest.',
  },
  move_platform: {
    title: (name) => `Ask the platform of ${name} for a better second step, or move away from it`,
    how: 'It offers none, or nothing that does without text messages. Ask when it will, and what else could send your messages.',
  },
  end_sign_in: {
    title: (name) => `End the sign-in of ${name}`,
    how: 'It belongs to somebody who has left. Remove it at the platform, change every key they knew, then take it out here.',
  },
  give_each_their_own: {
    title: (name) => `Give each person behind ${name} a sign-in of their own`,
    how: 'Add one for each, then end the shared one.',
  },
  count_other_staff: {
    title: () => 'Count how many other staff show more than a password',
    how: 'Whoever keeps your employer’s sign-in can tell: how many accounts there are, and how many have any second step.',
  },
  turn_on_for_others: {
    title: () => 'Turn on a second step for all other staff',
    how: 'The sign-ins at the platforms are done. The summary speaks of all accounts.',
  },
  say_whether_keys_exist: {
    title: () => 'Say whether programs send messages too',
    how: 'A program that sends does it with a key of its own: an API key, a token, a webhook secret.',
  },
  add_credential: {
    title: () => 'Add the first key by its name',
    how: 'Its name is enough. Never the key itself, and no part of it.',
  },
  watch_credential: {
    title: (name) => `Have somebody watch ${name}`,
    how: 'Most platforms warn when a key is used from a new place, or sends more than usual. Turn that on, and name who reads it.',
  },
  look_at_credential: {
    title: (name) => `Look at how ${name} was used`,
    how: 'From where, how much, and when it was last changed. Then say what you found.',
  },
  act_on_compromise: {
    title: (name) => `Act on ${name} now`,
    how: 'Make a new key, put it in place, and end this one. Then say what was done and when.',
  },
  say_whether_others_have_access: {
    title: () => 'Say whether anybody outside has a key',
    how: 'An agency, a reseller, a supplier of your shop or help desk.',
  },
  add_third_party: {
    title: () => 'Add the third party that has access',
    how: 'Who it is, which keys it has, and whether an agreement was signed. An agency or reseller is one.',
  },
  name_the_agency: {
    title: (name) => `Say which third party signs in as ${name}`,
    how: 'An agency uses this sign-in. Choose it among the third parties, or add it there first.',
  },
  sign_agreement: {
    title: (name) => `Sign an agreement with ${name}`,
    how: 'It says how keys may be used, how they are protected, and with whom they may be shared.',
  },
  complete_agreement: {
    title: (name) => `Add what is missing to the agreement with ${name}`,
    how: 'Three clauses belong in it: how keys are used, protected and shared.',
  },
  look_at_agreement: {
    title: (name) => `Look into the agreement with ${name}`,
    how: 'Is it signed and in force, and does it say how keys are used, protected and shared?',
  },
  renew_agreement: {
    title: (name) => `Renew the agreement with ${name}`,
    how: 'Or end the access: take back every key it has.',
  },
  act_on_event: {
    title: (name) => `Say what was done about “${name}”`,
    how: 'What happened is known, and not what was done.',
  },
  name_a_watcher: {
    title: () => 'Name somebody who watches',
    how: 'An alarm on the number of messages sent catches a theft sooner than one on sign-ins. Complaints and blocked messages count too.',
  },
  look_at_monitoring: {
    title: () => 'Find out who would notice',
    how: 'Ask whoever runs the platform what is watched: sign-ins, volume, complaints, messages that phone companies block.',
  },
  hold_an_audit: {
    title: () => 'Have the platforms looked over',
    how: 'Who can sign in, which keys there are, what was sent. Then say when it was, and where the report is.',
  },
  hold_a_training: {
    title: () => 'Book the next training',
    how: 'Half an hour for the team: what messages in your name look like when others send them, and whom to tell.',
  },
  reach_everybody: {
    title: (name) => `Hold “${name}” again for who was not there`,
    how: 'Count it with everybody it is meant for once all have been there.',
  },
  add_training: {
    title: () => 'Say when the team last heard of it',
    how: 'Add the training with how many were there, or say that there was none.',
  },
  confirm_again: {
    title: (name) => `Look at ${name} again`,
    how: 'It was true when somebody last looked. If it still is, one tap says so.',
  },
}

export const registerPage = {
  title: 'Messages we send',
  thePlatform: 'the platform',
  unasked: 'Nobody has said yet whether you send messages to customers or the public.',
  notSure: 'Nobody is sure yet whether you send messages to customers or the public.',
  noSender:
    'You send no messages to customers or the public, so the practices for senders do not concern you.',
  lead: (counts: Readonly<Record<Verdict, number>>) => {
    if (counts.met === 4) return 'All four practices are met.'
    const some = counts.met === 0 ? 'None' : capital(inWords(counts.met))
    const met = `${some} of four practices ${counts.met > 1 ? 'are' : 'is'} met`
    const rest = [
      counts.not_met > 0 ? `${inWords(counts.not_met)} ${counts.not_met === 1 ? 'is' : 'are'} not` : '',
      counts.partly_met > 0 ? `${inWords(counts.partly_met)} in part` : '',
      counts.unknown > 0 ? `${inWords(counts.unknown)} not known` : '',
      counts.not_applicable > 0
        ? `${inWords(counts.not_applicable)} ${counts.not_applicable === 1 ? 'does' : 'do'} not apply`
        : '',
    ].filter(Boolean)
    return `${met}, ${rest.join(', ')}.`
  },
  practices: 'The four practices',
  byCtia: 'summary of CTIA practices',
  byCisa: 'CISA’s guidance',
  twoTexts:
    'Two texts look at the same sign-ins. The summary of CTIA practices is content with any second step; CISA’s guidance is not with a text message.',
  why: 'Why',
  others: 'All other staff',
  first: 'Whether messages are sent',
  textsOnly: (name: string) =>
    `${name} lets people show a text message and nothing better. There the summary can be met, and CISA’s guidance cannot. Nobody here can mend that: ask the platform, or move away from it.`,
  answer: 'Answer',
  change: 'Change',
  rests: {
    current: (age: string) => `looked at ${age}`,
    due: (age: string) => `looked at ${age}, soon old`,
    old: (age: string) => `looked at ${age}, and old now`,
  },
  confirm: 'Looked at today, still true',
  confirmName: (name: string) => `Looked at today, still true of ${name}`,
  confirmAll: (signIns: number) =>
    signIns === 0 ? 'Looked at today, still true' : `Looked at today, with ${counted(signIns, 'sign-in')}`,
  readsOnly: 'You read the register. The security team keeps it.',
  removedLately: 'Taken out lately',
  removedOn: (day: string) => `Taken out on ${day}.`,
  restore: 'Put it back',
  saved: {
    recorded: (name: string) => `${name} is in the register.`,
    revised: (name: string) => `${name} is changed.`,
    confirmed: (name: string) => `${name} counts from today.`,
    restored: (name: string) => `${name} is back in the register.`,
  },
  nothingNext: 'Nothing is left to do here until an answer grows old.',
}

export const registerSections: Readonly<
  Record<RegisterListKind, { title: string; lead: string; add: string; empty: string }>
> = {
  platform: {
    title: 'Platforms, and who can sign in',
    lead: 'What sends your messages, and everybody who can open it.',
    add: 'Add a platform',
    empty: 'No platform is listed yet. An empty list counts as unknown.',
  },
  account: {
    title: 'Sign-ins',
    lead: 'Everybody who can sign in, people outside as well.',
    add: 'Add a sign-in',
    empty: 'Nobody is listed here yet. An empty list counts as unknown.',
  },
  credential: {
    title: 'Keys that programs send with',
    lead: 'By their names alone. Never a key itself, and no part of one.',
    add: 'Add a key by its name',
    empty: 'No key is listed.',
  },
  third_party: {
    title: 'Third parties with access',
    lead: 'Agencies, resellers and suppliers that have a key or can sign in.',
    add: 'Add a third party',
    empty: 'No third party is listed.',
  },
  event: {
    title: 'What happened',
    lead: 'Messages nobody had written, blocks, complaints: what it was and what was done.',
    add: 'Add an event',
    empty: 'Nothing is listed.',
  },
  training: {
    title: 'Trainings',
    lead: 'How many were there, of how many it was meant for.',
    add: 'Add a training',
    empty: 'No training is listed.',
  },
}

/** What each kind is called where it has no name of its own. */
export const registerKindWords: Readonly<Record<RegisterKind, string>> = {
  sending: 'Whether messages are sent',
  staff: 'Other staff accounts',
  interfaces: 'Keys and third parties',
  monitoring: 'Who would notice',
  teaching: 'Whether there was a training',
  platform: 'Platform',
  account: 'Sign-in',
  credential: 'Key',
  third_party: 'Third party',
  event: 'Event',
  training: 'Training',
}

/** What leadership reads of it. */
export const practicesWords = {
  title: 'Messages we send',
  lead: 'These are about the organisation, not about anybody in it, as they stand now.',
  caption: 'The four practices, by both texts',
  practice: 'Practice',
  ctia: 'Summary of CTIA practices',
  cisa: 'CISA’s guidance',
}

export const registerEntryPage = {
  edit: 'Change the answers',
  judged: 'How we judge it',
  answers: 'What was said',
  known: 'How we know',
  lookedAt: (age: string, day: string) => `Somebody looked at this ${age}, on ${day}.`,
  givenOn: (age: string, day: string) => `This was ${age}, on ${day}.`,
  counts: (day: string) => `It counts until ${day}. The time is your organisation’s own.`,
  due: (day: string) => `It counts until ${day}. Look it over again.`,
  old: (day: string) => `It counted until ${day} and is old now. In every total it counts as unknown.`,
  history: 'History',
  events: {
    recorded: 'Added',
    revised: 'Changed',
    confirmed: 'Looked at again, nothing changed',
    removed: 'Taken out',
    restored: 'Put back',
  },
  by: (name: string) => `by ${name}`,
  remove: 'Take it out',
  removeSays: 'It is no longer judged. You can put it back for a month; its history stays.',
  removePlatform: (signIns: number) =>
    signIns === 0
      ? 'It is no longer judged. You can put it back for a month; its history stays.'
      : `It and its ${counted(signIns, 'sign-in')} are no longer judged. You can put it back for a month, with them.`,
  atPlatform: (name: string) => `at ${name}`,
  back: 'Back to the register',
}

/** A label beside a verdict, in the words of the text that it was judged by. */
export function labelSaid(item: string, label: RegisterLabel | LabelCode): { tag: string; says: string } {
  const own = registerLabels.find((each) => each === label)
  return own && (item !== 'C1.cisa' || own.startsWith('was_'))
    ? registerLabelWords[own]
    : labelWords[label as LabelCode]
}

/** What to do next, and how, about something of this name. */
export function actionSaid(
  action: RegisterAction | ActionCode,
  name: string,
): { title: string; steps: readonly string[] } {
  const own = registerActions.find((each) => each === action)
  if (own) return { title: registerActionWords[own].title(name), steps: [registerActionWords[own].how] }
  const { title, steps } = actionWords[action as ActionCode]
  return { title: title(name), steps: steps({ name, service: registerPage.thePlatform }) }
}
