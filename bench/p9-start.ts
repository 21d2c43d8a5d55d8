/** P9: from the start on a built tree to the first page served, and memory, against `next start` of an empty app. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { freePort } from '@/db/rig/server'
import { emptyApp } from './empty-app'
import { type Entry, inTurn, type Measure, median } from './entry'
import { load } from './load'

const loadSeconds = 3

export const measure: Measure = async ({ database, rounds }) => {
  const empty = emptyApp()
  const [idle, loaded, idleAgainst, loadedAgainst]: number[][] = [[], [], [], []]
  const next = path.resolve('node_modules/next/dist/bin/next')
  const times = await inTurn(
    rounds,
    async () => {
      const port = await freePort()
      const env = { PORT: String(port), MUSTER_ORIGIN: `http://localhost:${port}` }
      return started(['lib/installation/launch.mjs'], {
        env,
        page: `http://localhost:${port}/sign-in`,
        idle,
        loaded,
      })
    },
    async () => {
      const port = await freePort()
      const page = `http://localhost:${port}/`
      return started([next, 'start', '-p', String(port)], {
        cwd: empty,
        page,
        idle: idleAgainst,
        loaded: loadedAgainst,
      })
    },
  )
  const what_against = 'next start of an empty app of the same version, its one page drawn at each request'
  const embedded = database === 'embedded'
  const memory = (unit: string, ours: number, against: number): Entry => ({
    id: 'P9',
    ours,
    against,
    ratio: ours / against,
    difference: Math.round(ours - against),
    what_against,
    goal: `at most ${embedded ? 200 : 60} MB more`,
    unit,
  })
  return [
    {
      id: 'P9',
      ...times,
      difference: Math.round(times.ours - times.against),
      what_against,
      goal: `at most ${embedded ? 1500 : 500} ms more`,
      unit: 'ms from the start to the first page, built before, database there',
    },
    memory('MB idle', median(idle ?? []), median(idleAgainst ?? [])),
    memory(`MB after ${loadSeconds} s of load`, median(loaded ?? []), median(loadedAgainst ?? [])),
  ]
}

type At = { page: string; idle?: number[]; loaded?: number[]; env?: Record<string, string>; cwd?: string }

/** Starts, waits for the page, notes memory idle and after load, and stops. @returns milliseconds to the first page */
async function started(args: string[], { page, idle, loaded, env, cwd }: At): Promise<number> {
  const from = performance.now()
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, NODE_ENV: 'production' },
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  try {
    await served(page, () => child.exitCode === null)
    const taken = performance.now() - from
    await new Promise((resolve) => setTimeout(resolve, 1000))
    idle?.push(megabytes(child.pid ?? 0))
    await load(page, '', loadSeconds)
    loaded?.push(megabytes(child.pid ?? 0))
    return taken
  } finally {
    child.kill('SIGINT')
    await ended
  }
}

async function served(page: string, alive: () => boolean): Promise<void> {
  const until = Date.now() + 120_000
  while (alive() && Date.now() < until) {
    const answer = await fetch(page).catch(() => null)
    await answer?.text()
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`${page} was not served`)
}

/** A process with all its children. */
function megabytes(pid: number): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
  return children.reduce((sum, child) => sum + megabytes(Number(child)), own)
}
