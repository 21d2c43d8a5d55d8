import type { Metadata } from 'next'
import { Anchor } from '@/app/ui/anchor'
import { ConfirmedPost } from '@/app/ui/confirmed-form'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { heldForms } from '@/lib/held/commands'
import { readHeld } from '@/lib/held/queries'
import { heldWords as words } from '@/lib/words/held'
import { Held } from './held'
import { NotShown } from './not-shown'

export const metadata: Metadata = { title: words.title }

export default async function HeldPage({ searchParams }: PageProps<'/held'>) {
  const actor = await requireActor('held:read:own')
  const [groups, { organisation }, { problem }] = await Promise.all([
    readHeld(actor),
    requireSignedIn(),
    searchParams,
  ])
  const parts = groups.flatMap((group) => group.parts)
  const openings = parts.find(({ name }) => name === 'record_openings')?.count ?? 0
  return (
    <Page title={words.title} lead={words.lead(parts.reduce((sum, { count }) => sum + count, 0))}>
      {problem && (
        <Notice kind="problem">
          <p>{words.take.problem}</p>
        </Notice>
      )}
      <p className="max-w-measure">
        {words.looked(openings)} <Anchor href="/who-looked">{words.whoLooked}</Anchor>
      </p>
      <Section title={words.take.title} lead={words.take.lead}>
        <div className="flex flex-wrap gap-2">
          {heldForms.map((form) => (
            <ConfirmedPost key={form} purpose="held.take" to={`/held/${form}`}>
              <SubmitButton tone="plain">{words.take[form]}</SubmitButton>
            </ConfirmedPost>
          ))}
        </div>
      </Section>
      <p className="max-w-measure text-soft">{words.about}</p>
      {groups.map(({ group, parts: held }) => (
        <Held key={group} group={group} parts={held} timeZone={organisation.timeZone} />
      ))}
      <NotShown parts={parts} />
    </Page>
  )
}
