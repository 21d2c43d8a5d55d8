/** What a form says of one phone line: closed words and references, and the free texts that are sealed. */
import { z } from 'zod'
import { lineFacts } from '@/lib/lines/facts'
import { hasNumber } from '@/lib/lines/rules'
import { checkedText, optionalText } from '@/lib/text/checked'
import { lineProblems } from '@/lib/words/line-problems'

const lastDigits = z
  .string()
  .max(200)
  .transform((typed) => typed.normalize('NFKC').trim())
  .superRefine((digits, context) => {
    if (!/^\d{0,2}$/.test(digits)) context.addIssue({ code: 'custom', message: lineProblems.twoDigits })
  })

export const lineEntry = z.strictObject({
  label: checkedText('label').superRefine((label, context) => {
    const told = context.issues.length > 0
    if (!told && hasNumber(label)) context.addIssue({ code: 'custom', message: lineProblems.numberInLabel })
  }),
  /** At most two digits; '' for none. */
  lastDigits,
  /** A carrier that is not in the catalogue; '' for none. */
  ownCarrier: optionalText('name'),
  note: optionalText('note'),
  facts: lineFacts,
})
export type LineEntry = z.infer<typeof lineEntry>
