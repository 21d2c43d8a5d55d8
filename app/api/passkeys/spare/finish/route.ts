import { z } from 'zod'
import { ceremony } from '@/app/api/ceremony'
import { ceremonyActor } from '@/app/api/passkeys/signed-in'
import { finishSpare } from '@/lib/passkeys/commands/spare'

const input = z.strictObject({ response: z.unknown() })

export const POST = ceremony('registration', async (body) =>
  finishSpare(await ceremonyActor(), input.parse(body).response),
)
