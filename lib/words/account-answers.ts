/** The closed words of an account as people read them: kinds, methods, and what an answer says. */
import type {
  AccountValue,
  Category,
  HeldAs,
  lowerReasons,
  Method,
  MethodRole,
  MethodState,
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

export const methodWords: Readonly<Record<Method, { name: string; hint?: string }>> = {
  fido_security_key: { name: 'Security key', hint: 'plugged in or tapped' },
  passkey: { name: 'Passkey', hint: 'in phone or password manager' },
  piv_cac: { name: 'Smart card', hint: 'PIV or CAC' },
  authenticator_code: { name: 'Code app', hint: 'six digits, changing' },
  app_approval: { name: 'Approve in an app' },
  vendor_code_app: { name: 'The service’s own code app' },
  hardware_code_token: { name: 'Code token', hint: 'a small device that shows codes' },
  sms_code: { name: 'Text message' },
  voice_code: { name: 'Phone call', hint: 'a code read aloud' },
  email_code: { name: 'Mailed code' },
  app_pin: { name: 'PIN of the app', hint: 'registration lock' },
  security_questions: { name: 'Security questions' },
  backup_codes: { name: 'Backup codes', hint: 'kept on paper' },
  other: { name: 'Something else' },
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

export const yesNoWords: Readonly<Record<YesNo, string>> = {
  yes: 'Yes',
  no: 'No',
  not_sure: 'Not sure',
  unanswered: 'Not answered yet',
}

export const smsRecoveryWords: Readonly<Record<SmsRecovery, string>> = {
  off: 'Off',
  on_can_be_removed: 'On, and can be removed',
  on_forced_by_service: 'On, and the service insists on it',
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
