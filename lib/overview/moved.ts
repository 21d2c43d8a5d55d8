/**
 * How many people of each group joined, left or changed since that group's figures were last released (security D6).
 * One who joined is not also counted as changed; ageing of an answer is a change.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { ReleasedFigures } from '@/lib/overview/figures'
import type { GroupKey } from '@/lib/overview/measures'
import { otherIntervals, reaged } from '@/lib/overview/moved-by-settings'
import type { Moved, RawTotals } from '@/lib/overview/raw'
import { type Instant, rowsOf } from '@/lib/overview/totals'
import { daysByItem } from '@/lib/posture/store-age'
import type { Tier } from '@/lib/vocabulary'

export async function movedSince(
  tx: Tx,
  instant: Instant,
  previous: ReleasedFigures | null,
): Promise<RawTotals['moved']> {
  const moved: Partial<Record<GroupKey, Moved>> = {}
  const since = new Map<string, GroupKey[]>()
  for (const [key, group] of Object.entries(previous?.groups ?? {}) as [
    GroupKey,
    { shown: boolean; asOf?: string },
  ][]) {
    if (group.shown && group.asOf) since.set(group.asOf, [...(since.get(group.asOf) ?? []), key])
  }
  if (since.size === 0) return moved
  const days = [...since.keys()]
  const cells = await cellsMoved(tx, instant, days, await otherIntervals(tx, days, instant.intervals))
  for (const [asOf, groups] of since) {
    const there = cells.filter((cell) => cell.since === asOf)
    for (const group of groups) moved[group] = sumOf(there.filter((cell) => isIn(cell, group)))
  }
  return moved
}

type Cell = Moved & { since: string; unit: string; tier: Tier }

const isIn = ({ unit, tier }: Cell, group: GroupKey) =>
  group === 'organisation' || group === tier || group === `unit:${unit}`

const sumOf = (cells: Cell[]): Moved =>
  cells.reduce(
    (sum, { joined, left, changed }) => ({
      joined: sum.joined + joined,
      left: sum.left + left,
      changed: sum.changed + changed,
    }),
    { joined: 0, left: 0, changed: 0 },
  )

/**
 * Everything that figures are counted from is walked over once, however many groups keep figures of other days: of each
 * person the last moment that anything of theirs began or ceased to count, and the last day that something grew old. To
 * be judged for the first time, and nothing known, is no change: it counts the same as not to have been judged.
 */
function cellsMoved(
  tx: Tx,
  instant: Instant,
  since: readonly string[],
  others: Awaited<ReturnType<typeof otherIntervals>>,
): Promise<Cell[]> {
  const { at, intervals } = instant
  const end = sql`${at.toISOString()}::timestamptz`
  const today = dayOf(end)
  const last = (table: string, aged: SQL, blank: SQL = sql`false`) => sql`
    select person_id, max(greatest(case when valid_from <= ${end} and not (${blank}) then valid_from end,
        case when valid_to <= ${end} then valid_to end)) as changed_at,
      max(case when valid_from <= ${end} and (valid_to is null or valid_to > ${end}) then ${aged} end) as old_on
    from ${sql.raw(table)} group by person_id`
  /** The first day on which an answer was old; null while it is not. */
  const oldOn = (days: SQL) =>
    sql`case when confirmed_on < ${today} - ${days} then confirmed_on + ${days} + 1 end`
  const never = sql`null::date`
  const days = sql.join(
    since.map((asOf) => sql`(${asOf}::text, ${!others.has(asOf)}::boolean)`),
    sql`, `,
  )
  return rowsOf<Cell>(
    tx,
    sql`with each as (
      ${last('account_statements', oldOn(sql`${intervals.accounts}::int`))} union all
      ${last('line_statements', oldOn(sql`${intervals.lines}::int`))} union all
      ${last('inventory_statements', never)} union all
      ${last('piece_statements', never)} union all
      ${last('said_none', never)} union all
      ${last('standings', never, sql`scope_kind = 'person' and level is null and ways_in = 0`)} union all
      ${last(
        'verdicts',
        sql`case when verdict <> 'unknown' then ${oldOn(daysByItem(sql`item`, intervals))} end`,
        sql`scope_kind = 'person' and verdict = 'unknown' and unknown_kind = 'never_asked'`,
      )}),
    touched as (select person_id, max(changed_at) as changed_at, max(old_on) as old_on from each group by person_id),
    reaged as (${reaged(instant, others)}),
    since as (select as_of, as_of::timestamptz as start, same from (values ${days}) as v (as_of, same))
    select f.as_of as since, coalesce(p.unit_id::text, 'none') as unit, p.tier,
      count(*) filter (where p.invited_at > f.start and p.invited_at <= ${end}
        and (p.deactivated_at is null or p.deactivated_at > ${end}))::int as joined,
      count(*) filter (where p.invited_at <= f.start and p.deactivated_at > f.start and p.deactivated_at <= ${end})::int as "left",
      count(*) filter (where p.invited_at <= f.start and (p.deactivated_at is null or p.deactivated_at > ${end})
        and (t.changed_at > f.start or (f.same and t.old_on > ${dayOf(sql`f.start`)}) or r.person_id is not null))::int as changed
    from since f cross join people p left join touched t on t.person_id = p.id
    left join reaged r on r.as_of = f.as_of and r.person_id = p.id
    group by 1, 2, 3`,
  )
}

const dayOf = (moment: SQL) => sql`(${moment} at time zone 'UTC')::date`
