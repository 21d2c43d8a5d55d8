import { z } from 'zod'
import { ceremony } from '@/app/api/ceremony'
import { ceremonyActor } from '@/app/api/passkeys/signed-in'
import { confirmationPurpose, startConfirmation } from '@/lib/passkeys/commands/confirm'

const input = z.strictObject({ purpose: confirmationPurpose })

export const POST = ceremony('confirmation', async (body) =>
  startConfirmation(await ceremonyActor(), input.parse(body).purpose),
)
