/**
 * The one wrapper that every server action is built by. It finds out who asks, reads the form, runs the command through
 * the door and turns the outcome into what the form shows. Nothing typed is lost, whatever goes wrong.
 */
import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { isDatabaseAway } from '@/db/client'
import type { Actor } from '@/lib/access/actor'
import type { Submission } from '@/lib/access/door'
import { NotConfirmed, NotThere, type Outcome, Refused, TooMany } from '@/lib/access/outcome'
import { signedIn } from '@/lib/access/session'
import type { FieldProblems } from '@/lib/vocabulary'
import { formWords } from '@/lib/words/forms'

export type FormValues = Record<string, string[]>
export type FormState = {
  /** Sentences by field; '' is the form as a whole. */
  problems: FieldProblems
  /** What was typed, by field, to be shown again. */
  values: FormValues
  /** What stands now, when the form was drawn from something older. */
  conflict?: unknown
  /** What came of it, said on the same page. */
  said?: string
  /** Data for the same page: a link shown once, a preview. */
  result?: unknown
  /** The act that must be confirmed with a passkey first. */
  confirm?: string
  /** Grows with each answer, so that the same problem twice is announced twice. */
  turn: number
}
export const untouched: FormState = { problems: {}, values: {}, turn: 0 }

type ActionOf<Result> = {
  command: (actor: Actor, raw: unknown, submission?: Submission) => Promise<Outcome<Result>>
  /** What the form says, in the shape the command's schema expects. May return a promise (files). */
  read: (form: FormData) => unknown
  /** Where to go next, or what to say here. */
  done: (result: Result, form: FormData) => { to: Route } | { said?: string; result?: unknown }
}

export function action<Result>(
  of: ActionOf<Result>,
): (state: FormState, form: FormData) => Promise<FormState> {
  return async (state, form) => {
    const turn = state.turn + 1
    const values = valuesOf(form)
    const back = (more: Partial<FormState>): FormState => ({ problems: {}, values, turn, ...more })
    const signed = await signedIn()
    if (!signed) return back({ problems: { '': [formWords.signedOut] } })
    let next: { to: Route } | { said?: string; result?: unknown }
    try {
      const outcome = await of.command(signed.actor, await of.read(form), submissionOf(form))
      if (!outcome.ok) {
        return 'problems' in outcome
          ? back({ problems: outcome.problems })
          : back({ conflict: outcome.conflict, problems: { '': [formWords.stale] } })
      }
      next = of.done(outcome.result, form)
    } catch (error) {
      if (error instanceof Refused || error instanceof NotThere) notFound()
      if (error instanceof NotConfirmed) return back({ confirm: error.message })
      if (error instanceof TooMany)
        return back({ problems: { '': [formWords.tooMany(error.retryAfterSeconds)] } })
      if (isDatabaseAway(error)) return back({ problems: { '': [formWords.databaseAway] } })
      throw error
    }
    if ('to' in next) redirect(next.to)
    return back({ values: {}, ...next })
  }
}

function submissionOf(form: FormData): Submission | undefined {
  const key = form.get('submission')
  return typeof key === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(key) ? { key } : undefined
}

function valuesOf(form: FormData): FormValues {
  const values: FormValues = {}
  for (const [field, value] of form) {
    if (typeof value !== 'string' || field === 'submission' || field.startsWith('$ACTION')) continue
    values[field] = [...(values[field] ?? []), value]
  }
  return values
}
