import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { ButtonLink } from '@/app/ui/button'
import { KeptCheckbox, KeptCheckboxes, KeptVersion } from '@/app/ui/kept'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { Traps } from '@/app/ui/traps'
import { requireActor } from '@/lib/access/session'
import { readInventory } from '@/lib/accounts/queries'
import { categoryWords } from '@/lib/words/account-answers'
import { inventoryWords as words } from '@/lib/words/accounts'
import { writtenDay } from '@/lib/words/dates'
import { guidanceWords, itemWords } from '@/lib/words/guidance'
import { stateList } from '../actions'

export const metadata: Metadata = { title: words.title }

/** The list as a whole: where there is nothing, that the leak question was asked, that it is complete (G2.1). */
export default async function CompleteList() {
  const actor = await requireActor('accounts:read:own')
  const { statementId, categories, leakReviewDoneOn, statedCompleteOn } = await readInventory(actor)
  const have = categories.filter(({ accounts }) => accounts > 0)
  const without = categories.filter(({ accounts }) => accounts === 0)
  const answered = have.length + without.filter(({ none }) => none).length
  return (
    <Page
      title={words.title}
      lead={words.lead(answered, categories.length)}
      actions={<ButtonLink href="/accounts/new">{words.add}</ButtonLink>}
    >
      <Section title={itemWords['G2.1'].short} lead={guidanceWords.cited(itemWords['G2.1'].paragraph)}>
        <p className="max-w-measure">{words.why}</p>
        <ul className="ml-6 list-disc">
          {have.map(({ category, accounts }) => (
            <li key={category}>{words.have(accounts, categoryWords[category])}</li>
          ))}
        </ul>
        <Traps at="list.whole" />
      </Section>
      <ActionForm action={stateList} loose={without.length === 0 ? ['none'] : []}>
        <Submission />
        <KeptVersion name="basedOn" version={statementId ?? ''} />
        {without.length > 0 && (
          <KeptCheckboxes
            name="none"
            label={words.none.label}
            hint={words.none.hint}
            values={without.filter(({ none }) => none).map(({ category }) => category)}
            choices={without.map(({ category }) => ({ value: category, label: categoryWords[category] }))}
            optional
          />
        )}
        <KeptCheckbox
          name="leakReviewDone"
          label={words.leak.label}
          hint={leakReviewDoneOn ? words.leak.since(writtenDay(leakReviewDoneOn)) : undefined}
          checked={leakReviewDoneOn !== null}
        />
        <KeptCheckbox
          name="complete"
          label={words.complete.label}
          hint={statedCompleteOn ? words.complete.since(writtenDay(statedCompleteOn)) : undefined}
          checked={statedCompleteOn !== null}
        />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </ActionForm>
    </Page>
  )
}
