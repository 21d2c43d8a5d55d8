/** What is said about recovery by two people, to those who do it and to whom it is done for. */
import type { RecoveryEnd, VerifiedHow } from '@/lib/vocabulary'
import { capital, inWords } from './numbers'

export const verifiedWords: Readonly<Record<VerifiedHow, string>> = {
  known_in_person: 'I know them, and they stood before me',
  document_in_person: 'They stood before me with a document that has their photograph',
  vouched_in_person: 'They stood before me, and a colleague who knows them vouched for them',
}
export const verifiedShort: Readonly<Record<VerifiedHow, string>> = {
  known_in_person: 'known in person',
  document_in_person: 'by a document, in person',
  vouched_in_person: 'vouched for, in person',
}
export const recoveryStateWords: Readonly<Record<RecoveryEnd | 'waiting' | 'approved' | 'expired', string>> =
  {
    waiting: 'waits for approval',
    approved: 'approved, link not used yet',
    expired: 'ended without being used',
    used: 'used',
    withdrawn: 'withdrawn',
    stopped_by_holder: 'stopped by the person',
    wrong_code: 'ended after too many wrong codes',
  }

export const recoveryWords = {
  title: 'Recovery',
  lead: (open: number) =>
    open === 0
      ? 'Nobody is waiting to be let in again.'
      : `${open === 1 ? 'One person is' : `${capital(inWords(open))} people are`} waiting to be let in again.`,
  how: 'Two of you are needed, and both meet the person face to face. Whoever asks is shown a code, whoever approves is shown a link; the person needs both. Neither of you can sign in as the person.',
  ask: {
    title: 'Ask for somebody',
    who: 'Their e-mail address or reference',
    whoHint: 'As it stands in the list of people: name@example.org or P-1A2B3C4D5E.',
    verified: 'How do you know that it is them?',
    button: 'Ask for recovery',
    asked: 'Somebody else has to approve it within a day.',
    codeTitle: 'Tell them this code',
    codeLabel: 'Code',
    code: 'Say it to the person, face to face. It is shown once, to you alone. Whoever approves does not need it.',
  },
  approve: {
    button: (person: string) => `Approve for ${person}`,
    linkTitle: 'Give them this link',
    linkLabel: 'Link',
    link: 'Hand it over in person. It is shown once, to you alone, and works once within a day, together with the code from whoever asked.',
    own: 'You asked for this one: somebody else has to approve it.',
    you: 'This is about you: two others do it.',
  },
  withdraw: (person: string) => `Withdraw the request for ${person}`,
  withdrawn: 'Withdrawn. The link and the code no longer work.',
  asked: (by: string, when: string, how: string) => `Asked for by ${by} on ${when}; ${how}.`,
  state: (state: string, until: string, approvedBy: string | null) =>
    `${capital(state)}${approvedBy ? ` (by ${approvedBy})` : ''}. Ends ${until}.`,
  byWhen: (by: string, when: string) => `${by}, ${when}`,
  nobody: 'nobody',
  earlier: 'In the last 30 days',
  none: 'There was no recovery in the last 30 days.',
  columns: {
    person: 'Person',
    asked: 'Asked for by',
    how: 'How they were known',
    approved: 'Approved by',
    state: 'State',
  },
  problems: {
    nobody: 'Nobody who has joined has this address or reference.',
    self: 'You cannot ask for yourself. Go to two colleagues.',
    openAlready: 'There is a request for this person already. Withdraw it first if it should start again.',
    gone: 'This request has ended. Ask anew if it is still needed.',
    samePerson: 'Somebody else has to approve what you asked for.',
  },
  codeWrong: (left: number) =>
    left === 1
      ? 'That is not the code. You can try once more.'
      : `That is not the code. You can try ${inWords(left)} more times.`,
}

/** What the console of the server says. */
export const consoleWords = {
  nobody: (ref: string) => `Nobody here has the reference ${ref}.`,
  noAdministrator: 'There is no administrator yet: start the server, and it prints a set-up link.',
  several: (refs: readonly string[]) =>
    `There are ${refs.length} administrators: name one by reference (${refs.join(', ')}).`,
}
