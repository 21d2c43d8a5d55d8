/** One row for each person, item and unit (guidance section 13). */
import { type SQL, sql } from 'drizzle-orm'
import {
  answeredBy,
  type Column,
  column,
  countedAt,
  type Frame,
  frameColumns,
  lineOf,
  methodsIn,
  oldBefore,
  personColumns,
  type SqlSheet,
  serviceColumns,
  textColumns,
  thereAt,
} from '@/lib/exports/sheets/common'
import { judgedRows, pieceOfItem } from '@/lib/exports/sheets/judged'
import type { LabelCode } from '@/lib/guidance/codes'
import { holderOnlyItems, itemsInOrder } from '@/lib/guidance/items'
import { daysByItem } from '@/lib/posture/store-age'
import { itemWords } from '@/lib/words/guidance'

const shortNames = Object.fromEntries(Object.entries(itemWords).map(([item, { short }]) => [item, short]))
const paragraphs = Object.fromEntries(
  Object.entries(itemWords).map(([item, { paragraph }]) => [item, paragraph]),
)
const pieceOf = sql`${JSON.stringify(pieceOfItem)}::jsonb->>v.item`
/** Of what nobody answered, nobody said it. */
const answered = (value: SQL) => sql`case when v.confirmed_on is not null then ${value} end`

/** Not known any more: the answer it rests on is older than the organisation's interval (section 0, decision 2). */
const isOld = ({ asOf, intervals }: Frame): SQL =>
  sql`(v.verdict <> 'unknown' and v.confirmed_on < ${oldBefore(asOf, 0)} - ${daysByItem(sql`v.item`, intervals)})`

/** Beside a verdict that the organisation alone can change. */
const asksOrganisation: readonly LabelCode[] = [
  'held_by_employer',
  'asked_of_organisation',
  'prevented_by_employer',
  'blocked_by_administrator',
  'ruling_awaited',
]
const asksNobodyElse = itemsInOrder.filter(({ whoActs }) => !whoActs.includes('person')).map(({ id }) => id)

/**
 * The organisation where nobody else can act, or where it said by then that it provides this item; else the person
 * (section 3: what is provided centrally changes who acts, neither whether it is asked nor how it is judged).
 */
const whoActs = ({ asOf }: Frame): SQL => {
  const at = sql`${asOf.toISOString()}::timestamptz`
  return sql`case when v.labels && ${words(asksOrganisation)} or v.item = any(${words(asksNobodyElse)}) or v.item in (
    select item from provided_items where made_at <= ${at} and (ended_at is null or ended_at > ${at})
  ) then 'organisation' else 'person' end`
}

const words = (list: readonly string[]) => sql`${`{${list.join(',')}}`}::text[]`

const columns = (frame: Frame): Column[] => [
  ...frameColumns(frame),
  ...textColumns(sql`v.guidance_version`),
  column('item_id', sql`v.item`),
  column('item_text_short', sql`${JSON.stringify(shortNames)}::jsonb->>v.item`),
  column('guidance_paragraph', sql`${JSON.stringify(paragraphs)}::jsonb->>v.item`),
  column('scope_kind', sql`v.scope_kind`),
  column('scope_id', sql`v.scope_id`),
  ...personColumns,
  ...serviceColumns(frame),
  column('account_value', sql`s.facts->>'value'`),
  column('held_as', sql`s.facts->>'heldAs'`),
  column('sms_second_factor', sql`s.facts->>'smsSecondFactor'`),
  column('sms_recovery', sql`s.facts->>'smsRecovery'`),
  column('sms_forced_basis', sql`s.facts->>'smsForcedBasis'`),
  column('methods_on', methodsIn('on')),
  column('fido_offered', sql`s.facts->>'fidoOffered'`),
  column('line_pin', sql`l.facts->>'accountPin'`),
  column('line_port_lock', sql`l.facts->>'portOutLock'`),
  column('line_sim_lock', sql`l.facts->>'simChangeLock'`),
  column('verdict', sql`case when ${isOld(frame)} then 'unknown' else v.verdict end`),
  column(
    'label',
    sql`concat_ws(' ', nullif(array_to_string(v.labels, ' '), ''), case when ${isOld(frame)} then 'answer_is_old was_' || v.verdict end)`,
  ),
  column('unknown_kind', sql`case when ${isOld(frame)} then 'old' else v.unknown_kind end`),
  column('confidence', answered(sql`coalesce(s.source, l.source, q.source, 'self_stated')`)),
  column('confirmed_on', sql`v.confirmed_on`),
  column('entered_on', sql`v.entered_on`),
  column(
    'answered_by_kind',
    answered(sql`coalesce(${answeredBy('s')}, ${answeredBy('l')}, ${answeredBy('q')}, 'holder')`),
  ),
  column('evidence_kind', sql`'none'::text`),
  column('evidence_date', sql`null::text`),
  column('evidence_ends', sql`null::text`),
  column('exception_ends', sql`x.ends_on`),
  column('next_action_code', sql`v.next_action`),
  column('who_acts', whoActs(frame)),
]

/** The exceptions that counted at the instant: approved before, not ended by anybody yet, and their day not over. */
const acceptedAt = (asOf: Date, { from, to }: { from: string; to: string }) => {
  const at = sql`${asOf.toISOString()}::timestamptz`
  return sql`
    select person_id, item, scope_id, max(ends_on) as ends_on from exceptions
    where person_id > ${from}::uuid and person_id <= ${to}::uuid
      and outcome = 'approved' and decided_at <= ${at} and (ended_at is null or ended_at > ${at})
      and ends_on >= ${oldBefore(asOf, 0)}
    group by person_id, item, scope_id`
}

export const verdictSheet: SqlSheet = {
  kind: 'verdicts',
  keyed: 'person',
  columns,
  chunk: (frame, { from, to }) => sql`
    select coalesce(string_agg(line, '' order by person_id, item, scope_id), '') as chunk, count(*)::int as rows from (
      select v.person_id, v.item, v.scope_id, ${lineOf(columns(frame))} as line
      from (${judgedRows(frame, { from, to })}) v
      join people p on p.id = v.person_id and ${thereAt(frame.asOf)}
      left join units u on u.id = p.unit_id
      left join accounts a on v.scope_kind = 'account' and a.person_id = v.person_id and a.id = v.scope_id
      left join account_statements s on s.person_id = a.person_id and s.account_id = a.id
        and s.source = 'self_stated' and ${countedAt('s', frame.asOf)}
      left join line_statements l on v.scope_kind = 'line' and l.person_id = v.person_id and l.line_id = v.scope_id
        and l.source = 'self_stated' and ${countedAt('l', frame.asOf)}
      left join piece_statements q on q.person_id > ${from}::uuid and q.person_id <= ${to}::uuid
        and q.person_id = v.person_id and q.scope_id = v.scope_id and q.piece = ${pieceOf}
        and q.source = 'self_stated' and ${countedAt('q', frame.asOf)}
      left join (${acceptedAt(frame.asOf, { from, to })}) x
        on x.person_id = v.person_id and x.item = v.item and x.scope_id = v.scope_id
      where not ${wouldTellOfHold}
    ) lines`,
}

/**
 * On a phone of the employer these two turn round where messages are on legal hold, which is for few to know: whoever
 * has the ruling at hand could read the hold off them (section 4, G1.9). Left out for everybody who has the app there.
 */
const wouldTellOfHold = sql`(v.item in (${sql.join(
  holderOnlyItems.map((item) => sql`${item}`),
  sql`, `,
)}) and coalesce(q.facts->>'onDevice' in ('employer_phone', 'both'), false))`
