/**
 * `npm run demo`: a made-up organisation in a folder that is gone afterwards, served as `npm start` serves, with a
 * joining link for each of the cast.
 */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { closeDatabase } from '@/db/client'
import { openInstallation } from '@/lib/installation/open'
import { orSay } from '@/lib/installation/problem'
import { demoWords as words } from '@/lib/words/demo'
import { starting } from '@/lib/words/installation'
import { type CastLink, makeOrganisation } from './organisation'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const launcher = 'lib/installation/launch.mjs'

await orSay(async () => {
  if (spawnSync(process.execPath, [launcher, '--build'], { stdio: 'inherit' }).status !== 0) process.exit(1)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-demo-'))
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  for (const name of ['DATABASE_URL', 'MUSTER_ORIGIN', 'MUSTER_KEY_FILE', 'MUSTER_HOST'])
    delete process.env[name]
  Object.assign(process.env, { MUSTER_DATA: folder, MUSTER_DEMO: '1' })
  process.env.PORT ||= String(await portFrom(3000))
  const stopBefore = () => process.exit(0)
  for (const signal of signals) process.once(signal, stopBefore)
  const links = await madeUp()
  for (const signal of signals) process.off(signal, stopBefore)
  process.exitCode = await served(links, `http://localhost:${process.env.PORT}`)
})

async function madeUp(): Promise<CastLink[]> {
  console.log(words.making)
  await openInstallation()
  const until = new Date(new Date().setUTCHours(0, 0, 0, 0))
  try {
    return await makeOrganisation({
      people: 60,
      seed: 'keel',
      until,
      name: words.organisation,
      linkHours: 14 * 24,
    })
  } finally {
    await closeDatabase()
  }
}

/** Serves until it is told to stop. @returns the exit code of the server */
function served(links: readonly CastLink[], origin: string): Promise<number> {
  const server = spawn(process.execPath, [launcher], { stdio: ['ignore', 'pipe', 'inherit'] })
  // Ctrl-C reaches both; what comes to this process alone is handed on, and either way the server ends first.
  for (const signal of signals) process.on(signal, () => server.kill(signal))
  let heard = ''
  const hear = (chunk: Buffer) => {
    process.stdout.write(chunk)
    heard += chunk
    if (!heard.includes(starting.ready(origin))) return
    server.stdout.off('data', hear)
    server.stdout.pipe(process.stdout)
    console.log(['', words.gone, words.links].join('\n'))
    for (const { name, role, path } of links) console.log(words.link(name, role, origin + path))
    console.log(words.otto)
  }
  server.stdout.on('data', hear)
  return new Promise((resolve) => server.once('close', (code) => resolve(code ?? 1)))
}

/** This port, or a free one where another process has it. */
function portFrom(wanted: number): Promise<number> {
  const tried = net.createServer()
  return new Promise((resolve, reject) => {
    tried.once('error', (error) => (wanted === 0 ? reject(error) : portFrom(0).then(resolve, reject)))
    tried.listen(wanted, '127.0.0.1', () => {
      const address = tried.address()
      tried.close(() => resolve(typeof address === 'object' && address ? address.port : wanted))
    })
  })
}
