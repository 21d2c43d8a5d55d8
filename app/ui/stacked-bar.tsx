'use client'
import { type ReactNode, useId } from 'react'
import { levelWords, verdictWords } from '@/lib/words/shell'
import { Figure } from './figure'
import { Shape } from './marks'
import { type PartMark, PartRect, Patterns } from './patterns'
import { levelLooks, verdictLooks } from './status'

export type Part = {
  mark: PartMark
  count: number
  /** What is said for the count: "about 120", "under 5". */
  shown?: string
  label?: string
}

/**
 * Parts of a whole in one bar, unknown at its end, each named with its count beneath. Drawn on both sides, so that its
 * counts are sent and not the elements of the drawing.
 */
export function StackedBar(props: {
  title: string
  told: string
  parts: readonly Part[]
  table?: ReactNode
}) {
  const id = useId()
  const parts = unknownLast(props.parts).filter((part) => part.count > 0 || part.shown)
  const total = parts.reduce((sum, part) => sum + part.count, 0)
  const across = (count: number) => `${Math.round((10_000 * count) / Math.max(total, 1)) / 100}%`
  let before = 0
  return (
    <Figure title={props.title} table={props.table}>
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-told`}
        width="100%"
        height="34"
      >
        <title id={`${id}-title`}>{props.title}</title>
        <desc id={`${id}-told`}>{props.told}</desc>
        <Patterns id={id} marks={parts.map((part) => part.mark)} />
        {parts.map((part) => {
          const start = before
          before += part.count
          return (
            <PartRect
              key={part.mark}
              mark={part.mark}
              patterns={id}
              x={across(start)}
              width={across(part.count)}
              y={1}
              height={32}
            />
          )
        })}
      </svg>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {parts.map((part) => (
          <li key={part.mark} className="flex items-center gap-2">
            <Swatch mark={part.mark} patterns={id} />
            <Shape name={looks[part.mark].shape} className={looks[part.mark].text} />
            <span>
              {part.label ?? words[part.mark]} <b className="tabular-nums">{part.shown ?? part.count}</b>
            </span>
          </li>
        ))}
      </ul>
    </Figure>
  )
}

/** Unknown is never in the middle, where it could pass for something known. */
export const unknownLast = (parts: readonly Part[]) => [
  ...parts.filter((part) => part.mark !== 'unknown'),
  ...parts.filter((part) => part.mark === 'unknown'),
]

const looks = { ...verdictLooks, ...levelLooks }
const words = { ...verdictWords, ...levelWords }

function Swatch({ mark, patterns }: { mark: PartMark; patterns: string }) {
  return (
    <svg width="20" height="16" aria-hidden="true" className="shrink-0">
      <PartRect mark={mark} patterns={patterns} x={1} width={18} y={1} height={14} />
    </svg>
  )
}
