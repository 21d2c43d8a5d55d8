import { ActionForm } from '@/app/ui/action-form'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { DataTable } from '@/app/ui/table'
import type { MadeCorrection } from '@/lib/services/corrections'
import { writtenDay, writtenMoment } from '@/lib/words/dates'
import { correctionWords as words } from '@/lib/words/settings'
import { withdraw } from '../actions'

export function MadeCorrections(props: { corrections: readonly MadeCorrection[]; timeZone: string }) {
  const moment = (at: Date) => writtenMoment(at, props.timeZone)
  return (
    <DataTable
      caption={words.made}
      rows={props.corrections}
      rowKey={(row) => row.id}
      empty={<p>{words.none}</p>}
      columns={[
        { key: 'service', header: words.columns.service, cell: (row) => row.service },
        { key: 'fact', header: words.columns.fact, cell: (row) => words.shortFields[row.field] },
        {
          key: 'value',
          header: words.columns.value,
          cell: (row) => (
            <code className="wrap-anywhere font-mono text-aside">{row.value || words.noWords}</code>
          ),
        },
        { key: 'checked', header: words.columns.checked, cell: (row) => writtenDay(row.checkedOn) },
        {
          key: 'why',
          header: words.columns.why,
          cell: (row) => (
            <>
              {row.reason}
              <span className="block text-soft">{words.madeBy(row.by, moment(row.madeAt))}</span>
            </>
          ),
        },
        {
          key: 'state',
          header: words.columns.state,
          cell: (row) =>
            row.withdrawnAt ? words.takenBack(moment(row.withdrawnAt)) : <Withdraw id={row.id} />,
        },
      ]}
    />
  )
}

function Withdraw({ id }: { id: string }) {
  return (
    <ActionForm action={withdraw} scope={`withdraw-${id}`}>
      <Submission />
      <input type="hidden" name="id" value={id} />
      <div>
        <SubmitButton tone="plain">{words.withdraw}</SubmitButton>
      </div>
    </ActionForm>
  )
}
