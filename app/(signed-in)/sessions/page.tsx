import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Notice } from '@/app/ui/notice'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { type OwnSession, ownSessions } from '@/lib/sessions/queries'
import { writtenMoment } from '@/lib/words/dates'
import { sessionWords as words } from '@/lib/words/sessions'
import { end, endOthers } from './actions'

export const metadata: Metadata = { title: words.title }

export default async function SessionsPage({
  searchParams,
}: {
  searchParams: Promise<{ ended?: string | string[] }>
}) {
  const actor = await requireActor('sessions:read:own')
  const { organisation } = await requireSignedIn()
  const [sessions, { ended }] = await Promise.all([ownSessions(actor), searchParams])
  return (
    <Page title={words.title} lead={words.lead(sessions.length)}>
      {typeof ended === 'string' && /^\d{1,4}$/.test(ended) && (
        <Notice kind="done" word={words.endedWord}>
          <p>{words.ended(Number(ended))}</p>
        </Notice>
      )}
      <ul className="flex max-w-measure flex-col gap-4">
        {sessions.map((session) => (
          <Session key={session.id} session={session} timeZone={organisation.timeZone} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <ActionForm action={endOthers}>
          <Submission />
          <div>
            <SubmitButton tone="plain">{words.endOthers}</SubmitButton>
          </div>
        </ActionForm>
      )}
      <p className="max-w-measure text-soft">{words.limits}</p>
    </Page>
  )
}

function Session({ session, timeZone }: { session: OwnSession; timeZone: string }) {
  const when = (moment: Date) => writtenMoment(moment, timeZone)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-rule border-t pt-4">
      <div>
        <h2>
          {session.device}
          {session.current && <span className="font-normal text-soft"> {words.current}</span>}
        </h2>
        <p className="text-soft">{words.times(when(session.createdAt), when(session.lastSeenAt))}</p>
      </div>
      {!session.current && (
        <ActionForm action={end} scope={session.id.slice(0, 12)}>
          <Submission />
          <input type="hidden" name="session" value={session.id} />
          <SubmitButton tone="plain" aria-label={words.endThis(session.device)}>
            {words.end}
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  )
}
