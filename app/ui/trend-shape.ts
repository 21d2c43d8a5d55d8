import { scaleLinear, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'
import { shortDay } from '@/lib/words/dates'
import { digits } from '@/lib/words/numbers'
import type { RuleChange, TrendPoint } from './trend-line'

/** What there is to draw, in the drawing's own units. */
export type TrendShape = {
  width: number
  height: number
  /** Up and down, with the words beside each. */
  levels: readonly (readonly [y: number, label: string])[]
  days: readonly (readonly [x: number, label: string])[]
  /** Where the rules changed, and the number in the list beneath. */
  changes: readonly (readonly [x: number, number: number])[]
  edge: typeof edge
  path: string
  dots: string
}

const height = 200
const edge = { top: 24, right: 16, bottom: 28, left: 48 }
const moment = (day: string) => Date.parse(`${day}T00:00:00Z`)
const place = (value: number) => Math.round(value * 10) / 10

/** The shape of a trend on a drawing of this width. Computed on the server: scales are no business of a browser. */
export function trendShape(
  points: readonly TrendPoint[],
  changes: readonly RuleChange[],
  width: number,
): TrendShape {
  const days = points.map((point) => moment(point.day))
  const first = Math.min(...days)
  const last = Math.max(...days)
  const x = scaleUtc([first, Math.max(last, first + 1)], [edge.left, width - edge.right])
  const most = Math.max(1, ...points.map((point) => point.value ?? 0))
  const y = scaleLinear([0, most], [height - edge.bottom, edge.top]).nice(4)
  const path = line<TrendPoint>()
    .digits(1)
    .defined((point) => point.value !== null)
    .x((point) => x(moment(point.day)))
    .y((point) => y(point.value ?? 0))
  // A stroke without length and with round ends is a dot: all of them in one element.
  const dots = points.flatMap(({ day, value }) =>
    value === null ? [] : `M${place(x(moment(day)))} ${place(y(value))}h0`,
  )
  return {
    width,
    height,
    levels: y.ticks(4).map((tick) => [place(y(tick)), digits(tick)]),
    days: x.ticks(width > 400 ? 6 : 3).map((tick) => [place(x(tick)), shortDay(tick)]),
    changes: changes.map((change, at) => [place(x(moment(change.day))), at + 1]),
    edge,
    path: path([...points]) ?? '',
    dots: dots.join(''),
  }
}
