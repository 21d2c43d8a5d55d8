import { ConfirmedForm } from '@/app/ui/confirmed-form'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { DataTable } from '@/app/ui/table'
import type { LoadedFile } from '@/lib/services/imports'
import { writtenDay, writtenMoment } from '@/lib/words/dates'
import { directoryNames, directoryWords as words } from '@/lib/words/directories'
import { withdraw } from './actions'

/** The files that were applied, each with its state; the ones that were not taken back can be. */
export function LoadedFiles({ files, timeZone }: { files: readonly LoadedFile[]; timeZone: string }) {
  const moment = (at: Date) => writtenMoment(at, timeZone)
  return (
    <DataTable
      caption={words.loaded}
      rows={files}
      rowKey={({ id }) => id}
      empty={<p>{words.none}</p>}
      columns={[
        { key: 'file', header: words.loadedColumns.file, cell: ({ source }) => directoryNames[source] },
        { key: 'fetched', header: words.loadedColumns.fetched, cell: ({ readOn }) => writtenDay(readOn) },
        {
          key: 'by',
          header: words.loadedColumns.by,
          cell: ({ by, appliedAt }) => words.by(by, moment(appliedAt)),
        },
        {
          key: 'state',
          header: words.loadedColumns.state,
          cell: (file) =>
            file.withdrawnAt ? (
              words.takenBack(moment(file.withdrawnAt))
            ) : (
              <>
                {file.counts ? words.counts : words.replaced}
                <Withdraw id={file.id} />
              </>
            ),
        },
      ]}
    />
  )
}

function Withdraw({ id }: { id: string }) {
  return (
    <ConfirmedForm action={withdraw} purpose={`services.withdraw:${id}`} scope={`withdraw-${id}`}>
      <Submission />
      <input type="hidden" name="id" value={id} />
      <div>
        <SubmitButton tone="plain">{words.withdraw}</SubmitButton>
      </div>
    </ConfirmedForm>
  )
}
