/** Codes of the guidance: items, labels beside a verdict, and next actions. Closed lists; sentences are in lib/words. */
import type { OneOf } from '@/lib/vocabulary'

export const itemIds = [
  'G2.0', 'G2.1', 'G2.2', 'G2.3', 'G2.4', 'G3.0', 'G3.1', 'G3.2', 'G3.3', 'G5.0', 'G5.1', 'G5.2',
  /** Totals of one account (truth table columns G2 and G3), of one line, and the person's own. */
  'G2', 'G3', 'G5',
] as const
export type ItemId = OneOf<typeof itemIds>

export const labelCodes = [
  'weak_fallback', 'forced_by_service', 'recovery_by_sms', 'weaker_method_left_on', 'fallback_required', 'sms_only',
  'service_offers_no_fido', 'sms_is_all_it_offers', 'no_second_factor', 'password_still_open', 'inherits',
  'parent_missing', 'registered_by_phone', 'value_not_decided', 'code_goes_to_mailbox', 'voice_is_the_same_number',
  'falls_with', 'one_key_only', 'blocked_by_administrator', 'carrier_offers_no_pin', 'number_has_no_carrier',
  'held_by_employer', 'default_pin', 'look_alike', 'carrier_offers_nothing_else', 'no_online_account',
  'judged_by_organisation', 'our_reading',
] as const
export type LabelCode = OneOf<typeof labelCodes>

export const actionCodes = [
  'keep_spare_key', 'remove_number_from_recovery', 'set_carrier_pin', 'turn_off_code_app', 'turn_off_sms',
  'turn_off_voice', 'add_key_or_passkey', 'add_key_then_turn_off_sms', 'set_up_code_app_then_turn_off_sms',
  'set_up_code_app', 'turn_on_best_method', 'look_at_sms', 'look_at_methods', 'look_at_recovery',
  'remove_password_way_in', 'open_that_account', 'add_that_account', 'decide_value', 'move_elsewhere',
  'ask_for_exception', 'turn_on_advanced_protection', 'ask_administrator_for_advanced_protection',
  'ask_account_holder_for_pin', 'choose_own_pin', 'look_at_pin', 'turn_on_carrier_mfa', 'open_carrier_account',
  'change_carrier_password', 'turn_on_number_locks', 'add_first_account', 'complete_inventory', 'add_first_line',
  'protect_recovery_mailbox',
] as const
export type ActionCode = OneOf<typeof actionCodes>
