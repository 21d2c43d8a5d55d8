/** The questions of the pieces about a person's own habits, as they are put. */
import type { PersonPiece } from '@/lib/guidance/pieces'
import type { QuestionWords } from '@/lib/words/question-words'

const howMany = { '0': 'None', '1_to_5': '1 to 5', '6_to_20': '6 to 20', over_20: 'More than 20' }
const yesNo = { yes: 'Yes', no: 'No' }
const encrypted = {
  signal: 'Signal',
  whatsapp: 'WhatsApp',
  other_e2ee: 'Another app that encrypts from end to end',
  imessage_between_apple: 'iMessage, between Apple devices',
  google_messages_rcs_e2ee: 'Google Messages, where it shows the lock',
  facetime: 'FaceTime',
}

export const questionsOfPerson: QuestionWords<PersonPiece> = {
  guidance: {
    read: {
      label: 'Did you read the guidance in short?',
      hint: 'It takes six minutes, and leaves out what does not concern your phones.',
      choices: { yes: 'Yes, I have read it', not_yet: 'Not yet' },
    },
  },
  private_talk: {
    channels: {
      label: 'How do you write or talk when nobody else may know?',
      hint: 'What you use, not what you have installed. Choose all that you use.',
      notes: [
        'Teams, Slack, Google Workspace and WebEx are work platforms. They protect much, but not from end to end.',
        'Ordinary Telegram chats are not encrypted from end to end.',
        'iMessage and Google Messages are, as long as everybody in the chat uses the same. Else it becomes a text message.',
        'Products are named as examples in the guidance.',
      ],
      choices: {
        ...encrypted,
        employer_platform: 'The chat of your work platform, such as Teams or Slack',
        sms_text: 'Text messages',
        ordinary_phone_call: 'Ordinary phone calls',
        ordinary_email: 'Ordinary e-mail',
        telegram_ordinary_chat: 'Telegram, ordinary chats',
        other: 'Something else',
        none_sensitive: 'I never write or say anything private on a phone',
      },
    },
    mainApp: {
      label: 'Which of them do you use most for that?',
      choices: encrypted,
    },
    worksAcross: {
      label: 'Does it stay encrypted with people who have the other kind of phone?',
      hint: 'With the other kind: Android when yours is an iPhone, iPhone when yours is an Android phone.',
      choices: yesNo,
    },
  },
  odd_messages: {
    unknownLinks: {
      label: 'Somebody unknown sends you a group link or a QR code. Do you follow it?',
      hint: 'A scanned code can link somebody else’s computer to your account, and they read along from then on.',
      choices: { never: 'Never', sometimes: 'Sometimes', often: 'Often' },
    },
    groupInvites: {
      label: 'Before you join a group, do you ask its maker by phone or face to face?',
      hint: 'Asking inside the same app proves nothing: whoever took their account would answer.',
      choices: {
        always: 'Always',
        sometimes: 'Sometimes',
        no: 'No',
        never_invited: 'I am never invited to groups',
      },
    },
    alertAsksForCode: {
      label:
        'The app shows a warning: your account is in danger, type your PIN or a code now. What do you do?',
      hint: 'Muster never asks for a code and never sends a link that signs in.',
      choices: {
        would_ignore_and_report: 'Leave it and report it',
        would_open_settings_myself: 'Open the app’s settings myself and look there',
        might_type_code: 'I might type the code',
      },
    },
    knowsReport: {
      label: 'Could you find your app’s report button now?',
      hint: 'Usually: open a chat, tap the name at the top, look for “Report”.',
      notes: ['Reporting in the app tells its maker, not your security team. Tell them as well.'],
      choices: yesNo,
    },
    lastPracticeOn: { label: 'When did you last practise or read an example of this?' },
    reportedEvents: {
      label: 'How many odd messages have you reported in an app so far?',
      choices: howMany,
    },
  },
  passwords: {
    usesManager: {
      label: 'Is every password of yours in a password manager?',
      hint: 'The one built into your phone or browser by Apple or Google counts. A note or a document does not.',
      notes: ['A password manager is a valuable account: add it to your list of accounts.'],
      choices: { for_all: 'All of them', for_some: 'Some of them', no: 'No' },
    },
    manager: {
      label: 'Which one?',
      hint: 'The guidance names some as examples and endorses none.',
      choices: {
        apple_passwords: 'Apple Passwords',
        google_password_manager: 'Google Password Manager',
        '1password': '1Password',
        bitwarden: 'Bitwarden',
        dashlane: 'Dashlane',
        keeper: 'Keeper',
        lastpass: 'LastPass',
        proton_pass: 'Proton Pass',
        employer_provided: 'One that my employer gave me',
        other: 'Another one',
      },
    },
    vaultPassphrase: {
      label: 'Does your manager have a main password that is long, random and its own?',
      hint: 'All three. Do not tell us how long it is, and type it in no page that measures it.',
      notes: ['Nobody can check this but you. Your word is all there is.'],
      choices: {
        long_unique_random: 'Yes, all three',
        missing_something: 'One of the three is missing',
        no_passphrase_uses_device_or_account: 'It has none of its own: it opens with my phone or account',
      },
    },
    reviewed: {
      label:
        'Most managers list passwords that are weak, used twice or leaked. Have you looked at that list?',
      hint: 'Accounts that open with a passkey alone have no password to look at.',
      choices: { yes: 'Yes', never: 'Never' },
    },
    reviewedOn: { label: 'When did you last look?' },
    weakLeft: { label: 'How many weak ones are left?', choices: howMany },
    reusedLeft: { label: 'How many are used in more than one place?', choices: howMany },
    leakedLeft: {
      label: 'How many leaked ones are left?',
      hint: 'Leaked ones are already in other hands. They come first.',
      choices: howMany,
    },
  },
  odd_event: {
    knowsWhomToTell: {
      label: 'Your phone does something odd tonight. Would you know whom to turn to?',
      hint: 'Your security team first, and not from the phone you doubt.',
      choices: yesNo,
    },
  },
}
