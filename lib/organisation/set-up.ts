/** The first start: a one-use link, then the organisation, its first administrator and the first passkey, all at once. */
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { organisation } from '@/db/schema/organisation'
import { openCommand, openQuery } from '@/lib/access/door'
import { issueTicket } from '@/lib/links/store'
import { firstSettings } from '@/lib/organisation/settings'
import { CeremonyRefused } from '@/lib/passkeys/refusal'
import { addPerson, noteJoined } from '@/lib/people/store'
import { checkedText } from '@/lib/text/checked'
import { fieldWords } from '@/lib/words/fields'

export const setUpAnswers = z.strictObject({
  organisation: checkedText('name'),
  name: checkedText('name'),
  email: z
    .string()
    .trim()
    .max(254)
    .refine((typed) => typed === '' || z.email().safeParse(typed).success, fieldWords.email),
})
export type SetUpAnswers = z.infer<typeof setUpAnswers>

const makeLink = openCommand({
  by: 'system',
  action: 'person.link_made',
  input: z.strictObject({}),
  run: async ({ tx, now }) => {
    const ticket = await issueTicket(tx, {
      kind: 'set_up',
      personId: null,
      issuedBy: null,
      hours: 1,
      at: now,
    })
    return { result: ticket.path, trail: { subject: { kind: 'set_up_link', id: ticket.id } } }
  },
})

/**
 * The path of a new set-up link while nothing is set up, else null. Earlier links stop working. Lives an hour.
 * An organisation that lost its administrators is not set up anew: see recoverFromConsole.
 */
export async function ensureSetUpLink(): Promise<string | null> {
  const [named] = await openQuery(({ tx }) => tx.select({ id: organisation.id }).from(organisation))
  if (named) return null
  const outcome = await makeLink({})
  return outcome.ok ? outcome.result : null
}

/** Names the organisation and adds its first administrator. Throws CeremonyRefused when that has happened already. */
export async function enrolOrganisation(
  tx: Tx,
  first: { personId: string; handle: Uint8Array<ArrayBuffer>; answers: SetUpAnswers; at: Date },
): Promise<void> {
  const named = await tx
    .insert(organisation)
    .values({ name: first.answers.organisation, settings: firstSettings, createdAt: first.at })
    .onConflictDoNothing()
    .returning({ id: organisation.id })
  if (named.length === 0) throw new CeremonyRefused('link')
  const { id } = await addPerson(tx, {
    id: first.personId,
    handle: first.handle,
    name: first.answers.name,
    email: first.answers.email || null,
    role: 'administrator',
    tier: 'standard',
    unitId: null,
    invitedBy: null,
    at: first.at,
  })
  await noteJoined(tx, id, first.at, { again: false })
}
