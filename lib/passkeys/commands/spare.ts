/** Binding a spare passkey, by somebody who is signed in. */
import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { command, query } from '@/lib/access/door'
import {
  type NewCredential,
  newChallenge,
  registrationOptions,
  verifyRegistration,
} from '@/lib/passkeys/ceremonies'
import { keepChallenge, takeChallenge } from '@/lib/passkeys/challenges'
import { party } from '@/lib/passkeys/commands/sign-in'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import { bindPasskey, boundTo, holderOf, newPasskeyTrail } from '@/lib/passkeys/store'
import { lockPerson } from '@/lib/people/store'
import { sessionStands } from '@/lib/sessions/store'

const asked = query('passkeys:revise:own', async ({ actor, tx }) => ({
  ...(await holderOf(tx, actor.personId)),
  exclude: await boundTo(tx, actor.personId),
}))

/** Options for a spare. */
export async function startSpare(actor: Actor) {
  const { name, handle, exclude } = await asked(actor)
  const challenge = newChallenge()
  const { personId, sessionId } = actor
  await keepChallenge({ challenge, ceremony: 'registration', personId, sessionId })
  return registrationOptions({ rp: party(), person: { handle, name, displayName: name }, exclude, challenge })
}

const addSpare = command({
  permission: 'passkeys:revise:own',
  action: 'passkey.added',
  input: z.custom<{ made: NewCredential }>(),
  confirmed: () => 'passkey.add',
  run: async ({ actor, tx, now }, { made }) => {
    // Behind the same lock as a recovery: or a key could slip in just after the recovery removed all others.
    await lockPerson(tx, actor.personId)
    if (!(await sessionStands(tx, actor))) throw new CeremonyRefused('not_signed_in')
    await bindPasskey(tx, actor.personId, made, now)
    return { result: null, trail: newPasskeyTrail(actor.personId, made) }
  },
})

/** Binds a spare. Needs a fresh confirmation for `passkey.add`. Throws CeremonyRefused, NotConfirmed. */
export async function finishSpare(actor: Actor, response: unknown): Promise<void> {
  const spent = await takeChallenge(response, 'registration')
  if (spent.personId !== actor.personId || spent.sessionId !== actor.sessionId) {
    throw new CeremonyRefused('challenge')
  }
  const made = await verifyRegistration({ rp: party(), challenge: spent.challenge, response })
  await addSpare(actor, { made })
}
