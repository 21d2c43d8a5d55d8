import { ActionForm } from '@/app/ui/action-form'
import { ConfirmedForm } from '@/app/ui/confirmed-form'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Recovery } from '@/lib/recovery/queries'
import { writtenMoment } from '@/lib/words/dates'
import { recoveryStateWords, verifiedShort, recoveryWords as words } from '@/lib/words/recovery'
import { approve, withdraw } from './actions'
import { ShownOnce } from './shown-once'

/** One request under way: who asked and how, and what the reader can do about it. */
export function OpenRecovery(props: { recovery: Recovery; timeZone: string; origin: string }) {
  const { recovery, timeZone } = props
  const when = (moment: Date) => writtenMoment(moment, timeZone)
  const blocked =
    recovery.mine === 'asked' ? words.approve.own : recovery.mine === 'about' ? words.approve.you : null
  return (
    <li className="flex flex-col gap-3 border-rule border-t pt-4">
      <div>
        <h2>
          {recovery.person} <span className="font-normal text-soft">{recovery.ref}</span>
        </h2>
        <p>
          {words.asked(recovery.requestedBy, when(recovery.requestedAt), verifiedShort[recovery.verifiedHow])}
        </p>
        <p className="text-soft">
          {words.state(recoveryStateWords[recovery.state], when(recovery.endsAt), recovery.approvedBy)}
        </p>
      </div>
      {blocked && recovery.state === 'waiting' && <p>{blocked}</p>}
      {/* Stays in place once approved, for it shows the link that came back. */}
      {!blocked && (
        <ConfirmedForm
          action={approve}
          purpose={`recovery.approve:${recovery.id}`}
          scope={`approve-${recovery.id}`}
        >
          <Submission />
          <input type="hidden" name="id" value={recovery.id} />
          {recovery.state === 'waiting' && (
            <div>
              <SubmitButton>{words.approve.button(recovery.person)}</SubmitButton>
            </div>
          )}
          <ShownOnce
            field="path"
            title={words.approve.linkTitle}
            label={words.approve.linkLabel}
            origin={props.origin}
          >
            <p>{words.approve.link}</p>
          </ShownOnce>
        </ConfirmedForm>
      )}
      {recovery.mine !== 'about' && (
        <ActionForm action={withdraw} scope={`withdraw-${recovery.id}`}>
          <Submission />
          <input type="hidden" name="id" value={recovery.id} />
          <div>
            <SubmitButton tone="plain">{words.withdraw(recovery.person)}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </li>
  )
}
