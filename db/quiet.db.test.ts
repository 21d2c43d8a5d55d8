import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { atOnce, database } from '@/db/client'
import { organisation, units } from '@/db/schema/organisation'
import { freshDatabase } from '@/db/testing'

beforeAll(freshDatabase)

const canary = 'ox7-Rosa-private-mailbox'
const failures: Record<string, () => Promise<unknown>> = {
  'a broken uniqueness': async () =>
    (await database()).transaction(async (tx) => {
      const unit = { id: '0198a000-0000-7000-8000-00000000000a', name: canary, createdAt: new Date(0) }
      await tx.insert(units).values(unit)
      await tx.insert(units).values({ ...unit, id: '0198a000-0000-7000-8000-00000000000b' })
    }),
  'a value of the wrong kind': async () =>
    (await database()).transaction((tx) => tx.execute(sql`select ${canary}::text::uuid`)),
  'a wrong statement': async () =>
    (await database()).transaction((tx) => tx.execute(sql`select ${canary}::text, nonsense`)),
  'a statement by itself': () =>
    atOnce((db) => db.select({ number: sql`${canary}::text::int` }).from(organisation)),
  'an error of our own around it': async () =>
    (await database()).transaction(async (tx) => {
      await tx.execute(sql`select ${canary}::text::int`).catch((cause: unknown) => {
        throw new Error('could not count', { cause })
      })
    }),
}

describe('an error that leaves a transaction', () => {
  it.each(Object.entries(failures))('shows no value: %s', async (_, fail) => {
    const error = await fail().then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error, { depth: 9 })).not.toContain(canary)
    expect(inspect(error)).toMatch(/Failed query|could not count/)
  })

  it('still says which constraint was broken', async () => {
    const error = await failures['a broken uniqueness']?.().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ cause: { code: '23505' } })
  })
})
