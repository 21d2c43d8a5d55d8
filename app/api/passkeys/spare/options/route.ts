import { ceremony } from '@/app/api/ceremony'
import { ceremonyActor } from '@/app/api/passkeys/signed-in'
import { startSpare } from '@/lib/passkeys/commands/register'

export const POST = ceremony(async () => startSpare(await ceremonyActor()))
