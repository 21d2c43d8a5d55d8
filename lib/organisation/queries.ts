import { asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { organisation, units } from '@/db/schema/organisation'
import { query } from '@/lib/access/door'
import { problemAt } from '@/lib/access/outcome'
import { firstSettings, type OrganisationSettings } from '@/lib/organisation/settings'
import { peopleWords } from '@/lib/words/people'

/** What the administrator set. Used inside a subject's transaction; the first settings before there is an organisation. */
export async function settingsOf(tx: Tx): Promise<OrganisationSettings> {
  const [row] = await tx.select({ settings: organisation.settings }).from(organisation)
  return row ? complete(row.settings) : firstSettings
}

/** Settings stored before there was another one to set have its first value. */
export const complete = (held: OrganisationSettings): OrganisationSettings => ({
  ...firstSettings,
  ...held,
  intervals: { ...firstSettings.intervals, ...held.intervals },
})

export type UnitChoice = { id: string; name: string }

/** The units that people may be put in, by name; retired ones are left out. */
export const unitChoices = query('people:invite', ({ tx }) => choosableUnits(tx))

/** The same inside another subject's query. */
async function choosableUnits(tx: Tx): Promise<UnitChoice[]> {
  return tx
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(isNull(units.retiredAt))
    .orderBy(asc(units.name))
}

/** Every unit, retired ones too: people may still be in them. */
export async function unitNames(tx: Tx): Promise<UnitChoice[]> {
  return tx.select({ id: units.id, name: units.name }).from(units).orderBy(asc(units.name))
}

/** Throws a problem at `unitId` unless the unit is there and not retired; none is fine. */
export async function usableUnit(tx: Tx, unitId: string | null): Promise<void> {
  if (unitId === null) return
  const [unit] = await tx.select({ retiredAt: units.retiredAt }).from(units).where(eq(units.id, unitId))
  if (!unit || unit.retiredAt) throw problemAt('unitId', peopleWords.problems.unitGone)
}
