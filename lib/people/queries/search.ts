import { arrayContains, eq, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import type { Actor } from '@/lib/access/actor'
import { query } from '@/lib/access/door'
import type { Outcome } from '@/lib/access/outcome'
import { unitNames } from '@/lib/organisation/queries'
import { type ListedPerson, opened } from '@/lib/people/queries/list'
import { emailIndexOf } from '@/lib/people/store'
import { searchIndexKey } from '@/lib/sealing/own'
import { nameMatches, searchKeys } from '@/lib/sealing/search'

/** Rows looked at for one search: the keys may bring a few more than asked for. */
const lookedAt = 200
const mostFound = 25
export type Found = { rows: ListedPerson[]; more: boolean; tooShort: boolean }

/**
 * People whose name begins, in each word asked for, with it; or who have exactly this address or reference. Those who
 * have left are among them. At most 25, the most exposed first. The text goes into no log and no address.
 */
export const searchPeople = query('people:read:any', ({ tx }, text: string) => findPeople(tx, text))

/** The same inside another query. */
export async function findPeople(tx: Tx, text: string): Promise<Found> {
  const asked = text.trim().slice(0, 254)
  const keys = searchKeys(asked, searchIndexKey())
  const exact = or(
    asked.includes('@') ? eq(people.emailIndex, emailIndexOf(asked)) : undefined,
    /^p-[0-9a-f]{10}$/i.test(asked) ? eq(people.ref, asked.toUpperCase()) : undefined,
  )
  if (!exact && keys.length === 0) return { rows: [], more: false, tooShort: true }
  const candidates = await tx
    .select({ standing: personStandings })
    .from(people)
    .innerJoin(personStandings, eq(personStandings.personId, people.id))
    .where(exact ?? arrayContains(people.nameKeys, keys))
    .limit(lookedAt)
  const units = await unitNames(tx)
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  const all = await opened(
    tx,
    candidates.map(({ standing }) => standing).sort((one, other) => one.rank - other.rank),
    names,
  )
  const rows = exact ? all : all.filter(({ name }) => nameMatches(name, asked))
  return {
    rows: rows.slice(0, mostFound),
    more: rows.length > mostFound || candidates.length === lookedAt,
    tooShort: false,
  }
}

/** The same for a form: the text is posted, for an address would keep it. */
export async function askSearch(actor: Actor, raw: unknown): Promise<Outcome<Found>> {
  const parsed = z.strictObject({ text: z.string() }).safeParse(raw)
  return { ok: true, result: await searchPeople(actor, parsed.success ? parsed.data.text : '') }
}
