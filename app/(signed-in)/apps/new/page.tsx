import '../../pieces/[piece]/follows.css'
import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { KeptRadios, KeptText } from '@/app/ui/kept'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor } from '@/lib/access/session'
import { appChoices } from '@/lib/messaging/queries'
import { appForm as words } from '@/lib/words/apps'
import { add } from '../actions'

export const metadata: Metadata = { title: words.newTitle }

export default async function NewApp({ searchParams }: PageProps<'/apps/new'>) {
  const actor = await requireActor('pieces:read:own')
  const [choices, { service }] = await Promise.all([appChoices(actor), searchParams])
  return (
    <Page title={words.newTitle} lead={words.newLead}>
      <ActionForm action={add}>
        <Submission />
        <div className="asked flex flex-col gap-6">
          <KeptRadios
            name="serviceId"
            label={words.service.label}
            value={typeof service === 'string' ? service : undefined}
            choices={[
              ...choices.map(({ id, name }) => ({ value: id, label: name })),
              { value: 'other', label: words.service.another, opens: '1' },
            ]}
          />
          <div className="follows-1">
            <KeptText name="ownName" {...words.ownName} maxLength={80} />
          </div>
        </div>
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </ActionForm>
    </Page>
  )
}
