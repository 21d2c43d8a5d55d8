import fs from 'node:fs'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { z } from 'zod'
import { InstallationProblem } from '@/lib/installation/problem'
import { databaseAway, schemaTooNew } from '@/lib/words/installation'
import { isDatabaseAway } from './away'

/** Where the migrations stand; the same folder serves both databases. */
const migrationsFolder = path.join(/* turbopackIgnore: true */ process.cwd(), 'db', 'migrations')

/** Any number, as long as every version of Muster takes the same. */
const lockNumber = 727_274

/**
 * Brings the embedded database up to date. Nobody else can be there: the folder is locked.
 * @throws InstallationProblem when a newer version was here
 */
export async function migrateEmbedded(client: PGlite): Promise<void> {
  await refuseNewer(async (statement) => (await client.query(statement)).rows)
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ])
  await migrate(drizzle(client), { migrationsFolder })
}

/**
 * Brings a PostgreSQL database up to date. Of several processes starting at once one does it and the others wait:
 * the lock belongs to a transaction of its own, so it holds through PgBouncer as well.
 * @throws InstallationProblem when the server cannot be reached, or a newer version was here
 */
export async function migratePostgres(url: string): Promise<void> {
  const { default: postgres } = await import('postgres')
  const sql = postgres(url, { max: 2, prepare: false, connect_timeout: 5, onnotice: () => {} })
  try {
    await sql.begin(async (holder) => {
      await holder`select pg_advisory_xact_lock(${lockNumber})`
      await refuseNewer(async (statement) => await sql.unsafe(statement))
      const [{ drizzle }, { migrate }] = await Promise.all([
        import('drizzle-orm/postgres-js'),
        import('drizzle-orm/postgres-js/migrator'),
      ])
      await migrate(drizzle(sql), { migrationsFolder })
    })
  } catch (error) {
    if (isDatabaseAway(error) && error instanceof Error)
      throw new InstallationProblem(databaseAway.atStart(error.message || reasonOf(error)), { cause: error })
    throw error
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Migrations only ever go forward: what a newer version laid out, an older one would misread. */
async function refuseNewer(ask: (statement: string) => Promise<unknown>): Promise<void> {
  const [{ there }] = one(z.boolean(), 'there').parse(
    await ask("select to_regclass('drizzle.__drizzle_migrations') is not null as there"),
  )
  if (!there) return
  const [{ latest }] = one(z.coerce.number(), 'latest').parse(
    await ask('select coalesce(max(created_at), 0) as latest from drizzle.__drizzle_migrations'),
  )
  const journal = journalShape.parse(
    JSON.parse(fs.readFileSync(path.join(migrationsFolder, 'meta', '_journal.json'), 'utf8')),
  )
  if (latest > Math.max(...journal.entries.map(({ when }) => when)))
    throw new InstallationProblem(schemaTooNew)
}

const journalShape = z.object({ entries: z.array(z.object({ when: z.number() })) })
const one = <Name extends string, Value extends z.ZodType>(value: Value, name: Name) =>
  z.tuple([z.object({ [name]: value } as Record<Name, Value>)])

/** Node's error for "refused on every address" has no message of its own. */
function reasonOf(error: Error): string {
  return error instanceof AggregateError ? String(error.errors[0]?.message) : error.name
}
