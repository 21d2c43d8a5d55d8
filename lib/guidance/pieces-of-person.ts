/** Pieces about a person's own habits (guidance sections 3, 4, 7 and 10, "Record" of each item). */
import { piece } from '@/lib/guidance/piece'
import { choice, day, many } from '@/lib/guidance/questions'

const leftCounts = ['0', '1_to_5', '6_to_20', 'over_20'] as const

export const personPieces = {
  guidance: piece({
    of: 'person',
    items: ['CISA-0'],
    minutes: 6,
    interval: null,
    questions: { read: choice(['yes', 'not_yet']) },
  }),
  private_talk: piece({
    of: 'person',
    items: ['G1.1', 'G1.2'],
    minutes: 2,
    interval: 'yearly',
    questions: {
      channels: many([
        'signal',
        'whatsapp',
        'other_e2ee',
        'imessage_between_apple',
        'google_messages_rcs_e2ee',
        'facetime',
        'employer_platform',
        'sms_text',
        'ordinary_phone_call',
        'ordinary_email',
        'telegram_ordinary_chat',
        'other',
        'none_sensitive',
      ]),
      mainApp: choice(
        [
          'signal',
          'whatsapp',
          'other_e2ee',
          'imessage_between_apple',
          'google_messages_rcs_e2ee',
          'facetime',
        ],
        {
          after: {
            question: 'channels',
            is: [
              'signal',
              'whatsapp',
              'other_e2ee',
              'imessage_between_apple',
              'google_messages_rcs_e2ee',
              'facetime',
            ],
          },
        },
      ),
      worksAcross: choice(['yes', 'no'], { after: { question: 'mainApp', is: ['other_e2ee'] } }),
    },
  }),
  odd_messages: piece({
    of: 'person',
    items: ['G1.4', 'G1.5', 'G1.6', 'G1.7'],
    minutes: 3,
    interval: 'habits',
    questions: {
      unknownLinks: choice(['never', 'sometimes', 'often']),
      groupInvites: choice(['always', 'sometimes', 'no', 'never_invited']),
      alertAsksForCode: choice(['would_ignore_and_report', 'would_open_settings_myself', 'might_type_code']),
      knowsReport: choice(['yes', 'no']),
      lastPracticeOn: day({ optional: true }),
      reportedEvents: choice(['0', '1_to_5', '6_to_20', 'over_20'], { optional: true }),
    },
  }),
  passwords: piece({
    of: 'person',
    items: ['G4.0', 'G4.1', 'G4.2'],
    minutes: 3,
    interval: 'passwords',
    questions: {
      usesManager: choice(['for_all', 'for_some', 'no']),
      manager: choice(
        [
          'apple_passwords',
          'google_password_manager',
          '1password',
          'bitwarden',
          'dashlane',
          'keeper',
          'lastpass',
          'proton_pass',
          'employer_provided',
          'other',
        ],
        { after: { question: 'usesManager', is: ['for_all', 'for_some'] } },
      ),
      vaultPassphrase: choice(
        ['long_unique_random', 'missing_something', 'no_passphrase_uses_device_or_account'],
        { after: { question: 'usesManager', is: ['for_all', 'for_some'] } },
      ),
      reviewed: choice(['yes', 'never']),
      reviewedOn: day({ after: { question: 'reviewed', is: ['yes'] } }),
      weakLeft: choice(leftCounts, { after: { question: 'reviewed', is: ['yes'] } }),
      reusedLeft: choice(leftCounts, { after: { question: 'reviewed', is: ['yes'] } }),
      leakedLeft: choice(leftCounts, { after: { question: 'reviewed', is: ['yes'] } }),
    },
  }),
  odd_event: piece({
    of: 'person',
    items: ['R'],
    minutes: 1,
    interval: 'readiness',
    questions: { knowsWhomToTell: choice(['yes', 'no']) },
  }),
}
