/** Accounts, lines, changes and what no person can mend: counted for the whole organisation only. */
import { actionCodes } from '@/lib/guidance/codes'
import { aroundMultiples, bandOf, bandWidth, cut, everything, type Span } from './bands'
import type { Figure, OrganisationFigures } from './figures'
import { outOf, recordOf, thingMeasures } from './measures'
import type { RawThing, RawTotals } from './raw'

/** Everybody, how many of them can own any of it, and the k of security D1. */
export type Owners = { people: number; most: number; k: number }

/**
 * A number of things is told only where it belongs to a crowd: k people at least own one of them, and k at least own
 * one of the rest. Its bands begin above all that the number of owners can be, so that how many things there are says
 * nothing of how many people.
 *
 * @param outOf what each is counted out of; it stands before it in `measures`
 */
export function figuresOfThings<Measure extends string>(
  measures: readonly Measure[],
  outOf: Readonly<Record<Measure, Measure | null>>,
  things: Readonly<Record<Measure, RawThing>>,
  crowd: Owners,
): Record<Measure, Figure> {
  const bands = new Map<Measure, Span | null>()
  for (const measure of measures) {
    const { count, people: own, others } = things[measure]
    const container = outOf[measure]
    const within = container === null ? everything : (bands.get(container) ?? null)
    const tail = few(own, crowd) || (container !== null && few(others, crowd))
    const rest = container === null ? nothing : ownersOf(others, crowd)
    bands.set(
      measure,
      within === null || tail ? null : bandOfThings(count, ownersOf(own, crowd), within, rest),
    )
  }
  return recordOf(measures, (measure) => figureOfThings(bands.get(measure) ?? null))
}

/** Too few to be spoken of: the band of how many they are begins below k. */
export const few = (count: number, crowd: Owners) => ownersOf(count, crowd).low < crowd.k
const ownersOf = (count: number, { people, most }: Owners): Span =>
  bandOf(count, { low: 0, high: most }, people)

export function thingsOf(
  raw: Pick<RawTotals, 'things' | 'changes' | 'beyondReach'>,
  crowd: Owners,
): OrganisationFigures {
  const changes = raw.changes
    .filter((change) => !few(change.people, crowd))
    .map(({ action, places, ways, people }) => {
      const own = ownersOf(people, crowd)
      return {
        action,
        places: figureOfThings(bandOfThings(places, own, everything, nothing)),
        ways: figureOfThings(bandOfThings(ways, { low: 0, high: own.high }, everything, nothing)),
      }
    })
    .sort((a, b) => middle(b.ways) - middle(a.ways) || codeOrder(a.action) - codeOrder(b.action))
  const beyondReach = raw.beyondReach
    .filter((row) => !few(row.people, crowd))
    .map(({ kind, id, count, people }) => ({
      kind,
      id,
      count: figureOfThings(bandOfThings(count, ownersOf(people, crowd), everything, nothing)),
    }))
    .sort((a, b) => middle(b.count) - middle(a.count) || (a.kind + a.id < b.kind + b.id ? -1 : 1))
  return { things: figuresOfThings(thingMeasures, outOf, raw.things, crowd), changes, beyondReach }
}

const nothing: Span = { low: 0, high: 0 }
/** Each owner has one at least, and each owner of the rest has one that is not counted. */
function bandOfThings(count: number, owners: Span, within: Span, rest: Span): Span {
  const open = { low: owners.low, high: within.high - rest.low }
  const cuts = { low: owners.high + bandWidth, high: within.high - rest.high + 1 - bandWidth }
  return cut(count, open, cuts, aroundMultiples)
}
function figureOfThings(band: Span | null): Figure {
  if (band === null) return { shown: 'hidden', why: 'tail' }
  if (band.high - band.low >= bandWidth) return { shown: 'range', ...band }
  return { shown: 'about', value: Math.round((band.low + band.high) / 10) * 5, ...band }
}
/** Sorted by what is shown: the order must not say more than the figures do (security D3). */
const middle = (figure: Figure) => (figure.shown === 'hidden' ? 0 : figure.low + figure.high)
const codeOrder = (action: (typeof actionCodes)[number]) => actionCodes.indexOf(action)
