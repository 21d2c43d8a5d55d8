/** What the pages of the pieces say: the whole inventory, one piece, its state. */
import type { PieceState } from '@/lib/pieces/rules'
import { capital, counted, inWords } from './numbers'
import { minutesWords } from './posture'

/** "Two of five pieces are answered." */
function someOf(answered: number, all: number): string {
  const pieces = counted(all, 'piece')
  if (answered === 0) return `None of ${pieces} is answered yet.`
  return `${capital(inWords(answered))} of ${pieces} ${answered === 1 ? 'is' : 'are'} answered.`
}

export const piecesPage = {
  title: 'Your questions',
  lead: (answered: number, all: number) =>
    answered === all
      ? 'Everything that is asked is answered.'
      : `${someOf(answered, all)} Take them in any order, and stop whenever you like.`,
  line: { title: 'Your phone number', add: 'Add your phone number', more: 'Add another line' },
  mailbox: { title: 'Your main mailbox', add: 'Add your main mailbox', more: 'Add another mailbox' },
  accounts: { title: 'Your other accounts', add: 'Add an account', whole: 'Say that the list is complete' },
  phones: { title: 'Your phones', add: 'Add your phone', more: 'Add another phone' },
  apps: { title: 'Your messaging apps', add: 'Add a messaging app', more: 'Add another app' },
  own: { title: 'Yourself' },
  noneSaid: { phone: 'You said that you have no phone.', app: 'You said that you use no messaging app.' },
  notListed: 'not asked yet',
}

/** How far a piece is, in words and counts. */
export const pieceStateWords: Readonly<
  Record<PieceState, (age: string, progress: { asked: number; answered: number }) => string>
> = {
  not_asked: () => 'not asked yet',
  begun: (_, { asked, answered }) => `${inWords(answered)} of ${inWords(asked)} answered`,
  done: (age) => `answered ${age}`,
  due: (age) => `answered ${age}, due soon`,
  old: (age) => `answered ${age}, grew old`,
}

export const pieceRow = {
  takes: minutesWords,
  unsure: 'an answer is “not sure”',
  confirm: 'All is still so',
  /** Where saying it again means that one looked again. */
  lookedAgain: 'I looked again today, and all is still so',
  confirmName: (said: string, title: string, about: string) =>
    about ? `${said}: ${title}, ${about}` : `${said}: ${title}`,
  looked: 'Looked for updates today, nothing waiting',
  lookedName: (about: string) => `Looked for updates today, nothing waiting: ${about}`,
  named: (title: string, about: string) => (about ? `${title}, ${about}` : title),
}

export const piecePage = {
  about: (about: string, minutes: number) =>
    about ? `${about} · ${minutesWords(minutes)}` : minutesWords(minutes),
  form: 'The questions',
  holderOnly:
    'Whether messages may delete themselves on a phone of the employer hangs on things that only the person you answer for may know. One question and two results are left out here; what was said of them stays as it is.',
  blanks: 'Leave blank what you do not know yet. A blank counts as not answered, never as “no”.',
  more: 'More, if you like',
  help: 'What is easily got wrong',
  monthHint: 'Year and month, such as 2025-06. Roughly is enough.',
  dayHint: 'Roughly is enough.',
  before: (cost: string) => `Before you change it: ${cost}`,
  changes: 'What changes, and what may stop working',
  pathsSource: 'Names in the settings are as on current phones; on yours they may differ a little.',
  save: 'Save the answers',
  saved: 'Saved',
  savedVerdict: (short: string, verdict: string) => `${short}: ${verdict}.`,
  confirmed: 'It counts from today.',
  nextPiece: (title: string, minutes: number) => `Next: ${title}, ${minutesWords(minutes)}`,
  allPieces: 'All your questions',
  back: (name: string) => `Back to ${name}`,
  stands: 'How it stands',
  todo: 'What to do',
  sheet: 'Write the incident sheet',
  tellToo:
    'Did something odd arrive? Reporting it in the app tells the maker of the app, and not your security team. Tell them as well.',
  otherApp: {
    label: 'What is the other app called?',
    hint: 'Only if you chose “Another app that encrypts from end to end”. The name of the app, not of a person.',
  },
  openAccount: 'Open that account',
  known: 'How we know',
  confirmedOn: (age: string, day: string) => `You said this ${age}, on ${day}.`,
  counts: (day: string, weekly: boolean) =>
    weekly
      ? `It counts until ${day}: the guidance asks for a look once a week.`
      : `It counts until ${day}. The time is your organisation’s own, not the guidance’s.`,
  beside: (day: string, until: string) =>
    `What you said beside the look is of ${day}, and counts until ${until}: looking for updates does not renew it.`,
  countsOnce: 'It counts for this version of the guidance, however long that stands.',
  old: (day: string) =>
    `It counted until ${day} and is old now. In every total it counts as unknown until you confirm it.`,
  notAnswered: 'not answered yet',
}

export const thingWords = {
  answered: someOf,
}
