/**
 * Which account leads to which, and how far. Accounts are numbered in the order of the inventory, which is fixed,
 * so the same facts in any order give the same chains.
 *
 * A ring must end and must not explode: from each account where an attacker can start, only the shortest chain to
 * each other account is kept (ties by the order of the inventory). So a way in is one (account, technique, line,
 * first account entered), and a person with n accounts has at most 4 n² of them, whatever the rings.
 */
import type { Arrival, Entrances } from '@/lib/posture/entries'
import { lower } from '@/lib/posture/entries'
import type { Hop } from '@/lib/posture/shapes'
import type { Level } from '@/lib/vocabulary'

export type Step = { from: number; to: number; by: Arrival['by']; certain: boolean }
export type Graph = {
  entrances: readonly Entrances[]
  steps: readonly Step[]
  /** For each first account: the account one comes from on the shortest chain; -1 where there is none. */
  cameFrom: readonly (readonly number[])[]
  /** For each first account: the number of steps to each other; -1 where it leads nowhere. */
  distance: readonly (readonly number[])[]
}

export function graphOf(entrances: readonly Entrances[]): Graph {
  const steps = stepsBetween(entrances)
  const onward = entrances.map(() => [] as number[])
  for (const step of steps) if (step.certain) onward[step.from]?.push(step.to)
  for (const next of onward) next.sort((a, b) => a - b)
  const walks = entrances.map((_, start) => walkFrom(start, onward))
  return {
    entrances,
    steps,
    cameFrom: walks.map((walk) => walk.cameFrom),
    distance: walks.map((walk) => walk.distance),
  }
}

function stepsBetween(entrances: readonly Entrances[]): Step[] {
  const place = new Map(entrances.map(({ accountId }, index) => [accountId, index]))
  const steps: Step[] = []
  entrances.forEach(({ arrivals }, to) => {
    for (const { fromId, by, certain } of arrivals) {
      const from = place.get(fromId)
      if (from !== undefined) steps.push({ from, to, by, certain })
    }
  })
  return steps
}

function walkFrom(start: number, onward: readonly (readonly number[])[]) {
  const cameFrom = onward.map(() => -1)
  const distance = onward.map(() => -1)
  distance[start] = 0
  const queue = [start]
  for (let here = queue[0], at = 0; here !== undefined; at += 1, here = queue[at]) {
    for (const next of onward[here] ?? []) {
      if (distance[next] !== -1) continue
      distance[next] = (distance[here] ?? 0) + 1
      cameFrom[next] = here
      queue.push(next)
    }
  }
  return { cameFrom, distance }
}

/** The greatest fixed point: each account starts from its own level and is only ever lowered by what leads to it. */
export function settled(own: readonly Level[], steps: readonly Step[]): Level[] {
  const levels = [...own]
  let changed = true
  while (changed) {
    changed = false
    for (const { from, to } of steps) {
      const inherited = levels[from]
      const now = levels[to]
      if (inherited === undefined || now === undefined || lower(now, inherited) === now) continue
      levels[to] = inherited
      changed = true
    }
  }
  return levels
}

/** The accounts passed from the first one to the last one, both included. */
export function chainBetween(graph: Graph, first: number, last: number): Hop[] {
  const passed = [last]
  for (let here = last; here !== first; ) {
    const before = graph.cameFrom[first]?.[here] ?? -1
    if (before === -1) return []
    passed.unshift(before)
    here = before
  }
  return passed.map((here, at) => ({
    kind: 'account',
    id: graph.entrances[here]?.accountId ?? '',
    by: stepBy(graph, here, passed[at + 1]),
  }))
}

function stepBy({ entrances }: Graph, from: number, to: number | undefined): Hop['by'] {
  if (to === undefined) return null
  const fromId = entrances[from]?.accountId
  return entrances[to]?.arrivals.find((arrival) => arrival.certain && arrival.fromId === fromId)?.by ?? null
}
