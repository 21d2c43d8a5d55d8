import type { HeldValue } from '@/lib/held/reading'
import { writtenDay, writtenMoment } from '@/lib/words/dates'
import { heldWords, spelt } from '@/lib/words/held'
import { peopleWords } from '@/lib/words/people'

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/
const day = /^\d{4}-\d{2}-\d{2}$/
const closedWord = /^[a-z]+(_[a-z0-9]+)+$/

/** One value as a person reads it. */
export function written(value: HeldValue, timeZone: string): string {
  if (value === null || value === '') return peopleWords.none
  if (typeof value === 'boolean') return value ? heldWords.yes : heldWords.no
  if (Array.isArray(value)) {
    const each = value.map((one: HeldValue) => written(one, timeZone))
    return each.length === 0 ? peopleWords.none : each.join(', ')
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, one]: [string, HeldValue]) => `${spelt(name)}: ${written(one, timeZone)}`)
      .join('; ')
  }
  if (typeof value === 'number') return String(value)
  if (day.test(value)) return writtenDay(value)
  if (moment.test(value)) return writtenMoment(new Date(value), timeZone)
  return closedWord.test(value) ? spelt(value) : value
}
