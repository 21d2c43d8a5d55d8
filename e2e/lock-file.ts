/**
 * Keeps package-lock.json whole. A registry that lacks the packages for another system makes npm leave them out of the
 * lock without a word, and then `npm ci` refuses it everywhere. `npm run lock:complete` adds what is missing, from what
 * the packages themselves declare; the check in `npm test` fails while anything is.
 * What is added has no checksum, as nothing was downloaded to take one of.
 */
import fs from 'node:fs'

const file = 'package-lock.json'
type Entry = { version?: string; dev?: boolean; optionalDependencies?: Record<string, string> }
type Packages = Record<string, Entry>
type Missing = { name: string; version: string; dev: boolean }

/** The optional packages that are declared with one exact version and have no entry. */
export function missingIn(packages: Packages): Missing[] {
  return Object.entries(packages).flatMap(([at, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && !finds(packages, at, name))
      .map(([name, version]) => ({ name, version, dev })),
  )
}

/** The way Node looks: in the package's own folder, then in each one above. */
function finds(packages: Packages, at: string, name: string): boolean {
  if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
  if (!at) return false
  return finds(
    packages,
    at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '',
    name,
  )
}

/** What the package is for, as its name says. */
function entryFor({ name, version, dev }: Missing) {
  const parts = name.replace('linuxmusl', 'linux-musl').split(/[/-]/)
  const os = parts.find((part) => systems.includes(part))
  const cpu =
    parts.find((part) => processors.includes(part)) ?? (parts.includes('gnueabihf') ? 'arm' : undefined)
  const libc = parts.includes('musl') ? 'musl' : parts.includes('gnu') ? 'glibc' : undefined
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  }
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

if (process.argv[1] === import.meta.filename) {
  const lock: { packages: Packages } = JSON.parse(fs.readFileSync(file, 'utf8'))
  const missing = missingIn(lock.packages)
  for (const { name, version } of missing) console.log(`${name} ${version}`)
  if (process.argv.includes('--check')) {
    if (missing.length > 0) console.error(`${file} lacks these: run npm run lock:complete.`)
    process.exitCode = missing.length > 0 ? 1 : 0
  } else if (missing.length > 0) {
    for (const one of missing) lock.packages[`node_modules/${one.name}`] = entryFor(one)
    const inOrder = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
    fs.writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(inOrder) }, null, 2)}\n`)
    console.log(`${missing.length} added`)
  }
}
