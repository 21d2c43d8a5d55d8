import { ActionForm } from '@/app/ui/action-form'
import { Notice } from '@/app/ui/notice'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { EndedRole, WaitingRole } from '@/lib/roles/queries'
import { writtenMoment } from '@/lib/words/dates'
import { roleWords } from '@/lib/words/people'
import { roleWaitingWords as words } from '@/lib/words/roles'
import { stopRole } from './actions'

type Shown = { news: { waiting: WaitingRole[]; ended: EndedRole[] }; timeZone: string }

/** What others asked to make of this person: to be stopped while it waits, and told of once it counts. */
export function OwnRoleNotices({ news: { waiting, ended }, timeZone }: Shown) {
  const when = (at: Date) => writtenMoment(at, timeZone)
  return (
    <>
      {waiting.map(({ id, role, askedBy, askedAt }) => (
        <Notice key={id} kind="care" word={words.ownTitle}>
          <p>{words.ownAsked(roleWords[role], askedBy, when(askedAt))}</p>
          <ActionForm action={stopRole} scope={`role-${id}`}>
            <Submission />
            <input type="hidden" name="id" value={id} />
            <div>
              <SubmitButton>{words.ownStop}</SubmitButton>
            </div>
          </ActionForm>
        </Notice>
      ))}
      {ended
        .filter(({ why, lately }) => lately && (why === 'approved' || why === 'in_time'))
        .map(({ id, role, askedBy, closedAt }) => (
          <Notice key={id} kind="note" word={words.ownGivenTitle}>
            <p>{words.ownGiven(roleWords[role], askedBy, when(closedAt))}</p>
          </Notice>
        ))}
    </>
  )
}
