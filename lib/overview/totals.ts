/**
 * Counts an organisation as of one instant, in a handful of set-based statements: what leadership's release is made from.
 * Guidance section 12, items 1 to 7. An answer past its interval counts as old and as nothing else (decision 2).
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { type ActionCode, type ItemId, itemIds } from '@/lib/guidance/codes'
import { itemsInOrder } from '@/lib/guidance/items'
import type { OrganisationSettings } from '@/lib/organisation/settings'
import {
  type Items,
  itemParts,
  type PeopleMeasure,
  peopleMeasures,
  type ThingMeasure,
  thingMeasures,
} from '@/lib/overview/measures'
import type { RawBeyondReach, RawCell, RawChange, RawThing, RawTotals } from '@/lib/overview/raw'
import { daysByItem } from '@/lib/posture/store-age'
import { whoSaidSomething } from '@/lib/posture/store-started'
import type { Tier } from '@/lib/vocabulary'

export type Instant = { at: Date; intervals: OrganisationSettings['intervals'] }

/** Everything but what has a date of its own, or moved since an earlier release (the files beside this one). */
export async function totalsAt(
  tx: Tx,
  instant: Instant,
): Promise<Omit<RawTotals, 'moved' | 'exceptions' | 'apps'>> {
  const [cells, items, things, changes, beyondReach] = await Promise.all([
    cellsAt(tx, instant),
    itemsAt(tx, instant),
    thingsAt(tx, instant),
    changesAt(tx, instant),
    beyondReachAt(tx, instant),
  ])
  return { asOf: instant.at.toISOString(), cells, items, things, changes, beyondReach }
}

/** How each measure is told of one person: an expression over the flags gathered in `each`. */
const ofPerson: Readonly<Record<PeopleMeasure, string>> = {
  started: 'started',
  level_known: 'started and known',
  level_3_or_less: 'started and known and level <= 3',
  level_2_or_less: 'started and known and level <= 2',
  level_1_or_less: 'started and known and level <= 1',
  level_0: 'started and known and level <= 0',
  text_opens: 'text_opens',
  weak_fallback: 'weak_fallback',
  text_forced: 'text_forced',
  number_opens: 'number_opens',
  exposed_by_number: 'exposed',
  line_without_pin: 'no_pin',
  high_value_without_fido: 'no_fido',
  cannot_mend: 'cannot_mend',
}

async function cellsAt(tx: Tx, instant: Instant): Promise<RawCell[]> {
  const counts = sql.raw(
    peopleMeasures.map((m) => `count(*) filter (where ${ofPerson[m]})::int as ${m}`).join(', '),
  )
  const rows = await rowsOf<{ unit: string; tier: Tier; people: number } & Record<PeopleMeasure, number>>(
    tx,
    sql`with ${base(instant)},
    by_account as (
      select person_id, bool_or(not fresh) as aged, bool_or(fresh and text_opens) as text_opens,
        bool_or(fresh and weak) as weak_fallback, bool_or(fresh and forced) as text_forced,
        bool_or(fresh and by_number) as number_opens, bool_or(fresh and no_fido) as no_fido,
        bool_or(fresh and beyond) as beyond
      from account_now group by person_id),
    by_line as (
      select person_id, bool_or(not fresh) as aged, bool_or(fresh and not_met) as no_pin, bool_or(fresh and beyond) as beyond
      from line_now group by person_id),
    exposure as (
      select distinct a.person_id from account_now a join line_now l
        on l.person_id = a.person_id and l.line_id::text = a.phone_line
      where a.fresh and l.fresh and a.text_opens and l.not_met),
    said as (select distinct person_id from (${whoSaidSomething((alias) => counted(alias, instant))}) anything),
    each as (
      select coalesce(m.unit_id::text, 'none') as unit, m.tier,
        (a.person_id is not null or l.person_id is not null or s.person_id is not null) as started,
        (t.level is not null and not coalesce(a.aged, false) and not coalesce(l.aged, false)) as known, t.level,
        coalesce(a.text_opens, false) as text_opens, coalesce(a.weak_fallback, false) as weak_fallback,
        coalesce(a.text_forced, false) as text_forced, coalesce(a.number_opens, false) as number_opens,
        (x.person_id is not null) as exposed, coalesce(l.no_pin, false) as no_pin,
        coalesce(a.no_fido, false) as no_fido, (coalesce(a.beyond, false) or coalesce(l.beyond, false)) as cannot_mend
      from member m
      left join by_account a on a.person_id = m.id
      left join by_line l on l.person_id = m.id
      left join said s on s.person_id = m.id
      left join exposure x on x.person_id = m.id
      left join standing_now t on t.person_id = m.id and t.scope_kind = 'person')
    select unit, tier, count(*)::int as people, ${counts} from each group by unit, tier order by unit, tier`,
  )
  return rows.map(({ unit, tier, people, ...counts }) => ({ unit, tier, people, counts }))
}

/** What somebody who has listed everything and has none of it is not concerned by. */
const inventoried = itemsInOrder
  .filter(({ unit }) => unit === 'account' || unit === 'line')
  .map(({ id }) => id)
  .concat('G2.2')

/** Each person stands once on each item: the worst of theirs, known bad before unknown (section 0, scope units). */
async function itemsAt(tx: Tx, instant: Instant): Promise<Record<Tier, Items<number>>> {
  const rows = await rowsOf<{ tier: Tier; item: ItemId; part: (typeof itemParts)[number]; people: number }>(
    tx,
    sql`with ${base(instant)},
    item as (select unnest(${list(itemIds)}) as item),
    said as (
      select v.person_id, v.item, bool_or(v.verdict = 'not_met' and not v.aged) as not_met, bool_or(v.aged) as aged,
        bool_or(v.unknown_kind = 'not_sure') as not_sure, bool_or(v.unknown_kind = 'unanswered') as unanswered,
        bool_or(v.unknown_kind = 'never_asked') as never_asked,
        bool_or(v.verdict = 'partly_met' and not v.aged) as partly_met, bool_or(v.verdict = 'met' and not v.aged) as met
      from verdict_now v group by v.person_id, v.item),
    judged as (
      select m.tier, i.item, case
        when s.not_met then 'not_met' when s.aged then 'old' when s.not_sure then 'not_sure'
        when s.unanswered then 'unanswered' when s.never_asked then 'never_asked'
        when s.partly_met then 'partly_met' when s.met then 'met' when s.person_id is not null then 'not_applicable'
        when n.person_id is not null and ((n.stated_complete_on is not null and i.item = any(${list(inventoried)}))
          or (n.no_lines and i.item like 'G5%'))
          then 'not_applicable'
        else 'never_asked' end as part
      from member m cross join item i
      left join said s on s.person_id = m.id and s.item = i.item
      left join inventory_statements n on n.person_id = m.id and ${counted('n', instant)})
    select tier, item, part, count(*)::int as people from judged group by tier, item, part`,
  )
  const empty = (): Items<number> =>
    Object.fromEntries(itemIds.map((item) => [item, Object.fromEntries(itemParts.map((part) => [part, 0]))]))
  const items: Record<Tier, Items<number>> = { standard: empty(), highly_targeted: empty() }
  for (const { tier, item, part, people } of rows) {
    items[tier] = {
      ...items[tier],
      [item]: { ...items[tier][item], [part]: people } as Record<typeof part, number>,
    }
  }
  return items
}

/** Of each thing: how to tell it, and out of which things the owners of the others are counted. */
const ofThing: Readonly<
  Record<ThingMeasure, { of: 'account_now' | 'line_now'; where: string; among: string }>
> = {
  accounts: { of: 'account_now', where: 'true', among: 'false' },
  text_opens: { of: 'account_now', where: 'fresh and text_opens', among: 'true' },
  text_second_factor: { of: 'account_now', where: 'fresh and text_factor', among: 'true' },
  weak_fallback: { of: 'account_now', where: 'fresh and weak', among: 'fresh and text_factor' },
  text_forced: {
    of: 'account_now',
    where: 'fresh and forced and text_factor',
    among: 'fresh and text_factor',
  },
  opens_by_number: { of: 'account_now', where: 'fresh and by_number', among: 'true' },
  high_value: { of: 'account_now', where: 'valuable', among: 'true' },
  fido_offered: { of: 'account_now', where: 'valuable and fido_offered', among: 'valuable' },
  with_fido: {
    of: 'account_now',
    where: 'fresh and valuable and fido_offered and fido_on',
    among: 'valuable and fido_offered',
  },
  lines: { of: 'line_now', where: 'true', among: 'false' },
  carrier_offers_no_pin: { of: 'line_now', where: 'fresh and beyond', among: 'true' },
  pin_possible: { of: 'line_now', where: 'not (fresh and beyond)', among: 'true' },
  with_pin: { of: 'line_now', where: 'fresh and pin_set and not beyond', among: 'not (fresh and beyond)' },
  without_pin: { of: 'line_now', where: 'fresh and not_met', among: 'true' },
}

async function thingsAt(tx: Tx, instant: Instant): Promise<Record<ThingMeasure, RawThing>> {
  const one = (m: ThingMeasure) => {
    const { of, where, among } = ofThing[m]
    return `select '${m}' as measure, count(*) filter (where ${where})::int as count,
      count(distinct person_id) filter (where ${where})::int as people,
      count(distinct person_id) filter (where (${among}) and not (${where}))::int as others from ${of}`
  }
  const each = sql.raw(thingMeasures.map(one).join(' union all '))
  const rows = await rowsOf<{ measure: ThingMeasure } & RawThing>(tx, sql`with ${base(instant)} ${each}`)
  const found = new Map(rows.map(({ measure, ...thing }) => [measure, thing]))
  const none: RawThing = { count: 0, people: 0, others: 0 }
  return Object.fromEntries(thingMeasures.map((m) => [m, found.get(m) ?? none])) as Record<
    ThingMeasure,
    RawThing
  >
}

/** What would close most: every change in anybody's reach, by what it is (section 12; the weakest way in). */
const changesAt = (tx: Tx, instant: Instant) =>
  rowsOf<RawChange & { action: ActionCode }>(
    tx,
    sql`with ${base(instant)}
    select c->>'action' as action, count(*)::int as places, count(distinct t.person_id)::int as people,
      sum((c->>'closes')::int)::int as ways
    from standing_now t join member m on m.id = t.person_id, jsonb_array_elements(t.standing->'changes') c
    where t.scope_kind = 'person' and (c->>'inReach')::boolean and (c->>'closes')::int > 0
    group by c->>'action' order by ways desc, action`,
  )

/** What no person can mend, by service and carrier (section 12, item 7). */
const beyondReachAt = (tx: Tx, instant: Instant) =>
  rowsOf<RawBeyondReach>(
    tx,
    sql`with ${base(instant)}
    select 'service' as kind, service_id as id, count(*)::int as count, count(distinct person_id)::int as people
      from account_now where fresh and beyond and service_id is not null group by service_id
    union all
    select 'carrier', carrier_id, count(*)::int, count(distinct person_id)::int
      from line_now where fresh and beyond and carrier_id is not null group by carrier_id
    order by kind, id`,
  )

/** The rows that counted at the instant: members, their accounts and lines with what is counted of them, verdicts. */
function base({ at, intervals }: Instant): SQL {
  const instant = { at, intervals }
  const moment = sql`${at.toISOString()}::timestamptz`
  const since = (days: number) => sql`((${moment} at time zone 'UTC')::date - ${days}::int)`
  return sql`
    member as (
      select id, unit_id, tier from people
      where invited_at <= ${moment} and (deactivated_at is null or deactivated_at > ${moment})),
    standing_now as (select * from standings t where ${counted('t', instant)}),
    verdict_now as (
      select v.person_id, v.item, v.scope_kind, v.scope_id, v.verdict, v.labels, v.unknown_kind,
        (v.verdict <> 'unknown' and v.confirmed_on <
          (${moment} at time zone 'UTC')::date - ${daysByItem(sql`v.item`, intervals)}) as aged
      from verdicts v join member m on m.id = v.person_id where ${counted('v', instant)}),
    account_now as (
      select s.person_id, s.account_id, a.service_id, s.facts->>'phoneLine' as phone_line,
        s.confirmed_on >= ${since(intervals.accounts)} as fresh,
        s.facts->>'smsSecondFactor' = 'on' as text_factor,
        (s.facts->>'smsSecondFactor' = 'on'
          or s.facts->>'smsRecovery' in ('on_can_be_removed', 'on_forced_by_service', 'on_removal_not_sure')) as text_opens,
        coalesce(s.facts->>'smsSecondFactor' = 'on' and g3.labels @> '{weak_fallback}', false) as weak,
        coalesce((s.facts->>'smsSecondFactor' = 'on'
            or s.facts->>'smsRecovery' in ('on_can_be_removed', 'on_forced_by_service', 'on_removal_not_sure'))
          and g3.labels @> '{forced_by_service}', false) as forced,
        coalesce(g2.verdict = 'not_met', false) as no_fido,
        coalesce(g3.labels && '{forced_by_service,sms_is_all_it_offers}' or g2.labels @> '{service_offers_no_fido}', false) as beyond,
        s.facts->>'value' <> 'less_valuable' as valuable,
        coalesce(g2.verdict not in ('not_applicable', 'unknown'), false) as fido_offered,
        coalesce(g2.verdict = 'met', false) as fido_on,
        coalesce(jsonb_path_exists(t.standing,
          '$.ways[*] ? (@.startsWith == "number_moved" || @.startsWith == "text_or_call_intercepted")'), false) as by_number
      from account_statements s
      join accounts a on a.person_id = s.person_id and a.id = s.account_id and (a.removed_at is null or a.removed_at > ${moment})
      join member m on m.id = s.person_id
      left join standing_now t on t.person_id = s.person_id and t.scope_id = s.account_id
      left join verdicts g2 on g2.person_id = s.person_id and g2.scope_id = s.account_id and g2.item = 'G2.0' and ${counted('g2', instant)}
      left join verdicts g3 on g3.person_id = s.person_id and g3.scope_id = s.account_id and g3.item = 'G3' and ${counted('g3', instant)}
      where s.source = 'self_stated' and ${counted('s', instant)}),
    line_now as (
      select s.person_id, s.line_id, s.facts->>'carrierId' as carrier_id,
        s.confirmed_on >= ${since(intervals.lines)} as fresh,
        coalesce(g5.verdict = 'not_met', false) as not_met,
        s.facts->>'accountPin' in ('set', 'set_by_employer') as pin_set,
        coalesce(g5.labels @> '{carrier_offers_no_pin}', false) as beyond
      from line_statements s
      join lines n on n.person_id = s.person_id and n.id = s.line_id and (n.removed_at is null or n.removed_at > ${moment})
      join member m on m.id = s.person_id
      left join verdicts g5 on g5.person_id = s.person_id and g5.scope_id = s.line_id and g5.item = 'G5.0' and ${counted('g5', instant)}
      where s.source = 'self_stated' and ${counted('s', instant)})`
}

function counted(alias: string, { at }: Instant): SQL {
  const row = sql.raw(alias)
  const moment = sql`${at.toISOString()}::timestamptz`
  return sql`(${row}.valid_from <= ${moment} and (${row}.valid_to is null or ${row}.valid_to > ${moment}))`
}

const list = (words: readonly string[]) => sql`${sql.raw(`'{${words.join(',')}}'`)}::text[]`

/** One driver gives the rows, the other an object that holds them. */
export async function rowsOf<Row>(tx: Tx, statement: SQL): Promise<Row[]> {
  const answer: unknown = await tx.execute(statement)
  return (Array.isArray(answer) ? [...answer] : (answer as { rows: unknown[] }).rows) as Row[]
}
