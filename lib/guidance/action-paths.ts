/** Which settings pages a next action needs, so that they can be drawn beside its steps. */
import type { ActionCode, ItemId } from '@/lib/guidance/codes'
import { pathsOf, type SettingPath } from '@/lib/guidance/paths'

/** Done elsewhere than in the settings: with an employer, in a shop, in a chat. */
export const doneElsewhere: readonly ActionCode[] = [
  'answer_piece',
  'replace_phone',
  'ask_for_newer_phone',
  'ask_employer_to_allow',
  'ask_for_icloud_plus',
  'choose_latest_next_time',
  'note_for_next_phone',
  'move_chat',
]
/** Where the page is another item's. */
const pageOfItem: Readonly<Partial<Record<ActionCode, ItemId>>> = {
  remove_personal_vpn: 'G8.0',
  settle_vpn_answers: 'G8.0',
  turn_on_private_relay: 'I4',
}
/** Where the item has several pages, the question whose page it is. */
const pageOfQuestion: Readonly<Partial<Record<ActionCode, string>>> = {
  turn_on_system_updates: 'autoSystem',
  turn_on_app_updates: 'autoApps',
  set_up_encrypted_dns: 'encryptedDns',
  cover_mobile_data: 'encryptedDns',
  turn_on_play_protect: 'playProtect',
  look_at_scans: 'playProtect',
  keep_to_one_store: 'otherSources',
}

/**
 * The pages of the settings on which an action is done.
 * @param item the action is told for
 * @param platform of the phone; null for what is about no phone, which has none
 */
export function pathsFor(action: ActionCode, item: ItemId, platform: string | null): SettingPath[] {
  if (platform === null || doneElsewhere.includes(action)) return []
  const question = pageOfQuestion[action]
  return pathsOf(pageOfItem[action] ?? item, platform).filter(
    (path) => question === undefined || path.question === question,
  )
}
