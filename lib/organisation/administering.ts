/** What the administrator's pages read. No inventories: names and roles alone. */
import { and, asc, count, eq, inArray, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { organisation, units } from '@/db/schema/organisation'
import { people } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import type { Actor } from '@/lib/access/actor'
import { query } from '@/lib/access/door'
import { NotThere, type Outcome } from '@/lib/access/outcome'
import { complete } from '@/lib/organisation/queries'
import type { OrganisationSettings } from '@/lib/organisation/settings'
import { namesOf } from '@/lib/people/names'
import { findPeople } from '@/lib/people/queries/search'
import type { Role } from '@/lib/vocabulary'

export type SettingsPage = { name: string; version: number; settings: OrganisationSettings }

/** The organisation and what is set. */
export const readSettings = query('settings:read', async ({ tx }): Promise<SettingsPage> => {
  const [row] = await tx.select().from(organisation)
  if (!row) throw new NotThere('organisation')
  return { name: row.name, version: row.version, settings: complete(row.settings) }
})

export type ListedUnit = { id: string; name: string; version: number; retiredAt: Date | null; people: number }

/** All units by name, retired ones last, with how many people are in each who have not left. */
export const listUnits = query('settings:read', async ({ tx }): Promise<ListedUnit[]> => {
  const [rows, counts] = await Promise.all([
    tx.select().from(units).orderBy(asc(units.name)),
    tx
      .select({ unitId: personStandings.unitId, n: count() })
      .from(personStandings)
      .where(ne(personStandings.state, 'deactivated'))
      .groupBy(personStandings.unitId),
  ])
  const held = new Map(counts.map(({ unitId, n }) => [unitId, n]))
  return rows
    .map(({ id, name, version, retiredAt }) => ({ id, name, version, retiredAt, people: held.get(id) ?? 0 }))
    .sort((one, other) => Number(one.retiredAt !== null) - Number(other.retiredAt !== null))
})

export type OfficeHolder = {
  id: string
  name: string
  ref: string
  role: Role
  version: number
  joined: boolean
}
/** As many as an organisation gives offices to, and more. */
const mostHolders = 500

/** Everybody who has another role than staff and has not left, by role and name. */
export const listOffices = query('roles:read', async ({ tx }): Promise<OfficeHolder[]> => {
  const rows = await tx
    .select()
    .from(people)
    .where(and(ne(people.role, 'staff'), isNull(people.deactivatedAt)))
    .orderBy(asc(people.role), asc(people.id))
    .limit(mostHolders)
  const names = await namesOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => holder(row, names)).sort(byRoleThenName)
})

/** One person to whom a role may be given. Throws NotThere for whoever is not there or has left. */
export const readOffice = query('roles:read', async ({ tx }, ref: string): Promise<OfficeHolder> => {
  const [row] = await tx
    .select()
    .from(people)
    .where(and(eq(people.ref, ref), isNull(people.deactivatedAt)))
  if (!row) throw new NotThere('person')
  return holder(row, await namesOf(tx, [row.id]))
})

export type FoundForOffice = { rows: { ref: string; name: string }[]; more: boolean; tooShort: boolean }

/** People by the beginning of their name, for giving a role: name and reference, nothing else of them. */
export const searchForOffice = query('roles:read', async ({ tx }, text: string): Promise<FoundForOffice> => {
  const found = await findPeople(tx, text)
  const present = found.rows.filter(({ state }) => state !== 'deactivated')
  const ids = present.map(({ id }) => id)
  const refs = await tx.select({ id: people.id, ref: people.ref }).from(people).where(inArray(people.id, ids))
  const refOf = new Map(refs.map(({ id, ref }) => [id, ref]))
  return {
    rows: present.map(({ id, name }) => ({ ref: refOf.get(id) ?? '', name })),
    more: found.more,
    tooShort: found.tooShort,
  }
})

function holder(row: typeof people.$inferSelect, names: ReadonlyMap<string, string>): OfficeHolder {
  return {
    id: row.id,
    name: names.get(row.id) ?? '',
    ref: row.ref,
    role: row.role,
    version: row.version,
    joined: row.joinedAt !== null,
  }
}

const byRoleThenName = (one: OfficeHolder, other: OfficeHolder) =>
  one.role.localeCompare(other.role, 'en') || one.name.localeCompare(other.name, 'en')

/** The search for a form: the text is posted, for an address would keep it. */
export async function askForOffice(actor: Actor, raw: unknown): Promise<Outcome<FoundForOffice>> {
  const parsed = z.strictObject({ text: z.string() }).safeParse(raw)
  return { ok: true, result: await searchForOffice(actor, parsed.success ? parsed.data.text : '') }
}
