import { ConfirmedForm } from '@/app/ui/confirmed-form'
import { Notice } from '@/app/ui/notice'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { passkeyWords as words } from '@/lib/words/passkeys'
import { newSheet } from './actions'
import { MadeSheet } from './made-sheet'

/** Makes a new recovery sheet and shows it once. */
export function NewSheet({ organisation }: { organisation: string }) {
  const notice = (
    <Notice kind="care">
      <p>{words.sheet.made}</p>
    </Notice>
  )
  return (
    <ConfirmedForm action={newSheet} purpose="recovery.sheet" scope="sheet">
      <Submission />
      <MadeSheet organisation={organisation} notice={notice}>
        <div>
          <SubmitButton tone="plain">{words.sheet.make}</SubmitButton>
        </div>
      </MadeSheet>
    </ConfirmedForm>
  )
}
