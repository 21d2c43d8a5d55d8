/** A browser with an authenticator in software that goes through the ceremonies as a person would: for tests. */
import { randomUUID } from 'node:crypto'
import { database } from '@/db/client'
import type { Actor } from '@/lib/access/actor'
import { environment } from '@/lib/env'
import { hashOf, issueTicket } from '@/lib/links/store'
import { ensureSetUpLink } from '@/lib/organisation/set-up'
import { type Spoil, softAuthenticator } from '@/lib/passkeys/authenticator.fixture'
import { finishConfirmation, startConfirmation } from '@/lib/passkeys/commands/confirm'
import { finishRegistrationByLink, startRegistrationByLink } from '@/lib/passkeys/commands/link'
import { signIn, startSignIn } from '@/lib/passkeys/commands/sign-in'
import { finishSpare, startSpare } from '@/lib/passkeys/commands/spare'
import { addPerson } from '@/lib/people/store'
import { readSession, type SignedIn } from '@/lib/sessions/queries'
import type { Role, TicketKind } from '@/lib/vocabulary'

/** What comes after # in a link. */
export const secretOf = (path: string) => path.slice(path.indexOf('#') + 1)

/** A device of its own: what it registers, only it can use. */
export function browser(settings: { counts?: boolean; synced?: boolean } = {}) {
  const { origin, relyingParty } = environment()
  const authenticator = softAuthenticator({ origin, rpId: relyingParty, ...settings })
  return {
    authenticator,
    register: async (secret: string, answers?: unknown, spoil: Spoil = {}) =>
      finishRegistrationByLink(authenticator.register(await startRegistrationByLink(secret, answers), spoil)),
    signIn: async (spoil: Spoil = {}, earlier: { personId: string; sessionId: string } | null = null) => {
      const { personId, secret } = await signIn(
        authenticator.assert(await startSignIn(), spoil),
        'Firefox on Linux',
        earlier,
      )
      const signed = await readSession(personId, hashOf(secret))
      if (!signed) throw new Error('signed in, and yet there is no session')
      return { ...signed, secret }
    },
    confirm: async (actor: Actor, purpose: string, spoil: Spoil = {}) =>
      finishConfirmation(
        actor,
        purpose,
        authenticator.assert(await startConfirmation(actor, purpose), spoil),
      ),
    addSpare: async (actor: Actor, spoil: Spoil = {}) =>
      finishSpare(actor, authenticator.register(await startSpare(actor), spoil)),
  }
}
export type Browser = ReturnType<typeof browser>

/** Sets up an empty database as Max would, with the browser he used. */
export async function setUp(used = browser()) {
  const path = await ensureSetUpLink()
  if (!path) throw new Error('set up already')
  const answers = { organisation: 'Harbour Office', name: 'Max', email: 'max@example.org' }
  const { sheet } = await used.register(secretOf(path), answers)
  return { max: await used.signIn(), browser: used, sheet: sheet ?? '' }
}

/** Adds somebody by hand and makes the link. @returns what a command of another subject would have shown once */
export async function linkFor(
  name: string,
  role: Role = 'staff',
  kind: TicketKind = 'join',
  personId?: string,
) {
  const db = await database()
  return db.transaction(async (tx) => {
    const at = new Date()
    const email = `${name.toLowerCase()}.${randomUUID().slice(0, 13)}@example.org`
    const person = { name, email, role, tier: 'standard' as const, unitId: null, invitedBy: null, at }
    const id = personId ?? (await addPerson(tx, person)).id
    const link = await issueTicket(tx, { kind, personId: id, issuedBy: null, hours: 72, at })
    return { personId: id, email, ...link }
  })
}

/** Adds somebody who joins at once and signs in. */
export async function joined(name: string, role: Role = 'staff', used = browser()) {
  const { secret, email } = await linkFor(name, role)
  await used.register(secret)
  const signed: SignedIn = await used.signIn()
  return { ...signed, email, browser: used }
}
