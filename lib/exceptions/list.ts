/** The security team's list, by index, from a key; and how many there are of each kind. */
import { and, eq, gte, isNotNull, isNull, lt, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { exceptions } from '@/db/schema/exceptions'
import { people } from '@/db/schema/people'
import { verdicts } from '@/db/schema/posture'
import { query } from '@/lib/access/door'
import type { Cursor, ListAddress, Show } from '@/lib/exceptions/address'
import {
  barredFromDeciding,
  type ExceptionState,
  lastDay,
  lastEndingDay,
  stateOf,
} from '@/lib/exceptions/rules'
import { namesForTeam } from '@/lib/exceptions/scopes'
import type { ExceptionRow } from '@/lib/exceptions/store'
import type { ItemId } from '@/lib/guidance/codes'
import { holderOnlyItems } from '@/lib/guidance/items'
import { settingsOf } from '@/lib/organisation/queries'
import { namesOf } from '@/lib/people/names'
import { readKeys } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import type { ExceptionReason, Verdict } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

export const pageSize = 20
const row = exceptions

export type ListedException = {
  personId: string
  id: string
  version: number
  person: string
  ref: string
  item: ItemId
  /** What it is about, as far as the security team may know. */
  about: string
  /** How the item stands now; null when there is nothing any more to judge; not shown where only the holder is told. */
  verdict: Verdict | 'not_shown' | null
  state: ExceptionState
  reason: ExceptionReason
  reasonText: string | null
  requestedBy: string
  requestedAt: Date
  byHolder: boolean
  endsOn: string
  decidedBy: string | null
  decidedAt: Date | null
  note: string | null
  endedAt: Date | null
  /** Who the reader is in it, where that keeps them from deciding. */
  barred: 'holder' | 'asked' | null
}
export type ExceptionCounts = Record<Show, number>
export type ExceptionList = {
  rows: ListedException[]
  counts: ExceptionCounts
  previous: Cursor | null
  next: Cursor | null
  today: string
  lastDay: string
}

/** One page of exceptions of people who have not left. */
export const listExceptions = query(
  'exceptions:read:any',
  async ({ actor, tx, now }, address: ListAddress): Promise<ExceptionList> => {
    const today = dayOf(now, (await settingsOf(tx)).timeZone)
    const [page, counts] = await Promise.all([pageOf(tx, address, today), countsOf(tx, today)])
    const rows = await opened(tx, page.rows, actor.personId, today)
    const { previous, next } = page
    return { rows, counts, previous, next, today, lastDay: lastDay(today) }
  },
)

/** How many there are of each kind: for the list and for the page of people. */
export const countExceptions = query(
  'exceptions:read:any',
  async ({ tx, now }): Promise<ExceptionCounts> => countsOf(tx, dayOf(now, (await settingsOf(tx)).timeZone)),
)

type Found = { exception: ExceptionRow; ref: string; verdict: Verdict | null }

function whereOf(show: Show, today: string): SQL | undefined {
  const approved = sql`${row.outcome} = 'approved'`
  const over = or(isNotNull(row.endedAt), lt(row.endsOn, today))
  switch (show) {
    case 'waiting':
      return and(isNull(row.outcome), isNull(row.endedAt))
    case 'accepted':
      return and(approved, isNull(row.endedAt), gte(row.endsOn, today))
    case 'ending':
      return and(approved, isNull(row.endedAt), gte(row.endsOn, today), lte(row.endsOn, lastEndingDay(today)))
    case 'ended':
      return and(approved, over)
    case 'lapsed':
      return and(
        approved,
        over,
        notInArray(verdicts.verdict, ['met', 'not_applicable']),
        notInArray(row.item, [...holderOnlyItems]),
        isTheLast(today),
      )
  }
}

/** Nothing was accepted or asked for anew since. */
const isTheLast = (today: string) => sql`not exists (
  select from exceptions later
  where later.person_id = ${row.personId} and later.item = ${row.item} and later.scope_id = ${row.scopeId}
    and later.ended_at is null
    and (later.outcome is null or (later.outcome = 'approved' and later.ends_on >= ${today}::date))
)
and not exists (
  select from exceptions later
  where later.person_id = ${row.personId} and later.item = ${row.item} and later.scope_id = ${row.scopeId}
    and later.outcome = 'approved' and later.requested_at > ${row.requestedAt}
)`

const from = (tx: Tx) =>
  tx
    .select({ exception: row, ref: people.ref, verdict: verdicts.verdict })
    .from(row)
    .innerJoin(people, and(eq(people.id, row.personId), isNull(people.deactivatedAt)))
    .leftJoin(verdicts, currentVerdict)

const currentVerdict = and(
  eq(verdicts.personId, row.personId),
  eq(verdicts.item, row.item),
  eq(verdicts.scopeId, row.scopeId),
  isNull(verdicts.validTo),
)

async function pageOf(tx: Tx, { show, cursor }: ListAddress, today: string) {
  const key = show === 'waiting' ? row.requestedAt : row.endsOn
  const backwards = show === 'ended' || show === 'lapsed'
  const descending = backwards !== (cursor?.way === 'before')
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const type = sql.raw(show === 'waiting' ? 'timestamptz' : 'date')
  const beyond =
    cursor &&
    sql`(${key}, ${row.id}) ${sql.raw(descending ? '<' : '>')} (${cursor.key}::${type}, ${cursor.id}::uuid)`
  const found: Found[] = await from(tx)
    .where(and(whereOf(show, today), beyond ?? undefined))
    .orderBy(sql`${key} ${direction}`, sql`${row.id} ${direction}`)
    .limit(pageSize + 1)
  const more = found.length > pageSize
  const rows = found.slice(0, pageSize)
  if (cursor?.way === 'before') rows.reverse()
  const at = (way: Cursor['way'], one: Found | undefined): Cursor | null =>
    one
      ? {
          way,
          key: show === 'waiting' ? one.exception.requestedAt.toISOString() : one.exception.endsOn,
          id: one.exception.id,
        }
      : null
  return {
    rows,
    previous: (cursor?.way === 'before' ? more : cursor !== null) ? at('before', rows[0]) : null,
    next: cursor?.way === 'before' || more ? at('after', rows.at(-1)) : null,
  }
}

async function countsOf(tx: Tx, today: string): Promise<ExceptionCounts> {
  const count = async (show: Show) => {
    const [counted] = await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(row)
      .innerJoin(people, and(eq(people.id, row.personId), isNull(people.deactivatedAt)))
      .leftJoin(verdicts, currentVerdict)
      .where(whereOf(show, today))
    return counted?.n ?? 0
  }
  const [waiting, accepted, ending, lapsed, ended] = await Promise.all([
    count('waiting'),
    count('accepted'),
    count('ending'),
    count('lapsed'),
    count('ended'),
  ])
  return { waiting, accepted, ending, lapsed, ended }
}

async function opened(
  tx: Tx,
  found: readonly Found[],
  actorId: string,
  today: string,
): Promise<ListedException[]> {
  const rows = found.map(({ exception }) => exception)
  const [about, names] = await Promise.all([
    namesForTeam(tx, rows),
    namesOf(
      tx,
      rows.flatMap((one) => [one.personId, one.requestedBy, ...(one.decidedBy ? [one.decidedBy] : [])]),
    ),
  ])
  const keys = await readKeys(
    tx,
    rows.map(({ personId }) => personId),
  )
  return found.flatMap(({ exception, ref, verdict }) => {
    const key = keys.get(exception.personId)
    if (!key) return []
    const sealed = fieldsOf('exceptions', key)
    const { personId, id, version, item, reason, requestedAt, endsOn, decidedAt, endedAt } = exception
    return {
      ...{ personId, id, version, item, reason, requestedAt, endsOn, decidedAt, endedAt, ref },
      verdict: holderOnlyItems.includes(item) ? 'not_shown' : verdict,
      person: names.get(personId) ?? '',
      about: about(exception),
      state: stateOf(exception, today),
      reasonText: sealed.open(id, 'reason_text', exception.reasonTextSealed),
      requestedBy: names.get(exception.requestedBy) ?? '',
      byHolder: exception.requestedBy === personId,
      decidedBy: exception.decidedBy && (names.get(exception.decidedBy) ?? null),
      note: sealed.open(id, 'review_note', exception.reviewNoteSealed),
      barred: barredFromDeciding(exception, actorId),
    }
  })
}
