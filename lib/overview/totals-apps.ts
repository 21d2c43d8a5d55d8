/** Messaging apps in use as of one instant, and the organisation's own verdict on each (G1.3). */
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { RawApps } from '@/lib/overview/raw'
import { rowsOf } from '@/lib/overview/totals'
import { ownApps } from '@/lib/rulings/topics'
import type { Verdict } from '@/lib/vocabulary'

/** @param since when apps were last named in a release; null where they never were */
export async function appsAt(tx: Tx, at: Date, since: Date | null): Promise<RawApps> {
  const [use, verdicts, changed] = await Promise.all([
    rowsOf<RawApps['use'][number]>(
      tx,
      sql`with used as (${usedAt(at)}) select apps, count(*)::int as people from used group by apps order by apps`,
    ),
    rowsOf<{ app: string; verdict: Verdict }>(
      tx,
      sql`select scope_id as app, verdict from organisation_verdicts
        where item = 'G1.3' and valid_from <= ${moment(at)} and (valid_to is null or valid_to > ${moment(at)})`,
    ),
    since && changedBetween(tx, since, at),
  ])
  return { use, verdicts: Object.fromEntries(verdicts.map(({ app, verdict }) => [app, verdict])), changed }
}

/** People who are counted then and now, and who use other apps than they did. */
async function changedBetween(tx: Tx, from: Date, to: Date): Promise<number> {
  const [row] = await rowsOf<{ people: number }>(
    tx,
    sql`with before as (${usedAt(from)}), now as (${usedAt(to)})
      select count(*)::int as people
      from before full join now using (person_id) join people p on p.id = person_id
      where before.apps is distinct from now.apps
        and p.invited_at <= ${moment(from)} and (p.deactivated_at is null or p.deactivated_at > ${moment(to)})`,
  )
  return row?.people ?? 0
}

const usedAt = (at: Date): SQL => sql`
  select a.person_id, array_agg(distinct coalesce(a.service_id, ${ownApps}::text)) as apps
  from messaging_apps a
  join people m on m.id = a.person_id
    and m.invited_at <= ${moment(at)} and (m.deactivated_at is null or m.deactivated_at > ${moment(at)})
  where a.created_at <= ${moment(at)} and (a.removed_at is null or a.removed_at > ${moment(at)})
  group by a.person_id`

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`
