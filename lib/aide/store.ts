/** Consents as the commands of this and other subjects reach them, inside their own transaction. */
import { and, eq, isNull, or } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { delegations } from '@/db/schema/aide'
import { NotThere } from '@/lib/access/outcome'
import { stateOf } from '@/lib/aide/rules'
import { settingsOf } from '@/lib/organisation/queries'
import type { DelegationEnd } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

export type Delegation = typeof delegations.$inferSelect

/** A consent that the person gives or the aide has, held until the transaction ends, with its state. Throws NotThere. */
export async function heldConsent(
  tx: Tx,
  whose: { personId: string } | { aideId: string },
  id: string,
  now: Date,
) {
  const mine =
    'personId' in whose ? eq(delegations.personId, whose.personId) : eq(delegations.aideId, whose.aideId)
  const [[row], { timeZone }] = await Promise.all([
    tx
      .select()
      .from(delegations)
      .where(and(eq(delegations.id, id), mine))
      .for('update'),
    settingsOf(tx),
  ])
  if (!row) throw new NotThere('delegation')
  const today = dayOf(now, timeZone)
  return { consent: row, today, state: stateOf(asRule(row, timeZone), today) }
}

/** The row in the shape of the rule. */
export const asRule = (row: Delegation, timeZone: string) => ({
  ...row,
  offeredOn: dayOf(row.offeredAt, timeZone),
})

/** Ends one consent at once. */
export const endConsent = (
  tx: Tx,
  { personId, id }: Pick<Delegation, 'personId' | 'id'>,
  end: { why: DelegationEnd; by: string; at: Date },
) =>
  tx
    .update(delegations)
    .set({ endedAt: end.at, endedBy: end.by, endedWhy: end.why })
    .where(and(eq(delegations.personId, personId), eq(delegations.id, id)))

/**
 * Ends every consent that somebody gave or has: they left. Call it before the person's row is locked, for an aide's act
 * holds the consent first and then the person.
 */
export const endConsentsOf = (tx: Tx, personId: string, end: { by: string; at: Date }) =>
  tx
    .update(delegations)
    .set({ endedAt: end.at, endedBy: end.by, endedWhy: 'deactivated' })
    .where(
      and(
        or(eq(delegations.personId, personId), eq(delegations.aideId, personId)),
        isNull(delegations.endedAt),
      ),
    )
