/** What recording and revising a line both look up before they write. */
import { count, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { lines } from '@/db/schema/lines'
import { Problems } from '@/lib/access/outcome'
import { accountAsStated, listedAccounts } from '@/lib/accounts/store'
import type { LineEntry } from '@/lib/lines/entry'
import type { LineFacts } from '@/lib/lines/facts'
import { contradictions, settled } from '@/lib/lines/rules'
import { listedLines } from '@/lib/lines/store'
import { settingsOf } from '@/lib/organisation/queries'
import { servicesAsCorrected } from '@/lib/services/queries'
import type { Category } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

/** The facts as they are stored, and the day it is at the organisation. Throws Problems by field. */
export async function statedFacts(
  tx: Tx,
  personId: string,
  entry: LineEntry,
  now: Date,
): Promise<{ facts: LineFacts; today: string }> {
  const facts = settled(entry.facts)
  const [services, categories, today] = await Promise.all([
    servicesAsCorrected(tx),
    accountCategories(tx, personId),
    todayOf(tx, now),
  ])
  const carrier = facts.carrierId === null ? null : (services.get(facts.carrierId) ?? null)
  const problems = contradictions({ ...entry, facts }, { carrier, accounts: categories, today })
  if (Object.keys(problems).length > 0) throw new Problems(problems)
  return { facts, today }
}

/** The calendar day in the organisation's time zone. */
export async function todayOf(tx: Tx, now: Date): Promise<string> {
  const { timeZone } = await settingsOf(tx)
  return dayOf(now, timeZone)
}

/** How many lines a person has listed now. */
export async function listedCount(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx.select({ lines: count() }).from(lines).where(listedLines(personId))
  return row?.lines ?? 0
}

async function accountCategories(tx: Tx, personId: string): Promise<ReadonlyMap<string, Category>> {
  const rows = await tx
    .select({ id: accounts.id, category: sql<Category>`${accountStatements.facts}->>'category'` })
    .from(accounts)
    .innerJoin(accountStatements, accountAsStated)
    .where(listedAccounts(personId))
  return new Map(rows.map((row) => [row.id, row.category]))
}
