import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { database } from '@/db/client'
import { submissions } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { command, query } from '@/lib/access/door'
import { NotConfirmed, NotThere, problemAt, Refused, Stale } from '@/lib/access/outcome'
import { type Cast, castInto, confirmedFor } from '@/lib/people/cast.fixture'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)

const input = z.strictObject({ mark: z.string().min(1).max(40) })
/** Raises one's own row version: something to count. */
const raise = command({
  permission: 'accounts:revise:own',
  action: 'account.revised',
  input,
  run: async ({ actor, tx }, { mark }) => {
    const [row] = await tx
      .update(people)
      .set({ version: sql`${people.version} + 1` })
      .where(eq(people.id, actor.personId))
      .returning({ version: people.version })
    if (mark === 'problem') throw problemAt('mark', 'Choose another mark.')
    if (mark === 'stale') throw new Stale({ mark: 'held' })
    if (mark === 'bug') throw new TypeError('a bug')
    return {
      result: row?.version ?? 0,
      trail: { subject: { kind: 'person', id: actor.personId, personId: actor.personId }, after: { mark } },
    }
  },
})
const versionOf = async (id: string) => {
  const [row] = await (await database())
    .select({ version: people.version })
    .from(people)
    .where(eq(people.id, id))
  return row?.version ?? 0
}
const entries = async () => (await database()).select().from(auditEntries).orderBy(asc(auditEntries.seq))

describe('a command', () => {
  test('does its work and leaves one audit entry, chained to the one before', async () => {
    const before = await entries()
    const outcome = await raise(cast.sam, { mark: 'once' })
    expect(outcome).toEqual({ ok: true, result: await versionOf(cast.sam.personId) })
    const after = await entries()
    expect(after).toHaveLength(before.length + 1)
    const last = after.at(-1)
    expect(last).toMatchObject({
      actorKind: 'person',
      actorId: cast.sam.personId,
      actorRole: 'staff',
      action: 'account.revised',
      outcome: 'done',
      personId: cast.sam.personId,
      detail: '{"after":{"mark":"once"},"before":null}',
    })
    expect(last?.previous).toBe(before.at(-1)?.hash ?? '0'.repeat(64))
  })

  test.each(['problem', 'stale', 'bug'])('leaves nothing behind when it ends in a %s', async (mark) => {
    const version = await versionOf(cast.sam.personId)
    const before = await entries()
    const outcome = await raise(cast.sam, { mark }).catch((error: unknown) => error)
    if (mark === 'problem')
      expect(outcome).toEqual({ ok: false, problems: { mark: ['Choose another mark.'] } })
    if (mark === 'stale') expect(outcome).toEqual({ ok: false, conflict: { mark: 'held' } })
    if (mark === 'bug') expect(outcome).toBeInstanceOf(TypeError)
    expect(await versionOf(cast.sam.personId)).toBe(version)
    expect(await entries()).toHaveLength(before.length)
  })

  test('names the field of bad input and refuses what its schema does not know', async () => {
    expect(await raise(cast.sam, {})).toMatchObject({ ok: false, problems: { mark: [expect.any(String)] } })
    expect(await raise(cast.sam, { mark: 'x', role: 'administrator' })).toMatchObject({ ok: false })
  })

  test('of a role that may not is refused, and the refusal is written down', async () => {
    const grant = command({
      permission: 'roles:grant',
      action: 'role.granted',
      input: z.strictObject({}),
      run: async () => ({ result: null, trail: { subject: { kind: 'person', id: null } } }),
    })
    await expect(grant(cast.sam, {})).rejects.toBeInstanceOf(Refused)
    expect((await entries()).at(-1)).toMatchObject({
      action: 'access.refused',
      outcome: 'refused',
      subjectId: 'roles:grant',
    })
  })

  test('sent twice has one effect and one answer; the same key with other content is a conflict', async () => {
    const version = await versionOf(cast.sam.personId)
    const first = await raise(cast.sam, { mark: 'key' }, { key: 'submit-0001' })
    expect(await raise(cast.sam, { mark: 'key' }, { key: 'submit-0001' })).toEqual(first)
    expect(await versionOf(cast.sam.personId)).toBe(version + 1)
    expect(await raise(cast.sam, { mark: 'other' }, { key: 'submit-0001' })).toEqual({
      ok: false,
      conflict: null,
    })
    const other = await raise(cast.rosa, { mark: 'key' }, { key: 'submit-0001' })
    expect(other).toMatchObject({ ok: true })
    const [kept] = await (await database()).select().from(submissions)
    expect(kept?.outcomeSealed).toMatch(/^s1\./)
  })

  test.runIf(onServer)('sent ten times at once has one effect', async () => {
    const version = await versionOf(cast.sam.personId)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => raise(cast.sam, { mark: 'ten' }, { key: 'submit-0010' })),
    )
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(await versionOf(cast.sam.personId)).toBe(version + 1)
  })

  test.runIf(onServer)('of fifty people at once keeps the chain whole', async () => {
    const before = await entries()
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => raise(n % 2 ? cast.sam : cast.rosa, { mark: `m${n}` })),
    )
    const after = await entries()
    expect(after).toHaveLength(before.length + 50)
    after.slice(1).forEach((entry, index) => {
      expect([entry.previous, entry.seq]).toEqual([after[index]?.hash, (after[index]?.seq ?? 0) + 1])
    })
  })

  test('that needs a fresh confirmation spends it, and only the one for this very act', async () => {
    const careful = command({
      permission: 'passkeys:revise:own',
      action: 'passkey.renamed',
      input: z.strictObject({ id: z.string() }),
      confirmed: ({ id }) => `passkey.remove:${id}`,
      run: async () => ({ result: null, trail: { subject: { kind: 'passkey', id: null } } }),
    })
    await expect(careful(cast.sam, { id: 'one' })).rejects.toBeInstanceOf(NotConfirmed)
    await confirmedFor(cast.sam, 'passkey.remove:two')
    await expect(careful(cast.sam, { id: 'one' })).rejects.toBeInstanceOf(NotConfirmed)
    await expect(careful({ ...cast.sam, sessionId: 'another' }, { id: 'two' })).rejects.toBeInstanceOf(
      NotConfirmed,
    )
    await confirmedFor(cast.sam, 'passkey.remove:old', new Date(Date.now() - 1))
    await expect(careful(cast.sam, { id: 'old' })).rejects.toBeInstanceOf(NotConfirmed)
    expect(await careful(cast.sam, { id: 'two' })).toMatchObject({ ok: true })
    await expect(careful(cast.sam, { id: 'two' })).rejects.toBeInstanceOf(NotConfirmed)
  })
})

describe('a query', () => {
  test('cannot write: the database keeps its transaction read-only', async () => {
    const sly = query('today:read:own', async ({ tx }) => tx.update(people).set({ role: 'administrator' }))
    await expect(sly(cast.sam)).rejects.toMatchObject({ cause: { code: '25006' } })
  })
  test('of a role that may not is refused before it runs', async () => {
    let ran = false
    const peek = query('people:read:any', async () => {
      ran = true
    })
    await expect(peek(cast.lee)).rejects.toBeInstanceOf(Refused)
    expect(ran).toBe(false)
  })
  test('lets NotThere through as it is', async () => {
    const find = query('today:read:own', async () => {
      throw new NotThere('account')
    })
    await expect(find(cast.sam)).rejects.toBeInstanceOf(NotThere)
  })
})

describe('the audit log', () => {
  test.each([
    ['update', sql`update audit_entries set action = 'x'`],
    ['delete', sql`delete from audit_entries`],
    ['truncate', sql`truncate audit_entries`],
    ['removal of its head', sql`delete from audit_head`],
  ])('refuses %s', async (_what, statement) => {
    await expect((await database()).execute(statement)).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
