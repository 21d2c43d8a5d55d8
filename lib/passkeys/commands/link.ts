/**
 * Binding a passkey by a link (set-up, joining, recovery) or by the recovery sheet. A link is used up in the transaction
 * that binds the passkey, so of many at once one wins. It opens no session: the new passkey signs in next.
 */
import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { passkeys } from '@/db/schema/access'
import { type Done, openCommand, openQuery, problemsOf } from '@/lib/access/door'
import { Problems } from '@/lib/access/outcome'
import type { AuditAction } from '@/lib/audit/actions'
import type { Doer } from '@/lib/audit/append'
import { findTicket, spendTicket, type Ticket } from '@/lib/links/store'
import { enrolOrganisation, type SetUpAnswers, setUpAnswers } from '@/lib/organisation/set-up'
import {
  type NewCredential,
  newChallenge,
  registrationOptions,
  verifyRegistration,
} from '@/lib/passkeys/ceremonies'
import { type Challenge, keepChallenge, takeChallenge } from '@/lib/passkeys/challenges'
import { party } from '@/lib/passkeys/commands/sign-in'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import { findSheet, replaceSheet, spendSheet } from '@/lib/passkeys/sheet'
import { bindPasskey, boundTo, holderOf, newPasskeyTrail } from '@/lib/passkeys/store'
import { type LockedPerson, lockPerson, newHandle, noteJoined } from '@/lib/people/store'
import { refreshPosture } from '@/lib/posture/store'
import { refreshPieces } from '@/lib/posture/store-pieces'
import { closeUsed, needsCode } from '@/lib/recovery/store'
import { insistOnCode } from '@/lib/recovery/tries'
import { openOwn, sealOwn } from '@/lib/sealing/own'
import { endSessionsOf } from '@/lib/sessions/store'

/** What is known before the ceremony and needed after it: sealed with the challenge, never sent to the browser. */
type Carried = { setUp?: { personId: string; handle: string; answers: SetUpAnswers }; sheet?: string }

/** What a link offers to its visitor before the ceremony; null when it does not work. Throws CeremonyRefused for who has left. */
export async function readLink(
  secret: string,
): Promise<{ kind: Ticket['kind']; name: string | null; needsCode: boolean } | null> {
  return openQuery(async ({ tx, now }) => {
    const ticket = await findTicket(tx, secret, now)
    if (!ticket) return null
    const name = ticket.personId ? (await holderOf(tx, ticket.personId)).name : null
    return { kind: ticket.kind, name, needsCode: await needsCode(tx, ticket) }
  })
}

/**
 * Options for the visitor of a link or the holder of the recovery sheet. `raw`: what set-up asks, or the code of a
 * recovery. Throws CeremonyRefused, and Problems for what the visitor can mend.
 */
export async function startRegistrationByLink(secret: string, raw?: unknown) {
  const [ticket, coded] = await openQuery(async ({ tx, now }) => {
    const found = await findTicket(tx, secret, now)
    return [found, found ? await needsCode(tx, found) : false]
  })
  if (ticket?.kind === 'set_up') return optionsFor(setUpOf(raw), ticket.id)
  if (ticket && coded) await insistOnCode(ticket, raw)
  const begun = await openQuery(async ({ tx }) => {
    const sheet = ticket ? null : await findSheet(tx, secret)
    const personId = ticket?.personId ?? sheet?.personId
    if (!personId) throw new CeremonyRefused('link')
    const carried: Carried = sheet ? { sheet: sheet.codeHash } : {}
    return { personId, ...(await holderOf(tx, personId)), carried, exclude: await boundTo(tx, personId) }
  })
  return optionsFor(begun, ticket?.id ?? null)
}

function setUpOf(raw: unknown) {
  const read = setUpAnswers.safeParse(raw ?? {}, { reportInput: true })
  if (!read.success) throw new Problems(problemsOf(read.error))
  const personId = randomUUID()
  const handle = newHandle()
  const kept = { personId, handle: Buffer.from(handle).toString('base64url'), answers: read.data }
  return { personId, handle, name: read.data.name, carried: { setUp: kept }, exclude: [] }
}

async function optionsFor(
  begun: Awaited<ReturnType<typeof holderOf>> & {
    personId: string
    carried: Carried
    exclude: Awaited<ReturnType<typeof boundTo>>
  },
  ticketId: string | null,
) {
  const { personId, handle, name, carried, exclude } = begun
  const challenge = newChallenge()
  const carriedSealed = sealOwn(JSON.stringify(carried), `challenge:${challenge}`)
  await keepChallenge({ challenge, ceremony: 'registration', personId, ticketId, carriedSealed })
  return registrationOptions({ rp: party(), person: { handle, name, displayName: name }, exclude, challenge })
}

/** What the newly bound person is told once. */
export type Joined = { kind: Ticket['kind']; sheet: string | null }
type Bound = Done<Joined> & { doer: Doer; action: AuditAction }

const bindByLink = openCommand({
  by: 'visitor',
  action: 'person.joined',
  input: z.custom<{ spent: Challenge; made: NewCredential; carried: Carried }>(),
  run: async ({ tx, now }, { spent, made, carried }): Promise<Bound> => {
    // The person first, then links and requests: in this order everywhere, so that no two wait for each other.
    const joining = !carried.setUp && spent.personId ? await lockPerson(tx, spent.personId) : null
    const ticket = spent.ticketId ? await spendTicket(tx, spent.ticketId, now) : null
    if (ticket?.kind === 'set_up') return bindAdministrator(tx, now, made, carried)
    const bySheet = !ticket && carried.sheet ? await spendSheet(tx, carried.sheet, now) : null
    const personId = ticket?.personId ?? bySheet?.personId
    const again = ticket?.kind !== 'join'
    const person = personId ? await noteJoined(tx, personId, now, { again }) : null
    if (!person) throw new CeremonyRefused('link')
    if (again) await forgetEarlier(tx, person.id, now)
    else if (joining) await firstJudged(tx, joining, now)
    if (ticket) await closeUsed(tx, ticket, now)
    await bindPasskey(tx, person.id, made, now)
    const sheet = bySheet ? await replaceSheet(tx, person.id, now) : null
    return {
      result: { kind: again ? 'recovery' : 'join', sheet },
      doer: { kind: 'person', id: person.id, role: person.role },
      action: bySheet ? 'recovery.sheet_used' : again ? 'recovery.used' : 'person.joined',
      trail: newPasskeyTrail(person.id, made),
    }
  },
})

/** Binds the passkey of a link's or sheet's visitor. Throws CeremonyRefused. */
export async function finishRegistrationByLink(response: unknown): Promise<Joined> {
  const spent = await takeChallenge(response, 'registration')
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
  return {
    result: { kind: 'set_up', sheet: await replaceSheet(tx, setUp.personId, now) },
    doer: { kind: 'person', id: setUp.personId, role: 'administrator' },
    action: 'organisation.set_up',
    trail: newPasskeyTrail(setUp.personId, made),
  }
}

/** From the first day on there is a verdict on each item, if only "never asked", and a day on which that is overdue. */
async function firstJudged(tx: Tx, person: LockedPerson, at: Date) {
  await refreshPosture(tx, person, at)
  await refreshPieces(tx, person, at)
}

/** After a recovery nothing that was lost may open anything: earlier passkeys and all sessions end. */
async function forgetEarlier(tx: Tx, personId: string, at: Date) {
  await tx
    .update(passkeys)
    .set({ removedAt: at })
    .where(and(eq(passkeys.personId, personId), isNull(passkeys.removedAt)))
  await endSessionsOf(tx, { personId, why: 'recovered', by: null, at })
}
