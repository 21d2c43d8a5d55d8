/** What is easily got wrong about an account, a line and the list of accounts: the question, and beside it the traps. */
import type { CodeAppThatCopies } from '@/lib/accounts/code-apps'
import { type AskedAt, askedAt, type InventoryItem } from '@/lib/guidance/inventory-questions'
import { listed } from './numbers'

export type { AskedAt }

type Trap = { question: string; traps: readonly string[] }

export const trapWords = {
  title: 'What is easily got wrong',
  /** Beside the verdict, where its question stands in another form. */
  asked: (question: string) => `What is asked: ${question}`,
}

export const inventoryTraps: Readonly<Record<InventoryItem, Trap>> = {
  'G2.0': {
    question: 'What shows this service that it is you? Tick all of it.',
    traps: [
      'Only security keys, passkeys and smart cards cannot be given away on a false page. A code or an approval can.',
      'An approval that pops up on your phone is not a passkey, even when the phone maker sends it.',
      'A passkey helps little while the password and a text message still work beside it.',
      'Of the two, a hardware key is harder to beat than a passkey. Both count.',
    ],
  },
  'G2.1': {
    question: 'Which of your accounts would you least like to see in other hands?',
    traps: [
      'Saying that you have none is an answer. Leaving a kind open is not.',
      'An old mailbox counts while resets still go there. So does an account that somebody runs for you.',
      'The phone company and the password manager are accounts too.',
    ],
  },
  'G2.2': {
    question: 'Microsoft, Apple, Google: which of them know you?',
    traps: [
      'An iPhone comes with an Apple account, and an Android phone with a Google one. Few people have none of the three.',
      'One for work and one of your own count as two, at the same maker too.',
      'Apple wants two security keys, and keeps a phone number for recovery.',
    ],
  },
  'G2.3': {
    question: 'Beside the key or passkey: what else still opens it?',
    traps: [
      'First a spare key that works, then turn the old method off.',
      'Backup codes may stay. Keep them on paper in a safe place.',
      'Where a service insists on a second method behind the key, choose the code app.',
    ],
  },
  'G2.4': {
    question: 'Does this Gmail account have Google’s Advanced Protection?',
    traps: [
      'Two keys or passkeys come first. With one alone, a recovery phone is asked for and the number is a way in again.',
      'At work an administrator has to allow it first, and then you enrol. Nobody can enrol for you.',
      'It limits mail apps that are not Google’s.',
    ],
  },
  'G3.0': {
    question: 'Does a texted code open it once somebody has the password?',
    traps: [
      'People remember the app they use, and not what is still on beside it. Look at the list of methods.',
      'A text that approves a payment is something else than a text that signs you in.',
      'A call with a code goes to the same number. That it counts the same is this product’s reading.',
      'A phone company that texts a code to the very line you look after protects nothing by it.',
    ],
  },
  'G3.1': {
    question:
      'With the password forgotten: does a text message get you back in, and can the number be removed?',
    traps: [
      'The guidance knows that some services insist on it. That is noted, and not held against you.',
      'Some services use one number for signing in and for recovery. Look at both.',
      'Services change. What could not be removed last year may be removable now.',
    ],
  },
  'G3.2': {
    question: 'If it matters less: which codes does it use?',
    traps: [
      'A code app is better than a text message. Its codes can still be tricked out of you.',
      'For a valuable account codes are not enough: it wants a key or passkey where one is offered.',
      'A code app that copies its codes to an account with text messages is no stronger than that account.',
    ],
  },
  'G3.3': {
    question: 'With a code app or key in use: are text messages off as well?',
    traps: [
      'No service does that for you.',
      'Some services turn text messages on again when the number changes. Look again after a new phone or carrier.',
    ],
  },
  'G5.0': {
    question: 'Does your phone company ask for a PIN before it changes anything?',
    traps: [
      'Other things are called PIN too: that of the SIM card, of the voicemail, of a move to another company.',
      'The end of a national number can be guessed. Choose something else.',
      'Often only whose name is on the contract may set or remove it.',
      'Every line counts that still receives codes, also a second SIM, a watch and an old number.',
      'A number in an app has no phone company behind it. There the account of the app decides.',
    ],
  },
  'G5.1': {
    question: 'At your phone company’s website: what is asked besides the password?',
    traps: [
      'A text to the very line that is to be protected goes in a circle.',
      'Without an online account, somebody else could open one in your name.',
      'The guidance asks for both, the PIN and a second step here. Few phone companies offer a key or passkey.',
    ],
  },
  'G5.2': {
    question: 'Was the password there changed once the PIN was set, by your password manager?',
    traps: ['The order is the guidance’s: first the PIN and the second step, then the password.'],
  },
}

/** Beside which app makes the codes (G3.2, traps): in general, and where an account it may copy them to opens by number. */
export const codeAppTrap = {
  plain: 'Where the app copies its codes to an account, they are no safer than that account.',
  opened: (app: CodeAppThatCopies, names: readonly string[]) =>
    `${copies[app]} A phone number opens ${listed(names)}. Codes that are kept there are as open as that.`,
}
const copies: Readonly<Record<CodeAppThatCopies, string>> = {
  google_authenticator: 'Google Authenticator can copy its codes to a Google account.',
  microsoft_authenticator:
    'Microsoft Authenticator can back up its codes to a Microsoft or an Apple account.',
  in_password_manager: 'These codes are kept with your passwords.',
}

/** What is easily got wrong at one place of a form, item by item. */
export const trapsAt = (at: AskedAt): readonly Trap[] => askedAt[at].map((item) => inventoryTraps[item])

/** The question and the traps of an item that is asked about in a form of its own; null for what is asked in a piece. */
export const trapsOf = (item: string): Trap | null => (isInventoryItem(item) ? inventoryTraps[item] : null)

const inventoryItems: readonly string[] = Object.values(askedAt).flat()
const isInventoryItem = (item: string): item is InventoryItem => inventoryItems.includes(item)
