import { scaleLinear, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'
import { shortDay } from '@/lib/words/dates'
import { digits } from '@/lib/words/numbers'
import type { RuleChange, TrendPoint } from './trend-line'

const height = 200
const edge = { top: 24, right: 16, bottom: 28, left: 48 }
const moment = (day: string) => Date.parse(`${day}T00:00:00Z`)

export function TrendDrawing(props: {
  id: string
  className: string
  width: number
  title: string
  told: string
  points: readonly TrendPoint[]
  changes: readonly RuleChange[]
}) {
  const { id, points, width } = props
  const days = points.map((point) => moment(point.day))
  const first = Math.min(...days)
  const last = Math.max(...days)
  const x = scaleUtc([first, Math.max(last, first + 1)], [edge.left, width - edge.right])
  const most = Math.max(1, ...points.map((point) => point.value ?? 0))
  const y = scaleLinear([0, most], [height - edge.bottom, edge.top]).nice(4)
  const path = line<TrendPoint>()
    .defined((point) => point.value !== null)
    .x((point) => x(moment(point.day)))
    .y((point) => y(point.value ?? 0))
  // A stroke without length and with round ends is a dot: all of them in one element.
  const dots = points
    .flatMap(({ day, value }) =>
      value === null ? [] : `M${x(moment(day)).toFixed(1)} ${y(value).toFixed(1)}h0`,
    )
    .join('')
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-told`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={props.className}
      fontSize="14"
    >
      <title id={`${id}-title`}>{props.title}</title>
      <desc id={`${id}-told`}>{props.told}</desc>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <path d={`M${edge.left} ${y(tick)}H${width - edge.right}`} className="stroke-rule" />
          <text x={edge.left - 8} y={y(tick) + 5} textAnchor="end" className="fill-soft">
            {digits(tick)}
          </text>
        </g>
      ))}
      {x.ticks(width > 400 ? 6 : 3).map((tick) => (
        <text key={tick.getTime()} x={x(tick)} y={height - 8} textAnchor="middle" className="fill-soft">
          {shortDay(tick)}
        </text>
      ))}
      {props.changes.map((change, place) => (
        <g key={`${change.day} ${change.label}`}>
          <path
            d={`M${x(moment(change.day))} ${edge.top - 6}V${height - edge.bottom}`}
            className="stroke-soft"
            strokeDasharray="4 4"
          />
          <text x={x(moment(change.day))} y={14} textAnchor="middle" className="fill-ink font-semibold">
            {place + 1}
          </text>
        </g>
      ))}
      <path d={path(points) ?? ''} fill="none" className="stroke-accent" strokeWidth="2.5" />
      <path d={dots} className="stroke-accent" strokeWidth="7" strokeLinecap="round" />
    </svg>
  )
}
