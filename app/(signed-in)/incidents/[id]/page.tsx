import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { ActionForm } from '@/app/ui/action-form'
import { ButtonLink } from '@/app/ui/button-link'
import { Card } from '@/app/ui/card'
import { Disclosure } from '@/app/ui/disclosure'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { type OwnIncident, readSheet } from '@/lib/incidents/queries/own'
import { keepingWords, incidentPage as words } from '@/lib/words/incidents'
import { hand, remove, takeBack } from '../actions'
import { TellsFirst } from '../first-steps'
import { Keeping, KeepTools } from '../keeping'
import { History, ReadSheet, ReportPlaces } from '../read-sheet'

export const metadata: Metadata = { title: words.title('') }

export default async function IncidentPage({ params, searchParams }: PageProps<'/incidents/[id]'>) {
  const actor = await requireActor('incidents:read:own')
  const [{ id }, { saved }, { organisation }] = await Promise.all([params, searchParams, requireSignedIn()])
  const sheet = await orNotFound(readSheet(actor, id))
  const { incident, who, handedAt, openings } = sheet
  const { reportedTo, reportedOn } = incident
  const said = typeof saved === 'string' ? words.saved[saved] : undefined
  const lead =
    handedAt === null ? words.lead.own : openings === 0 ? words.lead.handed : words.lead.opened(openings)
  return (
    <Keeping
      start={{ sheet: incident.sheet, reportedTo, reportedOn: reportedOn ?? '', who }}
      sheetRef={sheet.ref}
      saved
    >
      <Page
        title={words.title(sheet.ref)}
        lead={lead}
        actions={handedAt === null && <ButtonLink href={`/incidents/${id}/edit`}>{words.edit}</ButtonLink>}
      >
        {said && (
          <Notice kind="done">
            <p>{said}</p>
          </Notice>
        )}
        <TellsFirst who={who} again />
        <HandOver sheet={sheet} />
        <Section title={words.sheet}>
          <ReadSheet incident={incident} />
        </Section>
        <Section title={keepingWords.title}>
          <KeepTools />
        </Section>
        <ReportPlaces who={who} />
        <History history={sheet.history} timeZone={organisation.timeZone} />
        {handedAt === null && (
          <Disclosure title={words.remove}>
            <p>{words.removeSays}</p>
            <ActionForm action={remove} scope="remove" className="flex flex-col gap-2">
              <Based sheet={sheet} />
              <div>
                <SubmitButton tone="danger">{words.remove}</SubmitButton>
              </div>
            </ActionForm>
          </Disclosure>
        )}
      </Page>
    </Keeping>
  )
}

/** The one act that lets anybody else read it, and its way back while nobody has. */
function HandOver({ sheet }: { sheet: OwnIncident }) {
  if (sheet.handedAt === null)
    return (
      <Card title={words.next.title}>
        <p>{words.next.text}</p>
        <p>{words.next.urgent(sheet.who)}</p>
        <ActionForm action={hand} scope="hand" className="mt-2 flex flex-col gap-2">
          <Based sheet={sheet} />
          <div>
            <SubmitButton>{words.next.button}</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    )
  if (sheet.openings > 0) return null
  return (
    <ActionForm action={takeBack} scope="back" className="flex flex-col gap-2">
      <Based sheet={sheet} />
      <p className="max-w-measure">{words.back.text}</p>
      <div>
        <SubmitButton tone="plain">{words.back.button}</SubmitButton>
      </div>
    </ActionForm>
  )
}

function Based({ sheet }: { sheet: OwnIncident }) {
  return (
    <>
      <Submission />
      <input type="hidden" name="id" value={sheet.id} />
      <input type="hidden" name="version" value={sheet.version} />
    </>
  )
}
