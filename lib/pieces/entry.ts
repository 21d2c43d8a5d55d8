/** What a piece's form sends, as a schema made from its questions. */
import { z } from 'zod'
import { type PieceId, pieceIds, pieceShape } from '@/lib/guidance/pieces'
import { type AnyAnswers, type Question, settledAnswers, versionForm } from '@/lib/guidance/questions'
import { optionalText } from '@/lib/text/checked'
import { noAnswer } from '@/lib/vocabulary'
import { pieceProblems } from '@/lib/words/pieces'

/** Which piece, and of what: the person (their own id is not sent), a phone or an app. */
export const pieceAt = z.strictObject({
  piece: z.enum(pieceIds as [PieceId, ...PieceId[]]),
  /** Null for a piece of one's own. */
  scopeId: z.uuid().nullable(),
  /** The statement the form was drawn from; null when there was none. */
  based: z.uuid().nullable(),
})
export type PieceAt = z.infer<typeof pieceAt>
const answer = z.union([z.string().max(40), z.array(z.string().max(40)).max(40), z.null()])
export const pieceEntry = pieceAt.extend({
  answers: z.record(z.string().max(40), answer),
  /** What the other app that encrypts is called (G1.1); '' for not said, and for every other piece. */
  otherApp: optionalText('label').prefault(''),
})

const schemas = new Map(pieceIds.map((id) => [id, schemaOf(pieceShape(id).questions)]))

/** The answers of a piece, checked word by word; what is not asked is taken back. Throws ZodError with the question's name. */
export function checkedAnswers(piece: PieceId, answers: Record<string, unknown>): AnyAnswers {
  const schema = schemas.get(piece)
  if (!schema) throw new Error(`no such piece: ${piece}`)
  const { questions } = pieceShape(piece)
  return settledAnswers(questions, schema.parse(answers) as never) as AnyAnswers
}

function schemaOf(questions: Readonly<Record<string, Question>>) {
  return z.strictObject(
    Object.fromEntries(Object.entries(questions).map(([name, question]) => [name, schemaFor(question)])),
  )
}

function schemaFor(question: Question): z.ZodType {
  if (question.kind === 'choice') return z.enum([...question.values, ...noAnswer]).default('unanswered')
  if (question.kind === 'many') {
    return z
      .array(z.enum([...question.values, 'not_sure']))
      .default([])
      .refine((chosen) => chosen.length < 2 || !chosen.includes('not_sure'), pieceProblems.notSureAlone)
  }
  if (question.kind === 'version') return orNull((text) => versionForm.test(text), pieceProblems.version)
  const form = question.kind === 'day' ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}$/
  return orNull((text) => isDate(text, form), pieceProblems.date)
}

function orNull(fits: (text: string) => boolean, problem: string) {
  return z
    .string()
    .transform((text) => text.trim())
    .refine((text) => text === '' || fits(text), problem)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)
}

function isDate(text: string, form: RegExp): boolean {
  if (!form.test(text)) return false
  const full = text.length === 7 ? `${text}-01` : text
  const parsed = new Date(`${full}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(full)
}
