import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { ActionForm } from '@/app/ui/action-form'
import { KeptVersion } from '@/app/ui/kept'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor } from '@/lib/access/session'
import { fieldsFrom } from '@/lib/platforms/form'
import { entryChoices, readEntry } from '@/lib/platforms/queries'
import { registerForms, registerFormWords as words } from '@/lib/words/platform-form'
import { revise } from '../../actions'
import { EntryFieldsOf, entryForm } from '../../entry-fields'

export const metadata: Metadata = { title: words.edit }

export default async function EditEntryPage({ params }: PageProps<'/platforms/[id]/edit'>) {
  const actor = await requireActor('platforms:revise')
  const { id } = await params
  const [{ entry, name, version }, choices] = await Promise.all([
    orNotFound(readEntry(actor, id)),
    entryChoices(actor),
  ])
  return (
    <Page title={words.editTitle(name)} lead={registerForms[entry.kind].lead}>
      <ActionForm action={revise} className={entryForm}>
        <Submission />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="kind" value={entry.kind} />
        <KeptVersion version={version} />
        <EntryFieldsOf kind={entry.kind} choices={choices} now={fieldsFrom(entry)} />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </ActionForm>
    </Page>
  )
}
