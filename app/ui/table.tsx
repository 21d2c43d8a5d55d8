import { type ReactNode, useId } from 'react'
import { table } from '@/lib/words/shell'
import { Anchor } from './anchor'

export type Column<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end of their column, in figures of one width. */
  numeric?: boolean
  sort?: { href: string; now: 'ascending' | 'descending' | null }
}

/**
 * A table with its caption. The first column names its row, and stays in view while the rest scrolls
 * sideways in a box of its own.
 */
export function DataTable<Row>(props: {
  caption: ReactNode
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Said instead of the table when there are no rows: why, and what to do. */
  empty: ReactNode
}) {
  const caption = useId()
  if (props.rows.length === 0) return <div className="max-w-measure text-soft">{props.empty}</div>
  return (
    <section
      aria-labelledby={caption}
      {...reachableByKeyboard}
      className="relative max-w-full overflow-x-auto print:overflow-visible"
    >
      <table className="cells w-full border-collapse text-left">
        <caption
          id={caption}
          className={props.captionHidden ? 'sr-only' : 'pb-2 text-left font-semibold text-balance'}
        >
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <Header key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {props.columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    className={column.numeric ? 'whitespace-nowrap text-right' : undefined}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A box that scrolls sideways has to scroll by the arrow keys too (WCAG 2.1.1); not every browser sees to it. */
const reachableByKeyboard = { tabIndex: 0 }

function Header<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.now ?? 'none') : undefined}
      className={column.numeric ? 'text-right' : undefined}
    >
      {sort ? (
        <Anchor href={sort.href} className="inline-flex min-h-11 items-end gap-1">
          {column.header}
          {sort.now && <SortMark direction={sort.now} />}
        </Anchor>
      ) : (
        column.header
      )}
    </th>
  )
}

function SortMark({ direction }: { direction: 'ascending' | 'descending' }) {
  return (
    <svg width="12" height="24" viewBox="0 0 12 24" role="img" className="fill-accent">
      <title>{direction === 'ascending' ? table.sortedUp : table.sortedDown}</title>
      <path d={direction === 'ascending' ? 'M6 7l5 9H1z' : 'M6 17l5-9H1z'} />
    </svg>
  )
}
