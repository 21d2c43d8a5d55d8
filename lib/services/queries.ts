import { isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { serviceCorrections } from '@/db/schema/organisation'
import { catalogue, withCorrections } from '@/lib/services/catalogue'
import type { CatalogueService } from '@/lib/services/facts'

/** The catalogue with the administrator's corrections over it, by service id. Used inside a subject's transaction. */
export async function servicesAsCorrected(tx: Tx): Promise<ReadonlyMap<string, CatalogueService>> {
  const corrections = await tx.select().from(serviceCorrections).where(isNull(serviceCorrections.withdrawnAt))
  return withCorrections(catalogue, corrections)
}
