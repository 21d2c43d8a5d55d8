/** A fresh assertion for one named act: given, kept for five minutes, spent with the act. A stolen cookie cannot give it. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { freshAssertions } from '@/db/schema/access'
import type { Actor } from '@/lib/access/actor'
import { command, query } from '@/lib/access/door'
import { confirmationOptions, newChallenge } from '@/lib/passkeys/ceremonies'
import { keepChallenge, takeChallenge } from '@/lib/passkeys/challenges'
import { checkAssertion, party } from '@/lib/passkeys/commands/sign-in'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import { boundTo, type KnownCredential, noteUse } from '@/lib/passkeys/store'

/** What an act to be confirmed is called: a word, and the id it is about. */
export const confirmationPurpose = z.string().regex(/^[a-z_.]{3,40}(:[A-Za-z0-9_-]{1,1400})?$/)

const ownCredentials = query('passkeys:read:own', ({ actor, tx }) => boundTo(tx, actor.personId))

/** Options for confirming one act with one of one's own passkeys. */
export async function startConfirmation(actor: Actor, purpose: string) {
  const allow = await ownCredentials(actor)
  const challenge = newChallenge()
  await keepChallenge({
    challenge,
    ceremony: 'confirmation',
    personId: actor.personId,
    sessionId: actor.sessionId,
    purpose,
  })
  return confirmationOptions({ rp: party(), challenge, allow })
}

const giveConfirmation = command({
  permission: 'passkeys:read:own',
  action: 'confirmation.given',
  input: z.custom<{
    purpose: string
    credential: KnownCredential
    used: { newCounter: number; backedUp: boolean }
  }>(),
  run: async ({ actor, tx, now }, { purpose, credential, used }) => {
    if (!(await noteUse(tx, credential, used, now))) throw new CeremonyRefused('overtaken')
    const endsAt = new Date(now.getTime() + 5 * 60_000)
    await tx
      .insert(freshAssertions)
      .values({ personId: actor.personId, sessionId: actor.sessionId, purpose, endsAt })
      .onConflictDoUpdate({
        target: [freshAssertions.personId, freshAssertions.sessionId, freshAssertions.purpose],
        set: { endsAt: sql`excluded.ends_at` },
      })
    const act = purpose.split(':')[0] ?? ''
    return {
      result: null,
      trail: { subject: { kind: 'confirmation', id: act, personId: actor.personId } },
    }
  },
})

/** Takes the browser's answer for an act named at the start. Throws CeremonyRefused. */
export async function finishConfirmation(actor: Actor, purpose: string, response: unknown): Promise<void> {
  const spent = await takeChallenge(response, 'confirmation')
  if (spent.personId !== actor.personId || spent.sessionId !== actor.sessionId || spent.purpose !== purpose) {
    throw new CeremonyRefused('challenge')
  }
  const { credential, used } = await checkAssertion(response, spent, actor.personId)
  await giveConfirmation(actor, { purpose, credential, used })
}
