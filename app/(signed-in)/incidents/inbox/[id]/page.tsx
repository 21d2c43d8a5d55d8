import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { ActionForm } from '@/app/ui/action-form'
import { KeptArea, KeptVersion } from '@/app/ui/kept'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { fieldsFrom } from '@/lib/incidents/form'
import { type HandedIncident, readHanded } from '@/lib/incidents/queries/inbox'
import { textLimits } from '@/lib/text/rules'
import { writtenMoment } from '@/lib/words/dates'
import { handedPage as words } from '@/lib/words/incidents'
import { note, open } from '../../actions'
import { Keeping, KeepTools } from '../../keeping'
import { History, ReadSheet, ReportPlaces } from '../../read-sheet'
import { ToldFields } from '../../sheet-fields'

export const metadata: Metadata = { title: words.title('') }

/** The address carries the sheet's reference. */
export default async function HandedPage({ params }: PageProps<'/incidents/inbox/[id]'>) {
  const actor = await requireActor('incidents:read:handed')
  const [{ id }, { organisation }] = await Promise.all([params, requireSignedIn()])
  const { ref, opened } = await orNotFound(readHanded(actor, id))
  if (!opened) return <Closed of={ref} />
  return <Opened of={ref} opened={opened} timeZone={organisation.timeZone} />
}

function Closed({ of }: { of: string }) {
  return (
    <Page title={words.title(of)} lead={words.closed}>
      <ActionForm action={open} className="flex flex-col gap-4">
        <Submission />
        <input type="hidden" name="ref" value={of} />
        <p className="max-w-measure">{words.openSays}</p>
        <div>
          <SubmitButton>{words.open}</SubmitButton>
        </div>
      </ActionForm>
    </Page>
  )
}

function Opened(props: { of: string; opened: NonNullable<HandedIncident['opened']>; timeZone: string }) {
  const { of, opened, timeZone } = props
  const { incident, who } = opened
  const { sheet, reportedTo, reportedOn } = incident
  return (
    <Keeping start={{ sheet, reportedTo, reportedOn: reportedOn ?? '', who }} sheetRef={of} saved>
      <Page title={words.title(of)} lead={words.from(opened.from)}>
        <Notice kind="care" word={words.openUntil(writtenMoment(opened.endsAt, timeZone))}>
          <p>{words.seen}</p>
        </Notice>
        <Section title={words.sheet}>
          <ReadSheet incident={incident} />
        </Section>
        <Section title={words.note.title} lead={words.note.lead}>
          <ActionForm action={note} scope="note">
            <Submission />
            <input type="hidden" name="ref" value={of} />
            <KeptVersion version={opened.version} />
            <KeptArea
              name="note"
              scope="note"
              label={words.note.text}
              hint={words.note.hint}
              maxLength={textLimits.note}
              optional="told"
            />
            <ToldFields
              now={fieldsFrom(incident)}
              reportedTo={reportedTo}
              states={words.note.states}
              scope="note"
            />
            <div>
              <SubmitButton>{words.note.button}</SubmitButton>
            </div>
          </ActionForm>
        </Section>
        <History history={opened.history} timeZone={timeZone} />
        <KeepTools />
        <ReportPlaces who={who} />
      </Page>
    </Keeping>
  )
}
