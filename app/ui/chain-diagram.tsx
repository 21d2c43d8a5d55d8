import { useId } from 'react'
import { chart } from '@/lib/words/shell'
import { ChainAcross } from './chain-across'
import { ChainDown } from './chain-down'
import { acrossWidth } from './chain-layout'
import { onlyNarrow, onlyWide, roomFor } from './figure'

/** One place an attacker comes through, and by what he goes on from there; null at the end. */
export type ChainHop = { kind: 'line' | 'account'; name: string; by: string | null }

/** A way in, hop by hop: down the page on a phone, across where there is room. */
export function ChainDiagram({ title, hops }: { title: string; hops: readonly ChainHop[] }) {
  const id = useId()
  const told = hops
    .flatMap((hop, place) => {
      const next = hops[place + 1]
      return hop.by && next ? [chart.hopStep(hop.name, hop.by, next.name)] : []
    })
    .join('. ')
  const room = roomFor(acrossWidth(hops))
  return (
    <div className="@container">
      <ChainDown {...{ title, told, hops }} id={`${id}-down`} className={onlyNarrow[room]} />
      {room !== 'never' && (
        <ChainAcross {...{ title, told, hops }} id={`${id}-across`} className={onlyWide[room]} />
      )}
    </div>
  )
}
