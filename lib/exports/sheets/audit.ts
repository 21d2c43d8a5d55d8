/** The audit log, entry by entry, with the hashes that chain it. */
import { sql } from 'drizzle-orm'
import {
  type Column,
  column,
  type Frame,
  frameColumns,
  lineOf,
  type SqlSheet,
  typed,
  utc,
} from '@/lib/exports/sheets/common'

const columns = (frame: Frame): Column[] => [
  ...frameColumns(frame),
  column('seq', sql`e.seq`),
  column('at', utc(sql`e.at`)),
  column('actor_kind', sql`e.actor_kind`),
  column('actor_ref', sql`w.ref`),
  column('actor_role', sql`e.actor_role`),
  column('action', sql`e.action`),
  column('outcome', sql`e.outcome`),
  column('subject_kind', sql`e.subject_kind`),
  typed('subject_id', sql`e.subject_id`),
  column('person_ref', sql`p.ref`),
  typed('detail', sql`e.detail`),
  column('previous', sql`e.previous`),
  column('hash', sql`e.hash`),
]

export const auditSheet: SqlSheet = {
  kind: 'audit',
  keyed: 'seq',
  columns,
  chunk: (frame, { from, to }) => sql`
    select coalesce(string_agg(line, '' order by seq), '') as chunk, count(*)::int as rows from (
      select e.seq, ${lineOf(columns(frame))} as line
      from audit_entries e
      left join people w on w.id = e.actor_id
      left join people p on p.id = e.person_id
      where e.seq > ${from}::bigint and e.seq <= ${to}::bigint and e.at <= ${frame.asOf.toISOString()}::timestamptz
    ) lines`,
}
