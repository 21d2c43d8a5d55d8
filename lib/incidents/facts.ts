/** What a sheet says: the fields of a report in the document's order (guidance, Incident Reporting Information), then ours. */
import type { ReportField } from '@/lib/guidance/reporting'
import type { IncidentKind, IncidentState, ReportedTo } from '@/lib/vocabulary'

/** Every field is text as it was typed, '' where nothing was: all are optional, for the document says "when available". */
export type Sheet = Record<ReportField | 'zone', string> & {
  /** Ours, apart from the document's. */
  noticedBy: string
  related: string
  device: string
  firstActions: string
}
/** What stands beside the sheet in closed words: how far it has come, and who knows of it. */
export type Standing = { state: IncidentState; reportedTo: ReportedTo[]; reportedOn: string | null }
export type Incident = Standing & { kind: IncidentKind; sheet: Sheet }

export const emptySheet: Sheet = {
  date: '',
  time: '',
  zone: '',
  location: '',
  activity: '',
  people: '',
  equipment: '',
  company: '',
  contact: '',
  noticedBy: '',
  related: '',
  device: '',
  firstActions: '',
}
