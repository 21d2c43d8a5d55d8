import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { KeptArea, KeptSelect, KeptText } from '@/app/ui/kept'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { itemsInOrder } from '@/lib/guidance/items'
import { listProvided, type ProvidedPage } from '@/lib/provided/queries'
import { itemWords } from '@/lib/words/guidance'
import { providedWords as words } from '@/lib/words/provided'
import { say } from './actions'
import { AllSaid } from './all-said'

export const metadata: Metadata = { title: words.title }

export default async function ProvidedPageOf({ searchParams }: PageProps<'/provided'>) {
  const actor = await requireActor('provided:revise')
  const [page, { organisation }, { ended }] = await Promise.all([
    listProvided(actor),
    requireSignedIn(),
    searchParams,
  ])
  return (
    <Page title={words.title} lead={words.lead(page.current.length)}>
      {ended === 'yes' && (
        <Notice kind="done">
          <p>{words.ended}</p>
        </Notice>
      )}
      <p className="max-w-measure">{words.note}</p>
      <Section title={words.add}>
        <Say page={page} />
      </Section>
      <Section title={words.history}>
        <AllSaid said={page.said} timeZone={organisation.timeZone} />
      </Section>
    </Page>
  )
}

function Say({ page: { current, today } }: { page: ProvidedPage }) {
  const open = itemsInOrder.filter(({ id, total }) => !total && !current.includes(id))
  return (
    <ActionForm action={say}>
      <Submission />
      <KeptSelect
        name="item"
        label={words.item.label}
        choose={words.item.choose}
        options={open.map(({ id }) => ({ value: id, label: `${itemWords[id].short} (${id})` }))}
      />
      <KeptArea name="text" {...words.text} rows={3} maxLength={300} />
      <KeptText name="since" {...words.since} type="date" max={today} width="medium" />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </ActionForm>
  )
}
