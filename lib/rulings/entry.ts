/** What the form of a ruling sends, as a schema made from the questions of its topic. */
import { z } from 'zod'
import type { Question } from '@/lib/guidance/questions'
import { type Topic, topicIds, topicShape } from '@/lib/rulings/topics'
import { checkedText, optionalText } from '@/lib/text/checked'
import { noAnswer } from '@/lib/vocabulary'
import { fieldWords } from '@/lib/words/fields'

export type RulingEntry = {
  key: string
  /** How many statements there were when the form was drawn; 0 for none. */
  version: number
  /** The day it was looked at, 2026-11-23. */
  checkedOn: string
  facts: Record<string, string | null | string[]>
  texts: Record<string, string>
}

/** Checked word by word. A date that must be given, and a question that decides, refuse a blank. */
export function entrySchema(topic: Topic): z.ZodType<RulingEntry> {
  const { questions, texts, decisive } = topicShape(topic)
  return z.strictObject({
    key: z.string().max(80),
    version: z.coerce.number().int().min(0),
    checkedOn: z.iso.date(fieldWords.date),
    facts: z.strictObject(
      Object.fromEntries(
        Object.entries(questions).map(([name, question]) => [
          name,
          schemaOf(question, decisive.includes(name) && !question.after),
        ]),
      ),
    ),
    texts: z.strictObject(
      Object.fromEntries(
        Object.entries(texts).map(([name, { kind, needed }]) => [
          name,
          needed ? checkedText(kind) : optionalText(kind),
        ]),
      ),
    ),
  }) as unknown as z.ZodType<RulingEntry>
}

function schemaOf(question: Question, decides: boolean): z.ZodType {
  if (question.kind === 'many')
    return z
      .array(z.enum([...question.values, 'not_sure'], fieldWords.choose))
      .max(question.values.length + 1)
  if (question.kind !== 'choice')
    return z
      .union([z.literal(''), z.string().regex(/^(20\d\d)-(0[1-9]|1[0-2])$/)], fieldWords.date)
      .transform((text) => text || null)
  return z.enum(decides ? [...question.values] : [...question.values, ...noAnswer], fieldWords.choose)
}

type Form = Pick<FormData, 'get' | 'getAll'>
const said = (form: Form, name: string) => String(form.get(name) ?? '').trim()

/** What the form says, to be checked by the schema. A question that another answer makes moot is not read. */
export function entryFrom(form: Form): unknown {
  const topic = topicFrom(form.get('topic'))
  if (!topic) return null
  const { questions, texts } = topicShape(topic)
  const facts = Object.entries(questions).map(([name, { kind, after }]) => {
    const moot = after !== undefined && !after.is.includes(said(form, after.question))
    if (kind === 'many') return [name, form.getAll(name).map(String)]
    if (kind === 'choice') return [name, (!moot && said(form, name)) || 'unanswered']
    return [name, moot ? '' : said(form, name)]
  })
  return {
    key: said(form, 'key'),
    version: form.get('version'),
    checkedOn: said(form, 'checkedOn'),
    facts: Object.fromEntries(facts),
    texts: Object.fromEntries(Object.keys(texts).map((name) => [name, String(form.get(name) ?? '')])),
  }
}

/** The form's name for a field of the commands' input. */
export const rulingField = (path: string) => path.replace(/^(facts|texts)\./, '').split('.')[0] ?? ''

export const topicFrom = (value: unknown): Topic | null => topicIds.find((known) => known === value) ?? null
