import { ActionForm } from '@/app/ui/action-form'
import { KeptArea, KeptRadios } from '@/app/ui/kept'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { openingReasons } from '@/lib/vocabulary'
import { openingReasonWords, recordWords as words } from '@/lib/words/records'
import { open } from '../actions'

/** The record is closed until a reason is given. */
export function OpenForm({ personId, own }: { personId: string; own: boolean }) {
  if (own) return <p className="max-w-measure">{words.ownRecord}</p>
  return (
    <Section title={words.title} lead={words.lead}>
      <ActionForm action={open} scope="open">
        <Submission />
        <input type="hidden" name="personId" value={personId} />
        <KeptRadios
          name="reason"
          scope="open"
          label={words.reason}
          choices={openingReasons.map((reason) => ({ value: reason, label: openingReasonWords[reason] }))}
        />
        <KeptArea
          name="note"
          scope="open"
          label={words.note}
          hint={words.noteHint}
          rows={2}
          maxLength={300}
          optional
        />
        <div>
          <SubmitButton>{words.button}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  )
}
