import { Section } from '@/app/ui/page-frame'
import { DataTable } from '@/app/ui/table'
import type { ReleasedFigures } from '@/lib/overview/figures'
import { serviceById } from '@/lib/services/catalogue'
import { manyWords, told, overviewWords as words } from '@/lib/words/overview'

/** Steps in anybody's reach, the one that closes most first. */
export function WouldClose({ figures }: { figures: ReleasedFigures }) {
  const { close } = words
  return (
    <Section title={close.title} lead={close.lead}>
      <DataTable
        caption={close.caption}
        captionHidden
        rows={figures.changes.slice(0, 6)}
        rowKey={(row) => row.action}
        empty={close.empty}
        columns={[
          { key: 'step', header: close.columns.step, cell: (row) => manyWords[row.action] },
          { key: 'places', header: close.columns.places, numeric: true, cell: (row) => told(row.places) },
          { key: 'ways', header: close.columns.ways, numeric: true, cell: (row) => told(row.ways) },
        ]}
      />
    </Section>
  )
}

/** What the service or the carrier does not offer: never anybody's fault, and never hidden. */
export function BeyondReach({ figures }: { figures: ReleasedFigures }) {
  const { beyond } = words
  return (
    <Section title={beyond.title} lead={beyond.lead}>
      <DataTable
        caption={beyond.caption}
        captionHidden
        rows={figures.beyondReach}
        rowKey={(row) => `${row.kind} ${row.id}`}
        empty={beyond.empty}
        columns={[
          { key: 'what', header: beyond.columns.what, cell: (row) => serviceById(row.id)?.name ?? row.id },
          { key: 'count', header: beyond.columns.count, numeric: true, cell: (row) => told(row.count) },
        ]}
      />
    </Section>
  )
}
