import type { Metadata } from 'next'
import { Anchor } from '@/app/ui/anchor'
import { DateText } from '@/app/ui/date-text'
import { Page, Section } from '@/app/ui/page-frame'
import { Pager } from '@/app/ui/pager'
import { DataTable } from '@/app/ui/table'
import { WhichList } from '@/app/ui/which-list'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { inboxAddress, inboxShows, readInboxAddress } from '@/lib/incidents/address'
import { type HandedSheet, listHanded } from '@/lib/incidents/queries/inbox'
import { kindWords, stateWords } from '@/lib/words/incident-form'
import { inboxPage as words } from '@/lib/words/incidents'
import { digits } from '@/lib/words/numbers'
import { Contact } from './contact'

export const metadata: Metadata = { title: words.title }

export default async function InboxPage({ searchParams }: PageProps<'/incidents/inbox'>) {
  const actor = await requireActor('incidents:read:handed')
  const address = readInboxAddress(await searchParams)
  const [inbox, { organisation }] = await Promise.all([listHanded(actor, address), requireSignedIn()])
  const { sheets, counts, previous, next } = inbox
  const { show } = address
  return (
    <Page title={words.title} lead={words.lead(counts.waiting, counts.open)}>
      <p className="max-w-measure">{words.how}</p>
      <Section title={words.shows[show]}>
        <WhichList
          label={words.which}
          lists={inboxShows.map((one) => ({
            key: one,
            says: words.show(words.shows[one], digits(counts[one])),
            href: inboxAddress(one),
            shown: one === show,
          }))}
        />
        <Sheets
          title={words.shows[show]}
          sheets={sheets}
          empty={words.empty[show]}
          timeZone={organisation.timeZone}
        />
        <Pager previous={previous && inboxAddress(show, previous)} next={next && inboxAddress(show, next)} />
      </Section>
      <Contact inbox={inbox} />
    </Page>
  )
}

function Sheets(props: { title: string; sheets: readonly HandedSheet[]; empty: string; timeZone: string }) {
  return (
    <DataTable
      caption={words.caption(props.title)}
      captionHidden
      rows={props.sheets}
      rowKey={({ ref }) => ref}
      empty={<p>{props.empty}</p>}
      columns={[
        {
          key: 'ref',
          header: words.columns.ref,
          cell: ({ ref }) => (
            <Anchor href={`/incidents/inbox/${ref}`} className="whitespace-nowrap">
              {ref}
            </Anchor>
          ),
        },
        { key: 'kind', header: words.columns.kind, cell: ({ kind }) => kindWords[kind] },
        {
          key: 'handed',
          header: words.columns.handed,
          cell: ({ handedAt }) => <DateText value={handedAt} timeZone={props.timeZone} />,
        },
        { key: 'state', header: words.columns.state, cell: ({ state }) => stateWords[state] },
        {
          key: 'opened',
          header: words.columns.opened,
          cell: ({ openings }) => (openings === 0 ? words.notOpened : words.times(openings)),
        },
      ]}
    />
  )
}
