import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { KeptRadios } from '@/app/ui/kept'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor } from '@/lib/access/session'
import { hardwareChoices } from '@/lib/rulings/queries'
import { phoneForm as words } from '@/lib/words/phones'
import { add } from '../actions'
import { PhoneName } from '../phone-name'

export const metadata: Metadata = { title: words.newTitle }

export default async function NewPhone() {
  const models = await hardwareChoices(await requireActor('phones:revise:own'))
  return (
    <Page title={words.newTitle} lead={words.newLead}>
      <ActionForm action={add}>
        <Submission />
        <KeptRadios
          name="platform"
          label={words.platform.label}
          choices={Object.entries(words.platform.choices).map(([value, said]) => ({ value, ...said }))}
        />
        <PhoneName
          models={models.map((model) => ({ ...model, name: words.model(model.name, model.platform) }))}
        />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </ActionForm>
    </Page>
  )
}
