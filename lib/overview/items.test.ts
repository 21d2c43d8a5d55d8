import { describe, expect, test } from 'vitest'
import { dice } from './attack.fixture'
import { spanOf } from './bands'
import { notKnown, partsOf, shareOfMet } from './items'
import { type ItemPart, itemParts, recordOf } from './measures'
import { cell, totals } from './overview.fixture'
import { release } from './rules'

const settings = { smallestGroup: 5 }
const parts = (some: Partial<Record<ItemPart, number>>) => recordOf(itemParts, (part) => some[part] ?? 0)
const told = (standard: Record<ItemPart, number>, targeted: Record<ItemPart, number>) => {
  const sum = (of: Record<ItemPart, number>) => Object.values(of).reduce((all, n) => all + n, 0)
  const cells = [cell('a', 'standard', sum(standard)), cell('a', 'highly_targeted', sum(targeted))]
  const items = { standard: { G3: standard }, highly_targeted: { G3: targeted } }
  const released = release(null, totals(cells, { items }), settings)
  return (group: 'organisation' | 'standard' | 'highly_targeted') => {
    const row = released.groups[group]
    const running = row?.shown ? row.items.G3 : undefined
    return row?.shown && running ? partsOf(running, row.people) : null
  }
}

test('a recommendation is told by its parts, the four kinds of unknown apart', () => {
  const found = told(
    parts({
      not_met: 120,
      partly_met: 31,
      met: 64,
      not_applicable: 12,
      old: 40,
      not_sure: 22,
      unanswered: 9,
      never_asked: 90,
    }),
    parts({ not_met: 12, met: 9, never_asked: 10 }),
  )('organisation')
  expect(found?.not_met).toMatchObject({ shown: 'about', value: 130 })
  expect(found?.never_asked).toMatchObject({ shown: 'about', value: 100 })
  expect(itemParts.every((part) => found?.[part].shown !== 'hidden')).toBe(true)
})

test('every part holds the true count, and none is told to be nobody or everybody', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const roll = dice(seed)
    const some = () => recordOf(itemParts, () => (roll(0, 2) === 0 ? 0 : roll(0, 20)))
    const [standard, targeted] = [
      { ...some(), met: 9 },
      { ...some(), old: 9 },
    ]
    const of = told(standard, targeted)
    const both = recordOf(itemParts, (part) => standard[part] + targeted[part])
    for (const [group, truth] of [
      ['organisation', both],
      ['standard', standard],
      ['highly_targeted', targeted],
    ] as const) {
      const found = of(group)
      if (!found) throw new Error('hidden')
      const people = Object.values(truth).reduce((all, n) => all + n, 0)
      for (const part of itemParts) {
        const span = spanOf(found[part])
        if (!span) continue
        expect(span.low <= truth[part] && truth[part] <= span.high).toBe(true)
        expect(span.high - span.low).toBeGreaterThanOrEqual(4)
        expect(span.high).toBeGreaterThan(0)
        expect(span.low).toBeLessThan(people)
      }
    }
  }
})

test('how many it is not known of follows from the bands given for the rest, and is as wide as they are', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const roll = dice(seed)
    const standard = parts(recordOf(itemParts, () => (roll(0, 2) === 0 ? 0 : roll(0, 30))))
    const people = Object.values(standard).reduce((all, n) => all + n, 0)
    if (people < 9) continue
    const items = { standard: { G3: standard }, highly_targeted: {} }
    const row = release(null, totals([cell('a', 'standard', people)], { items }), settings).groups
      .organisation
    if (!row?.shown || !row.items.G3) throw new Error('hidden')
    const span = spanOf(notKnown(row.items.G3, people))
    if (!span) continue
    const truth = standard.old + standard.not_sure + standard.unanswered + standard.never_asked
    expect(span.low <= truth && truth <= span.high).toBe(true)
    expect(span.high - span.low).toBeGreaterThanOrEqual(4)
  }
})

describe('the share that meets it', () => {
  const share = (some: Partial<Record<ItemPart, number>>) => {
    const standard = parts(some)
    const people = Object.values(standard).reduce((all, n) => all + n, 0)
    const released = release(
      null,
      totals([cell('a', 'standard', people)], { items: { standard: { G3: standard }, highly_targeted: {} } }),
      settings,
    )
    const row = released.groups.organisation
    if (!row?.shown || !row.items.G3) throw new Error('hidden')
    return { ...shareOfMet(row.items.G3, people), people }
  }

  test('is of everybody whom it concerns, unknown among them, and not of whom it does not apply to', () => {
    expect(share({ met: 120, not_met: 30, never_asked: 50, not_applicable: 200 })).toMatchObject({
      share: { is: 'about', percent: 60 },
      of: { shown: 'range', low: 196, high: 209 },
    })
    const unknown = share({ met: 120, old: 80 })
    expect(unknown.share).toEqual({ is: 'about', percent: 60 })
    // That nobody is left out is told by no figure: a few may be.
    expect(unknown.of).toMatchObject({ shown: 'range', low: 191, high: 200 })
  })

  test('is not told where few are concerned, and by its ends where the bands leave much open', () => {
    expect(share({ met: 9, not_met: 5, not_applicable: 30 }).share).toBeNull()
    expect(share({ met: 20, not_met: 10, not_applicable: 12 }).share).toEqual({
      ...{ is: 'between', low: 35, high: 80 },
    })
  })

  test('holds the truth within what it says, and never says nobody or everybody', () => {
    let told = 0
    for (let seed = 1; seed <= 80; seed++) {
      const roll = dice(seed)
      const some = recordOf(itemParts, () => (roll(0, 2) === 0 ? 0 : roll(0, 90)))
      const { share: about, of, people } = share({ ...some, never_asked: 20 })
      const concerned = people - some.not_applicable
      const span = spanOf(of)
      if (span) expect(span.low <= concerned && concerned <= span.high).toBe(true)
      if (about === null) continue
      told++
      const truth = (some.met / concerned) * 100
      for (const said of about.is === 'between' ? [about.low, about.high] : [about.percent]) {
        expect(said).toBeGreaterThan(0)
        expect(said).toBeLessThan(100)
        expect(said % 5).toBe(0)
      }
      if (about.is === 'about') expect(Math.abs(about.percent - truth)).toBeLessThanOrEqual(15)
      else if (about.is === 'between') expect(about.low <= truth && truth <= about.high).toBe(true)
      else if (about.is === 'at_least' || about.is === 'over')
        expect(truth).toBeGreaterThanOrEqual(about.percent)
      else expect(truth).toBeLessThanOrEqual(about.percent)
    }
    expect(told).toBeGreaterThan(40)
  })
})

test('units have no parts: seven kinds of answer in a group of twelve are people, not figures', () => {
  const released = release(
    null,
    totals([cell('a', 'standard', 30), cell('b', 'standard', 20)], {
      items: { standard: { G3: parts({ met: 25, not_met: 25 }) }, highly_targeted: {} },
    }),
    settings,
  )
  expect(released.groups['unit:a']).toMatchObject({ shown: true, items: {} })
})

test('parts that do not add up to the tier are refused', () => {
  const items = { standard: { G3: parts({ met: 29 }) }, highly_targeted: {} }
  expect(() => release(null, totals([cell('a', 'standard', 30)], { items }), settings)).toThrow(
    'G3, standard',
  )
})
