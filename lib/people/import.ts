/** The rows of an uploaded file of people: what each comes to, and what is wrong with it. Pure. */
import { type CsvHeader, type CsvRead, type CsvRow, readCsv } from '@/lib/csv/read'
import { personEntry } from '@/lib/people/entry'
import { sameEmail } from '@/lib/sealing/search'
import { optionalText } from '@/lib/text/checked'
import type { Tier } from '@/lib/vocabulary'
import { csvProblemSentence } from '@/lib/words/csv'
import { importWords } from '@/lib/words/people'

/** The largest file, in bytes, and the most rows. */
const importLimits = { maxBytes: 2_000_000, maxRows: 5_000 }
const columns = ['name', 'email', 'unit', 'tier', 'role'] as const
type Column = (typeof columns)[number]
const header: CsvHeader<Column> = {
  name: { required: true, alsoCalled: ['full name'] },
  email: { required: false, alsoCalled: ['e-mail', 'mail', 'e-mail address'] },
  unit: { required: false, alsoCalled: ['department', 'team'] },
  tier: { required: false },
  role: { required: false },
}

/** A row that can be added. The unit is a name, as typed. */
export type ImportedPerson = {
  line: number
  name: string
  email: string | null
  unit: string | null
  tier: Tier
}
export type RowProblem = { line: number; column: Column; sentence: string }
export type ImportRead = { ok: true; people: ImportedPerson[] } | { ok: false; sentences: string[] }

/** What a file comes to: everybody in it, or a sentence for each problem with its line and column, at most 100. */
export function readPeople(bytes: Uint8Array): ImportRead {
  const read: CsvRead<CsvRow<Column>> = readCsv(bytes, { ...importLimits, header })
  if (!read.ok)
    return { ok: false, sentences: read.problems.map((it) => csvProblemSentence(it, importLimits)) }
  const rows = read.rows.map(personIn)
  const problems = [...rows.flatMap((row) => row.problems), ...repeated(rows)]
  if (problems.length > 0) return { ok: false, sentences: inSentences(problems) }
  return { ok: true, people: rows.flatMap((row) => row.person ?? []) }
}

/** Problems as people read them, by line. */
export function inSentences(problems: readonly RowProblem[]): string[] {
  const sorted = [...problems].sort((one, other) => one.line - other.line)
  const shown = sorted
    .slice(0, 100)
    .map(({ line, column, sentence }) => importWords.row(line, column, sentence))
  return sorted.length > 100 ? [...shown, importWords.moreProblems(sorted.length - 100)] : shown
}

type Read = { person: ImportedPerson | null; problems: RowProblem[] }

function personIn({ line, values }: CsvRow<Column>): Read {
  const tier = tierOf(values.tier)
  const parsed = personEntry.omit({ unitId: true }).safeParse({
    name: values.name,
    email: values.email,
    tier: tier ?? 'standard',
  })
  const unit = unitShape.safeParse(values.unit)
  const problem = (column: Column, sentence: string): RowProblem => ({ line, column, sentence })
  const problems: RowProblem[] = [
    ...(parsed.error?.issues ?? []).map((issue) => problem(columnOf(issue.path[0]), sentenceOf(issue))),
    ...(unit.error?.issues ?? []).map((issue) => problem('unit', sentenceOf(issue))),
    ...(tier ? [] : [problem('tier', importWords.tier)]),
    ...(['', 'staff'].includes(values.role.trim().toLowerCase()) ? [] : [problem('role', importWords.role)]),
  ]
  if (!parsed.success || !unit.success || problems.length > 0) return { person: null, problems }
  return { person: { line, ...parsed.data, unit: unit.data === '' ? null : unit.data }, problems }
}

const unitShape = optionalText('label')
const columnOf = (name: unknown): Column => columns.find((column) => column === name) ?? 'name'
const sentenceOf = (issue: { code?: string; message: string }) =>
  issue.code === 'custom' ? issue.message : importWords.tooLong

function tierOf(typed: string): Tier | null {
  const word = typed
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  if (word === '' || word === 'standard') return 'standard'
  return word === 'highly_targeted' ? 'highly_targeted' : null
}

/** The same address twice in one file. */
function repeated(rows: readonly Read[]): RowProblem[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ person }) => {
    if (!person?.email) return []
    const email = sameEmail(person.email)
    const line = first.get(email)
    if (line === undefined) first.set(email, person.line)
    return line === undefined
      ? []
      : [{ line: person.line, column: 'email' as const, sentence: importWords.repeated(line) }]
  })
}
