/** Days, moments and ages as people say them. Today and the time zone are always handed in. */
import { counted } from './numbers'

const dayMs = 86_400_000
const plainDay = /^\d{4}-\d{2}-\d{2}$/

/**
 * @param day a calendar day, 2026-11-16. It has no time zone.
 * @returns "16 November 2026"; with `weekday`, "Monday 16 November 2026".
 */
export function writtenDay(day: string, options: { weekday?: boolean } = {}): string {
  const date = new Date(`${day}T00:00:00Z`)
  const written = format(date, 'UTC', { day: 'numeric', month: 'long', year: 'numeric' })
  return options.weekday ? `${format(date, 'UTC', { weekday: 'long' })} ${written}` : written
}

/** @param month 2026-11. @returns "November 2026" */
export const writtenMonth = (month: string): string =>
  format(new Date(`${month}-01T00:00:00Z`), 'UTC', { month: 'long', year: 'numeric' })

/**
 * @param timeZone an IANA name, Europe/Vienna.
 * @returns "16 November 2026, 14:05 CET": the zone is always said.
 */
export function writtenMoment(moment: Date, timeZone: string): string {
  const day = format(moment, timeZone, { day: 'numeric', month: 'long', year: 'numeric' })
  const clock = format(moment, timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  return `${day}, ${clock}`
}

/** @returns day and month for the foot of a chart: "1 Oct"; with the year at its turn: "1 Jan 2027". */
export function shortDay(moment: Date): string {
  const turn = moment.getUTCMonth() === 0 && moment.getUTCDate() === 1
  return format(moment, 'UTC', { day: 'numeric', month: 'short', ...(turn && { year: 'numeric' }) })
}

/** @returns the calendar day, 2026-11-16, that the moment falls on in the time zone. */
export function dayOf(moment: Date, timeZone: string): string {
  const parts = formatter(timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment)
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** @returns the hour of the day, 0 to 23, that the moment falls in in the time zone. */
export const hourOf = (moment: Date, timeZone: string) =>
  Number(format(moment, timeZone, { hour: '2-digit', hourCycle: 'h23' }))

/** @returns whole days from one calendar day to another; below zero when `to` lies before `from`. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)

/** @returns the age of a day in words: "today", "yesterday", "three days ago", "214 days ago", "in two days". */
export function age(day: string, today: string): string {
  const days = daysBetween(day, today)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days === -1) return 'tomorrow'
  return days > 0 ? `${counted(days, 'day')} ago` : `in ${counted(-days, 'day')}`
}

/** @returns true for a calendar day without a clock, 2026-11-16. */
export const isPlainDay = (value: string) => plainDay.test(value)

const format = (date: Date, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  formatter(timeZone, options).format(date)

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Each is made once: making one takes longer than using it a hundred times. */
function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([timeZone, options])
  const made = formatters.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone })
  formatters.set(key, made)
  return made
}
