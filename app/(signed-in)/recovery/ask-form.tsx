import { ActionForm } from '@/app/ui/action-form'
import { KeptRadios, KeptText } from '@/app/ui/kept'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { verifiedHows } from '@/lib/vocabulary'
import { verifiedWords, recoveryWords as words } from '@/lib/words/recovery'
import { ask } from './actions'
import { ShownOnce } from './shown-once'

/** Asking for somebody's recovery; the code appears where the form was answered. */
export function AskForm({ who }: { who: string }) {
  return (
    <ActionForm action={ask} scope="ask">
      <Submission />
      <KeptText
        name="who"
        scope="ask"
        label={words.ask.who}
        hint={words.ask.whoHint}
        value={who}
        autoComplete="off"
      />
      <KeptRadios
        name="verifiedHow"
        scope="ask"
        label={words.ask.verified}
        choices={verifiedHows.map((value) => ({ value, label: verifiedWords[value] }))}
      />
      <div>
        <SubmitButton>{words.ask.button}</SubmitButton>
      </div>
      <ShownOnce field="code" title={words.ask.codeTitle} label={words.ask.codeLabel}>
        <p>{words.ask.code}</p>
        <p>{words.ask.asked}</p>
      </ShownOnce>
    </ActionForm>
  )
}
