import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  assertRoomToWrite,
  atOnce,
  database,
  databaseKind,
  isDatabaseAway,
  rawPostgres,
  readOnly,
} from '@/db/client'
import { units } from '@/db/schema/organisation'
import { freshDatabase, onServer } from '@/db/testing'

beforeAll(freshDatabase)

describe('the database', () => {
  it('is the one the settings ask for, migrated and empty', async () => {
    const db = await database()
    expect(databaseKind()).toBe(onServer ? 'postgres' : 'embedded')
    expect(await db.$count(units)).toBe(0)
    expect(await database()).toBe(db)
  })

  it('keeps what was committed and forgets what was not', async () => {
    const db = await database()
    const now = new Date('2026-11-22T10:00:00Z')
    const [kept, lost] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000002']
    await db.transaction(async (tx) => {
      await tx.insert(units).values({ id: kept, name: 'Harbour', createdAt: now })
    })
    const failed = db.transaction(async (tx) => {
      await tx.insert(units).values({ id: lost, name: 'Archive', createdAt: now })
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await db.select().from(units)).toMatchObject([{ id: kept, name: 'Harbour', createdAt: now }])
    expect(await db.query.units.findFirst({ where: eq(units.id, kept) })).toMatchObject({ name: 'Harbour' })
  })

  it('does one statement by itself', async () => {
    const row = { id: randomUUID(), name: 'Pier', createdAt: new Date('2026-11-22T10:00:00Z') }
    await atOnce((db) => db.insert(units).values(row))
    expect(await atOnce((db) => db.select().from(units).where(eq(units.id, row.id)))).toMatchObject([row])
  })

  it('reads one moment, and keeps a read from writing', async () => {
    const outside = await database()
    const write = readOnly((tx) => tx.delete(units))
    await expect(write).rejects.toMatchObject({ cause: { code: '25006' } })
    if (!onServer) return
    const counts = await readOnly(async (tx) => {
      const before = await tx.$count(units)
      await outside
        .insert(units)
        .values({ id: randomUUID(), name: 'Quay', createdAt: new Date('2026-11-22T10:00:00Z') })
      return [before, await tx.$count(units)]
    })
    expect(counts[1]).toBe(counts[0])
  })

  it('tells a wrong statement from a database that is away', async () => {
    const db = await database()
    const wrong = await db.execute(sql`select nonsense`).catch((error: unknown) => error)
    expect(isDatabaseAway(wrong)).toBe(false)
    await expect(db.execute(sql`select 1`)).resolves.toBeDefined()
  })

  it('says that there is room to write, and hands out the driver only of a server', async () => {
    await expect(assertRoomToWrite()).resolves.toBeUndefined()
    expect((await rawPostgres()) !== null).toBe(onServer)
  })
})
