/** What the pages of the organisation's own rulings say. */
import type { RulingAction, RulingLabel } from '@/lib/guidance/codes'
import { allPhones, targetedPhones } from '@/lib/posture/items/records'
import type { Topic } from '@/lib/rulings/topics'
import type { Freshness } from '@/lib/vocabulary'
import { capital, counted, inWords } from './numbers'

export const rulingsPage = {
  title: 'Rulings',
  lead: (open: number, apps: number) =>
    apps === 0
      ? 'No messaging app is in use yet.'
      : open === 0
        ? `${apps === 1 ? 'The messaging app' : `All ${inWords(apps)} messaging apps`} in use ${apps === 1 ? 'has' : 'have'} been looked at.`
        : apps === 1
          ? 'The messaging app in use waits for a look.'
          : `${capital(inWords(open))} of ${counted(apps, 'messaging app')} in use ${open === 1 ? 'waits' : 'wait'} for a look.`,
  what: 'What the organisation decides for everybody. Changing it judges everybody anew, within minutes.',
  saved: 'Whoever it concerns is judged anew within minutes.',
  ended: 'The group has no ruling of its own any more. Whoever it concerns is judged anew within minutes.',
  apps: {
    title: 'Messaging apps',
    lead: 'The guidance asks to weigh up what an app and its services collect. That is the organisation’s work, not each person’s.',
    caption: 'Messaging apps in use, with what was decided',
    app: 'App',
    people: 'People',
    verdict: 'Verdict',
    looked: 'Looked at',
    own: 'Apps that people named themselves, and whose names they did not send in',
    sentIn: 'name sent in',
    inUse: 'in use',
    notInUse: 'nobody',
    never: 'not yet',
    empty: 'Nobody has listed a messaging app yet. When somebody does, it stands here.',
    small: 'Where few people use an app, it is said to be in use, and not by how many.',
    other: 'Look at another app',
  },
  records: {
    title: 'Messages that delete themselves',
    lead: 'Only on phones the organisation gave people. Who is under a legal hold is not shown to anybody here.',
    never: 'Nobody has said yet whether messages may delete themselves on these phones.',
    others: 'The groups below have rulings of their own. For all other phones nobody has said yet.',
    caption: 'Groups of phones, with what was decided',
    group: 'Phones',
    ruling: 'May messages delete themselves?',
    verdict: 'Verdict',
    looked: 'Looked at',
    retired: 'unit no longer in use',
    own: {
      title: 'A ruling for some phones only',
      lead: 'It takes the place of the one for all phones. Where somebody has two, as one of the highly targeted and by their unit, the stricter one holds.',
      label: 'Whose phones?',
      add: 'Rule for these phones',
    },
  },
  resolver: {
    title: 'The organisation’s resolver',
    lead: 'Phones that use it ask it for the name of each site they visit.',
    never: 'Nobody has said yet whether it is to be trusted.',
  },
  vpn: {
    title: 'The organisation’s VPN',
    lead: 'Whether people have one from you decides what is asked of their phones beside it.',
    never: 'Nobody has said yet whether there is one. Until then, each person’s own word counts.',
  },
  models: {
    title: 'Models of phones',
    lead: 'What the maker promises, looked up once for everybody. People choose theirs from it.',
    caption: 'Models of phones, with what the maker promises',
    name: 'Model',
    kind: 'Kind',
    latest: 'Latest',
    updates: 'Updates until',
    looked: 'Looked at',
    now: 'now',
    until: (month: string) => `until ${month}`,
    notSaid: 'not said',
    offList: 'off the list',
    waiting: (phones: number | null) =>
      `${phones === null ? 'A few phones' : capital(counted(phones, 'phone'))} ${phones === 1 ? 'waits' : 'wait'} for a listing: their holders named a model that is not in this list. The name stands in their records, and there is read only by whoever opens one.`,
    add: 'Add a model',
    empty: 'No model is listed. Until one is, people say themselves how old their phones are.',
  },
  lines: {
    title: 'Lines the organisation holds',
    lead: 'People cannot set a PIN on them. What is said here is what their lines are judged by.',
    caption: 'Carriers of the organisation’s lines',
    carrier: 'Carrier',
    pin: 'PIN',
    looked: 'Looked at',
    add: 'Answer for a carrier',
    empty: 'Nothing is said yet. Until it is, lines that the organisation holds are unknown.',
  },
  answer: 'Answer',
  change: 'Change it',
  look: 'Look at it',
  age: {
    due: (age: string) => `Looked at ${age}; a new look is due soon.`,
    old: (age: string) => `Looked at ${age}. That is long ago: look again.`,
  } satisfies Record<Exclude<Freshness, 'current'>, (age: string) => string>,
}

export const rulingPage = {
  titles: {
    app_review: (name) => (name === '' ? rulingsPage.apps.own : name),
    records: (name) => (name === '' ? rulingsPage.records.title : `${rulingsPage.records.title}: ${name}`),
    employer_dns: () => rulingsPage.resolver.title,
    employer_vpn: () => rulingsPage.vpn.title,
    hardware: (name) => (name === '' ? rulingsPage.models.add : name),
    employer_lines: (name) => (name === '' ? rulingsPage.lines.title : `Lines at ${name}`),
  } satisfies Record<Topic, (name: string) => string>,
  leads: {
    app_review: rulingsPage.apps.lead,
    records: rulingsPage.records.lead,
    employer_dns: rulingsPage.resolver.lead,
    employer_vpn: rulingsPage.vpn.lead,
    hardware: rulingsPage.models.lead,
    employer_lines: rulingsPage.lines.lead,
  } satisfies Record<Topic, string>,
  back: 'All rulings',
  form: 'What is so from today',
  history: 'What was said before',
  said: (day: string, by: string) => `${day}, ${by}`,
  groups: {
    forAll:
      'It holds for all phones the organisation gave people, but for those of groups that have a ruling of their own.',
    own: rulingsPage.records.own.lead,
    none: 'These phones have no ruling of their own now. The one for all phones holds.',
    retired:
      'Nobody is put into this unit any more. Whoever is still in it keeps this ruling until you end it.',
    end: 'End this ruling',
    endSays:
      'Then the ruling for all phones holds for these too, unless somebody is in another group with its own. What was said stays in the list below, and everybody is judged anew.',
  },
}

/** @returns whose phones they are. @param unit the unit's name, where the key is its id. */
export const deviceGroupName = (key: string, unit: string): string =>
  key === allPhones
    ? 'All phones the organisation gave people'
    : key === targetedPhones
      ? 'Phones of highly targeted people'
      : `Phones in ${unit}`

export const rulingProblems = {
  future: 'This day has not come yet.',
  month: 'Give the month, such as 2026-09.',
  tooManyModels: (most: number) => `${most} models are the most that can be listed.`,
}

/** Beside the organisation's own verdicts. */
export const rulingLabelWords: Readonly<Record<RulingLabel, string>> = {
  approved_with_limits: 'approved with limits',
  in_use_and_not_approved: 'in use and not approved',
  names_not_sent: 'names not sent in',
}
export const rulingActionWords: Readonly<Record<RulingAction, string>> = {
  review_app: 'Look at what the app collects',
  look_at_app_again: 'Look at the app again',
  offer_an_approved_app: 'Tell its users which app is approved',
  decide_on_records: 'Decide whether messages may delete themselves',
  look_at_records_again: 'Look at the ruling on records again',
  say_of_own_lines: 'Say how the lines stand at each carrier',
  look_at_own_lines_again: 'Look at the lines again',
  set_pin_on_own_lines: 'Set a PIN on the lines',
  turn_on_second_step_for_own_lines: 'Turn on a second step at the carrier that is no text message',
  open_online_account_for_own_lines: 'Open the online account at the carrier',
  change_password_for_own_lines: 'Change the password at the carrier',
}
