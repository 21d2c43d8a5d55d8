/**
 * Recovery of somebody's sign-in by two people (decision 8): one asks and is shown a code, another approves and is shown a
 * one-use link. Using both replaces every passkey of the person and ends every session.
 */
import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNotNull, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { recoveryRequests } from '@/db/schema/access'
import { people } from '@/db/schema/people'
import { command } from '@/lib/access/door'
import { NotThere, problemAt } from '@/lib/access/outcome'
import { may } from '@/lib/access/permissions'
import { issueTicket } from '@/lib/links/store'
import { emailIndexOf, lockPerson } from '@/lib/people/store'
import { newRecoveryCode, recoveryCodeHash } from '@/lib/recovery/code'
import { closeRequest, type RecoveryRequest } from '@/lib/recovery/store'
import { verifiedHows } from '@/lib/vocabulary'
import { recoveryWords } from '@/lib/words/recovery'

const words = recoveryWords.problems
/** Hours until a request that nobody approved ends, and then again until its link does. */
const lifeHours = 24

const stillOpen = (now: Date) => and(isNull(recoveryRequests.closedAt), gt(recoveryRequests.endsAt, now))
const trailOf = (request: { id: string; personId: string }, after?: unknown) => ({
  subject: { kind: 'recovery', id: request.id, personId: request.personId },
  after,
})

/**
 * Asks for the recovery of somebody who stood before the actor. `who`: an e-mail address or reference.
 * @returns the code, to be told to the person and to nobody else; it is not shown again
 */
export const requestRecovery = command({
  permission: 'recovery:request',
  action: 'recovery.requested',
  input: z.strictObject({ who: z.string().trim().min(1).max(254), verifiedHow: z.enum(verifiedHows) }),
  run: async ({ actor, tx, now }, { who, verifiedHow }) => {
    const personId = await findJoined(tx, who)
    if (!personId) throw problemAt('who', words.nobody)
    if (personId === actor.personId) throw problemAt('who', words.self)
    await lockPerson(tx, personId)
    const mine = and(eq(recoveryRequests.personId, personId), stillOpen(now))
    const [open] = await tx.select({ id: recoveryRequests.id }).from(recoveryRequests).where(mine)
    if (open) throw problemAt('who', words.openAlready)
    const id = randomUUID()
    const code = newRecoveryCode()
    await tx.insert(recoveryRequests).values({
      id,
      personId,
      requestedBy: actor.personId,
      requestedAt: now,
      verifiedHow,
      codeHash: recoveryCodeHash(id, code),
      endsAt: inHours(now, lifeHours),
    })
    return { result: { id, code }, trail: trailOf({ id, personId }, { verifiedHow }) }
  },
})

/**
 * Approves what somebody else asked for. Needs a fresh confirmation for `recovery.approve:ID`.
 * @returns the path of the one-use link and when it ends; it is not shown again
 */
export const approveRecovery = command({
  permission: 'recovery:approve',
  action: 'recovery.approved',
  input: z.strictObject({ id: z.uuid() }),
  confirmed: ({ id }) => `recovery.approve:${id}`,
  run: async ({ actor, tx, now }, { id }) => {
    const request = await openRequest(tx, id, now)
    if (request.approvedAt) throw problemAt('', words.gone)
    if (request.requestedBy === actor.personId) throw problemAt('', words.samePerson)
    if (request.personId === actor.personId) throw new NotThere('recovery')
    if (!(await mayStillAsk(tx, request.requestedBy))) throw problemAt('', words.gone)
    const { personId } = request
    const link = { kind: 'recovery' as const, personId, issuedBy: actor.personId, hours: lifeHours, at: now }
    const ticket = await issueTicket(tx, link)
    await tx
      .update(recoveryRequests)
      .set({ approvedBy: actor.personId, approvedAt: now, ticketId: ticket.id, endsAt: ticket.endsAt })
      .where(byId(request))
    return { result: { path: ticket.path, endsAt: ticket.endsAt.toISOString() }, trail: trailOf(request) }
  },
})

/** Ends a request and its link. */
export const withdrawRecovery = command({
  permission: 'recovery:request',
  action: 'recovery.withdrawn',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ actor, tx, now }, { id }) => {
    const request = await openRequest(tx, id, now)
    if (request.personId === actor.personId) throw new NotThere('recovery')
    await closeRequest(tx, request, { why: 'withdrawn', by: actor.personId, at: now })
    return { result: null, trail: trailOf(request) }
  },
})

/** Ends what others asked for in one's own name: whoever is signed in has not lost their passkeys. */
export const stopOwnRecovery = command({
  permission: 'passkeys:revise:own',
  action: 'recovery.withdrawn',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ actor, tx, now }, { id }) => {
    const request = await openRequest(tx, id, now)
    if (request.personId !== actor.personId) throw new NotThere('recovery')
    await closeRequest(tx, request, { why: 'stopped_by_holder', by: actor.personId, at: now })
    return { result: null, trail: trailOf(request, { by: 'holder' }) }
  },
})

const byId = (request: Pick<RecoveryRequest, 'id' | 'personId'>) =>
  and(eq(recoveryRequests.personId, request.personId), eq(recoveryRequests.id, request.id))

/**
 * The request, held until the transaction ends; its person first, in the order that everything else keeps.
 * Throws NotThere, and Problems when it has ended.
 */
async function openRequest(tx: Tx, id: string, now: Date): Promise<RecoveryRequest> {
  const [named] = await tx.select().from(recoveryRequests).where(eq(recoveryRequests.id, id))
  if (!named) throw new NotThere('recovery')
  await lockPerson(tx, named.personId)
  const [found] = await tx.select().from(recoveryRequests).where(byId(named)).for('update')
  if (!found || found.closedAt || found.endsAt <= now) throw problemAt('', words.gone)
  return found
}

async function findJoined(tx: Tx, who: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        or(eq(people.emailIndex, emailIndexOf(who)), eq(people.ref, who.toUpperCase())),
        isNotNull(people.joinedAt),
        isNull(people.deactivatedAt),
      ),
    )
  return found?.id ?? null
}

/** Whoever asked must still be one who may: a request does not outlive the role it was made in. */
async function mayStillAsk(tx: Tx, personId: string): Promise<boolean> {
  const [asker] = await tx
    .select({ role: people.role })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
  return asker !== undefined && may(asker.role, 'recovery:request')
}

const inHours = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000)
