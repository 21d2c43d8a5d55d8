import type { Actor } from '@/lib/access/actor'
import { signedIn } from '@/lib/access/session'
import { CeremonyRefused } from '@/lib/passkeys/refusal'

/** The signed-in person of a ceremony route; anybody else gets the uniform refusal. */
export async function ceremonyActor(): Promise<Actor> {
  const signed = await signedIn()
  if (!signed) throw new CeremonyRefused('not_signed_in')
  return signed.actor
}
