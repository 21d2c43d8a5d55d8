/** What changes or stops working when a recommendation is followed: said before it is turned on, never after. */
import type { ActionCode, ItemId } from '@/lib/guidance/codes'

export type Cost = {
  /** In one sentence, before anything else. */
  before: string
  changes: readonly string[]
}

const costs: Readonly<Partial<Record<ItemId, Cost>>> = {
  'G2.4': {
    before: 'Mail apps that are not Google’s may stop working with it.',
    changes: [
      'Have two keys or passkeys at hand first. With one, Google asks for a recovery phone, and the number is a way in again.',
      'Some other apps that read your Google account stop working as well.',
      'Downloads are checked more strictly, and a forgotten key takes days to make good.',
      'At work an administrator has to allow it first.',
    ],
  },
  /** Of the locks against moving the number: the PIN itself stops nothing of one's own. */
  'G5.0': {
    before:
      'The locks stop you too: a new phone, an eSIM or a move to another company waits until they are off.',
    changes: [
      'Before you travel with a new phone or another SIM card, turn them off while you are still at home.',
      'Taking a lock off may take a call, a day, or whoever holds the contract.',
      'Turn them on again afterwards. The account PIN stays as it is.',
    ],
  },
  'G6.1': {
    before: 'The phone may restart at night to install an update.',
    changes: [
      'It needs power and Wi-Fi at night, and free storage.',
      'A new version can look or behave differently in the morning.',
      'Where your employer decides when updates come, it stays your employer’s decision.',
    ],
  },
  'G8.0': {
    before: 'Sites that are open only from another country, or only through the VPN, stop working.',
    changes: [
      'Your internet provider sees again which sites you visit, as it does for most people.',
      'The VPN your employer gives you stays as it is.',
    ],
  },
  I1: {
    before: 'The phone restarts, and some apps, sites and features work in part or not at all.',
    changes: [
      'Messages: most kinds of attachments are blocked, and links show no preview.',
      'FaceTime calls and invitations from people you have not called lately are blocked.',
      'Sites: some load slowly, without their fonts or images, or do not work. You can leave a site out.',
      'Photos: shared albums are taken off the phone, and the place is left out when you share a picture.',
      'Cables: connecting to a computer or an accessory needs the phone unlocked.',
      'Networks: it does not join open Wi-Fi by itself, and old mobile networks are off.',
      'Management: profiles cannot be installed, and an employer cannot enrol the phone, while it is on. What is installed stays.',
      'Ordinary calls and text messages keep working, emergency calls too.',
    ],
  },
  I2: {
    before: 'A message to another iPhone may wait, or not go at all, when it cannot go encrypted.',
    changes: [
      'You see “Not delivered”, and can decide for yourself what to do.',
      'Messages to people without an Apple device still go as text messages or RCS.',
    ],
  },
  I3: {
    before: 'Some networks with a sign-in page, such as hotels, may not open until it is paused.',
    changes: ['Filters of a network, such as a family’s or an employer’s, may stop working on this phone.'],
  },
  I4: {
    before: 'It comes with a paid plan, and some sites and networks do not work with it.',
    changes: [
      'Sites see a rough place instead of your address, and may ask more often that you prove who you are.',
      'Some networks of employers and schools do not allow it. It can be off for one network alone.',
      'It works in Safari only, and does nothing while a VPN runs.',
    ],
  },
  I5: {
    before: 'An app that truly needs something asks for it again when you use it.',
    changes: ['Maps without your location, or a video call without the camera, wait until you allow it.'],
  },
  A2: {
    before: 'With RCS off, those chats go as ordinary text messages, which are not encrypted at all.',
    changes: ['Move what must stay private to your encrypted app first, and only then turn RCS off.'],
  },
  A3: {
    before: 'Some networks block it: then nothing loads until it is off. Turn it on again when you leave.',
    changes: ['Filters of a network, such as a family’s or an employer’s, may stop working on this phone.'],
  },
  A4: {
    before: 'Chrome asks you first before it opens a site that has no secure connection.',
    changes: ['Old sites, and the pages of some devices at home, show that warning.'],
  },
  A5: {
    before: 'Chrome sends more of what you open to Google, so that it can be checked.',
    changes: [
      'Addresses of sites, and samples of pages, downloads and extensions, are checked by Google as you go.',
      'While you are signed in to Chrome, it is linked with your Google account for a time.',
    ],
  },
  A6: {
    before: 'Play Protect looks through your apps, and may turn one off or ask to send it to Google.',
    changes: ['An app from another source that you need may be warned about each time.'],
  },
  A7: {
    before: 'An app that truly needs something asks for it again when you use it.',
    changes: ['Maps without your location, or a video call without the camera, wait until you allow it.'],
  },
}

/** What it costs and changes for the person; null where nothing changes that they would notice. */
export const costOf = (item: ItemId): Cost | null => costs[item] ?? null

/** What an action costs, said before its steps; null where nothing stops working by it. */
export function costOfAction(action: ActionCode): Cost | null {
  const item = costlyActions[action]
  return item ? costOf(item) : null
}

const costlyActions: Readonly<Partial<Record<ActionCode, ItemId>>> = {
  turn_on_advanced_protection: 'G2.4',
  ask_administrator_for_advanced_protection: 'G2.4',
  turn_on_number_locks: 'G5.0',
  turn_on_system_updates: 'G6.1',
  turn_on_app_updates: 'G6.1',
  remove_personal_vpn: 'G8.0',
  turn_on_lockdown: 'I1',
  turn_off_send_as_text: 'I2',
  set_up_encrypted_dns: 'I3',
  turn_on_private_relay: 'I4',
  ask_for_icloud_plus: 'I4',
  review_permissions: 'I5',
  take_back_permissions: 'I5',
  choose_dns_hostname: 'A3',
  turn_on_secure_connections: 'A4',
  turn_on_enhanced_protection: 'A5',
  turn_on_play_protect: 'A6',
}
