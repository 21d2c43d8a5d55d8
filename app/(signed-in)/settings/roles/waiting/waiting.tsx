import { ActionForm } from '@/app/ui/action-form'
import { ConfirmedForm } from '@/app/ui/confirmed-form'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { WaitingRole } from '@/lib/roles/queries'
import { writtenMoment } from '@/lib/words/dates'
import { roleWords } from '@/lib/words/people'
import { roleWaitingWords as words } from '@/lib/words/roles'
import { approveWaiting, stopWaiting } from '../../actions'

/** One role that waits: who asked, until when, and what the reader can do about it. */
export function Waiting({ request, timeZone }: { request: WaitingRole; timeZone: string }) {
  const { id, person, mine, wait } = request
  const blocked = mine === 'asked' ? words.own : mine === 'about' ? words.you : null
  const when = (at: Date) => writtenMoment(at, timeZone)
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h2>
          {words.heading(person, roleWords[request.role])}{' '}
          <span className="font-normal text-soft">{request.ref}</span>
        </h2>
        <p>{words.asked(request.askedBy, when(request.askedAt))}</p>
        <p className="text-soft">{words.ends[wait](when(request.endsAt))}</p>
      </div>
      {blocked && <p>{blocked}</p>}
      {!blocked && (
        <ConfirmedForm action={approveWaiting} purpose={`role.approve:${id}`} scope={`approve-${id}`}>
          <Submission />
          <input type="hidden" name="id" value={id} />
          <div>
            <SubmitButton>{words.approve(person)}</SubmitButton>
          </div>
        </ConfirmedForm>
      )}
      <ActionForm action={stopWaiting} scope={`stop-${id}`}>
        <Submission />
        <input type="hidden" name="id" value={id} />
        <div>
          <SubmitButton tone="plain">{words.stop(person)}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}
