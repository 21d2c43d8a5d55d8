import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { standings } from '@/db/schema/posture'
import { putOffs } from '@/db/schema/today'
import { command } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { actionCodes } from '@/lib/guidance/codes'
import { lockPerson } from '@/lib/people/store'
import type { PersonStanding } from '@/lib/posture/shapes'
import { endOfPutOff } from '@/lib/today/rules'
import { putOffReasons } from '@/lib/vocabulary'

/**
 * Puts one of one's own next actions off: for a week without a reason ("not now"), longer with one ("I can't"). The next
 * best is offered instead. Returns the day it ends. Throws NotThere for what is not among one's own next actions.
 */
export const putOff = command({
  permission: 'today:revise:own',
  action: 'next_action.put_off',
  input: z.strictObject({
    action: z.enum(actionCodes),
    scopeId: z.uuid(),
    reason: z.enum(putOffReasons).nullable(),
  }),
  run: async ({ actor, tx, now }, { action, scopeId, reason }) => {
    const { id: personId } = await lockPerson(tx, actor.personId)
    const [row] = await tx
      .select({ standing: standings.standing })
      .from(standings)
      .where(
        and(eq(standings.personId, personId), eq(standings.scopeKind, 'person'), isNull(standings.validTo)),
      )
    const { changes = [] } = (row?.standing as PersonStanding | undefined) ?? {}
    if (!changes.some((change) => change.action === action && change.scopeId === scopeId))
      throw new NotThere('next_action')
    const until = endOfPutOff(reason, now)
    await Promise.all([
      tx
        .update(putOffs)
        .set({ endedAt: now })
        .where(
          and(
            eq(putOffs.personId, personId),
            eq(putOffs.action, action),
            eq(putOffs.scopeId, scopeId),
            isNull(putOffs.endedAt),
          ),
        ),
      tx
        .insert(putOffs)
        .values({ personId, id: randomUUID(), action, scopeId, reason, putOffAt: now, until }),
    ])
    return {
      result: { until: until.toISOString() },
      trail: {
        subject: { kind: 'next_action', id: scopeId, personId },
        after: { action, reason, until: until.toISOString() },
      },
    }
  },
})

/** Takes up again what was put off. Throws NotThere when nothing of one's own is put off under that id. */
export const takeUp = command({
  permission: 'today:revise:own',
  action: 'next_action.taken_up',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ actor, tx, now }, { id }) => {
    const { personId } = actor
    const [ended] = await tx
      .update(putOffs)
      .set({ endedAt: now })
      .where(
        and(
          eq(putOffs.personId, personId),
          eq(putOffs.id, id),
          isNull(putOffs.endedAt),
          gt(putOffs.until, now),
        ),
      )
      .returning({ action: putOffs.action, scopeId: putOffs.scopeId })
    if (!ended) throw new NotThere('put_off')
    return {
      result: null,
      trail: {
        subject: { kind: 'next_action', id: ended.scopeId, personId },
        before: { action: ended.action },
      },
    }
  },
})
