/** Muster as people run it: a process of its own by the way of `npm start`, on a free port, with its own data. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../db/rig/server'

export type Muster = {
  origin: string
  /** Of the server; not known of one that somebody else started. */
  pid?: number
  dataFolder: string
  /** The one-use link the server printed; null where there is an administrator. */
  setUpLink: string | null
  /** Everything it has printed so far. */
  said: () => string
  /** The end that Ctrl-C makes. @returns the exit code */
  stop: () => Promise<number | null>
  /** The end without warning. */
  kill: () => Promise<void>
}

export type Start = { databaseUrl?: string; dataFolder?: string; port?: number; env?: Record<string, string> }

/**
 * Starts a server and waits until it says where it is. Its data folder is a new one, removed with `stop`, unless one is
 * given. It does not outlive this process.
 * @throws Error with what the server said, when it ends instead
 */
export async function startMuster({ databaseUrl = '', dataFolder, port, env }: Start = {}): Promise<Muster> {
  const folder = dataFolder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'muster-e2e-'))
  const at = port ?? (await freePort())
  const child = spawn(process.execPath, ['lib/installation/launch.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: databaseUrl, MUSTER_DATA: folder, PORT: String(at), ...env },
  })
  const orphan = () => child.kill('SIGKILL')
  process.once('exit', orphan)
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      const [, found] = /^Muster is at (\S+)$/m.exec(said) ?? []
      if (found) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    ended.then((code) => reject(new Error(`The server ended with ${code} and said:\n${said}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const code = await ended
    process.off('exit', orphan)
    if (!dataFolder) fs.rmSync(folder, { recursive: true, force: true })
    return code
  }
  return {
    origin,
    pid: child.pid,
    dataFolder: folder,
    setUpLink: /^(https?:\/\/\S+\/set-up\S*)$/m.exec(said)?.[1] ?? null,
    said: () => said,
    stop: () => end('SIGINT'),
    kill: async () => {
      await end('SIGKILL')
    },
  }
}
