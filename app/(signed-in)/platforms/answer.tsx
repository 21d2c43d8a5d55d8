import { ButtonLink } from '@/app/ui/button-link'
import { Facts } from '@/app/ui/facts'
import { answersOf } from '@/lib/platforms/answers'
import type { EntryOnPage } from '@/lib/platforms/reading'
import type { RegisterAnswerKind } from '@/lib/vocabulary'
import { age } from '@/lib/words/dates'
import { capital } from '@/lib/words/numbers'
import { registerForms } from '@/lib/words/platform-form'
import { registerPage as words } from '@/lib/words/platforms'
import { LookedAt } from './listed'

/** An answer of which there is one: as it was given, or the way to give it. */
export function Answer(props: {
  kind: RegisterAnswerKind
  given: EntryOnPage | null
  revises: boolean
  today: string
}) {
  const { kind, given, revises, today } = props
  const form = registerForms[kind]
  if (!given)
    return (
      <div className="flex max-w-measure flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-rule border-b py-2">
        <p>{form.lead ?? Object.values(form.questions)[0]?.label}</p>
        {revises && <ButtonLink href={`/platforms/new?kind=${kind}`}>{words.answer}</ButtonLink>}
      </div>
    )
  return (
    <div className="flex max-w-measure flex-col gap-2">
      <Facts facts={answersOf(given.entry, new Map()).map(({ label, value }) => ({ term: label, value }))} />
      {given.freshness && (
        <p className="text-soft">{capital(words.rests[given.freshness](age(given.lookedOn, today)))}.</p>
      )}
      {revises && (
        <div className="flex flex-wrap items-start gap-2">
          <ButtonLink href={`/platforms/${given.id}/edit`}>{words.change}</ButtonLink>
          {given.freshness !== 'current' && <LookedAt shown={given} />}
        </div>
      )}
    </div>
  )
}
