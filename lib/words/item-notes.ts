/** For each item: the question a person answers, and what is easily got wrong. Shown beside the answer, on demand. */
import type { ItemId } from '@/lib/guidance/codes'

type ItemNotes = { question: string; notes: readonly string[] }

export const itemNotes: Readonly<Partial<Record<ItemId, ItemNotes>>> = {
  'G2.0': {
    question: 'How do you prove that it is you? Name everything that would work today.',
    notes: [
      'Only security keys, passkeys and smart cards cannot be given away on a false page. A code or an approval can.',
      'An approval that pops up on your phone is not a passkey, even when the phone maker sends it.',
      'A passkey helps little while the password and a text message still work beside it.',
      'A hardware key is the most effective, where you can use one. A passkey is good too.',
    ],
  },
  'G2.1': {
    question: 'Which accounts would hurt most if a stranger could read them?',
    notes: [
      'Saying that you have none is an answer. Leaving a kind open is not.',
      'Old mailboxes count while they still receive resets. So do accounts that somebody runs for you.',
      'The phone company and the password manager are accounts too.',
    ],
  },
  'G2.2': {
    question: 'Do you have a Microsoft, an Apple or a Google account?',
    notes: [
      'Almost everyone with a phone has one of them. A work and a private account at the same maker are two.',
      'Apple wants two security keys, and keeps a phone number for recovery.',
    ],
  },
  'G2.3': {
    question: 'Now that the key or passkey works: what else is still switched on?',
    notes: [
      'First a spare key that works, then turn the old method off.',
      'Backup codes may stay. Keep them on paper in a safe place.',
      'Where a service insists on a second method behind the key, choose the code app.',
    ],
  },
  'G2.4': {
    question: 'Is Google’s Advanced Protection switched on for this Gmail account?',
    notes: [
      'Enrol with two keys or passkeys. With one alone, a recovery phone is asked for and the number is a way in again.',
      'At work an administrator has to allow it first, and then you enrol.',
      'It limits mail apps that are not Google’s.',
    ],
  },
  'G3.0': {
    question: 'Can a code sent by text message get somebody into this account after the password?',
    notes: [
      'People remember the app they use, and not what is still on beside it. Look at the list of methods.',
      'A text that approves a payment is something else than a text that signs you in.',
      'A call with a code goes to the same number. That it counts the same is this product’s reading.',
    ],
  },
  'G3.1': {
    question:
      'If you forgot the password, would the service send a text message? Could you remove the number there?',
    notes: [
      'The guidance knows that some services insist on it. That is noted, and not held against you.',
      'Some services use one number for signing in and for recovery. Look at both.',
      'Services change. What could not be removed last year may be removable now.',
    ],
  },
  'G3.2': {
    question: 'Which codes does this less valuable account use?',
    notes: [
      'A code app is better than a text message. Its codes can still be tricked out of you.',
      'A code app that copies its codes to an account with text messages is no stronger than that account.',
    ],
  },
  'G3.3': {
    question: 'You use a code app or key here. Did you turn text messages off as well?',
    notes: [
      'It does not happen by itself.',
      'Some services turn text messages on again when the number changes. Look again after a new phone or carrier.',
    ],
  },
  'G5.0': {
    question:
      'If somebody tells your phone company that they are you, do they need a PIN that only you know?',
    notes: [
      'It is not the PIN of the SIM card, and not the code that unlocks your phone.',
      'The last four digits of a national number can be guessed. Choose something else.',
      'Locks against moving the number are good to have as well. Turn them off before you change phones or travel.',
      'Every line counts that still receives codes, also a second SIM and an old number.',
    ],
  },
  'G5.1': {
    question: 'When you sign in at your phone company, what is asked besides the password?',
    notes: [
      'A text to the very line that is to be protected goes in a circle.',
      'Without an online account, somebody else could open one in your name.',
    ],
  },
  'G5.2': {
    question: 'After setting the PIN, did you change the password there with your password manager?',
    notes: ['The order is the guidance’s: first the PIN and the second step, then the password.'],
  },
}
