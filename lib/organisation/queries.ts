import { asc, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { organisation, units } from '@/db/schema/organisation'
import { query } from '@/lib/access/door'
import { firstSettings, type OrganisationSettings } from '@/lib/organisation/settings'

/** What the administrator set. Used inside a subject's transaction; the first settings before there is an organisation. */
export async function settingsOf(tx: Tx): Promise<OrganisationSettings> {
  const [row] = await tx.select({ settings: organisation.settings }).from(organisation)
  return row?.settings ?? firstSettings
}

export type UnitChoice = { id: string; name: string }

/** The units that people may be put in, by name; retired ones are left out. */
export const unitChoices = query('people:invite', ({ tx }) => choosableUnits(tx))

/** The same inside another subject's query. */
export async function choosableUnits(tx: Tx): Promise<UnitChoice[]> {
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
