/**
 * Binding a passkey: by a link (set-up, joining, recovery), by the recovery sheet, or as a spare by somebody signed in.
 * Each ends in the same checks; a link is used up in the transaction that binds the passkey, so of many at once one wins.
 */
import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { passkeys } from '@/db/schema/access'
import { people, personKeys } from '@/db/schema/people'
import type { Actor } from '@/lib/access/actor'
import { command, type Done, openCommand, openQuery, query } from '@/lib/access/door'
import type { AuditAction } from '@/lib/audit/actions'
import type { Doer } from '@/lib/audit/append'
import { findTicket, spendTicket, type Ticket } from '@/lib/links/store'
import { enrolOrganisation, type SetUpAnswers, setUpAnswers } from '@/lib/organisation/set-up'
import {
  challengeIn,
  type NewCredential,
  newChallenge,
  registrationOptions,
  verifyRegistration,
} from '@/lib/passkeys/ceremonies'
import { type Challenge, keepChallenge, takeChallenge } from '@/lib/passkeys/challenges'
import { party } from '@/lib/passkeys/commands/sign-in'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import { findSheet, replaceSheet, spendSheet } from '@/lib/passkeys/sheet'
import { bindPasskey } from '@/lib/passkeys/store'
import { newHandle } from '@/lib/people/store'
import { fieldsOf, openOwn, personKeyOf, sealOwn } from '@/lib/sealing/own'
import { endSessionsOf } from '@/lib/sessions/store'

type Carried = { setUp?: { personId: string; handle: string; answers: SetUpAnswers }; sheet?: string }

/** What a link offers to its visitor before the ceremony; null when it does not (or no longer) work. */
export async function readLink(
  secret: string,
): Promise<{ kind: Ticket['kind']; name: string | null } | null> {
  return openQuery(async ({ tx, now }) => {
    const ticket = await findTicket(tx, secret, now)
    if (!ticket) return null
    return { kind: ticket.kind, name: ticket.personId ? (await holderOf(tx, ticket.personId)).name : null }
  })
}

/** Options for the visitor of a link or the holder of the recovery sheet. Throws CeremonyRefused. */
export async function startRegistrationByLink(secret: string, raw?: unknown) {
  const setUp = raw === undefined ? null : setUpAnswers.parse(raw)
  const challenge = newChallenge()
  const begun = await openQuery(async ({ tx, now }) => {
    const ticket = await findTicket(tx, secret, now)
    if (ticket?.kind === 'set_up') {
      if (!setUp) throw new CeremonyRefused('link')
      const personId = randomUUID()
      const handle = newHandle()
      const carried: Carried = {
        setUp: { personId, handle: Buffer.from(handle).toString('base64url'), answers: setUp },
      }
      return { ticketId: ticket.id, personId, handle, name: setUp.name, carried, exclude: [] }
    }
    const sheet = ticket ? null : await findSheet(tx, secret)
    const personId = ticket?.personId ?? sheet?.personId
    if (!personId) throw new CeremonyRefused('link')
    const { name, handle } = await holderOf(tx, personId)
    const carried: Carried = sheet ? { sheet: sheet.codeHash } : {}
    return {
      ticketId: ticket?.id ?? null,
      personId,
      handle,
      name,
      carried,
      exclude: await boundTo(tx, personId),
    }
  })
  await keepChallenge({
    challenge,
    ceremony: 'registration',
    personId: begun.personId,
    ticketId: begun.ticketId,
    carriedSealed: sealOwn(JSON.stringify(begun.carried), `challenge:${challenge}`),
  })
  const person = { handle: begun.handle, name: begun.name, displayName: begun.name }
  return registrationOptions({ rp: party(), person, exclude: begun.exclude, challenge })
}

const spareQuery = query('passkeys:revise:own', async ({ actor, tx }) => ({
  ...(await holderOf(tx, actor.personId)),
  exclude: await boundTo(tx, actor.personId),
}))

/** Options for a spare, by somebody signed in. */
export async function startSpare(actor: Actor) {
  const { name, handle, exclude } = await spareQuery(actor)
  const challenge = newChallenge()
  await keepChallenge({
    challenge,
    ceremony: 'registration',
    personId: actor.personId,
    sessionId: actor.sessionId,
  })
  return registrationOptions({ rp: party(), person: { handle, name, displayName: name }, exclude, challenge })
}

const addSpare = command({
  permission: 'passkeys:revise:own',
  action: 'passkey.added',
  input: z.custom<{ made: NewCredential }>(),
  confirmed: () => 'passkey.add',
  run: async ({ actor, tx, now }, { made }) => {
    await bindPasskey(tx, actor.personId, made, now)
    return { result: null, trail: passkeyTrail(actor.personId, made) }
  },
})

/** Binds a spare. Needs a fresh confirmation for `passkey.add`. Throws CeremonyRefused, NotConfirmed. */
export async function finishSpare(actor: Actor, response: unknown): Promise<void> {
  const spent = await takeRegistration(response)
  if (spent.personId !== actor.personId || spent.sessionId !== actor.sessionId) {
    throw new CeremonyRefused('challenge')
  }
  const made = await verifyRegistration({ rp: party(), challenge: spent.challenge, response })
  await addSpare(actor, { made })
}

/** What the newly bound person is told once. */
export type Joined = { kind: Ticket['kind']; sheet: string | null }

type Bound = Done<Joined> & { doer: Doer; action: AuditAction }

const bindByLink = openCommand({
  by: 'visitor',
  action: 'person.joined',
  input: z.custom<{ spent: Challenge; made: NewCredential; carried: Carried }>(),
  run: async ({ tx, now }, { spent, made, carried }): Promise<Bound> => {
    const ticket = spent.ticketId ? await spendTicket(tx, spent.ticketId, now) : null
    if (ticket?.kind === 'set_up') return bindAdministrator(tx, now, made, carried)
    const bySheet = !ticket && carried.sheet ? await spendSheet(tx, carried.sheet, now) : null
    const personId = ticket?.personId ?? bySheet?.personId
    if (!personId) throw new CeremonyRefused('link')
    const recovering = ticket?.kind !== 'join'
    const [person] = await tx
      .update(people)
      .set({ joinedAt: now })
      .where(
        and(
          eq(people.id, personId),
          isNull(people.deactivatedAt),
          recovering ? undefined : isNull(people.joinedAt),
        ),
      )
      .returning({ id: people.id, role: people.role })
    if (!person) throw new CeremonyRefused('link')
    if (recovering) await forgetEarlier(tx, personId, now)
    await bindPasskey(tx, personId, made, now)
    const sheet = bySheet ? await replaceSheet(tx, personId, now) : null
    const doer: Doer = { kind: 'person', id: personId, role: person.role }
    const action = bySheet ? 'recovery.sheet_used' : recovering ? 'recovery.used' : 'person.joined'
    const kind: Ticket['kind'] = recovering ? 'recovery' : 'join'
    return { result: { kind, sheet }, doer, action, trail: passkeyTrail(personId, made) }
  },
})

/** Binds the passkey of a link's or sheet's visitor. It opens no session: the new passkey signs in next. Throws CeremonyRefused. */
export async function finishRegistrationByLink(response: unknown): Promise<Joined> {
  const spent = await takeRegistration(response)
  if (!spent.carriedSealed) throw new CeremonyRefused('challenge')
  const carried = JSON.parse(openOwn(spent.carriedSealed, `challenge:${spent.challenge}`)) as Carried
  const made = await verifyRegistration({ rp: party(), challenge: spent.challenge, response })
  const outcome = await bindByLink({ spent, made, carried })
  if (!outcome.ok) throw new CeremonyRefused('link')
  return outcome.result
}

async function bindAdministrator(tx: Tx, now: Date, made: NewCredential, { setUp }: Carried): Promise<Bound> {
  if (!setUp) throw new CeremonyRefused('link')
  const handle = new Uint8Array(Buffer.from(setUp.handle, 'base64url'))
  await enrolOrganisation(tx, { personId: setUp.personId, handle, answers: setUp.answers, at: now })
  await bindPasskey(tx, setUp.personId, made, now)
  const sheet = await replaceSheet(tx, setUp.personId, now)
  const kind: Ticket['kind'] = 'set_up'
  const doer: Doer = { kind: 'person', id: setUp.personId, role: 'administrator' }
  return {
    result: { kind, sheet },
    doer,
    action: 'organisation.set_up',
    trail: passkeyTrail(setUp.personId, made),
  }
}

/** After a recovery nothing that was lost may open anything: earlier passkeys and all sessions end. */
async function forgetEarlier(tx: Tx, personId: string, at: Date) {
  await tx
    .update(passkeys)
    .set({ removedAt: at })
    .where(and(eq(passkeys.personId, personId), isNull(passkeys.removedAt)))
  await endSessionsOf(tx, { personId, why: 'recovered', by: null, at })
}

async function takeRegistration(response: unknown): Promise<Challenge> {
  const challenge = challengeIn(response)
  const spent = challenge === null ? null : await takeChallenge(challenge, 'registration')
  if (!spent) throw new CeremonyRefused('challenge')
  return spent
}

async function holderOf(
  tx: Tx,
  personId: string,
): Promise<{ name: string; handle: Uint8Array<ArrayBuffer> }> {
  const [row] = await tx
    .select({ nameSealed: people.nameSealed, handle: people.handle, wrapped: personKeys.wrapped })
    .from(people)
    .innerJoin(personKeys, eq(personKeys.personId, people.id))
    .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
  if (!row) throw new CeremonyRefused('link')
  const name = fieldsOf('people', personKeyOf(personId, row.wrapped)).open(personId, 'name', row.nameSealed)
  return { name: name ?? '', handle: row.handle }
}

const boundTo = (tx: Tx, personId: string) =>
  tx
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(and(eq(passkeys.personId, personId), isNull(passkeys.removedAt)))

const passkeyTrail = (personId: string, made: NewCredential) => ({
  subject: { kind: 'passkey', id: made.credentialId.slice(0, 16), personId },
  after: { aaguid: made.aaguid, synced: made.backupEligible, algorithm: made.algorithm },
})
