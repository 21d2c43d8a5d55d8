import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startServer } from '../db/rig/server'

/** Builds once, and starts the PostgreSQL server that the journeys share; each worker makes a database in it. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.MUSTER_E2E_ORIGIN) return
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-build-'))
  const built = spawnSync(process.execPath, ['lib/installation/launch.mjs', '--build'], {
    stdio: 'inherit',
    env: { ...process.env, MUSTER_DATA: folder, DATABASE_URL: '' },
  })
  fs.rmSync(folder, { recursive: true, force: true })
  if (built.status !== 0) throw new Error('The build failed.')
  const server = await startServer(['max_connections=100'])
  process.env.MUSTER_E2E_POSTGRES = server.url('postgres')
  return server.stop
}
