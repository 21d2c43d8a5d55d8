/** The closed words of an account as people read them: kinds, methods, and what an answer says. */
import type {
  AccountValue,
  AskedCategory,
  Category,
  CodeApp,
  HeldAs,
  lowerReasons,
  Method,
  MethodRole,
  MethodState,
  NamedFirst,
  valueReasons as reasons,
  SmsRecovery,
  Visibility,
  YesNo,
} from '@/lib/vocabulary'

export const categoryWords: Readonly<Record<Category, string>> = {
  email: 'E-mail',
  social: 'Social media',
  messaging: 'Messaging apps',
  cloud: 'Cloud storage and devices',
  finance: 'Banks and payments',
  carrier: 'Phone companies',
  password_manager: 'Password managers',
  developer: 'Software development',
  identity: 'Identity and public services',
  message_platform: 'Sending messages for the organisation',
  business: 'Business tools',
  retail: 'Shops',
  other: 'Something else',
}

/** Short names, and what each is for those who do not know the word. */
export const methodWords: Readonly<Record<Method, { name: string; means: string }>> = {
  fido_security_key: {
    name: 'Security key',
    means: 'A small device that you plug in or tap. It answers only to the real site.',
  },
  passkey: {
    name: 'Passkey',
    means: 'Kept in your phone, computer or password manager, and opened with a face, a finger or a PIN.',
  },
  piv_cac: { name: 'Smart card', means: 'A card with a chip, such as PIV or CAC, put into a reader.' },
  authenticator_code: {
    name: 'Code app',
    means: 'An app that shows six digits which change every half minute.',
  },
  app_approval: { name: 'App approval', means: 'A question on your phone that you say yes to.' },
  vendor_code_app: { name: 'Own code app', means: 'An app of the service that shows codes.' },
  hardware_code_token: { name: 'Code token', means: 'A small device that shows codes which you type.' },
  sms_code: { name: 'Text message', means: 'A code sent to your phone number.' },
  voice_code: { name: 'Phone call', means: 'A code read aloud in a call to your phone number.' },
  email_code: { name: 'Mailed code', means: 'A code or a link sent to a mailbox.' },
  app_pin: { name: 'PIN of the app', means: 'Asked for when the number is registered on another phone.' },
  security_questions: { name: 'Questions', means: 'Such as the name of your first school.' },
  backup_codes: { name: 'Backup codes', means: 'A list of codes kept on paper, each for one use.' },
  other: { name: 'Something else', means: 'Any other way that works there.' },
}

export const roleWords: Readonly<Record<MethodRole, string>> = {
  sign_in: 'instead of the password',
  second_factor: 'after the password',
  recovery: 'to get back in',
}

export const stateWords: Readonly<Record<MethodState, string>> = {
  on: 'On',
  off: 'Off',
  not_offered: 'Not offered',
  not_sure: 'Not sure',
  unanswered: 'Not answered yet',
}

export const codeAppWords: Readonly<Record<CodeApp, string>> = {
  google_authenticator: 'Google Authenticator',
  microsoft_authenticator: 'Microsoft Authenticator',
  authy: 'Authy',
  in_password_manager: 'My password manager',
  other: 'Another one',
  not_sure: 'Not sure',
  unanswered: 'Not answered yet',
}

export const yesNoWords: Readonly<Record<YesNo, string>> = {
  yes: 'Yes',
  no: 'No',
  not_sure: 'Not sure',
  unanswered: 'Not answered yet',
}

/** The kinds a complete list answers for: as the categories, with what is gathered under two of them. */
export const kindWords: Readonly<Record<AskedCategory, string>> = {
  ...categoryWords,
  business: 'Work systems',
  other: 'Anything else that matters',
}
export const namedFirstWords: Readonly<Record<NamedFirst, string>> = {
  microsoft: 'Microsoft',
  apple: 'Apple',
  google: 'Google',
}

export const smsRecoveryWords: Readonly<Record<SmsRecovery, string>> = {
  off: 'Off',
  on_can_be_removed: 'On, and can be removed',
  on_forced_by_service: 'On, and the service insists on it',
  on_removal_not_sure: 'On, and not sure whether it can be removed',
  not_offered: 'Not offered',
  not_sure: 'Not sure',
  unanswered: 'Not answered yet',
}

export const heldWords: Readonly<Record<HeldAs, string>> = {
  personal: 'Mine',
  employer: 'My employer’s',
  shared_by_team: 'Shared by a team',
}

export const valueWords: Readonly<Record<AccountValue, string>> = {
  high: 'Much',
  less_valuable: 'Little',
  not_sure: 'Not sure',
}

export const reasonWords: Readonly<Record<(typeof reasons)[number], string>> = {
  email: 'It is e-mail',
  social_media: 'It is social media',
  resets_other_accounts: 'It resets other accounts',
  sensitive_messages_or_files: 'Sensitive messages or files',
  money: 'Money',
  speaks_for_the_organisation: 'It speaks for the organisation',
  contacts_calendar_or_location: 'Contacts, calendar or location',
  leak_would_help_an_attacker: 'What it holds would help somebody against me or my work',
  messaging_platform_access: 'It can send messages to many people',
  other: 'Something else',
}

export const lowerWords: Readonly<Record<(typeof lowerReasons)[number], string>> = {
  nothing_private_in_it: 'Nothing private is in it',
  hardly_used: 'I hardly use it',
  to_be_closed: 'I am about to close it',
  other: 'Another reason',
}

export const visibilityWords: Readonly<Record<Visibility, { name: string; hint: string }>> = {
  counted_only: {
    name: 'Counted only',
    hint: 'Your security team sees that there is an account and how it stands, not where.',
  },
  shown_to_security: {
    name: 'Open to the security team',
    hint: 'They see which service it is and what is on, so that they can help.',
  },
}
