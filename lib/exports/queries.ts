import { desc, eq, sql } from 'drizzle-orm'
import { auditHead, exportTakings } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import type { Actor } from '@/lib/access/actor'
import { query } from '@/lib/access/door'
import { byteOrderMark, csvLine } from '@/lib/csv/write'
import { sheets } from '@/lib/exports/sheets'
import type { Frame } from '@/lib/exports/sheets/common'
import type { ExportKind } from '@/lib/vocabulary'

const peopleAtOnce = 100
const entriesAtOnce = 4_000
const firstPerson = '00000000-0000-0000-0000-000000000000'
const lastPerson = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export type Chunk = { text: string; rows: number }

/**
 * A sheet, piece by piece, in the order of its keys: header first. Every piece is one short read of its own, so that no
 * connection is held while a slow reader reads; all are as of one instant, so they belong together.
 */
export async function* chunksOf(actor: Actor, kind: ExportKind, frame: Frame): AsyncGenerator<Chunk> {
  const sheet = sheets[kind]
  yield { text: byteOrderMark + csvLine(sheet.columns(frame).map(({ name }) => name)), rows: 0 }
  await settled(frame.asOf)
  const bounds = sheet.keyed === 'whole' ? [lastPerson] : await boundsOf(actor, sheet.keyed)
  const first = sheet.keyed === 'seq' ? '0' : firstPerson
  const ranges = bounds.map((to, at) => ({ from: bounds[at - 1] ?? first, to }))
  const read = (range: Range | undefined) => range && ahead(readChunk(actor, kind, frame, range))
  let next = read(ranges[0])
  for (let at = 1; next; at++) {
    const chunk = await next
    next = read(ranges[at])
    if (chunk.rows > 0) yield chunk
  }
}

type Range = { from: string; to: string }

/** What is read while the piece before it is sent. Should nobody ask for it any more, nobody needs to hear that it failed. */
function ahead<Result>(reading: Promise<Result>): Promise<Result> {
  reading.catch(() => {})
  return reading
}

/** What was begun before the instant is committed a moment later at most. */
const settled = (asOf: Date) =>
  new Promise((done) => setTimeout(done, Math.max(0, asOf.getTime() + 150 - Date.now())))

const readChunk = query(
  'exports:make',
  async ({ tx }, kind: ExportKind, frame: Frame, range: Range): Promise<Chunk> => {
    const sheet = sheets[kind]
    if (sheet.keyed === 'whole') {
      const rows = await sheet.rows(tx, frame)
      return { text: rows.map(csvLine).join(''), rows: rows.length }
    }
    const answer: unknown = await tx.execute(sheet.chunk(frame, range))
    const [row] = rowsOf<{ chunk: string; rows: number }>(answer)
    return { text: row?.chunk ?? '', rows: Number(row?.rows ?? 0) }
  },
)

const boundsOf = query('exports:make', async ({ tx }, keyed: 'person' | 'seq'): Promise<string[]> => {
  if (keyed === 'seq') {
    const [head] = await tx.select({ seq: auditHead.seq }).from(auditHead)
    const last = head?.seq ?? 0
    return Array.from({ length: Math.ceil(last / entriesAtOnce) }, (_, n) => String((n + 1) * entriesAtOnce))
  }
  const answer: unknown = await tx.execute(sql`
    select id::text from (select id, row_number() over (order by id) as n from people) numbered
    where n % ${peopleAtOnce} = 0 order by id`)
  return [...rowsOf<{ id: string }>(answer).map((row) => row.id), lastPerson]
})

/** One driver gives the rows, the other an object that holds them. */
function rowsOf<Row>(answer: unknown): Row[] {
  return (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as Row[]
}

/** The latest takings of anybody, newest first. */
export const listTakings = query('exports:make', ({ tx }) =>
  tx
    .select({
      id: exportTakings.id,
      kind: sql<ExportKind>`${exportTakings.kind}`,
      by: people.ref,
      startedAt: exportTakings.startedAt,
      asOf: exportTakings.asOf,
      rows: exportTakings.rows,
      outcome: exportTakings.outcome,
    })
    .from(exportTakings)
    .innerJoin(people, eq(people.id, exportTakings.takenBy))
    .orderBy(desc(exportTakings.startedAt))
    .limit(20),
)
