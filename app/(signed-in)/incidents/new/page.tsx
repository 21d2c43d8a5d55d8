import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { emptySheet, type Incident } from '@/lib/incidents/facts'
import { fieldsFrom } from '@/lib/incidents/form'
import { startOfSheet } from '@/lib/incidents/queries/start'
import { timeZones } from '@/lib/organisation/time-zones'
import { incidentKinds } from '@/lib/vocabulary'
import { incidentForm } from '@/lib/words/incident-form'
import { activityOf } from '@/lib/words/incident-steps'
import { newIncident as words } from '@/lib/words/incidents'
import { record } from '../actions'
import { FirstSteps, TellsFirst } from '../first-steps'
import { Keeping, KeepTools } from '../keeping'
import { ReportPlaces } from '../read-sheet'
import { SheetFields } from '../sheet-fields'

export const metadata: Metadata = { title: words.title }

/** `about` says what happened in a word; `account` or `app` is one of one's own that it is about. */
export default async function NewIncident({ searchParams }: PageProps<'/incidents/new'>) {
  const actor = await requireActor('incidents:revise:own')
  const [{ about, account, app }, { organisation, name }] = await Promise.all([
    searchParams,
    requireSignedIn(),
  ])
  const { who, related, today } = await startOfSheet(actor, { account, app })
  const kind = incidentKinds.find((known) => known === about) ?? 'other'
  const incident: Incident = {
    kind,
    state: 'draft',
    reportedTo: [],
    reportedOn: null,
    sheet: {
      ...emptySheet,
      date: today,
      zone: organisation.timeZone,
      activity: activityOf[kind],
      company: organisation.name,
      contact: name,
      noticedBy: name,
      related,
    },
  }
  const { sheet } = incident
  return (
    <Keeping start={{ sheet: { ...sheet, zone: '' }, reportedTo: [], reportedOn: '', who }} saved={false}>
      <Page title={words.title} lead={words.lead}>
        <TellsFirst who={who} />
        <FirstSteps about={kind} />
        <ActionForm action={record}>
          <Submission />
          <SheetFields now={fieldsFrom(incident)} reportedTo={[]} zones={timeZones} />
          <KeepTools />
          <div>
            <SubmitButton working={incidentForm.saving}>{incidentForm.save}</SubmitButton>
          </div>
        </ActionForm>
        <ReportPlaces who={who} />
      </Page>
    </Keeping>
  )
}
