/** P3: the whole organisation's verdicts as CSV by the auditor's own route, against COPY of the same rows. */
import fs from 'node:fs'
import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { startMuster } from '@/e2e/server'
import type { Frame } from '@/lib/exports/sheets/common'
import { verdictSheet } from '@/lib/exports/sheets/verdicts'
import { guidanceVersion } from '@/lib/guidance/version'
import { firstSettings } from '@/lib/organisation/settings'
import { catalogue } from '@/lib/services/catalogue'
import { inTurn, type Measure, median } from './entry'
import { joined, type Visitor } from './visitor'

export const measure: Measure = async ({ rounds, links }) => {
  const url = process.env.DATABASE_URL ?? ''
  const muster = await startMuster({ databaseUrl: url, dataFolder: process.env.MUSTER_DATA })
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const ada = await joined(muster.origin, links.Ada ?? '')
    const [first, memory, lines, copied]: [number[], number[], number[], number[]] = [[], [], [], []]
    const times = await inTurn(
      rounds,
      async () => {
        const taken = await take(ada, muster.pid ?? 0)
        first.push(taken.first)
        memory.push(taken.memory)
        lines.push(taken.lines)
        return taken.bytesPerSecond
      },
      async () => {
        const taken = await copy(client)
        copied.push(taken.lines)
        return taken.bytesPerSecond
      },
    )
    if (median(lines) !== median(copied))
      throw new Error(`${median(lines)} lines, but COPY gave ${median(copied)}`)
    const entry = { id: 'P3', rows: median(lines) - 1 }
    return [
      {
        ...entry,
        ...times,
        what_against:
          'COPY (same columns and rows, sorted) TO STDOUT, read by the driver on a connection of its own',
        goal: 'ratio at least 0.6',
        unit: 'bytes/s',
      },
      {
        ...entry,
        ours: median(first),
        against: 500,
        ratio: median(first) / 500,
        what_against: 'the goal itself: 500 ms until the first byte',
        goal: 'at most 500',
        unit: 'ms',
      },
      {
        ...entry,
        ours: median(memory),
        against: 100,
        ratio: median(memory) / 100,
        what_against: 'the goal itself: 100 MB more than before the download began',
        goal: 'at most 100',
        unit: 'MB of the server process, highest while it sends',
      },
    ]
  } finally {
    await client.end()
    await muster.stop()
  }
}

async function take(ada: Visitor, pid: number) {
  await ada.confirm('export.take:verdicts')
  const before = megabytes(pid)
  let highest = before
  const watch = setInterval(() => {
    highest = Math.max(highest, megabytes(pid))
  }, 20)
  const from = performance.now()
  const answer = await ada.submit('/exports/verdicts', { day: '' })
  if (answer.status !== 200 || !answer.body) throw new Error(`the export answered ${answer.status}`)
  let [bytes, lines, first] = [0, 0, 0]
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    first ||= performance.now() - from
    bytes += chunk.length
    lines += newlines(chunk)
  }
  const seconds = (performance.now() - from) / 1000
  clearInterval(watch)
  return { bytesPerSecond: bytes / seconds, first, lines, memory: highest - before }
}

async function copy(client: postgres.Sql) {
  const from = performance.now()
  let [bytes, lines] = [0, 0]
  for await (const chunk of await client.unsafe(copyStatement()).readable()) {
    bytes += chunk.length
    lines += newlines(chunk)
  }
  return { bytesPerSecond: bytes / ((performance.now() - from) / 1000), lines }
}

/** The sheet's own columns and joins as they stand, for the server to write as CSV by itself. */
function copyStatement(): string {
  const frame: Frame = {
    asOf: new Date(),
    exportId: '0'.repeat(16),
    guidanceVersion,
    intervals: firstSettings.intervals,
    serviceNames: Object.fromEntries(catalogue.map(({ id, name }) => [id, name])),
  }
  const everybody = {
    from: `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`,
    to: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  }
  const chunk = textOf(verdictSheet.chunk(frame, everybody))
  const [, joins] = /as line\s+(from [\s\S]*)\) lines\s*$/.exec(chunk) ?? []
  if (!joins) throw new Error('the sheet is put together in another way than this knows')
  const columns = verdictSheet
    .columns(frame)
    .map(({ name, value }) => textOf(sql`${value} as ${sql.identifier(name)}`))
  return `copy (select ${columns.join(', ')} ${joins} order by v.person_id, v.item, v.scope_id) to stdout (format csv, header)`
}

const textOf = (statement: ReturnType<typeof sql>) => new PgDialect().sqlToQuery(statement.inlineParams()).sql

function newlines(chunk: Uint8Array): number {
  let found = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) found += 1
  return found
}

function megabytes(pid: number): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
}
