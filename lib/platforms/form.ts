/** Between the fields of a form of the register and what the commands are given. What was not asked is not read. */
import type { RegisterEntry } from '@/lib/platforms/entry'
import { blankOf, kindFrom, otherPlatform, type Question, questionsOf } from '@/lib/platforms/questions'
import type { offered } from '@/lib/vocabulary'

type Form = Pick<FormData, 'get' | 'getAll'>

/**
 * What a form says, in the shape of `registerEntry` and checked by it. A question that another answer makes moot is not
 * read, whatever stands in its field: without JavaScript, and after a change of mind, such fields are still sent.
 */
export function entryFrom(form: Form): unknown {
  const kind = kindFrom(form.get('kind'))
  if (!kind) return { kind: null }
  const parts: Record<Question['in'], Record<string, unknown>> = { facts: {}, texts: {} }
  for (const question of questionsOf[kind]) {
    const { after } = question
    const moot = after && !after.is.includes(String(form.get(after.question) ?? ''))
    parts[question.in][question.name] = moot ? mootOf(question) : answerIn(form, question)
  }
  return { kind, ...parts }
}

/** Of two words that stand for "not answered", the one that the question knows. */
function mootOf(question: Question): unknown {
  return question.name === 'fidoOffered'
    ? ('not_known' satisfies (typeof offered)[number])
    : blankOf(question)
}

function answerIn(form: Form, question: Question): unknown {
  const typed = String(form.get(question.name) ?? '').trim()
  switch (question.asks) {
    case 'methods':
    case 'keys':
      return form.getAll(question.name).map(String)
    case 'count':
      return typed === '' ? countMissing(question) : Number(typed)
    case 'service':
      return typed === '' || typed === otherPlatform ? null : typed
    case 'one':
    case 'short':
      return typed || (question.name === 'audience' ? undefined : mootOf(question))
    case 'day':
    case 'platform':
    case 'party':
      return typed || (question.optional ? null : undefined)
    default:
      return String(form.get(question.name) ?? '')
  }
}

/** An empty field is no number, and not nought. */
const countMissing = ({ optional }: Question) => (optional ? null : undefined)

export type EntryFields = Readonly<Record<string, string | readonly string[]>>

/** What the fields of a form start with, for something that is in the register. Unanswered questions start empty. */
export function fieldsFrom(entry: RegisterEntry): EntryFields {
  const given: Record<string, unknown> = { ...entry.facts, ...entry.texts }
  const fields: Record<string, string | readonly string[]> = {}
  for (const question of questionsOf[entry.kind]) {
    const value = given[question.name]
    fields[question.name] = Array.isArray(value)
      ? value.map(String)
      : value === null || value === undefined || value === 'unanswered'
        ? ''
        : String(value)
  }
  if (entry.kind === 'platform' && entry.facts.serviceId === null) fields.serviceId = otherPlatform
  return fields
}

/** The form's name for a field of the commands' input. */
export const registerField = (path: string) => path.split('.').find((part) => !parts.includes(part)) ?? ''
const parts = ['entry', 'facts', 'texts']
