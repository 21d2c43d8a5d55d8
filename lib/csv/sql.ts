/** The same lines as lib/csv/write.ts, put together by the database: PostgreSQL 15 and later, and PGlite, UTF-8. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { guarded, leftOut } from '@/lib/csv/guard'

/** One field with its quotes, as text. Takes any expression that casts to text; evaluates it once. Null is empty. */
export function csvField(expression: SQLWrapper): SQL<string> {
  const seen = sql`regexp_replace(coalesce((${expression})::text, ''), ${unseen}, '', 'g')`
  return sql`'"' || replace(regexp_replace(${seen}, ${dangerousStart}, ${apostropheBefore}), '"', '""') || '"'`
}

/**
 * One field whose text needs neither guard nor doubling of quotes, by its nature: words of our own closed lists,
 * identifiers, dates, counts from 0. Cheaper than csvField; never for what somebody typed.
 */
export function csvWord(expression: SQLWrapper): SQL<string> {
  return sql`'"' || coalesce((${expression})::text, '') || '"'`
}

/** One line with its CRLF, from fields made by csvField and csvWord. */
export function csvLine(fields: readonly SQL<string>[]): SQL<string> {
  return sql`${sql.join([...fields], sql` || ',' || `)} || ${lineEnd}`
}

/** Constants of ours, written into the statement: nothing in them varies, so nothing need be sent beside it. */
const unseen = sql.raw(`'${setOf(leftOut)}'`)
const dangerousStart = sql.raw(`'^''*${setOf(guarded)}'`)
const apostropheBefore = sql.raw(String.raw`'''\&'`)
const lineEnd = sql.raw(String.raw`E'\r\n'`)

/** A bracket expression of code points, as PostgreSQL's expressions read it. Its text never holds NUL. */
function setOf(ranges: readonly (readonly [number, number])[]): string {
  return `[${ranges.map(([from, to]) => `${point(Math.max(from, 1))}-${point(to)}`).join('')}]`
}

function point(code: number): string {
  return `\\U${code.toString(16).padStart(8, '0')}`
}
