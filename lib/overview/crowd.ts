/** Who is spoken of at all. Follows from sizes alone, so it says nothing about anybody's answers. */
import type { Tier } from '@/lib/vocabulary'
import { bandWidth } from './bands'
import type { GroupKey } from './measures'

export type Size = { unit: string; tier: Tier; people: number }
export type Silence = 'small_group' | 'complement'
export type Crowd = {
  /** The k of security D1. */
  k: number
  /** People a group needs before anything is said of it. */
  smallest: number
  /** The groups that are spoken of, in the order they are banded in. */
  speaking: readonly GroupKey[]
  silent: ReadonlyMap<GroupKey, Silence>
  people: ReadonlyMap<GroupKey, number>
}

/**
 * @param smallestGroup the organisation's setting, 5 at least
 * @param before the k of the last release: it may be raised and is never lowered (decision 4, security D10)
 */
export function crowdOf(sizes: readonly Size[], smallestGroup: number, before: number | null): Crowd {
  const people = peopleOf(sizes)
  const everybody = people.get('organisation') ?? 0
  const k = Math.max(5, smallestGroup, before ?? 0, everybody > 100 ? 10 : 5)
  // One more than k, since a member knows his own record (D9); and room for two bands.
  const smallest = Math.max(k + 1, 2 * bandWidth - 1)
  const silent = new Map<GroupKey, Silence>()
  if (everybody < smallest) for (const group of people.keys()) silent.set(group, 'small_group')
  else {
    // With nobody in the one tier, the other would only be the organisation told a second time.
    hush(['highly_targeted', 'standard'], people, smallest, silent, 0)
    const units = [...people.keys()].filter((group) => group.startsWith('unit:'))
    hush(units, people, smallest, silent)
  }
  const rank = ['organisation', 'highly_targeted', 'standard']
  const order = (group: GroupKey) => rank.indexOf(group) + 1 || rank.length + 1
  const speaking = [...people.keys()]
    .filter((group) => !silent.has(group))
    .sort(
      (a, b) =>
        order(a) - order(b) || (people.get(b) ?? 0) - (people.get(a) ?? 0) || (a < b ? -1 : a > b ? 1 : 0),
    )
  return { k, smallest, speaking, silent, people }
}

/** Silences the small groups of a partition, and others with them until what is silent is a crowd by itself (D4). */
function hush(
  groups: readonly GroupKey[],
  people: ReadonlyMap<GroupKey, number>,
  smallest: number,
  silent: Map<GroupKey, Silence>,
  least = 1,
) {
  const size = (group: GroupKey) => people.get(group) ?? 0
  for (const group of groups) if (size(group) < smallest) silent.set(group, 'small_group')
  const bySize = groups
    .filter((group) => !silent.has(group))
    .sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1))
  const hidden = () => groups.filter((group) => silent.has(group) && size(group) >= least)
  const alone = () =>
    hidden().length === 1 || hidden().reduce((sum, group) => sum + size(group), 0) < smallest
  for (const group of bySize) if (hidden().length > 0 && alone()) silent.set(group, 'complement')
}

function peopleOf(sizes: readonly Size[]): ReadonlyMap<GroupKey, number> {
  const people = new Map<GroupKey, number>([
    ['organisation', 0],
    ['highly_targeted', 0],
    ['standard', 0],
  ])
  for (const size of sizes)
    for (const group of ['organisation', size.tier, `unit:${size.unit}`] as const)
      people.set(group, (people.get(group) ?? 0) + size.people)
  return people
}
