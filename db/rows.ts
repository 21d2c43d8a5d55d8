import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from './client'

/**
 * Inserts many rows by one parameter, so that the statement is made once however many they are. Each row names every
 * column, or leaves it null: defaults of the database do not apply. Not for columns of bytes. Like any statement it is
 * sent when it is waited for, so that it keeps its place among others.
 */
export function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): ReturnType<Tx['execute']> {
  const columns = Object.entries(getTableColumns(table))
  const named = rows.map((row) => {
    const given: Readonly<Record<string, unknown>> = row
    return Object.fromEntries(columns.map(([key, { name }]) => [name, given[key] ?? null]))
  })
  const [before, after] = statementFor(table)
  return tx.execute(sql`${before}${JSON.stringify(named)}${after}`)
}

const statements = new WeakMap<PgTable, [SQL, SQL]>()

function statementFor(table: PgTable): [SQL, SQL] {
  const known = statements.get(table)
  if (known) return known
  const name = `"${getTableName(table)}"`
  const columns = Object.values(getTableColumns(table))
    .map((column) => `"${column.name}"`)
    .join(', ')
  const from = `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, `
  const made: [SQL, SQL] = [sql.raw(from), sql.raw('::jsonb)')]
  statements.set(table, made)
  return made
}
