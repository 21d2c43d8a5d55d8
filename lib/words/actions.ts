/**
 * The one next thing: its title and its steps. `name` is what the person calls the account or line; `service` is the
 * service or carrier. Steps say where to look in general words: menus move, and differ between services.
 */
import type { ActionCode } from '@/lib/guidance/codes'
import { habitActionWords } from '@/lib/words/actions-of-habits'
import { phoneActionWords } from '@/lib/words/actions-of-phones'

export type About = { name: string; service: string }
export type ActionWords = { title: (name: string) => string; steps: (about: About) => readonly string[] }

const security = ({ service }: About) => `Open the security settings of ${service}.`
const lastly = 'Come back here and say what you changed.'
const keyFirst =
  'Do it when two of them work, or one and the backup codes in a safe place, so that you are never locked out.'

const spareThere =
  'Where a key or passkey opens it, have a spare one first, kept apart. With a single one, add the spare before anything else.'

export const actionWords: Readonly<Record<ActionCode, ActionWords>> = {
  ...phoneActionWords,
  answer_piece: {
    title: (name) => (name ? `Answer a few questions about ${name}` : 'Answer a few questions'),
    steps: () => ['Open the piece.', 'Answer what you know. “I’m not sure” is an answer too.'],
  },
  add_first_phone: {
    title: () => 'Say which phone you use',
    steps: () => ['Say which kind it is. What does not concern it is never asked.', 'No number is kept.'],
  },
  add_first_app: {
    title: () => 'List the messaging app you use most',
    steps: () => ['Choose it from the list, or give its name.', 'If you use none, say so there.'],
  },
  keep_spare_key: {
    title: (name) => `Add a spare key for ${name}, and keep it apart`,
    steps: (about) => [
      security(about),
      'Add a second security key, or a passkey on another device.',
      'Keep it somewhere else than the first: at home when the first is with you.',
      lastly,
    ],
  },
  remove_number_from_recovery: {
    title: (name) => `Take your phone number out of the recovery of ${name}`,
    steps: (about) => [
      security(about),
      'Find how the account is recovered: recovery phone, phone number, ways to reset.',
      'Remove your number. Where something must stand there, put another key or another mailbox.',
      'If the service does not let you, say here that it insists on it.',
    ],
  },
  set_carrier_pin: {
    title: (name) => `Set a PIN at the carrier for ${name}`,
    steps: ({ service }) => [
      `Sign in at ${service}, or call their customer service from this phone.`,
      'Ask for the account PIN or passcode that they want to hear before they change anything. The SIM card’s own PIN is another one.',
      'Choose one that is used nowhere else and is no birthday. Keep it in your password manager, not here.',
      'Come back here and say that it is set. Nobody needs to know which one.',
    ],
  },
  turn_off_code_app: {
    title: (name) => `Turn off the weaker method of ${name}`,
    steps: (about) => [
      security(about),
      'Check that your key or passkey works, and that a spare one does too.',
      `Turn off code apps, approvals and mailed codes. ${keyFirst}`,
      lastly,
    ],
  },
  turn_off_sms: {
    title: (name) => `Take your phone number out of ${name}`,
    steps: (about) => [
      security(about),
      spareThere,
      'Check that the better method works: sign in with it once.',
      'Turn text messages off as second step, and remove the number from recovery too.',
      lastly,
    ],
  },
  turn_off_voice: {
    title: (name) => `Turn off calls with a code for ${name}`,
    steps: (about) => [
      security(about),
      spareThere,
      'Check that another method works: sign in with it once.',
      'Turn calls off. A call goes to the same number as a text message.',
      lastly,
    ],
  },
  add_key_or_passkey: {
    title: (name) => `Add a key or passkey to ${name}`,
    steps: (about) => [
      security(about),
      'Add a security key if you have one. Else add a passkey: your phone or password manager keeps it.',
      'Add a second one at once, and keep it apart.',
      lastly,
    ],
  },
  add_key_then_turn_off_sms: {
    title: (name) => `Add a key or passkey to ${name}, then turn text messages off`,
    steps: (about) => [
      security(about),
      'Add a security key if you have one. Else add a passkey: your phone or password manager keeps it.',
      'Add a second one at once as a spare, and keep it apart.',
      'Sign in with each of them once, so that you know they work.',
      'Then turn text messages off, and remove the number from recovery. Nobody else does that for you.',
      lastly,
    ],
  },
  set_up_code_app_then_turn_off_sms: {
    title: (name) => `Set up a code app for ${name}, then turn text messages off`,
    steps: (about) => [
      security(about),
      'Choose an authenticator app, and scan what the service shows with it.',
      'Put the backup codes where you keep other papers. Never type them here.',
      'Then turn text messages off. Nobody else does that for you.',
      lastly,
    ],
  },
  set_up_code_app: {
    title: (name) => `Set up a code app for ${name}`,
    steps: (about) => [
      security(about),
      'Choose an authenticator app, and scan what the service shows with it.',
      'Put the backup codes where you keep other papers. Never type them here.',
      lastly,
    ],
  },
  turn_on_best_method: {
    title: (name) => `Turn on a second step for ${name}`,
    steps: (about) => [
      security(about),
      'Turn on the best that is offered: a security key or passkey, else a code app. Leave text messages out.',
      'Put the backup codes where you keep other papers. Never type them here.',
      lastly,
    ],
  },
  look_at_sms: {
    title: (name) => `Look whether text messages are on for ${name}`,
    steps: (about) => [
      security(about),
      'Look for text message, SMS or phone number under sign-in and under recovery.',
      'Come back here and say what you found.',
    ],
  },
  look_at_methods: {
    title: (name) => `Look what is switched on for ${name}`,
    steps: (about) => [
      security(about),
      'Look at two-step verification, passkeys and security keys, and at what is listed as another way.',
      'Come back here and say what you found.',
    ],
  },
  look_at_recovery: {
    title: (name) => `Look how ${name} is recovered`,
    steps: ({ service }) => [
      `Open the sign-in page of ${service} and follow “forgot password” as far as it shows what it would do. Stop there.`,
      'Note whether it offers a text message, a call or a mail, and to which number or mailbox.',
      'Come back here and say what you found.',
    ],
  },
  remove_password_way_in: {
    title: (name) => `Close the password’s own way into ${name}`,
    steps: (about) => [
      security(about),
      `Look for a setting such as “passwordless”, or one that asks for the key after the password. ${keyFirst}`,
      'If there is none, say here that the password still works.',
      lastly,
    ],
  },
  open_that_account: {
    title: (name) => `Look at the account that opens ${name}`,
    steps: () => [
      'It is as strong as the account you sign in with. Open that one here and see what it needs.',
    ],
  },
  add_that_account: {
    title: (name) => `Add the account that opens ${name}`,
    steps: () => ['Add the account you sign in with to your list. Then say here that it is the one.'],
  },
  add_recovery_mailbox: {
    title: (name) => `Add the mailbox that resets ${name}`,
    steps: () => [
      'Whoever opens that mailbox can reset this account, so it is no stronger than the mailbox.',
      'Add the mailbox to your list. Then say here that it is the one.',
    ],
  },
  decide_value: {
    title: (name) => `Say how much it would hurt to lose ${name}`,
    steps: () => [
      'Ask yourself what a stranger could do to you or your work with what stands in it.',
      'Until you say so, it is treated as valuable.',
    ],
  },
  move_elsewhere: {
    title: (name) => `Think about moving what is valuable out of ${name}`,
    steps: ({ service }) => [
      `${service} offers nothing better than it has on. That is not your doing.`,
      'Where you have the choice, keep what is valuable at a service that offers keys or passkeys.',
      'Use a long password that is used nowhere else.',
    ],
  },
  ask_for_exception: {
    title: (name) => `Ask for an exception for ${name}`,
    steps: () => ['The service does not let you do better. Tell your security team, so that they know.'],
  },
  turn_on_advanced_protection: {
    title: (name) => `Turn on Advanced Protection for ${name}`,
    steps: () => [
      'First look which mail apps you use: some that are not Google’s stop working with it.',
      'Have two keys or passkeys at hand. With one alone, Google asks for a recovery phone, and the number is back.',
      'Open Google’s Advanced Protection page and enrol.',
      lastly,
    ],
  },
  ask_administrator_for_advanced_protection: {
    title: (name) => `Ask for Advanced Protection to be allowed for ${name}`,
    steps: () => [
      'Mail apps that are not Google’s may stop working with it. Look first which ones you use.',
      'The administrator of your work accounts has to allow it. Ask them, or your security team.',
      'Have two keys or passkeys at hand before you enrol.',
    ],
  },
  ask_account_holder_for_pin: {
    title: (name) => `Ask whoever holds the contract to set a PIN for ${name}`,
    steps: ({ service }) => [
      `Only the holder of the contract can set it. Ask them to sign in at ${service} or to call.`,
      'It is the account PIN that the carrier wants to hear before it changes anything. The SIM card’s own PIN is another one.',
      'When it is set, say so here.',
    ],
  },
  choose_own_pin: {
    title: (name) => `Choose a PIN of your own for ${name}`,
    steps: ({ service }) => [
      `Sign in at ${service}, or call their customer service.`,
      'Replace the PIN by one that is no birthday, no part of a national number, and is used nowhere else.',
      'Come back here and say that you chose it. Nobody needs to know which one.',
    ],
  },
  look_at_pin: {
    title: (name) => `Find out whether ${name} has a PIN at the carrier`,
    steps: ({ service }) => [
      `Sign in at ${service}, and look under profile or security for an account PIN or passcode.`,
      'Or ask customer service: “What do you ask before you move my number?” Tell nobody the PIN itself.',
      'Come back here and say what you found.',
    ],
  },
  turn_on_carrier_mfa: {
    title: (name) => `Turn on a second step at the carrier of ${name}`,
    steps: (about) => [
      security(about),
      'Turn on the best that is offered. A text to this same number goes in a circle: choose something else where you can.',
      lastly,
    ],
  },
  open_carrier_account: {
    title: (name) => `Open the online account for ${name}`,
    steps: ({ service }) => [
      `Register at ${service}, so that nobody else can do it in your name.`,
      'Let your password manager make the password, and turn on a second step.',
      'Come back here and add the account to your list.',
    ],
  },
  change_carrier_password: {
    title: (name) => `Change the password at the carrier of ${name}`,
    steps: ({ service }) => [
      `Sign in at ${service}.`,
      'Let your password manager make a new password. The order matters: PIN and second step first, then the password.',
      lastly,
    ],
  },
  turn_on_number_locks: {
    title: (name) => `Turn on the locks for ${name}`,
    steps: ({ service }) => [
      'They stop you too. If you travel or change phones or carriers soon, do that first, or turn them off before you go.',
      `Sign in at ${service}, and look for number lock, port-out protection or SIM protection.`,
      'Turn both on: against moving the number, and against changing the SIM.',
      lastly,
    ],
  },
  add_first_account: {
    title: () => 'Add your main mailbox',
    steps: () => [
      'Most other accounts are reset through it, so it comes first.',
      'You need no address and no password here: only what is switched on.',
    ],
  },
  complete_inventory: {
    title: () => 'Complete your list of accounts',
    steps: () => [
      'Go through the kinds of accounts one by one, and add those that would hurt in other hands.',
      'Where you have none, say so. An old mailbox counts too, as long as resets go there.',
      'Say of Microsoft, Apple and Google whether you have one.',
    ],
  },
  add_named_first: {
    title: () => 'Add your Microsoft, Apple or Google account',
    steps: () => [
      'The guidance names these three first, because so much hangs on them.',
      'You said you have one that is not in your list yet. Add it, and say what is switched on there.',
    ],
  },
  review_leaks_again: {
    title: () => 'Look at the accounts you added since',
    steps: () => [
      'You asked yourself what a leak would give away before you added them.',
      'Ask of each of them what a stranger could do to you or your work with what stands in it.',
      'Then tick it again on the page of your list.',
    ],
  },
  add_first_line: {
    title: () => 'Start with your phone number',
    steps: () => [
      'You need no number here: a name for it and, if you like, its last two digits.',
      'Add every line that receives codes, also an old one and a second SIM.',
    ],
  },
  protect_recovery_mailbox: {
    title: (name) => `Protect the mailbox that resets ${name}`,
    steps: () => [
      'Whoever opens that mailbox can reset this account.',
      'Open that mailbox here, and do first what it asks for.',
    ],
  },
  turn_on_app_pin: {
    title: (name) => `Turn on the app’s own PIN in ${name}`,
    steps: ({ service }) => [
      `Open ${service} on your phone, then its settings, then account.`,
      'Turn on registration lock or two-step verification, and choose a PIN. Keep it in your password manager, not here.',
      lastly,
    ],
  },
  ...habitActionWords,
}
