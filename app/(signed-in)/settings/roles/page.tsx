import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { Disclosure } from '@/app/ui/disclosure'
import { Facts } from '@/app/ui/facts'
import { KeptText } from '@/app/ui/kept'
import { Page, Section } from '@/app/ui/page-frame'
import { SubmitButton } from '@/app/ui/submit-button'
import { DataTable } from '@/app/ui/table'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { listOffices, readOffice } from '@/lib/organisation/administering'
import { roleTerms } from '@/lib/roles/queries'
import { roles } from '@/lib/vocabulary'
import { roleWords } from '@/lib/words/people'
import { roleWaitingWords } from '@/lib/words/roles'
import { rolesWords as words } from '@/lib/words/settings'
import { EndSessions } from '../../people/end-sessions'
import { find } from '../actions'
import { FoundForOffice } from './found'
import { GrantForm } from './grant-form'
import { Waiting } from './waiting/waiting'

export const metadata: Metadata = { title: words.title }

export default async function RolesPage({ searchParams }: PageProps<'/settings/roles'>) {
  const actor = await requireActor('roles:read')
  const { who } = await searchParams
  const [offices, chosen, { organisation }] = await Promise.all([
    listOffices(actor),
    chosenBy(actor, who),
    requireSignedIn(),
  ])
  return (
    <Page title={words.title} lead={words.lead(offices.length)}>
      {chosen?.terms.request && <Waiting request={chosen.terms.request} timeZone={organisation.timeZone} />}
      {chosen && !chosen.terms.request && (
        <GrantForm person={chosen} waits={chosen.terms.waits} own={chosen.id === actor.personId} />
      )}
      {chosen && chosen.id !== actor.personId && <EndSessions personId={chosen.id} name={chosen.name} />}
      <DataTable
        caption={words.holders}
        rows={offices}
        rowKey={(office) => office.id}
        empty={null}
        columns={[
          {
            key: 'name',
            header: words.columns.name,
            cell: (office) => (
              <Anchor href={`/settings/roles?who=${office.ref}`} aria-label={words.change(office.name)}>
                {office.name}
              </Anchor>
            ),
          },
          { key: 'role', header: words.columns.role, cell: (office) => roleWords[office.role] },
          {
            key: 'state',
            header: words.columns.state,
            cell: (office) => (office.joined ? words.joined : words.notJoined),
          },
        ]}
      />
      <p>
        <Anchor href="/settings/roles/waiting" className="inline-block py-2.5">
          {roleWaitingWords.open}
        </Anchor>
      </p>
      <Section title={words.search.title}>
        <ActionForm action={find} scope="find">
          <KeptText
            name="text"
            scope="find"
            label={words.search.label}
            hint={words.search.hint}
            type="search"
            maxLength={254}
            autoComplete="off"
          />
          <div>
            <SubmitButton tone="plain">{words.search.button}</SubmitButton>
          </div>
          <FoundForOffice />
        </ActionForm>
      </Section>
      <Disclosure title={words.what}>
        <Facts facts={roles.map((role) => ({ term: roleWords[role], value: words.may[role] }))} />
      </Disclosure>
    </Page>
  )
}

/** References say nothing of a person, so one may stand in an address. */
async function chosenBy(actor: Actor, who: string | string[] | undefined) {
  if (typeof who !== 'string') return null
  try {
    const person = await readOffice(actor, who)
    return { ...person, terms: await roleTerms(actor, person.id) }
  } catch (error) {
    if (error instanceof NotThere) notFound()
    throw error
  }
}
