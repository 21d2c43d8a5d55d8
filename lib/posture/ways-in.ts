/** The weakest way in: ways and levels of each account, and what falls with each phone number. */
import { type Entrances, type Entry, levelOfTechnique } from '@/lib/posture/entries'
import { chainBetween, type Graph, settled } from '@/lib/posture/graph'
import type { AccountStanding, Hop, LineStanding, WayIn } from '@/lib/posture/shapes'
import type { Level } from '@/lib/vocabulary'

export type Standing = Omit<AccountStanding, 'labels'>
export type Reached = Omit<LineStanding, 'labels'>

const order: readonly WayIn['startsWith'][] = [
  'password_alone',
  'number_moved',
  'text_or_call_intercepted',
  'person_tricked',
]

/**
 * @param entrances how each account is entered, in the order of the inventory.
 * @returns for each account its level ("at best" while an answer that could lower it is missing), its ways in
 * with the weakest first, and the accounts it falls with. Always ends, also on rings.
 */
export function standingsOf(graph: Graph): Standing[] {
  const { entrances, steps } = graph
  const low = settled(
    entrances.map((each) => each.low),
    steps,
  )
  const high = settled(
    entrances.map((each) => each.high),
    steps.filter((step) => step.certain),
  )
  return entrances.map(({ accountId }, at) => {
    const { level, atBest } = span(low[at] ?? 0, high[at] ?? 0)
    const ways = waysInto(graph, at)
    const fallsWith = leadingTo(graph, at)
    const ring = fallsWith.filter((id) => leadsTo(graph, at, id))
    return { accountId, level, atBest, ways, weakest: ways[0] ?? null, fallsWith, ring }
  })
}

/** From level 3 on, what is missing could only raise it: then the lower level is the level. */
function span(low: Level, high: Level): { level: Level | null; atBest: Level } {
  if (low === high || low >= 3) return { level: low, atBest: low }
  return { level: null, atBest: high }
}

function waysInto(graph: Graph, at: number): WayIn[] {
  const ways: WayIn[] = []
  graph.entrances.forEach(({ entries }, first) => {
    if (entries.length === 0 || (graph.distance[first]?.[at] ?? -1) < 0) return
    const passed = chainBetween(graph, first, at)
    for (const entry of entries) ways.push(wayIn(entry, passed, first === at))
  })
  return ways.sort(weakestFirst)
}

function wayIn(entry: Entry, passed: readonly Hop[], direct: boolean): WayIn {
  return {
    accountId: passed[passed.length - 1]?.id ?? '',
    technique: direct ? entry.technique : 'through_another_account',
    startsWith: entry.technique,
    chain: entry.lineId === null ? passed : [{ kind: 'line', id: entry.lineId, by: entry.by }, ...passed],
  }
}

/** By level, then the shorter chain, then technique; the order of the inventory settles the rest. */
function weakestFirst(a: WayIn, b: WayIn): number {
  return (
    levelOfTechnique[a.startsWith] - levelOfTechnique[b.startsWith] ||
    a.chain.length - b.chain.length ||
    order.indexOf(a.startsWith) - order.indexOf(b.startsWith)
  )
}

function leadingTo({ distance, entrances }: Graph, at: number): string[] {
  return entrances
    .map(({ accountId }, first) => ({ accountId, steps: distance[first]?.[at] ?? -1 }))
    .filter(({ steps }) => steps > 0)
    .sort((a, b) => a.steps - b.steps)
    .map(({ accountId }) => accountId)
}

function leadsTo({ distance, entrances }: Graph, from: number, id: string): boolean {
  const to = entrances.findIndex(({ accountId }) => accountId === id)
  return (distance[from]?.[to] ?? -1) > 0
}

/** The accounts that fall if this number is stolen, nearest first, each with its shortest chain from the line. */
export function reachedFrom(lineId: string, graph: Graph): Reached {
  const { distance, entrances } = graph
  const doors = entrances.flatMap(({ entries }, first) => {
    const entry = entries.find((each) => each.lineId === lineId)
    return entry ? [{ first, by: entry.by }] : []
  })
  const falls = entrances.flatMap(({ accountId }, at) => {
    const open = doors.filter(({ first }) => (distance[first]?.[at] ?? -1) >= 0)
    const [nearest] = open.sort((a, b) => (distance[a.first]?.[at] ?? 0) - (distance[b.first]?.[at] ?? 0))
    if (!nearest) return []
    const start: Hop = { kind: 'line', id: lineId, by: nearest.by }
    return [{ accountId, chain: [start, ...chainBetween(graph, nearest.first, at)] }]
  })
  return {
    lineId,
    falls: falls.sort((a, b) => a.chain.length - b.chain.length),
    waysIn: entrances.reduce((sum, each, first) => sum + startingAt(lineId, each) * reach(graph, first), 0),
  }
}

function startingAt(lineId: string, { entries }: Entrances): number {
  return entries.filter((entry) => entry.lineId === lineId).length
}

function reach({ distance }: Graph, first: number): number {
  return distance[first]?.reduce((sum, steps) => sum + (steps >= 0 ? 1 : 0), 0) ?? 0
}

/** How many ways lead into each account: what a change is measured by, without spelling the chains out. */
export function countsOf({ distance, entrances }: Graph): number[] {
  const counts = entrances.map(() => 0)
  entrances.forEach(({ entries }, first) => {
    if (entries.length === 0) return
    distance[first]?.forEach((steps, at) => {
      if (steps >= 0) counts[at] = (counts[at] ?? 0) + entries.length
    })
  })
  return counts
}
