/** What the sheets share: columns as SQL that the database turns into CSV text by itself. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { csvField, csvLine, csvWord } from '@/lib/csv/sql'
import { guidanceId } from '@/lib/guidance/version'
import type { OrganisationSettings } from '@/lib/organisation/settings'
import type { ExportKind } from '@/lib/vocabulary'

/** What a taking is as of, and what it needs of the settings. */
export type Frame = {
  asOf: Date
  exportId: string
  /** The version of the guidance that was judged by at that moment: for what nobody was asked yet. */
  guidanceVersion: string
  /** Days until an answer grows old. */
  intervals: OrganisationSettings['intervals']
  serviceNames: Record<string, string>
}
/** One column: its name in the header, and the SQL of its value. `typed` text is guarded; all else is our own words. */
export type Column = { name: string; value: SQLWrapper; typed?: true }
export type Sheet = SqlSheet | ReadSheet
/** One that the database writes, chunk by chunk. */
export type SqlSheet = {
  kind: ExportKind
  /** A statement that gives one row, `chunk` and `rows`, for the keys after `from` up to and with `to`. */
  chunk: (frame: Frame, range: { from: string; to: string }) => SQL
  columns: (frame: Frame) => Column[]
  /** By person, or by number in the audit log. */
  keyed: 'person' | 'seq'
}
/** A short one with sealed names in it, read whole. */
export type ReadSheet = {
  kind: ExportKind
  rows: (tx: Tx, frame: Frame) => Promise<string[][]>
  columns: (frame: Frame) => { name: string }[]
  keyed: 'whole'
}

export const column = (name: string, value: SQLWrapper): Column => ({ name, value })
export const typed = (name: string, value: SQLWrapper): Column => ({ name, value, typed: true })
export const lineOf = (columns: readonly Column[]) =>
  csvLine(columns.map((each) => (each.typed ? csvField(each.value) : csvWord(each.value))))

/** Text of an instant in UTC, 2026-11-23T10:15:00.000Z, alike on both databases whatever the session's settings. */
export const utc = (value: SQLWrapper) =>
  sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
export const day = (value: SQLWrapper) => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD')`

/** Whether a row with valid_from and valid_to counted at the instant. */
export const countedAt = (alias: string, asOf: Date) => {
  const row = sql.raw(alias)
  const at = sql`${asOf.toISOString()}::timestamptz`
  return sql`(${row}.valid_from <= ${at} and (${row}.valid_to is null or ${row}.valid_to > ${at}))`
}

/** Whether a person was in the organisation at the instant. */
export const thereAt = (asOf: Date) => {
  const at = sql`${asOf.toISOString()}::timestamptz`
  return sql`(p.invited_at <= ${at} and (p.deactivated_at is null or p.deactivated_at > ${at}))`
}

/** The day after which a confirmation was still young enough at the instant. */
export const oldBefore = (asOf: Date, days: number) =>
  sql`(${asOf.toISOString()}::timestamptz at time zone 'UTC')::date - ${days}::int`

export const frameColumns = (frame: Frame): Column[] => [
  column('as_of', sql`${frame.asOf.toISOString()}::text`),
  column('export_id', sql`${frame.exportId}::text`),
]
/** Which text a row rests on, and the version of it that counted then. */
export const textColumns = (version: SQLWrapper): Column[] => [
  column('guidance_id', sql`${guidanceId}::text`),
  column('guidance_version', version),
]
/** By reference, never by name. */
export const personColumns = [
  column('person_ref', sql`p.ref`),
  column('person_tier', sql`p.tier`),
  typed('unit', sql`u.name`),
]

/** A personal account that its holder has not opened: counted, without what it is. */
export const countedOnly = sql`(a.visibility = 'counted_only' and s.facts->>'heldAs' = 'personal')`
export const serviceColumns = (frame: Frame) => [
  column(
    'service_id',
    sql`case when a.id is null or ${countedOnly} then null else coalesce(a.service_id, 'own') end`,
  ),
  typed(
    'service_name',
    sql`case when a.id is null or ${countedOnly} then null else ${JSON.stringify(frame.serviceNames)}::jsonb->>a.service_id end`,
  ),
]
/** The methods of a statement that are on, in words with blanks between, in order. */
export const methodsIn = (state: string) =>
  sql`(select string_agg(m->>'method', ' ' order by m->>'method') from jsonb_array_elements(s.facts->'methods') m where m->>'state' = ${sql.raw(`'${state}'`)})`
/** Whether the holder answered, or somebody for them. */
export const answeredBy = (alias: string) => {
  const row = sql.raw(alias)
  return sql`case when ${row}.id is null then null when ${row}.answered_by = ${row}.person_id then 'holder' else 'on_behalf' end`
}
