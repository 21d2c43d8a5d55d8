/**
 * The one way to the database: embedded (PGlite) where DATABASE_URL is not set, PostgreSQL where it is.
 * The connection lives on globalThis, because a build holds several copies of this module in one process;
 * the drizzle object, which holds the tables, belongs to each copy.
 */
import type { ExtractTablesWithRelations } from 'drizzle-orm'
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
const drawn = new WeakMap<Connection, Promise<Db>>()

/**
 * The database, opened, locked (embedded) and migrated at the first call of the process.
 * @throws InstallationProblem when it cannot be used at all; DatabaseAway and its like when it is away for now
 */
export async function database(): Promise<Db> {
  const connection = await connected()
  let db = drawn.get(connection)
  if (!db) {
    db = draw(connection)
    drawn.set(connection, db)
  }
  return db
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

/** The tables on this connection; what goes wrong in a transaction leaves it without values. */
async function draw(connection: Connection): Promise<Db> {
  const db = await plain(connection)
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

async function plain(connection: Connection): Promise<Db> {
  if (connection.kind === 'postgres') {
    const { drizzle } = await import('drizzle-orm/postgres-js')
    return drizzle(connection.gated, { schema })
  }
  const { drizzle } = await import('drizzle-orm/pglite')
  return drizzle(connection.client, { schema })
}
