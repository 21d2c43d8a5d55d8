import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { ButtonLink } from '@/app/ui/button-link'
import { KeptCheckbox, KeptCheckboxes, KeptVersion } from '@/app/ui/kept'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { Traps } from '@/app/ui/traps'
import { requireActor } from '@/lib/access/session'
import { readInventory } from '@/lib/accounts/queries'
import type { Said } from '@/lib/accounts/whole-list'
import { kindWords } from '@/lib/words/account-answers'
import { inventoryWords as words } from '@/lib/words/accounts'
import { writtenDay } from '@/lib/words/dates'
import { guidanceWords, itemWords } from '@/lib/words/guidance'
import { stateList } from '../actions'
import { ThreeNamedFirst } from './three-named-first'

export const metadata: Metadata = { title: words.title }

/** The list as a whole: where there is nothing, the three named first, the leak question, that it is complete (G2.1, G2.2). */
export default async function CompleteList() {
  const actor = await requireActor('accounts:read:own')
  const { statementId, categories, namedFirst, leakReview, addedSince, complete } = await readInventory(actor)
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
            <li key={category}>{words.have(accounts, kindWords[category])}</li>
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
            choices={without.map(({ category }) => ({ value: category, label: kindWords[category] }))}
            optional
          />
        )}
        <ThreeNamedFirst three={namedFirst} />
        <KeptCheckbox
          name="leakReviewDone"
          label={words.leak.label}
          hint={leakHint(leakReview, addedSince)}
          checked={stands(leakReview) && addedSince.length === 0}
        />
        <KeptCheckbox
          name="complete"
          label={words.complete.label}
          hint={complete ? saidOn(complete) : undefined}
          checked={stands(complete)}
        />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </ActionForm>
    </Page>
  )
}

/** What has grown old is not said again by leaving it ticked. */
const stands = (said: Said) => said !== null && said.freshness !== 'old'
const saidOn = ({ on, freshness }: NonNullable<Said>) =>
  freshness === 'old' ? words.saidLongAgo(writtenDay(on)) : words.saidOn(writtenDay(on))

function leakHint(review: Said, addedSince: readonly string[]): string | undefined {
  if (!review) return undefined
  return addedSince.length > 0 ? words.leak.addedSince(writtenDay(review.on), addedSince) : saidOn(review)
}
