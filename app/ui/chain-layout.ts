import type { ChainHop } from './chain-diagram'
import { broken, widthOf } from './drawn-text'

export type DrawnChain = {
  id: string
  className: string
  title: string
  told: string
  hops: readonly ChainHop[]
}

export const size = 16
export const leading = 22
const padding = 16
const widestBox = 200

/** A box as wide as its name, up to a limit; then the name breaks over two lines. */
export function boxOf(hop: ChainHop) {
  const width = Math.min(widestBox, Math.max(72, widthOf(hop.name, size) + 2 * padding))
  return { width, lines: broken(hop.name, size, width - 2 * padding, 2) }
}

/** The arrow after a box: as long as what it says. */
export const arrowOf = (hop: ChainHop) => (hop.by === null ? 0 : Math.max(64, widthOf(hop.by, 14) + 32))

export const acrossWidth = (hops: readonly ChainHop[]) =>
  hops.reduce((sum, hop) => sum + boxOf(hop).width + arrowOf(hop), 4)
