/** Between the fields of an incident form and what the commands are given. */
import { emptySheet, type Incident, type Sheet } from '@/lib/incidents/facts'

type Form = Pick<FormData, 'get' | 'getAll'>
export type IncidentFields = Readonly<Record<string, string>>
const sheetFields = Object.keys(emptySheet) as (keyof Sheet)[]

/** What a form says, in the shape of `incidentEntry` and checked by it. */
export const entryFrom = (form: Form) => ({
  kind: text(form, 'kind') || 'other',
  ...standingFrom(form),
  sheet: sheetFrom(form),
})

/** How far a sheet has come, and who knows of it. */
export const standingFrom = (form: Form) => ({
  state: text(form, 'state') || 'draft',
  reportedTo: form.getAll('reportedTo').map(String),
  reportedOn: text(form, 'reportedOn') || null,
})

/** What stands in the fields of the sheet, as it was typed: also for taking it away without any server. */
function sheetFrom(form: Form): Sheet {
  const sheet = { ...emptySheet }
  for (const field of sheetFields) sheet[field] = text(form, field)
  // A zone without a time says nothing.
  return sheet.time === '' ? { ...sheet, zone: '' } : sheet
}

/** What the fields of a form start with. */
export const fieldsFrom = ({ kind, state, reportedOn, sheet }: Incident): IncidentFields => ({
  ...sheet,
  kind,
  state,
  reportedOn: reportedOn ?? '',
})

/** The form's name for a field of the commands' input. */
export const incidentField = (path: string) =>
  path.replace(/^sheet\./, '').replace(/^reportedTo\..*/, 'reportedTo')

const text = (form: Form, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
