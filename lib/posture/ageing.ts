/** How old an answer is. Today and the organisation's interval are handed in; verdicts are never rewritten for it. */
import type { Freshness } from '@/lib/vocabulary'

/** Days before the end of an interval from which an answer is due (guidance section 0). */
const dueDays = 14
const dayMs = 86_400_000

/**
 * @param confirmedOn the day somebody last said it was true, 2026-11-23.
 * @param today a calendar day in the organisation's time zone.
 * @param interval days an answer counts; on the day after, it is old. Of a short one (a week, for updates) a seventh is
 * the time in which it is due, for otherwise it would be due from its first day.
 */
export function freshnessOf(confirmedOn: string, today: string, interval: number): Freshness {
  const left = interval - (Date.parse(today) - Date.parse(confirmedOn)) / dayMs
  if (left < 0) return 'old'
  return left <= (interval < 2 * dueDays ? Math.floor(interval / 7) : dueDays) ? 'due' : 'current'
}

/** The last day on which an answer still counts. */
export function countsUntil(confirmedOn: string, interval: number): string {
  return dayAfter(confirmedOn, interval)
}

/** The earliest day of confirmation that is not old today: for comparing many rows at once. */
export function oldBefore(today: string, interval: number): string {
  return dayAfter(today, -interval)
}

/** The calendar day so many days after another; before it, when negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}

/** Whole days from one calendar day to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs
