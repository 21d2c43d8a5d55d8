import postgres from 'postgres'
import { describe, expect, it } from 'vitest'
import { awayDigest, DatabaseAway, isDatabaseAway, named } from '@/db/away'
import { freePort, startServer } from '@/db/rig/server'

const coded = (code: string) => Object.assign(new Error(code), { code })

describe('a database that is away', () => {
  it('has a name by which the front knows it, and what is wrong otherwise has none', () => {
    expect(named(coded('ECONNREFUSED'))).toHaveProperty('digest', awayDigest)
    expect(new DatabaseAway()).toHaveProperty('digest', awayDigest)
    expect(named(coded('23505'))).not.toHaveProperty('digest')
    expect(named('text')).toBe('text')
  })

  it.each([
    '57P01',
    '57P03',
    '53300',
    '53100',
    '08006',
    '58030',
    '28P01',
    '3D000',
    'ECONNREFUSED',
    'CONNECT_TIMEOUT',
  ])('is told by %s, however deep', (code) => {
    expect(isDatabaseAway(coded(code))).toBe(true)
    const wrapped = new Error('Failed query', { cause: new Error('again', { cause: coded(code) }) })
    expect(isDatabaseAway(wrapped)).toBe(true)
    expect(isDatabaseAway(new AggregateError([coded(code)]))).toBe(true)
  })

  it.each(['23505', '40001', '42601', '42501', '25006', '57014', '22P02', '55P03', 'ENOENT'])(
    'is not told by %s',
    (code) => {
      expect(isDatabaseAway(coded(code))).toBe(false)
    },
  )

  it('is told by our own word for it, and by nothing that is no error', () => {
    expect(isDatabaseAway(new DatabaseAway())).toBe(true)
    for (const other of [null, undefined, '57P01', { code: '57P01' }, new Error('57P01')])
      expect(isDatabaseAway(other)).toBe(false)
  })

  it('is told by a port where nobody listens, and by a server that stops', async () => {
    const nobody = postgres(`postgres://muster@127.0.0.1:${await freePort()}/muster`, {
      max: 1,
      connect_timeout: 2,
    })
    expect(isDatabaseAway(await nobody`select 1`.catch((error: unknown) => error))).toBe(true)
    await nobody.end()
    const server = await startServer()
    const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} })
    await sql`select 1`
    const asleep = sql`select pg_sleep(20)`.catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await server.stop()
    expect(isDatabaseAway(await asleep)).toBe(true)
    expect(isDatabaseAway(await sql`select 1`.catch((error: unknown) => error))).toBe(true)
    await sql.end({ timeout: 0 })
  })
})
