/** Names of messaging apps that people sent to the security team (G1.3): what is in them, and not who sent them. */
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { messagingApps, organisationStatements, sentAppNames } from '@/db/schema/pieces'
import { openOwn, sealOwn } from '@/lib/sealing/own'

/** The names that were sent and not taken back by all, by id. */
export async function sentNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.select().from(sentAppNames).orderBy(sentAppNames.sentAt, sentAppNames.id)
  return new Map(rows.map(({ id, nameSealed }) => [id, openOwn(nameSealed, place(id))]))
}

/** The id of a name, which is kept from now on: two spellings of one name are one. The caller has locked the rulings. */
export async function keepSentName(tx: Tx, name: string, at: Date): Promise<string> {
  for (const [id, known] of await sentNames(tx)) if (alike(known) === alike(name)) return id
  const id = randomUUID()
  await tx.insert(sentAppNames).values({ id, nameSealed: sealOwn(name, place(id)), sentAt: at })
  return id
}

/** Names that nobody sends any more are gone, but for those the security team has looked at. */
export async function forgetSentNames(tx: Tx): Promise<void> {
  await tx.delete(sentAppNames).where(sql`
    not exists (select 1 from ${messagingApps} where ${messagingApps.sentNameId} = ${sentAppNames.id})
    and not exists (
      select 1 from ${organisationStatements}
      where ${organisationStatements.topic} = 'app_review'
        and ${organisationStatements.key} = ${sentAppNames.id}::text
    )`)
}

/** A name as it is kept, for what is made up all at once. */
export const sealedAppName = (id: string, name: string) => sealOwn(name, place(id))

const place = (id: string) => `sent_app_name:${id}`
const alike = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
