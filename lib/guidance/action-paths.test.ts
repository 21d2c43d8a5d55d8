import { expect, test } from 'vitest'
import { doneElsewhere, pathsFor } from '@/lib/guidance/action-paths'
import { pieceShape } from '@/lib/guidance/pieces'
import { androidVectors } from '@/lib/posture/items/vectors/android.fixture'
import { iphoneVectors } from '@/lib/posture/items/vectors/iphone.fixture'
import { phoneVectors } from '@/lib/posture/items/vectors/phones.fixture'

const printed = (...of: Parameters<typeof pathsFor>) => pathsFor(...of).map(({ path }) => path.join(' › '))

test('whatever is to be done on a phone has its settings page, unless it is done elsewhere', () => {
  const asked = [...phoneVectors, ...iphoneVectors, ...androidVectors].flatMap(
    ({ item, piece, nextAction }) => {
      const platforms = [pieceShape(piece).platform ?? (['iphone', 'android'] as const)].flat()
      return nextAction && !doneElsewhere.includes(nextAction)
        ? platforms.map((platform) => ({ item, nextAction, platform }))
        : []
    },
  )
  expect(asked.length).toBeGreaterThan(60)
  const without = asked.filter(({ item, nextAction, platform }) => {
    const concerned = item !== 'A1' || platform === 'android'
    return concerned && pathsFor(nextAction, item, platform).length === 0
  })
  expect(without).toEqual([])
})

test('of several pages, the one it is done on', () => {
  expect(printed('turn_on_app_updates', 'G6.1', 'iphone')).toEqual([
    'Settings › Apps › App Store › App Updates',
  ])
  expect(printed('check_updates', 'G6.0', 'android')).toHaveLength(2)
  expect(printed('settle_vpn_answers', 'I4', 'iphone')).toEqual([
    'Settings › General › VPN & Device Management › VPN',
  ])
  expect(printed('turn_on_private_relay', 'I3', 'iphone')).toEqual([
    'Settings › your name › iCloud › Private Relay',
  ])
  expect(printed('set_up_encrypted_dns', 'I3', 'iphone')).toEqual([
    'Settings › General › VPN & Device Management › DNS',
  ])
  expect(printed('keep_to_one_store', 'A6', 'android')).toEqual([
    'Settings › Apps › Special app access › Install unknown apps',
  ])
})

test('what is bought, asked for or about no phone has none', () => {
  expect(printed('replace_phone', 'G7.0', 'iphone')).toEqual([])
  expect(printed('ask_for_icloud_plus', 'I4', 'iphone')).toEqual([])
  expect(printed('look_at_phone_setting', 'G8.0', null)).toEqual([])
})
