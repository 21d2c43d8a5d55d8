/** Finds a Chromium for the journeys, or fetches one: nothing is asked of who runs them. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { chromium } from '@playwright/test'

const missing =
  'No Chromium was found or could be fetched: install Chrome or Chromium, or set CHROMIUM_PATH to one.'

/**
 * The path of a Chromium that runs: CHROMIUM_PATH, Playwright's own, the system's, a download, apt (as root), npm. A
 * headless shell comes before a whole browser: the same engine, and less work for the processor.
 * MUSTER_TEST_SKIP may name rungs to leave out: system, download, apt, npm.
 * @throws Error that says in one line what to do
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (runs(named)) return named
    throw new Error(`CHROMIUM_PATH is "${named}", which does not run.`)
  }
  const skip = new Set((process.env.MUSTER_TEST_SKIP ?? '').split(','))
  const found =
    (!skip.has('system') && (own() ?? ofTheSystem())) ||
    (!skip.has('download') && downloaded()) ||
    (!skip.has('apt') && fromApt()) ||
    (!skip.has('npm') && (await fromNpm()))
  if (!found) throw new Error(missing)
  return found
}

function runs(file: string): boolean {
  if (!fs.existsSync(file)) return false
  const said = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return said.status === 0 && /\d+\.\d+/.test(said.stdout)
}

/** Playwright's own headless shell, or the browser it keeps beside it: `<store>/<name>/<system>/<program>`. */
function own(): string | undefined {
  const full = chromium.executablePath()
  const store = path.resolve(full, '../../..')
  const shells = list(store)
    .filter((name) => name.startsWith('chromium_headless_shell-'))
    .flatMap((name) => list(path.join(store, name)).map((system) => path.join(store, name, system)))
    .flatMap((folder) =>
      ['chrome-headless-shell', 'chrome-headless-shell.exe'].map((name) => path.join(folder, name)),
    )
  return [...shells, full].find(runs)
}

function list(folder: string): string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder) : []
}

function ofTheSystem(): string | undefined {
  const names = [
    'chromium-headless-shell',
    'chrome-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ]
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return [
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find(runs)
}

function downloaded(): string | undefined {
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', '--only-shell', 'chromium'], env)
  return own()
}

function fromApt(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return
  if (spawnSync('apt-get', ['--version']).status !== 0) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-q'], env)
  for (const name of ['chromium-headless-shell', 'chromium']) {
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], env)
    const found = ofTheSystem()
    if (found) return found
  }
  return
}

/** A Chromium that a package carries compressed, with the libraries it needs where the system lacks them. */
async function fromNpm(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  const cache = path.resolve('node_modules/.cache/chromium')
  const wrapper = path.join(cache, 'chromium')
  if (runs(wrapper)) return wrapper
  fs.mkdirSync(cache, { recursive: true })
  fs.writeFileSync(path.join(cache, 'package.json'), '{"private":true}\n')
  const install = ['install', '--prefix', cache, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts']
  run('npm', [...install, '@sparticuz/chromium@153.0.0'])
  const carried = path.join(cache, 'node_modules/@sparticuz/chromium/bin')
  if (!fs.existsSync(carried)) return
  const unpack = (from: string, to: string, mode: number) =>
    pipeline(
      fs.createReadStream(path.join(carried, from)),
      createBrotliDecompress(),
      fs.createWriteStream(path.join(cache, to), { mode }),
    )
  await unpack('chromium.br', 'chromium.real', 0o755)
  await unpack('al2023.tar.br', 'libraries.tar', 0o644)
  run('tar', ['-xf', path.join(cache, 'libraries.tar'), '-C', cache])
  const script = `#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$here/lib" exec "$here/chromium.real" "$@"
`
  fs.writeFileSync(wrapper, script, { mode: 0o755 })
  return runs(wrapper) ? wrapper : undefined
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv = process.env): void {
  console.log(`[browser] ${path.basename(program)} ${args.join(' ')}`)
  spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env, timeout: 300_000 })
}
