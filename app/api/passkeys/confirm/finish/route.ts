import { z } from 'zod'
import { ceremony } from '@/app/api/ceremony'
import { ceremonyActor } from '@/app/api/passkeys/signed-in'
import { confirmationPurpose, finishConfirmation } from '@/lib/passkeys/commands/confirm'

const input = z.strictObject({ purpose: confirmationPurpose, response: z.unknown() })

export const POST = ceremony('confirmation', async (body) => {
  const { purpose, response } = input.parse(body)
  await finishConfirmation(await ceremonyActor(), purpose, response)
})
