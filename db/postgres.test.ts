import { sql as part } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDatabaseAway } from '@/db/away'
import { openPostgres, type Postgres } from '@/db/postgres'
import { type OwnServer, ownServer } from '@/db/rig/server'

let server: OwnServer
let url: string
const open: Postgres[] = []
const pool = async (size: number, more = '') => {
  const one = await openPostgres(url + more, size)
  open.push(one)
  return { db: drizzle(one.gated), raw: one.raw() }
}
beforeAll(async () => {
  server = await ownServer(['max_connections=20'])
  url = await server.create('muster')
})
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()))
  await server.stop()
})

const sleep = (seconds: number) => part`select pg_sleep(${seconds})`
const outcomes = async (all: Promise<unknown>[]) => {
  const settled = await Promise.allSettled(all)
  const wrong = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(wrong.filter((error) => !isDatabaseAway(error))).toEqual([])
  return { done: settled.length - wrong.length, away: wrong.length }
}

describe('two pools of 15 on a server with 20 connections', () => {
  it('queue rather than fail', async () => {
    const [one, other] = [await pool(15), await pool(15)]
    const work = ({ db }: typeof one) =>
      Array.from({ length: 60 }, () => db.transaction((tx) => tx.execute(sleep(0.05))))
    const { done, away } = await outcomes([...work(one), ...work(other)])
    expect(done + away).toBe(120)
    expect(done).toBeGreaterThan(0)
    await Promise.all(open.splice(0).map((each) => each.close()))
  })
})

describe('a pool', () => {
  it('lets nobody wait longer than about two seconds for a connection', async () => {
    const { db } = await pool(2)
    await Promise.all([db.execute(sleep(0.1)), db.execute(sleep(0.1))])
    const began = performance.now()
    const { done, away } = await outcomes(Array.from({ length: 8 }, () => db.execute(sleep(1.5))))
    expect(done + away).toBe(8)
    expect(away).toBeGreaterThanOrEqual(4)
    expect(performance.now() - began).toBeLessThan(10_000)
    await expect(db.execute(part`select 1`)).resolves.toBeDefined()
  })

  it('gives every connection back after a thousand transactions that were broken off', async () => {
    const { db, raw } = await pool(4)
    await Promise.allSettled(
      Array.from({ length: 1000 }, (_, i) =>
        db.transaction(async (tx) => {
          await tx.execute(part`select ${i}::int`)
          throw new Error('broken off')
        }),
      ),
    )
    const [{ idle = 0 } = {}] = await raw<{ idle: number }[]>`
      select count(*)::int as idle from pg_stat_activity where datname = 'muster' and state like 'idle in transaction%'`
    expect(idle).toBe(0)
    expect((await outcomes([1, 2, 3, 4].map(() => db.execute(sleep(0.01))))).done).toBe(4)
  })

  it('is well again within seconds of the server’s return, without being told', async () => {
    const { db } = await pool(4)
    const moment = part`select timestamptz '2026-11-22T10:00:00Z' as at, date '2026-11-22' as on`
    const before = await db.execute(moment)
    const victims = outcomes(Array.from({ length: 4 }, () => db.transaction((tx) => tx.execute(sleep(5)))))
    await new Promise((resolve) => setTimeout(resolve, 100))
    await server.pause()
    expect(await victims).toEqual({ done: 0, away: 4 })
    expect(
      await outcomes([db.execute(part`select 1`), db.transaction((tx) => tx.execute(part`select 1`))]),
    ).toEqual({
      done: 0,
      away: 2,
    })
    await server.resume()
    const back = async () => (await outcomes([db.execute(part`select 1`)])).done
    await expect.poll(back, { timeout: 5000, interval: 100 }).toBe(1)
    expect(await db.execute(moment)).toEqual(before)
    expect((await outcomes(Array.from({ length: 20 }, () => db.execute(sleep(0.01))))).done).toBe(20)
  })

  it('loses one transaction, not the pool, when the server ends one of its connections', async () => {
    const { db, raw } = await pool(3)
    const victim = db.transaction(async (tx) => {
      await tx.execute(part`select pg_backend_pid()`)
      await raw`select pg_terminate_backend(pid) from pg_stat_activity
        where state = 'idle in transaction' and pid <> pg_backend_pid()`
      await tx.execute(part`select 1`)
    })
    expect((await outcomes([victim])).away).toBe(1)
    expect((await outcomes([1, 2, 3].map(() => db.execute(part`select 1`)))).done).toBe(3)
  })

  it('prepares no statement, and sends what goes out together in one go', async () => {
    const { db } = await pool(1)
    const inside = await db.transaction(async (tx) => {
      const both = [
        tx.execute(part`select ${'ü'}::text as value`),
        tx.execute(part`select ${2}::int as value`),
      ]
      const nested = tx.transaction((inner) => inner.execute(part`select ${true}::boolean as value`))
      return [...(await Promise.all(both)), await nested]
    })
    expect(inside).toMatchObject([[{ value: 'ü' }], [{ value: 2 }], [{ value: true }]])
    expect(await db.execute(part`select count(*)::int as number from pg_prepared_statements`)).toMatchObject([
      { number: 0 },
    ])
  })
})
