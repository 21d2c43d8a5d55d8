import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Anchor } from '@/app/ui/anchor'
import { Page, Section } from '@/app/ui/page-frame'
import { SubmitButton } from '@/app/ui/submit-button'
import { TextInput } from '@/app/ui/text-input'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { listCorrections, readService } from '@/lib/services/corrections'
import { directoryWords } from '@/lib/words/directories'
import { correctionWords as words } from '@/lib/words/settings'
import { CorrectForm } from './correct-form'
import { MadeCorrections } from './made-corrections'

export const metadata: Metadata = { title: words.title }

export default async function ServiceFactsPage({ searchParams }: PageProps<'/settings/services'>) {
  const actor = await requireActor('services:correct')
  const { organisation } = await requireSignedIn()
  const asked = await searchParams
  const find = typeof asked.find === 'string' ? asked.find.slice(0, 80) : ''
  const [page, service] = await Promise.all([listCorrections(actor, find), chosen(actor, asked.service)])
  return (
    <Page
      title={words.title}
      lead={words.lead(page.corrections.filter((correction) => !correction.withdrawnAt).length)}
    >
      <p className="max-w-measure">{words.note}</p>
      <p>
        <Anchor href="/settings/services/import">{directoryWords.link}</Anchor>
      </p>
      {page.underWay > 0 && <p role="status">{words.underWay}</p>}
      {service ? (
        <CorrectForm service={service} />
      ) : (
        <Section title={words.find}>
          {/* The name of a service is nobody's secret, so it may stand in the address. */}
          <form action="/settings/services" className="flex flex-col gap-4">
            <TextInput name="find" label={words.find} value={find} type="search" maxLength={80} />
            <div>
              <SubmitButton tone="plain">{words.findButton}</SubmitButton>
            </div>
          </form>
          {find !== '' && page.found.length === 0 && <p>{words.nothingFound}</p>}
          <ul>
            {page.found.map(({ id, name }) => (
              <li key={id}>
                <Anchor href={`/settings/services?service=${id}`} className="inline-block py-2.5">
                  {words.correct(name)}
                </Anchor>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <MadeCorrections corrections={page.corrections} timeZone={organisation.timeZone} />
    </Page>
  )
}

async function chosen(actor: Actor, id: string | string[] | undefined) {
  if (typeof id !== 'string') return null
  try {
    return await readService(actor, id)
  } catch (error) {
    if (error instanceof NotThere) notFound()
    throw error
  }
}
