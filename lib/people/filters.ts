/** What the list of people is narrowed to, and how that stands in its address. Pure. Names never stand there. */
import { type Level, levels, type Tier, tiers } from '@/lib/vocabulary'

export type PeopleFilters = {
  unit: string | null
  tier: Tier | null
  level: Level | 'unknown' | null
  /** A text message opens or resets some account. */
  sms: boolean
  /** A line without the carrier's account PIN. */
  pin: boolean
  /** Nothing recorded yet. */
  idle: boolean
  /** Some answer is older than the organisation's interval; the oldest come first. */
  old: boolean
  /** Those who have left, who are not shown otherwise. */
  left: boolean
}
/** Where a page begins: behind or before a row, named by what the list is sorted by and the person's id. */
export type Cursor = { way: 'after' | 'before'; key: string; personId: string }
export type ListAddress = { filters: PeopleFilters; cursor: Cursor | null }

export const noFilters: PeopleFilters = {
  unit: null,
  tier: null,
  level: null,
  sms: false,
  pin: false,
  idle: false,
  old: false,
  left: false,
}
const flags = ['sms', 'pin', 'idle', 'old', 'left'] as const
export type Flag = (typeof flags)[number]

/** Reads an address; whatever is not a filter or no longer makes sense is passed over. */
export function readAddress(asked: Readonly<Record<string, string | string[] | undefined>>): ListAddress {
  const said = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' ? value : ''
  }
  const filters: PeopleFilters = { ...noFilters }
  if (uuid.test(said('unit'))) filters.unit = said('unit')
  filters.tier = tiers.find((tier) => tier === said('tier')) ?? null
  filters.level =
    said('level') === 'unknown'
      ? 'unknown'
      : (levels.find((level) => String(level) === said('level')) ?? null)
  for (const flag of flags) filters[flag] = said(flag) === 'yes'
  return {
    filters,
    cursor: cursorIn('after', said('after'), filters) ?? cursorIn('before', said('before'), filters),
  }
}

/** The address of the list with these filters, from its beginning or from a cursor. */
export function peopleAddress(filters: PeopleFilters, cursor: Cursor | null = null): string {
  const said = new URLSearchParams()
  if (filters.unit) said.set('unit', filters.unit)
  if (filters.tier) said.set('tier', filters.tier)
  if (filters.level !== null) said.set('level', String(filters.level))
  for (const flag of flags) if (filters[flag]) said.set(flag, 'yes')
  if (cursor) said.set(cursor.way, `${cursor.key}.${cursor.personId}`)
  const text = said.toString()
  return text === '' ? '/people' : `/people?${text}`
}

function cursorIn(way: Cursor['way'], text: string, { old }: PeopleFilters): Cursor | null {
  const dot = text.indexOf('.')
  const [key, personId] = [text.slice(0, dot), text.slice(dot + 1)]
  if (dot < 0 || !uuid.test(personId)) return null
  return (old ? isDay(key) : /^\d$/.test(key)) ? { way, key, personId } : null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
