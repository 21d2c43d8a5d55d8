/**
 * The one wrapper that every server action is built by. It finds out who asks, reads the form, runs the command through
 * the door and turns the outcome into what the form shows. Nothing typed is lost, whatever goes wrong.
 */
import type { Route } from 'next'
import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { type Conflict, type FormAction, type FormState, valuesOf } from '@/app/ui/form-state'
import type { Actor } from '@/lib/access/actor'
import { isDatabaseAway } from '@/lib/access/away'
import type { Submission } from '@/lib/access/door'
import { NotConfirmed, NotThere, type Outcome, Refused, TooMany } from '@/lib/access/outcome'
import { signedIn } from '@/lib/access/session'
import type { FieldProblems } from '@/lib/vocabulary'
import { formWords } from '@/lib/words/forms'

type ActionOf<Result> = {
  command: (actor: Actor, raw: unknown, submission?: Submission) => Promise<Outcome<Result>>
  /** What the form says, in the shape the command's schema expects. May return a promise (files). */
  read: (form: FormData) => unknown
  /** Where to go next, or what to say here. */
  done: (result: Result, form: FormData) => { to: Route } | { said?: string; result?: unknown }
  /** The form's name for a field of the command's input, where the two differ. */
  fieldOf?: (path: string) => string
  /** What stands now, in words, from what a stale edit came back with. */
  standing?: (current: unknown) => Conflict
}

export function action<Result>(of: ActionOf<Result>): FormAction {
  return async (state, form) => {
    const turn = state.turn + 1
    const values = valuesOf(form)
    const back = (more: Partial<FormState>): FormState => ({ problems: {}, values, turn, ...more })
    let next: { to: Route } | { said?: string; result?: unknown }
    try {
      const signed = await signedIn()
      if (!signed) return back({ problems: { '': [formWords.signedOut] }, signedOut: true })
      if (drawnFor(form) !== (signed.actor.onBehalfOf?.delegationId ?? ''))
        return back({ problems: { '': [formWords.drawnForAnother] } })
      const outcome = await of.command(signed.actor, await of.read(form), submissionOf(form))
      if (!outcome.ok) {
        return 'problems' in outcome
          ? back({ problems: renamed(outcome.problems, of.fieldOf) })
          : back(conflictOf(outcome.conflict, of.standing))
      }
      next = of.done(outcome.result, form)
    } catch (error) {
      if (error instanceof Refused || error instanceof NotThere) notFound()
      if (error instanceof NotConfirmed)
        return back({ confirm: error.message, problems: { '': [formWords.confirmFirst] } })
      if (error instanceof TooMany)
        return back({ problems: { '': [formWords.tooMany(error.retryAfterSeconds)] } })
      if (isDatabaseAway(error)) return back({ problems: { '': [formWords.databaseAway] } })
      throw error
    }
    if ('to' in next) redirect(next.to)
    // The page around the form shows what stands now, and the form gets a new submission id.
    refresh()
    return back({ values: {}, ...next })
  }
}

/** Under which consent the page of the form was drawn: what an aide typed for one person is never saved for another. */
function drawnFor(form: FormData): string {
  const consent = form.get('answering')
  return typeof consent === 'string' ? consent : ''
}

function submissionOf(form: FormData): Submission | undefined {
  const key = form.get('submission')
  return typeof key === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(key) ? { key } : undefined
}

function renamed(problems: FieldProblems, fieldOf: (path: string) => string = (path) => path): FieldProblems {
  const named: FieldProblems = {}
  for (const [path, sentences] of Object.entries(problems)) {
    const field = fieldOf(path)
    named[field] = [...new Set([...(named[field] ?? []), ...sentences])]
  }
  return named
}

/** Without anything that stands now, the same submit was sent before with other content: gone back, and changed. */
function conflictOf(current: unknown, standing: ActionOf<never>['standing']): Partial<FormState> {
  if (current === null || current === undefined) return { problems: { '': [formWords.sentAlready] } }
  const conflict = standing?.(current) ?? { version: versionOf(current), now: [] }
  return { conflict, problems: { '': [formWords.stale] } }
}

function versionOf(current: unknown): number | null {
  if (typeof current !== 'object' || current === null || !('version' in current)) return null
  return typeof current.version === 'number' ? current.version : null
}
