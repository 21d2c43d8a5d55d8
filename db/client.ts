/**
 * The one way to the database: embedded (PGlite) where DATABASE_URL is not set, PostgreSQL where it is.
 * The connection lives on globalThis, because a build holds several copies of this module in one process;
 * the drizzle object, which holds the tables, belongs to each copy.
 */
import { type ExtractTablesWithRelations, sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core'
import type { Sql } from 'postgres'
import { environment } from '@/lib/env'
import { databaseDuringBuild } from '@/lib/words/installation'
import { named } from './away'
import type { Embedded } from './embedded'
import type { Postgres } from './postgres'
import { withoutValues } from './quiet'
import * as schema from './tables'

export { awayDigest, DatabaseAway, isDatabaseAway } from './away'
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>
export type Tx = PgTransaction<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>
export type Connection = Embedded | Postgres

const shared = globalThis as typeof globalThis & { musterConnection?: Promise<Connection> }
const drawn = new WeakMap<Connection, Promise<Drawn>>()
type Drawn = { db: Db; reading: Db }

/**
 * The database, opened, locked (embedded) and migrated at the first call of the process.
 * @throws InstallationProblem when it cannot be used at all; DatabaseAway and its like when it is away for now
 */
export async function database(): Promise<Db> {
  return (await drawnOn(await connected())).db
}

/** What one statement may be: by itself it is whole, so it needs no transaction around it. */
export type OneStatement = Pick<Db, 'insert' | 'update' | 'delete'>
export type OneRead = Pick<Db, 'select'>

/** Runs one statement, done or not as a whole, in one round trip; an error leaves it as it leaves a transaction. */
export async function atOnce<Result>(run: (db: OneStatement & OneRead) => Promise<Result>): Promise<Result> {
  const db = await database()
  try {
    return await run(db)
  } catch (error) {
    throw named(withoutValues(error))
  }
}

/** A transaction that sees one moment, and that the database keeps from writing. */
export async function readOnly<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
  const connection = await connected()
  const { reading } = await drawnOn(connection)
  if (connection.kind === 'postgres') return reading.transaction(run)
  return reading.transaction(async (tx) => {
    // Sent first and not waited for: the first read follows on the same connection and finds it done.
    const kept = tx.execute(sql`set transaction isolation level repeatable read, read only`).then(() => true)
    const [result] = await Promise.all([run(tx), kept])
    return result
  })
}

/** Which database this process uses. */
export function databaseKind(): 'embedded' | 'postgres' {
  return environment().databaseUrl ? 'postgres' : 'embedded'
}

/** Lets running statements finish, closes the database and lets go of the data folder. Safe to call twice. */
export async function closeDatabase(): Promise<void> {
  const open = shared.musterConnection
  shared.musterConnection = undefined
  const connection = await open?.catch(() => undefined)
  await connection?.close()
}

/** The driver's own client, for COPY and for measuring; null on the embedded database. */
export async function rawPostgres(): Promise<Sql | null> {
  const connection = await connected()
  return connection.kind === 'postgres' ? connection.raw() : null
}

/**
 * Refuses to write when the embedded database's disk is nearly full: at the last byte it stops for good.
 * @throws DatabaseAway
 */
export async function assertRoomToWrite(): Promise<void> {
  const connection = await connected()
  if (connection.kind === 'embedded') await connection.assertRoomToWrite()
}

/** Puts this connection in the place of the configured one: for tests and for restoring. */
export function setConnection(connection: Connection): void {
  shared.musterConnection = Promise.resolve(connection)
}

/** The open connection, opened on the first call; an attempt that failed is tried anew by the next call. */
export async function connected(): Promise<Connection> {
  if (process.env.NEXT_PHASE === 'phase-production-build') throw new Error(databaseDuringBuild)
  shared.musterConnection ??= open().catch((error: unknown) => {
    shared.musterConnection = undefined
    throw named(error)
  })
  return shared.musterConnection
}

async function open(): Promise<Connection> {
  const env = environment()
  const { migrateEmbedded, migratePostgres } = await import('./migrate')
  if (env.databaseUrl) {
    const { openPostgres } = await import('./postgres')
    await migratePostgres(env.databaseUrl)
    return openPostgres(env.databaseUrl, env.poolSize)
  }
  const { openEmbedded } = await import('./embedded')
  const embedded = await openEmbedded(env.dataFolder, env.roomToWrite)
  await migrateEmbedded(embedded.client)
  return embedded
}

function drawnOn(connection: Connection): Promise<Drawn> {
  const known = drawn.get(connection)
  if (known) return known
  const both = draw(connection)
  drawn.set(connection, both)
  return both
}

async function draw(connection: Connection): Promise<Drawn> {
  if (connection.kind === 'postgres') {
    const { drizzle } = await import('drizzle-orm/postgres-js')
    return {
      db: withoutValuesIn(drizzle(connection.gated, { schema })),
      reading: withoutValuesIn(drizzle(connection.reading, { schema })),
    }
  }
  const { drizzle } = await import('drizzle-orm/pglite')
  const db = withoutValuesIn(drizzle(connection.client, { schema }))
  return { db, reading: db }
}

/** What goes wrong in a transaction leaves it without values. */
function withoutValuesIn(db: Db): Db {
  const transaction: Db['transaction'] = db.transaction.bind(db)
  db.transaction = async (run, config) => {
    try {
      return await transaction(run, config)
    } catch (error) {
      throw named(withoutValues(error))
    }
  }
  return db
}
