/** The rows of one part as their person reads them: sealed texts opened, people by name. */
import { count, inArray, sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { delegations } from '@/db/schema/aide'
import { people } from '@/db/schema/people'
import { type HeldPart, namesSomebody } from '@/lib/held/parts'
import { namesOf } from '@/lib/people/names'
import { fieldsOf } from '@/lib/sealing/own'
import type { PersonKey } from '@/lib/sealing/rules'

export type HeldValue = string | number | boolean | null | object
export type HeldRow = Record<string, HeldValue>

type Whose = { personId: string; key: PersonKey }

/** How many rows a part has. */
export async function countOf(tx: Tx, part: HeldPart, personId: string): Promise<number> {
  const [row] = await tx.select({ rows: count() }).from(part.table).where(part.rowsOf(personId))
  return row?.rows ?? 0
}

/** Some rows of a part, in the order of their keys. */
export async function rowsOf(
  tx: Tx,
  part: HeldPart,
  { personId, key }: Whose,
  { limit, offset }: { limit: number; offset: number },
): Promise<HeldRow[]> {
  const rows = (await tx
    .select()
    .from(part.table)
    .where(part.rowsOf(personId))
    .orderBy(...keysOf(part))
    .limit(limit)
    .offset(offset)) as Record<string, unknown>[]
  const called = await somebodyIn(tx, part, rows, personId)
  return rows.map((row) => shownRow(part, veiled(part, row), { personId, key }, called))
}

/** Whom their pages name to them: who opened, answered, decided. Of everybody else they read the reference. */
const toldByName = /^(person_id|aide_id|on_behalf_of|opened_by|answered_by|decided_by|done_by|asked_by)$/

/** What each person in these rows is called, by column and id. */
async function somebodyIn(
  tx: Tx,
  part: HeldPart,
  rows: readonly Record<string, unknown>[],
  personId: string,
): Promise<(column: string, id: string) => string> {
  const named = part.shown.filter(({ column }) => namesSomebody.test(column.name))
  const idsOf = (of: typeof named) =>
    rows.flatMap((row) => of.map(({ property }) => row[property]).filter((id) => typeof id === 'string'))
  const byName = named.filter(({ column }) => toldByName.test(column.name))
  const others = idsOf(named.filter((each) => !byName.includes(each)))
  const [names, refs] = await Promise.all([
    namesOf(tx, [...idsOf(byName), personId]),
    others.length === 0
      ? []
      : tx
          .select({ id: people.id, ref: people.ref })
          .from(people)
          .where(inArray(people.id, [...new Set(others)])),
  ])
  const refOf = new Map(refs.map(({ id, ref }) => [id, ref]))
  return (column, id) => (toldByName.test(column) || id === personId ? names.get(id) : refOf.get(id)) ?? id
}

/** Whether somebody has an address is not told before they accept. */
const veiled = (part: HeldPart, row: Record<string, unknown>) =>
  part.table === delegations && row.acceptedAt === null ? { ...row, aideId: null } : row

function shownRow(
  part: HeldPart,
  row: Record<string, unknown>,
  { personId, key }: Whose,
  called: (column: string, id: string) => string,
): HeldRow {
  const sealed = fieldsOf(part.name, key)
  const rowId = String(row.credentialId ?? row.id ?? '')
  // What is sealed for somebody else is theirs: an address in the words of who asked.
  const mine = row.personId === undefined || row.personId === personId
  return Object.fromEntries(
    part.shown.map(({ property, column }) => {
      const value = row[property]
      if (column.name.endsWith('_sealed')) {
        const name = column.name.replace(/_sealed$/, '')
        return [name, mine && typeof value === 'string' ? sealed.open(rowId, name, value || null) : null]
      }
      if (namesSomebody.test(column.name) && typeof value === 'string')
        return [column.name, called(column.name, value)]
      return [column.name, plain(value)]
    }),
  )
}

function plain(value: unknown): HeldValue {
  if (value instanceof Date) return value.toISOString()
  if (value === undefined || value === null) return null
  return value as HeldValue
}

/** The primary key, so that one piece follows on another. */
function keysOf({ table }: HeldPart) {
  const { primaryKeys, columns } = getTableConfig(table)
  const keys = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary)
  return keys.map((column) => sql`${column}`)
}
