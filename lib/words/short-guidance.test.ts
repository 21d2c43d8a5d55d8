import { expect, test } from 'vitest'
import { editions } from '@/lib/guidance/history'
import { minutesToRead, sectionsFor } from '@/lib/guidance/short'
import { shortGuidance, whatChanged } from '@/lib/words/short-guidance'

const { sections } = shortGuidance
const textFor = (...platforms: string[]) => JSON.stringify(sectionsFor(sections, platforms))

test('somebody with an iPhone reads nothing of Android, and somebody with an Android phone nothing of Lockdown Mode', () => {
  expect(textFor('iphone')).toContain('Lockdown Mode')
  expect(textFor('iphone')).not.toMatch(/Private DNS|Play Protect|RCS/)
  expect(textFor('android')).toContain('Play Protect')
  expect(textFor('android')).not.toMatch(/Lockdown|iCloud|Private Relay/)
  expect(textFor('other')).not.toMatch(/Lockdown|Play Protect/)
})

test('whoever has listed no phone yet reads both', () => {
  expect(textFor()).toMatch(/Lockdown.*Play Protect/)
})

test('it is six minutes of reading for one kind of phone', () => {
  expect(minutesToRead(sectionsFor(sections, ['iphone']))).toBeLessThanOrEqual(6)
  expect(minutesToRead(sectionsFor(sections, ['iphone']))).toBeGreaterThanOrEqual(4)
})

test('every general recommendation is in it, and its paragraph is cited', () => {
  const cited = sections.map(({ paragraph }) => paragraph).join(', ')
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) expect(cited).toMatch(new RegExp(`\\b${number}\\b`))
})

test('each version after the first says what changed', () => {
  for (const { version } of editions.slice(1)) expect(whatChanged[version]?.points.length).toBeGreaterThan(0)
})
