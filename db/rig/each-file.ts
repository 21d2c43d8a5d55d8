import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, inject } from 'vitest'

// Before anything reads the settings: a data folder of this file's own, and the kind of database.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-test-'))
process.env.MUSTER_DATA = folder
process.env.DATABASE_URL = inject('server')

afterAll(async () => {
  const { dropDatabases } = await import('../testing')
  await dropDatabases()
  fs.rmSync(folder, { recursive: true, force: true })
})
