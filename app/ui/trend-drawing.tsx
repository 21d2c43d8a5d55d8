'use client'
import { useId } from 'react'
import { onlyNarrow, onlyWide } from './figure'
import type { TrendShape } from './trend-shape'

/** A trend for a narrow place and for a wide one: sent as their shapes, and drawn from them on both sides. */
export function TrendDrawings(props: { title: string; told: string; narrow: TrendShape; wide: TrendShape }) {
  const { narrow, wide, ...said } = props
  return (
    <>
      <TrendDrawing {...said} shape={narrow} className={`max-w-full ${onlyNarrow[672]}`} />
      <TrendDrawing {...said} shape={wide} className={onlyWide[672]} />
    </>
  )
}

function TrendDrawing(props: { title: string; told: string; shape: TrendShape; className: string }) {
  const id = useId()
  const { width, height, edge, levels, days, changes, path, dots } = props.shape
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
      <path
        d={levels.map(([y]) => `M${edge.left} ${y}H${width - edge.right}`).join('')}
        className="stroke-rule"
      />
      <g className="fill-soft" textAnchor="end">
        {levels.map(([y, label]) => (
          <text key={y} x={edge.left - 8} y={y + 5}>
            {label}
          </text>
        ))}
      </g>
      <g className="fill-soft" textAnchor="middle">
        {days.map(([x, label]) => (
          <text key={x} x={x} y={height - 8}>
            {label}
          </text>
        ))}
      </g>
      {changes.map(([x, number]) => (
        <g key={number}>
          <path
            d={`M${x} ${edge.top - 6}V${height - edge.bottom}`}
            className="stroke-soft"
            strokeDasharray="4 4"
          />
          <text x={x} y={14} textAnchor="middle" className="fill-ink font-semibold">
            {number}
          </text>
        </g>
      ))}
      <path d={path} fill="none" className="stroke-accent" strokeWidth="2.5" />
      <path d={dots} className="stroke-accent" strokeWidth="7" strokeLinecap="round" />
    </svg>
  )
}
