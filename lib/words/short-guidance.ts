/**
 * The guidance in short, in our own words: six minutes of reading. A section for one kind of phone is read only by those
 * who have one. Products are named as examples in the guidance, never as recommended.
 */
import type { PhoneSection } from '@/lib/guidance/short'

export const shortGuidance = {
  title: 'The guidance in short',
  lead: 'What the attackers do, and what helps against it. In our own words; the paragraphs are named.',
  minutes: (minutes: number) => `About ${minutes} minutes of reading.`,
  examples:
    'Products are named because the guidance names them as examples. Neither it nor this page recommends one.',
  sections: [
    {
      title: 'Who this is about',
      paragraph: 'Introduction',
      text: [
        'State-backed attackers have been inside phone companies’ networks. They took records of who called whom, and read what some people wrote and said. The people they look for hold senior posts in government, the military or politics, or stand close to somebody who does. What helps those people helps everybody.',
        'Take it that whatever goes between your phone and the internet can be read or changed on its way, on your own phone and on the one your employer gave you. No single step stops that. Together these steps make it hard.',
        'Your organisation may do some of this for everybody. Where it says so, that stands beside the verdict, with who acts. You are asked all the same.',
      ],
    },
    {
      title: 'Talk where nobody can listen',
      paragraph: 'General 1',
      text: [
        'A text message and an ordinary call can be read and heard inside the phone company’s network. An app that encrypts from end to end, such as Signal or a similar one, leaves nothing to read there. Choose one that works on iPhones and Android phones alike, so that everybody you talk with can use it.',
        'Even such an app knows something of you: who talks with whom, and when. Your organisation looks at what an app collects before it settles on one.',
      ],
    },
    {
      title: 'Keep the messaging app yours',
      paragraph: 'General 1, practices for messaging apps',
      text: [
        'Most messaging accounts are not broken into. Their owners are talked into opening them. Somebody claims that your account is in danger, or invites you to a group with a link or a square code. The code does not join a group: it links a stranger’s computer to your account.',
        'So open no link and scan no code from somebody you cannot place. Before you join a group, ask its maker by another way, by phone or face to face. When an alert asks for a PIN or a code, even inside the app, give none. Report it with the app’s own button, and tell your security team.',
        'Look through the list of linked devices. Keep the ones you need, and remove at once what you do not know.',
        'Let sensitive messages delete themselves. On a phone of your employer, only where the rules on records and the law allow it: your organisation says so here.',
      ],
    },
    {
      title: 'Sign in with something that cannot be tricked out of you',
      paragraph: 'General 2',
      text: [
        'A password and a code can be typed into a false page. A security key or a passkey answers to the real page only. A key that you hold in your hand is the strongest; a passkey kept by your phone or password manager is good too.',
        'First list the accounts that matter most: e-mail and social media before all others. Then add a key or passkey to each, beginning with Microsoft, Apple and Google. When it works, and a spare one does too, turn the weaker methods off.',
        'For Gmail there is Google’s Advanced Protection Program. Have two keys or passkeys ready before you enrol.',
      ],
    },
    {
      title: 'Take text messages out of signing in',
      paragraph: 'General 3',
      text: [
        'A code in a text message can be read in the network, and it can be tricked out of you. Do not use it as a second step. Some services insist on a text message for resetting a password; you cannot help that, and it is noted as such.',
        'For accounts that matter less, a code app will do. Its codes are better than text messages, and can still be tricked out of you.',
        'Adding something better does not switch text messages off. Do that yourself, account by account, or the text message stays the way in.',
      ],
    },
    {
      title: 'Let a manager keep your passwords',
      paragraph: 'General 4',
      text: [
        'Keep all of them in a password manager; the one built into your phone counts. Protect it with a passphrase that is long and random, and opens nothing else.',
        'Then look through what is in it. Replace what was leaked, then what is weak or used twice. A good password need not be changed because it is old.',
      ],
    },
    {
      title: 'Put a PIN on your phone number',
      paragraph: 'General 5',
      text: [
        'Who can talk your phone company into moving your number to another card receives your texts and calls. Most companies let you set a PIN that they ask for first. It is neither the PIN of the SIM card nor the code of your phone.',
        'Set it, add a second step to your account there, and then change that account’s password with your password manager.',
      ],
    },
    {
      title: 'Keep the phone up to date',
      paragraph: 'General 6 and 7',
      text: [
        'Look once a week whether the system and the apps are up to date, and let both update by themselves.',
        'When you choose a phone, choose the maker’s latest. Older ones lack protections that no update can add. This is about the next phone you choose, not about the one you have, unless it gets no updates any more.',
      ],
    },
    {
      title: 'Use no VPN of your own',
      paragraph: 'General 8',
      text: [
        'A personal VPN moves the trust from your internet provider to the VPN’s maker, and often gives an attacker more to work with. Many have doubtful rules about what they keep. A VPN that your organisation requires for reaching its data is another matter.',
      ],
    },
    {
      only: 'iphone',
      title: 'On an iPhone',
      paragraph: 'iPhone 1 to 5',
      text: [
        'Turn on Lockdown Mode. It leaves an attacker less to work with, and takes something from apps and sites: read what changes before you do.',
        'Turn off “Send as Text Message”, so that a message that cannot go encrypted does not go as a text. Between Apple devices iMessage encrypts from end to end.',
        'Turn on iCloud Private Relay: it hides which sites you look up and where you are, in Safari. It needs a paid plan. An encrypted resolver is a partial alternative without cost, and covers other apps too.',
        'Look through which apps may see your location, use the camera and the microphone, and take it from those that need it not.',
      ],
    },
    {
      only: 'android',
      title: 'On an Android phone',
      paragraph: 'Android 1 to 7',
      text: [
        'Choose a model that keeps keys in hardware, gets security updates each month, and for five more years from the day you choose it.',
        'Write RCS messages only where the chat shows that it is encrypted. One person with another app in the group is enough to end that.',
        'Set Private DNS to the name of a resolver you trust. In Chrome, see that secure connections are always used, and choose enhanced protection.',
        'See that Play Protect is on, look at its scans, and take care with apps from elsewhere. Give apps only the permissions they need, and location, camera and microphone only where nothing works without.',
      ],
    },
    {
      title: 'When something odd happens',
      paragraph: 'Incident Reporting Information',
      text: [
        'Tell your security team, from a phone or computer you trust. The incident sheet here asks for what they need, also when the network is gone.',
      ],
    },
  ] satisfies readonly PhoneSection[] as readonly PhoneSection[],
}

/** What came with a version of the guidance, for those who answered under the one before. */
export const whatChanged: Readonly<Record<string, { title: string; points: readonly string[] }>> = {
  '2.0': {
    title: 'What changed with version 2.0 of 24 November 2025',
    points: [
      'The introduction now names military posts beside government and political ones, and attackers from other countries than China.',
      'New are practices that protect messaging apps: links and codes from strangers, group invitations, false alerts, reporting, messages that delete themselves, and linked devices.',
      'Everything else asks for what it asked for before. What you answered there stands.',
    ],
  },
}
