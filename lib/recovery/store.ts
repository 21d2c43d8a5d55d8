/** What binding a passkey by a recovery link has to know of the two people's request. */
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { recoveryRequests } from '@/db/schema/access'
import { type Ticket, withdrawTickets } from '@/lib/links/store'
import type { RecoveryEnd } from '@/lib/vocabulary'

export type RecoveryRequest = typeof recoveryRequests.$inferSelect

/** The open request that a link belongs to. */
export const openOf = (ticket: Ticket) =>
  and(
    eq(recoveryRequests.personId, ticket.personId ?? ''),
    eq(recoveryRequests.ticketId, ticket.id),
    isNull(recoveryRequests.closedAt),
  )

/** Whether a link works only together with a code: one made at the server's own console does without. */
export async function needsCode(tx: Tx, ticket: Ticket): Promise<boolean> {
  if (ticket.kind !== 'recovery') return false
  const [request] = await tx.select({ id: recoveryRequests.id }).from(recoveryRequests).where(openOf(ticket))
  return request !== undefined
}

/** Ends a request for one of the reasons; its link, if there is one, ends with it. */
export async function closeRequest(
  tx: Tx,
  request: Pick<RecoveryRequest, 'personId' | 'id'>,
  of: { why: RecoveryEnd; by: string | null; at: Date },
): Promise<void> {
  await tx
    .update(recoveryRequests)
    .set({ closedAt: of.at, closedBy: of.by, closedWhy: of.why })
    .where(and(eq(recoveryRequests.personId, request.personId), eq(recoveryRequests.id, request.id)))
  await withdrawTickets(tx, { kind: 'recovery', personId: request.personId, at: of.at })
}

/** Notes that the link of a request was used. */
export async function closeUsed(tx: Tx, ticket: Ticket, at: Date): Promise<void> {
  await tx
    .update(recoveryRequests)
    .set({ closedAt: at, closedBy: ticket.personId, closedWhy: 'used' })
    .where(openOf(ticket))
}
