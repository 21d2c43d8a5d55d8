/** Signing in: usernameless, and a passkey with user verification is the only way (promise 7). */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { sessions } from '@/db/schema/access'
import { openCommand, openQuery } from '@/lib/access/door'
import { environment } from '@/lib/env'
import { hashOf } from '@/lib/links/store'
import {
  challengeIn,
  credentialIn,
  newChallenge,
  relyingParty,
  signInOptions,
  verifyAssertion,
} from '@/lib/passkeys/ceremonies'
import { keepChallenge, takeChallenge } from '@/lib/passkeys/challenges'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import { findCredential, type KnownCredential, noteUse } from '@/lib/passkeys/store'

export const party = () => relyingParty(environment().origin)

/** Options for signing in: the same for everybody, known or not. */
export async function startSignIn() {
  const challenge = newChallenge()
  await keepChallenge({ challenge, ceremony: 'sign_in' })
  return signInOptions({ rp: party(), challenge })
}

/** Checks an assertion against a spent challenge. Throws CeremonyRefused, whatever the reason. */
export async function checkAssertion(
  response: unknown,
  spent: { challenge: string } | null,
  personId: string | null,
): Promise<{ credential: KnownCredential; used: { newCounter: number; backedUp: boolean } }> {
  if (!spent) throw new CeremonyRefused('challenge')
  const named = credentialIn(response)
  if (!named) throw new CeremonyRefused('envelope')
  if (personId === null && !named.userHandle) throw new CeremonyRefused('user_handle')
  const credential = await openQuery(({ tx }) =>
    findCredential(tx, { id: named.id, handle: named.userHandle }),
  )
  if (!credential || (personId !== null && credential.personId !== personId)) {
    throw new CeremonyRefused('credential_unknown')
  }
  const used = await verifyAssertion({
    rp: party(),
    challenge: spent.challenge,
    response,
    requireUserHandle: personId === null,
    credential: {
      id: credential.credentialId,
      publicKey: credential.publicKey,
      counter: credential.counter,
      backupEligible: credential.backupEligible,
      handle: credential.handle,
    },
  })
  return { credential, used }
}

const openSession = openCommand({
  by: 'visitor',
  action: 'session.opened',
  input: z.custom<{
    credential: KnownCredential
    used: { newCounter: number; backedUp: boolean }
    device: string
    secretHash: string
  }>(),
  run: async ({ tx, now }, { credential, used, device, secretHash }) => {
    if (!(await noteUse(tx, credential, used, now))) throw new CeremonyRefused('overtaken')
    await tx.insert(sessions).values({
      personId: credential.personId,
      id: secretHash,
      credentialId: credential.credentialId,
      device,
      role: credential.role,
      createdAt: now,
      lastSeenAt: now,
    })
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

/** Signs in. Takes the browser's answer; returns what the cookie is to carry. Throws CeremonyRefused. */
export async function signIn(
  response: unknown,
  device: string,
): Promise<{ personId: string; secret: string }> {
  const challenge = challengeIn(response)
  const spent = challenge === null ? null : await takeChallenge(challenge, 'sign_in')
  const { credential, used } = await checkAssertion(response, spent, null)
  const secret = randomBytes(32).toString('base64url')
  await openSession({ credential, used, device, secretHash: hashOf(secret) })
  return { personId: credential.personId, secret }
}

/** Writes down that somebody was not let in: the reason as a closed word, nothing of what was sent. */
export const noteRefusedSignIn = openCommand({
  by: 'visitor',
  action: 'sign_in.refused',
  input: z.strictObject({ reason: z.string().max(60) }),
  run: async (_scene, { reason }) => ({
    result: null,
    outcome: 'refused',
    trail: { subject: { kind: 'sign_in', id: null }, after: { reason } },
  }),
})
