/** Accounts, lines, changes and what no person can mend: counted for the whole organisation only. */
import { actionCodes } from '@/lib/guidance/codes'
import { aroundMultiples, bandOf, bandWidth, cut, everything, type Span } from './bands'
import type { Figure, OrganisationFigures } from './figures'
import { outOf, recordOf, type ThingMeasure, thingMeasures } from './measures'
import type { RawTotals } from './raw'

/**
 * A number of things is told only where it belongs to a crowd: five people at least own one of them, and five at
 * least own one of the rest. Its bands begin above all that the number of owners can be, so that how many things
 * there are says nothing of how many people.
 */
export function thingsOf(
  raw: Pick<RawTotals, 'things' | 'changes' | 'beyondReach'>,
  people: number,
  started: Span,
): OrganisationFigures {
  const owners = (count: number): Span => bandOf(count, { low: 0, high: started.high }, people)
  const few = (count: number) => owners(count).low === 0

  const bands = new Map<ThingMeasure, Span | null>()
  for (const measure of thingMeasures) {
    const { count, people: own, others } = raw.things[measure]
    const container = outOf[measure]
    const within = container === null ? everything : (bands.get(container) ?? null)
    const tail = few(own) || (container !== null && few(others))
    const rest = container === null ? nothing : owners(others)
    bands.set(measure, within === null || tail ? null : bandOfThings(count, owners(own), within, rest))
  }
  const figure = (measure: ThingMeasure) => figureOfThings(bands.get(measure) ?? null)

  const changes = raw.changes
    .filter((change) => !few(change.people))
    .map(({ action, places, ways, people: own }) => ({
      action,
      places: figureOfThings(bandOfThings(places, owners(own), everything, nothing)),
      ways: figureOfThings(bandOfThings(ways, { low: 0, high: owners(own).high }, everything, nothing)),
    }))
    .sort((a, b) => middle(b.ways) - middle(a.ways) || codeOrder(a.action) - codeOrder(b.action))
  const beyondReach = raw.beyondReach
    .filter((row) => !few(row.people))
    .map(({ kind, id, count, people: own }) => ({
      kind,
      id,
      count: figureOfThings(bandOfThings(count, owners(own), everything, nothing)),
    }))
    .sort((a, b) => middle(b.count) - middle(a.count) || (a.kind + a.id < b.kind + b.id ? -1 : 1))
  return { things: recordOf(thingMeasures, figure), changes, beyondReach }
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
