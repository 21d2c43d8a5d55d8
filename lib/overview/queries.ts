import { desc } from 'drizzle-orm'
import { organisation, units } from '@/db/schema/organisation'
import { snapshots } from '@/db/schema/posture'
import { query } from '@/lib/access/door'
import type { ReleasedFigures } from '@/lib/overview/figures'
import type { GroupKey } from '@/lib/overview/measures'

export type Overview = {
  /** Null before the first snapshot. */
  latest: { takenAt: Date; guidanceVersion: string; figures: ReleasedFigures } | null
  /** Earlier ones, the oldest first: for the trend. */
  earlier: { takenAt: Date; guidanceVersion: string; figures: ReleasedFigures }[]
  unitNames: Readonly<Partial<Record<GroupKey, string>>>
  /** When the next snapshot is due by itself. */
  nextDue: Date | null
}
const trendLength = 13

/** Leadership's figures as they were released: stored totals are read, nothing is counted. */
export const readOverview = query('overview:read:aggregate', async ({ tx }): Promise<Overview> => {
  const [rows, named, own] = await Promise.all([
    tx
      .select({
        takenAt: snapshots.asOf,
        guidanceVersion: snapshots.guidanceVersion,
        released: snapshots.released,
      })
      .from(snapshots)
      .orderBy(desc(snapshots.asOf))
      .limit(trendLength),
    tx.select({ id: units.id, name: units.name }).from(units),
    tx.select({ settings: organisation.settings }).from(organisation),
  ])
  const [latest, ...earlier] = rows.map(({ released, ...row }) => ({
    ...row,
    figures: released as ReleasedFigures,
  }))
  const every = (own[0]?.settings.snapshotEveryDays ?? 7) * 86_400_000
  return {
    latest: latest ?? null,
    earlier: earlier.reverse(),
    unitNames: Object.fromEntries(named.map(({ id, name }) => [`unit:${id}`, name])),
    nextDue: latest ? new Date(latest.takenAt.getTime() + every) : null,
  }
})
