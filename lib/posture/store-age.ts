/** The age of many verdicts at once, told by the database as lib/posture/aged.ts tells it of one. */
import { type SQL, sql } from 'drizzle-orm'
import { type Intervals, itemsByDays } from '@/lib/posture/aged'

/** Days an answer to `item` counts, as an SQL expression. @param item the column that holds the item's id. */
export function daysByItem(item: SQL, intervals: Intervals): SQL {
  const whens = [...itemsByDays(intervals)].map(([days, items]) => {
    const list = sql.join(
      items.map((id) => sql`${id}`),
      sql`, `,
    )
    return sql`when ${item} in (${list}) then ${days}::int`
  })
  return sql`case ${sql.join(whens, sql` `)} end`
}
