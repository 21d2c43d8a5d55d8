/**
 * How many people of each group joined, left or changed since that group's figures were last released (security D6).
 * One who joined is not also counted as changed; ageing of an answer is a change.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { ReleasedFigures } from '@/lib/overview/figures'
import type { GroupKey } from '@/lib/overview/measures'
import type { Moved, RawTotals } from '@/lib/overview/raw'
import { type Instant, rowsOf } from '@/lib/overview/totals'
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
  for (const [asOf, groups] of since) {
    const cells = await cellsMoved(tx, instant, new Date(asOf))
    for (const group of groups) moved[group] = sumOf(cells.filter((cell) => isIn(cell, group)))
  }
  return moved
}

type Cell = Moved & { unit: string; tier: Tier }

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

function cellsMoved(tx: Tx, { at, intervals }: Instant, from: Date): Promise<Cell[]> {
  const start = sql`${from.toISOString()}::timestamptz`
  const end = sql`${at.toISOString()}::timestamptz`
  /** Somebody stated something new, or took a statement back, or an answer grew old in between. */
  const touched = (table: SQL, days: number) => sql`
    select person_id from ${table}
    where (valid_from > ${start} and valid_from <= ${end}) or (valid_to > ${start} and valid_to <= ${end})
      or (valid_from <= ${end} and (valid_to is null or valid_to > ${end})
        and confirmed_on >= (${start} at time zone 'UTC')::date - ${days}::int
        and confirmed_on < (${end} at time zone 'UTC')::date - ${days}::int)`
  return rowsOf<Cell>(
    tx,
    sql`with touched as (
      ${touched(sql`account_statements`, intervals.accounts)} union
      ${touched(sql`line_statements`, intervals.lines)} union
      ${touched(sql`inventory_statements`, intervals.inventory)})
    select coalesce(p.unit_id::text, 'none') as unit, p.tier,
      count(*) filter (where p.invited_at > ${start} and p.invited_at <= ${end}
        and (p.deactivated_at is null or p.deactivated_at > ${end}))::int as joined,
      count(*) filter (where p.invited_at <= ${start} and p.deactivated_at > ${start} and p.deactivated_at <= ${end})::int as "left",
      count(*) filter (where p.invited_at <= ${start} and (p.deactivated_at is null or p.deactivated_at > ${end})
        and t.person_id is not null)::int as changed
    from people p left join touched t on t.person_id = p.id
    group by 1, 2`,
  )
}
