import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { snapshots } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { Refused } from '@/lib/access/outcome'
import { takeDueSnapshot, takeSnapshot } from '@/lib/overview/commands'
import { readOverview } from '@/lib/overview/queries'
import { type Cast, castInto } from '@/lib/people/cast.fixture'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)
const all = async () => (await database()).select().from(snapshots).orderBy(asc(snapshots.asOf))

describe('a snapshot', () => {
  test('is not there before the first is taken', async () => {
    expect(await readOverview(cast.lee)).toMatchObject({ latest: null, earlier: [], nextDue: null })
  })

  test.runIf(onServer)('that is due is taken by one of several processes', async () => {
    const took = await Promise.all([1, 2, 3, 4].map(() => takeDueSnapshot()))
    expect(took.filter(Boolean)).toHaveLength(1)
    expect(await all()).toHaveLength(1)
  })

  test('is taken by the server when due, and not again before the interval is over', async () => {
    await takeDueSnapshot()
    const before = (await all()).length
    expect(before).toBe(1)
    expect(await takeDueSnapshot()).toBe(false)
    expect(await all()).toHaveLength(before)
  })

  test('is taken by the security team, written down, and read by leadership as it was released', async () => {
    expect(await takeSnapshot(cast.kim, {})).toMatchObject({ ok: true })
    const stored = (await all()).at(-1)
    const shown = await readOverview(cast.lee)
    expect(shown.latest?.takenAt).toEqual(stored?.asOf)
    expect(shown.latest?.figures).toEqual(stored?.released)
    expect(shown.earlier).toHaveLength(1)
    const entries = await (await database()).select().from(auditEntries)
    expect(entries.filter((entry) => entry.action === 'snapshot.taken')).toHaveLength(2)
    // What leadership reads holds nothing of the exact totals beside it.
    expect(JSON.stringify(shown)).not.toContain('"cells"')
  })

  test('may not be taken, nor figures be read, by anybody else', async () => {
    for (const actor of [cast.sam, cast.lee, cast.ada, cast.max]) {
      await expect(takeSnapshot(actor, {})).rejects.toBeInstanceOf(Refused)
    }
    for (const actor of [cast.sam, cast.ada, cast.max]) {
      await expect(readOverview(actor)).rejects.toBeInstanceOf(Refused)
    }
  })
})
