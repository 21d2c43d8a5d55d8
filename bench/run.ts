/**
 * `npm run bench`, `npm run bench -- P3 --people 1000 --rounds 5 --seconds 10 --database postgres`: measures what
 * performance depends on, each beside something to compare it with, on made-up people. Talks to this machine alone.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { startServer } from '@/db/rig/server'
import type { Scene } from './entry'

const measured: Record<string, Scene['database'][]> = {
  P1: ['postgres', 'embedded'],
  P3: ['postgres'],
  P4: ['postgres', 'embedded'],
  P7: ['postgres'],
  P8: ['postgres'],
  P9: ['postgres', 'embedded'],
}
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    people: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
    database: { type: 'string' },
  },
})
const asked = positionals.length > 0 ? positionals : Object.keys(measured)
const [people, rounds, seconds] = [Number(values.people), Number(values.rounds), Number(values.seconds)]
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-bench-'))
process.once('exit', () => fs.rmSync(home, { recursive: true, force: true, maxRetries: 3 }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

/** Those that start a server, which is built once, before. */
const served = ['P1', 'P3', 'P8', 'P9']

if (asked.some((id) => served.includes(id))) await run(['lib/installation/launch.mjs', '--build'], {})
for (const database of ['postgres', 'embedded'] as const) {
  const ids = asked.filter(
    (id) => measured[id]?.includes(database) && (values.database ?? database) === database,
  )
  if (ids.length > 0) await measureOn(database, ids)
}

/** Makes the people once, and gives each measurement a copy of its own. */
async function measureOn(database: Scene['database'], ids: readonly string[]): Promise<void> {
  const server =
    database === 'postgres' ? await startServer(['max_connections=50', 'shared_buffers=256MB']) : null
  try {
    const seeded = path.join(home, `${database}-seeded`)
    const template = `bench_${process.pid}`
    const env = { MUSTER_DATA: seeded, DATABASE_URL: server ? await server.create(template) : '' }
    const said = await run(['--import', 'tsx', 'db/seed.ts', '--people', String(people), '--seed', '1'], env)
    const links = Object.fromEntries(
      [...said.matchAll(/^ {2}(\w+), .*\n {4}\S+(\/join#\S+)$/gm)].map(([, name, link]) => [name, link]),
    )
    const version = server ? await versionOf(server.url('postgres')) : ''
    for (const id of ids) {
      const folder = path.join(home, `${database}-${id}`)
      fs.cpSync(seeded, folder, { recursive: true, filter: (file) => !file.includes('muster.lock') })
      const name = `${template}_${id.toLowerCase()}`
      const url = server ? await server.create(name, template) : ''
      const scene: Scene = { database, people, rounds, seconds, links }
      const env = {
        MUSTER_DATA: folder,
        DATABASE_URL: url,
        BENCH: JSON.stringify(scene),
        BENCH_SERVER: version,
      }
      const out = await run(['--import', 'tsx', 'bench/measure.ts', id], env).catch((error: Error) => {
        console.error(`${id} was not measured: ${error.message}`)
        process.exitCode = 1
        return ''
      })
      process.stdout.write(out)
      fs.rmSync(folder, { recursive: true, force: true })
      await server?.drop(name)
    }
    await server?.drop(template)
  } finally {
    await server?.stop()
  }
}

async function versionOf(url: string): Promise<string> {
  const client = postgres(url, { max: 1 })
  const [row] = await client<{ server_version: string }[]>`show server_version`
  await client.end()
  return row?.server_version ?? ''
}

function run(args: string[], env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, MUSTER_KEY_FILE: '', ...env },
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  return new Promise((resolve, reject) =>
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${args.join(' ')} ended with ${code}`)),
    ),
  )
}
