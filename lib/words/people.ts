/** What the security team reads about people: list, adding, importing, one person. */
import type { OpeningReason, PersonState, Role, Tier } from '@/lib/vocabulary'
import { counted } from './numbers'

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
  problems: {
    emailTaken: 'Somebody here has this e-mail address already.',
    unitGone: 'This unit is not there any more. Choose another one.',
    linkAfterJoining: 'This person has joined already. If they lost their passkeys, start a recovery.',
    linkAfterLeaving: 'This person has left. Let them back in first, then make a link.',
  },
}

export const importWords = {
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
