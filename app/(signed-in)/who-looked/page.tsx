import type { Metadata } from 'next'
import { Anchor } from '@/app/ui/anchor'
import { DateText } from '@/app/ui/date-text'
import { Facts } from '@/app/ui/facts'
import { Page, Section } from '@/app/ui/page-frame'
import { DataTable } from '@/app/ui/table'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { openingsOfOwn } from '@/lib/incidents/queries/own'
import { whoLooked } from '@/lib/people/queries/openings'
import { ownRoleNews } from '@/lib/roles/queries'
import { openingsOfSheets } from '@/lib/words/incidents'
import { peopleWords, roleWords, tierWords } from '@/lib/words/people'
import { openingReasonWords, whoLookedWords as words } from '@/lib/words/records'
import { OwnRoleNotices } from './role-notices'

export const metadata: Metadata = { title: words.title }

export default async function WhoLookedPage() {
  const actor = await requireActor('openings:read:own')
  const { organisation } = await requireSignedIn()
  const [{ openings, changes, seen }, sheets, news] = await Promise.all([
    whoLooked(actor),
    openingsOfOwn(actor),
    ownRoleNews(actor),
  ])
  const moment = (at: Date) => <DateText value={at} timeZone={organisation.timeZone} />
  const facts: [string, string][] = [
    [words.facts.name, seen.name],
    [words.facts.email, seen.email ?? peopleWords.none],
    [words.facts.unit, seen.unit ?? peopleWords.none],
    [words.facts.tier, tierWords[seen.tier]],
    [words.facts.role, roleWords[seen.role]],
    [words.facts.ref, seen.ref],
  ]
  return (
    <Page title={words.title} lead={words.lead(openings.length)}>
      <OwnRoleNotices news={news} timeZone={organisation.timeZone} />
      <p className="max-w-measure">{words.how}</p>
      <Section title={words.openings}>
        <DataTable
          caption={peopleWords.table(words.openings)}
          captionHidden
          rows={openings}
          rowKey={(opening) => opening.id}
          empty={<p>{words.none}</p>}
          columns={[
            { key: 'by', header: words.columns.by, cell: (opening) => opening.by },
            {
              key: 'why',
              header: words.columns.why,
              cell: (opening) => (
                <>
                  {openingReasonWords[opening.reason]}
                  {opening.note && <span className="block text-soft">{opening.note}</span>}
                </>
              ),
            },
            { key: 'when', header: words.columns.when, cell: (opening) => moment(opening.at) },
            { key: 'until', header: words.columns.until, cell: (opening) => moment(opening.endsAt) },
          ]}
        />
      </Section>
      <Section title={openingsOfSheets.title}>
        <DataTable
          caption={peopleWords.table(openingsOfSheets.title)}
          captionHidden
          rows={sheets}
          rowKey={(opening) => opening.id}
          empty={<p>{openingsOfSheets.none}</p>}
          columns={[
            { key: 'by', header: words.columns.by, cell: (opening) => opening.by },
            {
              key: 'sheet',
              header: openingsOfSheets.sheet,
              cell: ({ incidentId, ref }) => <Anchor href={`/incidents/${incidentId}`}>{ref}</Anchor>,
            },
            { key: 'when', header: words.columns.when, cell: (opening) => moment(opening.at) },
            { key: 'until', header: words.columns.until, cell: (opening) => moment(opening.endsAt) },
          ]}
        />
      </Section>
      <Section title={words.changes}>
        <DataTable
          caption={peopleWords.table(words.changes)}
          captionHidden
          rows={changes}
          rowKey={(change) => String(change.seq)}
          empty={<p>{words.noChanges}</p>}
          columns={[
            { key: 'what', header: words.change, cell: (change) => words.what[change.what] },
            { key: 'by', header: words.columns.by, cell: (change) => change.by },
            { key: 'when', header: words.columns.when, cell: (change) => moment(change.at) },
          ]}
        />
      </Section>
      <Section title={words.seen} lead={words.seenLead}>
        <Facts facts={facts.map(([term, value]) => ({ term, value }))} />
      </Section>
    </Page>
  )
}
