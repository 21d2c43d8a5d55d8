/** Passkeys as rows, inside the transaction of the command that binds or uses one. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { passkeys } from '@/db/schema/access'
import { people, personKeys } from '@/db/schema/people'
import type { NewCredential } from '@/lib/passkeys/ceremonies'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import { fieldsOf, personKeyOf } from '@/lib/sealing/own'

/** Whose passkey is to be made: name and WebAuthn handle. Throws CeremonyRefused for who is not there or has left. */
export async function holderOf(
  tx: Tx,
  personId: string,
): Promise<{ name: string; handle: Uint8Array<ArrayBuffer> }> {
  const [row] = await tx
    .select({ nameSealed: people.nameSealed, handle: people.handle, wrapped: personKeys.wrapped })
    .from(people)
    .innerJoin(personKeys, eq(personKeys.personId, people.id))
    .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
  if (!row) throw new CeremonyRefused('link')
  const name = fieldsOf('people', personKeyOf(personId, row.wrapped)).open(personId, 'name', row.nameSealed)
  return { name: name ?? '', handle: row.handle }
}

/** The passkeys of a person that still open, as browsers are told of them. */
export const boundTo = (tx: Tx, personId: string) =>
  tx
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(and(eq(passkeys.personId, personId), isNull(passkeys.removedAt)))

/** What the audit log keeps of a passkey: enough of its id to tell it from another, nothing that could be used. */
export const passkeyTrail = (personId: string, credentialId: string, after?: unknown) => ({
  subject: { kind: 'passkey', id: credentialId.slice(0, 16), personId },
  after,
})
/** The same for a new one. */
export const newPasskeyTrail = (personId: string, made: NewCredential) =>
  passkeyTrail(personId, made.credentialId, {
    aaguid: made.aaguid,
    synced: made.backupEligible,
    algorithm: made.algorithm,
  })

/** Binds a new credential. A credential id that anybody ever bound is refused (WebAuthn L3, 7.1 step 26). Throws CeremonyRefused. */
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
export async function findCredential(tx: Pick<Tx, 'select'>, of: { id: string; handle: Uint8Array | null }) {
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
