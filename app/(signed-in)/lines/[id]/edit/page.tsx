import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { ActionForm } from '@/app/ui/action-form'
import { KeptVersion } from '@/app/ui/kept'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor } from '@/lib/access/session'
import { fieldsFrom } from '@/lib/lines/form'
import { lineChoices, readLine } from '@/lib/lines/queries'
import { lineForm as words } from '@/lib/words/line-form'
import { revise } from '../../actions'
import { LineFieldsOf, lineForm } from '../../line-fields'

export const metadata: Metadata = { title: words.edit }

export default async function EditLinePage({ params }: PageProps<'/lines/[id]/edit'>) {
  const actor = await requireActor('lines:revise:own')
  const { id } = await params
  const [line, choices] = await Promise.all([orNotFound(readLine(actor, id)), lineChoices(actor)])
  return (
    <Page title={words.editTitle(line.name)}>
      <ActionForm action={revise} className={lineForm}>
        <Submission />
        <input type="hidden" name="id" value={line.id} />
        <KeptVersion version={line.version} />
        <LineFieldsOf choices={choices} now={fieldsFrom(line.entry)} open />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </ActionForm>
    </Page>
  )
}
