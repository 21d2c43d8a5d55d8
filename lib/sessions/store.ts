/** What other subjects' commands do to sessions, inside their own transaction. */
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { sessions } from '@/db/schema/access'
import type { Actor } from '@/lib/access/actor'
import type { EndedWhy } from '@/lib/vocabulary'

/**
 * Ends all sessions of a person, or those opened with one passkey, inside the caller's transaction: removal of a passkey,
 * deactivation, change of role, recovery.
 */
export async function endSessionsOf(
  tx: Tx,
  of: { personId: string; credentialId?: string; why: EndedWhy; by: string | null; at: Date },
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

/** Ends one session of a person, if it has not ended. False when there was nothing to end. */
export async function endSession(
  tx: Tx,
  of: { personId: string; sessionId: string; why: EndedWhy; by: string | null; at: Date },
): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: of.at, endedBy: of.by, endedWhy: of.why })
    .where(and(eq(sessions.personId, of.personId), eq(sessions.id, of.sessionId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id })
  return ended.length > 0
}

/**
 * Whether the actor's session has not been ended meanwhile: for acts that outlive the session, such as adding a passkey,
 * asked again inside their transaction, once the person's row is locked.
 */
export async function sessionStands(tx: Tx, actor: Actor): Promise<boolean> {
  const [found] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(eq(sessions.personId, actor.personId), eq(sessions.id, actor.sessionId), isNull(sessions.endedAt)),
    )
  return found !== undefined
}
