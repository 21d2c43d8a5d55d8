// `npm start`, and `npm run build` with --build. Plain JavaScript, for it runs before anything is built: it builds when the sources have changed since
// the last build, then runs the built starter, which needs no compiler and so comes up fast and small.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  refuse(`Muster needs Node.js 20.19 or newer; this is ${process.version}.`)
if (!fs.existsSync('node_modules/next')) refuse('The packages are not installed: run npm ci first.')

const built = path.resolve(process.env.MUSTER_DIST || '.next', 'muster')
const wanted = fingerprint()
if (read(path.join(built, 'stamp')) !== wanted) {
  const build = ['--import', 'tsx', 'lib/installation/build.ts', wanted]
  const { status } = spawnSync(process.execPath, build, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 130)
}
if (process.argv.includes('--build')) process.exit(0)
process.env.NODE_ENV = 'production'
await import(pathToFileURL(path.join(built, 'start.mjs')).href)

/** One value for everything the build is made of: the same sources, the same value. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'next.config.ts', 'proxy.ts'])
    add(name)
  for (const folder of ['app', 'db', 'lib', 'public']) walk(folder)
  return hash.digest('hex')

  function walk(folder) {
    if (!fs.existsSync(folder)) return
    const entries = fs.readdirSync(folder, { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const at = path.join(folder, entry.name)
      if (entry.isDirectory()) walk(at)
      else if (!/\.test\.tsx?$|\.md$/.test(entry.name)) add(at)
    }
  }
  function add(file) {
    const content = read(file)
    if (content !== null) hash.update(`${file}\0${content.length}\0`).update(content)
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}
