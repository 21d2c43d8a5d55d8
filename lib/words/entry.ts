/** What people read on the way in: set-up, joining, signing in, recovery. */
import { product } from './shell'

/** What a ceremony ends in when it does not succeed. */
export const ceremonyWords = {
  unsupported:
    'This browser cannot use passkeys. Use a current version of Safari, Chrome, Edge or Firefox, or another device.',
  cancelled: 'Nothing happened: the passkey was not used. Try again when you are ready.',
  already:
    'This device or key already holds one of your passkeys here. Use another device or key for this one.',
  address: 'Passkeys work only at the address of this server. Open this page at that address.',
  device:
    'This device or key cannot hold such a passkey. It must be able to check that it is you, by face, finger or PIN.',
  refused: 'That did not work, and nothing was changed. Try once more.',
  signInRefused:
    'That passkey does not open anything here. If you lost the right one, ask your security team: two people can let you in again.',
  link: 'This link does not work. It may have been used, replaced or grown too old. If you made your passkey with it, sign in. Otherwise, ask for a new one.',
  sheet: 'This code does not work. Check it against your sheet: it may have been used or replaced since.',
  tooMany: (seconds: number) =>
    `That was a lot in a short time. Try again in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
  away: 'The server does not answer at the moment. Nothing was changed. Try again in a moment.',
  working: 'Waiting for your passkey',
  noScript: 'Passkeys need JavaScript, on this page only. Everything else here works without it.',
}

export const signInWords = {
  title: 'Sign in',
  lead: 'With your passkey. There is no password and no code.',
  button: 'Sign in with a passkey',
  failed: 'Not signed in',
  autofill: 'Or choose a passkey here',
  autofillHint: 'Tap the field and your browser offers the passkeys it knows. Nothing needs to be typed.',
  otherDevice: {
    title: 'My passkey is on another device',
    text: 'Press the button and choose “another device”, “phone or tablet” or “security key” when your browser asks. It shows a code for your phone to read.',
  },
  lost: {
    title: 'I lost my passkey',
    text: 'Go to your security team in person. Two of them make a link and a code with which you register a new one. Nobody can send you a code or a link that signs you in.',
    sheet: 'I am the administrator and have a recovery sheet',
  },
  ended:
    'You were signed out, because you signed out, were away for a while, or your access was changed. Sign in with your passkey to go on.',
}

/** The two steps that every link and sheet ends in. */
export const makeWords = {
  make: 'Make a passkey',
  made: 'Your passkey is made',
  useOnce: 'Use it once now, so that we both know that it works.',
  use: 'Sign in with it',
  notYet: 'Not yet',
  kept: 'Nothing was made. What you typed is still here.',
  reading: 'Reading the link…',
  linkTitle: 'The link has served its time',
  whatItIs: {
    title: 'What is a passkey?',
    text: 'A key that your phone, computer or security key keeps for you and uses after it has checked your face, finger or PIN. It works only at this address, so nobody can trick you out of it.',
  },
}

export const setUpWords = {
  title: `Set up ${product}`,
  lead: 'You name the organisation and make the first passkey. It makes you the administrator.',
  organisation: 'Name of the organisation',
  organisationHint: 'As people there call it. It stands at the top of every page.',
  name: 'Your name',
  email: 'Your work e-mail address',
  emailHint: 'Only so that colleagues can find you. Nothing is ever sent that signs you in.',
  missing:
    'Open the whole set-up link that the server printed when it started: this address is only a part of it.',
}

export const joinWords = {
  title: 'Join',
  greeting: (name: string) => `This link is for ${name}.`,
  lead: 'You make a passkey with it. From then on the passkey is how you sign in.',
  notYou: 'If that is not you, close this page and tell whoever gave you the link.',
  missing: 'Open the whole link you were given: this address is only a part of it.',
}

export const recoverWords = {
  title: 'Get back in',
  greeting: (name: string) => `This link is for ${name}.`,
  lead: 'You make a new passkey with it. Your earlier passkeys stop working, and every session of yours ends.',
  code: 'Code from the first of the two people',
  codeHint: 'Eight letters and digits. The link came from one of them, the code from the other.',
  sheetTitle: 'With the recovery sheet',
  sheetLead: 'For the only administrator: type the code from the sheet that was shown at set-up.',
  sheetCode: 'Code from your recovery sheet',
  sheetHint: 'Capitals, spaces and dashes do not matter.',
  othersTitle: 'Everybody else',
  others:
    'Go to your security team in person. One of them asks for your recovery, another approves it: you get a code from the first and a link from the second, and register a new passkey with both.',
  newSheet: 'Your old recovery sheet is used up. This is the new one.',
}

export const spareWords = {
  title: 'Add a spare passkey',
  lead: 'If you lose your only passkey, two colleagues must let you in again. A spare on another device saves you that.',
  ideas: 'Good spares: a security key kept at home, or your phone if the first one is on your computer.',
  first: 'First, use the passkey you have, so that nobody else can add one for you.',
  confirm: 'Use my passkey',
  second: 'Now make the spare: when your browser asks, choose the other device or plug in the key.',
  add: 'Make the spare',
  added: 'The spare is added.',
  endOthers: 'Look at your sessions and end others',
  notAdded: 'Not added',
  later: 'Later',
  onward: 'Go on',
}
