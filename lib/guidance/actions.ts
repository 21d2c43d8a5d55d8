/** Next actions as data: a rough honest time, and the order in which equals are told. Sentences are in lib/words. */
import type { ActionCode, ItemId } from '@/lib/guidance/codes'
import { habitActionMinutes } from '@/lib/guidance/codes-of-habits'
import { phoneActionMinutes } from '@/lib/guidance/codes-of-phones'

/** Minutes a person needs, with the settings found and no surprises. Our own estimates, not the guidance's. */
export const actionMinutes: Readonly<Record<ActionCode, number>> = {
  add_first_account: 3,
  add_first_line: 2,
  answer_piece: 3,
  add_first_phone: 2,
  add_first_app: 2,
  look_at_pin: 5,
  look_at_sms: 3,
  look_at_methods: 3,
  look_at_recovery: 3,
  complete_inventory: 10,
  review_leaks_again: 3,
  add_named_first: 3,
  add_that_account: 2,
  add_recovery_mailbox: 2,
  decide_value: 1,
  set_carrier_pin: 10,
  choose_own_pin: 10,
  ask_account_holder_for_pin: 10,
  turn_on_number_locks: 5,
  turn_off_sms: 5,
  turn_off_voice: 5,
  remove_number_from_recovery: 5,
  add_key_or_passkey: 10,
  add_key_then_turn_off_sms: 15,
  set_up_code_app: 5,
  set_up_code_app_then_turn_off_sms: 10,
  turn_on_best_method: 10,
  turn_off_code_app: 5,
  remove_password_way_in: 5,
  keep_spare_key: 10,
  turn_on_advanced_protection: 15,
  ask_administrator_for_advanced_protection: 5,
  turn_on_app_pin: 3,
  turn_on_carrier_mfa: 10,
  open_carrier_account: 10,
  change_carrier_password: 5,
  protect_recovery_mailbox: 10,
  open_that_account: 1,
  move_elsewhere: 30,
  ask_for_exception: 5,
  ...habitActionMinutes,
  ...phoneActionMinutes,
}

/** Among changes that close the same number of ways: what opens the view first, then what weighs most. Lower is first. */
export const actionRank: Readonly<Partial<Record<string, number>>> = Object.fromEntries(
  Object.keys(actionMinutes).map((action, rank) => [action, rank]),
)

/**
 * What this product proposes and the guidance does not ask for: drawn without its source, under a label of its own. That
 * a spare key is kept, that a chain is closed behind an account, that what cannot be mended is told.
 */
export const beyondGuidance: readonly ActionCode[] = [
  'keep_spare_key',
  'turn_off_voice',
  'turn_on_app_pin',
  'turn_on_number_locks',
  'open_carrier_account',
  'add_recovery_mailbox',
  'protect_recovery_mailbox',
  'move_elsewhere',
  'ask_for_exception',
]

/** Told on the page of the item, and never proposed or counted as overdue: a choice for when a phone is changed anyway. */
export const canWait: readonly ActionCode[] = ['choose_latest_next_time', 'note_for_next_phone']

/** What an action on an account, a line or the list is done for, where no verdict in hand says so. */
const doneFor: Readonly<Partial<Record<ActionCode, ItemId>>> = {
  complete_inventory: 'G2.1',
  add_first_account: 'G2.1',
  add_key_or_passkey: 'G2.0',
  add_key_then_turn_off_sms: 'G2.0',
  turn_on_best_method: 'G2.0',
  keep_spare_key: 'G2.0',
  look_at_methods: 'G2.0',
  turn_off_code_app: 'G2.3',
  remove_password_way_in: 'G2.3',
  turn_on_advanced_protection: 'G2.4',
  ask_administrator_for_advanced_protection: 'G2.4',
  turn_off_sms: 'G3.0',
  turn_off_voice: 'G3.0',
  look_at_sms: 'G3.0',
  remove_number_from_recovery: 'G3.1',
  look_at_recovery: 'G3.1',
  set_up_code_app: 'G3.2',
  set_up_code_app_then_turn_off_sms: 'G3.2',
  set_carrier_pin: 'G5.0',
  choose_own_pin: 'G5.0',
  look_at_pin: 'G5.0',
  ask_account_holder_for_pin: 'G5.0',
  turn_on_number_locks: 'G5.0',
  turn_on_carrier_mfa: 'G5.1',
  open_carrier_account: 'G5.1',
  change_carrier_password: 'G5.2',
}
export const itemsOfAction = (action: ActionCode): ItemId[] => [doneFor[action] ?? []].flat()
