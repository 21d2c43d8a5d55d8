/** How a question is put, as data: what may be answered, and when it is asked. Words: lib/words/questions. */
import { noAnswer, type OneOf } from '@/lib/vocabulary'

export type NoAnswer = OneOf<typeof noAnswer>
/** Asked only where another question of the same piece was answered with one of these. */
export type After = { question: string; is: readonly string[] }
/** `holderOnly`: put to its holder and to nobody who answers for them. */
type Common = { after?: After; optional?: true; holderOnly?: true }
export type ChoiceQuestion<Value extends string = string> = Common & {
  kind: 'choice'
  values: readonly Value[]
}
export type ManyQuestion<Value extends string = string> = Common & { kind: 'many'; values: readonly Value[] }
/** A day in the past or today, 2026-11-23; a month, 2026-11. */
export type DateQuestion = Common & { kind: 'day' | 'month' }
/** Numbers with dots between them, 26.1.2: too few digits together to be a code or a number of somebody's. */
export type VersionQuestion = Common & { kind: 'version' }
export type Question = ChoiceQuestion | ManyQuestion | DateQuestion | VersionQuestion
export type Questions = Readonly<Record<string, Question>>

/** One of a few words, or not sure, or no answer yet. */
export const choice = <const Values extends readonly string[]>(values: Values, more: Common = {}) => ({
  kind: 'choice' as const,
  values: values as readonly OneOf<Values>[],
  ...more,
})
/** Any number of them; none chosen is no answer. "not_sure" stands alone. */
export const many = <const Values extends readonly string[]>(values: Values, more: Common = {}) => ({
  kind: 'many' as const,
  values: values as readonly OneOf<Values>[],
  ...more,
})
export const day = (more: Common = {}) => ({ kind: 'day' as const, ...more })
export const month = (more: Common = {}) => ({ kind: 'month' as const, ...more })
export const version = (more: Common = {}) => ({ kind: 'version' as const, ...more })
/** What may be said to such a question. */
export const versionForm = /^\d{1,2}(\.\d{1,2}){0,2}$/

/** What an answer to each is stored as. A blank is `unanswered`, never "no"; a date that is not known is null. */
export type AnswerTo<Asked> = Asked extends { kind: 'choice'; values: readonly (infer Value)[] }
  ? Value | NoAnswer
  : Asked extends { kind: 'many'; values: readonly (infer Value)[] }
    ? readonly (Value | 'not_sure')[]
    : string | null
export type AnswersTo<Asked extends Questions> = { readonly [Name in keyof Asked]: AnswerTo<Asked[Name]> }
export type AnyAnswers = Readonly<Record<string, string | null | readonly string[]>>

/** Nothing answered yet. */
export function blankAnswers<Asked extends Questions>(questions: Asked): AnswersTo<Asked> {
  const blanks = Object.entries(questions).map(([name, { kind }]) => [
    name,
    kind === 'choice' ? 'unanswered' : kind === 'many' ? [] : null,
  ])
  return Object.fromEntries(blanks) as AnswersTo<Asked>
}

/** Whether a question is asked, given the answers to the others. */
export function isAsked(question: Question, answers: AnyAnswers): boolean {
  if (!question.after) return true
  const given = answers[question.after.question]
  const is = question.after.is
  return Array.isArray(given) ? given.some((one) => is.includes(one)) : is.includes(String(given))
}

/** Answers to what is not asked are taken back: nothing is judged that nobody was asked. */
export function settledAnswers<Asked extends Questions>(
  questions: Asked,
  answers: AnswersTo<Asked>,
): AnswersTo<Asked> {
  const blank: AnyAnswers = blankAnswers(questions)
  const given: Record<string, AnyAnswers[string]> = { ...(answers as AnyAnswers) }
  for (const [name, question] of Object.entries(questions)) {
    if (!isAsked(question, given)) given[name] = blank[name] ?? null
  }
  return given as AnswersTo<Asked>
}

/** @returns how many questions are asked, and how many are answered; "not sure" is an answer. Optional ones are left out. */
export function answered(questions: Questions, answers: AnyAnswers): { asked: number; answered: number } {
  const needed = Object.entries(questions).filter(
    ([, question]) => !question.optional && isAsked(question, answers),
  )
  return { asked: needed.length, answered: needed.filter(([name]) => isAnswered(answers[name])).length }
}

const isAnswered = (answer: AnyAnswers[string] | undefined): boolean =>
  Array.isArray(answer)
    ? answer.length > 0
    : answer !== null && answer !== undefined && answer !== 'unanswered'

/** Reads as no answer at all. */
export const isOpenAnswer = (answer: unknown): answer is NoAnswer =>
  (noAnswer as readonly unknown[]).includes(answer)
