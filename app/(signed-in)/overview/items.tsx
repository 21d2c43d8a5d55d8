import { Disclosure } from '@/app/ui/disclosure'
import { Section } from '@/app/ui/page-frame'
import { DataTable } from '@/app/ui/table'
import { itemIds } from '@/lib/guidance/codes'
import type { ReleasedFigures } from '@/lib/overview/figures'
import { partsOf } from '@/lib/overview/items'
import { itemParts } from '@/lib/overview/measures'
import { itemWords } from '@/lib/words/guidance'
import { told, overviewWords as words } from '@/lib/words/overview'

/** Every recommendation of the inventory as counts, the four kinds of unknown apart, none of them added to met. */
export function Items({ figures }: { figures: ReleasedFigures }) {
  const all = figures.groups.organisation
  if (!all?.shown) return null
  const rows = itemIds.flatMap((item) => {
    const running = all.items[item]
    return running ? [{ item, parts: partsOf(running, all.people) }] : []
  })
  return (
    <div className="print:hidden">
      <Section title={words.items.title}>
        <Disclosure title={words.items.caption}>
          <DataTable
            caption={words.items.caption}
            captionHidden
            rows={rows}
            rowKey={({ item }) => item}
            empty={words.none.title}
            columns={[
              {
                key: 'item',
                header: words.items.item,
                cell: ({ item }) => `${item} ${itemWords[item].short}`,
              },
              ...itemParts.map((part) => ({
                key: part,
                header: words.items.parts[part],
                cell: ({ parts }: (typeof rows)[number]) => told(parts[part]),
              })),
            ]}
          />
        </Disclosure>
      </Section>
    </div>
  )
}
