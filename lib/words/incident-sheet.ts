/** A sheet as it is read: on paper, as text in the clipboard, and in a file. */
import { type ReportField, reportFields, reporting } from '@/lib/guidance/reporting'
import type { Sheet } from '@/lib/incidents/facts'
import type { ReportedTo } from '@/lib/vocabulary'
import { isPlainDay, writtenDay } from './dates'
import { incidentForm as asks, reportedToWords } from './incident-form'

export type SheetLine = { label: string; value: string }
/** What is known of a sheet beside what stands on it. `who`: whom people here tell; null where nobody is named. */
export type SheetOf = {
  sheet: Sheet
  reportedTo: readonly ReportedTo[]
  reportedOn: string
  who: string | null
}

export const sheetWords = {
  title: 'Incident sheet',
  ref: (ref: string) => `Sheet ${ref}`,
  theirs: 'Report',
  ours: 'For ourselves',
  phone: 'Phone number, by hand',
  where: 'Where to report',
  team: 'Security team',
  teamUnknown: 'your own, by a way you trust',
  cisa: `Of CISA’s numbers and addresses, those that version ${reporting.guidanceVersion} of its guidance prints.`,
  phoneLabel: 'CISA, by phone',
  emailLabel: 'CISA, by e-mail',
  onlineLabel: 'CISA, online',
  fileName: 'incident-sheet.txt',
  notSaid: '–',
  still: 'This sheet is sent to nobody by itself.',
}

/** The fields of the report, in the document's order and words. '' where nothing was written. */
export const reportLines = (sheet: Sheet): SheetLine[] =>
  reportFields.map((field) => ({ label: asks[field].label, value: fieldValue(sheet, field) }))

/** What we note beside it. */
export function ownLines({ sheet, reportedTo, reportedOn }: Omit<SheetOf, 'who'>): SheetLine[] {
  const told = reportedTo.map((to) => reportedToWords[to]).join(', ')
  return [
    { label: asks.noticedBy.label, value: sheet.noticedBy },
    { label: asks.related.label, value: sheet.related },
    { label: asks.device.label, value: sheet.device },
    { label: asks.firstActions.label, value: sheet.firstActions },
    { label: asks.reportedTo.label, value: told },
    { label: asks.reportedOn.label, value: day(reportedOn) },
  ]
}

/** Where a report can go: the team, and what the guidance prints. */
export const reportPlaces = (who: string | null): SheetLine[] => [
  { label: sheetWords.team, value: who ?? sheetWords.teamUnknown },
  { label: sheetWords.phoneLabel, value: reporting.phone },
  { label: sheetWords.emailLabel, value: reporting.email },
  { label: sheetWords.onlineLabel, value: reporting.online },
]

/** The whole sheet as plain text. Lines end in \n. */
export function sheetText(of: SheetOf & { ref?: string }): string {
  return [
    of.ref ? `${sheetWords.title} ${of.ref}` : sheetWords.title,
    '',
    sheetWords.theirs.toUpperCase(),
    ...reportLines(of.sheet).map(written),
    '',
    sheetWords.ours.toUpperCase(),
    ...ownLines(of).map(written),
    '',
    sheetWords.where.toUpperCase(),
    ...reportPlaces(of.who).map(written),
    sheetWords.cisa,
    sheetWords.still,
    '',
  ].join('\n')
}

const written = ({ label, value }: SheetLine) =>
  `${label.replace(/\?$/, '')}: ${value === '' ? sheetWords.notSaid : value.replaceAll('\n', '\n  ')}`

function fieldValue(sheet: Sheet, field: ReportField): string {
  if (field === 'date') return day(sheet.date)
  if (field === 'time') return [sheet.time, sheet.zone].filter(Boolean).join(' ')
  return sheet[field]
}
const day = (value: string) => (isPlainDay(value) ? writtenDay(value) : value)
