/** What the console says of made-up data. */
import type { ExceptionReason, Role } from '@/lib/vocabulary'
import { roleWords } from './people'

export const demoWords = {
  organisation: 'Harbour Office',
  notEmpty:
    'The database holds an organisation already, and made-up people are only written into an empty one: name another with MUSTER_DATA or DATABASE_URL.',
  people: (value: string) => `--people is "${value}": it must be a whole number from 8 to 1000000.`,
  seed: (value: string) => `--seed is "${value}": it must be letters, digits and hyphens, 40 at most.`,
  option: (value: string) => `There is no option ${value} here: --people and --seed are known.`,
  making: 'Making up an organisation of 60 people and their year.',
  gone: 'These are made-up people. Everything here is removed when you end it with Ctrl-C.',
  progress: (done: number, of: number) => `${done} of ${of} people written.`,
  made: (people: number, seed: string) => `${people} made-up people were written, from seed ${seed}.`,
  links: 'A joining link for each of these people; each works once:',
  link: (name: string, role: Role, link: string) => `  ${name}, ${roleWords[role]}\n    ${link}`,
  otto: 'Otto has left and has no link.',
}

/** What stands on the sheets of made-up people. */
export const demoIncidents = {
  who: 'Kim, room 12, kim@example.org',
  sheet: {
    location: 'The office',
    people: '1',
    equipment: 'A messaging app',
    company: demoWords.organisation,
    device: 'My own phone',
    firstActions: 'Took it off the list in the app, then told Kim.',
  },
  done: 'Looked at the linked devices together. Nothing else was found.',
}

/** What made-up people gave as reasons, in their own words where the reason alone does not say it. */
export const demoExceptions = {
  reasons: {
    service_does_not_offer: '',
    employer_setting_prevents: 'The profile on my phone locks this setting.',
    records_law: 'The records office asks us to keep these messages.',
    accessibility_need: 'I use the screen reader, and it needs this.',
    mission_need: '',
    device_on_order: 'It is ordered and comes next month.',
    other: 'The contract is being moved to the office. I do it after that.',
  } satisfies Record<ExceptionReason, string>,
  refused: 'This can be done in ten minutes. Come by, and we do it together.',
}
