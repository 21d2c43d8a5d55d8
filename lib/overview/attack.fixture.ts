/**
 * Somebody who knows the staff list, the rules of the gate and every figure, and has all the time there is: tries
 * each state the organisation could be in, runs the gate on it, and keeps those that give the figures at hand.
 */
import type { Tier } from '@/lib/vocabulary'
import type { PeopleMeasure } from './measures'
import { cell } from './overview.fixture'
import type { RawCell } from './raw'

/** In how many of the nested measures a person is counted, at the first release and the second; null: not there. */
export type State = readonly [first: number | null, second: number | null]
/** People whom the staff list cannot tell apart. */
export type Atom = { unit: string; tier: Tier; people: number; states: readonly State[] }
/** How many people of each atom are in each of its states. */
type World = readonly (readonly number[])[]
/** What is published in a world, as text; null when the attacker can rule that world out. */
export type Gate = (cellsAt: (release: 0 | 1) => RawCell[], world: World) => string | null
export type Leak = { published: string; colluders: readonly Insider[]; atom: Atom; says: string }
/** A colleague who gives away his own record. */
type Insider = { atom: number; state: number }

/**
 * @param colluders how many colleagues put their own records together, at most
 * @returns one leak for each set of figures that makes somebody else's value certain, or counts fewer than five exactly
 */
export function attack(
  atoms: readonly Atom[],
  nested: readonly PeopleMeasure[],
  gate: Gate,
  colluders: 0 | 1 | 2,
) {
  const published = new Map<string, World[]>()
  let worlds = 0
  for (const world of worldsOf(atoms)) {
    const figures = gate((release) => cellsOf(atoms, world, nested, release), world)
    if (figures === null) continue
    worlds++
    const like = published.get(figures)
    if (like) like.push(world)
    else published.set(figures, [world])
  }
  const leaks: Leak[] = []
  const circles = circlesOf(atoms, colluders)
  for (const [figures, like] of published) {
    const found = circles
      .map((circle) => leakIn(atoms, nested.length, like, circle))
      .find((leak) => leak !== null)
    if (found) leaks.push({ published: figures, ...found })
  }
  return { worlds, published: published.size, leaks }
}

function leakIn(
  atoms: readonly Atom[],
  depth: number,
  like: readonly World[],
  colluders: readonly Insider[],
) {
  const known = atoms.map((atom, a) =>
    atom.states.map((_, s) => colluders.filter((c) => c.atom === a && c.state === s).length),
  )
  const secrets = atoms.flatMap((atom, a) =>
    secretsOf(atom, depth).map((secret) => ({
      a,
      ...secret,
      all: false,
      none: false,
      counts: new Set<number>(),
    })),
  )
  const others = atoms.map((atom, a) => atom.people - total(known[a] ?? []))
  let possible = false
  for (const world of like) {
    if (known.some((states, a) => states.some((n, s) => n > (world[a]?.[s] ?? 0)))) continue
    possible = true
    for (const secret of secrets) {
      const counted = total(
        secret.states.map((s) => (world[secret.a]?.[s] ?? 0) - (known[secret.a]?.[s] ?? 0)),
      )
      if (counted > 0) secret.all = true
      if (counted < (others[secret.a] ?? 0)) secret.none = true
      if (colluders.length === 0 && secret.counts.size < 2) secret.counts.add(counted)
    }
    if (secrets.every((s) => s.all && s.none && (colluders.length > 0 || s.counts.size > 1))) return null
  }
  if (!possible) return null
  for (const { a, says, all, none, counts } of secrets) {
    const atom = atoms[a]
    if (!atom || (others[a] ?? 0) === 0) continue
    if (!all || !none) return { colluders, atom, says: `${says}: ${all ? 'everybody' : 'nobody'}` }
    if (colluders.length === 0 && atom.people < 5 && counts.size === 1)
      return { colluders, atom, says: `${says}: exact` }
  }
  return null
}

/** What the attacker wants to know of the people of an atom: in which states they are counted, by measure and release. */
function secretsOf(atom: Atom, depth: number) {
  return ([0, 1] as const).flatMap((release) =>
    Array.from({ length: depth }, (_, measure) => ({
      says: `measure ${measure + 1} at release ${release + 1}`,
      states: atom.states.flatMap((state, s) => ((state[release] ?? 0) > measure ? [s] : [])),
      there: atom.states.every((state) => state[release] !== null),
    })).filter(({ there }) => there),
  )
}

function* worldsOf(atoms: readonly Atom[]): Generator<World> {
  const ways = atoms.map((atom) => [...splits(atom.people, atom.states.length)])
  const at = atoms.map(() => 0)
  for (;;) {
    yield at.map((way, a) => ways[a]?.[way] ?? [])
    let a = 0
    while (a < at.length && (at[a] ?? 0) + 1 >= (ways[a]?.length ?? 0)) at[a++] = 0
    if (a === at.length) return
    at[a] = (at[a] ?? 0) + 1
  }
}
function* splits(people: number, states: number): Generator<number[]> {
  if (states === 1) return yield [people]
  for (let first = 0; first <= people; first++)
    for (const rest of splits(people - first, states - 1)) yield [first, ...rest]
}

function cellsOf(
  atoms: readonly Atom[],
  world: World,
  nested: readonly PeopleMeasure[],
  release: 0 | 1,
): RawCell[] {
  const cells = new Map<string, RawCell>()
  for (const [a, atom] of atoms.entries()) {
    if (atom.states.some((state) => state[release] === null)) continue
    const key = `${atom.unit} ${atom.tier}`
    const before = cells.get(key) ?? cell(atom.unit, atom.tier, 0)
    const counts = { ...before.counts }
    for (const [m, measure] of nested.entries())
      counts[measure] += total(
        atom.states.map((state, s) => ((state[release] ?? 0) > m ? (world[a]?.[s] ?? 0) : 0)),
      )
    cells.set(key, { ...before, people: before.people + atom.people, counts })
  }
  return [...cells.values()]
}

/** Every way in which up to `most` colleagues can have records of their own. */
function circlesOf(atoms: readonly Atom[], most: number): Insider[][] {
  const insiders = atoms.flatMap((atom, a) => atom.states.map((_, state) => ({ atom: a, state })))
  const circles: Insider[][] = [[]]
  if (most >= 1) circles.push(...insiders.map((one) => [one]))
  if (most >= 2) circles.push(...insiders.flatMap((one, i) => insiders.slice(i).map((two) => [one, two])))
  return circles
}
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

/** The same numbers for the same seed, everywhere: whole numbers from `low` to `high`. */
export function dice(seed: number) {
  let state = seed >>> 0
  return (low: number, high: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0
    return low + Math.floor((((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32) * (high - low + 1))
  }
}
