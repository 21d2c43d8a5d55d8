/**
 * Where a setting is found, by the names on the screen. Kept with the version of the guidance, for menus move: those that
 * the guidance itself prints are marked so; the others are ours, as the systems of 2025 and 2026 name them.
 */
import type { ItemId } from '@/lib/guidance/codes'
import { guidanceVersion } from '@/lib/guidance/version'

export type SettingPath = {
  guidanceVersion: string
  item: ItemId
  platform: 'iphone' | 'android'
  path: readonly string[]
  source: 'guidance' | 'ours'
  /** The question it stands beside, where the item has several. */
  question?: string
}

const settings = 'Settings'
const appleName = 'your name'
const storePicture = 'your picture'
const chromeSettings = ['Chrome', '⋮', settings, 'Privacy and security'] as const
const iphoneUpdates = [settings, 'General', 'Software Update'] as const
const privateRelay = [settings, appleName, 'iCloud', 'Private Relay'] as const
const iphoneVpn = [settings, 'General', 'VPN & Device Management'] as const

const at = (
  item: ItemId,
  platform: SettingPath['platform'],
  path: readonly string[],
  more: Partial<Pick<SettingPath, 'source' | 'question'>> = {},
): SettingPath => ({ guidanceVersion, item, platform, path, source: 'ours', ...more })

export const settingPaths: readonly SettingPath[] = [
  at('G6.0', 'iphone', iphoneUpdates, { question: 'lastCheckedOn' }),
  at('G6.0', 'iphone', ['App Store', storePicture, 'Updates'], { question: 'pending' }),
  at('G6.0', 'android', [settings, 'System', 'Software updates'], { question: 'lastCheckedOn' }),
  at('G6.0', 'android', ['Play Store', storePicture, 'Manage apps and device'], { question: 'pending' }),
  at('G6.1', 'iphone', [...iphoneUpdates, 'Automatic Updates'], { question: 'autoSystem' }),
  at('G6.1', 'iphone', [settings, 'Apps', 'App Store', 'App Updates'], { question: 'autoApps' }),
  at('G6.1', 'android', [settings, 'System', 'Software updates'], { question: 'autoSystem' }),
  at('G6.1', 'android', ['Play Store', storePicture, settings, 'Network preferences', 'Auto-update apps'], {
    question: 'autoApps',
  }),
  at('G7.0', 'iphone', [settings, 'General', 'About', 'Model Name'], { question: 'generation' }),
  at('G7.0', 'android', [settings, 'About phone', 'Model'], { question: 'generation' }),
  at('A1', 'android', [settings, 'About phone', 'Model'], { question: 'generation' }),
  at('G8.0', 'iphone', [...iphoneVpn, 'VPN'], { question: 'personalVpn' }),
  at('G8.0', 'android', [settings, 'Network & internet', 'VPN'], { question: 'personalVpn' }),
  at('I1', 'iphone', [settings, 'Privacy & Security', 'Lockdown Mode'], { question: 'lockdown' }),
  at('I2', 'iphone', [settings, 'Apps', 'Messages', 'Send as Text Message'], {
    source: 'guidance',
    question: 'sendAsText',
  }),
  at('I3', 'iphone', [...iphoneVpn, 'DNS'], { question: 'encryptedDns' }),
  at('I3', 'iphone', privateRelay, { question: 'privateRelay' }),
  at('I4', 'iphone', privateRelay, { question: 'privateRelay' }),
  at('I5', 'iphone', [settings, 'Privacy & Security'], { source: 'guidance', question: 'reviewed' }),
  at('A2', 'android', ['Google Messages', storePicture, 'Messages settings', 'RCS chats'], {
    question: 'rcs',
  }),
  at('A3', 'android', [settings, 'Network & internet', 'Private DNS'], { question: 'privateDns' }),
  at('A4', 'android', [...chromeSettings, 'Always use secure connections'], { question: 'httpsFirst' }),
  at('A5', 'android', [...chromeSettings, 'Safe Browsing'], { question: 'safeBrowsing' }),
  at('A6', 'android', ['Play Store', storePicture, 'Play Protect'], { question: 'playProtect' }),
  at('A6', 'android', [settings, 'Apps', 'Special app access', 'Install unknown apps'], {
    question: 'otherSources',
  }),
  at('A7', 'android', [settings, 'Apps', 'Permissions Manager'], {
    source: 'guidance',
    question: 'reviewed',
  }),
]

/** The settings pages of an item. @param platform of the phone in question; without, those of every kind of phone. */
export const pathsOf = (item: ItemId, platform?: string): SettingPath[] =>
  settingPaths.filter((one) => one.item === item && (platform === undefined || one.platform === platform))
