import { z } from 'zod'
import { ceremony } from '@/app/api/ceremony'
import { finishRegistrationByLink } from '@/lib/passkeys/commands/register'

const input = z.strictObject({ response: z.unknown() })

export const POST = ceremony((body) => finishRegistrationByLink(input.parse(body).response))
