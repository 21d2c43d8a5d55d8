/** Builds what `npm start` serves: the app by Next, and the starter into one file. Run by launch.mjs. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { environment } from '../env'
import { building as words } from '../words/installation'
import { dist, layOutCompilerSettings } from './dist'
import { holdFolder } from './lock'
import { InstallationProblem, orSay } from './problem'

const built = path.join(dist, 'muster')
const stamp = path.join(built, 'stamp')

await orSay(async () => {
  const env = environment()
  // Who may not start here may not build here either: the build may be what a running server serves.
  const letGo = env.databaseUrl ? null : await holdFolder(env.dataFolder)
  const finished = await alone()
  try {
    if (read(stamp) !== wanted()) await make()
  } finally {
    finished()
    letGo?.()
  }
})

async function make(): Promise<void> {
  console.log(words.begins)
  fs.rmSync(stamp, { force: true })
  layOutCompilerSettings()
  const next = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (next.status !== 0) {
    console.error(`${next.stdout}${next.stderr}`.trim())
    throw new InstallationProblem(words.failed)
  }
  await build({
    entryPoints: { start: 'lib/installation/start.ts' },
    outdir: built,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
  fs.writeFileSync(stamp, wanted())
}

/** Waits until no other process builds into the same folder, and keeps others waiting. */
async function alone(): Promise<() => void> {
  const until = Date.now() + 5 * 60_000
  for (;;) {
    try {
      return await holdFolder(path.resolve('.cache', 'build', path.basename(dist)))
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

function wanted(): string {
  return process.argv[2] ?? ''
}

function read(file: string): string | null {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}
