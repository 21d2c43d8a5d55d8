/** What the forms of the register ask, and how the answers are read back (guidance section 11). */
import type {
  agreementStates,
  compromises,
  keptWheres,
  mfaRequirements,
  OneOf,
  platformAccesses,
  platformHolders,
  platformSignIns,
  RegisterKind,
  SmsRecovery,
  shownBesides,
  trainingAudiences,
  watchStates,
} from '@/lib/vocabulary'

type Answered<List extends readonly string[]> = Exclude<OneOf<List>, 'unanswered'>
type Choices<Word extends string> = Readonly<Record<Word, string | { label: string; hint: string }>>
export type QuestionWords = {
  label: string
  hint?: string
  choices?: Readonly<Record<string, string | { label: string; hint: string }>>
  /** First in a list to choose from. */
  choose?: string
  other?: string
  none?: string
}
const notSure = 'I’m not sure'
const yesNo = { yes: 'Yes', no: 'No', not_sure: notSure }

const holders: Choices<Answered<typeof platformHolders>> = {
  staff: 'One person of ours',
  former_staff: 'Somebody who has left',
  agency: 'An agency or supplier',
  shared_login: { label: 'Several people, with one log-in', hint: 'Also a mailbox that a team shares.' },
  not_sure: notSure,
}
const accesses: Choices<Answered<typeof platformAccesses>> = {
  administers: { label: 'Changes settings', hint: 'Adds users, makes keys.' },
  sends: 'Sends messages',
  reads: 'Only looks',
  not_sure: notSure,
}
const signIns: Choices<Answered<typeof platformSignIns>> = {
  own_sign_in: 'The platform’s own sign-in',
  employer_single_sign_on: 'Our employer’s sign-in',
  not_sure: notSure,
}
const shown: Choices<Answered<typeof shownBesides>> = {
  methods: 'What is marked below',
  password_only: 'Nothing: the password is enough',
  not_sure: notSure,
}
const smsRecoveries: Choices<Exclude<SmsRecovery, 'unanswered'>> = {
  off: 'No',
  on_can_be_removed: 'Yes, and it could be taken away',
  on_forced_by_service: 'Yes, the platform insists on it',
  on_removal_not_sure: 'Yes, and I’m not sure whether it could be taken away',
  not_offered: 'The platform has no such thing',
  not_sure: notSure,
}
const required: Choices<Answered<typeof mfaRequirements>> = {
  yes: 'Yes, everybody',
  no: { label: 'No', hint: 'Each may choose, or only some have to.' },
  not_offered: 'It has no second step at all',
  not_sure: notSure,
}
const wheres: Choices<Answered<typeof keptWheres>> = {
  secret_store: { label: 'In a secret store', hint: 'A vault made for keys.' },
  configuration: 'In the settings of a program',
  code: { label: 'In the code of a program', hint: 'Whoever reads the code has the key.' },
  not_sure: notSure,
}
const compromised: Choices<Answered<typeof compromises>> = {
  none_seen: 'No sign of it',
  suspected: 'Maybe',
  confirmed: 'Yes, for certain',
  not_sure: notSure,
}
const agreements: Choices<Answered<typeof agreementStates>> = {
  signed: 'Yes, signed',
  not_signed: 'No',
  ended: 'There was one, and it ended',
  not_sure: notSure,
}
const watched: Choices<Answered<typeof watchStates>> = {
  yes: 'Yes',
  partly: 'In part',
  no: 'No',
  not_sure: notSure,
}
const audiences: Choices<OneOf<typeof trainingAudiences>> = {
  whole_team: { label: 'The whole team', hint: 'Everybody who works with the messages or answers people.' },
  platform_users: 'Only who can sign in to a platform',
  some_others: 'Some others',
}

export const registerForms: Readonly<
  Record<RegisterKind, { add: string; lead?: string; questions: Readonly<Record<string, QuestionWords>> }>
> = {
  sending: {
    add: 'Do you send messages?',
    questions: {
      sends: {
        label: 'Do you send text messages to customers or the public?',
        hint: 'By a provider, a marketing tool, a help desk or a program of your own. Messages that people write to each other do not count.',
        choices: yesNo,
      },
    },
  },
  staff: {
    add: 'Other staff accounts',
    lead: 'All staff accounts besides the sign-ins at the platforms. Leave it empty where you do not know.',
    questions: {
      people: { label: 'How many are there?', hint: 'Accounts of staff who cannot sign in to a platform.' },
      withMfa: { label: 'How many of them have a second step of any kind?' },
    },
  },
  interfaces: {
    add: 'Keys and third parties',
    questions: {
      credentials: {
        label: 'Do programs send messages with a key of their own?',
        hint: 'An API key, a token, a webhook secret.',
        choices: yesNo,
      },
      thirdParties: {
        label: 'Does anybody outside have such a key, or sign in for you?',
        hint: 'An agency, a reseller, a supplier.',
        choices: yesNo,
      },
    },
  },
  monitoring: {
    add: 'Who would notice',
    lead: 'If a stranger sent messages as you tonight, who would see it?',
    questions: {
      activityWatched: {
        label: 'Does somebody watch what happens at the platforms?',
        hint: 'Sign-ins from new places, new keys, jumps in volume.',
        choices: watched,
      },
      unwantedWatched: {
        label: 'Does somebody watch for messages nobody had written?',
        hint: 'Complaints, opt-outs, messages that phone companies block.',
        choices: yesNo,
      },
      watcher: { label: 'Who watches?', hint: 'A role or a team.' },
      audited: { label: 'Was there a security audit of it?', choices: yesNo },
      lastAuditOn: { label: 'When was the last one?' },
      report: { label: 'Where is its report?', hint: 'A title and a version.' },
    },
  },
  teaching: {
    add: 'Was there a training?',
    questions: {
      given: {
        label: 'Was there any training on threats to messaging?',
        hint: 'If there was, add it with how many were there.',
        choices: yesNo,
      },
    },
  },
  platform: {
    add: 'Add a platform',
    questions: {
      serviceId: { label: 'Which platform is it?', choose: 'Choose one', other: 'Another one' },
      name: { label: 'Its name' },
      fidoOffered: {
        label: 'Does it let people sign in with a security key or passkey?',
        choices: { yes: 'Yes', no: 'No', not_known: notSure },
      },
      mfaRequired: { label: 'Does it make everybody show a second step?', choices: required },
      allListed: {
        label: 'Are all who can sign in there listed here?',
        hint: 'Its own list of users tells. You can say so later.',
        choices: yesNo,
      },
    },
  },
  account: {
    add: 'Add a sign-in',
    questions: {
      label: { label: 'Whose sign-in is it?', hint: 'A role or a first name, such as duty officer.' },
      platformId: { label: 'At which platform?', choose: 'Choose one' },
      heldBy: { label: 'Who uses it?', choices: holders },
      thirdPartyId: {
        label: 'Which third party is that?',
        hint: 'If it is not in the list yet, add it as a third party, then choose it here.',
        choose: 'Not in the list',
      },
      access: { label: 'What can it do there?', choices: accesses },
      signsInBy: { label: 'How is it opened?', choices: signIns },
      shows: { label: 'What must be shown besides a password?', choices: shown },
      methods: {
        label: 'Which of these work?',
        hint: 'Mark everything that works, also the weaker ones. What is not marked counts as off.',
      },
      smsRecovery: {
        label: 'Can a text message reset it?',
        hint: 'When the password or the second step is lost.',
        choices: smsRecoveries,
      },
    },
  },
  credential: {
    add: 'Add a key by its name',
    lead: 'What the key is called, never the key itself, and neither how it begins nor how it ends.',
    questions: {
      name: {
        label: 'What is it called?',
        hint: 'As it is called at the platform, such as reminders, live.',
      },
      purpose: { label: 'What is it for?' },
      owner: { label: 'Who looks after it?', hint: 'A role or a team.' },
      platformId: { label: 'At which platform?', choose: 'None of these', none: 'none of the platforms' },
      createdOn: { label: 'When was it made?', hint: 'Roughly is enough.' },
      lastChangedOn: { label: 'When was it last changed for a new one?' },
      whereKept: { label: 'Where is it kept?', choices: wheres },
      watched: {
        label: 'Does somebody watch how it is used?',
        choices: { yes: 'Yes', no: 'No', not_sure: notSure },
      },
      lastLookedOn: { label: 'When did somebody last look?' },
      compromise: { label: 'Could it be in other hands?', choices: compromised },
      action: { label: 'What was done about it?', hint: 'Leave it empty while nothing was done.' },
      actionOn: { label: 'When was that?' },
    },
  },
  third_party: {
    add: 'Add a third party',
    questions: {
      party: { label: 'Who is it?', hint: 'An agency, a reseller, a supplier.' },
      credentialIds: { label: 'Which keys does it have?', none: 'No key is listed yet.' },
      agreement: { label: 'Is there a written agreement?', choices: agreements },
      coversUse: { label: 'It says how keys may be used', choices: yesNo },
      coversProtection: { label: 'It says how they are protected', choices: yesNo },
      coversSharing: { label: 'It says with whom they may be shared', choices: yesNo },
      document: { label: 'What is it called?', hint: 'Title and version.' },
      signedOn: { label: 'When was it signed?' },
      endsOn: { label: 'When does it end?', hint: 'Leave it empty if it does not.' },
    },
  },
  event: {
    add: 'Add an event',
    questions: {
      what: { label: 'What happened?', hint: 'No names, numbers or text of messages.' },
      happenedOn: { label: 'When was it?' },
      action: { label: 'What was done about it?', hint: 'Leave it empty while nothing was done.' },
      actionOn: { label: 'When was that?' },
    },
  },
  training: {
    add: 'Add a training',
    questions: {
      topic: { label: 'What was it about?' },
      audience: { label: 'Whom was it for?', choices: audiences },
      givenOn: { label: 'When was it?' },
      people: { label: 'How many were there?' },
      of: { label: 'Of how many it was meant for?' },
    },
  },
}

export const registerFormWords = {
  what: 'What do you want to add?',
  edit: 'Change an entry',
  editTitle: (name: string) => `Change ${name}`,
  save: 'Save',
  notAnswered: 'not answered yet',
  nothing: 'nothing',
}
