/** Everything held about the signed-in person: for the page, and piece by piece for a file. */
import type { Actor } from '@/lib/access/actor'
import { query } from '@/lib/access/door'
import { byteOrderMark, csvLine } from '@/lib/csv/write'
import type { HeldForm } from '@/lib/held/commands'
import { type HeldGroup, heldElsewhere, heldGroups, heldParts, type NotShown } from '@/lib/held/parts'
import { countOf, type HeldRow, type HeldValue, rowsOf } from '@/lib/held/reading'
import { readKey } from '@/lib/people/store'

/** Rows of each part that the page shows; the file has all. */
const onPage = 5
const atOnce = 200

export type HeldOnPage = {
  name: string
  columns: string[]
  count: number
  rows: HeldRow[]
  notShown: Readonly<Record<string, NotShown>>
}
export type HeldPage = { group: HeldGroup; parts: HeldOnPage[] }[]

/** Every part with its first rows, by group. */
export const readHeld = query('held:read:own', async ({ actor, tx }): Promise<HeldPage> => {
  const key = await readKey(tx, actor.personId)
  const parts = await Promise.all(
    heldParts.map(async (part) => {
      const [count, rows] = await Promise.all([
        countOf(tx, part, actor.personId),
        rowsOf(tx, part, { personId: actor.personId, key }, { limit: onPage, offset: 0 }),
      ])
      const columns = part.shown.map(({ column }) => column.name.replace(/_sealed$/, ''))
      return { group: part.group, name: part.name, columns, count, rows, notShown: part.notShown }
    }),
  )
  return heldGroups.map((group) => ({ group, parts: parts.filter((part) => part.group === group) }))
})

const someRows = query('held:read:own', async ({ actor, tx }, name: string, offset: number) => {
  const part = heldParts.find((each) => each.name === name)
  if (!part) throw new Error(`no such part: ${name}`)
  const { personId } = actor
  return rowsOf(tx, part, { personId, key: await readKey(tx, personId) }, { limit: atOnce, offset })
})

/** All rows of a part, a few at a time: no connection is held while a slow reader reads. */
async function* allRows(actor: Actor, name: string): AsyncGenerator<HeldRow> {
  for (let offset = 0; ; offset += atOnce) {
    const rows = await someRows(actor, name, offset)
    yield* rows
    if (rows.length < atOnce) return
  }
}

/** The file, in pieces of text. CSV: a line for each value, for the tables differ; JSON: one object, a list for each table. */
export function heldText(actor: Actor, form: HeldForm, madeAt: string): AsyncGenerator<string> {
  return form === 'csv' ? asCsv(actor) : asJson(actor, madeAt)
}

async function* asCsv(actor: Actor): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(['part', 'table', 'row', 'column', 'value'])
  for (const { name, group } of heldParts) {
    let row = 0
    for await (const values of allRows(actor, name)) {
      row += 1
      yield Object.entries(values)
        .map(([column, value]) => csvLine([group, name, String(row), column, textOf(value)]))
        .join('')
    }
  }
}

async function* asJson(actor: Actor, madeAt: string): AsyncGenerator<string> {
  const notShown = Object.fromEntries(heldParts.map((part) => [part.name, part.notShown]))
  yield `{"made_at":${JSON.stringify(madeAt)},"held":{`
  for (const [place, { name }] of heldParts.entries()) {
    yield `${place > 0 ? ',' : ''}\n${JSON.stringify(name)}:[`
    let first = true
    for await (const values of allRows(actor, name)) {
      yield `${first ? '' : ','}\n${JSON.stringify(values)}`
      first = false
    }
    yield ']'
  }
  yield `},\n"not_shown":${JSON.stringify({ columns: notShown, tables: heldElsewhere })}}\n`
}

const textOf = (value: HeldValue): string | null =>
  value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value)
