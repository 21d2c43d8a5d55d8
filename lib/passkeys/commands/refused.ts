/** What is written down of ceremonies that were refused: closed words, nothing of what was sent. */
import { z } from 'zod'
import { openCommand } from '@/lib/access/door'
import type { AuditAction } from '@/lib/audit/actions'
import { refusalReasons } from '@/lib/passkeys/refusal'
import { type KnownCredential, passkeyTrail } from '@/lib/passkeys/store'
import { type Ceremony, ceremonies } from '@/lib/vocabulary'

const actions: Readonly<Record<Ceremony, AuditAction>> = {
  sign_in: 'sign_in.refused',
  registration: 'registration.refused',
  confirmation: 'confirmation.refused',
}

/** Writes down that somebody was not let in, and why. `throttled`: so often that the rest is not written down. */
export const noteRefusal = openCommand({
  by: 'visitor',
  action: 'sign_in.refused',
  input: z.strictObject({ ceremony: z.enum(ceremonies), reason: z.enum([...refusalReasons, 'throttled']) }),
  run: async (_scene, { ceremony, reason }) => ({
    result: null,
    action: actions[ceremony],
    outcome: 'refused',
    trail: { subject: { kind: ceremony, id: null }, after: { reason } },
  }),
})

/** Writes down that two devices may hold the same key (WebAuthn L3, 7.2 step 22), with whose it is. */
export const noteClone = openCommand({
  by: 'visitor',
  action: 'passkey.clone_suspected',
  input: z.custom<{ credential: KnownCredential }>(),
  run: async (_scene, { credential }) => ({
    result: null,
    outcome: 'refused',
    trail: passkeyTrail(credential.personId, credential.credentialId),
  }),
})
