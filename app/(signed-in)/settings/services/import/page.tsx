import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { Disclosure } from '@/app/ui/disclosure'
import { Facts } from '@/app/ui/facts'
import { KeptFile, KeptText } from '@/app/ui/kept'
import { Notice } from '@/app/ui/notice'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { listImports, previewDirectory } from '@/lib/services/imports'
import { writtenDay } from '@/lib/words/dates'
import { directoryWords as words } from '@/lib/words/directories'
import { catalogueSources } from '@/lib/words/services'
import { correctionWords } from '@/lib/words/settings'
import { stage } from './actions'
import { LoadedFiles } from './loaded-files'
import { Preview } from './preview'

export const metadata: Metadata = { title: words.title }

export default async function DirectoryPage({ searchParams }: PageProps<'/settings/services/import'>) {
  const actor = await requireActor('services:import')
  const { organisation } = await requireSignedIn()
  const { staged, saved } = await searchParams
  if (typeof staged === 'string')
    return <Preview preview={await previewOrNothing(actor, staged)} timeZone={organisation.timeZone} />
  const { files, underWay } = await listImports(actor)
  return (
    <Page title={words.title} lead={words.lead(writtenDay(catalogueSources[0].readOn))}>
      {saved === 'applied' && (
        <Notice kind="done">
          <p>{words.applied}</p>
        </Notice>
      )}
      {underWay > 0 && <p role="status">{words.underWay}</p>}
      <p className="max-w-measure">{words.note}</p>
      <ActionForm action={stage}>
        <Submission />
        <Disclosure title={words.get}>
          <p>{words.getHint}</p>
          <Facts
            facts={words.addresses.map(({ what, address }) => ({
              term: what,
              value: <code className="wrap-anywhere font-mono text-aside">{address}</code>,
            }))}
          />
        </Disclosure>
        <KeptFile name="file" label={words.file} hint={words.fileHint} accept=".json,application/json" />
        <KeptText name="readOn" label={words.readOn} hint={words.readOnHint} type="date" width="medium" />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{words.look}</SubmitButton>
          <Anchor href="/settings/services">{correctionWords.title}</Anchor>
        </div>
      </ActionForm>
      <LoadedFiles files={files} timeZone={organisation.timeZone} />
    </Page>
  )
}

/** Once applied, or after an hour, there is nothing to look at any more: that is said, and no error of the page. */
async function previewOrNothing(actor: Actor, id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  try {
    return await previewDirectory(actor, id)
  } catch (error) {
    if (error instanceof NotThere) return null
    throw error
  }
}
