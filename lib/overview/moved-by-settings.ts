/** Answers that grew old, or young again, because the organisation set other intervals since figures were made. */
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { snapshots } from '@/db/schema/posture'
import type { Instant } from '@/lib/overview/totals'
import { daysByItem } from '@/lib/posture/store-age'

type Intervals = Instant['intervals']

/** The intervals that figures of those days were made by, where they are not today's. */
export async function otherIntervals(
  tx: Tx,
  since: readonly string[],
  now: Intervals,
): Promise<ReadonlyMap<string, Intervals>> {
  const rows = await tx
    .select({ asOf: snapshots.asOf, intervals: sql<Intervals | null>`${snapshots.raw}->'intervals'` })
    .from(snapshots)
    .where(
      inArray(
        snapshots.asOf,
        since.map((asOf) => new Date(asOf)),
      ),
    )
  const differs = (then: Intervals) =>
    Object.keys(now).some((key) => then[key as keyof Intervals] !== now[key as keyof Intervals])
  return new Map(
    rows.flatMap(({ asOf, intervals }) =>
      intervals && differs(intervals) ? [[asOf.toISOString(), intervals] as const] : [],
    ),
  )
}

/**
 * A statement that gives `as_of` and `person_id` for whoever has an answer that was old at one end and is not at the other.
 * @param others as `otherIntervals` gives them
 */
export function reaged({ at, intervals }: Instant, others: ReadonlyMap<string, Intervals>): SQL {
  const end = sql`${at.toISOString()}::timestamptz`
  const legs = [...others].flatMap(([asOf, then]) => {
    const leg = (table: string, days: (of: Intervals) => SQL) => {
      const old = (moment: SQL, of: Intervals) =>
        sql`(confirmed_on < (${moment} at time zone 'UTC')::date - ${days(of)})`
      return sql`select ${asOf}::text as as_of, person_id from ${sql.raw(table)}
        where valid_from <= ${end} and (valid_to is null or valid_to > ${end})
          and ${old(sql`${asOf}::timestamptz`, then)} <> ${old(end, intervals)}`
    }
    return [
      leg('account_statements', (of) => sql`${of.accounts}::int`),
      leg('line_statements', (of) => sql`${of.lines}::int`),
      sql`${leg('verdicts', (of) => daysByItem(sql`item`, of))} and verdict <> 'unknown'`,
    ]
  })
  return legs.length === 0
    ? sql`select null::text as as_of, null::uuid as person_id where false`
    : sql.join(legs, sql` union `)
}
