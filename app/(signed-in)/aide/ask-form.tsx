import { ActionForm } from '@/app/ui/action-form'
import { KeptCheckboxes, KeptText } from '@/app/ui/kept'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { aideScopes } from '@/lib/vocabulary'
import { aidePage, scopeWords } from '@/lib/words/aide'
import { ask } from './actions'

const words = aidePage.ask

/** Asks somebody by their address: nobody is listed to choose from. */
export function AskForm({ today }: { today: string }) {
  return (
    <ActionForm action={ask} scope="ask">
      <Submission />
      <KeptText
        name="address"
        scope="ask"
        type="email"
        autoComplete="off"
        label={words.address}
        hint={words.addressHint}
      />
      <KeptCheckboxes
        name="scope"
        scope="ask"
        label={words.scope}
        choices={aideScopes.map((value) => ({ value, label: scopeWords[value] }))}
      />
      <KeptText
        name="endsOn"
        scope="ask"
        type="date"
        width="medium"
        min={today}
        label={words.endsOn}
        hint={words.endsOnHint}
      />
      <div>
        <SubmitButton tone="plain">{words.button}</SubmitButton>
      </div>
    </ActionForm>
  )
}
