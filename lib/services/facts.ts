/** What is known of one service: which factors it offers and whether it holds on to the text message. Dated. */
import type {
  Category,
  DirectorySource,
  Method,
  MethodRole,
  Offered,
  OneOf,
  SmsConstraint,
} from '@/lib/vocabulary'

export type ServiceFacts = {
  id: string
  name: string
  domain: string
  category: Category
  /** Methods the service offers, in the words of the vocabulary. */
  methods: readonly Method[]
  fidoOffered: boolean
  /** What a passkey can do there; empty when none is offered. */
  passkeyUse: readonly MethodRole[]
  smsConstraint: SmsConstraint
  /** Google accounts may have Advanced Protection. */
  advancedProtection: boolean
  /** Registered by phone number (Signal, WhatsApp, Telegram): row 26 of the truth table. */
  registeredByPhone: boolean
  /** Does this carrier offer an account PIN (G5.0)? Absent for what is not a carrier. */
  carrierPinOffered?: Offered
  /** The day the facts were read, 2026-08-04. */
  asOf: string
  /** The files an administrator has loaded that speak of this service, with the day each was fetched. */
  readOn?: Readonly<Partial<Record<DirectorySource, string>>>
  /** The facts an administrator has corrected, with the day each was checked. */
  correctedOn?: Readonly<Partial<Record<CorrectableField, string>>>
}

/** What is asked of an account at a service nobody has facts about: a blank among these is never read as "off". */
export const methodsAskedWithoutFacts: readonly Method[] = [
  'fido_security_key',
  'passkey',
  'authenticator_code',
  'app_approval',
  'voice_code',
  'email_code',
]

/** What of a service an administrator may correct. */
export const correctableFields = [
  'methods',
  'fidoOffered',
  'passkeyUse',
  'smsConstraint',
  'advancedProtection',
  'registeredByPhone',
  'carrierPinOffered',
] as const
export type CorrectableField = OneOf<typeof correctableFields>

/** Facts that matter when somebody sets up or judges an account there. Sentences: lib/words/services.ts. */
export const cautions = [
  // what has to be there first
  'two_keys_needed',
  'two_keys_keep_the_phone_out',
  'code_app_before_key',
  'text_or_call_before_code_app',
  'ssh_key_first',
  // what does not work everywhere
  'passkey_on_its_own_devices',
  'passkey_in_browser_only',
  'key_not_in_phone_app',
  'phone_app_uses_text',
  'text_for_some_only',
  'token_on_request',
  'depends_on_plan',
  'fido_through_duo_only',
  'text_through_duo_only',
  'duo_replaces_the_others',
  // who decides
  'methods_set_by_organisation',
  'organisation_may_refuse_text',
  'sources_disagree',
  'mailbox_behind_it_decides',
  'phone_support_needs_backup',
  'recovery_questions_stay',
  'mailbox_outside_carrier_needed',
  // phone lines
  'locks_are_separate',
  'transfer_pin_is_not_the_pin',
  'only_holder_removes_lock',
  // messaging
  'registration_lock',
  'app_pin_is_the_second_factor',
  'ordinary_chats_not_end_to_end',
  'not_end_to_end',
] as const
export type Caution = OneOf<typeof cautions>

/** How the guidance names a service, as an example and no more. */
const guidanceRoles = ['fido_enrolment', 'password_manager', 'organisation_platform'] as const

/** A service as it ships: the facts that verdicts need, and what finds, explains and prepares an account there. */
export type CatalogueService = ServiceFacts & {
  /** Names people type instead: Gmail, Twitter. */
  otherNames: readonly string[]
  additionalDomains: readonly string[]
  /** ISO 3166 codes in small letters. Empty: everywhere. */
  onlyIn: readonly string[]
  notIn: readonly string[]
  /** The service's own names for its apps and tokens. */
  vendorApps: readonly string[]
  /** The strongest method it offers a second factor or sign-in with. */
  bestAvailable: Method | 'phone_or_email_only' | 'none'
  /** Id of the service whose account opens this one: record that one and point to it. */
  signsInThrough: string | null
  namedInGuidance: OneOf<typeof guidanceRoles> | null
  cautions: readonly Caution[]
  /** The carrier's own names for what stops a number or SIM from being moved. */
  lockNames: readonly string[]
}
