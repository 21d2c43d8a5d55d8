/** The list of people: filters and order by index, from a key, so that any page of any size costs the same (P2). */
import { and, asc, count, desc, eq, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { personStandings } from '@/db/schema/posture'
import { query } from '@/lib/access/door'
import type { ActionCode } from '@/lib/guidance/codes'
import { settingsOf, type UnitChoice, unitNames } from '@/lib/organisation/queries'
import type { OrganisationSettings } from '@/lib/organisation/settings'
import { type Cursor, type ListAddress, noFilters, type PeopleFilters } from '@/lib/people/filters'
import { namesOf } from '@/lib/people/names'
import { oldBefore } from '@/lib/posture/ageing'
import type { Level, PersonState, Tier } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

export const pageSize = 25
/** People are counted up to here; beyond, "500 or more" is said. */
export const countedUpTo = 500

export type ListedPerson = {
  id: string
  name: string
  unit: string | null
  tier: Tier
  state: PersonState
  level: Level | null
  atBest: Level | null
  started: boolean
  accounts: number
  lines: number
  waysIn: number
  opensByNumber: number
  smsAnywhere: boolean
  pinMissing: boolean
  nextAction: ActionCode | null
  oldestConfirmedOn: string | null
}
export type PeopleList = {
  rows: ListedPerson[]
  previous: Cursor | null
  next: Cursor | null
  /** How many the filters leave, and how many there are without them; both up to `countedUpTo`. */
  count: number
  of: number
  units: UnitChoice[]
  /** Days after which an answer is old. */
  interval: number
  today: string
}

/** One page of 25 people, with names opened for these alone. */
export const listPeople = query(
  'people:read:any',
  async ({ tx, now }, asked: ListAddress): Promise<PeopleList> => {
    const settings = await settingsOf(tx)
    const today = dayOf(now, settings.timeZone)
    const interval = intervalOf(settings)
    const where = narrowed(asked.filters, oldBefore(today, interval))
    const [page, counted, all, units] = await Promise.all([
      pageOf(tx, where, asked),
      countOf(tx, where),
      countOf(tx, narrowed({ ...noFilters, left: asked.filters.left }, today)),
      unitNames(tx),
    ])
    const rows = await opened(tx, page.rows, new Map(units.map((unit) => [unit.id, unit.name])))
    return { rows, previous: page.previous, next: page.next, count: counted, of: all, units, interval, today }
  },
)

/** Where kinds of answers grow old at different times, the shorter one counts: nothing old is passed over. */
export const intervalOf = ({ intervals }: OrganisationSettings) =>
  Math.min(intervals.accounts, intervals.lines)

type Row = typeof personStandings.$inferSelect

/** What the filters ask of a row. `oldest`: the earliest day of confirmation that is not old. */
export function narrowed(filters: PeopleFilters, oldest: string): SQL | undefined {
  const row = personStandings
  return and(
    filters.left ? eq(row.state, 'deactivated') : ne(row.state, 'deactivated'),
    filters.unit ? eq(row.unitId, filters.unit) : undefined,
    filters.tier ? eq(row.tier, filters.tier) : undefined,
    filters.level === null
      ? undefined
      : filters.level === 'unknown'
        ? isNull(row.level)
        : eq(row.level, filters.level),
    filters.sms ? sql`${row.smsAnywhere}` : undefined,
    filters.pin ? sql`${row.pinMissing}` : undefined,
    filters.idle ? sql`not ${row.started}` : undefined,
    filters.old ? lt(row.oldestConfirmedOn, oldest) : undefined,
  )
}

/** The statement of one page, one row longer than is shown. */
export function pageStatement(tx: Tx, where: SQL | undefined, { filters, cursor }: ListAddress) {
  const by = filters.old ? personStandings.oldestConfirmedOn : personStandings.rank
  const direction = cursor?.way === 'before' ? desc : asc
  return tx
    .select()
    .from(personStandings)
    .where(and(where, cursor ? beyond(cursor, filters) : undefined))
    .orderBy(direction(by), direction(personStandings.personId))
    .limit(pageSize + 1)
}

async function pageOf(tx: Tx, where: SQL | undefined, asked: ListAddress) {
  const found = await pageStatement(tx, where, asked)
  const { cursor, filters } = asked
  const more = found.length > pageSize
  const rows = found.slice(0, pageSize)
  if (cursor?.way === 'before') rows.reverse()
  const at = (way: Cursor['way'], row: Row | undefined): Cursor | null =>
    row
      ? { way, key: filters.old ? (row.oldestConfirmedOn ?? '') : String(row.rank), personId: row.personId }
      : null
  const hasPrevious = cursor?.way === 'before' ? more : cursor !== null
  const hasNext = cursor?.way === 'before' || more
  return {
    rows,
    previous: hasPrevious ? at('before', rows[0]) : null,
    next: hasNext ? at('after', rows.at(-1)) : null,
  }
}

function beyond({ way, key, personId }: Cursor, { old }: PeopleFilters): SQL {
  const { oldestConfirmedOn, rank, personId: id } = personStandings
  const here = old
    ? sql`(${key}::date, ${personId}::uuid)`
    : sql`(${Number(key)}::smallint, ${personId}::uuid)`
  const row = sql`(${old ? oldestConfirmedOn : rank}, ${id})`
  return way === 'after' ? sql`${row} > ${here}` : sql`${row} < ${here}`
}

async function countOf(tx: Tx, where: SQL | undefined): Promise<number> {
  const some = tx
    .select({ id: personStandings.personId })
    .from(personStandings)
    .where(where)
    .limit(countedUpTo)
    .as('some')
  const [row] = await tx.select({ n: count() }).from(some)
  return row?.n ?? 0
}

/** The rows with names, in their order. */
export async function opened(
  tx: Tx,
  rows: readonly Row[],
  units: ReadonlyMap<string, string>,
): Promise<ListedPerson[]> {
  if (rows.length === 0) return []
  const names = await namesOf(
    tx,
    rows.map((row) => row.personId),
  )
  return rows.map((row) => ({
    id: row.personId,
    name: names.get(row.personId) ?? '',
    unit: row.unitId ? (units.get(row.unitId) ?? null) : null,
    tier: row.tier as Tier,
    state: row.state as PersonState,
    level: row.level as Level | null,
    atBest: row.atBest as Level | null,
    started: row.started,
    accounts: row.accounts,
    lines: row.lines,
    waysIn: row.waysIn,
    opensByNumber: row.opensByNumber,
    smsAnywhere: row.smsAnywhere,
    pinMissing: row.pinMissing,
    nextAction: row.nextAction,
    oldestConfirmedOn: row.oldestConfirmedOn,
  }))
}
