import type { Metadata } from 'next'
import { Page, Section } from '@/app/ui/page-frame'
import { DataTable } from '@/app/ui/table'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { environment } from '@/lib/env'
import { recentRecoveries } from '@/lib/recovery/queries'
import { writtenMoment } from '@/lib/words/dates'
import { recoveryStateWords, verifiedShort, recoveryWords as words } from '@/lib/words/recovery'
import { AskForm } from './ask-form'
import { OpenRecovery } from './open-recovery'

export const metadata: Metadata = { title: words.title }

export default async function RecoveryPage({
  searchParams,
}: {
  searchParams: Promise<{ who?: string | string[] }>
}) {
  const actor = await requireActor('recovery:request')
  const { organisation } = await requireSignedIn()
  const [{ open, ended }, { who }] = await Promise.all([recentRecoveries(actor), searchParams])
  const { timeZone } = organisation
  return (
    <Page title={words.title} lead={words.lead(open.length)}>
      <p className="max-w-measure">{words.how}</p>
      {open.length > 0 && (
        <ul className="flex max-w-measure flex-col gap-6">
          {open.map((recovery) => (
            <OpenRecovery
              key={recovery.id}
              recovery={recovery}
              timeZone={timeZone}
              origin={environment().origin}
            />
          ))}
        </ul>
      )}
      <Section title={words.ask.title}>
        <AskForm who={typeof who === 'string' && /^P-[0-9A-F]{10}$/.test(who) ? who : ''} />
      </Section>
      <DataTable
        caption={words.earlier}
        rows={ended}
        rowKey={(one) => one.id}
        empty={words.none}
        columns={[
          { key: 'person', header: words.columns.person, cell: (one) => one.person },
          {
            key: 'asked',
            header: words.columns.asked,
            cell: (one) => words.byWhen(one.requestedBy, writtenMoment(one.requestedAt, timeZone)),
          },
          { key: 'how', header: words.columns.how, cell: (one) => verifiedShort[one.verifiedHow] },
          { key: 'approved', header: words.columns.approved, cell: (one) => one.approvedBy ?? words.nobody },
          { key: 'state', header: words.columns.state, cell: (one) => recoveryStateWords[one.state] },
        ]}
      />
    </Page>
  )
}
