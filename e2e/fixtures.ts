/** What every journey starts from: `import { expect, test } from './fixtures'`. */
import { randomBytes } from 'node:crypto'
import { type BrowserContext, test as base } from '@playwright/test'
import postgres from 'postgres'
import { type Muster, startMuster } from './server'

export { expect } from '@playwright/test'
export type Options = { on: 'embedded' | 'postgres' }
type Watched = { allowedErrors: RegExp[]; alsoWatch: (context: BrowserContext) => void }

/**
 * A server with no data yet: for a file of journeys that begin at set-up, given as its own `muster` fixture. Made anew for
 * each file, because Playwright tells fixtures apart by their function: files with the same one would share a server.
 */
export const aMuster =
  () =>
  async ({ on }: Options, use: (muster: Muster) => Promise<void>): Promise<void> => {
    const running = process.env.MUSTER_E2E_ORIGIN
    if (running) {
      const none = async () => {}
      const stop = async () => null
      await use({ origin: running, dataFolder: '', setUpLink: null, said: () => '', stop, kill: none })
      return
    }
    const database = on === 'postgres' ? await newDatabase() : undefined
    const muster = await startMuster(database ? { databaseUrl: database } : {})
    await use(muster)
    await muster.stop()
  }

export const test = base.extend<Watched, Options & { muster: Muster }>({
  on: ['embedded', { option: true, scope: 'worker' }],

  /** A server with no data yet, one for each worker of each project; a failed test gets the next worker a new one. */
  muster: [aMuster(), { scope: 'worker', timeout: 120_000 }],

  baseURL: async ({ muster }, use) => use(muster.origin),

  /** Errors in the browser's console that a journey provokes on purpose. */
  allowedErrors: [[], { option: true }],

  /** Every journey fails on what its browser complains of; `alsoWatch` another context than the test's own. */
  alsoWatch: [
    async ({ context, baseURL, allowedErrors }, use) => {
      const seen: string[] = []
      const alsoWatch = (watched: BrowserContext) => watch(watched, baseURL ?? '', allowedErrors, seen)
      alsoWatch(context)
      await use(alsoWatch)
      if (seen.length > 0) throw new Error(`The browser complained:\n${seen.join('\n')}`)
    },
    { auto: true },
  ],
})

/** Notes an error in the console, an exception in a page, or a request to another host. */
function watch(context: BrowserContext, origin: string, allowed: RegExp[], seen: string[]): void {
  const note = (text: string) => {
    if (!allowed.some((one) => one.test(text))) seen.push(text)
  }
  context.on('console', (message) => message.type() === 'error' && note(message.text()))
  context.on('weberror', (error) => note(String(error.error())))
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) note(`request to ${url}`)
  })
}

async function newDatabase(): Promise<string> {
  const url = new URL(process.env.MUSTER_E2E_POSTGRES ?? '')
  const name = `muster_e2e_${randomBytes(4).toString('hex')}`
  const sql = postgres(url.href, { max: 1, onnotice: () => {} })
  await sql.unsafe(`create database "${name}"`).finally(() => sql.end())
  return Object.assign(url, { pathname: `/${name}` }).href
}
