/**
 * Starts Muster: settings, data folder, database, app, in one process that owns all of them and ends them in order.
 * `npm start` runs it built, `npm run dev` as it stands, with --dev.
 */
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { closeDatabase, isDatabaseAway } from '@/db/client'
import { ensureSetUpLink } from '@/lib/organisation/set-up'
import { environment } from '../env'
import { starting as words } from '../words/installation'
import { backUpHourly, backUpIfChanged } from './backup'
import { startClock } from './clock'
import { dist, layOutCompilerSettings } from './dist'
import { holdFolder } from './lock'
import { openInstallation } from './open'
import { orSay } from './problem'
import { type Serving, serve } from './serve'

const dev = process.argv.includes('--dev')
/** Milliseconds that requests under way get when the server is asked to stop, and all of the stopping. */
const grace = dev ? 500 : 5000
const atMost = 9000

let serving: Serving | undefined
let app: { close: () => Promise<void> } | undefined
let stopping = false

process.on('SIGINT', stop)
process.on('SIGTERM', stop)
process.on('SIGHUP', stop)
// As Next's own server does: one request's bug must not end everybody's.
process.on('unhandledRejection', (error) => console.error(error))
process.on('uncaughtException', (error) => console.error(error))

await orSay(async () => {
  const env = environment()
  if (!env.databaseUrl) await holdFolder(env.dataFolder)
  // Before the app, so that what is wrong with the database is all that is said.
  await openInstallation()
  const handle = await prepare(env)
  if (stopping) return
  serving = await serve(handle, { ...env, dev })
  await backUpHourly()
  startClock()
  const link = await ensureSetUpLink().catch((error: unknown) => {
    if (!isDatabaseAway(error) || !(error instanceof Error)) throw error
    console.error(error.message) // no room to write: reading goes on
    return null
  })
  console.log([words.ready(env.origin), ...(link ? [words.setUp(env.origin + link)] : [])].join('\n'))
})

async function prepare(env: { port: number; host: string }) {
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  if (dev) layOutCompilerSettings()
  else handOverBuiltConfig()
  const { default: next } = await import('next')
  // Next would take over every upgrade, past the front; only development has a use for it (its page reloads).
  const elsewhere = dev ? {} : { httpServer: http.createServer() }
  const at = { dir: process.cwd(), hostname: env.host, port: env.port }
  const server = next({ dev, quiet: true, ...at, ...elsewhere })
  app = server
  await server.prepare()
  return server.getRequestHandler()
}

/** As a build with output "standalone" does: saves compiling next.config.ts at each start, and the compiler's memory. */
function handOverBuiltConfig(): void {
  const file = path.join(dist, 'required-server-files.json')
  const { config }: { config: unknown } = JSON.parse(fs.readFileSync(file, 'utf8'))
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
}

/** Once: what is under way is finished, the database closed, the folder let go. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), atMost).unref()
  await serving?.stop(grace)
  await app?.close().catch(() => {})
  await backUpIfChanged().catch((error: unknown) => console.error(error))
  await closeDatabase()
  process.exit(0)
}
