import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { providedItems } from '@/db/schema/organisation'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { NotThere, Refused } from '@/lib/access/outcome'
import { recordLine } from '@/lib/lines/commands/record'
import { phone } from '@/lib/lines/entry.fixture'
import { readLine } from '@/lib/lines/queries'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { listPieces } from '@/lib/pieces/queries'
import { endProvided, stateProvided } from '@/lib/provided/commands'
import { listProvided, providedForAll } from '@/lib/provided/queries'
import { readToday } from '@/lib/today/queries'
import { providedWords } from '@/lib/words/provided'

let cast: Cast
let line = ''
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') })
  await freshDatabase()
  cast = await castInto()
  const recorded = await recordLine(cast.sam, phone())
  if (recorded.ok) line = recorded.result.id
}, 60_000)
beforeEach(async () => {
  vi.setSystemTime(new Date('2026-11-23T10:00:00Z'))
  await (await database()).delete(providedItems)
})
afterAll(async () => {
  vi.useRealTimers()
  await dropDatabases()
})

const says = 'The telecom office sets the PIN of every line. Ask them.'
const said = (change: object = {}) => ({ item: 'G5.0', text: says, since: '2026-11-01', ...change })
async function stated(change: object = {}) {
  const outcome = await stateProvided(cast.kim, said(change))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}

describe('what the organisation provides', () => {
  test('is read by everybody, and kept with who said it and when', async () => {
    await stated()
    for (const actor of [cast.sam, cast.rosa, cast.lee, cast.max])
      expect(await providedForAll(actor)).toEqual([{ item: 'G5.0', text: says, since: '2026-11-01' }])
    expect(await listProvided(cast.max)).toMatchObject({
      current: ['G5.0'],
      today: '2026-11-23',
      said: [{ item: 'G5.0', text: says, by: 'Kim', endedAt: null }],
    })
    const db = await database()
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.action, 'provided.stated'))
    expect(entries.at(-1)?.detail).toContain('G5.0')
    expect(entries.at(-1)?.detail).not.toContain('telecom')
  })

  test('is sealed: its words stand nowhere in the table', async () => {
    const id = await stated()
    const [row] = await (await database()).select().from(providedItems).where(eq(providedItems.id, id))
    expect(row?.saysSealed).toMatch(/^s1\./)
    expect(JSON.stringify(row)).not.toContain('telecom')
  })

  test('changes neither what Sam is asked, nor a verdict, nor what is next', async () => {
    const seen = async () => ({
      pieces: await listPieces(cast.sam),
      line: (await readLine(cast.sam, line)).verdicts,
      next: (await readToday(cast.sam)).next,
    })
    const before = await seen()
    expect(before.line.find(({ item }) => item === 'G5.0')?.verdict).toBe('not_met')
    await stated()
    await stated({ item: 'G6.0' })
    expect(await seen()).toEqual(before)
  })

  test('is said once an item; ended, it is history, and may be said anew', async () => {
    const id = await stated()
    expect(await stateProvided(cast.max, said())).toEqual({
      ok: false,
      problems: { item: [providedWords.problems.current] },
    })
    vi.setSystemTime(new Date('2026-11-24T10:00:00Z'))
    expect(await endProvided(cast.max, { id })).toMatchObject({ ok: true })
    expect(await providedForAll(cast.sam)).toEqual([])
    await expect(endProvided(cast.max, { id })).rejects.toBeInstanceOf(NotThere)
    await stated({ text: 'The telecom office sets it for work lines alone.' })
    const page = await listProvided(cast.kim)
    expect(page.said.map(({ endedAt }) => endedAt === null)).toEqual([true, false])
  })

  test.each([
    ['item', { item: 'G5' }],
    ['item', { item: 'C1' }],
    ['text', { text: '' }],
    ['text', { text: 'PIN 482913' }],
    ['since', { since: '2999-01-01' }],
    ['since', { since: 'lately' }],
  ])('names the field %s of bad input', async (field, change) => {
    const outcome = await stateProvided(cast.kim, said(change))
    expect(outcome.ok === false && 'problems' in outcome && Object.keys(outcome.problems)).toEqual([field])
  })

  test('is said by the security team and administrators alone', async () => {
    const id = await stated()
    for (const actor of [cast.sam, cast.rosa, cast.lee, cast.ada]) {
      await expect(stateProvided(actor, said())).rejects.toBeInstanceOf(Refused)
      await expect(endProvided(actor, { id })).rejects.toBeInstanceOf(Refused)
      await expect(listProvided(actor)).rejects.toBeInstanceOf(Refused)
    }
  })
})
