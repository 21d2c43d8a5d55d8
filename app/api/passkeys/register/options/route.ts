import { z } from 'zod'
import { ceremony } from '@/app/api/ceremony'
import { startRegistrationByLink } from '@/lib/passkeys/commands/link'

const input = z.strictObject({ secret: z.string().max(200), answers: z.unknown().optional() })

export const POST = ceremony('registration', (body) => {
  const { secret, answers } = input.parse(body)
  return startRegistrationByLink(secret, answers)
})
