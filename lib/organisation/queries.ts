import type { Tx } from '@/db/client'
import { organisation } from '@/db/schema/organisation'
import { firstSettings, type OrganisationSettings } from '@/lib/organisation/settings'

/** What the administrator set. Used inside a subject's transaction; the first settings before there is an organisation. */
export async function settingsOf(tx: Tx): Promise<OrganisationSettings> {
  const [row] = await tx.select({ settings: organisation.settings }).from(organisation)
  return row?.settings ?? firstSettings
}
