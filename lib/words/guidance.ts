/**
 * What is said about the items of the guidance and the labels beside a verdict. Own words; the paragraph is cited.
 * Products are named as examples in the guidance, never as recommended.
 */
import type { ItemId, LabelCode } from '@/lib/guidance/codes'
import { habitLabelWords } from '@/lib/words/labels-of-habits'
import { phoneLabelWords } from '@/lib/words/labels-of-phones'

export const guidanceWords = {
  source: (version: string) => `CISA, Mobile Communications Best Practice Guidance, version ${version}`,
  beyond: 'beyond the guidance',
  beyondSays: 'This product’s own advice. The guidance does not ask for it.',
  examples: 'Products are named as examples in the guidance.',
  cited: (paragraph: string) => `Guidance: ${paragraph}`,
  /** What an item asks for, where a verdict of another kind may stand beside it: never to be read as what is so. */
  aim: (asks: string) => `The aim: ${asks}`,
}

type ItemWords = {
  /** In a list: a few words. */
  short: string
  /** What the guidance asks for, in one sentence. */
  asks: string
  paragraph: string
}
export const itemWords: Readonly<Record<ItemId, ItemWords>> = {
  'CISA-0': {
    short: 'The guidance read',
    asks: 'You have read the guidance in short, and take it that what your phone sends can be read on the way.',
    paragraph: 'Best Practices, introduction',
  },
  'G1.1': {
    short: 'An end-to-end encrypted app',
    asks: 'What must stay private is written and said in an app that encrypts it from end to end, such as Signal or a similar one.',
    paragraph: 'General 1, first bullet',
  },
  'G1.2': {
    short: 'Works on both kinds of phone',
    asks: 'That app works between iPhone and Android, and stays encrypted.',
    paragraph: 'General 1, first bullet',
  },
  'G1.3': {
    short: 'What the app collects, weighed up',
    asks: 'Your organisation has looked at what the app and its maker learn about who talks with whom.',
    paragraph: 'General 1, first bullet',
  },
  'G1.4': {
    short: 'Unknown links and QR codes',
    asks: 'You leave group links and QR codes from people you cannot place alone.',
    paragraph: 'General 1, second bullet: links and QR codes',
  },
  'G1.5': {
    short: 'Group invitations checked',
    asks: 'Before you join a group, you ask its maker by another way than the app.',
    paragraph: 'General 1, second bullet: group invitations',
  },
  'G1.6': {
    short: 'Suspicion of security alerts',
    asks: 'An unexpected alert, even inside the app, gets no PIN and no code from you.',
    paragraph: 'General 1, second bullet: security alerts',
  },
  'G1.7': {
    short: 'Reported in the app',
    asks: 'You know where the app lets you report what looks odd.',
    paragraph: 'General 1, second bullet: reporting',
  },
  'G1.8': {
    short: 'Messages that expire',
    asks: 'Sensitive messages disappear by themselves.',
    paragraph: 'General 1, second bullet: message expiration',
  },
  'G1.9': {
    short: 'Expiry allowed by records law',
    asks: 'On a phone of your employer, messages may only expire where the records policy and the law allow it.',
    paragraph: 'General 1, second bullet: employer-issued devices',
  },
  'G1.10': {
    short: 'Linked devices looked at',
    asks: 'You look at the list of devices that are linked to the app.',
    paragraph: 'General 1, second bullet: linked devices',
  },
  'G1.11': {
    short: 'Only the linked devices you need',
    asks: 'No more devices are linked than you need.',
    paragraph: 'General 1, second bullet: linked devices',
  },
  'G1.12': {
    short: 'Unknown devices removed',
    asks: 'A linked device you do not know is removed at once.',
    paragraph: 'General 1, second bullet: linked devices',
  },
  'G4.0': {
    short: 'A password manager',
    asks: 'All passwords are kept in a password manager.',
    paragraph: 'General 4',
  },
  'G4.1': {
    short: 'A strong vault passphrase',
    asks: 'The manager’s own password is long and random, and opens nothing else.',
    paragraph: 'General 4, first bullet',
  },
  'G4.2': {
    short: 'Weak passwords replaced',
    asks: 'The passwords you have were looked through, and weak, reused or leaked ones replaced.',
    paragraph: 'General 4, second bullet',
  },
  'G6.0': {
    short: 'Updates, looked at weekly',
    asks: 'Once a week you look whether the system and the apps are up to date.',
    paragraph: 'General 6, first bullet',
  },
  'G6.1': {
    short: 'Automatic updates',
    asks: 'The system and the apps update by themselves.',
    paragraph: 'General 6, second bullet',
  },
  'G7.0': {
    short: 'Recent hardware',
    asks: 'When a phone is chosen, it is the maker’s latest: older ones lack protections that no update can add.',
    paragraph: 'General 7',
  },
  'G8.0': {
    short: 'No VPN of your own',
    asks: 'No personal VPN is used: it moves the trust to the VPN’s maker, and often opens more than it closes.',
    paragraph: 'General 8',
  },
  I1: {
    short: 'Lockdown Mode',
    asks: 'Lockdown Mode is on: it leaves an attacker less to work with.',
    paragraph: 'iPhone 1',
  },
  I2: {
    short: '“Send as Text Message” off',
    asks: 'A message that cannot go encrypted is not sent as a text message instead.',
    paragraph: 'iPhone 2',
  },
  I3: {
    short: 'Names of sites protected',
    asks: 'What your phone looks up on the way to a site goes out encrypted: by iCloud Private Relay, or by an encrypted resolver.',
    paragraph: 'iPhone 3',
  },
  I4: {
    short: 'iCloud Private Relay',
    asks: 'iCloud Private Relay is on. What it does is limited to Safari.',
    paragraph: 'iPhone 4',
  },
  I5: {
    short: 'App permissions looked through',
    asks: 'Apps see your location, camera and microphone only where they need to.',
    paragraph: 'iPhone 5',
  },
  A1: {
    short: 'A model with long updates',
    asks: 'The model keeps keys in hardware, gets security updates each month, and for five years from when it was chosen.',
    paragraph: 'Android 1',
  },
  A2: {
    short: 'RCS only where it is encrypted',
    asks: 'RCS chats are used only where they are encrypted from end to end: where everybody in them uses Google Messages, and the lock shows it.',
    paragraph: 'Android 2',
  },
  A3: {
    short: 'Private DNS',
    asks: 'Private DNS names a resolver you can trust.',
    paragraph: 'Android 3',
  },
  A4: {
    short: 'Secure connections in Chrome',
    asks: 'Chrome always asks for a secure connection.',
    paragraph: 'Android 4',
  },
  A5: {
    short: 'Enhanced protection in Chrome',
    asks: 'Chrome’s Safe Browsing is set to enhanced protection.',
    paragraph: 'Android 5',
  },
  A6: {
    short: 'Play Protect',
    asks: 'Play Protect is on, its scans are looked at, and apps from elsewhere are rare.',
    paragraph: 'Android 6',
  },
  A7: {
    short: 'App permissions looked through',
    asks: 'Apps have only the permissions they need, and location, camera and microphone only where nothing works without.',
    paragraph: 'Android 7',
  },
  R: {
    short: 'You know whom to tell',
    asks: 'If something odd happens on your phone tonight, you know whom to tell.',
    paragraph: 'Incident Reporting Information',
  },
  G2: {
    short: 'Key or passkey',
    asks: 'A security key or passkey is in use, and nothing weaker is left on beside it.',
    paragraph: 'General 2',
  },
  'G2.0': {
    short: 'Sign in with a key or passkey',
    asks: 'A valuable account is opened with a security key or a passkey. A key that you hold in your hand is the strongest.',
    paragraph: 'General 2',
  },
  'G2.1': {
    short: 'A list of valuable accounts',
    asks: 'You know which accounts would hurt most in other hands, e-mail and social media first.',
    paragraph: 'General 2, first bullet',
  },
  'G2.2': {
    short: 'Every valuable account enrolled',
    asks: 'Each valuable account has a key or passkey, Microsoft, Apple and Google accounts first.',
    paragraph: 'General 2, second bullet',
  },
  'G2.3': {
    short: 'Weaker methods off',
    asks: 'Once a key or passkey works, codes, approvals and text messages are switched off.',
    paragraph: 'General 2, second bullet',
  },
  'G2.4': {
    short: 'Advanced Protection',
    asks: 'A Gmail account is enrolled in Google’s Advanced Protection Program.',
    paragraph: 'General 2, third bullet',
  },
  G3: {
    short: 'No text messages',
    asks: 'No text message opens or resets the account.',
    paragraph: 'General 3',
  },
  'G3.0': {
    short: 'No code by text message',
    asks: 'A text message is not the second step of signing in. It can be read in the carrier’s network.',
    paragraph: 'General 3',
  },
  'G3.1': {
    short: 'No reset by text message',
    asks: 'Your number is not a way to reset the account, unless the service insists on it.',
    paragraph: 'General 3, first note',
  },
  'G3.2': {
    short: 'Codes on less valuable accounts',
    asks: 'Less valuable accounts use a code app or better. Its codes can still be tricked out of you.',
    paragraph: 'General 3, first bullet',
  },
  'G3.3': {
    short: 'Text messages off once better is on',
    asks: 'When a better method is on, text messages are switched off. That does not happen by itself.',
    paragraph: 'General 3, second bullet',
  },
  G5: {
    short: 'Phone line',
    asks: 'The line has a PIN at the carrier, and the carrier’s own account is protected.',
    paragraph: 'General 5',
  },
  'G5.0': {
    short: 'PIN at the carrier',
    asks: 'Your phone company moves your number for nobody without your PIN.',
    paragraph: 'General 5',
  },
  'G5.1': {
    short: 'Second step at the carrier',
    asks: 'Your account at the phone company asks for more than a password.',
    paragraph: 'General 5, bullet',
  },
  'G5.2': {
    short: 'Carrier password changed after',
    asks: 'After setting the PIN, the password at the carrier is changed with a password manager.',
    paragraph: 'General 5, bullet',
  },
}

/** Where the questions about each kind of thing come from. */
export const paragraphsAbout = {
  account: `${itemWords.G2.paragraph} and ${itemWords.G3.paragraph}`,
  line: itemWords.G5.paragraph,
} as const

/** Beside a verdict: a few small words, and the sentence that explains them. */
export const labelWords: Readonly<Record<LabelCode, { tag: string; says: string }>> = {
  ...phoneLabelWords,
  weak_fallback: {
    tag: 'weak fallback',
    says: 'Something better is on, and text messages still work. The text message is the way in.',
  },
  forced_by_service: { tag: 'forced by the service', says: 'The service does not let the number go.' },
  recovery_by_sms: { tag: 'reset by text message', says: 'A text message can reset this account.' },
  weaker_method_left_on: {
    tag: 'weaker method left on',
    says: 'A code or an approval still works beside the key or passkey, and can be tricked out of you.',
  },
  fallback_required: {
    tag: 'fallback required',
    says: 'The service insists on a second method. A code app is the best one for that.',
  },
  sms_only: { tag: 'text messages only', says: 'A text message is the only second step.' },
  service_offers_no_fido: {
    tag: 'no key or passkey offered',
    says: 'The service offers no key or passkey. You cannot mend that; leadership sees it.',
  },
  sms_is_all_it_offers: {
    tag: 'all it offers',
    says: 'A text message is all the service offers. You cannot mend that; leadership sees it.',
  },
  no_second_factor: {
    tag: 'no second step',
    says: 'The password opens it with no second step. Questions about you do not count as one.',
  },
  password_still_open: {
    tag: 'password still open',
    says: 'The password still opens it without the key or passkey.',
  },
  inherits: { tag: 'as the other account', says: 'It opens with another account and is exactly as strong.' },
  parent_missing: {
    tag: 'other account missing',
    says: 'It opens with another account that is not in your list.',
  },
  registered_by_phone: {
    tag: 'registered by number',
    says: 'It is registered by phone number, so the number and the app’s own PIN decide.',
  },
  value_not_decided: {
    tag: 'value not decided',
    says: 'You have not said yet how much it would hurt, so it is treated as valuable.',
  },
  code_goes_to_mailbox: {
    tag: 'code goes to a mailbox',
    says: 'Its code is mailed: whoever reads that mailbox has the code.',
  },
  voice_is_the_same_number: {
    tag: 'call to the same number',
    says: 'A call goes to the same number as a text message.',
  },
  falls_with: { tag: 'falls with another', says: 'It falls together with the account it is reset by.' },
  one_key_only: { tag: 'one key only', says: 'If that key is lost, you are locked out.' },
  blocked_by_administrator: {
    tag: 'blocked by administrator',
    says: 'Your organisation’s administrator has not allowed it. You cannot mend that.',
  },
  carrier_offers_no_pin: {
    tag: 'carrier offers no PIN',
    says: 'The carrier has no account PIN. You cannot mend that; leadership sees it.',
  },
  number_has_no_carrier: {
    tag: 'number without a carrier',
    says: 'The number lives in an app, so the account behind it decides.',
  },
  held_by_employer: { tag: 'held by employer', says: 'Your employer holds the line, and sets its PIN.' },
  default_pin: { tag: 'PIN can be guessed', says: 'The PIN is one that others could guess.' },
  look_alike: { tag: 'not that PIN', says: 'What was set is not the PIN the carrier asks for.' },
  carrier_offers_nothing_else: {
    tag: 'carrier offers nothing else',
    says: 'A text or call to the same number is all the carrier offers.',
  },
  better_is_offered: {
    tag: 'better is offered',
    says: 'A text or call to the same number is on. The carrier offers something better.',
  },
  named_first_not_listed: {
    tag: 'not listed yet',
    says: 'You said you have a Microsoft, Apple or Google account that is not in your list yet.',
  },
  added_since_leak_review: {
    tag: 'accounts added since',
    says: 'You added an account after you asked yourself what a leak would give away.',
  },
  no_online_account: {
    tag: 'no online account',
    says: 'There is no online account at the carrier yet, so a stranger could open it.',
  },
  judged_by_organisation: {
    tag: 'your employer’s sign-in',
    says: 'Your employer’s sign-in decides. There is nothing for you to do.',
  },
  our_reading: {
    tag: 'this product’s reading',
    says: 'The guidance names text messages; that a call counts the same is this product’s reading.',
  },
  met_so_far: { tag: 'good so far', says: 'What is known is good, and an answer is missing.' },
  ...habitLabelWords,
}
