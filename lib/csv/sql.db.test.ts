import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { units } from '@/db/schema/organisation'
import { freshDatabase } from '@/db/testing'
import { guarded, leftOut } from '@/lib/csv/guard'
import { csvField, csvLine, csvWord } from '@/lib/csv/sql'
import { csvField as fieldHere, csvLine as lineHere } from '@/lib/csv/write'

beforeAll(freshDatabase)

/** The database holds no NUL and no half of a surrogate pair; neither ever reaches a column. */
const holdable = (text: string) => !text.includes('\0') && !/\p{Cs}/u.test(text)

async function fieldsThere(values: readonly string[]): Promise<string[]> {
  const db = await database()
  const rows = await db
    .select({ field: csvField(sql`value`) })
    .from(
      sql`jsonb_array_elements_text((${JSON.stringify(values)}::text)::jsonb) with ordinality as given(value, place)`,
    )
    .orderBy(sql`place`)
  return rows.map(({ field }) => field)
}

async function expectSameBytes(values: readonly string[]): Promise<void> {
  const given = values.filter(holdable)
  expect(await fieldsThere(given)).toEqual(given.map(fieldHere))
}

describe('a field put together by the database has the same bytes as one put together here', () => {
  it.each(['blns.json', 'csv-injection-payloads.json'])('%s', async (file) => {
    const path = `../shared/data/${file}`
    if (!existsSync(path)) return console.log(`skipped: ${path} is not here`)
    const data: string[] | { payloads: { value: string }[] } = JSON.parse(readFileSync(path, 'utf8'))
    const values = Array.isArray(data) ? data : data.payloads.map(({ value }) => value)
    expect(values.length).toBeGreaterThan(50)
    await expectSameBytes(values)
    await expectSameBytes(values.map((value) => `'${value}`))
  })

  it('every character that is left out or guarded, its neighbours, and each behind an apostrophe', async () => {
    const codes = [...leftOut, ...guarded].flatMap(([from, to]) => [from - 1, from, to, to + 1])
    const characters = codes.filter((code) => code > 0).map((code) => String.fromCodePoint(code))
    await expectSameBytes(
      characters.flatMap((one) => [one, `${one}=1`, `'${one}`, `''${one}x`, `a${one}b`, `=${one}`]),
    )
  })

  it('ten thousand generated texts', async () => {
    const pieces = '\'=+-@\\|% \t\r\n"a1,＝\u200d\u200b\ufeff\u202e\u0085é王'.split('')
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...pieces) }),
    )
    await expectSameBytes(fc.sample(text, 10_000))
  })

  it('null is an empty field, numbers and dates are their text', async () => {
    const db = await database()
    const [row] = await db
      .select({
        line: csvLine([
          csvField(sql`null`),
          csvField(sql`-5`),
          csvWord(sql`null`),
          csvWord(sql`date '2026-11-23'`),
        ]),
      })
      .from(sql`(values (1)) as one(n)`)
    expect(row?.line).toBe('"","\'-5","","2026-11-23"\r\n')
  })

  it('a whole line of a table', async () => {
    const db = await database()
    const id = '0198a000-0000-7000-8000-000000000009'
    const name = '=HYPERLINK("http://example.invalid")'
    await db.insert(units).values({ id, name, createdAt: new Date('2026-11-22T10:00:00Z') })
    const rows = await db.select({ line: csvLine([csvWord(units.id), csvField(units.name)]) }).from(units)
    expect(rows).toEqual([{ line: lineHere([id, name]) }])
  })
})
