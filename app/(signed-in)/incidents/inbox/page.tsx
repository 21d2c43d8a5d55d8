import type { Metadata } from 'next'
import { Anchor } from '@/app/ui/anchor'
import { DateText } from '@/app/ui/date-text'
import { Page, Section } from '@/app/ui/page-frame'
import { DataTable } from '@/app/ui/table'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { type HandedSheet, listHanded } from '@/lib/incidents/queries/inbox'
import { kindWords, stateWords } from '@/lib/words/incident-form'
import { inboxPage as words } from '@/lib/words/incidents'
import { Contact } from './contact'

export const metadata: Metadata = { title: words.title }

export default async function InboxPage() {
  const actor = await requireActor('incidents:read:handed')
  const [inbox, { organisation }] = await Promise.all([listHanded(actor), requireSignedIn()])
  const { open, closed } = inbox
  const waiting = open.filter(({ openings }) => openings === 0).length
  return (
    <Page title={words.title} lead={words.lead(waiting, open.length)}>
      <p className="max-w-measure">{words.how}</p>
      <Section title={words.list}>
        <Sheets title={words.list} sheets={open} empty={words.empty} timeZone={organisation.timeZone} />
      </Section>
      <Contact inbox={inbox} />
      <Section title={words.closed}>
        <Sheets
          title={words.closed}
          sheets={closed}
          empty={words.noneClosed}
          timeZone={organisation.timeZone}
        />
      </Section>
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
