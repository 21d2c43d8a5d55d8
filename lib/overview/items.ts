/** The recommendations: everybody invited, split by a person's verdict. For the organisation and the tiers. */
import { itemIds } from '@/lib/guidance/codes'
import { type Tier, tiers } from '@/lib/vocabulary'
import { figureOf, type Share, type Span, shareOf } from './bands'
import type { Figure, ReleasedFigures } from './figures'
import { type Bands, bandsOf, type Cell } from './gate'
import { type GroupKey, type ItemPart, type Items, itemParts, type Parts, recordOf } from './measures'
import type { RawTotals } from './raw'
import { knownOf, type Renewal } from './renewal'

/**
 * The parts of an item add up to everybody, so they are banded as running totals, each within the next: the bands of
 * the parts themselves would fit together like a puzzle and give some of them away.
 */
export function itemBandsOf(
  previous: ReleasedFigures | null,
  raw: RawTotals,
  renewal: Renewal,
): (group: GroupKey) => Items<Span> {
  const renew = renewal.renew.filter((group) => !group.startsWith('unit:'))
  const people = (tier: Tier) =>
    raw.cells.filter((cell) => cell.tier === tier).reduce((sum, cell) => sum + cell.people, 0)
  const present = itemIds.filter((item) => tiers.some((tier) => raw.items[tier][item]))
  const bands = present.map((item) => {
    const running = new Map<ItemPart, Bands>()
    let container: Bands | null = null
    for (const part of itemParts.slice(0, -1).reverse()) {
      const cells = tiers.map((tier): Cell => {
        const parts = raw.items[tier][item]
        const counted = parts ? runningTotal(parts, part) : 0
        return { unit: 'everybody', tier, people: people(tier), counted }
      })
      const known = knownOf(previous, renewal, (row) => row.items[item]?.[part] ?? null)
      container = new Map([...known, ...bandsOf(cells, renew, known, container)])
      running.set(part, container)
    }
    return { item, running }
  })
  return (group) => {
    const size =
      group === 'organisation' ? people('standard') + people('highly_targeted') : people(tierOf(group))
    const spans = (running: ReadonlyMap<ItemPart, Bands>): Parts<Span> =>
      recordOf(itemParts, (part) => running.get(part)?.get(group) ?? { low: size, high: size })
    return Object.fromEntries(bands.map(({ item, running }) => [item, spans(running)]))
  }
}

/**
 * The parts of one item as figures.
 * @param running its running totals, as a release holds them
 * @param people everybody in that group, as the release says
 */
export function partsOf(running: Parts<Span>, people: number): Parts<Figure> {
  return recordOf(itemParts, (part) => {
    const to = running[part]
    const before = itemParts[itemParts.indexOf(part) - 1]
    const from = before ? running[before] : { low: 0, high: 0 }
    return figureOf({ low: Math.max(0, to.low - from.high), high: to.high - from.low }, people)
  })
}

/** Everybody of whom it is not known how one item stands, for whatever reason: the complement of all that is known. */
export function notKnown({ not_applicable }: Parts<Span>, people: number): Figure {
  return figureOf({ low: people - not_applicable.high, high: people - not_applicable.low }, people)
}

/**
 * How many meet one item, of all whom it concerns: met, partly, not met and unknown, without those it does not apply to
 * (guidance section 12, item 2). Worked out from a release alone, so it says nothing that the release does not.
 * @returns the share as `shareOf` gives it, and what it is a share of
 */
export function shareOfMet(running: Parts<Span>, people: number): { share: Share | null; of: Figure } {
  const { met, not_applicable } = running
  const concerned = {
    low: people - Math.max(0, not_applicable.high - met.low),
    high: people - Math.max(0, not_applicable.low - met.high),
  }
  const of = figureOf(concerned, people)
  return { share: of.shown === 'hidden' ? null : shareOf(partsOf(running, people).met, concerned), of }
}

const runningTotal = (parts: Parts<number>, to: ItemPart) =>
  itemParts.slice(0, itemParts.indexOf(to) + 1).reduce((sum, part) => sum + parts[part], 0)
const tierOf = (group: GroupKey): Tier => (group === 'highly_targeted' ? 'highly_targeted' : 'standard')
