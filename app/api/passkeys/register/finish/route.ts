import { z } from 'zod'
import { ceremony } from '@/app/api/ceremony'
import { finishRegistrationByLink } from '@/lib/passkeys/commands/link'

const input = z.strictObject({ response: z.unknown() })

export const POST = ceremony('registration', (body) => finishRegistrationByLink(input.parse(body).response))
