import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { sessions } from '@/db/schema/access'
import { command } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'

/** Ends one of one's own sessions, the present one included (sign-out). */
export const endSession = command({
  permission: 'sessions:end:own',
  action: 'session.ended',
  input: z.strictObject({ sessionId: z.string().max(64) }),
  run: async ({ actor, tx, now }, { sessionId }) => {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: now, endedBy: actor.personId, endedWhy: 'signed_out' })
      .where(and(eq(sessions.personId, actor.personId), eq(sessions.id, sessionId), isNull(sessions.endedAt)))
      .returning({ id: sessions.id })
    if (ended.length === 0) throw new NotThere('session')
    const trail = { subject: { kind: 'session', id: sessionId.slice(0, 12), personId: actor.personId } }
    return { result: { current: sessionId === actor.sessionId }, trail }
  },
})

/** Ends every other session of one's own. */
export const endOtherSessions = command({
  permission: 'sessions:end:own',
  action: 'sessions.ended',
  input: z.strictObject({}),
  run: async ({ actor, tx, now }) => {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: now, endedBy: actor.personId, endedWhy: 'ended_by_holder' })
      .where(
        and(
          eq(sessions.personId, actor.personId),
          ne(sessions.id, actor.sessionId),
          isNull(sessions.endedAt),
        ),
      )
      .returning({ id: sessions.id })
    return {
      result: { ended: ended.length },
      trail: {
        subject: { kind: 'person', id: actor.personId, personId: actor.personId },
        after: { ended: ended.length },
      },
    }
  },
})
