/** What other subjects' commands do to sessions, inside their own transaction. */
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { sessions } from '@/db/schema/access'

/**
 * Ends all sessions of a person, or those opened with one passkey, inside the caller's transaction: removal of a passkey,
 * deactivation, change of role, recovery.
 */
export async function endSessionsOf(
  tx: Tx,
  of: { personId: string; credentialId?: string; why: string; by: string | null; at: Date },
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: of.at, endedBy: of.by, endedWhy: of.why })
    .where(
      and(
        eq(sessions.personId, of.personId),
        of.credentialId ? eq(sessions.credentialId, of.credentialId) : undefined,
        isNull(sessions.endedAt),
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}
