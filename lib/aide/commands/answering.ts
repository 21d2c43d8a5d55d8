/** What an aide does: accepts, answers for somebody and stops doing so, gives the consent back. */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { sessions } from '@/db/schema/access'
import { delegations } from '@/db/schema/aide'
import { standingConsent } from '@/lib/access/answering'
import { command } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { endConsent, heldConsent } from '@/lib/aide/store'

const id = z.strictObject({ id: z.uuid() })

/** Accepts to answer for somebody who asked. They see the name then, and grant it or not. Throws NotThere. */
export const acceptToAnswer = command({
  permission: 'aides:revise:own',
  action: 'aide.accepted',
  input: id,
  run: async ({ actor, tx, now }, { id: delegationId }) => {
    const { consent, state } = await heldConsent(tx, { aideId: actor.personId }, delegationId, now)
    if (state !== 'asked') throw new NotThere('delegation')
    const { personId } = consent
    await tx
      .update(delegations)
      .set({ acceptedAt: now })
      .where(and(eq(delegations.personId, personId), eq(delegations.id, delegationId)))
    return { result: null, trail: { subject: { kind: 'delegation', id: delegationId, personId } } }
  },
})

/** Declines, or stops being somebody's aide: at once. Throws NotThere where it is not open. */
export const stopBeingAide = command({
  permission: 'aides:revise:own',
  action: 'aide.ended',
  input: id,
  run: async ({ actor, tx, now }, { id: delegationId }) => {
    const { consent, state } = await heldConsent(tx, { aideId: actor.personId }, delegationId, now)
    if (!['asked', 'accepted', 'granted'].includes(state)) throw new NotThere('delegation')
    const why = state === 'asked' ? 'declined' : 'stopped_by_aide'
    await endConsent(tx, consent, { why, by: actor.personId, at: now })
    const { personId } = consent
    return { result: null, trail: { subject: { kind: 'delegation', id: delegationId, personId } } }
  },
})

/**
 * From now on this session answers for somebody, in what they consented to and nothing else; null: for oneself again.
 * Returns the scope. Throws NotThere where no consent stands.
 */
export const answerFor = command({
  permission: 'aides:revise:own',
  action: 'aide.answering',
  input: z.strictObject({ id: z.uuid().nullable() }),
  run: async ({ actor, tx, now }, { id: delegationId }) => {
    const { personId: aideId, sessionId } = actor
    const consent = delegationId && (await standingConsent(tx, { delegationId, aideId }, now, { held: true }))
    if (delegationId && !consent) throw new NotThere('delegation')
    await tx
      .update(sessions)
      .set({ delegationId })
      .where(and(eq(sessions.personId, aideId), eq(sessions.id, sessionId)))
    const personId = consent ? consent.personId : aideId
    return {
      result: { scope: consent ? consent.scope : [] },
      trail: {
        subject: { kind: 'delegation', id: delegationId, personId },
        after: { answering: consent !== null },
      },
    }
  },
})
