/** What leadership reads of exceptions, and of what the organisation itself is judged for. */
import type { RegisterAction } from '@/lib/guidance/codes'
import type { ExceptionMeasure } from '@/lib/overview/measures'
import { writtenDay } from './dates'
import { labelWords } from './guidance'
import { capital, counted, inWords } from './numbers'
import { registerLabelWords } from './platforms'
import { rulingActionWords, rulingLabelWords } from './rulings'

export const exceptedWords = {
  title: 'Exceptions',
  lead: 'What somebody else agreed to leave as it is until a day. The verdicts stay what they are, and are counted as they are.',
  caption: 'Exceptions, by how long they go on',
  columns: { what: 'Exceptions', count: 'How many' },
  rows: {
    open: 'Accepted now',
    ending: 'Of these, ending within 30 days',
    lapsed: 'Ended, and not known to be mended',
  } satisfies Record<ExceptionMeasure, string>,
  /** On Overview, in one line: what is hidden is left out of it. */
  line: (open: string, ending: string | null, lapsed: string | null) =>
    [
      `${capital(open)} exceptions are accepted now${ending === null ? '' : `, and ${ending} of them end within 30 days`}.`,
      ...(lapsed === null
        ? []
        : [`${capital(lapsed)} have ended, and what they left is not known to be mended.`]),
    ].join(' '),
  onlyLapsed: (lapsed: string) =>
    `${capital(lapsed)} exceptions have ended, and what they left is not known to be mended.`,
  few: 'Too few people have an exception for a figure to be shown.',
  notCounted: 'not counted then',
  notCountedYet: 'Exceptions are not counted in this snapshot. The next one counts them.',
  asOf: (day: string) =>
    `Counted on ${writtenDay(day)}. The figures stay until enough people’s exceptions have changed.`,
  link: 'Exceptions, and what the organisation itself does',
}

export const ownVerdictWords = {
  title: 'What the organisation itself does',
  lead: 'Nobody’s answers: what the organisation decided for everybody, as it stands now.',
  caption: 'The organisation’s own verdicts',
  columns: { what: 'What is asked', verdict: 'Verdict', next: 'Next', asOf: 'Last said' },
  app: (name: string) => `G1.3 What ${name} collects, weighed up`,
  others: 'G1.3 Other apps',
  othersNote:
    'An app is named where enough people use it. Of all others together a verdict stands here where enough people share it; otherwise nothing is said, not even whether there are any.',
  notShown: 'not shown',
  noApps: 'Which apps are in use is not in this snapshot. The next one has it.',
  records: 'G1.9 Whether messages may expire on employer phones',
  incidents: 'R Somebody is named whom people tell',
  lines: (item: string, short: string) => `${item} ${short}, on lines the organisation holds`,
  carriers: ({ met, others, notApplicable }: { met: number; others: number; notApplicable: number }) =>
    met + others + notApplicable === 0
      ? 'Nothing is said of any carrier yet.'
      : [
          ...(met + others === 0
            ? []
            : [
                `Of ${counted(met + others, 'carrier')} on record, it is met at ${met === 0 ? 'none' : inWords(met)}.`,
              ]),
          ...(notApplicable === 0 ? [] : [`It does not apply at ${inWords(notApplicable)}.`]),
        ].join(' '),
  never: 'not yet',
  nothing: 'Nothing for now',
}

/** Beside the organisation's own verdicts, and the next step that each asks for. */
export const ownLabelWords: Readonly<Record<string, string>> = {
  ...rulingLabelWords,
  was_met: registerLabelWords.was_met.tag,
  was_partly_met: registerLabelWords.was_partly_met.tag,
  was_not_met: registerLabelWords.was_not_met.tag,
  was_not_applicable: registerLabelWords.was_not_applicable.tag,
  carrier_offers_no_pin: labelWords.carrier_offers_no_pin.tag,
  no_online_account: labelWords.no_online_account.tag,
  no_second_factor: labelWords.no_second_factor.tag,
}
export const ownActionWords: Readonly<Record<string, string>> = {
  ...rulingActionWords,
  name_contact: 'Name whom people tell',
}

/** Next steps for whoever sends messages, without the name of anything in the register. */
export const registerManyWords: Readonly<Record<RegisterAction, string>> = {
  say_whether_messages_are_sent: 'Say whether messages are sent',
  add_platform: 'List the platforms',
  list_everyone: 'List everybody who can sign in',
  look_at_sign_in: 'Find out what is shown besides a password',
  turn_on_second_step: 'Turn on a second step for every sign-in',
  move_platform: 'Ask for a better second step, or move to another platform',
  end_sign_in: 'End sign-ins of people who have left',
  give_each_their_own: 'Give everybody a sign-in of their own',
  count_other_staff: 'Count how many other staff show more than a password',
  turn_on_for_others: 'Turn on a second step for all other staff',
  say_whether_keys_exist: 'Say whether programs send messages too',
  add_credential: 'List the keys by name',
  watch_credential: 'Have somebody watch every key',
  look_at_credential: 'Look at how the keys were used',
  act_on_compromise: 'Act on a key that may be in other hands, now',
  say_whether_others_have_access: 'Say whether anybody outside has a key',
  add_third_party: 'List who outside has access',
  name_the_agency: 'Say which third party each agency is that signs in',
  sign_agreement: 'Sign an agreement with everybody outside who has access',
  complete_agreement: 'Add what is missing in an agreement',
  look_at_agreement: 'Look into the agreements',
  renew_agreement: 'Renew an agreement, or end the access',
  act_on_event: 'Say what was done about what happened',
  name_a_watcher: 'Name somebody who watches',
  look_at_monitoring: 'Find out who would notice',
  hold_an_audit: 'Have the platforms looked over',
  hold_a_training: 'Book the next training',
  reach_everybody: 'Hold the training again for who was not there',
  add_training: 'Say when the team last heard of it',
  confirm_again: 'Look at it again',
}
