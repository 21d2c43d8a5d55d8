import { ActionForm } from '@/app/ui/action-form'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { DataTable } from '@/app/ui/table'
import type { Said } from '@/lib/provided/queries'
import { writtenDay, writtenMoment } from '@/lib/words/dates'
import { itemWords } from '@/lib/words/guidance'
import { providedWords as words } from '@/lib/words/provided'
import { end } from './actions'

/** What was ever said, by whom, and until when. */
export function AllSaid({ said, timeZone }: { said: readonly Said[]; timeZone: string }) {
  const moment = (at: Date) => writtenMoment(at, timeZone)
  const { columns } = words
  return (
    <DataTable
      caption={words.title}
      rows={said}
      rowKey={({ id }) => id}
      empty={<p>{words.empty}</p>}
      columns={[
        { key: 'item', header: columns.item, cell: ({ item }) => `${itemWords[item].short} (${item})` },
        { key: 'text', header: columns.text, cell: ({ text }) => text },
        { key: 'since', header: columns.since, cell: ({ since }) => writtenDay(since) },
        { key: 'by', header: columns.by, cell: ({ by, madeAt }) => words.by(by, moment(madeAt)) },
        {
          key: 'state',
          header: columns.state,
          cell: (row) => (row.endedAt ? words.endedOn(moment(row.endedAt)) : <End said={row} />),
        },
      ]}
    />
  )
}

function End({ said: { id, item } }: { said: Said }) {
  return (
    <ActionForm action={end} scope={`end-${id}`}>
      <Submission />
      <input type="hidden" name="id" value={id} />
      <div>
        <SubmitButton tone="plain" aria-label={words.endName(itemWords[item].short)}>
          {words.end}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
