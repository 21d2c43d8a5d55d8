/** Many rows in one statement, the same on both databases: as one JSON parameter, so that no limit of parameters holds. */
import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'

const atOnce = 4000

/** Inserts the rows as they are; a column that no row names is left to its default. */
export async function insertMany<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  const columns = new Map(Object.entries(getTableColumns(table)).map(([name, column]) => [name, column.name]))
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce)
    const named = [...new Set(part.flatMap((row) => Object.keys(row)))].flatMap(
      (name) => columns.get(name) ?? [],
    )
    const list = sql.join(
      named.map((name) => sql`${sql.identifier(name)}`),
      sql`, `,
    )
    const json = JSON.stringify(
      part.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [columns.get(name), plain(value)])),
      ),
    )
    const into = sql.identifier(getTableName(table))
    await tx.execute(
      sql`insert into ${into} (${list}) select ${list} from json_populate_recordset(null::${into}, ${json}::json)`,
    )
  }
}

/** JSON knows no bytes: PostgreSQL reads them from this text. Instants become ISO text by themselves. */
const plain = (value: unknown) =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
