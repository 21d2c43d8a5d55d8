import { randomUUID } from 'node:crypto'
import { desc, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { organisation } from '@/db/schema/organisation'
import { snapshots } from '@/db/schema/posture'
import { command, type Done, openCommand, openQuery } from '@/lib/access/door'
import { problemAt } from '@/lib/access/outcome'
import { guidanceVersion } from '@/lib/guidance/version'
import type { ReleasedFigures } from '@/lib/overview/figures'
import { movedSince } from '@/lib/overview/moved'
import { release } from '@/lib/overview/rules'
import { totalsAt } from '@/lib/overview/totals'
import { appsAt } from '@/lib/overview/totals-apps'
import { exceptionsAt } from '@/lib/overview/totals-excepted'
import { overviewWords } from '@/lib/words/overview'

/** Of several processes that would take one at once, one does. */
const oneAtATime = 4_170_001

/** Takes a snapshot now: what leadership sees from here on, until the next one. */
export const takeSnapshot = command({
  permission: 'snapshots:take',
  action: 'snapshot.taken',
  input: z.strictObject({}),
  run: async ({ actor, tx, now }) => {
    if (!(await alone(tx))) throw problemAt('', overviewWords.beingTaken)
    return storeSnapshot(tx, now, actor.personId)
  },
})

const takeAsSystem = openCommand({
  by: 'system',
  action: 'snapshot.taken',
  input: z.strictObject({}),
  run: async ({ tx, now }) => {
    if (!(await alone(tx)) || !(await isDue(tx, now))) throw problemAt('', overviewWords.beingTaken)
    return storeSnapshot(tx, now, null)
  },
})

/** Takes one if the latest is older than the organisation's setting; whether it did. Called by the clock of the server. */
export async function takeDueSnapshot(): Promise<boolean> {
  if (!(await openQuery(({ tx, now }) => isDue(tx, now)))) return false
  return (await takeAsSystem({})).ok
}

/** Stores the snapshot of an instant, which may be past for made-up people alone: releases follow one another in time. */
export async function storeSnapshot(
  tx: Tx,
  now: Date,
  takenBy: string | null,
): Promise<Done<{ asOf: Date }>> {
  const { settings } = await ownOf(tx)
  const [latest] = await tx.select().from(snapshots).orderBy(desc(snapshots.asOf)).limit(1)
  const previous = (latest?.released as ReleasedFigures | undefined) ?? null
  const instant = { at: now, intervals: settings.intervals }
  const since = (figures: { asOf: string } | undefined) => (figures ? new Date(figures.asOf) : null)
  const raw = {
    ...(await totalsAt(tx, instant)),
    moved: await movedSince(tx, instant, previous),
    exceptions: await exceptionsAt(tx, now, settings.timeZone, since(previous?.exceptions)),
    apps: await appsAt(tx, now, since(previous?.apps)),
  }
  const released = release(previous, raw, { smallestGroup: settings.smallestGroup })
  const id = randomUUID()
  // The intervals it was counted by tell a later one what grew old by time, and what by another setting.
  const kept = { ...raw, intervals: settings.intervals }
  await tx
    .insert(snapshots)
    .values({ id, asOf: now, takenAt: now, takenBy, raw: kept, released, guidanceVersion })
  return { result: { asOf: now }, trail: { subject: { kind: 'snapshot', id } } }
}

async function alone(tx: Tx): Promise<boolean> {
  const answer: unknown = await tx.execute(sql`select pg_try_advisory_xact_lock(${oneAtATime}) as alone`)
  const rows = (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as { alone: boolean }[]
  return rows[0]?.alone === true
}

/** Due once somebody has been added and the latest is older than the setting. */
async function isDue(tx: Tx, now: Date): Promise<boolean> {
  const [own] = await tx.select({ settings: organisation.settings }).from(organisation)
  if (!own) return false
  const [latest] = await tx
    .select({ asOf: snapshots.asOf })
    .from(snapshots)
    .orderBy(desc(snapshots.asOf))
    .limit(1)
  return !latest || now.getTime() - latest.asOf.getTime() >= own.settings.snapshotEveryDays * 86_400_000
}

async function ownOf(tx: Tx) {
  const [own] = await tx.select({ settings: organisation.settings }).from(organisation)
  if (!own) throw new Error('no organisation')
  return own
}
