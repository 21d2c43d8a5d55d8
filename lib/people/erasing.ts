/**
 * Erasing somebody who left: their data key is destroyed, so nothing sealed with it opens any more, and what was sealed
 * is emptied. Who they were is gone from every row; what they stated stays under their reference, so that totals, exports
 * as of a past day and the audit chain are what they were.
 */
import { and, eq, getTableColumns, is, isNotNull, ne, sql } from 'drizzle-orm'
import { type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import {
  challenges,
  freshAssertions,
  passkeys,
  recoveryCodes,
  recoveryRequests,
  roleRequests,
  sessions,
  submissions,
  tickets,
} from '@/db/schema/access'
import { delegations } from '@/db/schema/aide'
import { incidents } from '@/db/schema/incidents'
import { people, personKeys } from '@/db/schema/people'
import { messagingApps } from '@/db/schema/pieces'
import * as tables from '@/db/tables'
import { NotThere } from '@/lib/access/outcome'
import { forgetSentNames } from '@/lib/messaging/sent'
import { newHandle } from '@/lib/people/store'

/** Everything that opens or could open the door. */
const waysIn = [
  passkeys,
  sessions,
  challenges,
  freshAssertions,
  tickets,
  recoveryCodes,
  recoveryRequests,
  roleRequests,
  submissions,
] as const

/** Tables whose rows belong to a person, with the column that says whose. The row of the person itself is apart. */
const personTables: readonly { table: PgTable; owner: PgColumn; columns: readonly PgColumn[] }[] =
  Object.values(tables).flatMap((table: unknown) => {
    if (!is(table, PgTable)) return []
    const columns: readonly PgColumn[] = Object.values(getTableColumns(table))
    const owner = columns.find(({ name }) => name === 'person_id')
    return owner ? [{ table, owner, columns }] : []
  })

/** Erases a person who has left. Throws NotThere for who is here, was never here, or was erased before. */
export async function erase(
  tx: Tx,
  personId: string,
  { by, at }: { by: string | null; at: Date },
): Promise<void> {
  const [person] = await tx.select().from(people).where(eq(people.id, personId)).for('update')
  if (!person?.deactivatedAt || person.erasedAt) throw new NotThere('person')
  for (const table of waysIn) await tx.delete(table).where(eq(table.personId, personId))
  for (const { table, owner, columns } of personTables) {
    for (const column of columns.filter(({ name }) => name.endsWith('_sealed'))) {
      const empty = column.notNull ? '' : null
      await tx.execute(
        sql`update ${table} set ${sql.identifier(column.name)} = ${empty} where ${owner} = ${personId}`,
      )
    }
  }
  // What they had handed to the security team cannot be opened by anybody, so nothing more is to be done about it.
  await tx
    .update(incidents)
    .set({ state: 'closed', version: sql`${incidents.version} + 1` })
    .where(
      and(eq(incidents.personId, personId), isNotNull(incidents.handedAt), ne(incidents.state, 'closed')),
    )
  // What they sent in goes with them, unless others sent it or the team has looked at it.
  await tx
    .update(messagingApps)
    .set({ sentNameId: null, sentAt: null })
    .where(eq(messagingApps.personId, personId))
  await forgetSentNames(tx)
  // Their address in the words of somebody who asked them to be an aide.
  await tx.update(delegations).set({ addressSealed: '' }).where(eq(delegations.aideId, personId))
  await tx
    .update(people)
    .set({
      nameSealed: '',
      emailSealed: null,
      emailIndex: null,
      nameKeys: [],
      handle: newHandle(),
      erasedAt: at,
      erasedBy: by,
      version: sql`${people.version} + 1`,
    })
    .where(eq(people.id, personId))
  await tx.delete(personKeys).where(eq(personKeys.personId, personId))
}
