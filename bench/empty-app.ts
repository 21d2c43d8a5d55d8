/** An empty app of the same framework, built beside the project in its cache: what is compared with. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const folder = path.resolve('.cache/bench-empty')

/** Builds it when it is not there yet for this version. @returns its folder */
export function emptyApp(): string {
  const { version }: { version: string } = JSON.parse(
    fs.readFileSync('node_modules/next/package.json', 'utf8'),
  )
  const stamp = path.join(folder, 'stamp')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === version) return folder
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(path.join(folder, 'app'), { recursive: true })
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, file), text)
  const built = spawnSync(process.execPath, [path.resolve('node_modules/next/dist/bin/next'), 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`the empty app was not built: ${built.stdout}${built.stderr}`)
  fs.writeFileSync(stamp, version)
  return folder
}

/** Drawn at each request, as every page of the product is. */
const files = {
  'package.json': '{"name":"empty","private":true,"type":"module"}\n',
  'next.config.js': "export default { turbopack: { root: new URL('../..', import.meta.url).pathname } }\n",
  'app/layout.js':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }\n',
  'app/page.js':
    "export const dynamic = 'force-dynamic'\nexport default function Page() { return <h1>Empty</h1> }\n",
}
