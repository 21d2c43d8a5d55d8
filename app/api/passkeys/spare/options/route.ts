import { ceremony } from '@/app/api/ceremony'
import { ceremonyActor } from '@/app/api/passkeys/signed-in'
import { startSpare } from '@/lib/passkeys/commands/spare'

export const POST = ceremony('registration', async () => startSpare(await ceremonyActor()))
