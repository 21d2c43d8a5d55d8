import { describe, expect, test } from 'vitest'
import { dice } from './attack.fixture'
import { spanOf } from './bands'
import type { ReleasedFigures } from './figures'
import { type GroupKey, type PeopleMeasure, partOf, peopleMeasures } from './measures'
import { cell, movedEverywhere, still, totals } from './overview.fixture'
import type { RawCell, RawTotals } from './raw'
import { release } from './rules'

const settings = { smallestGroup: 5 }
const first = (cells: RawCell[], rest: Partial<RawTotals> = {}) =>
  release(null, totals(cells, rest), settings)
const figure = (released: ReleasedFigures, group: GroupKey, measure: PeopleMeasure = 'started') => {
  const row = released.groups[group]
  return row?.shown ? row.figures[measure] : null
}
const span = (released: ReleasedFigures, group: GroupKey, measure: PeopleMeasure = 'started') => {
  const found = figure(released, group, measure)
  return found && spanOf(found)
}

describe('worked attacks on one release', () => {
  test('organisation less all units but one leaves the hidden unit open, and it is never hidden alone', () => {
    const released = first([
      cell('a', 'standard', 25, { started: 19 }),
      cell('b', 'standard', 14, { started: 9 }),
      cell('c', 'standard', 12, { started: 7 }),
      cell('d', 'standard', 3, { started: 3 }),
    ])
    expect(released.groups['unit:d']).toEqual({ shown: false, why: 'small_group' })
    expect(released.groups['unit:c']).toEqual({ shown: false, why: 'complement' })
    const [all, a, b] = (['organisation', 'unit:a', 'unit:b'] as const).map((group) => span(released, group))
    if (!all || !a || !b) throw new Error('hidden')
    const rest = { low: all.low - a.high - b.high, high: all.high - a.low - b.low }
    expect(rest.low).toBeLessThan(12)
    expect(rest.high).toBeGreaterThan(3)
    expect(rest.high - rest.low).toBeGreaterThanOrEqual(10)
  })

  test('a tier less a unit leaves everybody open where the unit holds most of the tier', () => {
    const released = first([
      cell('a', 'highly_targeted', 9, { started: 9 }),
      cell('a', 'standard', 10, { started: 0 }),
      cell('b', 'highly_targeted', 1, { started: 0 }),
      cell('b', 'standard', 20, { started: 11 }),
    ])
    const [tier, unit] = (['highly_targeted', 'unit:a'] as const).map((group) => span(released, group))
    if (!tier || !unit) throw new Error('hidden')
    // Of the ten in the tier one is elsewhere: neither he nor any of the nine can be told.
    expect(tier).toEqual({ low: 5, high: 10 })
    expect(unit.low - 10).toBeLessThanOrEqual(0)
    expect(unit.high).toBeGreaterThanOrEqual(9)
  })

  test.each([
    [0, 4],
    [1, 3],
    [31, 27],
  ])('%i of 31 and %i of 31 are released as the same bytes', (one, other) => {
    const bytes = (started: number) => JSON.stringify(first([cell('a', 'standard', 31, { started })]))
    expect(bytes(one)).toBe(bytes(other))
  })

  test('a measure and its complement are open to the same degree, whatever the count', () => {
    for (let started = 0; started <= 31; started++) {
      const band = span(first([cell('a', 'standard', 31, { started })]), 'organisation')
      if (!band) throw new Error('hidden')
      expect(band.high - band.low).toBeGreaterThanOrEqual(4)
      const rest = { low: 31 - band.high, high: 31 - band.low }
      expect(rest.low === 0 || rest.low >= 5).toBe(true)
    }
  })

  test('a part and what it is a part of cannot be set against each other', () => {
    for (let text = 0; text <= 24; text++)
      for (let weak = 0; weak <= text; weak++) {
        const released = first([
          cell('a', 'standard', 14, {
            started: Math.min(14, text),
            text_opens: Math.min(14, text),
            weak_fallback: Math.min(14, weak),
          }),
          cell('b', 'standard', 12, {
            started: Math.max(0, text - 14),
            text_opens: Math.max(0, text - 14),
            weak_fallback: Math.max(0, weak - 14),
          }),
        ])
        for (const group of ['organisation', 'unit:a', 'unit:b'] as const) {
          const [whole, part] = (['text_opens', 'weak_fallback'] as const).map((measure) =>
            span(released, group, measure),
          )
          // Those with something better on as well are neither none nor all of those a text opens.
          if (whole && part) {
            expect(whole.high - part.low).toBeGreaterThanOrEqual(4)
            expect(part.high).toBeLessThanOrEqual(whole.high)
          }
        }
      }
  })

  test('the list of changes is in the order of what is shown, and a change for four people is not in it', () => {
    const raw = (ways: [number, number], people: number): Partial<RawTotals> => ({
      changes: [
        { action: 'turn_off_sms', places: 30, people: 22, ways: ways[0] },
        { action: 'set_carrier_pin', places: 31, people: 22, ways: ways[1] },
        { action: 'add_key_or_passkey', places: 90, people, ways: 400 },
      ],
    })
    const cells = [cell('a', 'standard', 60, { started: 55 })]
    const [one, other] = [first(cells, raw([190, 191], 4)), first(cells, raw([191, 190], 1))]
    expect(one.changes.map(({ action }) => action)).toEqual(['set_carrier_pin', 'turn_off_sms'])
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
    expect(first(cells, raw([190, 191], 10)).changes[0]?.action).toBe('add_key_or_passkey')
  })

  test('nothing of a hidden group stands in the bytes', () => {
    const bytes = (hidden: number, shown: number) =>
      JSON.stringify(
        first([
          cell('a', 'standard', 40, { started: shown }),
          cell('b', 'standard', 6, { started: hidden }),
          cell('c', 'standard', 7, { started: 7 - hidden }),
        ]),
      )
    expect(bytes(0, 22)).toBe(bytes(6, 22))
  })
})

describe('two releases', () => {
  const before = [cell('a', 'standard', 30, { started: 15 }), cell('b', 'standard', 14, { started: 9 })]
  const previous = first(before)
  const next = (cells: RawCell[], moved: RawTotals['moved']) =>
    release(previous, totals(cells, { asOf: '2026-11-23T06:00:00.000Z', moved }), settings)
  const after = [cell('a', 'standard', 30, { started: 26 }), cell('b', 'standard', 14, { started: 9 })]

  test('one who leaves changes no byte of the figures', () => {
    const gone = [cell('a', 'standard', 29, { started: 14 }), cell('b', 'standard', 14, { started: 9 })]
    const released = next(gone, movedEverywhere(gone, { ...still, left: 1 }))
    expect(released.groups).toEqual(previous.groups)
    expect(released.things).toEqual(previous.things)
  })

  test('neither do twelve who leave at once: everybody knows who they are', () => {
    const gone = [cell('a', 'standard', 18, { started: 3 }), cell('b', 'standard', 14, { started: 9 })]
    const released = next(gone, movedEverywhere(gone, { ...still, left: 12 }))
    expect(released.groups).toEqual(previous.groups)
  })

  test('five whose answers changed are too few, six renew their group and say when', () => {
    const moved = (changed: number) => ({
      ...movedEverywhere(after, still),
      organisation: { ...still, changed },
      standard: { ...still, changed },
      'unit:a': { ...still, changed },
    })
    expect(next(after, moved(5)).groups).toEqual(previous.groups)
    const renewed = next(after, moved(6))
    expect(renewed.groups['unit:a']).toMatchObject({ shown: true, asOf: '2026-11-23T06:00:00.000Z' })
    expect(span(previous, 'unit:a')).toEqual({ low: 15, high: 24 })
    expect(span(renewed, 'unit:a')).toEqual({ low: 21, high: 30 })
    expect(renewed.groups['unit:b']).toEqual(previous.groups['unit:b'])
  })

  test('a unit that shrinks below the smallest group is told of no more', () => {
    const gone = [cell('a', 'standard', 30, { started: 15 }), cell('b', 'standard', 4, { started: 4 })]
    const released = next(gone, movedEverywhere(gone, { ...still, left: 10 }))
    expect(released.groups['unit:b']).toEqual({ shown: false, why: 'small_group' })
    expect(released.groups['unit:a']).toEqual({ shown: false, why: 'complement' })
  })

  test('counts that contradict who moved are told by nothing rather than untruly', () => {
    const wild = [cell('a', 'standard', 30, { started: 30 }), cell('b', 'standard', 14, { started: 0 })]
    const moved = { ...movedEverywhere(wild, still), organisation: { ...still, changed: 6 } }
    const released = next(wild, moved)
    expect(released.groups['unit:a']).toEqual(previous.groups['unit:a'])
    const all = span(released, 'organisation')
    expect(all === null || (all.low <= 30 && all.high >= 30)).toBe(true)
  })

  test('who moved must be said of every group that had figures', () => {
    expect(() => next(after, { organisation: still })).toThrow('who moved in unit:')
  })

  test('a lower setting later does not lower k', () => {
    const raised = release(null, totals(before), { smallestGroup: 12 })
    expect(raised).toMatchObject({ k: 12, smallest: 13 })
    const moved = movedEverywhere(before, still)
    expect(release(raised, totals(before, { moved }), settings)).toMatchObject({ k: 12, smallest: 13 })
  })
})

describe('any organisation', () => {
  const random = (seed: number): RawCell[] => {
    const roll = dice(seed)
    return Array.from({ length: roll(1, 9) }, (_, at) =>
      (['standard', 'highly_targeted'] as const).flatMap((tier) => {
        const people = tier === 'standard' ? roll(1, 40) : roll(0, 9)
        const counts: Partial<Record<PeopleMeasure, number>> = {}
        for (const measure of peopleMeasures) {
          const container = partOf[measure]
          counts[measure] = roll(0, container === null ? people : (counts[container] ?? 0))
        }
        return people > 0 ? [cell(`u${at}`, tier, people, counts)] : []
      }),
    ).flat()
  }
  const truth = (cells: readonly RawCell[], group: GroupKey, measure: PeopleMeasure) =>
    cells
      .filter((each) => ['organisation', each.tier, `unit:${each.unit}`].includes(group))
      .reduce((sum, each) => sum + each.counts[measure], 0)
  const untrue = (released: ReleasedFigures, cells: readonly RawCell[], asOf: string) =>
    Object.entries(released.groups).flatMap(([group, row]) =>
      row?.shown && row.asOf === asOf
        ? peopleMeasures.filter((measure) => {
            const band = spanOf(row.figures[measure])
            const count = truth(cells, group as GroupKey, measure)
            return band !== null && (count < band.low || count > band.high)
          })
        : [],
    )

  test('every figure holds the true count, and no band is narrower than five', () => {
    let figures = 0
    for (let seed = 1; seed <= 150; seed++) {
      const cells = random(seed)
      const released = first(cells)
      expect(untrue(released, cells, released.asOf)).toEqual([])
      for (const row of Object.values(released.groups))
        for (const each of Object.values(row?.shown ? row.figures : {})) {
          const band = spanOf(each)
          if (band) expect(band.high - band.low).toBeGreaterThanOrEqual(4)
          if (band) figures++
        }
    }
    expect(figures).toBeGreaterThan(3000)
  })

  test('after people changed the renewed figures hold the true count again', () => {
    let renewed = 0
    for (let seed = 1; seed <= 80; seed++) {
      const [cells, roll] = [random(seed), dice(seed + 1000)]
      const after = cells.map((each) => {
        const counts = { ...each.counts }
        const fewer = roll(0, each.counts.started)
        for (const measure of peopleMeasures) counts[measure] = Math.min(counts[measure], fewer)
        return { ...each, counts }
      })
      const raw = totals(after, {
        asOf: '2026-11-23T06:00:00.000Z',
        moved: movedEverywhere(cells, { ...still, changed: 500 }),
      })
      const released = release(first(cells), raw, settings)
      expect(untrue(released, after, raw.asOf)).toEqual([])
      renewed += Object.values(released.groups).filter((row) => row?.shown && row.asOf === raw.asOf).length
    }
    expect(renewed).toBeGreaterThan(200)
  })
})

test.each([
  ['a part larger than its whole', [cell('a', 'standard', 20, { started: 5, text_opens: 6 })], {}],
  ['a cell told twice', [cell('a', 'standard', 20), cell('a', 'standard', 20)], {}],
  ['more people counted than there are', [cell('a', 'standard', 20, { started: 21 })], {}],
])('%s is refused', (_, cells, rest) => {
  expect(() => first(cells, rest)).toThrow('do not add up')
})
