/** Signing in: usernameless, and a passkey with user verification is the only way (promise 7). */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { sessions } from '@/db/schema/access'
import { openCommand, openQueryAtOnce } from '@/lib/access/door'
import { environment } from '@/lib/env'
import { hashOf } from '@/lib/links/store'
import {
  credentialIn,
  newChallenge,
  relyingParty,
  signInOptions,
  verifyAssertion,
} from '@/lib/passkeys/ceremonies'
import { keepChallenge, takeChallenge } from '@/lib/passkeys/challenges'
import { noteClone } from '@/lib/passkeys/commands/refused'
import { decoyFor } from '@/lib/passkeys/decoy'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import { findCredential, type KnownCredential, noteUse } from '@/lib/passkeys/store'
import { endSession } from '@/lib/sessions/store'

export const party = () => relyingParty(environment().origin)

/** Options for signing in: the same for everybody, known or not. */
export async function startSignIn() {
  const challenge = newChallenge()
  await keepChallenge({ challenge, ceremony: 'sign_in' })
  return signInOptions({ rp: party(), challenge })
}

type Used = { newCounter: number; backedUp: boolean }

/**
 * Checks an assertion against a spent challenge. `personId`: whose it must be, or null at sign-in, where the answer
 * itself must name its holder. Throws CeremonyRefused, whatever the reason.
 */
export async function checkAssertion(
  response: unknown,
  spent: { challenge: string },
  personId: string | null,
): Promise<{ credential: KnownCredential; used: Used }> {
  const named = credentialIn(response)
  if (!named) throw new CeremonyRefused('envelope')
  if (personId === null && !named.userHandle) throw new CeremonyRefused('user_handle')
  const credential = await openQueryAtOnce(({ db }) =>
    findCredential(db, { id: named.id, handle: named.userHandle }),
  )
  const asked = { rp: party(), challenge: spent.challenge, response, requireUserHandle: personId === null }
  if (!credential || (personId !== null && credential.personId !== personId)) {
    await verifyAssertion({ ...asked, credential: decoyFor(response) }).catch(() => null)
    throw new CeremonyRefused('credential_unknown')
  }
  const stored = { ...credential, id: credential.credentialId }
  const used = await verifyAssertion({ ...asked, credential: stored }).catch(async (error: unknown) => {
    if (error instanceof CeremonyRefused && error.cloneSuspected) await noteClone({ credential })
    throw error
  })
  return { credential, used }
}

const openSession = openCommand({
  by: 'visitor',
  action: 'session.opened',
  input: z.custom<{
    credential: KnownCredential
    used: Used
    device: string
    secretHash: string
    earlier: EarlierSession | null
  }>(),
  run: async ({ tx, now }, { credential, used, device, secretHash, earlier }) => {
    // Sent together: where the use was overtaken, the session is rolled back with it.
    const [noted] = await Promise.all([
      noteUse(tx, credential, used, now),
      earlier && endSession(tx, { ...earlier, why: 'signed_in_again', by: earlier.personId, at: now }),
      tx.insert(sessions).values({
        personId: credential.personId,
        id: secretHash,
        credentialId: credential.credentialId,
        device,
        role: credential.role,
        createdAt: now,
        lastSeenAt: now,
      }),
    ])
    if (!noted) throw new CeremonyRefused('overtaken')
    return {
      result: null,
      doer: { kind: 'person', id: credential.personId, role: credential.role },
      trail: {
        subject: { kind: 'session', id: secretHash.slice(0, 12), personId: credential.personId },
        after: { device, backedUp: used.backedUp },
      },
    }
  },
})

/** The session a browser carried until now. */
type EarlierSession = { personId: string; sessionId: string }

/**
 * Signs in. Takes the browser's answer, a coarse name of the device, and the session the browser carried, which ends
 * (ASVS V7.2.4). Returns what the cookie is to carry. Throws CeremonyRefused.
 */
export async function signIn(
  response: unknown,
  device: string,
  earlier: EarlierSession | null = null,
): Promise<{ personId: string; secret: string }> {
  const spent = await takeChallenge(response, 'sign_in')
  const { credential, used } = await checkAssertion(response, spent, null)
  const secret = randomBytes(32).toString('base64url')
  await openSession({ credential, used, device, secretHash: hashOf(secret), earlier })
  return { personId: credential.personId, secret }
}
