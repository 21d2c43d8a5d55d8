import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { may } from '@/lib/access/permissions'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { environment } from '@/lib/env'
import { unitChoices } from '@/lib/organisation/queries'
import { inviteWords as words } from '@/lib/words/people'
import { PersonFields } from '../person-fields'
import { invite } from './actions'
import { MadeLink } from './made-link'

export const metadata: Metadata = { title: words.title }

export default async function InvitePage() {
  const actor = await requireActor('people:invite')
  const { organisation } = await requireSignedIn()
  const units = await unitChoices(actor)
  return (
    <Page title={words.title} lead={words.lead}>
      <ActionForm action={invite}>
        <Submission />
        <MadeLink origin={environment().origin} timeZone={organisation.timeZone} />
        <PersonFields units={units} />
        <div>
          <SubmitButton>{words.button}</SubmitButton>
        </div>
      </ActionForm>
      {may(actor.role, 'people:import') && (
        <p>
          <Anchor href="/people/import">{words.file}</Anchor>
        </p>
      )}
    </Page>
  )
}
