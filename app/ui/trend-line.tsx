import type { ReactNode } from 'react'
import { writtenDay } from '@/lib/words/dates'
import { chart } from '@/lib/words/shell'
import { Figure } from './figure'
import { TrendDrawings } from './trend-drawing'
import { trendShape } from './trend-shape'

/** A day's value; null where it is not known or not shown, which leaves a gap. */
export type TrendPoint = { day: string; value: number | null }
/** From this day on another rule judged: the values before and after do not compare. */
export type RuleChange = { day: string; label: string }

/** A value over time, with the changes of rules marked and named beneath. */
export function TrendLine(props: {
  title: string
  told: string
  points: readonly TrendPoint[]
  changes?: readonly RuleChange[]
  table?: ReactNode
}) {
  const { changes = [], points, title, told } = props
  return (
    <Figure title={title} table={props.table}>
      <TrendDrawings
        title={title}
        told={told}
        narrow={trendShape(points, changes, 320)}
        wide={trendShape(points, changes, 672)}
      />
      {changes.length > 0 && (
        <ol className="flex flex-col text-soft">
          {changes.map((change, place) => (
            <li key={`${change.day} ${change.label}`}>
              {`${place + 1}. ${writtenDay(change.day)}: ${chart.ruleChange}. ${change.label}`}
            </li>
          ))}
        </ol>
      )}
    </Figure>
  )
}
