/** Passkeys as rows, inside the transaction of the command that binds or uses one. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { passkeys } from '@/db/schema/access'
import { people } from '@/db/schema/people'
import type { NewCredential } from '@/lib/passkeys/ceremonies'
import { CeremonyRefused } from '@/lib/passkeys/refusal'

/** Binds a new credential. A credential id that anybody ever bound is refused (WebAuthn L3, 7.1 step 26). */
export async function bindPasskey(tx: Tx, personId: string, made: NewCredential, at: Date): Promise<void> {
  const bound = await tx
    .insert(passkeys)
    .values({
      credentialId: made.credentialId,
      personId,
      publicKey: made.publicKey,
      algorithm: made.algorithm,
      counter: made.counter,
      backupEligible: made.backupEligible,
      backedUp: made.backedUp,
      transports: [...made.transports],
      aaguid: made.aaguid,
      createdAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: passkeys.credentialId })
  if (bound.length === 0) throw new CeremonyRefused('credential_known')
}

/** The credential that a (handle, id) pair names, with its person, if both still stand. */
export async function findCredential(tx: Tx, of: { id: string; handle: Uint8Array | null }) {
  const [row] = await tx
    .select({
      credentialId: passkeys.credentialId,
      publicKey: passkeys.publicKey,
      counter: passkeys.counter,
      backupEligible: passkeys.backupEligible,
      backedUp: passkeys.backedUp,
      personId: people.id,
      role: people.role,
      handle: people.handle,
    })
    .from(passkeys)
    .innerJoin(people, eq(people.id, passkeys.personId))
    .where(
      and(
        eq(passkeys.credentialId, of.id),
        of.handle ? eq(people.handle, new Uint8Array(of.handle)) : undefined,
        isNull(passkeys.removedAt),
        isNull(people.deactivatedAt),
      ),
    )
  return row ?? null
}
export type KnownCredential = NonNullable<Awaited<ReturnType<typeof findCredential>>>

/**
 * Notes a use: counter, backup state, last used. False when another use overtook this one or the passkey is gone:
 * the same assertion can then not have been meant twice.
 */
export async function noteUse(
  tx: Tx,
  credential: KnownCredential,
  used: { newCounter: number; backedUp: boolean },
  at: Date,
): Promise<boolean> {
  const noted = await tx
    .update(passkeys)
    .set({ counter: used.newCounter, backedUp: used.backedUp, lastUsedAt: at })
    .where(
      and(
        eq(passkeys.credentialId, credential.credentialId),
        eq(passkeys.counter, credential.counter),
        isNull(passkeys.removedAt),
        sql`exists (select 1 from ${people} where ${people.id} = ${credential.personId} and ${people.deactivatedAt} is null)`,
      ),
    )
    .returning({ id: passkeys.credentialId })
  return noted.length === 1
}
