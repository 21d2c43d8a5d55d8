import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { Disclosure } from '@/app/ui/disclosure'
import { Facts } from '@/app/ui/facts'
import { KeptArea, KeptSelect, KeptText } from '@/app/ui/kept'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { writtenFact } from '@/lib/services/directory/rules'
import { type CatalogueService, type CorrectableField, correctableFields } from '@/lib/services/facts'
import { directorySources, methodRoles, methods, offered, smsConstraints } from '@/lib/vocabulary'
import { writtenDay } from '@/lib/words/dates'
import { directoryWords } from '@/lib/words/directories'
import { correctionWords as words } from '@/lib/words/settings'
import { correct } from '../actions'

/** The words that each fact may be put right with. */
const wordsOf: Record<CorrectableField, string> = {
  methods: methods.join(' '),
  fidoOffered: words.yesOrNo,
  passkeyUse: methodRoles.join(' '),
  smsConstraint: smsConstraints.join(', '),
  advancedProtection: words.yesOrNo,
  registeredByPhone: words.yesOrNo,
  carrierPinOffered: offered.join(', '),
}

export function CorrectForm({ service }: { service: CatalogueService }) {
  const fields = correctableFields.filter(
    (field) => field !== 'carrierPinOffered' || service.category === 'carrier',
  )
  return (
    <Section title={words.correct(service.name)}>
      <Facts
        facts={fields.map((field) => ({
          term: words.shortFields[field],
          value: (
            <>
              <code className="wrap-anywhere font-mono text-aside">
                {writtenFact(service, field) || words.noWords}
              </code>
              {service.correctedOn?.[field] && (
                <span className="block text-soft">{writtenDay(service.correctedOn[field])}</span>
              )}
            </>
          ),
        }))}
      />
      <p className="text-soft">{words.facts(service.name, writtenDay(service.asOf))}</p>
      {directorySources.map((source) => {
        const day = service.readOn?.[source]
        return day && <p key={source}>{directoryWords.dated(source, writtenDay(day))}</p>
      })}
      <ActionForm action={correct}>
        <Submission />
        <input type="hidden" name="serviceId" value={service.id} />
        <KeptSelect
          name="field"
          label={words.field}
          options={fields.map((field) => ({ value: field, label: words.fields[field] }))}
        />
        <KeptText
          name="value"
          label={words.value}
          hint={words.valueHint}
          maxLength={400}
          autoComplete="off"
          autoCapitalize="none"
        />
        <Disclosure title={words.words}>
          <Facts
            facts={fields.map((field) => ({
              term: words.shortFields[field],
              value: <code className="wrap-anywhere font-mono text-aside">{wordsOf[field]}</code>,
            }))}
          />
        </Disclosure>
        <KeptText name="checkedOn" label={words.checkedOn} type="date" width="medium" />
        <KeptArea name="reason" label={words.reason} hint={words.reasonHint} rows={2} maxLength={300} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{words.save}</SubmitButton>
          <Anchor href="/settings/services">{words.find}</Anchor>
        </div>
      </ActionForm>
    </Section>
  )
}
