/**
 * Where the guidance says that incidents can be reported, and what a report shall say (its section "Incident Reporting
 * Information"), by its version. Only what the document itself prints: other addresses of CISA circulate, and the address
 * behind "CISA Services" is not printed.
 */
import { guidanceVersion } from '@/lib/guidance/version'

const reportingByVersion = {
  '2.0': {
    phone: '1-844-Say-CISA (1-844-729-2472)',
    email: 'contact@mail.cisa.dhs.gov',
    online: 'CISA Services',
  },
} as const

export const reporting = { guidanceVersion, ...reportingByVersion[guidanceVersion] }

/** The fields of a report, in the document's order. */
export const reportFields = [
  'date',
  'time',
  'location',
  'activity',
  'people',
  'equipment',
  'company',
  'contact',
] as const
export type ReportField = (typeof reportFields)[number]
