/** The corrections that administrators have made, and what may be corrected. */
import { desc, isNull, sql } from 'drizzle-orm'
import { serviceCorrections } from '@/db/schema/organisation'
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { namesOf } from '@/lib/people/names'
import { openOwn } from '@/lib/sealing/own'
import { catalogue } from '@/lib/services/catalogue'
import { reasonPlace } from '@/lib/services/commands/correct'
import { type CatalogueService, type CorrectableField, correctableFields } from '@/lib/services/facts'
import { servicesAsCorrected } from '@/lib/services/queries'
import { searchServices } from '@/lib/services/rules'

const most = 200

export type MadeCorrection = {
  id: string
  serviceId: string
  service: string
  field: CorrectableField
  value: string
  checkedOn: string
  reason: string
  by: string
  madeAt: Date
  withdrawnAt: Date | null
}
export type CorrectionsPage = {
  corrections: MadeCorrection[]
  /** Corrections whose people are still being judged anew. */
  underWay: number
  found: { id: string; name: string }[]
}

/** The corrections, the latest first, and the services that a search finds. */
export const listCorrections = query(
  'services:correct',
  async ({ tx }, asked: string): Promise<CorrectionsPage> => {
    const rows = await tx
      .select()
      .from(serviceCorrections)
      .orderBy(desc(serviceCorrections.madeAt))
      .limit(most)
    const [open] = await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(serviceCorrections)
      .where(isNull(serviceCorrections.judgedAt))
    const names = await namesOf(
      tx,
      rows.map(({ madeBy }) => madeBy),
    )
    const services = new Map(catalogue.map(({ id, name }) => [id, name]))
    return {
      corrections: rows.map((row) => ({
        id: row.id,
        serviceId: row.serviceId,
        service: services.get(row.serviceId) ?? row.serviceId,
        field: correctableFields.find((field) => field === row.field) ?? 'methods',
        value: row.value,
        checkedOn: row.checkedOn,
        reason: openOwn(row.reasonSealed, reasonPlace(row.id)),
        by: names.get(row.madeBy) ?? '',
        madeAt: row.madeAt,
        withdrawnAt: row.withdrawnAt,
      })),
      underWay: open?.n ?? 0,
      found: searchServices(asked, catalogue, 12).map(({ id, name }) => ({ id, name })),
    }
  },
)

/** One service with the facts that count now. Throws NotThere. */
export const readService = query(
  'services:correct',
  async ({ tx }, id: string): Promise<CatalogueService> => {
    const service = (await servicesAsCorrected(tx)).get(id)
    if (!service) throw new NotThere('service')
    return service
  },
)
