import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { listSheets, type OwnSheet, type OwnSheets } from '@/lib/incidents/queries/own'
import { writtenDay, writtenMoment } from '@/lib/words/dates'
import { kindWords, stateWords } from '@/lib/words/incident-form'
import { incidentsPage as words } from '@/lib/words/incidents'
import { restore } from './actions'

export const metadata: Metadata = { title: words.title }

export default async function Incidents({ searchParams }: PageProps<'/incidents'>) {
  const actor = await requireActor('incidents:read:own')
  const [{ sheets, removed }, { organisation }, { removed: justRemoved }] = await Promise.all([
    listSheets(actor),
    requireSignedIn(),
    searchParams,
  ])
  const gone = removed.find(({ id }) => id === justRemoved)
  return (
    <Page
      title={words.title}
      lead={words.lead(sheets.filter(({ state }) => state !== 'closed').length)}
      actions={
        <ButtonLink href="/incidents/new" tone="main">
          {words.add}
        </ButtonLink>
      }
    >
      {gone && (
        <Notice kind="done" word={words.removedOn(writtenDay(gone.removedOn))}>
          <PutBack sheet={gone} scope="gone" />
        </Notice>
      )}
      <p className="max-w-measure">{words.what}</p>
      {sheets.length === 0 ? (
        <p className="max-w-measure text-soft">{words.empty}</p>
      ) : (
        <Section title={words.list}>
          <ul className="flex flex-col">
            {sheets.map((sheet) => (
              <SheetItem key={sheet.id} sheet={sheet} timeZone={organisation.timeZone} />
            ))}
          </ul>
        </Section>
      )}
      <RemovedLately removed={removed.filter(({ id }) => id !== gone?.id)} />
    </Page>
  )
}

function SheetItem({ sheet, timeZone }: { sheet: OwnSheet; timeZone: string }) {
  return (
    <li className="flex flex-col gap-1 border-rule border-b py-4 first:pt-0">
      <h3 className="text-heading">
        <Anchor href={`/incidents/${sheet.id}`} className="-my-2 inline-block py-2">
          {sheet.about || kindWords[sheet.kind]}
        </Anchor>
      </h3>
      <p className="flex flex-wrap gap-x-4 text-soft">
        <span>{sheet.ref}</span>
        <span>{stateWords[sheet.state]}</span>
        {sheet.handedAt && <span>{words.withTeam}</span>}
        <span>{words.saved(writtenMoment(sheet.savedAt, timeZone))}</span>
      </p>
    </li>
  )
}

function RemovedLately({ removed }: Pick<OwnSheets, 'removed'>) {
  if (removed.length === 0) return null
  return (
    <Section title={words.removedLately}>
      <ul className="flex flex-col gap-4">
        {removed.map((sheet) => (
          <li key={sheet.id}>
            <p>{words.removedOn(writtenDay(sheet.removedOn))}</p>
            <PutBack sheet={sheet} scope={sheet.id} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function PutBack({ sheet, scope }: { sheet: OwnSheet; scope: string }) {
  return (
    <ActionForm action={restore} scope={scope} className="flex flex-wrap items-center gap-4">
      <Submission />
      <input type="hidden" name="id" value={sheet.id} />
      <input type="hidden" name="version" value={sheet.version} />
      <span className="font-semibold">{sheet.about || kindWords[sheet.kind]}</span>
      <SubmitButton tone="plain">{words.restore}</SubmitButton>
    </ActionForm>
  )
}
