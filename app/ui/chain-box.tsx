import type { ReactNode } from 'react'
import type { ChainHop } from './chain-diagram'

/** A phone line has round ends, an account has corners; the one that falls last has a heavy border. */
export function ChainBox(props: {
  hop: ChainHop
  x: number
  y: number
  width: number
  height: number
  children: ReactNode
}) {
  const { hop, children, ...place } = props
  const last = hop.by === null
  return (
    <g fontSize={16} className={`fill-ink ${last ? 'font-semibold' : ''}`}>
      <rect
        {...place}
        rx={hop.kind === 'line' ? 20 : 2}
        className={`fill-surface ${last ? 'stroke-ink' : 'stroke-edge'}`}
        strokeWidth={last ? 2.5 : 1.5}
      />
      {children}
    </g>
  )
}
