import { z } from 'zod'
import { ceremony } from '@/app/api/ceremony'
import { readLink } from '@/lib/passkeys/commands/link'
import { CeremonyRefused } from '@/lib/passkeys/refusal'

const input = z.strictObject({ secret: z.string().max(100) })

/** What a link offers: looked up without using it. */
export const POST = ceremony('registration', async (body) => {
  const link = await readLink(input.parse(body).secret)
  if (!link) throw new CeremonyRefused('link')
  return link
})
