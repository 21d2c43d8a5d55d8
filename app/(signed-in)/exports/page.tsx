import type { Metadata } from 'next'
import { ConfirmedPost } from '@/app/ui/confirmed-form'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { SubmitButton } from '@/app/ui/submit-button'
import { DataTable } from '@/app/ui/table'
import { TextInput } from '@/app/ui/text-input'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { listTakings } from '@/lib/exports/queries'
import { exportKinds } from '@/lib/vocabulary'
import { writtenMoment } from '@/lib/words/dates'
import { exportWords as words } from '@/lib/words/exports'

export const metadata: Metadata = { title: words.title }

export default async function ExportsPage({ searchParams }: { searchParams: Promise<{ problem?: string }> }) {
  const actor = await requireActor('exports:make')
  const { timeZone } = (await requireSignedIn()).organisation
  const [takings, { problem }] = await Promise.all([listTakings(actor), searchParams])
  const said = problem === undefined ? undefined : words.problems[problem]
  return (
    <Page title={words.title} lead={words.lead}>
      {said && (
        <Notice kind="problem">
          <p>{said}</p>
        </Notice>
      )}
      {exportKinds.map((kind) => (
        <Section key={kind} title={words.kinds[kind].name} lead={words.kinds[kind].holds}>
          <ConfirmedPost purpose={`export.take:${kind}`} to={`/exports/${kind}`}>
            <TextInput
              name="day"
              scope={kind}
              type="date"
              label={words.asOf}
              hint={words.asOfHint}
              width="short"
              optional
            />
            <div>
              <SubmitButton tone="plain">{words.take(words.kinds[kind].name)}</SubmitButton>
            </div>
          </ConfirmedPost>
        </Section>
      ))}
      <p className="max-w-measure text-soft">
        {words.readme} {words.confirmNote}
      </p>
      <Section title={words.takings}>
        <DataTable
          caption={words.takingsCaption}
          captionHidden
          rows={takings}
          rowKey={(row) => row.id}
          empty={words.nothingTaken}
          columns={[
            { key: 'what', header: words.columns.what, cell: (row) => words.kinds[row.kind].name },
            { key: 'by', header: words.columns.who, cell: (row) => row.by },
            {
              key: 'when',
              header: words.columns.when,
              cell: (row) => writtenMoment(row.startedAt, timeZone),
            },
            { key: 'asOf', header: words.columns.asOf, cell: (row) => writtenMoment(row.asOf, timeZone) },
            { key: 'rows', header: words.columns.rows, numeric: true, cell: (row) => row.rows ?? '' },
            { key: 'outcome', header: words.columns.outcome, cell: (row) => words.outcomes[row.outcome] },
          ]}
        />
      </Section>
    </Page>
  )
}
