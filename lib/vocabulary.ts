/**
 * Every closed list of words the product uses. Read this first.
 * A word stored in the database, sent in a form or printed in an export stands here once.
 */

export type OneOf<List extends readonly string[]> = List[number]

// ── people ────────────────────────────────────────────────────────────────────────────────────────────────
export const roles = ['staff', 'security', 'leadership', 'auditor', 'administrator'] as const
export type Role = OneOf<typeof roles>
export const tiers = ['standard', 'highly_targeted'] as const
export type Tier = OneOf<typeof tiers>
/** A person is invited until the first passkey, then active; a person who left is deactivated. */
export const personStates = ['invited', 'active', 'deactivated'] as const
export type PersonState = OneOf<typeof personStates>

// ── answers (guidance section 0) ──────────────────────────────────────────────────────────────────────────
/** What every question may also be answered with. Never read either as "no". */
export const noAnswer = ['not_sure', 'unanswered'] as const
export const verdicts = ['met', 'partly_met', 'not_met', 'not_applicable', 'unknown'] as const
export type Verdict = OneOf<typeof verdicts>
export const unknownKinds = ['never_asked', 'unanswered', 'not_sure', 'old'] as const
export type UnknownKind = OneOf<typeof unknownKinds>
export const freshnesses = ['current', 'due', 'old'] as const
export type Freshness = OneOf<typeof freshnesses>
export const confidences = ['self_stated', 'reviewed', 'imported', 'disputed'] as const
export type Confidence = OneOf<typeof confidences>
export const scopeKinds = ['organisation', 'person', 'account', 'line', 'phone', 'app'] as const
export type ScopeKind = OneOf<typeof scopeKinds>

/** What a verdict of the organisation is about: itself, or one thing that it keeps a list of. */
export const organisationScopeKinds = [
  'organisation',
  'platform_account',
  'credential',
  'third_party',
  'app',
  'device_group',
  'carrier',
] as const
export type OrganisationScopeKind = OneOf<typeof organisationScopeKinds>

// ── accounts (guidance section 1) ─────────────────────────────────────────────────────────────────────────
export const categories = [
  'email',
  'social',
  'messaging',
  'cloud',
  'finance',
  'carrier',
  'password_manager',
  'developer',
  'identity',
  'message_platform',
  'business',
  'retail',
  'other',
] as const
export type Category = OneOf<typeof categories>
/** Categories that start as high value; lowering one needs a reason. */
export const highByDefault: readonly Category[] = [
  'email',
  'social',
  'messaging',
  'cloud',
  'carrier',
  'password_manager',
  'identity',
  'message_platform',
]
/** The kinds a complete list answers for, e-mail and social media first (G2.1). 'business' stands for work systems. */
export const askedCategories = [
  'email',
  'social',
  'messaging',
  'cloud',
  'finance',
  'carrier',
  'password_manager',
  'business',
  'other',
] as const satisfies readonly Category[]
export type AskedCategory = OneOf<typeof askedCategories>
/** The kind asked about that a category is told under. */
export const askedAs: Readonly<Record<Category, AskedCategory>> = {
  email: 'email',
  social: 'social',
  messaging: 'messaging',
  cloud: 'cloud',
  finance: 'finance',
  carrier: 'carrier',
  password_manager: 'password_manager',
  developer: 'business',
  identity: 'business',
  message_platform: 'business',
  business: 'business',
  retail: 'other',
  other: 'other',
}
/** The accounts the guidance names first for enrolment (G2.2); each is asked about, whatever else is listed. */
export const namedFirst = ['microsoft', 'apple', 'google'] as const
export type NamedFirst = OneOf<typeof namedFirst>
export const namedFirstAnswers = ['have', 'none', 'unanswered'] as const
export type NamedFirstAnswer = OneOf<typeof namedFirstAnswers>
export type NamedFirstAnswers = Readonly<Record<NamedFirst, NamedFirstAnswer>>
export const nothingSaidOfNamedFirst: NamedFirstAnswers = {
  microsoft: 'unanswered',
  apple: 'unanswered',
  google: 'unanswered',
}
export const heldAs = ['personal', 'employer', 'shared_by_team'] as const
export type HeldAs = OneOf<typeof heldAs>
export const accountValues = ['high', 'less_valuable', 'not_sure'] as const
export type AccountValue = OneOf<typeof accountValues>
export const valueReasons = [
  'email',
  'social_media',
  'resets_other_accounts',
  'sensitive_messages_or_files',
  'money',
  'speaks_for_the_organisation',
  'contacts_calendar_or_location',
  'leak_would_help_an_attacker',
  'messaging_platform_access',
  'other',
] as const
export const lowerReasons = ['nothing_private_in_it', 'hardly_used', 'to_be_closed', 'other'] as const
export const signsInBy = ['own_sign_in', 'another_account', 'employer_single_sign_on', 'not_sure'] as const
export const methods = [
  'fido_security_key',
  'passkey',
  'piv_cac',
  'authenticator_code',
  'app_approval',
  'vendor_code_app',
  'hardware_code_token',
  'sms_code',
  'voice_code',
  'email_code',
  'app_pin',
  'security_questions',
  'backup_codes',
  'other',
] as const
export type Method = OneOf<typeof methods>
export const methodRoles = ['sign_in', 'second_factor', 'recovery'] as const
export type MethodRole = OneOf<typeof methodRoles>
export const methodStates = ['on', 'off', 'not_offered', ...noAnswer] as const
export type MethodState = OneOf<typeof methodStates>
/** Which app makes the codes (G3.2). The first three are examples named in the guidance. */
export const authenticatorApps = [
  'google_authenticator',
  'microsoft_authenticator',
  'authy',
  'in_password_manager',
  'other',
  ...noAnswer,
] as const
export type CodeApp = OneOf<typeof authenticatorApps>
export const yesNo = ['yes', 'no', ...noAnswer] as const
export type YesNo = OneOf<typeof yesNo>
export const smsRecoveries = [
  'off',
  'on_can_be_removed',
  'on_forced_by_service',
  /** It is on, and nobody knows whether the number could be taken out. */
  'on_removal_not_sure',
  'not_offered',
  ...noAnswer,
] as const
export type SmsRecovery = OneOf<typeof smsRecoveries>
export const forcedBases = ['service_facts', 'person_tried', 'reviewer_checked'] as const
export const keyCounts = ['0', '1', '2', '3_or_more', ...noAnswer] as const
export const offered = ['yes', 'no', 'not_known'] as const
export type Offered = OneOf<typeof offered>
export const advancedProtections = [
  'on',
  'off',
  'blocked_by_administrator',
  'not_applicable',
  ...noAnswer,
] as const
/** A personal account is counted only, until its holder opens it to the security team (decision 3). */
export const visibilities = ['counted_only', 'shown_to_security'] as const
export type Visibility = OneOf<typeof visibilities>

// ── services ──────────────────────────────────────────────────────────────────────────────────────────────
export const smsConstraints = [
  'none_known',
  'not_offered',
  'cannot_be_disabled',
  'fallback_needed_not_necessarily_sms',
  'needed_as_fallback',
  'needed_to_set_up',
  'only_second_factor',
  'phone_or_email_needed',
  'phone_trusted_number_kept',
  'registration_by_phone',
] as const
export type SmsConstraint = OneOf<typeof smsConstraints>
/** The public directories whose files an administrator may load. */
export const directorySources = ['2fa_directory', 'passkeys_directory'] as const
export type DirectorySource = OneOf<typeof directorySources>

// ── phone lines (G5) ──────────────────────────────────────────────────────────────────────────────────────
export const lineKinds = ['physical_sim', 'esim', 'app_number', ...noAnswer] as const
export const lineHolders = ['me', 'family_member', 'employer', ...noAnswer] as const
/** What a line is used for, as with phones. */
export const lineUses = ['work', 'personal', 'both', ...noAnswer] as const
export const accountPins = [
  'set',
  'not_set',
  'carrier_does_not_offer',
  'set_by_employer',
  ...noAnswer,
] as const
export const pinChoices = ['chosen_by_me', 'default_or_guessable', ...noAnswer] as const
/** What people take for the carrier's account PIN; only the first one is it (G5.0, traps). */
export const pinLookAlikes = [
  'account_pin',
  'number_transfer_pin',
  'sim_card_pin',
  'phone_unlock_code',
  'voicemail_pin',
  'carrier_app_lock',
  'number_or_sim_lock',
] as const
export const lockStates = ['on', 'off', 'not_offered', ...noAnswer] as const

// ── messages the organisation sends (C1 to C4) ────────────────────────────────────────────────────────────────────────
/** What the register of messaging platforms holds. The first five are answers of which there is one each. */
export const registerAnswerKinds = ['sending', 'staff', 'interfaces', 'monitoring', 'teaching'] as const
export const registerListKinds = [
  'platform',
  'account',
  'credential',
  'third_party',
  'event',
  'training',
] as const
export const registerKinds = [...registerAnswerKinds, ...registerListKinds] as const
export type RegisterKind = OneOf<typeof registerKinds>
export type RegisterAnswerKind = OneOf<typeof registerAnswerKinds>
export type RegisterListKind = OneOf<typeof registerListKinds>
/** Does the platform make everybody show a second step? */
export const mfaRequirements = ['yes', 'no', 'not_offered', ...noAnswer] as const
/** What somebody can do who signs in there. */
export const platformAccesses = ['administers', 'sends', 'reads', ...noAnswer] as const
/** Whose sign-in it is: people who left, agencies and shared log-ins are told apart (C1, traps). */
export const platformHolders = ['staff', 'former_staff', 'agency', 'shared_login', ...noAnswer] as const
export const platformSignIns = ['own_sign_in', 'employer_single_sign_on', ...noAnswer] as const
/** Besides a password: methods that are named, nothing, or it is not known. */
export const shownBesides = ['methods', 'password_only', ...noAnswer] as const
/** The methods asked about at a messaging platform, the strongest first. */
export const platformMethods = [
  'fido_security_key',
  'passkey',
  'piv_cac',
  'authenticator_code',
  'app_approval',
  'vendor_code_app',
  'hardware_code_token',
  'email_code',
  'sms_code',
  'voice_code',
  'security_questions',
  'other',
] as const satisfies readonly Method[]
export const keptWheres = ['secret_store', 'configuration', 'code', ...noAnswer] as const
export const compromises = ['none_seen', 'suspected', 'confirmed', ...noAnswer] as const
export const agreementStates = ['signed', 'not_signed', 'ended', ...noAnswer] as const
export const watchStates = ['yes', 'partly', 'no', ...noAnswer] as const
/** Whom a training was for: the audience meant is the team, not only who signs in (C4, traps). */
export const trainingAudiences = ['whole_team', 'platform_users', 'some_others'] as const

// ── the weakest way in ────────────────────────────────────────────────────────────────────────────────────
/** 0 open · 1 by phone number · 2 phishable · 3 phishing-resistant · 4 closed */
export const levels = [0, 1, 2, 3, 4] as const
export type Level = (typeof levels)[number]
export const techniques = [
  'password_alone',
  'number_moved',
  'text_or_call_intercepted',
  'person_tricked',
  'through_another_account',
] as const
export type Technique = OneOf<typeof techniques>

// ── exceptions (guidance section 0) ───────────────────────────────────────────────────────────────────────
export const exceptionReasons = [
  'service_does_not_offer',
  'employer_setting_prevents',
  'records_law',
  'accessibility_need',
  'mission_need',
  'device_on_order',
  'other',
] as const
export type ExceptionReason = OneOf<typeof exceptionReasons>
export const exceptionOutcomes = ['approved', 'refused'] as const
export type ExceptionOutcome = OneOf<typeof exceptionOutcomes>
/** How one ended before its day: by its holder, or by the security team. */
export const exceptionEnds = ['withdrawn', 'ended_by_security'] as const
export type ExceptionEnd = OneOf<typeof exceptionEnds>

// ── today ─────────────────────────────────────────────────────────────────────────────────────────────────
/** Why a next action cannot be taken; told apart from "not now". */
export const putOffReasons = ['service_does_not_offer', 'employer_decides', 'need_help'] as const
export type PutOffReason = OneOf<typeof putOffReasons>

// ── links, sessions ───────────────────────────────────────────────────────────────────────────────────────
export const ticketKinds = ['set_up', 'join', 'recovery'] as const
export type TicketKind = OneOf<typeof ticketKinds>
export const ceremonies = ['registration', 'sign_in', 'confirmation'] as const
export type Ceremony = OneOf<typeof ceremonies>
export const endedWhys = [
  'signed_out',
  'signed_in_again',
  'ended_by_holder',
  'ended_by_security',
  'expired',
  'passkey_removed',
  'recovered',
  'deactivated',
  'role_changed',
] as const
export type EndedWhy = OneOf<typeof endedWhys>
/** How somebody was known to be the person whose passkeys are to be replaced: always face to face. */
export const verifiedHows = ['known_in_person', 'document_in_person', 'vouched_in_person'] as const
export type VerifiedHow = OneOf<typeof verifiedHows>
export const recoveryEnds = ['used', 'withdrawn', 'stopped_by_holder', 'wrong_code'] as const
export type RecoveryEnd = OneOf<typeof recoveryEnds>
/** Roles that open what is not one's own: no administrator gives one of these alone and at once. */
export const powerfulRoles = ['security', 'auditor', 'administrator'] as const satisfies readonly Role[]
/** What the giving of a role waits for: a second administrator, or time where there is none. */
export const roleWaits = ['approval', 'time'] as const
export type RoleWait = OneOf<typeof roleWaits>
export const roleRequestEnds = [
  'approved',
  'in_time',
  'stopped',
  'stopped_by_holder',
  /** Another change of role or a leaving came first. */
  'overtaken',
  'lapsed',
] as const
export type RoleRequestEnd = OneOf<typeof roleRequestEnds>
/** How a browser may reach an authenticator (WebAuthn Level 3 section 5.8.4). */
export const transports = ['ble', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
export type Transport = OneOf<typeof transports>
export const openingReasons = [
  'help_was_asked',
  'review_together',
  'incident',
  'exposure_follow_up',
  'other',
] as const
export type OpeningReason = OneOf<typeof openingReasons>

// ── aides ─────────────────────────────────────────────────────────────────────────────────────────────────
/** What somebody may let another answer for them. */
export const aideScopes = ['accounts', 'lines', 'phones_and_apps', 'habits'] as const
export type AideScope = OneOf<typeof aideScopes>
export const delegationEnds = ['ended_by_holder', 'declined', 'stopped_by_aide', 'deactivated'] as const
export type DelegationEnd = OneOf<typeof delegationEnds>

// ── incidents (guidance section 10) ───────────────────────────────────────────────────────────────────────
/** What something odd is nearest to; each has first steps of its own. */
export const incidentKinds = [
  'linked_device',
  'code_not_asked_for',
  'signal_lost',
  'phone_lost',
  'message_or_link',
  'account_changed',
  'other',
] as const
export type IncidentKind = OneOf<typeof incidentKinds>
export const incidentStates = ['draft', 'ready', 'reported', 'closed'] as const
export type IncidentState = OneOf<typeof incidentStates>
export const reportedTos = [
  'own_security_team',
  'cisa_phone',
  'cisa_email',
  'cisa_online',
  'app_report_button',
  'carrier',
  'law_enforcement',
  'nobody_yet',
] as const
export type ReportedTo = OneOf<typeof reportedTos>
/** What became of a sheet: each is a row with who and when. */
export const incidentEventKinds = ['handed', 'taken_back', 'opened', 'noted'] as const
export type IncidentEventKind = OneOf<typeof incidentEventKinds>

// ── exports ───────────────────────────────────────────────────────────────────────────────────────────────
export const exportKinds = ['verdicts', 'accounts', 'lines', 'platforms', 'audit'] as const
export type ExportKind = OneOf<typeof exportKinds>

/** Forms send strings: the outcome of a command names its field with the path zod gives. */
export type FieldProblems = Record<string, string[]>
