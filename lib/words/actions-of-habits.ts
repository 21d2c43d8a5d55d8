/** Next actions of General 1 and 4, of reading the guidance and of readiness: titles, steps, and the same for many. */
import type { habitActionCodes } from '@/lib/guidance/codes-of-habits'
import type { ActionWords } from '@/lib/words/actions'

type HabitAction = (typeof habitActionCodes)[number]
const lastly = 'Come back here and say what you found.'
const linkedList =
  'Open the app’s settings and find “Linked devices”. Some apps say “Devices” or “Active sessions”.'

export const habitActionWords: Readonly<Record<HabitAction, ActionWords>> = {
  remove_unknown_device: {
    title: (name) => `Remove the device you do not know from ${name}`,
    steps: () => [
      'If you can, tell people from a phone or computer you trust.',
      linkedList,
      'Remove the device you do not know, now.',
      'Then tell your security team, and fill in the incident sheet. Whoever linked it may have read along.',
    ],
  },
  turn_expiry_off: {
    title: (name) => `Stop messages from deleting themselves in ${name}`,
    steps: () => [
      'On this phone the messages have to be kept: that comes before the wish to have less lying about.',
      'Open the app’s settings and turn the default timer off. Then open the chats that have one of their own.',
      'If you are unsure what has to be kept, ask your records officer before you delete anything.',
      lastly,
    ],
  },
  read_guidance: {
    title: () => 'Read the guidance in short',
    steps: () => [
      'Six minutes, and only what concerns your kind of phone.',
      'Say at its end that you have read it. Then start with your phone number: three minutes.',
    ],
  },
  change_leaked_passwords: {
    title: () => 'Change the leaked passwords first',
    steps: () => [
      'Open your password manager’s list of passwords that are weak, used twice or leaked.',
      'Start with those that were leaked: they are already in other hands.',
      'Let the manager make the new ones. Nobody needs to remember them.',
      lastly,
    ],
  },
  install_encrypted_app: {
    title: () => 'Install an encrypted app, and begin with one contact',
    steps: () => [
      'Choose an app that encrypts from end to end and works on every kind of phone, such as Signal or a similar one.',
      'Ask your security team which one your organisation uses.',
      'Move one contact to it, the one you write to most about private things.',
      'Come back here and say which ways you use now.',
    ],
  },
  move_private_talk: {
    title: () => 'Move what must stay private to your encrypted app',
    steps: () => [
      'Choose one conversation that still goes by text message, ordinary call, e-mail or work chat.',
      'Write to the same people in your encrypted app, and agree to go on there. For talking, call in the app.',
      'Come back here and say which ways you use now.',
    ],
  },
  choose_app_for_both: {
    title: () => 'Choose an app that works on both kinds of phone',
    steps: () => [
      'Your app stays encrypted only among people with the same kind of phone.',
      'Install one that works on iPhone and Android, and use it with those who have the other kind.',
      'Come back here and say which one you use most.',
    ],
  },
  choose_approved_app: {
    title: (name) => `Use an app your organisation approved instead of ${name}`,
    steps: () => [
      'Ask your security team which app they approved, and why this one is not.',
      'Move the conversations about work first.',
      'Take the old app off your list here when you no longer use it.',
    ],
  },
  never_type_a_code: {
    title: () => 'Give no code to a message that asks for one',
    steps: () => [
      'No app wants your PIN or a code by message. Whoever asks wants to register your number for themselves.',
      'Close the message. If you want to be sure, open the app’s settings yourself and look there.',
      'Report the message in the app, and tell your security team.',
    ],
  },
  note_whom_to_tell: {
    title: () => 'Note whom to tell if something odd happens',
    steps: () => [
      'Find out how to reach your security team at night, and note it where you find it without this phone.',
      'Tell them, and not from the phone you doubt.',
      'Come back here and say that you know it.',
    ],
  },
  look_at_linked_devices: {
    title: (name) => `Look at the devices linked to ${name}`,
    steps: () => [
      linkedList,
      'Count them. Ask yourself of each: is it mine, and do I need it there?',
      'Come back here with the numbers. Nobody needs to know which devices they are.',
    ],
  },
  remove_unneeded_devices: {
    title: (name) => `Remove the devices you do not need from ${name}`,
    steps: () => [
      linkedList,
      'Remove each one you do not need: an old computer, a tablet that lies in a drawer.',
      'Come back here with the new number.',
    ],
  },
  read_odd_link_example: {
    title: () => 'Read the two-minute example of a false invitation',
    steps: () => [
      'Somebody you half know sends a picture with a square code: “scan this to join our group”.',
      'The code does not join a group. It links their computer to your account, and from then on they read along.',
      'So: no code and no group link from somebody you cannot place. Ask them by phone first.',
      'Come back here and say what you do from now on.',
    ],
  },
  call_before_joining: {
    title: () => 'Before you join the next group, call its maker',
    steps: () => [
      'Ask the person who made the group whether the invitation is theirs: by phone, or face to face.',
      'Asking in the same app proves nothing: whoever took their account would answer you.',
    ],
  },
  find_report_button: {
    title: () => 'Find the report button in your app now',
    steps: () => [
      'Open a chat, then its details: tap the name at the top.',
      'Look for “Report”. You need not tap it.',
      'Reporting there tells the app’s maker, not your security team. Tell them as well.',
      'Come back here and say that you found it.',
    ],
  },
  set_expiry: {
    title: (name) => `Let messages delete themselves in ${name}`,
    steps: () => [
      'Open the app’s settings, then privacy, then disappearing or expiring messages.',
      'Set a default timer. How long is for you to say; the guidance names no length.',
      'It counts for new chats. Set it in the sensitive chats you already have.',
      'Whoever you write to may keep a copy all the same.',
    ],
  },
  look_at_expiry: {
    title: (name) => `Look whether messages delete themselves in ${name}`,
    steps: () => [
      'Open the app’s settings, then privacy, and look for disappearing or expiring messages.',
      'Then open a sensitive chat and look at its details.',
      lastly,
    ],
  },
  pick_password_manager: {
    title: () => 'Choose a password manager, and begin with your mailbox’s password',
    steps: () => [
      'Ask whether your employer gives you one. Else the one that came with your phone is a good start.',
      'Protect it with a long, random passphrase that is used nowhere else.',
      'Put the password of your main mailbox in first. Let the manager make a new one while you are there.',
      'Add the manager to your list of accounts here: it is a valuable one.',
    ],
  },
  move_passwords_in: {
    title: () => 'Move the other passwords into your password manager',
    steps: () => [
      'Each time you sign in somewhere, let the manager save the password.',
      'A note, a document or a paper list is no password manager. Empty it as you go.',
      'Come back here when all of them are in.',
    ],
  },
  change_vault_passphrase: {
    title: () => 'Give your manager a new main password: five random words',
    steps: () => [
      'Let a word list or the manager choose the words: what comes to your own mind is not random.',
      'Use it nowhere else. Write it on paper and keep the paper where nobody else comes.',
      'Change it in the manager’s settings. Never type it here, nor in any page that measures passwords.',
    ],
  },
  add_vault_account: {
    title: () => 'Add the account your passwords are kept in',
    steps: () => [
      'Your passwords are kept in your Apple or Google account, so they are as safe as that account.',
      'Add it to your list of accounts, and say how you sign in there.',
    ],
  },
  open_vault_account: {
    title: () => 'Look at the account your passwords are kept in',
    steps: () => [
      'Your passwords are kept in your Apple or Google account, so they are as safe as that account.',
      'Open that account here, and do first what it asks for.',
      'If it is listed as less valuable, say that it is valuable: it opens all the others.',
    ],
  },
  review_passwords: {
    title: () => 'Look through your passwords',
    steps: () => [
      'Open your password manager’s list of passwords that are weak, used twice or leaked.',
      'Count each kind roughly. Passkeys are not on it, and need not be.',
      lastly,
    ],
  },
  change_weak_passwords: {
    title: () => 'Replace the weak and reused passwords',
    steps: () => [
      'Open the page of your password manager that lists them. Start with e-mail and money.',
      'Let the manager make new ones: long, random, each used once.',
      'A good password need not be changed just because it is old.',
      lastly,
    ],
  },
  send_app_name: {
    title: (name) => `Send the name of ${name || 'the app'} to the security team`,
    steps: () => [
      'Open the app’s page here. It shows what is sent, and what is not.',
      'Send its name. You can take it back at any time.',
      'When the team has looked, the app’s page says what they decided.',
    ],
  },
}

/** The same for many people at once. */
export const habitManyWords: Readonly<Record<HabitAction, string>> = {
  remove_unknown_device: 'Remove unknown linked devices',
  turn_expiry_off: 'Turn message expiry off where messages must be kept',
  read_guidance: 'Read the guidance in short',
  change_leaked_passwords: 'Change leaked passwords',
  install_encrypted_app: 'Install an encrypted messaging app',
  move_private_talk: 'Move private talk to the encrypted app',
  choose_app_for_both: 'Choose an app that works on both kinds of phone',
  choose_approved_app: 'Move to an approved messaging app',
  never_type_a_code: 'Learn to give no code to a message that asks for one',
  note_whom_to_tell: 'Note whom to tell if something odd happens',
  look_at_linked_devices: 'Look at linked devices',
  remove_unneeded_devices: 'Remove linked devices that nobody needs',
  read_odd_link_example: 'Read the example of a false invitation',
  call_before_joining: 'Call before joining a group',
  find_report_button: 'Find the report button in the app',
  set_expiry: 'Let sensitive messages delete themselves',
  look_at_expiry: 'Look whether messages delete themselves',
  pick_password_manager: 'Pick a password manager',
  move_passwords_in: 'Move all passwords into the manager',
  change_vault_passphrase: 'Strengthen the vault’s passphrase',
  add_vault_account: 'List the account the passwords are kept in',
  open_vault_account: 'Protect the account the passwords are kept in',
  review_passwords: 'Look through passwords',
  change_weak_passwords: 'Replace weak and reused passwords',
  send_app_name: 'Send in names of apps that are not in the list',
}
