import fs from 'node:fs'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { connected } from '@/db/client'
import { environment } from '../env'
import { backups as words } from '../words/installation'

/** How many are kept; the oldest goes when a new one is whole. */
const kept = 2
/** Milliseconds between two. */
const interval = 3_600_000

let lastPosition: string | null = null

/** Where the backups of the embedded database lie. */
function backupFolder(): string {
  return path.join(environment().dataFolder, 'backups')
}

/**
 * From now on backs the embedded database up every hour in which something was written. A PostgreSQL server has its own
 * means. An attempt that fails says so and leaves the earlier backups alone.
 */
export async function backUpHourly(): Promise<void> {
  const connection = await connected()
  if (connection.kind !== 'embedded') return
  lastPosition = await positionOf(connection.client)
  setInterval(
    () => backUpIfChanged().catch((error: unknown) => console.error(words.failed, error)),
    interval,
  ).unref()
}

/** Backs up what was written since the last time. @returns the file; null when nothing was, or on a server */
export async function backUpIfChanged(): Promise<string | null> {
  const connection = await connected()
  if (connection.kind !== 'embedded') return null
  const { client } = connection
  if ((await positionOf(client)) === lastPosition) return null
  await connection.assertRoomToWrite()
  await client.exec('checkpoint')
  lastPosition = await positionOf(client)
  const dump = await client.dumpDataDir('gzip')
  const file = path.join(backupFolder(), `${new Date().toISOString().replaceAll(/[:.]/g, '-')}.tar.gz`)
  await writeWhole(file, Buffer.from(await dump.arrayBuffer()))
  for (const old of listBackups().slice(0, -kept)) fs.rmSync(old)
  return file
}

/** The backups there are, the oldest first. */
function listBackups(): string[] {
  const folder = backupFolder()
  if (!fs.existsSync(folder)) return []
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.tar.gz'))
  return names.sort().map((name) => path.join(folder, name))
}

/** On the disk itself before it has its name, so that a power cut leaves whole backups only. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  await fs.promises.mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.part`
  await fs.promises.writeFile(draft, content, { mode: 0o600, flush: true })
  await fs.promises.rename(draft, file)
  if (process.platform === 'win32') return
  const folder = await fs.promises.open(path.dirname(file))
  await folder.sync().finally(() => folder.close())
}

/** How far the log of changes has come: the same as before, and nothing was written. */
async function positionOf(client: PGlite): Promise<string> {
  const { rows } = await client.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at')
  return rows[0]?.at ?? ''
}
