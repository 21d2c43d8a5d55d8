import { and, desc, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { serviceCorrections, serviceImports } from '@/db/schema/organisation'
import { type Correction, catalogue, withCorrections } from '@/lib/services/catalogue'
import type { DatedFacts } from '@/lib/services/directory/facts'
import { inForce, withDirectories } from '@/lib/services/directory/rules'
import type { CatalogueService } from '@/lib/services/facts'

type Services = ReadonlyMap<string, CatalogueService>
export type AppliedFile = DatedFacts & { id: string; appliedAt: Date }
/** What an administrator has said and loaded, over the facts that ship. */
export type Said = { corrections: Correction[]; files: AppliedFile[] }

/**
 * The services as they count now, by id: as they shipped, then the latest file of each public directory where it is
 * newer, then the administrator's corrections. Used inside a subject's transaction.
 */
export async function servicesAsCorrected(tx: Tx): Promise<Services> {
  const [corrections, rows] = await Promise.all([
    correctionsThatCount(tx),
    tx
      .selectDistinctOn([serviceImports.source], applied)
      .from(serviceImports)
      .where(thatCount)
      .orderBy(serviceImports.source, desc(serviceImports.readOn), desc(serviceImports.appliedAt)),
  ])
  return servicesAfter({ corrections, files: rows.flatMap(fileOf) })
}

/** The same from what was said, so that a file can be tried before it is applied, or without another one. */
export const servicesAfter = ({ corrections, files }: Said): Services =>
  withCorrections(withDirectories(catalogue, inForce(files)), corrections)

/** Every correction and every applied file that was not taken back, also those that a later file has replaced. */
export async function saidOfServices(tx: Tx): Promise<Said> {
  const [corrections, rows] = await Promise.all([
    correctionsThatCount(tx),
    tx.select(applied).from(serviceImports).where(thatCount),
  ])
  return { corrections, files: rows.flatMap(fileOf) }
}

const correctionsThatCount = (tx: Tx) =>
  tx.select().from(serviceCorrections).where(isNull(serviceCorrections.withdrawnAt))

const thatCount = and(isNotNull(serviceImports.appliedAt), isNull(serviceImports.withdrawnAt))
const applied = {
  id: serviceImports.id,
  readOn: serviceImports.readOn,
  appliedAt: serviceImports.appliedAt,
  facts: serviceImports.facts,
}
type Row = Pick<typeof serviceImports.$inferSelect, keyof typeof applied>

const fileOf = ({ facts, appliedAt, ...row }: Row): AppliedFile[] =>
  appliedAt ? [{ ...facts, ...row, appliedAt }] : []
