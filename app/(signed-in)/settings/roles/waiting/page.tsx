import type { Metadata } from 'next'
import { Notice } from '@/app/ui/notice'
import { Page } from '@/app/ui/page-frame'
import { DataTable } from '@/app/ui/table'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { rolesWaiting } from '@/lib/roles/queries'
import { writtenMoment } from '@/lib/words/dates'
import { roleWords } from '@/lib/words/people'
import { roleEndWords, roleWaitingWords as words } from '@/lib/words/roles'
import { Waiting } from './waiting'

export const metadata: Metadata = { title: words.title }

const isDone = (done: unknown): done is keyof typeof words.done =>
  typeof done === 'string' && Object.hasOwn(words.done, done)

export default async function RolesWaitingPage({ searchParams }: PageProps<'/settings/roles/waiting'>) {
  const actor = await requireActor('roles:read')
  const { organisation } = await requireSignedIn()
  const [{ waiting, ended }, { done }] = await Promise.all([rolesWaiting(actor), searchParams])
  const { timeZone } = organisation
  return (
    <Page title={words.title} lead={words.lead(waiting.length)}>
      {isDone(done) && (
        <Notice kind="done">
          <p>{words.done[done]}</p>
        </Notice>
      )}
      <p className="max-w-measure">{words.how}</p>
      {waiting.length > 0 && (
        <ul className="flex max-w-measure flex-col gap-6">
          {waiting.map((request) => (
            <li key={request.id} className="border-rule border-t pt-4">
              <Waiting request={request} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      )}
      <DataTable
        caption={words.earlier}
        rows={ended}
        rowKey={(one) => one.id}
        empty={words.none}
        columns={[
          { key: 'person', header: words.columns.person, cell: (one) => one.person },
          { key: 'role', header: words.columns.role, cell: (one) => roleWords[one.role] },
          { key: 'state', header: words.columns.state, cell: (one) => roleEndWords[one.why] },
          {
            key: 'asked',
            header: words.columns.asked,
            cell: (one) => words.byWhen(one.askedBy, writtenMoment(one.askedAt, timeZone)),
          },
          {
            key: 'by',
            header: words.columns.by,
            cell: ({ closedBy, closedAt }) => {
              const when = writtenMoment(closedAt, timeZone)
              return closedBy ? words.byWhen(closedBy, when) : words.byItself(when)
            },
          },
        ]}
      />
    </Page>
  )
}
