import { ActionForm } from '@/app/ui/action-form'
import { Facts } from '@/app/ui/facts'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Answered } from '@/lib/aide/queries'
import { aidePage } from '@/lib/words/aide'
import { writtenDay } from '@/lib/words/dates'
import { accept, stop } from './actions'
import { AnswerButton } from './answer-button'

const words = aidePage.answered

/** For whom one answers, or is asked to. `current`: for whom one answers now. */
export function AnsweredList(props: { answered: readonly Answered[]; current: string | null }) {
  if (props.answered.length === 0) return null
  return (
    <Section title={words.title}>
      <ul className="flex max-w-measure flex-col gap-6">
        {props.answered.map((one) => (
          <li key={one.id} className="flex flex-col gap-3 border-rule border-t pt-4">
            <h3>{one.name}</h3>
            {one.state === 'asked' && <p>{words.asks(one.name)}</p>}
            {one.state === 'accepted' && <p>{words.accepted(one.name)}</p>}
            <Facts
              facts={[
                { term: aidePage.mayTerm, value: aidePage.may(one.scope) },
                { term: aidePage.until, value: writtenDay(one.endsOn) },
              ]}
            />
            <div className="flex flex-wrap gap-2">
              {one.state === 'granted' && one.id !== props.current && (
                <AnswerButton id={one.id} tone="main">
                  {words.begin(one.name)}
                </AnswerButton>
              )}
              {one.state === 'asked' && (
                <ById of={one} action={accept} tone="main" label={words.acceptNamed(one.name)}>
                  {words.accept}
                </ById>
              )}
              {one.state === 'asked' ? (
                <ById of={one} action={stop} tone="plain" label={words.declineNamed(one.name)}>
                  {words.decline}
                </ById>
              ) : (
                <ById of={one} action={stop} tone="quiet">
                  {words.stop(one.name)}
                </ById>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ById(props: {
  of: Answered
  action: typeof accept
  tone: 'main' | 'plain' | 'quiet'
  label?: string
  children: string
}) {
  return (
    <ActionForm action={props.action} scope={`${props.children}-${props.of.id}`.replaceAll(/[^\w-]/g, '')}>
      <Submission />
      <input type="hidden" name="id" value={props.of.id} />
      <SubmitButton tone={props.tone} aria-label={props.label}>
        {props.children}
      </SubmitButton>
    </ActionForm>
  )
}
