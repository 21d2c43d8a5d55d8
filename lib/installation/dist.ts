import fs from 'node:fs'
import path from 'node:path'

/** Where the build lies; another checkout or a test run may name another place. */
export const dist = path.resolve(process.env.MUSTER_DIST || '.next')

/**
 * Next adds its own folder to the compiler's settings that it uses. For a build in another place these are a copy,
 * named in next.config.ts, so that the project's stay as they are.
 */
export function layOutCompilerSettings(): void {
  const named = process.env.MUSTER_DIST
  if (!named) return
  const settings = { extends: './tsconfig.json', include: ['next-env.d.ts'], exclude: ['node_modules'] }
  fs.writeFileSync(`${named}.tsconfig.json`, `${JSON.stringify(settings)}\n`)
}
