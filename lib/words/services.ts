/** What is said about services: where the facts come from, and what to know before setting up or judging an account. */
import type { Caution } from '@/lib/services/facts'
import type { SmsConstraint } from '@/lib/vocabulary'

/** For the about page. Both licences ask for the name of the source. */
export const catalogueSources = [
  {
    source: '2fa_directory',
    name: '2FA Directory',
    by: '2factorauth and its contributors',
    address: 'https://2fa.directory',
    licence: 'MIT',
    licenceAddress: 'https://github.com/2factorauth/twofactorauth/blob/master/LICENSE',
    version: 'f3ac2ab71',
    readOn: '2026-08-04',
  },
  {
    source: 'passkeys_directory',
    name: 'Passkeys Directory',
    by: '2factorauth and its contributors',
    address: 'https://passkeys.2fa.directory',
    licence: 'CC BY 4.0',
    licenceAddress: 'https://creativecommons.org/licenses/by/4.0/',
    version: '4b68cbc',
    readOn: '2026-08-04',
  },
] as const

export const catalogueSourcesNote =
  'What each service offers comes from two public directories. The two are joined, put in the words used here, and corrected by your administrator where a date says so. A newer file of either that was loaded here is under the same licence.'

/** What a service does with text messages, as far as the directories say. */
export const smsConstraintSentences: Record<SmsConstraint, string> = {
  none_known: 'Text messages are offered; nothing is known that keeps you from turning them off.',
  not_offered: 'Text messages are not offered.',
  cannot_be_disabled: 'Once text messages are on, the service does not let you turn them off.',
  fallback_needed_not_necessarily_sms:
    'The service asks for a second method behind the key. Choose the code app, not text messages.',
  needed_as_fallback: 'The service keeps text messages on behind its other methods.',
  needed_to_set_up:
    'A phone number is needed to set this up. Look afterwards whether it still works as a way in.',
  only_second_factor: 'Text messages or calls are the only second factor the service offers.',
  phone_or_email_needed:
    'A phone number or a mailbox for recovery is needed first. The mailbox is the better choice.',
  phone_trusted_number_kept: 'A phone number stays on the account for recovery, also when keys are on.',
  registration_by_phone:
    'The phone number is how you are registered there. It is not a second factor to turn off.',
}

export const cautionSentences: Record<Caution, string> = {
  two_keys_needed: 'Have two security keys ready: one alone is not accepted.',
  two_keys_keep_the_phone_out:
    'Enrol in Advanced Protection with two keys or passkeys. With one, a recovery phone and mailbox are asked for.',
  code_app_before_key: 'Turn the code app on first, then add the key.',
  text_or_call_before_code_app: 'Some of its products ask for a text message or call before a code app.',
  ssh_key_first: 'An SSH key has to be on the account before a second factor can be added.',
  passkey_on_its_own_devices: "Signing in with a passkey works on the maker's own devices.",
  passkey_in_browser_only: 'The passkey works in the browser, not in the phone app.',
  key_not_in_phone_app: 'The key does not work in the phone app or on the mobile site.',
  phone_app_uses_text: 'The phone app falls back to text messages.',
  text_for_some_only:
    'Text messages work only for paying members and some carriers. An old set-up may no longer protect anything.',
  token_on_request: 'Hardware code tokens are given on request, to customers at high risk.',
  depends_on_plan: 'Which methods you have depends on your plan.',
  fido_through_duo_only: 'Security keys work only through Duo.',
  text_through_duo_only: 'Text messages and calls work only through Duo.',
  duo_replaces_the_others: 'Where your team uses Duo, the other second factors cannot be used.',
  methods_set_by_organisation: 'Your organisation decides which of these you may use.',
  organisation_may_refuse_text: 'An organisation there can refuse members who use text messages.',
  sources_disagree:
    'The two directories disagree about this service. What you see on your own account counts.',
  mailbox_behind_it_decides: 'Codes go to your mailbox, so this account is as safe as that mailbox.',
  phone_support_needs_backup: 'With a key on, support by phone asks for a second method.',
  recovery_questions_stay: 'A way back by text message or recovery questions stays on.',
  mailbox_outside_carrier_needed: 'Mailed codes have to go to a mailbox that is not with this carrier.',
  locks_are_separate: 'The locks on number and SIM are settings of their own, beside the account PIN.',
  transfer_pin_is_not_the_pin: 'The Number Transfer PIN is made for one move and is not the account PIN.',
  only_holder_removes_lock: 'Only the main account holder can take the SIM lock off.',
  registration_lock:
    'Its PIN together with Registration Lock protects the account, with the carrier PIN behind it.',
  app_pin_is_the_second_factor: 'The PIN or password set inside the app is its second factor.',
  ordinary_chats_not_end_to_end: 'Ordinary chats there are not end-to-end encrypted.',
  not_end_to_end: 'Messages there are not end-to-end encrypted.',
}
