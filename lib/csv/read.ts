/** Reading a CSV file that somebody uploads: limits first, then bytes, then structure, then columns. Pure. */
import { CsvError, parse } from 'csv-parse/sync'
import { type BytesProblem, textOf } from '@/lib/csv/bytes'
import { unguard } from '@/lib/csv/guard'

export type CsvProblemCode =
  | BytesProblem
  | 'quotes'
  | 'long_row'
  | 'too_many_rows'
  | 'no_rows'
  | 'missing_column'
  | 'unknown_column'
  | 'repeated_column'
  | 'column_count'
/** Lines are counted from 1, the header's, as a text editor counts them. Null: the file as a whole. */
export type CsvProblem = { code: CsvProblemCode; line: number | null; column: string | null }

/** A record of fields, with the line it begins on. */
export type CsvRecord = { line: number; fields: string[] }
export type CsvLimits = { maxBytes: number; maxRows: number }
export type CsvRow<Column extends string> = { line: number; values: Record<Column, string> }
/** The columns a file may have, by our name. Their order, capitals and blanks do not matter. */
type ColumnRule = { required: boolean; alsoCalled?: readonly string[] }
export type CsvHeader<Column extends string> = Record<Column, ColumnRule>
export type CsvRead<Found> = { ok: true; rows: Found[] } | { ok: false; problems: CsvProblem[] }

/**
 * The rows of a file with a header line, each value as typed (an apostrophe against formulas taken away), '' for an
 * optional column that is not there; or every problem found, at most 100. Takes CRLF, LF or CR, with or without byte
 * order mark; comma, or semicolon or tab as some spreadsheets write. Empty lines are passed over. Never throws.
 */
export function readCsv<Column extends string>(
  bytes: Uint8Array,
  rules: CsvLimits & { header: CsvHeader<Column> },
): CsvRead<CsvRow<Column>> {
  const decoded = textOf(bytes, rules.maxBytes)
  if ('code' in decoded) return refused({ ...decoded, column: null })
  const read = recordsOf(decoded.text, rules.maxRows, separatorOf(decoded.text, rules.header))
  return read.ok ? rowsOf(read.rows, rules.header) : read
}

/** All records of a file with commas, the header's first: as readCsv, without a word on columns. */
export function readRecords(bytes: Uint8Array, limits: CsvLimits): CsvRead<CsvRecord> {
  const decoded = textOf(bytes, limits.maxBytes)
  if ('code' in decoded) return refused({ ...decoded, column: null })
  return recordsOf(decoded.text, limits.maxRows, ',')
}

/** Quotation marks inside a field that is not in marks (37°36'37.8"N) are taken as typed; other stray marks are not. */
function recordsOf(text: string, maxRows: number, separator: string, strayMarks = false): CsvRead<CsvRecord> {
  const records: CsvRecord[] = []
  let line = 1
  let seen = 0
  try {
    parse(text, {
      ...structure,
      delimiter: separator,
      relax_quotes: strayMarks,
      on_record: (fields: string[]) => {
        // So the parser leaves a field whose closing mark does not close it.
        if (strayMarks && fields.some((field) => field.startsWith('"'))) throw new BrokenMarks()
        if (fields.length > 1 || fields[0] !== '') records.push({ line, fields })
        // Empty lines count here: a file of nothing else would hold up everybody.
        if (records.length > maxRows + 1 || ++seen > 2 * maxRows + 100) throw new TooMany()
        // Counted here: the parser takes CRLF inside quotes for two lines.
        line += 1 + fields.reduce((sum, field) => sum + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
        return null
      },
    })
  } catch (error) {
    if (error instanceof TooMany) return refused({ code: 'too_many_rows', line, column: null })
    if (error instanceof CsvError && error.code === 'INVALID_OPENING_QUOTE' && !strayMarks) {
      return recordsOf(text, maxRows, separator, true)
    }
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE') {
      return refused({ code: 'long_row', line, column: null })
    }
    if (error instanceof CsvError || error instanceof BrokenMarks) {
      return refused({ code: 'quotes', line, column: null })
    }
    throw error
  }
  return records.length > 0
    ? { ok: true, rows: records }
    : refused({ code: 'empty', line: null, column: null })
}

const structure = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  /** Characters of one row: far beyond any honest one. */
  max_record_size: 50_000,
}

/** The separator under which the first line holds most of the names that are asked for; in doubt the comma. */
function separatorOf<Column extends string>(text: string, header: CsvHeader<Column>): string {
  const names = new Set(Object.entries<ColumnRule>(header).flatMap(([column, rule]) => namesOf(column, rule)))
  const [best] = [',', ';', '\t']
    .map((delimiter) => ({
      delimiter,
      known: firstFields(text, delimiter).filter((name) => names.has(plain(name))),
    }))
    .sort((one, other) => other.known.length - one.known.length)
  return best?.delimiter ?? ','
}

function firstFields(text: string, delimiter: string): string[] {
  try {
    return parse(text, { ...structure, delimiter, to: 1 })[0] ?? []
  } catch {
    return []
  }
}

function refused(problem: CsvProblem): { ok: false; problems: CsvProblem[] } {
  return { ok: false, problems: [problem] }
}

class TooMany extends Error {}
class BrokenMarks extends Error {}

function rowsOf<Column extends string>(
  records: readonly CsvRecord[],
  header: CsvHeader<Column>,
): CsvRead<CsvRow<Column>> {
  const [titles, ...below] = records
  const body = below.filter(({ fields }) => fields.some((field) => field.trim() !== ''))
  const line = titles?.line ?? 1
  const found = withoutEmptyEnd(titles?.fields ?? [])
  const columns = Object.keys(header) as Column[]
  const places = columns.map((column) => ({ column, at: placesOf(column, header[column], found) }))
  const placed = new Set(places.flatMap(({ at }) => at))
  const problems: CsvProblem[] = [
    ...places
      .filter(({ column, at }) => header[column].required && at.length === 0)
      .map(({ column }) => ({ code: 'missing_column' as const, line, column })),
    ...places
      .filter(({ at }) => at.length > 1)
      .map(({ column }) => ({ code: 'repeated_column' as const, line, column })),
    ...found
      .filter((_, at) => !placed.has(at))
      .map((name) => ({ code: 'unknown_column' as const, line, column: unguard(name).slice(0, 60) })),
    ...body
      .filter(
        (record) =>
          withoutEmptyEnd(record.fields).length > found.length || record.fields.length < found.length,
      )
      .map((record) => ({ code: 'column_count' as const, line: record.line, column: null })),
  ]
  if (problems.length === 0 && body.length === 0) problems.push({ code: 'no_rows', line: null, column: null })
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 100) }
  const rows = body.map((record) => ({
    line: record.line,
    values: Object.fromEntries(
      places.map(({ column, at: [at] }) => [
        column,
        at === undefined ? '' : unguard(record.fields[at] ?? ''),
      ]),
    ) as Record<Column, string>,
  }))
  return { ok: true, rows }
}

function placesOf(column: string, rule: ColumnRule, titles: readonly string[]): number[] {
  const names = namesOf(column, rule)
  return titles.flatMap((title, at) => (names.includes(plain(title)) ? [at] : []))
}

function namesOf(column: string, rule: ColumnRule): string[] {
  return [column, ...(rule.alsoCalled ?? [])].map(plain)
}

/** "E-Mail " and "e mail" are one title. */
function plain(title: string): string {
  return unguard(title)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Spreadsheets write separators to the end of their widest row. */
function withoutEmptyEnd(fields: readonly string[]): readonly string[] {
  return fields.slice(0, fields.findLastIndex((field) => field.trim() !== '') + 1)
}
