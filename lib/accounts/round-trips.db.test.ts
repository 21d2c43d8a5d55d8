import net from 'node:net'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { closeDatabase, rawPostgres, setConnection } from '@/db/client'
import { openPostgres } from '@/db/postgres'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { recordAccount } from '@/lib/accounts/commands/record'
import { mailbox } from '@/lib/accounts/entry.fixture'
import { castInto } from '@/lib/people/cast.fixture'

afterAll(dropDatabases)

describe.runIf(onServer)('recording an account', () => {
  test('waits for the server twelve times at most (performance P4)', async () => {
    await freshDatabase()
    const cast = await castInto()
    const name = (await rawPostgres())?.options.database ?? ''
    const counter = await counting(Object.assign(new URL(inject('server')), { pathname: `/${name}` }))
    setConnection(await openPostgres(counter.url, 1))
    await recordAccount(cast.sam, mailbox(), { key: 'warm-up-0001' })
    const before = counter.trips()
    expect(await recordAccount(cast.sam, mailbox(), { key: 'counted-0001' })).toMatchObject({ ok: true })
    expect(counter.trips() - before).toBeLessThanOrEqual(12)
    expect(counter.trips() - before).toBeGreaterThan(5)
    await closeDatabase()
    counter.close()
  })
})

/** Stands between driver and server, and counts how often something is sent while nothing is under way. */
async function counting(target: URL) {
  let trips = 0
  let underWay = 0
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname)
    // A simple query (Q) and a Sync (S) are each answered by one ReadyForQuery (Z).
    const sent = messages(true, (kind) => {
      if (kind !== 'Q' && kind !== 'S') return
      if (underWay === 0) trips += 1
      underWay += 1
    })
    const answered = messages(false, (kind) => {
      if (kind === 'Z') underWay = Math.max(0, underWay - 1)
    })
    client.on('data', (chunk) => {
      sent(chunk)
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      // As if the server were far away: what goes out together is under way together.
      setTimeout(() => {
        answered(chunk)
        client.write(chunk)
      }, 15)
    })
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    for (const end of [client, upstream]) end.on('error', () => {})
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = Object.assign(new URL(target.href), { hostname: '127.0.0.1', port: String(address.port) })
  return { url: url.href, trips: () => trips, close: () => server.close() }
}

/** Tells the kind of each message of the protocol; the first from a client, `startUp`, has none. */
function messages(startUp: boolean, tell: (kind: string) => void) {
  let held: Buffer = Buffer.alloc(0)
  let first = startUp
  return (chunk: Buffer) => {
    held = Buffer.concat([held, chunk])
    for (;;) {
      const head = first ? 0 : 1
      if (held.length < head + 4) return
      const end = head + held.readUInt32BE(head)
      if (held.length < end) return
      if (!first) tell(String.fromCharCode(held[0] ?? 0))
      first = false
      held = held.subarray(end)
    }
  }
}
