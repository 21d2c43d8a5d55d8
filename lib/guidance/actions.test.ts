import { describe, expect, test } from 'vitest'
import { beyondGuidance } from '@/lib/guidance/actions'
import { type ActionCode, actionCodes } from '@/lib/guidance/codes'
import { actionWords } from '@/lib/words/actions'
import { costOf, costOfAction } from '@/lib/words/costs'
import { guidanceWords } from '@/lib/words/guidance'
import { howTo } from '@/lib/words/how-to'

const about = { name: 'Mailbox', service: 'Mailbox' }
const stepsOf = (action: ActionCode) => actionWords[action].steps(about)

describe('what the guidance does not ask for', () => {
  test('is this, and no more', () => {
    expect(beyondGuidance).toEqual([
      'keep_spare_key',
      'turn_off_voice',
      'turn_on_app_pin',
      'turn_on_number_locks',
      'open_carrier_account',
      'add_recovery_mailbox',
      'protect_recovery_mailbox',
      'move_elsewhere',
      'ask_for_exception',
    ])
  })
  test('is not passed off as the guidance’s', () => {
    for (const action of actionCodes) {
      const source = howTo({ action, about }).source
      expect([action, source]).toEqual([
        action,
        beyondGuidance.includes(action) ? null : expect.stringMatching(/^CISA, .* version 2\.0$/),
      ])
    }
    expect(guidanceWords.beyondSays).toMatch(/does not ask for it/)
  })
})

describe('what an action costs is said before it is done', () => {
  test('Advanced Protection: which mail apps stop, before the keys and before enrolling', () => {
    const steps = stepsOf('turn_on_advanced_protection')
    const enrol = steps.findIndex((step) => /enrol/.test(step))
    expect(steps.findIndex((step) => /stop working/.test(step))).toBe(0)
    expect(enrol).toBeGreaterThan(1)
    expect(costOfAction('turn_on_advanced_protection')?.before).toMatch(/mail apps/i)
  })
  test('number locks: that they stop one’s own moves, and travel, before they are turned on', () => {
    const steps = stepsOf('turn_on_number_locks')
    expect(steps[0]).toMatch(/stop you too.*travel/)
    expect(steps.findIndex((step) => /Turn both on/.test(step))).toBeGreaterThan(0)
    expect(costOf('G5.0')?.changes.join(' ')).toMatch(/travel/)
  })
  test('Lockdown Mode: its list comes first, and is read first', () => {
    expect(stepsOf('turn_on_lockdown')[0]).toMatch(/^Read first what it changes/)
    expect(costOfAction('turn_on_lockdown')).toBe(costOf('I1'))
  })
  test('what nothing stops working by says nothing', () => {
    expect(costOfAction('check_updates')).toBeNull()
  })
})

test('the settings pages of an action stand above its steps, each once, on the kind of phone it is about', () => {
  const pages = howTo({ action: 'review_permissions', about, items: ['I5', 'I5'], platform: 'iphone' }).paths
  expect(pages).toEqual([['Settings', 'Privacy & Security']])
  expect(howTo({ action: 'replace_phone', about, items: ['G7.0'], platform: 'iphone' }).paths).toEqual([])
  expect(howTo({ action: 'turn_off_sms', about }).paths).toEqual([])
})
