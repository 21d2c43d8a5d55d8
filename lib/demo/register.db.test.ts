import { and, asc, inArray, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { platformEntries, platformStatements } from '@/db/schema/platforms'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { registerEntry } from '@/lib/platforms/entry'
import { entryFrom, presentEntries, refreshRegister } from '@/lib/platforms/store'
import { type RegisterItem, registerItems } from '@/lib/platforms/wholes'
import { type Verdict, verdicts } from '@/lib/vocabulary'
import { makeOrganisation } from './organisation'

const until = new Date('2026-11-23T00:00:00Z')
const asked = { people: 8, seed: 'one', until, name: 'Harbour Office', linkHours: 24 }
beforeAll(async () => {
  await freshDatabase()
  await makeOrganisation(asked)
}, 180_000)
afterAll(dropDatabases)

const ofRegister = inArray(organisationVerdicts.item, [...registerItems])
const judged = async () =>
  (await database())
    .select()
    .from(organisationVerdicts)
    .where(ofRegister)
    .orderBy(asc(organisationVerdicts.id))

/** A key is watched or not, and a suspicion acted on or not: there is nothing between. */
const never: Partial<Record<RegisterItem, readonly Verdict[]>> = { C2a: ['partly_met'], C2b: ['partly_met'] }

test.each(registerItems)('in its year, %s shows each verdict that it can give', async (item) => {
  const shown = new Set((await judged()).filter((row) => row.item === item).map(({ verdict }) => verdict))
  expect(verdicts.filter((verdict) => !shown.has(verdict) && !never[item]?.includes(verdict))).toEqual([])
})

test('what it holds could have been typed, and is judged as the product judges it', async () => {
  const before = await judged()
  const db = await database()
  await db.transaction(async (tx) => {
    for (const held of await presentEntries(tx))
      expect(registerEntry.safeParse(withBlanks(entryFrom(held))).error?.issues).toBeUndefined()
    await refreshRegister(tx, until)
  })
  expect(await judged()).toEqual(before)
  expect(before.every(({ validFrom }) => validFrom <= until)).toBe(true)
})

/** Empty texts are not stored; a form sends them. */
const blanks: Record<string, readonly string[]> = {
  platform: ['name'],
  credential: ['purpose', 'owner', 'action'],
  third_party: ['document'],
  monitoring: ['watcher', 'report'],
  event: ['action'],
}
const withBlanks = (entry: ReturnType<typeof entryFrom>) => ({
  ...entry,
  texts: { ...Object.fromEntries((blanks[entry.kind] ?? []).map((name) => [name, ''])), ...entry.texts },
})

test('the same seed gives the same register', async () => {
  const contents = async () => {
    const db = await database()
    const statements = await db.select().from(platformStatements).orderBy(asc(platformStatements.id))
    return {
      entries: await db.select().from(platformEntries).orderBy(asc(platformEntries.id)),
      statements: statements.map((row) => ({ ...row, textsSealed: row.textsSealed !== null })),
      judged: await judged(),
      past: await db.$count(organisationVerdicts, and(ofRegister, isNotNull(organisationVerdicts.validTo))),
    }
  }
  const first = await contents()
  expect(first.past).toBeGreaterThan(20)
  await freshDatabase()
  await makeOrganisation(asked)
  expect(await contents()).toEqual(first)
}, 180_000)
