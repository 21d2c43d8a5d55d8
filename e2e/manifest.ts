/** What the build says there is: read from the manifests that the server itself goes by. */
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const read = (file: string): unknown =>
  JSON.parse(fs.readFileSync(path.join(process.env.MUSTER_DIST || '.next', file), 'utf8'))

const addresses = () =>
  Object.entries(z.record(z.string(), z.string()).parse(read('app-path-routes-manifest.json')))
const ending = (end: string) =>
  addresses()
    .filter(([file]) => file.endsWith(end))
    .map(([, address]) => address)

export const builtPages = () => ending('/page')
export const builtRoutes = () => ending('/route')

const references = z.object({
  node: z.record(
    z.string(),
    z.object({
      filename: z.string(),
      exportedName: z.string(),
      workers: z.record(z.string(), z.unknown()),
    }),
  ),
  edge: z.record(z.string(), z.never()),
})
/** An action, its id, and the addresses of the pages that carry it. */
export type BuiltAction = { name: string; id: string; on: string[] }

export function builtActions(): BuiltAction[] {
  const addressOf = new Map(addresses())
  const { node } = references.parse(read('server/server-reference-manifest.json'))
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename
      .replace(/^app\//, '/')
      .replace(/\/\([^/]+\)/, '')
      .replace(/\/actions\.ts$/, '')}#${exportedName}`,
    on: Object.keys(workers).map((worker) => addressOf.get(worker.slice('app'.length)) ?? worker),
  }))
}
