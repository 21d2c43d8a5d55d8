import { describe, expect, it } from 'vitest'
import { actionMinutes } from '@/lib/guidance/actions'
import { actionCodes, itemIds, labelCodes } from '@/lib/guidance/codes'
import { items } from '@/lib/guidance/items'
import { actionWords } from '@/lib/words/actions'
import { itemWords, labelWords } from '@/lib/words/guidance'
import { closesSentence, heldNumberSentence, looksSentence, minutesWords } from '@/lib/words/posture'
import { inventoryTraps } from '@/lib/words/traps'

describe('what a change comes to', () => {
  it('promises nothing of an action that only looks', () => {
    expect(looksSentence(0, [])).toBe('Until you look, it counts as unknown.')
    expect(looksSentence(1, ['Signal'])).toBe(
      'Until you look, it counts as unknown. Where all is well, it closes one way in: to Signal.',
    )
  })
  it('names the account itself and, apart, those behind it', () => {
    expect(closesSentence(4, ['Mailbox'], ['Bank'])).toBe(
      'It closes four ways in: to Mailbox and, through it, Bank.',
    )
    expect(closesSentence(1, ['Mailbox'])).toBe('It closes one way in: to Mailbox.')
    expect(closesSentence(6, ['Mailbox', 'Signal'], ['Bank'])).toBe(
      'It closes six ways in: to Mailbox and Signal and, through them, Bank.',
    )
    expect(closesSentence(0, [])).toBe('It closes no way in that is counted yet.')
  })
  it('says what a carrier PIN leaves open', () => {
    expect(heldNumberSentence(['Mailbox'])).toBe(
      'Nobody can move your number without your PIN. The network can still read texts until Mailbox stops using it.',
    )
    expect(minutesWords(5)).toBe('about five minutes')
  })
})

describe('every code', () => {
  it('has its words, its minutes and its item', () => {
    for (const action of actionCodes) {
      expect(actionWords[action].title('Mailbox').length, action).toBeGreaterThan(10)
      expect(
        actionWords[action].steps({ name: 'Mailbox', service: 'Mailbox' }).length,
        action,
      ).toBeGreaterThan(0)
      expect(actionMinutes[action], action).toBeGreaterThan(0)
    }
    for (const label of labelCodes) expect(labelWords[label].says.endsWith('.'), label).toBe(true)
    for (const item of itemIds) {
      expect(items[item].id).toBe(item)
      expect(itemWords[item].paragraph).toMatch(
        /^(General \d|iPhone \d|Android \d|Best Practices|Incident Reporting)/,
      )
    }
  })

  it('is told without blame, without shouting and without naming a product as recommended', () => {
    const told = [
      ...actionCodes.flatMap((action) => [
        actionWords[action].title('Mailbox'),
        ...actionWords[action].steps({ name: 'Mailbox', service: 'Mailbox' }),
      ]),
      ...Object.values(labelWords).flatMap(({ tag, says }) => [tag, says]),
      ...Object.values(itemWords).flatMap(({ short, asks }) => [short, asks]),
      ...Object.values(inventoryTraps).flatMap(({ question, traps }) => [question, ...traps]),
    ]
    for (const sentence of told) {
      expect(sentence).not.toMatch(
        /!|oops|fail|violat|complian|your fault|recommends?\b|forgot to|should have/i,
      )
    }
  })
})
