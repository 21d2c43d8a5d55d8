import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { phones, pieceStatements } from '@/db/schema/pieces'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { items } from '@/lib/guidance/items'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { addPhone, removePhone, renamePhone, restorePhone } from '@/lib/phones/commands'
import { listPhones, readPhone } from '@/lib/phones/queries'
import { saysPasswords } from '@/lib/pieces/answers.fixture'
import { sayNone } from '@/lib/pieces/commands/none'
import { statePiece } from '@/lib/pieces/commands/state'
import { mostPhones } from '@/lib/pieces/rules'
import { fieldWords } from '@/lib/words/fields'
import { pieceProblems } from '@/lib/words/pieces'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)

type Added = Parameters<typeof addPhone>[1]
const anIphone = { label: 'Own phone', platform: 'iphone', hardwareId: null }
async function added(actor: Actor, phone: Added = anIphone): Promise<string> {
  const outcome = await addPhone(actor, phone)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
const rowOf = async (id: string) => {
  const [row] = await (await database()).select().from(phones).where(eq(phones.id, id))
  if (!row) throw new Error('no such phone')
  return row
}
const based = async (id: string) => ({ id, version: (await rowOf(id)).version })
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}
const verdictsOf = async (personId: string) =>
  (await database())
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.personId, personId), isNull(verdicts.validTo)))

describe('Sam lists a phone', () => {
  test('and it is asked about, judged at once, and written down without a name', async () => {
    const id = await added(cast.sam)
    const phone = await readPhone(cast.sam, id)
    expect(phone).toMatchObject({ name: 'Own phone', platform: 'iphone' })
    expect(phone.pieces.map(({ piece, state }) => [piece, state])).toEqual([
      ['this_phone', 'begun'],
      ['updates', 'not_asked'],
      ['vpn', 'not_asked'],
      ['iphone_settings', 'not_asked'],
      ['iphone_permissions', 'not_asked'],
    ])
    expect(phone.pieces.flatMap(({ verdicts }) => verdicts).find(({ item }) => item === 'I1')).toMatchObject({
      verdict: 'unknown',
      unknownKind: 'never_asked',
    })
    expect(await lastEntry()).toMatchObject({
      action: 'phone.added',
      subjectId: id,
      personId: cast.sam.personId,
      detail: '{"after":null,"before":null}',
    })
  })

  test('and an iPhone alone has no Android verdict, but that these items are not his', async () => {
    const android = (await verdictsOf(cast.sam.personId)).filter(
      ({ item }) => items[item].platform === 'android',
    )
    expect(android.map(({ item }) => item).sort()).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'])
    for (const row of android)
      expect(row).toMatchObject({ verdict: 'not_applicable', scopeKind: 'person', labels: [] })
  })

  test('and an Android phone beside it brings its items in, on that phone alone', async () => {
    await added(cast.rosa)
    const id = await added(cast.rosa, { ...anIphone, label: '', platform: 'android' })
    expect((await readPhone(cast.rosa, id)).name).toBe('Android phone')
    const android = (await verdictsOf(cast.rosa.personId)).filter(
      ({ item }) => items[item].platform === 'android',
    )
    expect(android).toHaveLength(7)
    expect(new Set(android.map(({ scopeId }) => scopeId))).toEqual(new Set([id]))
  })

  test('and its name stands nowhere in plain text', async () => {
    const id = await added(cast.theo, { ...anIphone, label: 'Kq7Zphone' })
    const db = await database()
    const kept = [
      await db.select().from(phones),
      await db.select().from(pieceStatements),
      await db.select().from(verdicts),
      await db.select().from(auditEntries),
    ]
    expect(JSON.stringify(kept)).not.toMatch(/Kq7Z/)
    expect((await rowOf(id)).labelSealed).toMatch(/^s1\./)
  })

  test('and a kind that is not said, or a number as its name, is told at its field', async () => {
    expect(await addPhone(cast.sam, { ...anIphone, platform: null })).toEqual({
      ok: false,
      problems: { platform: [fieldWords.choose] },
    })
    const outcome = await addPhone(cast.sam, { ...anIphone, label: '+43 664 1741741' })
    expect(outcome).toMatchObject({
      ok: false,
      problems: { label: [expect.stringContaining('phone number')] },
    })
  })

  test('and the same form sent twice adds one phone', async () => {
    const first = await addPhone(cast.kim, anIphone, { key: 'phone-0001' })
    expect(await addPhone(cast.kim, anIphone, { key: 'phone-0001' })).toEqual(first)
    expect((await listPhones(cast.kim)).phones).toHaveLength(1)
  })

  test('and no more than ten are listed, however they are sent', async () => {
    const sent = Array.from({ length: mostPhones + 2 }, () => addPhone(cast.lee, anIphone))
    const outcomes = await Promise.all(sent)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(mostPhones)
    expect(outcomes.find(({ ok }) => !ok)).toEqual({
      ok: false,
      problems: { '': [pieceProblems.tooManyPhones(mostPhones)] },
    })
    if (onServer) expect((await listPhones(cast.lee)).phones).toHaveLength(mostPhones)
  })
})

describe('a phone of one’s own', () => {
  test('is renamed, and a rename from an older page conflicts', async () => {
    const id = await added(cast.ada)
    const stale = await based(id)
    expect(await renamePhone(cast.ada, { ...stale, label: 'Work phone', hardwareId: null })).toMatchObject({
      ok: true,
    })
    expect((await readPhone(cast.ada, id)).name).toBe('Work phone')
    expect(await lastEntry()).toMatchObject({ action: 'phone.renamed', subjectId: id })
    expect(await renamePhone(cast.ada, { ...stale, label: 'Other', hardwareId: null })).toMatchObject({
      ok: false,
      conflict: { version: 2 },
    })
  })

  test('is removed with what was said of it, and put back as it was', async () => {
    const id = await added(cast.max)
    const { personId } = cast.max
    const open = async () => (await verdictsOf(personId)).filter(({ scopeId }) => scopeId === id)
    const before = (await open()).length
    expect(before).toBeGreaterThan(5)
    await removePhone(cast.max, await based(id))
    expect(await open()).toEqual([])
    expect(await lastEntry()).toMatchObject({ action: 'phone.removed', subjectId: id })
    expect(await listPhones(cast.max)).toMatchObject({ phones: [], removed: [{ id, name: 'Own phone' }] })
    await expect(readPhone(cast.max, id)).rejects.toBeInstanceOf(NotThere)
    await expect(removePhone(cast.max, await based(id))).rejects.toBeInstanceOf(NotThere)
    await restorePhone(cast.max, await based(id))
    expect(await open()).toHaveLength(before)
    expect(await lastEntry()).toMatchObject({ action: 'phone.restored', subjectId: id })
  })

  test('is nobody else’s to see, rename, answer for or remove, whatever their role', async () => {
    const id = await added(cast.sam)
    const { version } = await rowOf(id)
    for (const other of [cast.rosa, cast.kim, cast.lee, cast.ada, cast.max]) {
      await expect(readPhone(other, id)).rejects.toBeInstanceOf(NotThere)
      const rename = renamePhone(other, { id, version, label: 'Mine', hardwareId: null })
      await expect(rename).rejects.toBeInstanceOf(NotThere)
      await expect(removePhone(other, { id, version })).rejects.toBeInstanceOf(NotThere)
      const stated = statePiece(other, { piece: 'vpn', scopeId: id, based: null, answers: {} })
      await expect(stated).rejects.toBeInstanceOf(NotThere)
    }
    await expect(readPhone(cast.sam, 'nothing')).rejects.toBeInstanceOf(NotThere)
  })
})

describe('who has no phone', () => {
  test('says so: what concerns phones is not applicable, and an empty list alone is not', async () => {
    const { personId } = cast.nora
    await statePiece(cast.nora, { piece: 'passwords', scopeId: null, based: null, answers: saysPasswords })
    const ofPhones = async () =>
      (await verdictsOf(personId)).filter(({ item }) => items[item].unit === 'phone')
    expect(await ofPhones()).toEqual([])
    expect(await sayNone(cast.nora, { of: 'phone', none: true })).toMatchObject({ ok: true })
    expect(new Set((await ofPhones()).map(({ verdict }) => verdict))).toEqual(new Set(['not_applicable']))
    expect(await lastEntry()).toMatchObject({
      action: 'pieces.none_stated',
      detail: '{"after":{"none":true,"of":"phone"},"before":null}',
    })
    expect((await listPhones(cast.nora)).none).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  test('takes it back by listing one, and cannot say it while one is listed', async () => {
    await added(cast.nora)
    expect((await listPhones(cast.nora)).none).toBeNull()
    expect(await sayNone(cast.nora, { of: 'phone', none: true })).toEqual({
      ok: false,
      problems: { '': [pieceProblems.notFirst] },
    })
    const rows = await (await database())
      .select()
      .from(pieceStatements)
      .where(eq(pieceStatements.personId, cast.nora.personId))
      .orderBy(asc(pieceStatements.enteredAt))
    expect(rows.map(({ piece }) => piece)).toEqual(['passwords', 'this_phone'])
  })
})
