import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { organisation, units } from '@/db/schema/organisation'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { snapshots } from '@/db/schema/posture'
import { query } from '@/lib/access/door'
import { may } from '@/lib/access/permissions'
import type { OrganisationItem } from '@/lib/guidance/codes'
import type { ReleasedFigures } from '@/lib/overview/figures'
import type { GroupKey } from '@/lib/overview/measures'
import { ownLineItems } from '@/lib/posture/employer-carriers'
import { servicesAsCorrected } from '@/lib/services/queries'
import type { Verdict } from '@/lib/vocabulary'

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

export type OwnVerdict = {
  verdict: Verdict
  labels: readonly string[]
  nextAction: string | null
  /** The oldest answer it rests on. */
  confirmedOn: string | null
}
export type OwnVerdicts = {
  /** G1.3 for each app that may be named, by name; null before a release that says which may be. */
  apps: {
    named: (OwnVerdict & { name: string })[]
    others: 'not_met' | 'unknown' | null
  } | null
  /** G1.9 and the organisation's part of R; null for what nobody has said anything about yet. */
  records: OwnVerdict | null
  incidents: OwnVerdict | null
  lines: OwnLines[]
  /** C1 to C4 and C1 by CISA's text; absent for what nobody has said anything about yet. */
  sending: Readonly<Partial<Record<OrganisationItem, OwnVerdict>>>
}
/** G5.0 to G5.2 for the lines that the organisation holds, and the carriers it answered for, by their verdict. */
export type OwnLines = {
  item: (typeof ownLineItems)[number]
  judged: OwnVerdict | null
  carriers: { met: number; others: number; notApplicable: number }
}
const practices = ['C1', 'C1.cisa', 'C2', 'C3', 'C4'] as const

/**
 * The organisation's own verdicts as they are stored, about nobody in it. Which apps people use is about them, so apps
 * are named as they were released, also where the last to use one has stopped since.
 */
export const readOwnVerdicts = query('overview:read:aggregate', async ({ tx }): Promise<OwnVerdicts> => {
  const [[latest], rows, services] = await Promise.all([
    tx.select({ id: snapshots.id }).from(snapshots).orderBy(desc(snapshots.asOf)).limit(1),
    tx
      .select()
      .from(organisationVerdicts)
      .where(
        and(
          inArray(organisationVerdicts.item, ['G1.9', 'R.organisation', ...ownLineItems, ...practices]),
          inArray(organisationVerdicts.scopeKind, ['organisation', 'carrier']),
          isNull(organisationVerdicts.validTo),
        ),
      ),
    servicesAsCorrected(tx),
  ])
  const apps = latest && (await figuresOf(tx, [latest.id])).get(latest.id)?.apps
  const named = apps ? await verdictsOnApps(tx, apps.named) : []
  const found = (item: OrganisationItem) => {
    const row = rows.find((one) => one.item === item && one.scopeKind === 'organisation')
    return row ? ownVerdict(row) : null
  }
  const carriers = (item: OrganisationItem, is: (verdict: Verdict) => boolean) =>
    rows.filter((row) => row.item === item && row.scopeKind === 'carrier' && is(row.verdict)).length
  return {
    apps: apps
      ? {
          named: named
            .map((row) => ({ name: services.get(row.scopeId)?.name ?? row.scopeId, ...ownVerdict(row) }))
            .sort((one, other) => one.name.localeCompare(other.name, 'en')),
          others: apps.others,
        }
      : null,
    records: found('G1.9'),
    incidents: found('R.organisation'),
    lines: ownLineItems.map((item) => ({
      item,
      judged: found(item),
      carriers: {
        met: carriers(item, (verdict) => verdict === 'met'),
        others: carriers(item, (verdict) => verdict !== 'met' && verdict !== 'not_applicable'),
        notApplicable: carriers(item, (verdict) => verdict === 'not_applicable'),
      },
    })),
    sending: Object.fromEntries(
      practices.flatMap((item) => {
        const judged = found(item)
        return judged ? [[item, judged]] : []
      }),
    ),
  }
})

/** The last verdict on each, also one that counts no more because nobody uses the app today. */
const verdictsOnApps = (tx: Tx, apps: readonly string[]) =>
  tx
    .selectDistinctOn([organisationVerdicts.scopeId])
    .from(organisationVerdicts)
    .where(and(eq(organisationVerdicts.item, 'G1.3'), inArray(organisationVerdicts.scopeId, [...apps])))
    .orderBy(organisationVerdicts.scopeId, desc(organisationVerdicts.validFrom))

const ownVerdict = ({ verdict, labels, nextAction, confirmedOn }: OwnVerdict): OwnVerdict => ({
  verdict,
  labels,
  nextAction,
  confirmedOn,
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
