/** What the organisation provides itself: it changes who acts, and never whether something is asked, or its verdict. */
import { capital, inWords } from './numbers'

export const providedWords = {
  title: 'What we provide',
  /** Beside a verdict. */
  tag: 'provided by your organisation',
  /** The same in somebody's record, for the security team. */
  tagOfRecord: 'provided by the organisation',
  says: (text: string, since: string) => `${text} Since ${since}.`,
  /** Above the questions of a piece. */
  ofPiece:
    'Your organisation takes care of part of this. It is asked all the same: only you can see what is so on your side.',
  /** Above the steps of an action. */
  whoActs: 'Your organisation acts here, not you alone. Ask your security team before you change it.',

  lead: (count: number) =>
    count === 0
      ? 'Nothing is provided for everybody yet.'
      : `${capital(inWords(count))} ${count === 1 ? 'recommendation is' : 'recommendations are'} provided for everybody.`,
  note: 'People read it beside the verdict, and who acts. They are asked as before, and no verdict changes by it.',
  add: 'Say what is provided',
  item: { label: 'Which recommendation?', choose: 'Choose one' },
  text: {
    label: 'What do you provide?',
    hint: 'One or two sentences that everybody may read, such as who keeps it and whom to ask.',
  },
  since: { label: 'Since when?' },
  save: 'Save',
  saved: 'Saved. It stands beside the verdict from now on.',
  end: 'End it',
  endName: (item: string) => `End it: ${item}`,
  ended: 'Ended. People act themselves again.',
  history: 'Everything that was said',
  empty: 'Nothing was said yet.',
  columns: { item: 'Recommendation', text: 'What is provided', since: 'Since', by: 'Said by', state: 'Now' },
  by: (name: string, moment: string) => `${name}, ${moment}`,
  endedOn: (moment: string) => `ended ${moment}`,
  fromSettings: 'What your organisation does for everybody, so that people know who acts.',
  problems: {
    current: 'This is provided already. End that first, and say it anew.',
    future: 'This day is still to come.',
  },
}
