import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import { z } from 'zod'

/** Who holds a data folder, as its lock file says. */
export const holderShape = z.object({
  pid: z.number(),
  /** When the process began, as the system counts: tells a process number that was given out again. */
  born: z.string().nullable(),
  /** Which start of the system; null where the system has no name for it. */
  boot: z.string().nullable(),
  /** In which space of process numbers; each container has its own. */
  space: z.string().nullable(),
  host: z.string(),
  folder: z.string(),
  inode: z.string(),
  since: z.string(),
  bell: z.string().nullable(),
  released: z.boolean(),
})
export type Holder = z.infer<typeof holderShape>

/** This process as a holder of `folder`. */
export function self(folder: string): Holder {
  return {
    pid: process.pid,
    born: bornOf(process.pid),
    boot: attempt(() => fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    space: attempt(() => fs.readlinkSync('/proc/self/ns/pid')),
    host: os.hostname(),
    folder: fs.realpathSync(folder),
    inode: String(fs.statSync(folder, { bigint: true }).ino),
    since: new Date().toISOString(),
    bell: null,
    released: false,
  }
}

/**
 * Whether the holder still runs, as seen from `here`. `ask` when only its bell can tell, `unknown` when nothing can.
 * When in doubt never `gone`.
 */
export function judge(holder: Holder, here: Holder): 'alive' | 'gone' | 'ask' | 'unknown' {
  if (holder.released) return 'gone'
  const sameHost = holder.host === here.host
  const copied = sameHost && holder.folder !== here.folder && holder.inode !== here.inode
  if (copied) return 'gone' // the lock came along when the folder was copied
  if (holder.boot !== here.boot) return sameHost ? 'gone' : 'unknown'
  if (holder.space !== here.space) return holder.bell ? 'ask' : 'unknown'
  if (holder.boot === null && !sameHost) return 'unknown'
  if (!runs(holder.pid)) return 'gone'
  const born = bornOf(holder.pid)
  return born === null || holder.born === null || born === holder.born ? 'alive' : 'gone'
}

function runs(pid: number): boolean {
  const state = statOf(pid)?.[0]
  if (state) return state !== 'Z' && state !== 'X' // dead, and nobody has taken note yet
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Field 22 of /proc/PID/stat (proc(5)); elsewhere what ps says; null where neither answers. */
function bornOf(pid: number): string | null {
  const stat = statOf(pid)
  if (stat) return stat[19] ?? null
  if (process.platform === 'linux' || process.platform === 'win32') return null
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', timeout: 2000 })
  return ps.status === 0 ? ps.stdout.trim() || null : null
}

/** The fields of /proc/PID/stat from the third on, for the second is a name that may hold anything. */
function statOf(pid: number): string[] | null {
  const stat = attempt(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? null
}

function attempt(read: () => string): string | null {
  try {
    return read()
  } catch {
    return null
  }
}
