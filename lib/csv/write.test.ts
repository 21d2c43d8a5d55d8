import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guard, unguard } from '@/lib/csv/guard'
import { byteOrderMark, csvField, csvLine } from '@/lib/csv/write'

/** The first character of a field as a spreadsheet sees it. */
const opensFormula = /^[\s\u200c\u200d]*[=+\-@\\|%\t\r\n\0＝＋－＠＼｜％﹢﹣﹦﹨﹪﹫]/u

describe('a line of CSV', () => {
  it('quotes every field, doubles quotes, ends in CRLF', () => {
    expect(csvLine(['Mailbox', 'say "hi"', '', null, 'a,b;c', 'two\nlines'])).toBe(
      '"Mailbox","say ""hi""","","","a,b;c","two\nlines"\r\n',
    )
    expect(byteOrderMark).toBe('\ufeff')
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['-5', "'-5"],
    ['+1', "'+1"],
    ['@handle', "'@handle"],
    ['\\\\server', "'\\\\server"],
    ['|pipe', "'|pipe"],
    ['%0A', "'%0A"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['  =1', "'  =1"],
    [' honest', "' honest"],
    ['\u00a0=1', "'\u00a0=1"],
    ['＝1', "'＝1"],
    ['﹣1', "'﹣1"],
    ['\u200d=1', "'\u200d=1"],
    ['\u0000=1', "'=1"],
    ['\ufeff=1', "'=1"],
    ['\u200b\u202e=1', "'=1"],
    ['\u0085=1', "'=1"],
    ['\u{e0041}=1', "'=1"],
    ["'=1", "''=1"],
    ["''-", "'''-"],
    ["'tis", "'tis"],
    ["O'Brien", "O'Brien"],
    ['a=1', 'a=1'],
    ['', ''],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['1E5', '1E5'],
    ['00123', '00123'],
  ])('guards %o as %o', (text, field) => {
    expect(guard(text)).toBe(field)
  })
})

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'\'=+-@\\|% \t\r\n"a1,＝\u200d\ufeff\u0000') }),
  )

  it('comes back as it was, less what cannot be seen, and never opens as a formula', () => {
    fc.assert(
      fc.property(text, (value) => {
        const field = guard(value)
        expect(field).not.toMatch(opensFormula)
        expect(guard(unguard(field))).toBe(field)
        // Guarding adds one apostrophe or nothing, so leaving out is all that is ever lost.
        expect([unguard(field), `'${unguard(field)}`]).toContain(field)
        if (!/[\p{Cc}\p{Cf}\u2065\u{e0000}-\u{e007f}]/u.test(value)) expect(unguard(field)).toBe(value)
      }),
      { numRuns: 2000 },
    )
  })

  it('is one field to a strict reader, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (values) => {
        const records = parse(csvLine(values), { record_delimiter: '\r\n' })
        expect(records).toEqual([values.map(guard)])
      }),
      { numRuns: 1000 },
    )
  })
})

const payloads = '../shared/data/csv-injection-payloads.json'
describe.skipIf(!existsSync(payloads))(`published attack strings (needs ${payloads})`, () => {
  const list: { payloads: { value: string; expected: string }[] } = existsSync(payloads)
    ? JSON.parse(readFileSync(payloads, 'utf8'))
    : { payloads: [] }

  it('are harmless, and come back where they are data', () => {
    expect(list.payloads.length).toBeGreaterThan(50)
    for (const { value, expected } of list.payloads) {
      expect(guard(value)).not.toMatch(opensFormula)
      expect(csvField(value)).toMatch(/^"(?:[^"]|"")*"$/)
      if (expected !== 'neutralise') expect(unguard(guard(value))).toBe(value)
    }
  })
})
