import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { insertRows } from '@/db/rows'
import { standings, verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'

beforeAll(freshDatabase)
afterAll(dropDatabases)

const personId = randomUUID()
const verdict = (more: Partial<typeof verdicts.$inferInsert> = {}): typeof verdicts.$inferInsert => ({
  personId,
  id: randomUUID(),
  item: 'G2.0',
  scopeKind: 'account',
  scopeId: randomUUID(),
  verdict: 'not_met',
  labels: [],
  guidanceVersion: '2.0',
  validFrom: new Date('2026-11-01T09:00:00.123Z'),
  ...more,
})

test('rows inserted by one parameter are the rows that were given, whatever is in them', async () => {
  const rows = [
    verdict({ labels: ['weak_fallback', 'forced_by_service'], confirmedOn: '2026-10-31' }),
    verdict({ unknownKind: 'not_sure', verdict: 'unknown', validTo: new Date('2026-11-02T00:00:00Z') }),
  ]
  const db = await database()
  await db.transaction((tx) => insertRows(tx, verdicts, rows))
  for (const row of rows) {
    const [held] = await db
      .select()
      .from(verdicts)
      .where(and(eq(verdicts.personId, personId), eq(verdicts.id, row.id)))
    expect(held).toMatchObject(row)
  }
  const standing = { lineId: randomUUID(), falls: [], waysIn: 2, labels: [] }
  const scopeId = standing.lineId
  const row = { personId, id: randomUUID(), scopeKind: 'line' as const, scopeId, waysIn: 2, standing }
  await db.transaction((tx) =>
    insertRows(tx, standings, [{ ...row, validFrom: new Date('2026-11-01T09:00:00Z') }]),
  )
  expect(await db.select().from(standings)).toMatchObject([{ ...row, level: null, validTo: null }])
})
