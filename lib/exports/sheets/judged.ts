/** What the verdict sheet has a row for: each verdict that counted, and each item that nobody was asked about. */
import { type SQL, sql } from 'drizzle-orm'
import { countedAt, type Frame, thereAt } from '@/lib/exports/sheets/common'
import type { ActionCode } from '@/lib/guidance/codes'
import { type GuidanceItem, itemsInOrder } from '@/lib/guidance/items'
import { pieceIds, pieceShape } from '@/lib/guidance/pieces'

type Range = { from: string; to: string }

/**
 * Rows of `verdicts` for some people, and beside them "unknown, never asked" for each item of each person that has no row.
 * An item of accounts or lines is left out for who has some, or said that there are none: then it does not concern them.
 */
export const judgedRows = (frame: Frame, { from, to }: Range): SQL => {
  const some = sql`v.person_id > ${from}::uuid and v.person_id <= ${to}::uuid and ${countedAt('v', frame.asOf)}`
  return sql`
    select v.person_id, v.guidance_version, v.item, v.scope_kind, v.scope_id, v.verdict, v.labels, v.unknown_kind,
      v.confirmed_on, v.entered_on, v.next_action
    from verdicts v where ${some}
    union all
    select p.id, ${frame.guidanceVersion}::text, i.item, 'person', p.id, 'unknown', '{}'::text[], 'never_asked',
      null::date, null::date, i.next_action
    from people p
    cross join (values ${every}) as i (item, unit, next_action)
    left join (
      select v.person_id, array_agg(distinct v.item) as items,
        bool_or(v.scope_kind = 'account' or (v.item = 'G2' and v.verdict = 'not_applicable')) as accounts,
        bool_or(v.scope_kind = 'line' or (v.item = 'G5' and v.verdict = 'not_applicable')) as lines
      from verdicts v where ${some} group by v.person_id
    ) h on h.person_id = p.id
    where p.id > ${from}::uuid and p.id <= ${to}::uuid and ${thereAt(frame.asOf)}
      and (h.items is null or not (
        i.item = any(h.items) or (i.unit = 'account' and h.accounts) or (i.unit = 'line' and h.lines)))`
}

const firstSteps: Readonly<Record<GuidanceItem['unit'], ActionCode>> = {
  account: 'add_first_account',
  line: 'add_first_line',
  person: 'answer_piece',
  phone: 'answer_piece',
  app: 'answer_piece',
}
const every = sql.join(
  itemsInOrder.map(({ id, unit }) => sql`(${id}::text, ${unit}::text, ${firstSteps[unit]}::text)`),
  sql`, `,
)

/** By item, the piece it is answered in. */
export const pieceOfItem: Readonly<Record<string, string>> = Object.fromEntries(
  pieceIds.flatMap((piece) => pieceShape(piece).items.map((item) => [item, piece])),
)
