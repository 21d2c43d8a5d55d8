import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { holdFolder } from '@/lib/installation/lock'
import { InstallationProblem } from '@/lib/installation/problem'
import { databaseAway, folder as words } from '@/lib/words/installation'
import { DatabaseAway } from './away'

export type Embedded = {
  kind: 'embedded'
  client: PGlite
  /** @throws DatabaseAway when too little of the disk is free */
  assertRoomToWrite: () => Promise<void>
  close: () => Promise<void>
}

/**
 * PostgreSQL inside this process, in `<dataFolder>/database`, for one process at a time.
 *
 * What was acknowledged survives the end of the process, however it ends. It does not survive a power cut or a
 * crash of the operating system: this engine never asks the disk to flush. Hence the backups beside it, which
 * are flushed, and the advice to use a PostgreSQL server for anything that matters.
 */
export async function openEmbedded(dataFolder: string, roomToWrite: number): Promise<Embedded> {
  const letGo = await holdFolder(dataFolder)
  try {
    const client = await openFolder(path.join(/* turbopackIgnore: true */ dataFolder, 'database'))
    stopAtTheFirstFatalError(client)
    return {
      kind: 'embedded',
      client,
      assertRoomToWrite: () => assertRoom(dataFolder, roomToWrite),
      close: async () => {
        await client.close()
        letGo()
      },
    }
  } catch (error) {
    letGo()
    throw error
  }
}

async function openFolder(folder: string): Promise<PGlite> {
  if (!fs.existsSync(folder)) layOut(folder)
  fs.chmodSync(folder, 0o700)
  const { PGlite } = await import('@electric-sql/pglite')
  try {
    // A quarter of the usual cache: the memory counts against the whole server, and the disk's own cache is near.
    const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB', '-c', 'jit=off']
    return await PGlite.create(folder, { startParams })
  } catch (error) {
    throw new InstallationProblem(words.unopened(folder), { cause: error })
  }
}

/**
 * Makes an empty database: under another name first, so that one cut short is never taken for whole, and in a
 * process of its own, because making one takes half a gigabyte of memory that would not be given back.
 */
function layOut(folder: string): void {
  const draft = `${folder}.new`
  fs.rmSync(draft, { recursive: true, force: true })
  const script =
    "const { PGlite } = await import('@electric-sql/pglite'); await (await PGlite.create(process.argv[1])).close()"
  const made = spawnSync(process.execPath, ['--input-type=module', '-e', script, draft], {
    cwd: process.cwd(),
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (made.status !== 0)
    throw new InstallationProblem(words.unmade(folder), {
      cause: new Error(made.stderr || made.error?.message),
    })
  fs.renameSync(draft, folder)
}

async function assertRoom(dataFolder: string, roomToWrite: number): Promise<void> {
  const disk = await fs.promises.statfs(dataFolder)
  if (disk.bavail * disk.bsize < roomToWrite)
    throw new DatabaseAway(words.noRoom(dataFolder, Math.round(roomToWrite / 2 ** 20)))
}

/**
 * After PANIC, FATAL, a full disk (class 53) or a crash of the engine itself the next statement would block the
 * process for ever. Nothing unacknowledged is worth that: end at once, and let what restarts us recover the log.
 */
function stopAtTheFirstFatalError(client: PGlite): void {
  const run = client.execProtocolStream.bind(client)
  client.execProtocolStream = async (...args) => {
    try {
      return await run(...args)
    } catch (error) {
      if (isFatal(error)) {
        fs.writeSync(2, `${databaseAway.stopped(error instanceof Error ? error.message : String(error))}\n`)
        process.exit(1)
      }
      throw error
    }
  }
}

function isFatal(error: unknown): boolean {
  if (!(error instanceof Error)) return true
  if ('severity' in error && (error.severity === 'PANIC' || error.severity === 'FATAL')) return true
  if ('code' in error && typeof error.code === 'string') return error.code.startsWith('53')
  return error instanceof WebAssembly.RuntimeError || error.name === 'ExitStatus'
}
