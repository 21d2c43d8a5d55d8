import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { LabelTag, Status } from '@/app/ui/status'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { EntryOnPage } from '@/lib/platforms/reading'
import type { RegisterJudgement } from '@/lib/platforms/rules'
import { type RegisterListKind, type Verdict, verdicts } from '@/lib/vocabulary'
import { age } from '@/lib/words/dates'
import { labelSaid, registerItemWords, registerSections, registerPage as words } from '@/lib/words/platforms'
import { confirm } from './actions'

type Shown = { revises: boolean; today: string }

/** Everything of one kind, each with its verdicts, and what it takes to add one. */
export function Listed(
  props: Shown & {
    kind: RegisterListKind
    entries: readonly EntryOnPage[]
    /** The platform that a new sign-in is at. */
    at?: string
    /** Says nothing of an empty list: what there is stands above it. */
    quiet?: boolean
  },
) {
  const { kind, entries, revises, today, at } = props
  const { add, empty } = registerSections[kind]
  return (
    <div className="flex flex-col gap-4">
      {entries.length === 0 ? (
        !props.quiet && <p className="max-w-measure text-soft">{empty}</p>
      ) : (
        <ul className="flex flex-col">
          {entries.map((entry) => (
            <Row key={entry.id} shown={entry} revises={revises} today={today} />
          ))}
        </ul>
      )}
      {revises && (
        <div>
          <ButtonLink href={`/platforms/new?kind=${kind}${at ? `&platform=${at}` : ''}`}>{add}</ButtonLink>
        </div>
      )}
    </div>
  )
}

function Row({ shown, revises, today }: Shown & { shown: EntryOnPage }) {
  const { freshness, judged } = shown
  return (
    <li className="flex max-w-measure flex-col gap-1 border-rule border-b py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <Anchor href={`/platforms/${shown.id}`} className="-my-2 inline-block py-2 font-semibold">
          {shown.name}
        </Anchor>
        {judged.length === 1 && judged[0] && <Status verdict={asItWas(judged[0])} />}
      </div>
      {judged.length > 1 && <SeveralVerdicts judged={judged} />}
      <Tags judged={judged} />
      {freshness && freshness !== 'current' && (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-soft">
          <span>{words.rests[freshness](age(shown.lookedOn, today))}</span>
          {revises && shown.entry.kind !== 'training' && <LookedAt shown={shown} />}
        </div>
      )}
    </li>
  )
}

/** Each verdict with the text or part it is of, side by side. */
export function SeveralVerdicts({ judged }: { judged: readonly RegisterJudgement[] }) {
  return (
    <ul className="flex flex-wrap gap-x-6">
      {judged.map((each) => (
        <li key={each.item} className="flex flex-wrap gap-x-2">
          <span className="text-soft">{named(each.item)}</span>
          <Status verdict={asItWas(each)} />
        </li>
      ))}
    </ul>
  )
}

const named = (item: RegisterJudgement['item']) => {
  if (item === 'C1') return words.byCtia
  return item === 'C1.cisa' ? words.byCisa : registerItemWords[item].short
}

/** The tags of all its verdicts, each once. */
export function Tags({ judged }: { judged: readonly RegisterJudgement[] }) {
  const tags = [
    ...new Set(judged.flatMap(({ item, labels }) => labels.map((label) => labelSaid(item, label).tag))),
  ]
  if (tags.length === 0) return null
  return (
    <p className="flex flex-wrap gap-2">
      {tags.map((tag) => (
        <LabelTag key={tag}>{tag}</LabelTag>
      ))}
    </p>
  )
}

/** What grew old keeps its verdict for who looks at it, with a label; in every total it is unknown (section 0). */
export function asItWas({ verdict, labels }: RegisterJudgement): Verdict {
  return verdicts.find((each) => labels.some((label) => label === `was_${each}`)) ?? verdict
}

/** One press that says it was looked at today. */
export function LookedAt({ shown, say = words.confirm }: { shown: EntryOnPage; say?: string }) {
  return (
    <ActionForm action={confirm} scope={shown.id} className="flex flex-col gap-2">
      <Submission />
      <input type="hidden" name="id" value={shown.id} />
      <input type="hidden" name="version" value={shown.version} />
      <div>
        <SubmitButton
          tone="plain"
          aria-label={say === words.confirm ? words.confirmName(shown.name) : undefined}
        >
          {say}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
