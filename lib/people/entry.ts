/** What is typed about a person who is added or changed. */
import { z } from 'zod'
import { checkedText } from '@/lib/text/checked'
import { tiers } from '@/lib/vocabulary'
import { fieldWords } from '@/lib/words/fields'

const address = z.email()
/** An e-mail address or nothing. */
const emailOrNothing = z
  .string()
  .trim()
  .max(254)
  .refine((typed) => typed === '' || address.safeParse(typed).success, fieldWords.email)
  .transform((typed) => (typed === '' ? null : typed))

/** The unit's id, or '' for none. */
const unitOrNone = z.union([z.literal('').transform(() => null), z.uuid()])

export const personEntry = z.strictObject({
  name: checkedText('name'),
  email: emailOrNothing,
  unitId: unitOrNone,
  tier: z.enum(tiers),
})
