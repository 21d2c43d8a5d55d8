import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/or-not-found'
import { Anchor } from '@/app/ui/anchor'
import { Page } from '@/app/ui/page-frame'
import { may } from '@/lib/access/permissions'
import { requireActor } from '@/lib/access/session'
import { askable, askableForSomebody, askableScopes } from '@/lib/exceptions/queries'
import { exceptionWords } from '@/lib/words/exceptions'
import { AskForm } from './ask-form'

const words = exceptionWords.form

export const metadata: Metadata = { title: exceptionWords.ask }

export default async function AskPage({ searchParams }: PageProps<'/exceptions/ask'>) {
  const actor = await requireActor('exceptions:ask:own')
  const { scope, item, person } = await searchParams
  const first = typeof item === 'string' ? item : ''
  if (typeof scope !== 'string') return <Choose scopes={await askableScopes(actor)} />
  if (person !== undefined) {
    if (typeof person !== 'string' || !may(actor.role, 'exceptions:ask:any')) notFound()
    const found = await orNotFound(askableForSomebody(actor, { personId: person, scopeId: scope }))
    return (
      <Page title={words.title(found.about)} lead={words.leadFor(found.person)}>
        <AskForm found={found} scopeId={scope} item={first} personId={person} />
      </Page>
    )
  }
  const found = await orNotFound(askable(actor, scope))
  return (
    <Page title={found.scopeKind === 'person' ? words.titleYou : words.title(found.about)} lead={words.lead}>
      <AskForm found={found} scopeId={scope} item={first} />
    </Page>
  )
}

/** Without a place to come from, the things that fall short are offered. */
function Choose({ scopes }: { scopes: Awaited<ReturnType<typeof askableScopes>> }) {
  return (
    <Page title={exceptionWords.ask} lead={scopes.length > 0 ? words.chooseLead : words.noneShort}>
      <ul className="flex max-w-measure flex-col">
        {scopes.map(({ scopeId, about, count }) => (
          <li
            key={scopeId}
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-rule border-b py-1"
          >
            <Anchor href={`/exceptions/ask?scope=${scopeId}`} className="inline-block py-2.5">
              {about}
            </Anchor>
            <span className="text-soft">{words.short(count)}</span>
          </li>
        ))}
      </ul>
      <p>
        <Anchor href="/exceptions/own">{exceptionWords.own.title}</Anchor>
      </p>
    </Page>
  )
}
