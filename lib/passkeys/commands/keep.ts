/** Naming and removing one's own passkeys. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { passkeys } from '@/db/schema/access'
import { command } from '@/lib/access/door'
import { NotThere, problemAt, Stale } from '@/lib/access/outcome'
import { passkeyTrail } from '@/lib/passkeys/store'
import { lockPerson } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import { endSessionsOf } from '@/lib/sessions/store'
import { checkedText } from '@/lib/text/checked'
import { passkeyWords } from '@/lib/words/passkeys'

const credentialId = z.string().min(16).max(1400)

/** Gives one of one's own passkeys a name. Throws NotThere; answers a conflict on a stale version. */
export const renamePasskey = command({
  permission: 'passkeys:revise:own',
  action: 'passkey.renamed',
  input: z.strictObject({ id: credentialId, version: z.coerce.number().int(), name: checkedText('label') }),
  run: async ({ actor, tx }, { id, version, name }) => {
    const { key } = await lockPerson(tx, actor.personId)
    const sealed = fieldsOf('passkeys', key)
    const mine = and(
      eq(passkeys.credentialId, id),
      eq(passkeys.personId, actor.personId),
      isNull(passkeys.removedAt),
    )
    const [row] = await tx.select().from(passkeys).where(mine)
    if (!row) throw new NotThere('passkey')
    if (row.version !== version)
      throw new Stale({ name: sealed.open(id, 'name', row.nameSealed), version: row.version })
    await tx
      .update(passkeys)
      .set({ nameSealed: sealed.seal(id, 'name', name), version: sql`${passkeys.version} + 1` })
      .where(mine)
    return { result: null, trail: passkeyTrail(actor.personId, id) }
  },
})

/**
 * Removes one of one's own passkeys and ends every session it opened. Needs a fresh confirmation for
 * `passkey.remove:ID`; the last one stays (V6.5.6, K15).
 */
export const removePasskey = command({
  permission: 'passkeys:revise:own',
  action: 'passkey.removed',
  input: z.strictObject({ id: credentialId }),
  confirmed: ({ id }) => `passkey.remove:${id}`,
  run: async ({ actor, tx, now }, { id }) => {
    await lockPerson(tx, actor.personId)
    const mine = await tx
      .select({ id: passkeys.credentialId })
      .from(passkeys)
      .where(and(eq(passkeys.personId, actor.personId), isNull(passkeys.removedAt)))
    if (!mine.some((one) => one.id === id)) throw new NotThere('passkey')
    if (mine.length === 1) throw problemAt('', passkeyWords.lastOne)
    await tx
      .update(passkeys)
      .set({ removedAt: now, removedBy: actor.personId })
      .where(eq(passkeys.credentialId, id))
    const ended = await endSessionsOf(tx, {
      personId: actor.personId,
      credentialId: id,
      why: 'passkey_removed',
      by: actor.personId,
      at: now,
    })
    return { result: { ended }, trail: passkeyTrail(actor.personId, id, { sessionsEnded: ended }) }
  },
})
