/** The questions of the pieces about one messaging app, as they are put. */
import type { AppPiece } from '@/lib/guidance/pieces'
import type { RecordsRuling } from '@/lib/posture/items/facts'
import type { QuestionWords } from '@/lib/words/question-words'

const yesNo = { yes: 'Yes', no: 'No' }
const devices = { '0': 'None', '1': 'One', '2': 'Two', '3': 'Three', '4_or_more': 'Four or more' }

export const questionsOfApps: QuestionWords<AppPiece> = {
  app_use: {
    usedForSensitive: {
      label: 'Do you use this app for what must stay private?',
      choices: yesNo,
    },
    providedBy: {
      label: 'Who gave you this app?',
      choices: { employer: 'My employer', own: 'I chose it myself' },
    },
    onDevice: {
      label: 'On whose phone is it?',
      hint: 'On a phone of your employer the law on records may decide whether messages may delete themselves.',
      notes: [
        'If you use your own phone for work, messages about work may be records too. Ask your records officer; nothing here judges it.',
      ],
      choices: {
        employer_phone: 'On a phone my employer gave me',
        own_phone: 'On my own phone',
        both: 'On both',
      },
    },
    onLegalHold: {
      label: 'Were you told to keep your messages because of a legal matter?',
      hint: 'A legal hold comes before everything else here. Nobody else is shown your answer or how messages that delete themselves are judged here: not an aide, not your security team, no export.',
      choices: yesNo,
    },
    expiry: {
      label: 'Do your sensitive chats clear themselves after a time?',
      hint: 'The setting is called disappearing messages, expiring messages or a timer.',
      notes: ['The guidance names no length.', 'Whoever you write to may keep a copy all the same.'],
      choices: {
        on_default_all: 'Yes, every new chat does',
        on_some_chats: 'Some chats do',
        off: 'No',
        not_offered: 'The app cannot do that',
      },
    },
    coversSensitive: {
      label: 'Are the sensitive chats among those?',
      choices: { yes: 'Yes, all of them', no: 'No, or not all of them' },
    },
    expiryTime: {
      label: 'After how long?',
      hint: 'For you to know; nothing is judged by it.',
      choices: {
        under_1_day: 'Less than a day',
        '1_to_7_days': '1 to 7 days',
        '8_to_30_days': '8 to 30 days',
        longer: 'Longer',
        varies: 'It differs from chat to chat',
      },
    },
  },
  linked_devices: {
    checked: {
      label: 'Have you looked at the list of linked devices in this app?',
      hint: 'In the app’s settings: “Linked devices”. Some apps say “Devices” or “Active sessions”.',
      choices: { yes: 'Yes', never: 'Never', not_offered: 'The app has no such list' },
    },
    checkedOn: { label: 'When did you last look?' },
    linked: {
      label: 'How many were listed, beside the phone itself?',
      hint: 'Only the number. Nobody needs to know which ones. None is a good answer.',
      choices: devices,
    },
    needed: { label: 'And how many do you need there?', choices: devices },
    needsAll: { label: 'Do you need every one that is listed?', choices: yesNo },
    unknownFound: {
      label: 'Was one of them strange to you?',
      hint: 'A device you do not know may be somebody who reads along. Your security team wants to hear of it, also once it is removed.',
      choices: {
        none: 'No',
        found_and_removed: 'Yes, and I removed it',
        found_not_removed: 'Yes, and it is still there',
      },
    },
    removedOn: { label: 'When did you remove it?' },
    registrationLock: {
      label: 'Does the app ask for a PIN of its own before your number is registered on another phone?',
      hint: 'Beyond the guidance, and a good idea: registration lock, or two-step verification. It is not judged here.',
      choices: { on: 'Yes', off: 'No', not_offered: 'The app has no such PIN' },
    },
  },
}

/** What holds on the phones the organisation gave this person (G1.9), said where it is asked whether they have to keep messages. */
export const organisationSays: Readonly<Record<RecordsRuling, string>> = {
  expiry_allowed: 'Your organisation says: on the phone it gave you, messages may delete themselves.',
  allowed_with_archive:
    'Your organisation says: on the phone it gave you, messages may delete themselves, because an archive keeps them.',
  expiry_forbidden:
    'Your organisation says: on the phone it gave you, messages have to be kept. They may not delete themselves.',
  not_decided:
    'Your organisation has not said yet whether messages may delete themselves on the phone it gave you. You need do nothing.',
}
