import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { KeptCheckbox } from '@/app/ui/kept'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { DataTable } from '@/app/ui/table'
import type { ImportPreview } from '@/lib/people/queries/import'
import { writtenMoment } from '@/lib/words/dates'
import { peopleWords, tierWords, importWords as words } from '@/lib/words/people'
import { apply } from './actions'
import { MadeLinks } from './made-links'

/** What a staged file comes to; once applied, the links, in the same form. */
export function Preview(props: { preview: ImportPreview | null; timeZone: string; origin: string }) {
  const { preview, timeZone } = props
  return (
    <Page title={words.previewTitle} lead={preview ? words.previewLead(preview.count) : undefined}>
      <ActionForm action={apply}>
        <MadeLinks origin={props.origin} timeZone={timeZone}>
          {preview ? <Looked preview={preview} timeZone={timeZone} /> : <p>{words.gone}</p>}
        </MadeLinks>
      </ActionForm>
      <p>
        <Anchor href="/people/import">{words.other}</Anchor>
      </p>
    </Page>
  )
}

function Looked({ preview, timeZone }: { preview: ImportPreview; timeZone: string }) {
  const { rows, count, newUnits } = preview
  return (
    <>
      <Submission />
      <input type="hidden" name="id" value={preview.id} />
      <div className="max-w-measure">
        {preview.highlyTargeted > 0 && <p>{words.targeted(preview.highlyTargeted)}</p>}
        {preview.withoutEmail > 0 && <p>{words.withoutEmail(preview.withoutEmail)}</p>}
        <p className="text-soft">{words.keptUntil(writtenMoment(preview.endsAt, timeZone))}</p>
      </div>
      {newUnits.length > 0 && (
        <div className="max-w-measure">
          <p>{words.newUnits(newUnits)}</p>
          <KeptCheckbox name="addUnits" label={words.addUnits(newUnits.length)} />
        </div>
      )}
      <div>
        <SubmitButton>{words.apply(count)}</SubmitButton>
      </div>
      <DataTable
        caption={rows.length < count ? words.firstRows(rows.length, count) : words.rows}
        rows={rows}
        rowKey={(row) => String(row.line)}
        empty={words.gone}
        columns={[
          { key: 'name', header: peopleWords.fields.name, cell: (row) => row.name },
          { key: 'email', header: peopleWords.fields.email, cell: (row) => row.email ?? peopleWords.none },
          { key: 'unit', header: peopleWords.fields.unit, cell: (row) => row.unit ?? peopleWords.none },
          { key: 'tier', header: peopleWords.tier, cell: (row) => tierWords[row.tier] },
          { key: 'line', header: words.line, cell: (row) => row.line, numeric: true },
        ]}
      />
    </>
  )
}
