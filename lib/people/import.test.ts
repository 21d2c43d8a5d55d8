import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { guard, unguard } from '@/lib/csv/guard'
import { csvField } from '@/lib/csv/write'
import { readPeople } from '@/lib/people/import'
import { cleanText } from '@/lib/text/rules'
import { importWords } from '@/lib/words/people'

const bytes = (text: string) => new TextEncoder().encode(text)
const people = (text: string) => {
  const read = readPeople(bytes(text))
  if (!read.ok) throw new Error(read.sentences.join('\n'))
  return read.people
}
const sentences = (text: string | Uint8Array) => {
  const read = readPeople(typeof text === 'string' ? bytes(text) : text)
  return read.ok ? [] : read.sentences
}

describe('a file of people', () => {
  test('gives everybody in it, with their line, unit and tier', () => {
    const file =
      '\ufeffName,E-Mail,Unit,Tier\r\nSam Sailor,sam@x.example,Field,\r\n"Rosa, the First",,,Highly targeted\r\n'
    expect(people(file)).toEqual([
      { line: 2, name: 'Sam Sailor', email: 'sam@x.example', unit: 'Field', tier: 'standard' },
      { line: 3, name: 'Rosa, the First', email: null, unit: null, tier: 'highly_targeted' },
    ])
  })

  test('may hold names alone, in any line ends, with semicolons, and with the role staff', () => {
    expect(people('name\nSam\n').map(({ name }) => name)).toEqual(['Sam'])
    expect(people('name;role\rSam;staff\rRosa;\r')).toHaveLength(2)
  })

  test('takes the apostrophe of its own exports away', () => {
    expect(people(`name\n"'=Sam"\n`)[0]?.name).toBe('=Sam')
  })

  test.each([
    ['email', 'name,email\nSam,not an address\n', 2],
    ['name', 'name,email\n"  ",sam@x.example\n', 2],
    ['name', 'name\nSam\nmy PIN is 4821\n', 3],
    ['tier', 'name,tier\nSam,very\n', 2],
    ['role', 'name,role\nSam,administrator\n', 2],
    ['unit', `name,unit\nSam,${'x'.repeat(81)}\n`, 2],
    ['name', `name\n${'x'.repeat(121)}\n`, 2],
    ['email', `name,email\nSam,${'x'.repeat(250)}@x.example\n`, 2],
  ])('names the line and the column %s', (column, file, line) => {
    expect(sentences(file)).toEqual([expect.stringMatching(new RegExp(`^Line ${line}, ${column}: .`))])
  })

  test('names every problem at once, by line, and says how many more there are', () => {
    const file = `name,email\n${'Sam,bad\n'.repeat(120)}`
    const found = sentences(file)
    expect(found).toHaveLength(101)
    expect(found[0]).toMatch(/^Line 2, email/)
    expect(found.at(-1)).toBe(importWords.moreProblems(20))
  })

  test('gives one address to one person', () => {
    expect(sentences('name,email\nSam,s@x.example\nSam too,S@X.example\n')).toEqual([
      importWords.row(3, 'email', importWords.repeated(2)),
    ])
  })

  test('never repeats a refused value, which may be a secret', () => {
    expect(sentences('name\nhunter2 my password is Tr0ub4dor!\n').join()).not.toMatch(/Tr0ub|hunter/)
  })

  test('refuses what is no CSV, or too much of it, before reading rows', () => {
    expect(sentences(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toHaveLength(1)
    expect(sentences(new Uint8Array(2_000_001).fill(0x61))).toHaveLength(1)
    expect(sentences(`name\n${'Sam\n'.repeat(5_001)}`)).toHaveLength(1)
    expect(people(`name\n${'Sam\n'.repeat(5_000)}`)).toHaveLength(5_000)
    expect(sentences('name,shoe size\nSam,44\n')).toHaveLength(1)
  })
})

const naughty = '../shared/data/blns.json'
const present = fs.existsSync(naughty)
if (!present) console.info(`skipped: naughty strings as names, for ${naughty} is not here`)
describe.runIf(present)('every naughty string as a name', () => {
  const strings: string[] = present ? JSON.parse(fs.readFileSync(naughty, 'utf8')) : []
  test('is taken as typed or refused at its line and column', () => {
    expect(strings.length).toBeGreaterThan(500)
    let taken = 0
    for (const string of strings) {
      const read = readPeople(bytes(`name,email\r\n${csvField(string)},\r\nSam,\r\n`))
      if (read.ok) {
        taken++
        // A row that is blank is passed over, as an empty line is.
        if (read.people.length === 2) expect(read.people[0]?.name).toBe(cleanText(unguard(guard(string))))
      } else for (const sentence of read.sentences) expect(sentence).toMatch(/^(Line 2|Line \d+: )/)
    }
    expect(taken).toBeGreaterThan(250)
  })
})
