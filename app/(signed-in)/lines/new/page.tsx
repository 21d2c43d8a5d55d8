import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor } from '@/lib/access/session'
import { lineChoices } from '@/lib/lines/queries'
import { lineForm as words } from '@/lib/words/line-form'
import { record } from '../actions'
import { LineFieldsOf, lineForm } from '../line-fields'

export const metadata: Metadata = { title: words.newTitle }

export default async function NewLinePage() {
  const actor = await requireActor('lines:revise:own')
  const choices = await lineChoices(actor)
  return (
    <Page title={words.newTitle} lead={words.newLead}>
      <ActionForm action={record} className={lineForm}>
        <Submission />
        <LineFieldsOf choices={choices} now={{ label: choices.first ? words.firstLabel : '' }} />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </ActionForm>
    </Page>
  )
}
