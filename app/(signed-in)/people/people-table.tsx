import { Anchor } from '@/app/ui/anchor'
import { LabelTag, LevelMark } from '@/app/ui/status'
import { type Column, DataTable } from '@/app/ui/table'
import type { ListedPerson } from '@/lib/people/queries/list'
import { age, daysBetween } from '@/lib/words/dates'
import { peopleWords, tierWords, listWords as words } from '@/lib/words/people'

/** People as rows, also for what a search has found: so nothing here reads anything. */
export function PeopleTable(props: {
  caption: string
  rows: readonly ListedPerson[]
  today: string
  interval: number
  empty: string
}) {
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.id}
      empty={<p>{props.empty}</p>}
      columns={columns(props.today, props.interval)}
    />
  )
}

function columns(today: string, interval: number): Column<ListedPerson>[] {
  return [
    {
      key: 'name',
      header: words.columns.name,
      cell: (row) => (
        <>
          <Anchor href={`/people/${row.id}`} className="wrap-break-word">
            {row.name}
          </Anchor>{' '}
          {row.state === 'deactivated' && <LabelTag>{words.left}</LabelTag>}
          {row.state === 'invited' && <LabelTag>{words.invited}</LabelTag>}
        </>
      ),
    },
    {
      key: 'level',
      header: words.columns.level,
      cell: (row) =>
        row.started ? (
          <LevelMark level={row.level} atBest={row.atBest} />
        ) : (
          <LevelMark level={null} word={words.notStarted} />
        ),
    },
    {
      key: 'number',
      header: words.columns.number,
      numeric: true,
      cell: (row) =>
        row.accounts + row.lines > 0 ? words.ofAccounts(row.opensByNumber, row.accounts) : words.notKnown,
    },
    {
      key: 'sms',
      header: words.columns.sms,
      cell: (row) =>
        row.smsAnywhere ? words.smsOn : row.accounts + row.lines > 0 ? words.smsOff : words.notKnown,
    },
    {
      key: 'pin',
      header: words.columns.pin,
      cell: (row) =>
        row.pinMissing ? words.pinMissing : row.accounts + row.lines > 0 ? words.pinFine : words.notKnown,
    },
    {
      key: 'oldest',
      header: words.columns.oldest,
      cell: (row) =>
        row.oldestConfirmedOn && (
          <>
            {age(row.oldestConfirmedOn, today)}{' '}
            {daysBetween(row.oldestConfirmedOn, today) > interval && <LabelTag>{words.old}</LabelTag>}
          </>
        ),
    },
    { key: 'unit', header: words.columns.unit, cell: (row) => row.unit ?? peopleWords.none },
    { key: 'tier', header: words.columns.tier, cell: (row) => tierWords[row.tier] },
  ]
}
