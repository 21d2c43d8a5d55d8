/** The way back in from the server's own console: whoever can run it holds the database and the key anyway. */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { openCommand } from '@/lib/access/door'
import { problemAt } from '@/lib/access/outcome'
import { issueTicket } from '@/lib/links/store'
import { consoleWords } from '@/lib/words/recovery'

/**
 * Makes a one-use recovery link for the only administrator, or for the person with the reference `ref`.
 * @returns the path to be put after the server's address; it works for an hour, without a code
 */
export const recoverFromConsole = openCommand({
  by: 'console',
  action: 'recovery.from_console',
  input: z.strictObject({ ref: z.string().max(20).optional() }),
  run: async ({ tx, now }, { ref }) => {
    const wanted = ref ? eq(people.ref, ref.toUpperCase()) : eq(people.role, 'administrator')
    const found = await tx
      .select({ id: people.id, ref: people.ref })
      .from(people)
      .where(and(wanted, isNull(people.deactivatedAt)))
    const [person, another] = found
    if (!person) throw problemAt('ref', ref ? consoleWords.nobody(ref) : consoleWords.noAdministrator)
    if (another) throw problemAt('ref', consoleWords.several(found.map((one) => one.ref)))
    const link = { kind: 'recovery' as const, personId: person.id, issuedBy: null, hours: 1, at: now }
    const ticket = await issueTicket(tx, link)
    const subject = { kind: 'recovery_link', id: ticket.id, personId: person.id }
    return { result: { path: ticket.path, ref: person.ref, endsAt: ticket.endsAt }, trail: { subject } }
  },
})
