import { count, eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { attempts, tickets } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { units } from '@/db/schema/organisation'
import { people, personKeys, stagedImports } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { NotThere, Refused } from '@/lib/access/outcome'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { applyImport, stageImport } from '@/lib/people/commands/import'
import { previewImport } from '@/lib/people/queries/import'
import { importWords } from '@/lib/words/people'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
beforeEach(async () => {
  await (await database()).delete(attempts)
})
afterAll(dropDatabases)

const base64 = (text: string) => Buffer.from(text).toString('base64')
const staged = async (text: string, by = cast.kim) => {
  const outcome = await stageImport(by, { file: base64(text) })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
const counts = async () => {
  const db = await database()
  const [[persons], [keys], [rows], [links]] = await Promise.all([
    db.select({ n: count() }).from(people),
    db.select({ n: count() }).from(personKeys),
    db.select({ n: count() }).from(personStandings),
    db.select({ n: count() }).from(tickets),
  ])
  return [persons?.n, keys?.n, rows?.n, links?.n].map(Number)
}

describe('an import', () => {
  test('is looked at first: nobody is added, and the rows are sealed', async () => {
    const before = await counts()
    const id = await staged(
      'name,email,unit,tier\nOtto,otto@x.example,field,\nIda,,Harbour,highly targeted\n',
    )
    expect(await counts()).toEqual(before)
    expect(await previewImport(cast.kim, id)).toMatchObject({
      count: 2,
      highlyTargeted: 1,
      withoutEmail: 1,
      newUnits: ['Harbour'],
      rows: [{ name: 'Otto', unit: 'field' }, { name: 'Ida' }],
    })
    const [row] = await (await database()).select().from(stagedImports).where(eq(stagedImports.id, id))
    expect(row?.rowsSealed).toMatch(/^s1\./)
    expect(JSON.stringify(row)).not.toMatch(/Otto|x\.example|Harbour/)
  })

  test('adds everybody with a link each, and new units only when that is said', async () => {
    const id = await staged('name,email,unit\nOtto,otto@y.example,FIELD\nIda,,Quay\nUma,,quay\n')
    expect(await applyImport(cast.kim, { id, addUnits: false })).toEqual({
      ok: false,
      problems: { addUnits: [importWords.sayAddUnits] },
    })
    const before = await counts()
    const outcome = await applyImport(cast.kim, { id, addUnits: true })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    expect(outcome.result.links.map(({ name, email }) => [name, email])).toEqual([
      ['Otto', 'otto@y.example'],
      ['Ida', null],
      ['Uma', null],
    ])
    expect(new Set(outcome.result.links.map(({ path }) => path)).size).toBe(3)
    expect(await counts()).toEqual(before.map((n) => n + 3))
    const db = await database()
    expect(await db.select().from(units).where(eq(units.name, 'Quay'))).toHaveLength(1)
    const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.action, 'people.imported'))
    expect(entry).toMatchObject({ actorId: cast.kim.personId, subjectId: id })
    expect(entry?.detail).toBe('{"after":{"people":3,"units":1},"before":null}')
    await expect(applyImport(cast.kim, { id, addUnits: true })).rejects.toBeInstanceOf(NotThere)
  })

  test('names line and column of an address that somebody has, and keeps nothing', async () => {
    const before = await counts()
    const outcome = await stageImport(cast.kim, {
      file: base64('name,email\nA,a@x.example\nS,SAM@example.org\n'),
    })
    expect(outcome).toEqual({
      ok: false,
      problems: { file: [importWords.row(3, 'email', importWords.taken)] },
    })
    expect(await counts()).toEqual(before)
  })

  test('adds nobody when one of them was added meanwhile', async () => {
    const text = 'name,email\nNew,new@x.example\nBoth,both@x.example\n'
    const first = await staged(text)
    const second = await staged('name,email\nBoth,both@x.example\n', cast.nora)
    expect(await applyImport(cast.nora, { id: second, addUnits: false })).toMatchObject({ ok: true })
    const before = await counts()
    expect(await applyImport(cast.kim, { id: first, addUnits: false })).toEqual({
      ok: false,
      problems: { '': [importWords.row(3, 'email', importWords.taken)] },
    })
    expect(await counts()).toEqual(before)
  })

  test('is its maker’s alone, and only for an hour', async () => {
    const id = await staged('name\nOlga\n')
    await expect(previewImport(cast.nora, id)).rejects.toBeInstanceOf(NotThere)
    await expect(applyImport(cast.nora, { id, addUnits: false })).rejects.toBeInstanceOf(NotThere)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * 60_000 })
    await expect(previewImport(cast.kim, id)).rejects.toBeInstanceOf(NotThere)
    await expect(applyImport(cast.kim, { id, addUnits: false })).rejects.toBeInstanceOf(NotThere)
    vi.useRealTimers()
    await expect(previewImport(cast.kim, crypto.randomUUID())).rejects.toBeInstanceOf(NotThere)
  })

  test.each(['sam', 'lee', 'ada', 'max'] as const)('is refused to %s', async (member) => {
    await expect(stageImport(cast[member], { file: base64('name\nX\n') })).rejects.toBeInstanceOf(Refused)
    const made = { id: crypto.randomUUID(), addUnits: true }
    await expect(applyImport(cast[member], made)).rejects.toBeInstanceOf(Refused)
    await expect(previewImport(cast[member], made.id)).rejects.toBeInstanceOf(Refused)
  })

  test('keeps what looks like a formula as text, and finds it again', async () => {
    const id = await staged('name\n"=HYPERLINK(""x"")"\n@SUM(A1)\n')
    const preview = await previewImport(cast.kim, id)
    expect(preview.rows.map(({ name }) => name)).toEqual(['=HYPERLINK("x")', '@SUM(A1)'])
    expect(await applyImport(cast.kim, { id, addUnits: false })).toMatchObject({ ok: true })
  })

  test.runIf(onServer)('applied fifty times at once happens once', async () => {
    const id = await staged(
      `name\n${Array.from({ length: 40 }, (_, n) => `Person ${'abcdefghij'[n % 10]}`).join('\n')}\n`,
    )
    const before = await counts()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => applyImport(cast.kim, { id, addUnits: false })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(NotThere)
    expect(await counts()).toEqual(before.map((n) => n + 40))
  })

  test('of 5,000 people is applied whole', async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => `Crew Member,crew${n}@x.example,Field,`)
    const id = await staged(`name,email,unit,tier\n${rows.join('\n')}\n`)
    const before = await counts()
    const start = performance.now()
    expect(await applyImport(cast.kim, { id, addUnits: false })).toMatchObject({ ok: true })
    console.info(`5,000 people in ${Math.round(performance.now() - start)} ms`)
    expect(await counts()).toEqual(before.map((n) => n + 5_000))
  }, 120_000)

  test('leaves no name or address in plain text in the audit log or the links', async () => {
    const db = await database()
    const rows = await db.select().from(auditEntries)
    expect(JSON.stringify(rows)).not.toMatch(/Otto|x\.example|crew1/)
    expect(await db.select().from(auditEntries).where(like(auditEntries.detail, '%HYPERLINK%'))).toEqual([])
  })
})
