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
 * crash of the operating system: this engine never asks the disk to flush. Hence the snapshots beside it, which
 * are flushed, and the advice to use a PostgreSQL server for anything that matters.
 */
export async function openEmbedded(dataFolder: string, roomToWrite: number): Promise<Embedded> {
  const letGo = await holdFolder(dataFolder)
  const { PGlite } = await import('@electric-sql/pglite')
  const folder = path.join(/* turbopackIgnore: true */ dataFolder, 'database')
  const client = await PGlite.create(folder).catch((error: unknown) => {
    letGo()
    if (fs.existsSync(path.join(folder, 'PG_VERSION')))
      throw new InstallationProblem(words.newerPostgres(dataFolder), { cause: error })
    throw error
  })
  fs.chmodSync(folder, 0o700)
  stopAtTheFirstFatalError(client)
  return {
    kind: 'embedded',
    client,
    assertRoomToWrite: async () => {
      const disk = await fs.promises.statfs(dataFolder)
      if (disk.bavail * disk.bsize < roomToWrite)
        throw new DatabaseAway(words.noRoom(dataFolder, Math.round(roomToWrite / 2 ** 20)))
    },
    close: async () => {
      await client.close()
      letGo()
    },
  }
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
