import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { Page } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor } from '@/lib/access/session'
import { entryChoices } from '@/lib/platforms/queries'
import { kindFrom } from '@/lib/platforms/questions'
import { type RegisterAnswerKind, registerListKinds } from '@/lib/vocabulary'
import { registerForms, registerFormWords as words } from '@/lib/words/platform-form'
import { record } from '../actions'
import { EntryFieldsOf, entryForm } from '../entry-fields'

export const metadata: Metadata = { title: words.what }

export default async function NewEntryPage({ searchParams }: PageProps<'/platforms/new'>) {
  const actor = await requireActor('platforms:revise')
  const [{ kind: asked, platform }, choices] = await Promise.all([searchParams, entryChoices(actor)])
  const kind = kindFrom(asked)
  if (!kind) return <WhatToAdd />
  const answered = choices.answered[kind as RegisterAnswerKind]
  if (answered) redirect(`/platforms/${answered}/edit`)
  const { add, lead } = registerForms[kind]
  return (
    <Page title={add} lead={lead}>
      <ActionForm action={record} className={entryForm}>
        <Submission />
        <input type="hidden" name="kind" value={kind} />
        <EntryFieldsOf
          kind={kind}
          choices={choices}
          now={typeof platform === 'string' ? { platformId: platform } : {}}
        />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </ActionForm>
    </Page>
  )
}

function WhatToAdd() {
  return (
    <Page title={words.what}>
      <ul className="flex flex-col">
        {registerListKinds.map((kind) => (
          <li key={kind}>
            <Anchor href={`/platforms/new?kind=${kind}`} className="inline-block py-2.5 font-semibold">
              {registerForms[kind].add}
            </Anchor>
          </li>
        ))}
      </ul>
    </Page>
  )
}
