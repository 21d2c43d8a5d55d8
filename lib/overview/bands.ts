/** How finely a count may be told. Arithmetic on whole numbers; both ends of a span belong to it. */
import type { Figure } from './figures'

export type Span = { readonly low: number; readonly high: number }
/** What a figure says; null when it says nothing. */
export const spanOf = (figure: Figure): Span | null =>
  figure.shown === 'hidden' ? null : { low: figure.low, high: figure.high }
export const meet = (a: Span, b: Span): Span => ({
  low: Math.max(a.low, b.low),
  high: Math.min(a.high, b.high),
})
export const holds = (span: Span, value: number) => span.low <= value && value <= span.high
export const everything: Span = { low: 0, high: Number.POSITIVE_INFINITY }

/** Five counts at least share a band: two colleagues who put together what they know still face three. */
export const bandWidth = 5
/** Where other figures already bound a count, each colleague may cut off two: the band at that end is wider. */
const bandWidthAtBound = 7

/**
 * The band that a count of people is told by, within what the other figures leave `open`.
 *
 * Bands begin at multiples of five ("10 to 14"), in groups of 100 and more around them ("about 120" is 118 to 122).
 * The first and the last reach to the ends of what is open and are never narrower than the rest, so "none" and
 * "all" are never told apart from a few more or fewer (security D2). Which bands there are depends on `open` and
 * `size` alone, both of which an onlooker can work out; so the choice of bands gives nothing away.
 */
export function bandOf(count: number, open: Span, size: number): Span {
  const first = open.low + (open.low > 0 ? bandWidthAtBound : bandWidth)
  const last = open.high + 1 - (open.high < size ? bandWidthAtBound : bandWidth)
  return cut(count, open, { low: first, high: last }, size >= 100 ? aroundMultiples : atMultiples)
}

/** The part of `open` that holds `value`, cut every five from `offset` on, wherever a cut falls within `cuts`. */
export function cut(value: number, open: Span, cuts: Span, offset: number): Span {
  const atOrBelow = (at: number) => Math.floor((at - offset) / bandWidth) * bandWidth + offset
  const below = Math.min(atOrBelow(value), atOrBelow(cuts.high))
  const above = Math.max(atOrBelow(value) + bandWidth, atOrBelow(cuts.low + bandWidth - 1))
  return { low: below >= cuts.low ? below : open.low, high: above <= cuts.high ? above - 1 : open.high }
}
const atMultiples = 0
/** Cuts at 3, 8, 13 and so on: each band is what rounds to the same multiple of five. */
export const aroundMultiples = 3

/** A band as a figure out of `size`; hidden where it reaches from about nobody to about everybody. */
export function figureOf(band: Span, size: number): Figure {
  if (band.low < bandWidth && band.high > size - bandWidth) return { shown: 'hidden', why: 'tail' }
  const open = band.low <= 0 || band.high >= size || band.high - band.low >= 2 * bandWidth
  if (size < 100 || open)
    return { shown: 'range', low: Math.max(0, band.low), high: Math.min(size, band.high) }
  return {
    shown: 'about',
    value: Math.round((band.low + band.high) / 10) * 5,
    low: band.low,
    high: band.high,
  }
}

/**
 * `under` and `over` where it rounds to nobody or everybody, which is never said. Where too much is open for one number,
 * both ends that are known, or the one that is not nobody or everybody.
 */
export type Share =
  | { is: 'about' | 'under' | 'over' | 'at_least' | 'at_most'; percent: number }
  | { is: 'between'; low: number; high: number }

/**
 * A share in percent, from what is released only; null where that leaves anything from nobody to everybody open, and of
 * few. Ends of a wide one are rounded outwards, so that they hold whatever the count is.
 * @param whole what `figure` is counted out of: the same on both ends where that is known exactly
 * @returns multiples of five or ten from 5 to 95: 0 and 100 would speak of everybody (security D2, D5)
 */
export function shareOf(figure: Figure, whole: Span): Share | null {
  if (figure.shown === 'hidden' || whole.low < 20) return null
  const least = (figure.low / whole.high) * 100
  const most = (Math.min(figure.high, whole.low) / whole.low) * 100
  if (most - least > 20) return wideShare(Math.floor(least / 5) * 5, Math.ceil(most / 5) * 5)
  const step = most - least > 10 ? 10 : 5
  const percent = Math.round((least + most) / 2 / step) * step
  if (percent === 0) return { is: 'under', percent: step }
  return percent === 100 ? { is: 'over', percent: 100 - step } : { is: 'about', percent }
}

function wideShare(low: number, high: number): Share | null {
  if (low > 0 && high < 100) return { is: 'between', low, high }
  if (low > 0) return { is: 'at_least', percent: low }
  return high < 100 ? { is: 'at_most', percent: high } : null
}
