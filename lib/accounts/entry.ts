/** What a form says of one account: closed words and references, and the three free texts that are sealed. */
import { z } from 'zod'
import { accountFacts } from '@/lib/accounts/facts'
import { optionalText } from '@/lib/text/checked'
import { visibilities } from '@/lib/vocabulary'

export const accountEntry = z.strictObject({
  /** Id in the catalogue; null for a service named freely, which then needs `ownName`. */
  serviceId: z.string().max(40).nullable(),
  ownName: optionalText('label'),
  label: optionalText('label'),
  note: optionalText('note'),
  visibility: z.enum(visibilities),
  facts: accountFacts,
})
export type AccountEntry = z.infer<typeof accountEntry>

/** One of one's own accounts, as it stood when the page was drawn. */
export const accountVersion = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int().positive(),
})
