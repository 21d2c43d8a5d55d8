import { ActionForm } from '@/app/ui/action-form'
import { Notice } from '@/app/ui/notice'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Recovery } from '@/lib/recovery/queries'
import { writtenMoment } from '@/lib/words/dates'
import { entryNotices as words } from '@/lib/words/passkeys'
import { stopRecovery } from './actions'

/** What others asked for or did about this person's way in: to be stopped while it can be. */
export function RecoveryNotices({ recoveries, timeZone }: { recoveries: Recovery[]; timeZone: string }) {
  return recoveries.map((recovery) => {
    const by = recovery.requestedBy
    if (recovery.state === 'waiting' || recovery.state === 'approved') {
      return (
        <Notice key={recovery.id} kind="care" word={words.pendingTitle}>
          <p>{words.pending(by, writtenMoment(recovery.requestedAt, timeZone))}</p>
          <ActionForm action={stopRecovery} scope={recovery.id}>
            <Submission />
            <input type="hidden" name="id" value={recovery.id} />
            <div>
              <SubmitButton>{words.stop}</SubmitButton>
            </div>
          </ActionForm>
        </Notice>
      )
    }
    if (recovery.state !== 'used' || !recovery.closedAt) return null
    return (
      <Notice key={recovery.id} kind="note" word={words.replacedTitle}>
        <p>{words.replaced(by, recovery.approvedBy ?? '', writtenMoment(recovery.closedAt, timeZone))}</p>
      </Notice>
    )
  })
}
