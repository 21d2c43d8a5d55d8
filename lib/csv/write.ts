/** Writing CSV (RFC 4180): every field quoted, CRLF, UTF-8 with byte order mark, formulas made harmless. */
import { guard } from '@/lib/csv/guard'

/** Stands once, before the header line: without it Excel reads UTF-8 as something else. */
export const byteOrderMark = '\ufeff'

/** One field with its quotes. Null is an empty field. Numbers and dates: hand in the text that is meant. */
export function csvField(value: string | null): string {
  return `"${guard(value ?? '').replaceAll('"', '""')}"`
}

/** One line with its CRLF. */
export function csvLine(values: readonly (string | null)[]): string {
  return `${values.map(csvField).join(',')}\r\n`
}
