import { age, dayOf, isPlainDay, writtenDay, writtenMoment } from '@/lib/words/dates'

/**
 * A day or a moment: absolute, with its age in words beside it when `today` is given.
 * A string is a calendar day (2026-11-16) or a moment in ISO 8601; a moment is told in `timeZone`.
 */
export function DateText(props: {
  value: string | Date
  timeZone: string
  /** The calendar day it is now, 2026-11-23. */
  today?: string
  /** The day only, although the clock is known. */
  dayOnly?: boolean
  /** The age first and the date after it, as in "214 days ago (23 April 2026)". */
  ageFirst?: boolean
}) {
  const { value, timeZone, today } = props
  const plain = typeof value === 'string' && isPlainDay(value) ? value : null
  const moment = plain ? null : new Date(value)
  const day = moment ? dayOf(moment, timeZone) : (plain ?? '')
  const written = moment && !props.dayOnly ? writtenMoment(moment, timeZone) : writtenDay(day)
  const old = today && age(day, today)
  return (
    <time dateTime={moment ? moment.toISOString() : day}>
      {old ? (props.ageFirst ? `${old} (${written})` : `${written}, ${old}`) : written}
    </time>
  )
}
