import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { folder as words } from '../words/installation'
import { hangBell, rings } from './bell'
import { type Holder, holderShape, judge, self } from './holder'
import { InstallationProblem } from './problem'

const shared = globalThis as typeof globalThis & { musterHeld?: Map<string, Promise<() => void>> }

/**
 * Takes the data folder for this process, or refuses at once and names who has it. Asked again by the same process,
 * it answers with the hold it has.
 *
 * The lock is a numbered file in `<dataFolder>/muster.lock`; the highest number counts. Taking over from a process
 * that is gone means making the next number, which the file system lets exactly one do, and numbers never go back:
 * so nobody can take over from one that has just taken over. A holder that is alive is never removed.
 *
 * @returns lets the folder go
 * @throws InstallationProblem
 */
export function holdFolder(dataFolder: string): Promise<() => void> {
  shared.musterHeld ??= new Map()
  const held = shared.musterHeld
  const known = held.get(dataFolder)
  if (known) return known
  const taking = take(dataFolder).then(
    (release) => () => {
      if (held.delete(dataFolder)) release()
    },
    (error: unknown) => {
      held.delete(dataFolder)
      if (error instanceof InstallationProblem || !(error instanceof Error)) throw error
      throw new InstallationProblem(words.unusable(dataFolder, error.message), { cause: error })
    },
  )
  held.set(dataFolder, taking)
  return taking
}

async function take(dataFolder: string): Promise<() => void> {
  const lock = path.join(/* turbopackIgnore: true */ dataFolder, 'muster.lock')
  fs.mkdirSync(lock, { recursive: true, mode: 0o700 })
  await refuseIfHeld(dataFolder, lock)
  // Before the lock, so that nobody finds the lock and hears nothing.
  const bell = await hangBell(lock, `${process.pid}.${randomBytes(6).toString('hex')}.bell`)
  const me: Holder = { ...self(dataFolder), bell: bell.name }
  try {
    for (;;) {
      const last = await refuseIfHeld(dataFolder, lock)
      const mine = path.join(lock, String(last + 1))
      if (!writeWhole(mine, me, 'make')) continue
      // Whoever looked before the folder was taken over twice finds a higher number now, and steps back.
      if (highest(lock) > last + 1) {
        fs.rmSync(mine, { force: true })
        continue
      }
      sweep(lock, last + 1, bell.name)
      return () => {
        bell.stop()
        // Without the folder there is nothing left to let go of.
        if (fs.existsSync(lock)) writeWhole(mine, { ...me, bell: null, released: true }, 'replace')
      }
    }
  } catch (error) {
    bell.stop()
    throw error
  }
}

/** @returns the highest number, whose holder is gone; 0 when there never was one */
async function refuseIfHeld(dataFolder: string, lock: string): Promise<number> {
  const last = highest(lock)
  const file = path.join(lock, String(last))
  const text = last > 0 && fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
  if (text === null) return last
  const holder = holderShape.parse(JSON.parse(text))
  const seen = judge(holder, self(dataFolder))
  const state = seen === 'ask' && holder.bell ? ((await rings(lock, holder.bell)) ? 'alive' : 'gone') : seen
  if (state === 'gone') return last
  const say = state === 'alive' ? words.held : words.heldElsewhere
  throw new InstallationProblem(say(dataFolder, holder.pid, holder.host, holder.since, file))
}

function highest(lock: string): number {
  return Math.max(0, ...fs.readdirSync(lock).map((name) => (/^\d+$/.test(name) ? Number(name) : 0)))
}

/** Removes what earlier holders left. Bells of processes that are just trying stay: they remove their own. */
function sweep(lock: string, mine: number, bell: string | null): void {
  const minute = 60_000
  for (const name of fs.readdirSync(lock)) {
    const file = path.join(lock, name)
    const left = /^\d+$/.test(name) ? Number(name) < mine : name !== bell && olderThan(file, minute)
    if (left) fs.rmSync(file, { force: true })
  }
}

function olderThan(file: string, milliseconds: number): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  return stat !== undefined && Date.now() - stat.mtimeMs > milliseconds
}

/** Writes the file so that nobody ever sees half of it. @returns false when `make` finds it there already */
function writeWhole(file: string, content: Holder, how: 'make' | 'replace'): boolean {
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`
  fs.writeFileSync(draft, `${JSON.stringify(content)}\n`, { flag: 'wx', mode: 0o600, flush: true })
  try {
    if (how === 'replace') fs.renameSync(draft, file)
    else fs.linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    fs.rmSync(draft, { force: true })
  }
}
