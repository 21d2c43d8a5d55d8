/** What a server action hands back to its form. */
import type { FieldProblems } from '@/lib/vocabulary'

export type FormValues = Record<string, string[]>
/** What stands now where a form was drawn from something older. */
export type Conflict = {
  /** Sent with the next try: who has seen what stands now may save over it. */
  version: number | string | null
  now: readonly { label: string; value: string }[]
}
export type FormState = {
  /** Sentences by field; '' is the form as a whole. */
  problems: FieldProblems
  /** What was typed, by field, to be shown again. Empty: the form shows what it was drawn with. */
  values: FormValues
  conflict?: Conflict
  /** What came of it, said on the same page. */
  said?: string
  /** Data for the same page: a link shown once, a preview. */
  result?: unknown
  /** The act that must be confirmed with a passkey first. */
  confirm?: string
  /** Nobody is signed in any more: the form shows the way to sign in beside it. */
  signedOut?: true
  /** Grows with each answer, so that the same problem twice is announced twice. */
  turn: number
}
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

/** Fields that are the form's own, not typed. */
const aside = ['submission', 'answering']

export const untouched: FormState = { problems: {}, values: {}, turn: 0 }

/** What was typed, without what the form carries for itself. Files are not given back. */
export function valuesOf(form: FormData): FormValues {
  const values: FormValues = {}
  for (const [field, value] of form) {
    if (typeof value !== 'string' || aside.includes(field) || field.startsWith('$ACTION')) continue
    values[field] = [...(values[field] ?? []), value]
  }
  return values
}
