import { and, asc, eq, isNull } from 'drizzle-orm'
import { passkeys } from '@/db/schema/access'
import { query } from '@/lib/access/door'
import { aaguidName } from '@/lib/passkeys/aaguids'
import { isOnlyAdministrator } from '@/lib/passkeys/sheet'
import { readKey } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'

/** As the authenticator's backup flags say: copied to other devices, able to be, or bound to one (WebAuthn L3, 6.1.3). */
export type PasskeyKind = 'synced' | 'may_sync' | 'one_device'

export type OwnPasskey = {
  id: string
  name: string | null
  /** By AAGUID, as the authenticator says of itself: shown, never judged on (it proves nothing without attestation). */
  maker: string | null
  kind: PasskeyKind
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
    kind: row.backedUp ? 'synced' : row.backupEligible ? 'may_sync' : 'one_device',
    createdAt: row.createdAt,
    lastUsedAt: row.lastUsedAt,
    version: row.version,
  }))
})

/** Whether the actor is the only administrator, for whom there is a recovery sheet. */
export const hasSheet = query('passkeys:read:own', ({ actor, tx }) => isOnlyAdministrator(tx, actor.personId))
