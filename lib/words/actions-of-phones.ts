/**
 * The one next thing on a phone: its title and its steps. `name` is what the person calls the phone, '' without a name.
 * The exact page of the settings stands in lib/guidance/paths.ts and is drawn above the steps, after what it costs.
 */
import type { phoneActionCodes } from '@/lib/guidance/codes-of-phones'
import type { ActionWords } from '@/lib/words/actions'

type PhoneAction = (typeof phoneActionCodes)[number]
const on = (name: string) => (name ? ` on ${name}` : '')
const of = (name: string) => (name ? ` of ${name}` : '')
const lastly = 'Come back here and say what is so now.'

export const phoneActionWords: Readonly<Record<PhoneAction, ActionWords>> = {
  look_at_phone_setting: {
    title: (name) => `Look at a setting${on(name)}`,
    steps: () => ['Open the settings page that is named above.', 'Come back here and say what you found.'],
  },
  check_updates: {
    title: (name) => `Look for updates${on(name)}`,
    steps: () => [
      'Open the update page of the system, and wait until it has looked.',
      'Then look at the store’s own list: apps are updated apart from the system.',
      'Come back here: one tap when nothing is waiting.',
    ],
  },
  install_updates: {
    title: (name) => `Install what is waiting${on(name)}`,
    steps: () => [
      'Put the phone on power and Wi-Fi. If it says that storage is full, make room first.',
      'Install the system first and let it restart, then update all apps.',
      'Come back here and say that nothing is waiting any more.',
    ],
  },
  turn_on_system_updates: {
    title: (name) => `Let the system${of(name)} update by itself`,
    steps: () => [
      'Open the update page of the system, and turn on both: that it downloads, and that it installs.',
      'It installs at night on power and Wi-Fi. A phone that is never restarted may never do it.',
      lastly,
    ],
  },
  turn_on_app_updates: {
    title: (name) => `Let the apps${of(name)} update by themselves`,
    steps: () => [
      'Open the settings of the app store: this is another page than that of the system.',
      lastly,
    ],
  },
  choose_phone_model: {
    title: (name) => (name ? `Say which model ${name} is` : 'Say which model this phone is'),
    steps: () => [
      'The settings of the phone show its model under “About”.',
      'Choose it from your security team’s list. When it is not there, tell them, so that they add it.',
      'Add the month in which you got it: it decides how long a promise of updates still runs.',
    ],
  },
  replace_phone: {
    title: (name) => (name ? `Replace ${name}` : 'Replace this phone'),
    steps: () => [
      'Its maker mends no more holes in it, and no setting makes up for that.',
      'Until you have another, keep what must stay private off it.',
      'Choose the maker’s latest model, and one that gets security updates for five years or more.',
    ],
  },
  ask_for_newer_phone: {
    title: (name) => (name ? `Ask your employer to replace ${name}` : 'Ask your employer for a newer phone'),
    steps: () => [
      'Your employer chose this phone, so replacing it is for them. Tell your security team.',
      'Until you have another, keep what must stay private off it.',
    ],
  },
  choose_latest_next_time: {
    title: () => 'Choose the latest model when you next change phones',
    steps: () => [
      'There is no hurry: this phone is still supported.',
      'When you change phones for reasons of your own, choose the maker’s latest. New hardware has protections that updates cannot add.',
    ],
  },
  note_for_next_phone: {
    title: () => 'Note what to look for in your next phone',
    steps: () => [
      'There is no hurry: this phone still gets security updates.',
      'Look for one that keeps keys in hardware, gets security updates every month, and gets them for five years from the day you choose it.',
    ],
  },
  remove_personal_vpn: {
    title: (name) => `Remove your own VPN${name ? ` from ${name}` : ''}`,
    steps: () => [
      'Look for it among the apps. A virus scanner, a browser or an ad blocker may have brought it along.',
      'Delete the app, and its profile on the VPN page of the settings.',
      'If you need it to reach somebody abroad, ask for an exception with an end date.',
      lastly,
    ],
  },
  settle_vpn_answers: {
    title: (name) => `See which VPN runs${on(name)}`,
    steps: () => [
      'Open the VPN page of the settings, and see which VPN stands there and whether it runs.',
      'Say in the piece “VPN” of this phone whose it is. If you cannot tell, ask your security team.',
      'On an iPhone, answer the question on Private Relay once more: it stands aside only while a VPN runs.',
    ],
  },
  turn_on_lockdown: {
    title: (name) => `Turn on Lockdown Mode${on(name)}`,
    steps: () => [
      'Read first what it changes. Install a profile for encrypted DNS first, if you want one: afterwards it cannot be installed.',
      'Turn it on. The phone restarts.',
      'If you cannot live with it, ask for an exception with a reason. Your answer then stays honest.',
    ],
  },
  ask_employer_to_allow: {
    title: (name) => `Ask your employer to allow this${on(name)}`,
    steps: () => [
      'Your employer’s settings do not let you turn it on. You cannot mend that.',
      'Tell your security team which setting it is.',
    ],
  },
  turn_off_send_as_text: {
    title: (name) => `Turn off “Send as Text Message”${on(name)}`,
    steps: () => [
      'Open Settings, Apps, Messages, and switch “Send as Text Message” off. “Text Message Forwarding” is another setting.',
      'From then on, a message to another iPhone waits when it cannot go encrypted. It may not go at all.',
      lastly,
    ],
  },
  turn_on_private_relay: {
    title: (name) => `Turn on iCloud Private Relay${on(name)}`,
    steps: () => [
      'Open Settings, your name, iCloud, Private Relay, and turn it on.',
      'Then open the Wi-Fi you use and your mobile data: each can have it off for itself, in “Limit IP Address Tracking”.',
      lastly,
    ],
  },
  ask_for_icloud_plus: {
    title: () => 'Ask your organisation for iCloud+',
    steps: () => [
      'Private Relay comes with iCloud+, a paid plan. Ask your security team whether your organisation pays for it.',
      'Until then, an encrypted resolver is the free part of it.',
    ],
  },
  set_up_encrypted_dns: {
    title: (name) => `Encrypt the names that are looked up${on(name)}`,
    steps: () => [
      'Install the app or profile of the resolver you choose. The guidance names Cloudflare, Google and Quad9 as examples.',
      'A number typed into the page of a Wi-Fi network is not encrypted, and holds for that network alone.',
      'Have it cover Wi-Fi and mobile data.',
      lastly,
    ],
  },
  cover_mobile_data: {
    title: (name) => `Have the encrypted resolver cover mobile data too${on(name)}`,
    steps: () => [
      'Open the resolver’s app or its profile, and look which networks it covers.',
      'A profile from your employer’s management may cover its own Wi-Fi only. Then add one of your own, or ask your security team.',
      lastly,
    ],
  },
  review_permissions: {
    title: (name) => `Look through what apps may see${on(name)}`,
    steps: () => [
      'Start with Location: two minutes. Take it back from each app that does not need it to work.',
      'Then camera and microphone. Contacts, photos and health are worth a look too.',
      'Come back here with rough counts. Nobody needs to know which apps.',
    ],
  },
  take_back_permissions: {
    title: (name) => `Take back what apps do not need${on(name)}`,
    steps: () => [
      'Open the list of apps with location, camera and microphone once more.',
      'Take each back where the app works without it. An app that truly needs it asks again.',
      lastly,
    ],
  },
  move_chat: {
    title: () => 'Move the chat without a lock to your encrypted app',
    steps: () => [
      'Without the lock, a chat can be read on its way, and one person without it opens it for the whole group.',
      'Agree with the others on the encrypted app, and go on there. Tell them that by another way than this chat.',
      'Chats with companies are never encrypted from end to end. Keep them to what anybody may read.',
      lastly,
    ],
  },
  choose_dns_hostname: {
    title: (name) => `Name a resolver for Private DNS${on(name)}`,
    steps: () => [
      'Open Private DNS, choose the provider’s hostname, and type a name, not a number: one.one.one.one, dns.google or dns.quad9.net.',
      'They are the resolvers that the guidance names as examples.',
      'A network that blocks it may ask you to turn it off. Turn it on again when you leave.',
      lastly,
    ],
  },
  turn_on_secure_connections: {
    title: (name) => `Turn on “Always use secure connections” in Chrome${on(name)}`,
    steps: () => [
      'Open Chrome, Settings, Privacy and security. If you use several profiles, look in each of them.',
      lastly,
    ],
  },
  turn_on_enhanced_protection: {
    title: (name) => `Choose Enhanced protection in Chrome${on(name)}`,
    steps: () => [
      'Open Chrome, Settings, Privacy and security, Safe Browsing, and choose Enhanced protection.',
      'If your employer manages Chrome and it cannot be changed, tell your security team.',
      lastly,
    ],
  },
  turn_on_play_protect: {
    title: (name) => `Turn on Play Protect${on(name)}`,
    steps: () => [
      'Open the Play Store, tap your picture, Play Protect, and turn scanning on.',
      'A phone without Google’s services has no Play Protect. Then say so; you cannot mend that by a setting.',
      lastly,
    ],
  },
  look_at_scans: {
    title: (name) => `Look at the scans of Play Protect${on(name)}`,
    steps: () => [
      'Open the Play Store, tap your picture, Play Protect, and read what the last scan found.',
      lastly,
    ],
  },
  keep_to_one_store: {
    title: (name) => `Install apps from known sources only${on(name)}`,
    steps: () => [
      'Take back from browsers and file apps that they may install unknown apps.',
      'Remove what you installed that way and do not need. Your employer’s own store is a known source.',
      lastly,
    ],
  },
}

/** The same as leadership reads them: what many people would do. */
export const phoneManyWords: Readonly<Record<PhoneAction, string>> = {
  look_at_phone_setting: 'Look at a setting of the phone',
  check_updates: 'Look for updates',
  install_updates: 'Install waiting updates',
  turn_on_system_updates: 'Let the system update by itself',
  turn_on_app_updates: 'Let apps update by themselves',
  choose_phone_model: 'Say which model the phone is',
  replace_phone: 'Replace phones without support',
  ask_for_newer_phone: 'Replace employer phones without support',
  choose_latest_next_time: 'Choose the latest model next time',
  note_for_next_phone: 'Choose models with long updates next time',
  remove_personal_vpn: 'Remove personal VPNs',
  settle_vpn_answers: 'See which VPN runs on the phone',
  turn_on_lockdown: 'Turn on Lockdown Mode',
  ask_employer_to_allow: 'Allow on employer phones what is blocked',
  turn_off_send_as_text: 'Turn off “Send as Text Message”',
  turn_on_private_relay: 'Turn on iCloud Private Relay',
  ask_for_icloud_plus: 'Decide whether to pay for iCloud+',
  set_up_encrypted_dns: 'Encrypt the names that phones look up',
  cover_mobile_data: 'Have encrypted DNS cover mobile data',
  review_permissions: 'Look through app permissions',
  take_back_permissions: 'Take back permissions apps do not need',
  move_chat: 'Move chats without a lock',
  choose_dns_hostname: 'Name a resolver for Private DNS',
  turn_on_secure_connections: 'Turn on secure connections in Chrome',
  turn_on_enhanced_protection: 'Turn on Enhanced protection in Chrome',
  turn_on_play_protect: 'Turn on Play Protect',
  look_at_scans: 'Look at Play Protect’s scans',
  keep_to_one_store: 'Install apps from known sources only',
}
