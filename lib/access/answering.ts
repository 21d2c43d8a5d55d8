/** Whether an aide's consent stands: read at every request, and again inside the transaction of each act. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { delegations } from '@/db/schema/aide'
import { organisation } from '@/db/schema/organisation'
import { people } from '@/db/schema/people'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { dayOf } from '@/lib/words/dates'

/**
 * The consent by its id, if it stands: granted, not ended, its last day not over where the organisation is, and the
 * person still here. Null otherwise. `held`: an ending waits until the caller's transaction is over.
 */
export async function standingConsent(
  tx: Tx,
  of: { delegationId: string; aideId: string },
  now: Date,
  { held }: { held: boolean } = { held: false },
): Promise<NonNullable<Actor['onBehalfOf']> | null> {
  const found = tx
    .select({
      personId: delegations.personId,
      scope: delegations.scope,
      endsOn: delegations.endsOn,
      settings: organisation.settings,
    })
    .from(delegations)
    .innerJoin(people, and(eq(people.id, delegations.personId), isNull(people.deactivatedAt)))
    .innerJoin(organisation, eq(organisation.id, 1))
    .where(
      and(
        eq(delegations.id, of.delegationId),
        eq(delegations.aideId, of.aideId),
        isNotNull(delegations.grantedAt),
        isNull(delegations.endedAt),
      ),
    )
  const [row] = await (held ? found.for('share', { of: delegations }) : found)
  if (!row || row.endsOn < dayOf(now, row.settings.timeZone)) return null
  return { personId: row.personId, delegationId: of.delegationId, scope: row.scope }
}

/** Throws NotThere unless the consent that the actor answers under stands as it did when the request came in. */
export async function assertConsent(tx: Tx, actor: Actor, now: Date, held: { held: boolean }): Promise<void> {
  if (!actor.onBehalfOf) return
  const { delegationId, personId } = actor.onBehalfOf
  const consent = await standingConsent(tx, { delegationId, aideId: actor.personId }, now, held)
  if (consent?.personId !== personId) throw new NotThere('delegation')
}
