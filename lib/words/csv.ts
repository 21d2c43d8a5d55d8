/** What is said about a CSV file that cannot be read. Nothing of such a file is applied. */
import type { CsvLimits, CsvProblem, CsvProblemCode } from '@/lib/csv/read'

const sentences: Record<CsvProblemCode, (column: string, limits: CsvLimits) => string> = {
  too_large: (_, { maxBytes }) =>
    `This file is larger than ${Math.floor(maxBytes / 1024)} kB. Split it and import the parts one by one.`,
  empty: () => 'This file is empty.',
  utf16: () => 'This file is in UTF-16. Save it again as “CSV UTF-8”.',
  not_csv: () => 'This is not a CSV file. In your spreadsheet, save it as “CSV UTF-8”.',
  nul: () => 'There is a character here that is no text (NUL). Save the file again as “CSV UTF-8”.',
  not_utf8: () => 'There are letters here that are not in UTF-8. Save the file again as “CSV UTF-8”.',
  quotes: () =>
    'The quotation marks of this row do not match. A mark inside a value is written twice, and the value stands in marks.',
  long_row: () => 'This row is too long to be one. Perhaps a quotation mark is not closed.',
  too_many_rows: (_, { maxRows }) =>
    `There are more than ${maxRows} rows. Split the file and import the parts one by one.`,
  no_rows: () => 'There is a header line, but no row below it.',
  missing_column: (column) => `The column “${column}” is missing.`,
  unknown_column: (column) =>
    column.trim() === ''
      ? 'There is a column without a name. Take it out.'
      : `The column “${column}” is not known here. Take it out.`,
  repeated_column: (column) => `The column “${column}” is there more than once.`,
  column_count: () => 'This row has more or fewer values than the header line has names.',
}

/** One problem in words, with its line in front where it has one. */
export function csvProblemSentence(problem: CsvProblem, limits: CsvLimits): string {
  const sentence = sentences[problem.code](problem.column ?? '', limits)
  return problem.line === null ? sentence : `Line ${problem.line}: ${sentence}`
}
