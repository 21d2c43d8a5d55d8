import type { Route } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import type { FormAction } from '@/app/ui/form-state'
import { Notice } from '@/app/ui/notice'
import { Section } from '@/app/ui/page-frame'
import { Status } from '@/app/ui/status'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Listed, Removed } from '@/lib/pieces/reading'
import { overAll } from '@/lib/pieces/rules'
import { writtenDay } from '@/lib/words/dates'
import { thingWords as words } from '@/lib/words/piece-pages'
import { none } from './actions'

/** What the lists of phones and of messaging apps have in common. */

/** Phones or apps, each with how it stands and how much of it is answered. */
export function ThingList(props: { things: readonly Listed[]; place: 'phones' | 'apps' }) {
  return (
    <ul className="flex max-w-measure flex-col">
      {props.things.map(({ id, name, pieces }) => {
        const open = pieces.filter((piece) => piece.open === 'never_asked' || piece.open === 'unanswered')
        return (
          <li key={id} className="flex flex-col gap-1 border-rule border-b py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <h3 className="text-heading">
                <Anchor href={`/${props.place}/${id}` as Route} className="-my-2 inline-block py-2">
                  {name}
                </Anchor>
              </h3>
              <Status verdict={overAll(pieces.flatMap(({ verdicts }) => verdicts))} />
            </div>
            <p className="text-soft">{words.answered(pieces.length - open.length, pieces.length)}</p>
          </li>
        )
      })}
    </ul>
  )
}

/** That there is none: said, taken back, and offered only while none is listed. */
export function None(props: {
  of: 'phone' | 'app'
  since: string | null
  says: { title: string; says: string; button: string; since: (day: string) => string; back: string }
}) {
  const { of, since, says } = props
  return (
    <Section title={says.title} lead={since ? undefined : says.says}>
      {since && <p>{says.since(writtenDay(since))}</p>}
      <ActionForm action={none} scope="none" className="flex flex-col gap-2">
        <Submission />
        <input type="hidden" name="of" value={of} />
        <input type="hidden" name="none" value={since ? 'no' : 'yes'} />
        <div>
          <SubmitButton tone="plain">{since ? says.back : says.button}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  )
}

type PutBack = {
  action: FormAction
  says: { removedLately: string; removedOn: (day: string) => string; restore: string }
}

/** What was just removed, with the way back. */
export function JustRemoved({ gone, ...putBack }: PutBack & { gone: Removed | undefined }) {
  if (!gone) return null
  return (
    <Notice kind="done" word={putBack.says.removedOn(writtenDay(gone.removedOn))}>
      <Restore gone={gone} scope="gone" {...putBack} />
    </Notice>
  )
}

export function RemovedLately({ removed, ...putBack }: PutBack & { removed: readonly Removed[] }) {
  if (removed.length === 0) return null
  return (
    <Section title={putBack.says.removedLately}>
      <ul className="flex flex-col gap-4">
        {removed.map((gone) => (
          <li key={gone.id}>
            <p>{putBack.says.removedOn(writtenDay(gone.removedOn))}</p>
            <Restore gone={gone} scope={gone.id} {...putBack} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Restore({ gone, scope, action, says }: PutBack & { gone: Removed; scope: string }) {
  return (
    <ActionForm action={action} scope={scope} className="flex flex-wrap items-center gap-4">
      <Submission />
      <input type="hidden" name="id" value={gone.id} />
      <input type="hidden" name="version" value={gone.version} />
      <span className="font-semibold">{gone.name}</span>
      <SubmitButton tone="plain">{says.restore}</SubmitButton>
    </ActionForm>
  )
}
