/** A schema for free text: brought into one form, bounded, and refused when it looks like a secret (promise 1). */
import { z } from 'zod'
import { cleanText, type TextKind, textProblem } from '@/lib/text/rules'
import { fieldWords } from '@/lib/words/fields'
import { textProblemSentence } from '@/lib/words/text'

/** Text that must say something. */
export const checkedText = (kind: TextKind) => textOf(kind, true)
/** Text that may be left empty; then it is ''. */
export const optionalText = (kind: TextKind) => textOf(kind, false)

const textOf = (kind: TextKind, needed: boolean) =>
  z
    .string()
    .max(20_000)
    .transform(cleanText)
    .superRefine((value, context) => {
      if (value === '' && !needed) return
      const problem = textProblem(kind, value)
      if (value === '') context.addIssue({ code: 'custom', message: fieldWords.missing })
      else if (problem) context.addIssue({ code: 'custom', message: textProblemSentence(problem, kind) })
    })
