/** For files named `*.db.test.ts`, which run on the embedded database and again on a PostgreSQL server. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { inject } from 'vitest'
import { environment } from '@/lib/env'
import { installationKey } from '@/lib/installation/key'
import { closeDatabase, type Db, database, setConnection } from './client'
import { openEmbedded } from './embedded'
import { openPostgres } from './postgres'

/** Whether this run is on a PostgreSQL server: the embedded database runs one transaction at a time, so a test of
 *  concurrency means something only there. `describe.runIf(onServer)(…)` */
export const onServer: boolean = inject('server') !== ''

const made: string[] = []

/**
 * A migrated, empty database, which `database()` returns from now on. Call it before all tests of a file, or before
 * each: `beforeAll(freshDatabase)`. It is closed and removed when the file, or the next call, is done with it.
 */
export async function freshDatabase(): Promise<Db> {
  await closeDatabase()
  installationKey({ mayCreate: true })
  setConnection(onServer ? await copyOnServer() : await copyOfFolder())
  return database()
}

/** Closes and removes every database this file made. */
export async function dropDatabases(): Promise<void> {
  await closeDatabase()
  for (const name of made.splice(0)) await administer(`drop database if exists "${name}" with (force)`)
}

async function copyOnServer() {
  const url = new URL(inject('server'))
  const name = `muster_${process.pid}_${randomBytes(4).toString('hex')}`
  await administer(`create database "${name}" template "${url.pathname.slice(1)}"`)
  made.push(name)
  return openPostgres(Object.assign(url, { pathname: `/${name}` }).href, environment().poolSize)
}

async function copyOfFolder() {
  const folder = path.join(environment().dataFolder, randomBytes(4).toString('hex'))
  fs.cpSync(inject('template'), path.join(folder, 'database'), { recursive: true })
  return openEmbedded(folder, 0)
}

async function administer(statement: string): Promise<void> {
  const url = Object.assign(new URL(inject('server')), { pathname: '/postgres' })
  const sql = postgres(url.href, { max: 1, onnotice: () => {} })
  await sql.unsafe(statement).finally(() => sql.end())
}
