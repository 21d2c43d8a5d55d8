import type { Metadata } from 'next'
import { verify } from '@/app/(signed-in)/audit/actions'
import { ActionForm } from '@/app/ui/action-form'
import { ButtonLink } from '@/app/ui/button-link'
import { Disclosure } from '@/app/ui/disclosure'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { DataTable } from '@/app/ui/table'
import { Select } from '@/app/ui/text-input'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { auditActions } from '@/lib/audit/actions'
import { canonical } from '@/lib/audit/chain'
import { type AuditFilter, listAudit, type Somebody } from '@/lib/audit/queries'
import { actionNames, auditWords as words } from '@/lib/words/audit'
import { writtenMoment } from '@/lib/words/dates'

export const metadata: Metadata = { title: words.title }
/** What an entry without a before and an after has for its detail. */
const nothing = canonical({ before: null, after: null })
type Asked = { action?: string; outcome?: string; before?: string }

export default async function AuditPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireActor('audit:read')
  const { timeZone } = (await requireSignedIn()).organisation
  const filter = filterOf(await searchParams)
  const { lines, next } = await listAudit(actor, filter)
  const { columns } = words
  return (
    <Page title={words.title} lead={words.lead}>
      <form className="flex flex-wrap items-end gap-4">
        <Select
          name="action"
          label={words.action}
          value={filter.action ?? ''}
          options={[
            { value: '', label: words.everything },
            ...auditActions.map((value) => ({ value, label: actionNames[value] })),
          ]}
        />
        <Select
          name="outcome"
          label={columns.outcome}
          value={filter.outcome ?? ''}
          options={[
            { value: '', label: words.everything },
            { value: 'refused', label: words.refusedOnly },
          ]}
        />
        <SubmitButton tone="plain">{words.apply}</SubmitButton>
      </form>
      <DataTable
        caption={words.caption}
        rows={lines}
        rowKey={(line) => String(line.seq)}
        empty={words.empty}
        columns={[
          { key: 'seq', header: columns.seq, cell: (line) => line.seq },
          { key: 'when', header: columns.when, cell: (line) => writtenMoment(line.at, timeZone) },
          { key: 'what', header: columns.what, cell: (line) => actionNames[line.action] },
          { key: 'who', header: columns.who, cell: (line) => named(line.actor) },
          { key: 'whose', header: columns.whose, cell: (line) => line.person && named(line.person) },
          { key: 'outcome', header: columns.outcome, cell: (line) => words.outcomes[line.outcome] },
          {
            key: 'detail',
            header: columns.detail,
            cell: (line) =>
              line.detail !== nothing && (
                <Disclosure title={words.detail}>
                  <code className="block max-w-measure break-all">{line.detail}</code>
                </Disclosure>
              ),
          },
        ]}
      />
      <nav className="flex flex-wrap gap-2" aria-label={words.caption}>
        {filter.before && (
          <ButtonLink href={addressOf({ ...filter, before: undefined })}>{words.newest}</ButtonLink>
        )}
        {next && <ButtonLink href={addressOf({ ...filter, before: next })}>{words.older}</ButtonLink>}
      </nav>
      <Section title={words.verify} lead={words.verifyLead}>
        <ActionForm action={verify}>
          <Submission />
          <div>
            <SubmitButton tone="plain">{words.verify}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </Page>
  )
}

/** By name where the viewer may see names, else by reference, else by what kind of doer it is. */
const named = (somebody: Somebody) => somebody.name || somebody.ref || (words.doers[somebody.kind] ?? '')

/** The address is anybody's to write: what is not a known word asks for nothing. */
function filterOf({ action, outcome, before }: Asked): AuditFilter {
  const number = Number(before)
  return {
    action: auditActions.find((known) => known === action),
    outcome: outcome === 'refused' ? 'refused' : undefined,
    before: Number.isSafeInteger(number) && number > 0 ? number : undefined,
  }
}

function addressOf(filter: AuditFilter): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter)) if (value !== undefined) query.set(key, String(value))
  return `/audit?${query}`
}
