/** A PostgreSQL server of the tests' own, in a temporary folder on a free port, gone when they are. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { postgresBinaries } from './binaries'

export type Server = {
  /** The address of a database on this server. */
  url: (database: string) => string
  /** Makes a database, as a copy of `template` where one is named. @returns its address */
  create: (database: string, template?: string) => Promise<string>
  drop: (database: string) => Promise<void>
  stop: () => Promise<void>
}

/** A server that can go away for a while, as servers do. */
export type OwnServer = Server & { pause: () => Promise<void>; resume: () => Promise<void> }

/** The server for tests: a new one of their own, or the one that MUSTER_TEST_POSTGRES_URL names. */
export async function startServer(settings: string[] = []): Promise<Server> {
  const given = process.env.MUSTER_TEST_POSTGRES_URL
  return given ? on(given, async () => {}) : ownServer(settings)
}

/** Starts a server that ends with this process, however that ends. `settings`: such as `max_connections=20`. */
export async function ownServer(settings: string[] = []): Promise<OwnServer> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-postgres-'))
  const user = otherUser()
  if (user) fs.chownSync(home, user.uid, user.gid)
  const programs = reachable(postgresBinaries(), home, user)
  const data = path.join(home, 'data')
  const made = spawnSync(
    path.join(programs, 'initdb'),
    ['-D', data, '-U', 'muster', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: home, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`)
  const port = await freePort()
  const flags = ['fsync=off', 'full_page_writes=off', 'shared_buffers=64MB', `port=${port}`, ...settings]
  const args = ['-D', data, '-h', '127.0.0.1', '-k', '', ...flags.flatMap((flag) => ['-c', flag])]
  const log = path.join(home, 'server.log')
  const address = `postgres://muster@127.0.0.1:${port}/postgres`
  let end: () => Promise<unknown> = async () => {}
  const begin = async () => {
    const child = tied(path.join(programs, 'postgres'), args, home, log, user)
    const ended = new Promise((resolve) => child.once('close', resolve))
    end = () => {
      child.stdin?.end()
      return ended
    }
    await answers(address, () => fs.readFileSync(log, 'utf8'))
  }
  await begin()
  const keep = path.join(home, 'keep')
  const stop = async () => {
    await end()
    fs.rmSync(home, { recursive: true, force: true })
  }
  const pause = async () => {
    fs.writeFileSync(keep, '')
    await end()
  }
  const resume = async () => {
    fs.rmSync(keep)
    await begin()
  }
  return { ...on(address, stop), pause, resume }
}

function on(address: string, stop: () => Promise<void>): Server {
  const url = (database: string) => Object.assign(new URL(address), { pathname: `/${database}` }).href
  const act = async (statement: string) => {
    const sql = postgres(address, { max: 1, onnotice: () => {} })
    await sql.unsafe(statement).finally(() => sql.end())
  }
  return {
    url,
    create: async (name, template) => {
      await act(`create database "${name}"${template ? ` template "${template}"` : ''}`)
      return url(name)
    },
    drop: (name) => act(`drop database if exists "${name}" with (force)`),
    stop,
  }
}

type User = { uid: number; gid: number }

/** The server's programs refuse to run as root. */
function otherUser(): User | undefined {
  if (process.getuid?.() !== 0) return
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim(),
    )
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('A PostgreSQL server does not run as root, and there is no user "nobody" to run it.')
}

/** The programs themselves, or a copy where the other user may not read them. */
function reachable(programs: string, home: string, user: User | undefined): string {
  if (!user || spawnSync(path.join(programs, 'postgres'), ['--version'], { ...user, cwd: home }).status === 0)
    return programs
  const copy = path.join(home, 'programs')
  fs.cpSync(path.dirname(programs), copy, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', copy])
  return path.join(copy, path.basename(programs))
}

/** Starts the server so that it ends when our end of its input closes, be it by the end of this process. */
function tied(
  program: string,
  args: string[],
  home: string,
  log: string,
  user: User | undefined,
): ChildProcess {
  const out = fs.openSync(log, 'a')
  const options = { ...user, cwd: home, stdio: ['pipe', out, out] satisfies ['pipe', number, number] }
  if (process.platform === 'win32') {
    const child = spawn(program, args, options)
    child.stdin?.once('finish', () => child.kill())
    return child
  }
  const watch =
    'trap "" INT TERM; "$@" </dev/null & cat >/dev/null; kill -INT $!; wait $!; [ -e keep ] || rm -rf data'
  return spawn('/bin/sh', ['-c', watch, 'sh', program, ...args], { ...options, detached: true })
}

async function answers(url: string, log: () => string): Promise<void> {
  const until = Date.now() + 20_000
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
    try {
      await sql`select 1`
      return
    } catch (error) {
      if (Date.now() > until)
        throw new Error(`The PostgreSQL server did not start: ${log()}`, { cause: error })
    } finally {
      await sql.end()
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
