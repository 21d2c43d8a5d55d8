import { expect, test } from 'vitest'
import { spanOf } from './bands'
import { exceptionFigures } from './excepted'
import { type ExceptionMeasure, exceptionMeasures, recordOf } from './measures'
import { cell, totals } from './overview.fixture'
import type { RawThing } from './raw'
import { release } from './rules'

const none: RawThing = { count: 0, people: 0, others: 0 }
const counts = (some: Partial<Record<ExceptionMeasure, RawThing>>) =>
  recordOf(exceptionMeasures, (measure) => some[measure] ?? none)
const raw = (some: Partial<Record<ExceptionMeasure, RawThing>>, changed: number | null = null) => ({
  asOf: '2026-11-16T06:00:00.000Z',
  exceptions: { counts: counts(some), changed },
})
const sixty = { people: 60, most: 60, k: 5 }
const open = { count: 14, people: 13, others: 0 }

test('exceptions that a crowd has are told, with how many end within 30 days and how many are over', () => {
  const told = exceptionFigures(
    null,
    raw({ open, ending: { count: 6, people: 6, others: 8 }, lapsed: { count: 7, people: 7, others: 0 } }),
    sixty,
  )
  expect(exceptionMeasures.map((measure) => spanOf(told[measure]))).toEqual([
    { low: 10, high: 22 },
    expect.objectContaining({ low: expect.any(Number) }),
    { low: 5, high: 17 },
  ])
})

test('those of four people are not told, however many; nor a part of them; nor all but those of four', () => {
  const few = exceptionFigures(null, raw({ open: { count: 40, people: 4, others: 0 } }), sixty)
  expect(few).toMatchObject({ open: { shown: 'hidden' }, ending: { shown: 'hidden' } })
  const most = exceptionFigures(null, raw({ open, ending: { count: 10, people: 9, others: 4 } }), sixty)
  expect(most.ending).toEqual({ shown: 'hidden', why: 'tail' })
})

test('where the smallest group is larger, so is the crowd', () => {
  const told = (k: number) => exceptionFigures(null, raw({ open }), { ...sixty, k }).open.shown
  expect([told(5), told(20)]).toEqual(['range', 'hidden'])
})

test('five whose exceptions changed are too few: figures stay, with their day; six renew them', () => {
  const before = exceptionFigures(null, raw({ open }), sixty)
  const next = (changed: number | null) =>
    exceptionFigures(
      before,
      { ...raw({ open: { count: 30, people: 29, others: 0 } }, changed), asOf: '2026-11-23T06:00:00.000Z' },
      sixty,
    )
  expect(next(5)).toBe(before)
  expect(next(6)).toMatchObject({ asOf: '2026-11-23T06:00:00.000Z', open: { low: 25 } })
  expect(() => next(null)).toThrow('whose exceptions')
})

test('a release from before they were counted is followed by one that counts them', () => {
  const cells = [cell('a', 'standard', 60, { started: 40 })]
  const { exceptions: _, apps: __, ...old } = release(null, totals(cells), { smallestGroup: 5 })
  const still = { joined: 0, left: 0, changed: 0 }
  const moved = { organisation: still, standard: still, 'unit:a': still } as const
  const found = release(
    old,
    totals(cells, { moved, exceptions: { counts: counts({ open }), changed: null } }),
    {
      smallestGroup: 5,
    },
  )
  expect(found.groups).toEqual(old.groups)
  expect(found.exceptions?.open.shown).not.toBe('hidden')
})

test('counts that cannot be are refused', () => {
  const cells = [cell('a', 'standard', 60)]
  const exceptions = { counts: counts({ open, ending: { count: 15, people: 13, others: 0 } }), changed: null }
  expect(() => release(null, totals(cells, { exceptions }), { smallestGroup: 5 })).toThrow('do not add up')
})

/**
 * Tries each state that a small organisation can be in at two releases: how many people have none, one that goes on, one
 * that ends soon, and one of each. Somebody who knows the gate and both releases, with up to two colleagues who give away
 * their own, keeps the states that give what was released.
 */
test('whoever knows all figures of two releases, with a colleague, is certain of nobody’s exceptions', () => {
  let [published, told, kept] = [0, 0, 0]
  const leaks: string[] = []
  const people = 9
  const crowd = { people, most: people, k: 5 }
  const figures = new Map<string, Released>()
  const first = (world: readonly number[]) => {
    const key = world.join()
    const made = figures.get(key) ?? exceptionFigures(null, raw(countedIn(world)), crowd)
    figures.set(key, made)
    return made
  }
  type Published = { figures: Released[]; worlds: (readonly [readonly number[], readonly number[]])[] }
  const like = new Map<string, Published>()
  for (const before of splits(people, states.length))
    for (const after of splits(people, states.length)) {
      // At least so many have changed; exactly so many where everybody else stayed as they were.
      const changed = before.reduce((sum, n, at) => sum + Math.max(0, n - (after[at] ?? 0)), 0)
      const one = first(before)
      const two = exceptionFigures(
        one,
        { ...raw(countedIn(after), changed), asOf: '2026-11-23T06:00:00.000Z' },
        crowd,
      )
      if (two === one) kept++
      const text = JSON.stringify([one, two])
      const found = like.get(text)
      if (found) found.worlds.push([before, after])
      else like.set(text, { figures: [one, two], worlds: [[before, after]] })
      if (one.open.shown !== 'hidden' || two.open.shown !== 'hidden') told++
    }
  published += like.size
  for (const { figures: released, worlds } of like.values())
    if (!released.some((one) => onlyForTheTrial(one, crowd.k)))
      for (const release of [0, 1] as const) leaks.push(...certainIn(worlds.map((world) => world[release])))
  expect(leaks).toEqual([])
  expect(published).toBeGreaterThan(4)
  expect(told).toBeGreaterThan(100)
  expect(kept).toBeGreaterThan(100)
}, 60_000)

type Released = ReturnType<typeof exceptionFigures>
/** More than k people with two each could have: that nobody has three is known in this trial alone. */
const onlyForTheTrial = ({ open: told }: Released, k: number) => (spanOf(told)?.low ?? 0) > 2 * k

type State = readonly [goesOn: number, endsSoon: number]
const states: readonly State[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
]

/** What is certain of everybody but the colleagues in it, or counts fewer than five exactly. */
function certainIn(worlds: readonly (readonly number[])[]): string[] {
  const circles = states.flatMap((_, one) => [[], [one], ...states.map((__, two) => [one, two])])
  const secrets = { any: ([on, soon]: State) => on + soon > 0, soon: ([, soon]: State) => soon > 0 }
  return circles.flatMap((circle) =>
    Object.entries(secrets).flatMap(([name, is]) => {
      const others = worlds
        .map((world) => world.map((n, at) => n - circle.filter((own) => own === at).length))
        .filter((world) => world.every((n) => n >= 0))
      const people = others[0]?.reduce((sum, n) => sum + n, 0)
      const owners = new Set(others.map((world) => sumOf(world, (state) => (is(state) ? 1 : 0))))
      const [only] = owners
      if (people === undefined || owners.size !== 1 || only === undefined) return []
      return only === 0 || only === people || (circle.length === 0 && only < 5)
        ? [`${name}: ${only} of ${people}, with ${circle}`]
        : []
    }),
  )
}
const sumOf = (world: readonly number[], of: (state: State) => number) =>
  states.reduce((all, state, at) => all + of(state) * (world[at] ?? 0), 0)

function countedIn(world: readonly number[]) {
  const sum = (of: (state: State) => number) => sumOf(world, of)
  const have = (is: (state: State) => boolean) => sum((state) => (is(state) ? 1 : 0))
  return {
    open: { count: sum(([on, soon]) => on + soon), people: have(([on, soon]) => on + soon > 0), others: 0 },
    ending: {
      count: sum(([, soon]) => soon),
      people: have(([, soon]) => soon > 0),
      others: have(([on]) => on > 0),
    },
    lapsed: none,
  }
}
function* splits(people: number, parts: number): Generator<number[]> {
  if (parts === 1) return yield [people]
  for (let first = 0; first <= people; first++)
    for (const rest of splits(people - first, parts - 1)) yield [first, ...rest]
}
