import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { standings } from '@/db/schema/posture'
import { putOffs } from '@/db/schema/today'
import { command } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { actionCodes } from '@/lib/guidance/codes'
import { pieceIds } from '@/lib/guidance/pieces'
import { lockPerson } from '@/lib/people/store'
import { inventoryOf, piecesIn } from '@/lib/pieces/reading'
import type { PersonStanding } from '@/lib/posture/shapes'
import { notPutOff, offersInOrder } from '@/lib/today/pieces'
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
    /** The piece it belongs to; '' for what belongs to none. */
    piece: z.enum(['', ...pieceIds]).default(''),
    reason: z.enum(putOffReasons).nullable(),
  }),
  run: async (scene, { action, scopeId, piece, reason }) => {
    const { actor, tx, now } = scene
    const { id: personId, tier } = await lockPerson(tx, actor.personId)
    const [row] = await tx
      .select({ standing: standings.standing })
      .from(standings)
      .where(
        and(eq(standings.personId, personId), eq(standings.scopeKind, 'person'), isNull(standings.validTo)),
      )
    const { changes = [] } = (row?.standing as PersonStanding | undefined) ?? {}
    const inventory = await inventoryOf(scene)
    const offers = offersInOrder({
      ...{ tier, personId, changes, pieces: piecesIn(inventory) },
      missing: { phone: inventory.phones.length === 0, app: inventory.apps.length === 0 },
    })
    if (notPutOff(offers, [{ action, scopeId, piece }]).length === offers.length)
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
            eq(putOffs.piece, piece),
            isNull(putOffs.endedAt),
          ),
        ),
      tx
        .insert(putOffs)
        .values({ personId, id: randomUUID(), action, scopeId, piece, reason, putOffAt: now, until }),
    ])
    return {
      result: { until: until.toISOString() },
      trail: {
        subject: { kind: 'next_action', id: scopeId, personId },
        after: { action, ...(piece && { piece }), reason, until: until.toISOString() },
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
