import { describe, expect, test } from 'vitest'
import { type Atom, attack, dice, type Gate, type State } from './attack.fixture'
import { figureOf } from './bands'
import { crowdOf } from './crowd'
import type { ReleasedFigures, ShownGroup } from './figures'
import { type Bands, countsOf } from './gate'
import { type GroupKey, type PeopleMeasure, peopleMeasures, recordOf, thingMeasures } from './measures'
import { peopleBandsOf } from './people'
import type { Moved, RawCell } from './raw'
import { renewalOf } from './renewal'

const one: PeopleMeasure[] = ['started']
const two: PeopleMeasure[] = ['started', 'text_opens']
const three: PeopleMeasure[] = ['started', 'text_opens', 'weak_fallback']

/** A minute: on a busy machine, trying everything takes a while. */
const patience = { timeout: 60_000 }

describe('one release, one measure', patience, () => {
  test('two colleagues who know the rules and try every state are certain of nobody', () => {
    const tried = everyOrganisation({ seeds: 40, states: upTo(1), most: 20_000 }, (atoms) =>
      attack(atoms, one, ours(one), 2),
    )
    expect(tried.leaks).toEqual([])
    expect(tried.worlds).toBeGreaterThan(50_000)
    expect(tried.published).toBeGreaterThan(150)
  })

  test('the same attack finds people in figures that only hide groups under five', () => {
    const tried = everyOrganisation({ seeds: 10, states: upTo(1), most: 20_000 }, (atoms) =>
      attack(atoms, one, exactly, 0),
    )
    expect(tried.organisationsWithLeaks).toBe(tried.organisations)
  })

  test('the same attack finds people in figures rounded to five with both tails masked', () => {
    const tried = everyOrganisation({ seeds: 10, states: upTo(1), most: 20_000 }, (atoms) =>
      attack(atoms, one, rounded, 0),
    )
    expect(tried.organisationsWithLeaks).toBeGreaterThan(0)
  })
})
const upTo = (depth: number): State[] => Array.from({ length: depth + 1 }, (_, at) => [at, null] as const)

describe('one release, measures within each other', patience, () => {
  test('two colleagues are certain of nobody where one measure is a part of another', () => {
    const tried = everyOrganisation({ seeds: 14, states: upTo(2), most: 40_000 }, (atoms) =>
      attack(atoms, two, ours(two), 2),
    )
    expect(tried.leaks).toEqual([])
    expect(tried.published).toBeGreaterThan(60)
  })
  test('nor where a third is a part of that', () => {
    const tried = everyOrganisation({ seeds: 10, states: upTo(3), most: 40_000 }, (atoms) =>
      attack(atoms, three, ours(three), 1),
    )
    expect(tried.leaks).toEqual([])
    expect(tried.published).toBeGreaterThan(30)
  })
})

describe('two releases', patience, () => {
  test('a colleague is certain of nobody where some joined, left and changed, and some groups kept their figures', () => {
    const tried = everyMove({ organisations: 8, most: 30_000, kept: true }, 1)
    expect(tried.leaks).toEqual([])
    expect(tried.kept).toBeGreaterThan(2)
  })
})

const stayed: State[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
]
const left: State[] = [
  [0, null],
  [1, null],
]
const joined: State[] = [
  [null, 0],
  [null, 1],
]

function everyMove(of: { organisations: number; most: number; kept: boolean }, colluders: 0 | 1 | 2) {
  const sum = { organisations: 0, kept: 0, worlds: 0, published: 0, leaks: [] as unknown[] }
  for (let seed = 1; sum.organisations < of.organisations; seed++) {
    const roll = dice(seed)
    const changed: Record<string, number> = {}
    const atoms = Array.from({ length: roll(1, 3) }, (_, at) =>
      (roll(0, 9) < 7 ? (['standard'] as const) : (['standard', 'highly_targeted'] as const)).flatMap(
        (tier) => {
          const of = { unit: `u${at}`, tier }
          const stay = roll(1, 10)
          changed[nameOf({ ...of, people: 0, states: [] })] = Math.min(
            stay,
            roll(0, 9) < 6 ? roll(4, 8) : roll(0, 2),
          )
          const atom = (people: number, states: State[]): Atom[] =>
            people > 0 ? [{ ...of, people, states }] : []
          return [...atom(stay, stayed), ...atom(roll(-6, 4), left), ...atom(roll(-6, 4), joined)]
        },
      ),
    ).flat()
    const ways = atoms.map(({ people, states }) => choose(people + states.length - 1, states.length - 1))
    if (ways.reduce((all, n) => all * n, 1) > of.most) continue
    const keys = [
      ...new Set(atoms.flatMap((atom): GroupKey[] => ['organisation', atom.tier, `unit:${atom.unit}`])),
    ]
    const sizeAt = (group: GroupKey, gone: (atom: Atom) => boolean) =>
      atoms.filter((atom) => isIn(atom, group) && !gone(atom)).reduce((all, atom) => all + atom.people, 0)
    const moved = movedOf(atoms, keys, changed)
    const speaking = keys.filter((key) => sizeAt(key, joins) >= 9 && sizeAt(key, leaves) >= 9)
    const renewed = speaking.filter((key) => (moved[key]?.changed ?? 0) > 5)
    if (renewed.length === 0 || (of.kept && renewed.length === speaking.length)) continue
    const { worlds, published, leaks } = attack(atoms, one, oursTwice(atoms, changed), colluders)
    sum.organisations++
    if (renewed.length < speaking.length) sum.kept++
    sum.worlds += worlds
    sum.published += published
    sum.leaks.push(...leaks.slice(0, 1).map((leak) => ({ seed, atoms, changed, ...leak })))
  }
  return sum
}

type Tried = ReturnType<typeof attack>
function everyOrganisation(
  of: { seeds: number; states: readonly State[]; most: number },
  tryIt: (atoms: readonly Atom[]) => Tried,
) {
  const sum = { organisations: 0, organisationsWithLeaks: 0, worlds: 0, published: 0, leaks: [] as unknown[] }
  for (let seed = 1; sum.organisations < of.seeds; seed++) {
    const atoms = madeUp(seed, of.states)
    const ways = atoms.map((atom) => choose(atom.people + of.states.length - 1, of.states.length - 1))
    const people = atoms.reduce((all, atom) => all + atom.people, 0)
    if (people < 12 || people > 40 || ways.reduce((all, n) => all * n, 1) > of.most) continue
    const { worlds, published, leaks } = tryIt(atoms)
    sum.organisations++
    sum.worlds += worlds
    sum.published += published
    if (leaks.length > 0) sum.organisationsWithLeaks++
    sum.leaks.push(...leaks.slice(0, 1).map((leak) => ({ seed, atoms, ...leak })))
  }
  return sum
}
const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)

/** One to five units, some with highly targeted people among them. */
function madeUp(seed: number, states: readonly State[]): Atom[] {
  const roll = dice(seed)
  return Array.from({ length: roll(1, 5) }, (_, at): Atom[] => {
    const unit = `u${at}`
    const standard: Atom = { unit, tier: 'standard', people: roll(1, 15), states }
    return roll(0, 9) < 5
      ? [standard]
      : [standard, { unit, tier: 'highly_targeted', people: roll(1, 8), states }]
  }).flat()
}

/** The gate itself, for a first release. */
function ours(measures: readonly PeopleMeasure[]): Gate {
  const first = once(firstPlan)
  return (cellsAt) => {
    const cells = cellsAt(0)
    return said(peopleBandsOf(null, cells, first(cells).renewal, measures))
  }
}

/** The gate itself, for two releases with people joining, leaving and changing in between. */
function oursTwice(atoms: readonly Atom[], changed: Readonly<Record<string, number>>): Gate {
  const first = once(firstPlan)
  const releases = new Map<string, { figures: ReleasedFigures; text: string }>()
  const firstRelease = (cells: readonly RawCell[]) => {
    const key = cells.map((cell) => cell.counts.started).join()
    const found = releases.get(key)
    if (found) return found
    const { crowd, renewal } = first(cells)
    const bands = peopleBandsOf(null, cells, renewal, one)
    const made = { figures: figuresOf(crowd, bands), text: said(bands) }
    releases.set(key, made)
    return made
  }
  let plan: { frozen: readonly GroupKey[]; moved: Record<string, Moved> } | null = null
  return (cellsAt, world) => {
    const before = firstRelease(cellsAt(0))
    const cells = cellsAt(1)
    const crowd = crowdOf(cells, 5, before.figures.k)
    const moved = plan?.moved ?? movedOf(atoms, [...crowd.people.keys()], changed)
    const renewal = renewalOf(before.figures, moved, { ...crowd, sizes: crowd.people })
    const frozen = plan?.frozen ?? crowd.speaking.filter((group) => !renewal.renew.includes(group))
    plan = { frozen, moved }
    // A group that keeps its figures says that at most k of its members changed: nothing else is ruled out.
    if (frozen.some((group) => changesIn(atoms, world, group) > crowd.k)) return null
    return `${before.text} then ${said(peopleBandsOf(before.figures, cells, renewal, one))}`
  }
}

type Crowd = ReturnType<typeof crowdOf>
function firstPlan(cells: readonly RawCell[]) {
  const crowd = crowdOf(cells, 5, null)
  return { crowd, renewal: renewalOf(null, {}, { ...crowd, sizes: crowd.people }) }
}
/** Sizes are the same in every world, and so is what follows from them. */
function once<Of, Made>(make: (of: Of) => Made) {
  let made: Made | null = null
  return (of: Of): Made => {
    made ??= make(of)
    return made
  }
}

function figuresOf(
  { k, smallest, speaking, people }: Crowd,
  bands: ReadonlyMap<PeopleMeasure, Bands>,
): ReleasedFigures {
  const group = (key: GroupKey): [GroupKey, ShownGroup] => {
    const size = people.get(key) ?? 0
    const band = (measure: PeopleMeasure) => bands.get(measure)?.get(key) ?? { low: 0, high: size }
    const figures = recordOf(peopleMeasures, (measure) => figureOf(band(measure), size))
    return [key, { shown: true, asOf: '2026-11-16', people: size, figures, items: {} }]
  }
  const groups = Object.fromEntries(speaking.map(group))
  const things = recordOf(thingMeasures, () => ({ shown: 'hidden', why: 'tail' }) as const)
  return { asOf: '2026-11-16', k, smallest, groups, things, changes: [], beyondReach: [] }
}

const isIn = (atom: Atom, group: GroupKey) =>
  group === 'organisation' || group === atom.tier || group === `unit:${atom.unit}`
/** The staff list tells who joined and left; how many changed stays inside the house. */
function movedOf(
  atoms: readonly Atom[],
  groups: readonly GroupKey[],
  changed: Readonly<Record<string, number>>,
) {
  const people = (group: GroupKey, test: (atom: Atom) => boolean) =>
    atoms.filter((atom) => isIn(atom, group) && test(atom)).reduce((sum, atom) => sum + atom.people, 0)
  return Object.fromEntries(
    groups.map((group): [GroupKey, Moved] => [
      group,
      {
        joined: people(group, joins),
        left: people(group, leaves),
        changed: atoms
          .filter((atom) => isIn(atom, group))
          .reduce((sum, atom) => sum + (changed[nameOf(atom)] ?? 0), 0),
      },
    ]),
  )
}
const joins = (atom: Atom) => atom.states.every(([first]) => first === null)
const leaves = (atom: Atom) => atom.states.every(([, second]) => second === null)
const nameOf = (atom: Atom) => `${atom.unit} ${atom.tier}`
const changesIn = (atoms: readonly Atom[], world: readonly (readonly number[])[], group: GroupKey) =>
  atoms.reduce((sum, atom, a) => {
    if (!isIn(atom, group) || joins(atom) || leaves(atom)) return sum
    return sum + atom.states.reduce((all, [from, to], s) => all + (from === to ? 0 : (world[a]?.[s] ?? 0)), 0)
  }, 0)

const said = (bands: ReadonlyMap<PeopleMeasure, Bands>) =>
  [...bands.values()]
    .map((of) => [...of].map(([group, { low, high }]) => `${group} ${low}-${high}`).join(', '))
    .join('; ')

/** What others do: hide groups under five, and tell the rest exactly, or rounded. */
const exactly = others((count) => String(count))
const rounded = others((count, people) => {
  if (count < 3) return 'fewer than 3'
  if (count > people - 3) return 'all but fewer than 3'
  return String(Math.round(count / 5) * 5)
})
function others(tell: (count: number, people: number) => string): Gate {
  return (cellsAt) => {
    const cells = cellsAt(0).map((cell) => ({ ...cell, counted: cell.counts.started }))
    const shown = [...countsOf(cells)].filter(([, { people }]) => people >= 5)
    return shown.map(([group, { counted, people }]) => `${group} ${tell(counted, people)}`).join(', ')
  }
}
