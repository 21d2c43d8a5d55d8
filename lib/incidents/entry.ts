/** What a form says of one incident, checked: closed words, and free text that holds no secret and no number. */
import { z } from 'zod'
import { calendarDate } from '@/lib/accounts/facts'
import { isExactPlace } from '@/lib/incidents/rules'
import { timeZones } from '@/lib/organisation/time-zones'
import { optionalText } from '@/lib/text/checked'
import { incidentKinds, incidentStates, reportedTos } from '@/lib/vocabulary'
import { incidentProblems } from '@/lib/words/incident-form'

/** What a sheet is called when people speak of it. */
export const incidentRef = z.string().regex(/^I-[0-9A-F]{8}$/)

const clock = z
  .string()
  .max(20)
  .refine((typed) => typed === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), incidentProblems.clock)
const zone = z
  .string()
  .max(64)
  .refine((typed) => typed === '' || timeZones.includes(typed), incidentProblems.zone)

const sheetEntry = z.strictObject({
  date: z
    .string()
    .max(20)
    .refine((typed) => typed === '' || calendarDate.safeParse(typed).success, incidentProblems.date),
  time: clock,
  zone,
  location: optionalText('name').refine((place) => !isExactPlace(place), incidentProblems.exactPlace),
  activity: optionalText('note'),
  people: optionalText('label'),
  equipment: optionalText('reason'),
  company: optionalText('name'),
  contact: optionalText('reason'),
  noticedBy: optionalText('name'),
  related: optionalText('name'),
  device: optionalText('name'),
  firstActions: optionalText('note'),
})

const told = z
  .array(z.enum(reportedTos))
  .max(reportedTos.length)
  .transform((list) => reportedTos.filter((to) => list.includes(to)))
export const standingEntry = {
  state: z.enum(incidentStates),
  reportedTo: told,
  reportedOn: calendarDate.nullable(),
}

export const incidentEntry = z.strictObject({
  kind: z.enum(incidentKinds),
  ...standingEntry,
  sheet: sheetEntry,
})
export type IncidentEntry = z.infer<typeof incidentEntry>
