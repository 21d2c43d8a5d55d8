import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/or-not-found'
import { ActionForm } from '@/app/ui/action-form'
import { KeptVersion } from '@/app/ui/kept'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { fieldsFrom } from '@/lib/incidents/form'
import { readSheet } from '@/lib/incidents/queries/own'
import { timeZones } from '@/lib/organisation/time-zones'
import { incidentForm } from '@/lib/words/incident-form'
import { editIncident as words } from '@/lib/words/incidents'
import { revise } from '../../actions'
import { TellsFirst } from '../../first-steps'
import { Keeping, KeepTools } from '../../keeping'
import { ReportPlaces } from '../../read-sheet'
import { SheetFields } from '../../sheet-fields'

export const metadata: Metadata = { title: incidentForm.edit }

export default async function EditIncident({ params }: PageProps<'/incidents/[id]/edit'>) {
  const actor = await requireActor('incidents:revise:own')
  const [{ id }, { organisation }] = await Promise.all([params, requireSignedIn()])
  const { ref, version, incident, handedAt, who } = await orNotFound(readSheet(actor, id))
  // What the team has stays as it is.
  if (handedAt) notFound()
  const { sheet, reportedTo, reportedOn } = incident
  const zone = sheet.zone || organisation.timeZone
  return (
    <Keeping start={{ sheet, reportedTo, reportedOn: reportedOn ?? '', who }} sheetRef={ref} saved>
      <Page title={words.title(ref)}>
        <TellsFirst who={who} again />
        <ActionForm action={revise}>
          <Submission />
          <input type="hidden" name="id" value={id} />
          <KeptVersion version={version} />
          <SheetFields
            now={fieldsFrom({ ...incident, sheet: { ...sheet, zone } })}
            reportedTo={reportedTo}
            zones={timeZones}
          />
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
