import { asc, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { auditEntries, auditHead } from '@/db/schema/audit'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { upkeep } from '@/lib/access/door'
import { appendAudit } from '@/lib/audit/append'
import { linkOf } from '@/lib/audit/chain'
import { verifyAudit } from '@/lib/audit/verify'

const personId = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'
type Row = typeof auditEntries.$inferSelect
let whole: Row[]

/** Twelve honest entries; then the database's own guard is taken away, as its superuser could. */
beforeAll(async () => {
  await freshDatabase()
  for (let n = 1; n <= 12; n++) {
    await upkeep(({ tx, now }) =>
      appendAudit(tx, {
        doer: { kind: 'person', id: personId, role: 'staff' },
        action: 'account.revised',
        outcome: 'done',
        at: now,
        trail: { subject: { kind: 'account', id: `account-${n}`, personId }, after: { n } },
      }),
    )
  }
  const db = await database()
  whole = await db.select().from(auditEntries).orderBy(asc(auditEntries.seq))
  await db.execute(sql`alter table audit_entries disable trigger all`)
  await db.execute(sql`alter table audit_head disable trigger all`)
})
beforeEach(() => put(whole))
afterAll(dropDatabases)

async function put(rows: Row[], head: { seq: number; hash: string } | undefined = whole.at(-1)) {
  const db = await database()
  await db.delete(auditEntries)
  if (rows.length > 0) await db.insert(auditEntries).values(rows)
  await db.update(auditHead).set({ seq: head?.seq ?? 0, hash: head?.hash ?? '0'.repeat(64) })
}
const at = (n: number): Row => {
  const row = whole[n - 1]
  if (!row) throw new Error(`no entry ${n}`)
  return row
}
const without = (n: number) => whole.filter((row) => row.seq !== n)

test('an honest log is intact, and says where it ends', async () => {
  expect(await verifyAudit()).toEqual({ intact: true, entries: 12, last: { seq: 12, hash: at(12).hash } })
  expect(await verifyAudit({ seq: 7, hash: at(7).hash })).toMatchObject({ intact: true })
})

describe('an altered column is found in its row', () => {
  test.each(
    Object.entries({
      at: new Date('2020-01-01T00:00:00Z'),
      actorKind: 'system',
      actorId: other,
      actorRole: 'auditor',
      action: 'account.removed',
      outcome: 'refused',
      subjectKind: 'line',
      subjectId: 'account-x',
      personId: other,
      detail: '{"after":{"n":5},"before":null}',
      hash: 'f'.repeat(64),
    }),
  )('%s', async (column, value) => {
    await put(whole.map((row) => (row.seq === 6 ? { ...row, [column]: value } : row)))
    expect(await verifyAudit()).toEqual({ intact: false, seq: 6, fault: 'altered' })
  })
  test('previous', async () => {
    await put(whole.map((row) => (row.seq === 6 ? { ...row, previous: 'e'.repeat(64) } : row)))
    expect(await verifyAudit()).toEqual({ intact: false, seq: 6, fault: 'not_linked' })
  })
  test('null is not the same as empty', async () => {
    await put(whole.map((row) => (row.seq === 6 ? { ...row, actorRole: '' } : row)))
    expect(await verifyAudit()).toMatchObject({ intact: false, seq: 6 })
    await put(whole.map((row) => (row.seq === 6 ? { ...row, actorRole: null } : row)))
    expect(await verifyAudit()).toMatchObject({ intact: false, seq: 6 })
  })
})

test.each([1, 5, 12])('removing entry %i is found', async (n) => {
  await put(without(n))
  expect(await verifyAudit()).toEqual({ intact: false, seq: n, fault: n === 12 ? 'cut_off' : 'missing' })
})
test('removing one and numbering the rest anew is found', async () => {
  await put(without(5).map((row) => (row.seq > 5 ? { ...row, seq: row.seq - 1 } : row)))
  expect(await verifyAudit()).toMatchObject({ intact: false, seq: 5 })
})
test('swapping two is found', async () => {
  await put([...without(4).filter((row) => row.seq !== 5), { ...at(4), seq: 5 }, { ...at(5), seq: 4 }])
  expect(await verifyAudit()).toMatchObject({ intact: false, seq: 4 })
})
test('an entry made up and chained without the key is found', async () => {
  const forged = { ...at(12), seq: 13, previous: at(12).hash }
  const hash = linkOf(forged, Buffer.alloc(32))
  await put([...whole, { ...forged, hash }], { seq: 13, hash })
  expect(await verifyAudit()).toEqual({ intact: false, seq: 13, fault: 'altered' })
})
test.each([1, 3, 12])(
  'cutting off the last %i together with the head is found by an end noted elsewhere',
  async (n) => {
    const kept = whole.slice(0, 12 - n)
    await put(kept, kept.at(-1) ?? { seq: 0, hash: '0'.repeat(64) })
    expect(await verifyAudit()).toMatchObject({ intact: true })
    expect(await verifyAudit({ seq: 12, hash: at(12).hash })).toEqual({
      intact: false,
      seq: 13 - n,
      fault: 'cut_off',
    })
  },
)
test('an older head is found', async () => {
  await put(whole, { seq: 11, hash: at(11).hash })
  expect(await verifyAudit()).toMatchObject({ intact: false, fault: 'cut_off' })
})
test('a column of the table that took no part in the hash would be found missing here', () => {
  expect(
    Object.keys(at(1))
      .filter((column) => column !== 'hash')
      .sort(),
  ).toEqual([
    'action',
    'actorId',
    'actorKind',
    'actorRole',
    'at',
    'detail',
    'outcome',
    'personId',
    'previous',
    'seq',
    'subjectId',
    'subjectKind',
  ])
})
