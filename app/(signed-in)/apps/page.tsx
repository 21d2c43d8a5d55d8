import type { Metadata } from 'next'
import { ButtonLink } from '@/app/ui/button-link'
import { Page, Section } from '@/app/ui/page-frame'
import { requireActor } from '@/lib/access/session'
import { listApps } from '@/lib/messaging/queries'
import { appsPage as words } from '@/lib/words/apps'
import { JustRemoved, None, RemovedLately, ThingList } from '../pieces/things'
import { restore } from './actions'

export const metadata: Metadata = { title: words.title }

export default async function Apps({ searchParams }: PageProps<'/apps'>) {
  const actor = await requireActor('pieces:read:own')
  const { apps, none, removed } = await listApps(actor)
  const { removed: justRemoved } = await searchParams
  const gone = removed.find(({ id }) => id === justRemoved)
  const open = apps.flatMap(({ pieces }) => pieces.filter((piece) => piece.open !== null)).length
  return (
    <Page
      title={words.title}
      lead={none ? words.noneSaid : words.lead(apps.length, open)}
      actions={
        <ButtonLink href="/apps/new" tone={none ? 'plain' : 'main'}>
          {apps.length === 0 ? words.addFirst : words.add}
        </ButtonLink>
      }
    >
      <JustRemoved gone={gone} action={restore} says={words} />
      {apps.length > 0 && (
        <Section title={words.list}>
          <ThingList things={apps} place="apps" />
        </Section>
      )}
      {apps.length === 0 && !none && <p className="max-w-measure">{words.empty}</p>}
      {apps.length === 0 && <None of="app" since={none} says={words.none} />}
      <RemovedLately removed={removed.filter(({ id }) => id !== gone?.id)} action={restore} says={words} />
    </Page>
  )
}
