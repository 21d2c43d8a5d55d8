/**
 * What keeps a spreadsheet from reading text as a formula (guidance section 13, ASVS V1.2.10).
 * One apostrophe is put in front of text that begins, behind any apostrophes of its own, with = + - @ \ | % (also in
 * full width), a blank, a line break or a joiner. Taking one apostrophe away again gives exactly what was there:
 *   =1+1 → '=1+1     -5 → '-5     '=1+1 → ''=1+1     'tis → 'tis     O'Brien → O'Brien
 * Characters that cannot be seen are left out for good: readers drop them, and so uncover what stands behind.
 * The lists below are also read by the database (lib/csv/sql.ts), so they are kept as code points.
 */

/** Left out: control characters but tab and line breaks, zero-width and bidi characters, byte order mark, tags. */
export const leftOut: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe007f],
]

/** Guarded as a first character. Joiners (0x200c, 0x200d) are letters' business inside a word, but hide in front. */
export const guarded: readonly (readonly [number, number])[] = [
  [0x09, 0x0a],
  [0x0d, 0x0d],
  [0x20, 0x20],
  [0x25, 0x25],
  [0x2b, 0x2b],
  [0x2d, 0x2d],
  [0x3d, 0x3d],
  [0x40, 0x40],
  [0x5c, 0x5c],
  [0x7c, 0x7c],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x200c, 0x200d],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfe62, 0xfe63],
  [0xfe66, 0xfe66],
  [0xfe68, 0xfe68],
  [0xfe6a, 0xfe6b],
  [0xff05, 0xff05],
  [0xff0b, 0xff0b],
  [0xff0d, 0xff0d],
  [0xff1d, 0xff1d],
  [0xff20, 0xff20],
  [0xff3c, 0xff3c],
  [0xff5c, 0xff5c],
]

/** The text as it stands in a field, before quoting. */
export function guard(text: string): string {
  return text.replace(unseen, '').replace(dangerousStart, "'$&")
}

/** What guard was given, less what it left out. Of other text it changes nothing. */
export function unguard(field: string): string {
  return guardedStart.test(field) ? field.slice(1) : field
}

/** A bracket expression of code points, as JavaScript's u flag reads it. */
const setOf = (ranges: readonly (readonly [number, number])[]) =>
  `[${ranges.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('')}]`

const unseen = new RegExp(setOf(leftOut), 'gu')
const dangerousStart = new RegExp(`^'*${setOf(guarded)}`, 'u')
const guardedStart = new RegExp(`^'+${setOf(guarded)}`, 'u')
