/** Totals that contradict themselves are a fault of the counting; nothing is released from them. */
import { tiers } from '@/lib/vocabulary'
import {
  exceptionMeasures,
  exceptionsOutOf,
  itemParts,
  outOf,
  partOf,
  peopleMeasures,
  thingMeasures,
} from './measures'
import type { RawThing, RawTotals } from './raw'

/** @throws Error naming the first total that cannot be */
export function mustAddUp(raw: RawTotals): void {
  const fail = (what: string) => {
    throw new Error(`these totals do not add up: ${what}`)
  }
  const seen = new Set<string>()
  for (const cell of raw.cells) {
    const name = `${cell.unit}, ${cell.tier}`
    if (seen.has(name)) fail(`${name} is there twice`)
    seen.add(name)
    for (const measure of peopleMeasures) {
      const container = partOf[measure]
      const most = container === null ? cell.people : cell.counts[container]
      if (!within(cell.counts[measure], most)) fail(`${measure} in ${name}`)
    }
  }
  for (const tier of tiers) {
    const people = raw.cells.filter((cell) => cell.tier === tier).reduce((sum, cell) => sum + cell.people, 0)
    for (const [item, parts] of Object.entries(raw.items[tier])) {
      if (itemParts.some((part) => !within(parts[part], people))) fail(`${item}, ${tier}`)
      if (itemParts.reduce((sum, part) => sum + parts[part], 0) !== people) fail(`${item}, ${tier}`)
    }
  }
  thingsMustAddUp(thingMeasures, outOf, raw.things, fail)
  thingsMustAddUp(exceptionMeasures, exceptionsOutOf, raw.exceptions.counts, fail)
  const everybody = raw.cells.reduce((sum, cell) => sum + cell.people, 0)
  const users = raw.apps.use.reduce((sum, { people }) => sum + people, 0)
  if (!within(users, everybody)) fail('who uses messaging apps')
}

function thingsMustAddUp<Measure extends string>(
  measures: readonly Measure[],
  outOf: Readonly<Record<Measure, Measure | null>>,
  things: Readonly<Record<Measure, RawThing>>,
  fail: (what: string) => void,
) {
  for (const measure of measures) {
    const { count, people, others } = things[measure]
    const container = outOf[measure]
    const most = container === null ? Number.MAX_SAFE_INTEGER : things[container].count
    if (!within(count, most) || !within(people, count) || !within(others, most - count)) fail(measure)
  }
}
const within = (count: number, most: number) => Number.isInteger(count) && count >= 0 && count <= most
