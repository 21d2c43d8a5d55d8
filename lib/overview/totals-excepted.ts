/**
 * Exceptions as of one instant (guidance section 12, item 8), told apart as the security team's own list tells them: one
 * counts to the end of its day where the organisation is; once over it is still open while nothing is known to have been
 * mended and nothing was asked for anew.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { endingDays } from '@/lib/exceptions/rules'
import { type ExceptionMeasure, exceptionMeasures } from '@/lib/overview/measures'
import type { RawExceptions, RawThing } from '@/lib/overview/raw'
import { rowsOf } from '@/lib/overview/totals'

/** @param since when they were last counted for a release; null where they never were */
export async function exceptionsAt(
  tx: Tx,
  at: Date,
  timeZone: string,
  since: Date | null,
): Promise<RawExceptions> {
  const one = (measure: ExceptionMeasure) => {
    const { where, among } = told[measure]
    return `select '${measure}' as measure, count(*) filter (where ${where})::int as count,
      count(distinct person_id) filter (where ${where})::int as people,
      count(distinct person_id) filter (where (${among}) and not (${where}))::int as others from stated`
  }
  const rows = await rowsOf<{ measure: ExceptionMeasure } & RawThing>(
    tx,
    sql`with stated as (${statedAt(at, timeZone)})
      ${sql.raw(exceptionMeasures.map(one).join(' union all '))}`,
  )
  const counts = Object.fromEntries(rows.map(({ measure, ...thing }) => [measure, thing]))
  return {
    counts: counts as RawExceptions['counts'],
    changed: since && (await changedBetween(tx, since, at, timeZone)),
  }
}

const told: Readonly<Record<ExceptionMeasure, { where: string; among: string }>> = {
  open: { where: `state in ('open', 'ending')`, among: 'false' },
  ending: { where: `state = 'ending'`, among: `state = 'open'` },
  lapsed: { where: `state = 'lapsed'`, among: 'false' },
}

/** People who are counted then and now, and whose exceptions are not what they were. */
async function changedBetween(tx: Tx, from: Date, to: Date, timeZone: string): Promise<number> {
  const [row] = await rowsOf<{ people: number }>(
    tx,
    sql`with before as (${statedAt(from, timeZone)}), now as (${statedAt(to, timeZone)})
      select count(distinct person_id)::int as people
      from before full join now using (person_id, id) join people p on p.id = person_id
      where before.state is distinct from now.state
        and p.invited_at <= ${moment(from)} and (p.deactivated_at is null or p.deactivated_at > ${moment(to)})`,
  )
  return row?.people ?? 0
}

/** Each exception that counted at an instant, or is over and was mended by nothing that is known. */
function statedAt(at: Date, timeZone: string): SQL {
  const now = moment(at)
  const today = sql`(${now} at time zone ${timeZone})::date`
  const over = (alias: string) => {
    const one = sql.raw(alias)
    return sql`(coalesce(${one}.ended_at <= ${now}, false) or ${one}.ends_on < ${today})`
  }
  const approved = (alias: string) => {
    const one = sql.raw(alias)
    return sql`(${one}.outcome = 'approved' and ${one}.decided_at <= ${now})`
  }
  return sql`
    select e.person_id, e.id, case when ${over('e')} then 'lapsed'
      when e.ends_on <= ${today} + ${endingDays}::int then 'ending' else 'open' end as state
    from exceptions e
    join people m on m.id = e.person_id
      and m.invited_at <= ${now} and (m.deactivated_at is null or m.deactivated_at > ${now})
    where ${approved('e')} and (not ${over('e')} or (
      exists (select from verdicts v where v.person_id = e.person_id and v.item = e.item and v.scope_id = e.scope_id
        and v.valid_from <= ${now} and (v.valid_to is null or v.valid_to > ${now})
        and v.verdict not in ('met', 'not_applicable'))
      and not exists (select from exceptions later
        where later.person_id = e.person_id and later.item = e.item and later.scope_id = e.scope_id and later.id <> e.id
          and later.requested_at <= ${now}
          and ((${approved('later')} and (not ${over('later')} or later.requested_at > e.requested_at))
            or (coalesce(later.decided_at > ${now}, true) and coalesce(later.ended_at > ${now}, true))))))`
}

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`
