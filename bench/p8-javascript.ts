/** P8: JavaScript that each page brings, gzip, against the one page of an empty app. Lighthouse is not at hand here. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { freePort } from '@/db/rig/server'
import { startMuster } from '@/e2e/server'
import { emptyApp } from './empty-app'
import type { Entry, Measure } from './entry'
import { joined, type Visitor } from './visitor'

/** Who looks at what. `staff`: the pages that everybody opens on a phone. `/*`: the first such link of the page above. */
const pages: { who: string; paths: string[]; staff?: true }[] = [
  {
    who: 'Sam',
    staff: true,
    paths: [
      '/today',
      '/accounts',
      '/accounts/new',
      '/accounts/complete',
      '/lines',
      '/lines/new',
      '/phones',
      '/phones/new',
      '/apps',
      '/apps/new',
      '/pieces',
      '/pieces/*',
      '/passkeys',
      '/passkeys/spare',
      '/sessions',
      '/who-looked',
      '/incidents',
      '/incidents/new',
      '/exceptions/own',
      '/aide',
      '/held',
      '/about',
    ],
  },
  {
    who: 'Kim',
    paths: [
      '/people',
      '/people/*',
      '/people/new',
      '/people/import',
      '/provided',
      '/exceptions',
      '/incidents/inbox',
      '/platforms',
      '/platforms/new',
      '/rulings',
      '/rulings/*',
      '/recovery',
      '/overview',
    ],
  },
  { who: 'Lee', paths: ['/overview', '/overview/recommendations', '/overview/units'] },
  { who: 'Ada', paths: ['/exports', '/audit'] },
  {
    who: 'Max',
    paths: [
      '/settings',
      '/settings/units',
      '/settings/roles',
      '/settings/services',
      '/settings/services/import',
    ],
  },
]

export const measure: Measure = async ({ links }) => {
  const against = await emptyKilobytes()
  const muster = await startMuster({
    databaseUrl: process.env.DATABASE_URL,
    dataFolder: process.env.MUSTER_DATA,
  })
  try {
    const entries: Entry[] = []
    const note = (page: string, who: string, staff: boolean, ours: number) =>
      entries.push({
        id: 'P8',
        page,
        who,
        ours,
        against,
        ratio: ours / against,
        difference: Number((ours - against).toFixed(1)),
        what_against:
          'the page of an empty app of the same version; Lighthouse was not run, as the package is not here',
        goal: `at most ${staff ? 20 : 35} kB more`,
        unit: 'kB of JavaScript, gzip, named by the page',
      })
    for (const page of ['/sign-in', '/join', '/recover', '/set-up'])
      note(page, 'nobody', false, await kilobytes(muster.origin, page, ''))
    for (const { who, paths, staff } of pages) {
      const visitor = await joined(muster.origin, links[who] ?? '')
      for (const page of paths) {
        const path = page.endsWith('/*') ? await firstLink(visitor, page.slice(0, -1), paths) : page
        note(page, who, staff ?? false, await kilobytes(muster.origin, path, visitor.cookie()))
      }
    }
    return entries
  } finally {
    await muster.stop()
  }
}

/** The first page beneath this one that it links to, and that is not listed itself. */
async function firstLink(visitor: Visitor, under: string, but: readonly string[]): Promise<string> {
  const html = await (await visitor.get(under.slice(0, -1))).text()
  const links = [...html.matchAll(/ href="([^"#?]+)"/g)].map(([, address = '']) => address)
  const found = links.find((address) => address.startsWith(under) && !but.includes(address))
  if (!found) throw new Error(`${under} leads nowhere`)
  return found
}

/** Every script that the page names, be it as an element or for later. */
async function kilobytes(origin: string, page: string, cookie: string): Promise<number> {
  const answer = await fetch(origin + page, { headers: { cookie }, redirect: 'manual' })
  const html = await answer.text()
  if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`)
  const old = [...html.matchAll(/<script[^>]*noModule[^>]*>/gi)].map(
    ([tag]) => /static\/[^"\\]+\.js/.exec(tag)?.[0],
  )
  const named = new Set([...html.matchAll(/static\/[^"\\?]+\.js/g)].map(([file]) => file))
  let bytes = 0
  for (const file of named) {
    if (old.includes(file)) continue
    const script = await fetch(`${origin}/_next/${file}`, { headers: { 'accept-encoding': 'identity' } })
    if (!script.ok) throw new Error(`${file} answered ${script.status}`)
    bytes += gzipSync(await script.text()).length
  }
  return bytes / 1000
}

async function emptyKilobytes(): Promise<number> {
  const port = await freePort()
  const args = [path.resolve('node_modules/next/dist/bin/next'), 'start', '-p', String(port)]
  const child = spawn(process.execPath, args, { cwd: emptyApp(), stdio: ['ignore', 'pipe', 'inherit'] })
  const origin = `http://localhost:${port}`
  try {
    for (let tries = 0; tries < 600; tries++) {
      if (
        await fetch(origin).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return await kilobytes(origin, '/', '')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('the empty app was not served')
  } finally {
    child.kill('SIGINT')
  }
}
