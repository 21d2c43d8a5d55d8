import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { sessions } from '@/db/schema/access'
import { command } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { lockPerson } from '@/lib/people/store'
import { endSession, endSessionsOf } from '@/lib/sessions/store'

/** Ends one of one's own sessions, the present one included (sign-out). */
export const endOwnSession = command({
  permission: 'sessions:end:own',
  action: 'session.ended',
  input: z.strictObject({ sessionId: z.string().max(64) }),
  run: async ({ actor, tx, now }, { sessionId }) => {
    const { personId } = actor
    const current = sessionId === actor.sessionId
    const why = current ? 'signed_out' : 'ended_by_holder'
    if (!(await endSession(tx, { personId, sessionId, why, by: personId, at: now })))
      throw new NotThere('session')
    const trail = { subject: { kind: 'session', id: sessionId.slice(0, 12), personId } }
    return { result: { current }, trail }
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

/** Ends every session of somebody else, when a device was lost or something looks wrong (ASVS V7.4.5). Throws NotThere. */
export const endSessionsOfPerson = command({
  permission: 'sessions:end:any',
  action: 'sessions.ended',
  input: z.strictObject({ personId: z.uuid() }),
  run: async ({ actor, tx, now }, { personId }) => {
    await lockPerson(tx, personId)
    const ended = await endSessionsOf(tx, { personId, why: 'ended_by_security', by: actor.personId, at: now })
    return {
      result: { ended },
      trail: { subject: { kind: 'person', id: personId, personId }, after: { ended } },
    }
  },
})
