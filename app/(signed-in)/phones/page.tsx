import type { Metadata } from 'next'
import { ButtonLink } from '@/app/ui/button-link'
import { Page, Section } from '@/app/ui/page-frame'
import { requireActor } from '@/lib/access/session'
import { listPhones } from '@/lib/phones/queries'
import { phonesPage as words } from '@/lib/words/phones'
import { JustRemoved, None, RemovedLately, ThingList } from '../pieces/things'
import { restore } from './actions'

export const metadata: Metadata = { title: words.title }

export default async function Phones({ searchParams }: PageProps<'/phones'>) {
  const actor = await requireActor('pieces:read:own')
  const { phones, none, removed } = await listPhones(actor)
  const { removed: justRemoved } = await searchParams
  const gone = removed.find(({ id }) => id === justRemoved)
  const open = phones.flatMap(({ pieces }) => pieces.filter((piece) => piece.open !== null)).length
  return (
    <Page
      title={words.title}
      lead={none ? words.noneSaid : words.lead(phones.length, open)}
      actions={
        <ButtonLink href="/phones/new" tone={none ? 'plain' : 'main'}>
          {phones.length === 0 ? words.addFirst : words.add}
        </ButtonLink>
      }
    >
      <JustRemoved gone={gone} action={restore} says={words} />
      {phones.length > 0 && (
        <Section title={words.list}>
          <ThingList things={phones} place="phones" />
        </Section>
      )}
      {phones.length === 0 && !none && <p className="max-w-measure">{words.empty}</p>}
      {phones.length === 0 && <None of="phone" since={none} says={words.none} />}
      <RemovedLately removed={removed.filter(({ id }) => id !== gone?.id)} action={restore} says={words} />
    </Page>
  )
}
