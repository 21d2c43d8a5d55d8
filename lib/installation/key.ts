import { hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { environment } from '../env'
import { key as words } from '../words/installation'
import { InstallationProblem } from './problem'

export type KeyPurpose = 'session' | 'audit' | 'index' | 'ticket'

const keyBytes = 32
const shape = /^muster-key-1 ([A-Za-z0-9_-]{8}) ([A-Za-z0-9_-]{43})\n?$/

type Key = { id: string; key: Buffer }
const store = globalThis as typeof globalThis & { musterKey?: Map<string, Key> }

/**
 * The installation's key: 32 bytes from a file outside the database, whose id stands in every sealed value.
 * @param mayCreate whether a missing file may be made; only where the database holds nothing sealed
 * @throws InstallationProblem when the file is missing, malformed, or open to others (ASVS V13.3.1, V11.2.2)
 */
export function installationKey({ mayCreate = false } = {}): Key {
  const file = environment().keyFile
  store.musterKey ??= new Map()
  const known = store.musterKey.get(file)
  if (known) return known
  const key = readKey(file) ?? (mayCreate ? createKey(file) : null)
  if (!key) throw new InstallationProblem(words.missing(file))
  store.musterKey.set(file, key)
  return key
}

/** 32 bytes for one purpose, by HKDF-SHA-256 from the installation's key: the same at every start. */
export function derivedKey(purpose: KeyPurpose): Buffer {
  const { key } = installationKey()
  const known = derived.get(key) ?? new Map<KeyPurpose, Buffer>()
  derived.set(key, known)
  const one = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, '', `muster ${purpose} 1`, keyBytes))
  known.set(purpose, one)
  return one
}

/** Derived once: every request needs them, and they change with the key alone. */
const derived = new WeakMap<Buffer, Map<KeyPurpose, Buffer>>()

/** The key in `file`, or null when there is no such file. */
export function readKey(file: string): Key | null {
  const text = guarded(file, () => {
    const handle = fs.openSync(file, 'r')
    try {
      refuseOpenFile(file, fs.fstatSync(handle))
      return fs.readFileSync(handle, 'utf8')
    } finally {
      fs.closeSync(handle)
    }
  })
  if (text === null) return null
  const [, id, encoded] = shape.exec(text) ?? []
  if (!id || !encoded) throw new InstallationProblem(words.malformed(file))
  return { id, key: Buffer.from(encoded, 'base64url') }
}

/** Makes the file, whole or not at all; where two processes try, both end up with the one that was first. */
export function createKey(file: string): Key {
  const id = randomBytes(6).toString('base64url')
  const text = `muster-key-1 ${id} ${randomBytes(keyBytes).toString('base64url')}\n`
  const draft = `${file}.${process.pid}.${id}`
  guarded(file, () => {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    fs.writeFileSync(draft, text, { flag: 'wx', mode: 0o600, flush: true })
    try {
      fs.linkSync(draft, file)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    } finally {
      fs.unlinkSync(draft)
    }
    syncFolder(path.dirname(file))
  })
  const key = readKey(file)
  if (!key) throw new InstallationProblem(words.missing(file))
  return key
}

function refuseOpenFile(file: string, stat: fs.Stats): void {
  if (process.platform === 'win32') return // rights there are access lists, inherited from the folder
  if ((stat.mode & 0o077) !== 0) throw new InstallationProblem(words.open(file))
  if (stat.uid !== process.getuid?.()) throw new InstallationProblem(words.foreign(file))
}

/** So that the new name survives a power cut too. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = fs.openSync(folder, 'r')
  fs.fsyncSync(handle)
  fs.closeSync(handle)
}

function guarded<T>(file: string, act: () => T): T | null {
  try {
    return act()
  } catch (error) {
    if (error instanceof InstallationProblem || !(error instanceof Error)) throw error
    if ('code' in error && error.code === 'ENOENT') return null
    throw new InstallationProblem(words.unusable(file, error.message), { cause: error })
  }
}
