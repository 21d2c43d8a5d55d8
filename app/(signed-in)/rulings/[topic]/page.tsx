import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/or-not-found'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { Facts } from '@/app/ui/facts'
import { KeptText, KeptVersion } from '@/app/ui/kept'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { answersOf } from '@/lib/rulings/answers'
import { topicFrom } from '@/lib/rulings/entry'
import { type RulingPage, readRuling } from '@/lib/rulings/queries'
import { dayOf, writtenDay } from '@/lib/words/dates'
import { rulingForm } from '@/lib/words/ruling-form'
import { rulingsPage, rulingPage as words } from '@/lib/words/rulings'
import { state } from '../actions'
import { CarrierFirst } from './carrier'
import { RulingFields, RulingTexts, rulingFormClass } from './fields'
import { EndRuling, HoldsFor } from './group'

export const metadata: Metadata = { title: rulingsPage.title }

/**
 * One topic; `of` is the app, the model, the carrier or the group of phones it is about, and is left out where there is
 * one of it, and for all phones.
 */
export default async function Ruling({ params, searchParams }: PageProps<'/rulings/[topic]'>) {
  const actor = await requireActor('rulings:read')
  const [{ topic: named }, { of }] = await Promise.all([params, searchParams])
  const topic = topicFrom(named)
  if (!topic) notFound()
  const key = typeof of === 'string' ? of : ''
  if (topic === 'employer_lines' && key === '') return <CarrierFirst actor={actor} />
  const [ruling, { organisation }] = await Promise.all([
    orNotFound(readRuling(actor, topic, key)),
    requireSignedIn(),
  ])
  return (
    <Page title={words.titles[topic](ruling.name)} lead={words.leads[topic]}>
      <p>
        <Anchor href="/rulings">{words.back}</Anchor>
      </p>
      {topic === 'records' && <HoldsFor ruling={ruling} />}
      <Form ruling={ruling} />
      {topic === 'records' && key !== '' && ruling.now && <EndRuling ruling={ruling} />}
      {ruling.history.length > 0 && <History ruling={ruling} timeZone={organisation.timeZone} />}
    </Page>
  )
}

function Form({ ruling }: { ruling: RulingPage }) {
  return (
    <Section title={words.form}>
      <ActionForm action={state} className={rulingFormClass}>
        <Submission />
        <input type="hidden" name="topic" value={ruling.topic} />
        <input type="hidden" name="key" value={ruling.key} />
        <KeptVersion version={ruling.version} />
        {ruling.topic === 'hardware' && <RulingTexts ruling={ruling} />}
        <RulingFields ruling={ruling} />
        {ruling.topic !== 'hardware' && <RulingTexts ruling={ruling} />}
        <KeptText
          name="checkedOn"
          label={rulingForm.checkedOn}
          type="date"
          width="medium"
          max={ruling.today}
          value={ruling.today}
        />
        <div>
          <SubmitButton working={rulingForm.saving}>{rulingForm.save}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  )
}

/** The first of them is what counts now. */
function History({ ruling, timeZone }: { ruling: RulingPage; timeZone: string }) {
  return (
    <Section title={words.history}>
      <ol className="flex flex-col gap-6">
        {ruling.history.map((said) => (
          <li key={said.id} className="flex flex-col gap-1">
            <h3>{words.said(writtenDay(dayOf(said.enteredAt, timeZone)), said.by)}</h3>
            <Facts
              facts={answersOf(ruling.topic, said).map(({ label, value }) => ({ term: label, value }))}
            />
          </li>
        ))}
      </ol>
    </Section>
  )
}
