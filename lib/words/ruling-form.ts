/** The forms of what the organisation rules on, question by question. */
import type { topics } from '@/lib/rulings/topics'
import type { QuestionText } from '@/lib/words/question-words'

type Topic = keyof typeof topics
type Texts<Of extends Topic> = {
  [Name in keyof (typeof topics)[Of]['texts']]: { label: string; hint?: string }
}
type Words<Of extends Topic> = {
  [Name in keyof (typeof topics)[Of]['questions']]: Omit<QuestionText, 'choices'> &
    ((typeof topics)[Of]['questions'][Name] extends { values: readonly (infer Value extends string)[] }
      ? { choices: Readonly<Record<Value, string>> }
      : { choices?: undefined })
}

const yesNo = { yes: 'Yes', no: 'No' }
const lock = { on: 'On', off: 'Off', not_offered: 'The carrier has none' }

const questions: { [Of in Topic]: Words<Of> } = {
  app_review: {
    outcome: {
      label: 'May people use it for what must stay private?',
      hint: 'Think of what they keep of who talks with whom, also in backups.',
      choices: {
        approved: 'Yes',
        approved_with_limits: 'Yes, with limits',
        not_approved: 'No',
      },
    },
    collected: {
      label: 'What do the app and its maker learn?',
      hint: 'As its maker says. Cloud backups can undo encryption.',
      choices: {
        phone_number: 'The phone number',
        contacts: 'Contacts',
        group_names: 'Names of groups',
        who_talks_to_whom: 'Who talks with whom, and when',
        ip_address: 'Internet addresses',
        device_ids: 'Marks of the device',
        backups: 'Backups that the maker or a cloud can read',
        little_or_none: 'Little or nothing',
      },
    },
  },
  records: {
    ruling: {
      label: 'May messages delete themselves on phones that the organisation gave people?',
      hint: 'The guidance asks for it to be checked against records policy and law first. A legal hold comes before any ruling.',
      notes: [
        'People’s own phones are not judged, also where they are used for work. Ask counsel about them.',
        'Changing this judges everybody anew: what was right yesterday may be wrong today.',
      ],
      choices: {
        expiry_allowed: 'Yes',
        allowed_with_archive: 'Yes, because an archive keeps them',
        expiry_forbidden: 'No, they have to be kept',
        not_decided: 'Not decided yet',
      },
    },
  },
  employer_dns: {
    trust: {
      label: 'Is the organisation’s own resolver to be trusted with the names of the sites people visit?',
      hint: 'It counts where a phone uses it and people can set no other, and inside a VPN of your own.',
      choices: { trusted: 'Yes', not_trusted: 'No', no_resolver: 'We have none' },
    },
    otherResolvers: {
      label: 'May people name a resolver that the guidance does not name as an example?',
      hint: 'The guidance names Cloudflare, Google and Quad9. Until you say, phones with another one stay unknown.',
      choices: { trusted: 'Yes', not_trusted: 'No' },
    },
  },
  employer_vpn: {
    vpn: {
      label: 'Does the organisation give people a VPN for their phones?',
      hint: 'One that people choose themselves is not meant: the guidance counts a VPN that your organisation asks for as another use.',
      choices: {
        required: 'Yes, and they need it to reach our data',
        offered: 'Yes, and they are free to use it',
        none: 'No',
      },
    },
    alwaysOn: {
      label: 'Does it run all the time?',
      hint: 'While it runs, iCloud Private Relay stands aside, and names are looked up by your resolver. So nobody is asked for Private Relay beside one that always runs.',
      choices: { yes: 'Yes, always', no: 'No, only while it is needed' },
    },
  },
  hardware: {
    platform: {
      label: 'Which kind of phone is it?',
      choices: { iphone: 'iPhone', android: 'Android', other: 'Another kind' },
    },
    latest: {
      label: 'Is it the maker’s latest today?',
      hint: 'A phone counts as the latest if it was when its holder chose it.',
      choices: yesNo,
    },
    latestUntil: { label: 'Until which month was it the latest?' },
    updatesUntil: {
      label: 'Until which month does the maker promise security updates?',
      hint: 'Leave it empty where the maker does not say.',
    },
    hardwareKeyStore: {
      label: 'Does it keep keys in hardware?',
      hint: 'Makers call it a secure enclave, a secure element or a hardware security module.',
      choices: yesNo,
    },
    updateFrequency: {
      label: 'How often do security updates come?',
      hint: 'Standing in a list of recommended models is no answer: such lists have asked for less than monthly.',
      choices: { monthly_or_better: 'Each month or more often', less_often: 'Less often' },
    },
    aerListed: {
      label: 'Does it stand in the list “Android Enterprise Recommended”?',
      hint: 'The guidance names that list as a place to look. It is written down here and decides nothing: keys, updates and years do.',
      choices: yesNo,
    },
    listed: {
      label: 'May people choose it for their phones?',
      hint: 'Taken off the list, it still counts for the phones it was chosen for.',
      choices: { yes: 'Yes', no: 'No, it is off the list' },
    },
  },
  employer_lines: {
    pin: {
      label: 'Do the organisation’s lines at this carrier have an account PIN of their own?',
      hint: 'The one the carrier asks for before it changes anything. Nobody needs to know which.',
      choices: { yes: 'Yes', no: 'No', not_offered: 'The carrier has none' },
    },
    portOutLock: { label: 'Is the lock against moving numbers on?', choices: lock },
    simChangeLock: { label: 'Is the lock against changing SIM cards on?', choices: lock },
    secondStep: {
      label: 'What does the carrier’s portal ask for besides the password?',
      choices: {
        better_than_texts: 'Something better than a text message',
        texts_only: 'A text message or a call',
        none: 'Nothing',
        no_online_account: 'There is no portal',
      },
    },
    passwordAfterPin: {
      label: 'After the PIN was set, was the portal’s password changed with a password manager?',
      choices: yesNo,
    },
  },
}
/** By topic and question, as a page that draws all alike reads them. */
export const rulingQuestions: Readonly<Record<Topic, Readonly<Record<string, QuestionText>>>> = questions

const texts: { [Of in Topic]: Texts<Of> } = {
  app_review: {
    limits: { label: 'Limits', hint: 'Such as: nothing confidential, backups off.' },
    reference: { label: 'Where the review is kept', hint: 'A document’s title and date.' },
  },
  records: {
    policyTitle: { label: 'Title of the policy' },
    policyVersion: { label: 'Its version' },
    legalCheckedBy: { label: 'Who checked it against the law' },
  },
  employer_dns: { reference: { label: 'Where this is written down' } },
  employer_vpn: { reference: { label: 'Where this is written down' } },
  hardware: {
    name: { label: 'Name of the model', hint: 'As people know it.' },
    source: { label: 'Where the dates come from', hint: 'The maker’s page and the day it was read.' },
  },
  employer_lines: { holder: { label: 'Who looks after these lines', hint: 'A role is enough.' } },
}
export const rulingTextWords: Readonly<
  Record<Topic, Readonly<Record<string, { label: string; hint?: string }>>>
> = texts

export const rulingForm = {
  checkedOn: 'Looked at on',
  notSure: 'I’m not sure',
  open: { not_sure: 'Not sure', as_for_all: 'Ended: as for all phones' } as Readonly<Record<string, string>>,
  more: 'More about this',
  save: 'Save',
  saving: 'Saving',
  carrier: 'Carrier',
  begin: 'Go on',
  choose: 'Choose a carrier',
}
