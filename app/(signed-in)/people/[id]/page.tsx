import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Anchor } from '@/app/ui/anchor'
import { Notice } from '@/app/ui/notice'
import { Page } from '@/app/ui/page-frame'
import { NotThere } from '@/lib/access/outcome'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { environment } from '@/lib/env'
import { unitChoices } from '@/lib/organisation/queries'
import { readPerson } from '@/lib/people/queries/person'
import { readRecord } from '@/lib/people/queries/record'
import { roleWaitingFor } from '@/lib/roles/queries'
import { dayOf, writtenDay, writtenMoment } from '@/lib/words/dates'
import { leaveWords, peopleWords, roleWords, personWords as words } from '@/lib/words/people'
import { roleWaitingWords } from '@/lib/words/roles'
import { EndSessions } from '../end-sessions'
import { Access } from './access'
import { OpenForm } from './open-form'
import { OpenedRecord } from './opened-record'
import { Overview } from './overview'
import { Revise } from './revise'

export const metadata: Metadata = { title: peopleWords.title }

export default async function PersonPage({ params }: PageProps<'/people/[id]'>) {
  const actor = await requireActor('people:read:any')
  const { organisation } = await requireSignedIn()
  const { id } = await params
  const person = await readPerson(actor, id).catch((error: unknown) => {
    if (error instanceof NotThere) notFound()
    throw error
  })
  const [record, units, role] = await Promise.all([
    person.erasedAt ? null : readRecord(actor, id),
    unitChoices(actor),
    roleWaitingFor(actor, id),
  ])
  const { timeZone } = organisation
  return (
    <Page
      title={person.name}
      lead={
        person.started ? words.lead.started(person.opensByNumber, person.accounts) : words.lead.notStarted
      }
      aside={person.ref}
    >
      {role && (
        <Notice kind="note">
          <p>
            {roleWaitingWords.about(
              roleWords[role.role],
              role.askedBy,
              writtenMoment(role.askedAt, timeZone),
            )}
          </p>
        </Notice>
      )}
      {person.erasedAt ? (
        <Notice kind="note">
          <p>{leaveWords.erase.done(writtenDay(dayOf(person.erasedAt, timeZone)))}</p>
        </Notice>
      ) : record ? (
        <OpenedRecord personId={person.id} record={record} timeZone={timeZone} />
      ) : (
        <OpenForm personId={id} own={person.own} />
      )}
      <Overview person={person} timeZone={timeZone} />
      {!person.erasedAt && (
        <>
          <Revise person={person} units={units} />
          {!person.own && <EndSessions personId={person.id} name={person.name} />}
          <Access person={person} timeZone={timeZone} origin={environment().origin} />
        </>
      )}
      {person.joinedAt && !person.own && !person.deactivatedAt && (
        <p>
          <Anchor href={`/recovery?who=${person.ref}`}>{words.recover}</Anchor>
        </p>
      )}
    </Page>
  )
}
