import { describe, expect, test } from 'vitest'
import { itemIds } from '@/lib/guidance/codes'
import { items } from '@/lib/guidance/items'
import { pathsOf, settingPaths } from '@/lib/guidance/paths'
import { pieceShape, piecesOf } from '@/lib/guidance/pieces'
import { guidanceVersion } from '@/lib/guidance/version'
import { costOf } from '@/lib/words/costs'
import { questionsOfPhones } from '@/lib/words/questions-of-phones'

const printed = (item: 'I2' | 'I5' | 'A7') => pathsOf(item).map(({ path }) => path.join(' → '))

test('what the guidance prints is kept as it prints it, and marked so', () => {
  expect(printed('I2')).toEqual(['Settings → Apps → Messages → Send as Text Message'])
  expect(printed('I5')).toEqual(['Settings → Privacy & Security'])
  expect(printed('A7')).toEqual(['Settings → Apps → Permissions Manager'])
  const marked = settingPaths.filter(({ source }) => source === 'guidance').map(({ item }) => item)
  expect(marked).toEqual(['I2', 'I5', 'A7'])
})

test('each path is kept with a version of the guidance, and for the kind of phone its item is about', () => {
  for (const { item, platform, guidanceVersion: version, path } of settingPaths) {
    expect([item, version, items[item].platform ?? platform]).toEqual([item, guidanceVersion, platform])
    expect(path.length, item).toBeGreaterThan(1)
  }
})

test('everybody can find every setting that is asked of their phone', () => {
  for (const platform of ['iphone', 'android'] as const) {
    const asked = piecesOf('phone', platform).flatMap((piece) => pieceShape(piece).items)
    const concerned = asked.filter((item) => (items[item].platform ?? platform) === platform)
    expect(concerned.filter((item) => pathsOf(item, platform).length === 0)).toEqual([])
    expect(pathsOf('I2', 'android')).toEqual([])
  }
})

test('each path stands beside a question that is asked', () => {
  for (const { item, platform, question } of settingPaths) {
    const pieces = piecesOf('phone', platform).filter((piece) => pieceShape(piece).items.includes(item))
    expect([item, pieces.some((piece) => question && pieceShape(piece).questions[question])]).toEqual([
      item,
      true,
    ])
  }
})

describe('what is easily got wrong is said beside the question', () => {
  const { iphone_settings, android_messages, android_chrome, updates, vpn } = questionsOfPhones
  test.each([
    ['I2: not Text Message Forwarding', iphone_settings.sendAsText.hint, /Text Message Forwarding/],
    [
      'I3: a number in the Wi-Fi page is not encrypted',
      iphone_settings.encryptedDns.hint,
      /Wi-Fi network does not/,
    ],
    ['I3: a managed profile covers managed Wi-Fi', iphone_settings.covers.hint, /its own Wi-Fi only/],
    ['I4: Safari only', iphone_settings.browser.hint, /Safari/],
    ['A3: a name, not a number', android_messages.privateDns.hint, /takes a name/],
    ['A4: confirm, in each profile', android_chrome.httpsFirst.hint, /each profile/],
    ['A5: Enhanced is not the default', android_chrome.safeBrowsing.hint, /Enhanced is not/],
    ['G6: automatic does not prove that it ran', updates.looked.hint, /does not prove/],
    ['G6.1: two settings pages', updates.autoApps.hint, /settings of the store/],
    ['G8: hotels are still use', vpn.personalVpn.hint, /hotels/],
    ['G8: the 1.1.1.1 app and WARP', vpn.dnsOnly.hint, /WARP/],
  ])('%s', (_, said, expected) => {
    expect(said).toMatch(expected)
  })
})

test('what stops working is said before Lockdown Mode, Private Relay, Enhanced protection and automatic updates', () => {
  const told = itemIds.filter((item) => costOf(item) !== null)
  expect(told).toEqual(expect.arrayContaining(['I1', 'I4', 'A5', 'G6.1']))
  expect(costOf('I2')?.before).toMatch(/may wait, or not go at all/)
  expect(costOf('G6.0')).toBeNull()
})
