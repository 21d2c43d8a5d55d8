import { Section } from '@/app/ui/page-frame'
import { TextTable } from '@/app/ui/text-table'
import type { ReleasedFigures } from '@/lib/overview/figures'
import { serviceById } from '@/lib/services/catalogue'
import { manyWords, told, overviewWords as words } from '@/lib/words/overview'

/** Steps in anybody's reach, the one that closes most first. */
export function WouldClose({ figures }: { figures: ReleasedFigures }) {
  const { close } = words
  return (
    <Section title={close.title} lead={close.lead}>
      <TextTable
        caption={close.caption}
        captionHidden
        empty={close.empty}
        columns={[
          { header: close.columns.step },
          { header: close.columns.places, numeric: true },
          { header: close.columns.ways, numeric: true },
        ]}
        rows={figures.changes
          .slice(0, 6)
          .map(({ action, places, ways }) => [manyWords[action], told(places), told(ways)])}
      />
    </Section>
  )
}

/** What the service or the carrier does not offer: never anybody's fault, and never hidden. */
export function BeyondReach({ figures }: { figures: ReleasedFigures }) {
  const { beyond } = words
  return (
    <Section title={beyond.title} lead={beyond.lead}>
      <TextTable
        caption={beyond.caption}
        captionHidden
        empty={beyond.empty}
        columns={[{ header: beyond.columns.what }, { header: beyond.columns.count, numeric: true }]}
        rows={figures.beyondReach.map(({ id, count }) => [serviceById(id)?.name ?? id, told(count)])}
      />
    </Section>
  )
}
