import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../embedded'
import { migrateEmbedded } from '../migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated embedded database to copy; empty on PostgreSQL. */
    template: string
    /** The address of the template on a PostgreSQL server; empty on the embedded database. */
    server: string
  }
}

/** Makes the migrated database once; each test file gets a copy. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-template-'))
  const made = await openEmbedded(folder, 0)
  await migrateEmbedded(made.client)
  await made.close()
  project.provide('template', path.join(folder, 'database'))
  project.provide('server', '')
  return () => fs.rmSync(folder, { recursive: true, force: true })
}
