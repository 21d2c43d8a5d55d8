/** The answers about one thing in the register as they are read back: what was asked, and what was said. */
import type { RegisterEntry } from '@/lib/platforms/entry'
import { type Question, questionsOf } from '@/lib/platforms/questions'
import { type Method, methods } from '@/lib/vocabulary'
import { methodWords } from '@/lib/words/account-answers'
import { isPlainDay, writtenDay } from '@/lib/words/dates'
import { digits, listed } from '@/lib/words/numbers'
import { registerForms, registerFormWords as words } from '@/lib/words/platform-form'

/** Names of what the answers refer to, by id: platforms, keys, services. */
export type Names = ReadonlyMap<string, string>

/** What was asked and said, in the order of the form; a question that another answer makes moot is left out. */
export function answersOf(entry: RegisterEntry, names: Names): { label: string; value: string }[] {
  const given: Record<string, unknown> = { ...entry.facts, ...entry.texts }
  return questionsOf[entry.kind]
    .filter((question) => !isMoot(question, given))
    .map((question) => ({
      label: wordsOf(entry, question)?.label ?? question.name,
      value: said(entry, question, given[question.name], names),
    }))
}

/** What follows from an answer that was not given was not asked. */
function isMoot({ after, name }: Question, given: Record<string, unknown>): boolean {
  if (!after) return false
  if (after.question === 'serviceId') return given.serviceId !== null || given[name] === undefined
  return !after.is.includes(String(given[after.question]))
}

const wordsOf = (entry: RegisterEntry, question: Question) =>
  registerForms[entry.kind].questions[question.name]

function said(entry: RegisterEntry, question: Question, value: unknown, names: Names): string {
  if (Array.isArray(value))
    return value.length === 0 ? words.nothing : listed(value.map((word) => named(word, names)))
  if (value === null || value === undefined || value === '')
    return question.optional ? words.nothing : words.notAnswered
  if (typeof value === 'number') return digits(value)
  const word = String(value)
  const choice = wordsOf(entry, question)?.choices?.[word]
  if (choice) return typeof choice === 'string' ? choice : choice.label
  if (question.asks === 'day' && isPlainDay(word)) return writtenDay(word)
  if (question.asks === 'one' || question.asks === 'short') return words.notAnswered
  return question.in === 'texts' ? word : named(word, names)
}

const named = (word: unknown, names: Names): string => {
  const method = methods.find((each): each is Method => each === word)
  return method ? methodWords[method].name : (names.get(String(word)) ?? words.nothing)
}
