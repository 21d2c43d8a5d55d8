import { ActionForm } from '@/app/ui/action-form'
import { KeptArea, KeptRadios, KeptVersion } from '@/app/ui/kept'
import { Section } from '@/app/ui/page-frame'
import { Status } from '@/app/ui/status'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Inbox } from '@/lib/incidents/queries/inbox'
import { textLimits } from '@/lib/text/rules'
import { writtenDay } from '@/lib/words/dates'
import { contactWords as words } from '@/lib/words/incidents'
import { sayContact } from '../actions'

/** Whom everybody's sheets name, and what is made of it. */
export function Contact({ inbox: { contact, verdict, interval } }: { inbox: Inbox }) {
  return (
    <Section title={words.title} lead={words.lead} id="contact">
      <p className="flex max-w-measure flex-wrap gap-x-4">
        <Status verdict={verdict.verdict} />
        <span>{saidOf(contact, verdict.unknownKind === 'old')}</span>
      </p>
      <ActionForm action={sayContact} scope="contact">
        <Submission />
        <KeptVersion version={contact?.version ?? 0} />
        <KeptRadios
          name="value"
          scope="contact"
          label={words.question}
          value={contact?.value}
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
        <KeptArea
          name="who"
          scope="contact"
          label={words.who}
          hint={words.whoHint}
          value={contact?.who}
          rows={2}
          maxLength={textLimits.reason}
          optional="told"
        />
        <div>
          <SubmitButton tone="plain">{words.button}</SubmitButton>
        </div>
      </ActionForm>
      <p className="max-w-measure text-soft">{words.interval(interval)}</p>
    </Section>
  )
}

function saidOf(contact: Inbox['contact'], old: boolean): string {
  if (contact === null) return words.never
  return words[old ? 'old' : 'named'](writtenDay(contact.confirmedOn), contact.by)
}
