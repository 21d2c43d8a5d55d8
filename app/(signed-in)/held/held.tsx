import { Disclosure } from '@/app/ui/disclosure'
import { Section } from '@/app/ui/page-frame'
import { DataTable } from '@/app/ui/table'
import type { HeldOnPage } from '@/lib/held/queries'
import { heldWords as words } from '@/lib/words/held'
import { written } from './written'

/** One part of what is held: what it is, who may read it, and its first entries, kind by kind. */
export function Held(props: { group: string; parts: readonly HeldOnPage[]; timeZone: string }) {
  const says = words.groups[props.group]
  if (!says) return null
  const nothing = props.parts.filter(({ count }) => count === 0).map(titleOf)
  return (
    <Section title={says.title} lead={says.lead}>
      <p className="max-w-measure">
        <span className="font-semibold">{words.readers}:</span> {says.readers}
      </p>
      <div className="flex flex-col">
        {props.parts
          .filter(({ count }) => count > 0)
          .map((part) => (
            <Kind key={part.name} part={part} timeZone={props.timeZone} />
          ))}
      </div>
      {nothing.length > 0 && <p className="max-w-measure text-soft">{words.nothing(nothing)}</p>}
    </Section>
  )
}

const titleOf = ({ name }: HeldOnPage) => words.tables[name] ?? name

function Kind({ part, timeZone }: { part: HeldOnPage; timeZone: string }) {
  const title = titleOf(part)
  // Whose it is is the same in every entry.
  const columns = part.columns.filter((column) => column !== 'person_id')
  const rows = part.rows.map((row, place) => ({ row, place: place + 1 }))
  return (
    <Disclosure title={`${title}: ${words.count(part.count)}`}>
      <DataTable
        caption={title}
        captionHidden
        rows={rows}
        rowKey={({ place }) => String(place)}
        empty={<p>{words.none}</p>}
        columns={[
          { key: 'row', header: words.row, cell: ({ place }) => place },
          ...columns.map((column) => ({
            key: column,
            header: words.column(column),
            cell: ({ row }: (typeof rows)[number]) => written(row[column] ?? null, timeZone),
          })),
        ]}
      />
      {part.count > part.rows.length && <p>{words.more(part.count - part.rows.length)}</p>}
    </Disclosure>
  )
}
