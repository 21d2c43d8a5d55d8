import { desc, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { organisation, units } from '@/db/schema/organisation'
import { snapshots } from '@/db/schema/posture'
import { query } from '@/lib/access/door'
import { may } from '@/lib/access/permissions'
import type { ReleasedFigures } from '@/lib/overview/figures'
import type { GroupKey } from '@/lib/overview/measures'

export type Overview = {
  /** Null before the first snapshot. */
  latest: { takenAt: Date; guidanceVersion: string; figures: ReleasedFigures } | null
  /** Earlier ones, the oldest first: for the trend. */
  earlier: { takenAt: Date; guidanceVersion: string; figures: ReleasedFigures }[]
  unitNames: Readonly<Partial<Record<GroupKey, string>>>
  /** When the next snapshot is due by itself: for who may take one. */
  nextDue: Date | null
}
const trendLength = 13

/** Leadership's figures as they were released: stored totals are read, nothing is counted. */
export const readOverview = query('overview:read:aggregate', async ({ actor, tx }): Promise<Overview> => {
  const [rows, named, every] = await Promise.all([
    tx
      .select({ id: snapshots.id, takenAt: snapshots.asOf, guidanceVersion: snapshots.guidanceVersion })
      .from(snapshots)
      .orderBy(desc(snapshots.asOf))
      .limit(trendLength),
    tx.select({ id: units.id, name: units.name }).from(units),
    may(actor.role, 'snapshots:take') ? daysBetweenSnapshots(tx) : null,
  ])
  const figures = await figuresOf(
    tx,
    rows.map(({ id }) => id),
  )
  const [latest, ...earlier] = rows.flatMap(({ id, ...row }) => {
    const released = figures.get(id)
    return released ? [{ ...row, figures: released }] : []
  })
  return {
    latest: latest ?? null,
    earlier: earlier.reverse(),
    unitNames: Object.fromEntries(named.map(({ id, name }) => [`unit:${id}`, name])),
    nextDue: latest && every ? new Date(latest.takenAt.getTime() + every * 86_400_000) : null,
  }
})

async function daysBetweenSnapshots(tx: Tx): Promise<number> {
  const [own] = await tx.select({ settings: organisation.settings }).from(organisation)
  return own?.settings.snapshotEveryDays ?? 7
}

/** Releases by snapshot, as they were last read: a release never changes, so a copy of it is never old. */
let held: ReadonlyMap<string, ReleasedFigures> = new Map()

async function figuresOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ReleasedFigures>> {
  const known = held
  const missing = ids.filter((id) => !known.has(id))
  if (missing.length === 0) return known
  const read = await tx
    .select({ id: snapshots.id, released: snapshots.released })
    .from(snapshots)
    .where(inArray(snapshots.id, missing))
  const now = new Map(read.map(({ id, released }) => [id, released as ReleasedFigures]))
  for (const id of ids) {
    const figures = known.get(id)
    if (figures) now.set(id, figures)
  }
  held = now
  return now
}
