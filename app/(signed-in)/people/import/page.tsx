import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Disclosure } from '@/app/ui/disclosure'
import { KeptFile } from '@/app/ui/kept'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { environment } from '@/lib/env'
import { previewImport } from '@/lib/people/queries/import'
import { importWords as words } from '@/lib/words/people'
import { stage } from './actions'
import { Preview } from './preview'

export const metadata: Metadata = { title: words.title }

export default async function ImportPage({ searchParams }: PageProps<'/people/import'>) {
  const actor = await requireActor('people:import')
  const { organisation } = await requireSignedIn()
  const { staged } = await searchParams
  if (typeof staged === 'string') {
    const preview = await previewOrNothing(actor, staged)
    return <Preview preview={preview} timeZone={organisation.timeZone} origin={environment().origin} />
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <ActionForm action={stage}>
        <Submission />
        <KeptFile name="file" label={words.file} hint={words.fileHint} accept=".csv,text/csv" />
        <Disclosure title={words.columnsTitle}>
          <p>{words.columns}</p>
          <pre className="overflow-x-auto font-mono text-aside">{words.example}</pre>
        </Disclosure>
        <div>
          <SubmitButton>{words.look}</SubmitButton>
        </div>
      </ActionForm>
    </Page>
  )
}

/** Once applied, the preview is gone and the links stand in its place: so its absence is no error of the page. */
async function previewOrNothing(actor: Actor, id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  try {
    return await previewImport(actor, id)
  } catch (error) {
    if (error instanceof NotThere) return null
    throw error
  }
}
