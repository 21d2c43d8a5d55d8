import type { TestProject } from 'vitest/node'
import { migratePostgres } from '../migrate'
import { startServer } from './server'

/** Starts a server and makes the migrated database once; each test file gets a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer(['max_connections=100'])
  const template = `muster_template_${process.pid}`
  await migratePostgres(await server.create(template))
  project.provide('template', '')
  project.provide('server', server.url(template))
  return async () => {
    await server.drop(template)
    await server.stop()
  }
}
