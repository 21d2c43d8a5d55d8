import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
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
  if (!fs.existsSync(folder)) await layOut(folder)
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

/** Its own input ends with the process that asked, however that ends: nobody makes a database for nobody. */
const layOutScript = `
process.stdin.once('end', () => process.exit(1)).resume()
const { PGlite } = await import('@electric-sql/pglite')
await (await PGlite.create(process.argv[1])).close()
process.exit(0)`

/**
 * Makes an empty database: under another name first, so that one cut short is never taken for whole, and in a
 * process of its own, because making one takes half a gigabyte of memory that would not be given back. The name is
 * nobody else's: a process whose asker was killed a moment ago may still be writing.
 */
async function layOut(folder: string): Promise<void> {
  const draft = `${folder}.${randomBytes(6).toString('hex')}.new`
  try {
    await run(layOutScript, draft)
    fs.renameSync(draft, folder)
  } catch (error) {
    throw new InstallationProblem(words.unmade(folder), { cause: error })
  } finally {
    removeDrafts(folder)
  }
}

/** A process of its own. @throws Error with what it said when it does not end well */
function run(script: string, argument: string): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, argument], {
    cwd: process.cwd(),
    stdio: ['pipe', 'ignore', 'pipe'],
    timeout: 120_000,
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`it ended with ${signal ?? code} and said: ${said}`)),
    )
  })
}

/** Those of starts that were cut short, too. One that its process still writes to holds nobody up and goes later. */
function removeDrafts(folder: string): void {
  const where = path.dirname(folder)
  for (const name of fs.readdirSync(where))
    if (name.startsWith(`${path.basename(folder)}.`) && name.endsWith('.new'))
      fs.rm(path.join(where, name), { recursive: true, force: true, maxRetries: 10 }, () => {})
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
