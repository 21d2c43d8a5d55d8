/** The questions about an account, and what helps to answer them (guidance section 1). */
import type { OpenQuestion } from '@/lib/accounts/questions'
import type { signsInBy } from '@/lib/vocabulary'
import { methodWords } from './account-answers'

export const accountForm = {
  newTitle: (service: string) => `Add ${service}`,
  newOther: 'Add an account',
  newLead: 'About a minute. “Not sure” is always a good answer.',
  editTitle: (name: string) => `Change ${name}`,
  editLead: 'What you save counts from today. What was said before stays in the history.',
  save: 'Save this account',
  neverTyped: 'No address, no password and no code belongs here.',
  more: 'More about this account',
  known: (service: string, day: string) => `What ${service} offers, as known on ${day}.`,
  again: (count: number) =>
    `You have ${count === 1 ? 'one account' : `${count} accounts`} there already. A label tells them apart.`,

  ownName: { label: 'What is the service called?', hint: 'Its name is enough. No address.' },
  category: { label: 'What kind of account is it?' },
  signsInBy: {
    label: 'How do you sign in?',
    choices: {
      own_sign_in: 'With a password, key or passkey of its own',
      another_account: 'With another account, such as Google or Apple',
      employer_single_sign_on: 'With my employer’s sign-in',
      not_sure: 'I’m not sure',
    } satisfies Record<(typeof signsInBy)[number], string>,
  },
  through: {
    label: 'With which account?',
    choose: 'Choose one',
    notListed: 'One I have not listed yet',
  },
  factors: { title: 'What works there today?', help: 'What these words mean' },
  appFactors: { title: 'What guards the app?', help: 'What these words mean' },
  removable: {
    label: 'Can text messages be turned off there?',
    yes: 'Yes',
    no: 'No, I tried',
  },
  recovery: {
    title: 'What resets the password?',
    text: 'Text message',
    mail: 'Other mailbox',
  },
  recoveryRemovable: {
    label: 'Can the number be removed there?',
    insists: (day: string) => `As known on ${day}, the service insists on a number.`,
  },
  phoneLine: {
    label: 'Which number gets the text or call?',
    registered: 'Which number is it registered with?',
    none: 'A number I have not listed',
  },
  mailboxes: { label: 'Which mailbox gets the mail?', none: 'A mailbox I have not listed' },
  keys: {
    label: 'How many keys and passkeys?',
    choices: { '1': 'One', '2': 'Two', '3_or_more': 'More' },
  },
  codeApp: {
    label: 'Which app makes the codes?',
    hint: 'Three of these are examples named in the guidance. None has to be used.',
    choose: 'Choose one',
  },
  spare: { label: 'Is a spare one kept apart?' },
  password: { label: 'Does the password alone still work?' },
  value: {
    label: 'How much would it hurt in other hands?',
    hint: 'Think of what it holds, and of what it opens.',
  },
  valueReasons: { label: 'Why?' },
  lowerReason: { label: 'Why does it matter less than others of its kind?' },
  heldAs: { label: 'Whose account is it?' },
  visibility: { label: 'Who may see which account this is?' },
  label: { label: 'Label', hint: 'What you call it, such as Mailbox. No address.' },
  note: { label: 'Note', hint: 'Only for you. Never a password, code or PIN.' },
  advancedProtection: {
    label: 'Is Google’s Advanced Protection on?',
    choices: {
      on: 'On',
      off: 'Off',
      blocked_by_administrator: 'My administrator has not allowed it',
      not_applicable: 'There is no Gmail with this account',
      not_sure: 'I’m not sure',
    },
  },
  readBack: {
    recovery: 'A text message resets it',
    mail: 'A mail to another mailbox resets it',
    none: 'None',
  },
  roles: {
    title: 'How each one is used',
    lead: 'Most people leave this as it is. It stands as the service usually has it.',
  },
}

/** What an open question is called in "still to ask". */
export function openQuestionWords(question: OpenQuestion): string {
  return question in others ? others[question as keyof typeof others] : methodWords[question as Method].name
}
type Method = keyof typeof methodWords
const others: Readonly<Record<Exclude<OpenQuestion, Method>, string>> = {
  smsSecondFactor: 'Text message when signing in',
  smsRecovery: 'Text message when the password is forgotten',
  mailboxRecovery: 'Mail when the password is forgotten',
  passwordStillWorks: 'Whether the password still works',
  keysOrPasskeys: 'How many keys and passkeys',
  advancedProtection: 'Advanced Protection',
  throughAccountId: 'Which account it opens with',
  signsInBy: 'How you sign in',
  value: 'How much it would hurt',
}
