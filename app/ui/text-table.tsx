'use client'
import { useId } from 'react'
import { BarPatterns, BarRow } from './bar-row'
import { DataTable } from './table'

/** Words, with a bar beneath them where there is one to draw. */
export type TextCell =
  | string
  | { says: string; bar?: Omit<Parameters<typeof BarRow>[0], 'patterns'>; soft?: boolean }

type Row = { cells: readonly TextCell[]; place: number }

/**
 * A table of words and bars alone. It is sent as its cells and drawn from them on both sides: as a tree of elements the
 * same table would be sent twice over, and take the server most of the time that its page takes.
 */
export function TextTable(props: {
  caption: string
  captionHidden?: boolean
  columns: readonly { header: string; numeric?: boolean }[]
  rows: readonly (readonly TextCell[])[]
  empty: string
}) {
  const patterns = useId()
  const bars = props.rows.some((cells) => cells.some((cell) => typeof cell === 'object' && cell.bar))
  const table = (
    <DataTable<Row>
      caption={props.caption}
      captionHidden={props.captionHidden}
      rows={props.rows.map((cells, place) => ({ cells, place }))}
      rowKey={({ place }) => String(place)}
      empty={props.empty}
      columns={props.columns.map((column, place) => ({
        key: column.header,
        ...column,
        cell: ({ cells }) => drawn(cells[place] ?? '', patterns),
      }))}
    />
  )
  return bars ? (
    <div>
      <BarPatterns id={patterns} />
      {table}
    </div>
  ) : (
    table
  )
}

function drawn(cell: TextCell, patterns: string) {
  if (typeof cell === 'string') return cell
  if (cell.soft) return <span className="text-soft">{cell.says}</span>
  if (!cell.bar) return cell.says
  return (
    <>
      {cell.says}
      <BarRow {...cell.bar} patterns={patterns} />
    </>
  )
}
