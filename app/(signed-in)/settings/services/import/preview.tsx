import { Anchor } from '@/app/ui/anchor'
import { ConfirmedForm } from '@/app/ui/confirmed-form'
import { KeptVersion } from '@/app/ui/kept'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { type Column, DataTable } from '@/app/ui/table'
import type { DirectoryPreview, NamedChange } from '@/lib/services/imports'
import { writtenDay, writtenMoment } from '@/lib/words/dates'
import { directoryWords as words } from '@/lib/words/directories'
import { correctionWords } from '@/lib/words/settings'
import { apply } from './actions'

/** What a staged file would change, fact by fact; applied with a passkey. */
export function Preview({ preview, timeZone }: { preview: DirectoryPreview | null; timeZone: string }) {
  return (
    <Page
      title={preview ? words.previewTitle(preview.source) : words.title}
      lead={preview ? words.previewLead(preview.changes.length, preview.services) : undefined}
    >
      {preview ? <Looked preview={preview} timeZone={timeZone} /> : <p>{words.gone}</p>}
      <p>
        <Anchor href="/settings/services/import">{words.other}</Anchor>
      </p>
    </Page>
  )
}

function Looked({ preview, timeZone }: { preview: DirectoryPreview; timeZone: string }) {
  return (
    <>
      <div className="flex max-w-measure flex-col gap-2">
        {preview.overtaken && <p>{words.overtaken}</p>}
        {preview.older > 0 && <p>{words.older(preview.older)}</p>}
        {preview.unread.length > 0 && <p>{words.unread(preview.unread)}</p>}
        <p>{words.leftOut(preview.leftOut)}</p>
        <p className="text-soft">{words.keptUntil(writtenMoment(preview.endsAt, timeZone))}</p>
      </div>
      <ConfirmedForm action={apply} purpose={`services.import:${preview.id}`}>
        <Submission />
        <input type="hidden" name="id" value={preview.id} />
        <KeptVersion name="seen" version={preview.seen} />
        <div>
          <SubmitButton>{words.apply(preview.changes.length)}</SubmitButton>
        </div>
      </ConfirmedForm>
      {preview.changes.length > 0 && (
        <DataTable
          caption={words.changes}
          rows={preview.changes}
          rowKey={keyOf}
          empty={null}
          columns={[
            service,
            fact,
            { key: 'from', header: words.columns.from, cell: ({ from }) => <Written says={from} /> },
            { key: 'to', header: words.columns.to, cell: ({ to }) => <Written says={to} /> },
            {
              key: 'source',
              header: words.columns.source,
              cell: () => words.stands(preview.source, writtenDay(preview.readOn)),
            },
          ]}
        />
      )}
      {preview.kept.length > 0 && (
        <>
          <DataTable
            caption={words.kept}
            rows={preview.kept}
            rowKey={keyOf}
            empty={null}
            columns={[
              service,
              fact,
              { key: 'to', header: words.keptColumns.to, cell: ({ to }) => <Written says={to} /> },
            ]}
          />
          <p className="max-w-measure text-soft">{words.keptNote}</p>
        </>
      )}
    </>
  )
}

const keyOf = ({ serviceId, field }: NamedChange) => `${serviceId} ${field}`
const service: Column<NamedChange> = {
  key: 'service',
  header: words.columns.service,
  cell: (row) => row.service,
}
const fact: Column<NamedChange> = {
  key: 'fact',
  header: words.columns.fact,
  cell: (row) => correctionWords.shortFields[row.field],
}

const Written = ({ says }: { says: string }) => (
  <code className="wrap-anywhere font-mono text-aside">{says || correctionWords.noWords}</code>
)
