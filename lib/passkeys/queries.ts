import { and, asc, eq, isNull } from 'drizzle-orm'
import { passkeys } from '@/db/schema/access'
import { query } from '@/lib/access/door'
import { aaguidName } from '@/lib/passkeys/aaguids'
import { readKey } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'

export type OwnPasskey = {
  id: string
  name: string | null
  /** By AAGUID, as the authenticator says of itself: shown, never judged on (it proves nothing without attestation). */
  maker: string | null
  synced: boolean
  createdAt: Date
  lastUsedAt: Date | null
  version: number
}

/** The actor's own passkeys that still open, the oldest first. */
export const ownPasskeys = query('passkeys:read:own', async ({ actor, tx }): Promise<OwnPasskey[]> => {
  const rows = await tx
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.personId, actor.personId), isNull(passkeys.removedAt)))
    .orderBy(asc(passkeys.createdAt))
  const sealed = fieldsOf('passkeys', await readKey(tx, actor.personId))
  return rows.map((row) => ({
    id: row.credentialId,
    name: sealed.open(row.credentialId, 'name', row.nameSealed),
    maker: aaguidName(row.aaguid),
    synced: row.backupEligible,
    createdAt: row.createdAt,
    lastUsedAt: row.lastUsedAt,
    version: row.version,
  }))
})
