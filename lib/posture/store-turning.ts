/**
 * Verdicts that the calendar turns, and everybody judged anew after a ruling or the guidance changed. A few people in a
 * transaction, so that nothing else waits long; what was done is noted with it, so that it goes on where it stopped.
 */
import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { people, personKeys } from '@/db/schema/people'
import { judgingRuns } from '@/db/schema/pieces'
import { verdicts } from '@/db/schema/posture'
import { upkeep } from '@/lib/access/door'
import { guidanceVersion } from '@/lib/guidance/version'
import { settingsOf } from '@/lib/organisation/queries'
import { lockPerson } from '@/lib/people/store'
import { refreshPosture } from '@/lib/posture/store'
import { refreshPieces } from '@/lib/posture/store-pieces'
import { dayOf } from '@/lib/words/dates'

/** People judged in one transaction. */
const atOnce = 25

/** Judges whoever has a verdict that turns today or did before. @returns how many people */
export async function turnVerdicts(): Promise<number> {
  return untilNothing(turnSome)
}

/**
 * Begins to judge everybody anew when verdicts that count were judged by another version of the guidance than this one.
 * @returns whether it began; false while such a run goes on, or when there is nothing to do.
 */
export async function beginNewGuidance(): Promise<boolean> {
  return upkeep(async ({ tx, now }) => {
    // Of several processes that start together, one begins.
    await tx.execute(sql`select pg_advisory_xact_lock(${guidanceLock})`)
    const [running] = await tx
      .select({ id: judgingRuns.id })
      .from(judgingRuns)
      .where(and(isNull(judgingRuns.endedAt), eq(judgingRuns.reason, 'guidance_version')))
      .limit(1)
    const [older] = await tx
      .select({ version: verdicts.guidanceVersion })
      .from(verdicts)
      .innerJoin(personKeys, eq(personKeys.personId, verdicts.personId))
      .where(and(isNull(verdicts.validTo), ne(verdicts.guidanceVersion, guidanceVersion)))
      .limit(1)
    if (running || !older) return false
    await startJudging(tx, 'guidance_version', null, now, older.version)
    return true
  })
}
const guidanceLock = 0x6d757374

/** The version of the guidance that was judged by at an instant, as far as the runs from one to another tell. */
export async function guidanceVersionAt(tx: Tx, at: Date): Promise<string> {
  const [next] = await tx
    .select({ insteadOf: judgingRuns.insteadOf })
    .from(judgingRuns)
    .where(and(gt(judgingRuns.startedAt, at), isNotNull(judgingRuns.insteadOf)))
    .orderBy(asc(judgingRuns.startedAt))
    .limit(1)
  return next?.insteadOf ?? guidanceVersion
}

/** Carries on with every run that has begun. @returns how many people were judged */
export async function judgeEverybody(): Promise<number> {
  return untilNothing(judgeSome)
}

/**
 * Begins to judge everybody anew: the clock does it soon after. A run that waits and has judged nobody yet will see this
 * change too, so that a long list entered one by one is judged once. @param reason a closed word, for the log.
 * @param insteadOf the version of the guidance judged by until now, where another one is the reason.
 */
export async function startJudging(
  tx: Tx,
  reason: JudgingReason,
  by: string | null,
  at: Date,
  insteadOf: string | null = null,
): Promise<void> {
  const waiting = await tx
    .select({ id: judgingRuns.id })
    .from(judgingRuns)
    .where(and(isNull(judgingRuns.endedAt), eq(judgingRuns.reason, reason), eq(judgingRuns.judged, 0)))
    .limit(1)
    .for('update', { skipLocked: true })
  if (waiting.length > 0) return
  await tx.insert(judgingRuns).values({ id: randomUUID(), reason, startedAt: at, startedBy: by, insteadOf })
}
/** `rules`: begun by the migration that came with other rules. */
export type JudgingReason = 'guidance_version' | 'rules' | 'ruling' | 'hardware' | 'settings' | 'services'

async function untilNothing(some: (tx: Tx, now: Date) => Promise<number | null>): Promise<number> {
  let judged = 0
  for (;;) {
    const more = await upkeep(({ tx, now }) => some(tx, now))
    if (more === null) return judged
    judged += more
  }
}

async function turnSome(tx: Tx, now: Date): Promise<number | null> {
  const today = dayOf(now, (await settingsOf(tx)).timeZone)
  const turning = await tx
    .select({ id: verdicts.personId, ofAccounts: sql<boolean>`bool_or(${verdicts.item} = 'G2.1')` })
    .from(verdicts)
    .innerJoin(personKeys, eq(personKeys.personId, verdicts.personId))
    .where(and(isNull(verdicts.validTo), lte(verdicts.turnsOn, today)))
    .groupBy(verdicts.personId)
    .orderBy(asc(verdicts.personId))
    .limit(atOnce)
  for (const { id, ofAccounts } of turning) {
    const person = await lockPerson(tx, id)
    if (ofAccounts) await refreshPosture(tx, person, now)
    await refreshPieces(tx, person, now)
  }
  return turning.length === 0 ? null : turning.length
}

async function judgeSome(tx: Tx, now: Date): Promise<number | null> {
  const [run] = await tx
    .select()
    .from(judgingRuns)
    .where(isNull(judgingRuns.endedAt))
    .orderBy(asc(judgingRuns.startedAt))
    .limit(1)
    .for('update', { skipLocked: true })
  if (!run) return null
  const next = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(personKeys, eq(personKeys.personId, people.id))
    .where(run.judgedTo ? gt(people.id, run.judgedTo) : undefined)
    .orderBy(asc(people.id))
    .limit(atOnce)
  for (const { id } of next) {
    const person = await lockPerson(tx, id)
    await refreshPosture(tx, person, now)
    await refreshPieces(tx, person, now)
  }
  const last = next.at(-1)
  await tx
    .update(judgingRuns)
    .set({
      judged: sql`${judgingRuns.judged} + ${next.length}`,
      ...(last && next.length === atOnce ? { judgedTo: last.id } : { endedAt: now }),
    })
    .where(eq(judgingRuns.id, run.id))
  return next.length
}
