'use client'
import { unstable_rethrow } from 'next/navigation'
import { type ComponentProps, createContext, type ReactNode, useActionState, useContext } from 'react'
import { formWords } from '@/lib/words/forms'
import { AnsweringField } from './answering'
import { ErrorSummary } from './error-summary'
import { type Conflict, type FormAction, type FormState, untouched, valuesOf } from './form-state'
import { Notice } from './notice'

const Answers = createContext<FormState>(untouched)
/** What came back from the last submit of the form around: for fields that keep what was typed, and for results. */
export const useAnswers = () => useContext(Answers)

/**
 * A form around a server action of app/action.ts: problems above it with the focus, what was typed kept by the fields
 * of app/ui/kept.tsx, what stands now beside a stale edit, what came of it said politely. A
 * server that cannot be reached loses nothing. Works without JavaScript.
 */
export function ActionForm(props: {
  action: FormAction
  /** Tells this form's fields from another form's on the same page; given to its fields too. */
  scope?: string
  /** Fields whose problem has no control to lead to. */
  loose?: readonly string[]
  className?: string
  onSubmit?: ComponentProps<'form'>['onSubmit']
  children: ReactNode
}) {
  const [state, send] = useActionState(tolerant(props.action), untouched)
  const troubled = Object.keys(state.problems).length > 0
  return (
    <Answers value={state}>
      <form
        action={send}
        onSubmit={props.onSubmit}
        noValidate
        className={props.className ?? 'flex flex-col gap-6'}
      >
        <ErrorSummary
          problems={troubled ? state.problems : undefined}
          scope={props.scope}
          loose={props.loose}
          kept={Object.keys(state.values).length > 0 ? undefined : formWords.nothingSaved}
        />
        {state.signedOut && (
          <p>
            <a href="/sign-in" target="_blank" rel="noopener" className="inline-block py-2.5">
              {formWords.signInBeside}
            </a>
          </p>
        )}
        {state.conflict && <StandsNow conflict={state.conflict} />}
        <AnsweringField />
        {props.children}
        <div aria-live="polite" className="empty:hidden">
          {state.said && (
            <Notice kind="done" word={formWords.done}>
              <p>{state.said}</p>
            </Notice>
          )}
        </div>
      </form>
    </Answers>
  )
}

/**
 * In the browser, a server that cannot be reached is a problem of the form like any other: what was typed stays. While
 * the page is drawn on the server the action itself must stand in the form, so that it works without JavaScript.
 */
function tolerant(action: FormAction): FormAction {
  if (typeof window === 'undefined') return action
  return async (state, form) => {
    try {
      return await action(state, form)
    } catch (error) {
      unstable_rethrow(error)
      // Whatever the server itself says went wrong bears a digest.
      if (typeof error === 'object' && error !== null && 'digest' in error) throw error
      return { problems: { '': [formWords.unreachable] }, values: valuesOf(form), turn: state.turn + 1 }
    }
  }
}

function StandsNow({ conflict }: { conflict: Conflict }) {
  return (
    <Notice kind="care" word={formWords.standsNow}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {conflict.now.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="font-semibold">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{formWords.saveOver}</p>
    </Notice>
  )
}
