/** Somebody who left is erased: by the clock after the time the organisation keeps records, or at once by the security team. */
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { command, openCommand, openQuery } from '@/lib/access/door'
import { NotThere, Stale } from '@/lib/access/outcome'
import { settingsOf } from '@/lib/organisation/queries'
import { erase } from '@/lib/people/erasing'

const day = 86_400_000

/**
 * Erases somebody who has left, now and for good: nobody can undo it. Needs a fresh confirmation for `person.erase:ID`.
 * Throws NotThere for who has not left or is erased already; a conflict with the version when stale.
 */
export const erasePerson = command({
  permission: 'people:erase',
  action: 'person.erased',
  input: z.strictObject({ personId: z.uuid(), version: z.number().int() }),
  confirmed: ({ personId }) => `person.erase:${personId}`,
  run: async ({ actor, tx, now }, { personId, version }) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (!person) throw new NotThere('person')
    if (person.version !== version) throw new Stale({ version: person.version })
    await erase(tx, personId, { by: actor.personId, at: now })
    return { result: null, trail: { subject: { kind: 'person', id: personId, personId } } }
  },
})

const eraseAsSystem = openCommand({
  by: 'system',
  action: 'person.erased',
  input: z.strictObject({ personId: z.uuid() }),
  run: async ({ tx, now }, { personId }) => {
    // Of two processes that saw the same person due, one erases.
    await erase(tx, personId, { by: null, at: now })
    return { result: null, trail: { subject: { kind: 'person', id: personId, personId } } }
  },
})

/** Erases everybody who left longer ago than records are kept. Called by the clock. @returns how many people */
export async function eraseDue(): Promise<number> {
  const due = await openQuery(async ({ tx, now }) => {
    const { retentionDays } = await settingsOf(tx)
    return tx
      .select({ id: people.id })
      .from(people)
      .where(
        and(
          isNull(people.erasedAt),
          lte(people.deactivatedAt, new Date(now.getTime() - retentionDays * day)),
        ),
      )
      .orderBy(asc(people.deactivatedAt))
  })
  let erased = 0
  for (const { id } of due) {
    const done = await eraseAsSystem({ personId: id }).catch((error: unknown) => {
      if (error instanceof NotThere) return { ok: false }
      throw error
    })
    if (done.ok) erased++
  }
  return erased
}
