import { ConfirmedForm } from '@/app/ui/confirmed-form'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { passkeyWords as words } from '@/lib/words/passkeys'
import { newSheet } from './actions'
import { MadeSheet } from './made-sheet'

/** Makes a new recovery sheet and shows it once. */
export function NewSheet({ organisation }: { organisation: string }) {
  return (
    <ConfirmedForm action={newSheet} purpose="recovery.sheet" scope="sheet">
      <Submission />
      <MadeSheet organisation={organisation}>
        <div>
          <SubmitButton tone="plain">{words.sheet.make}</SubmitButton>
        </div>
      </MadeSheet>
    </ConfirmedForm>
  )
}
