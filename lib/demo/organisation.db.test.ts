import { and, asc, eq, isNull } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { type Db, database } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { auditEntries } from '@/db/schema/audit'
import { incidents } from '@/db/schema/incidents'
import { lineStatements } from '@/db/schema/lines'
import { organisation } from '@/db/schema/organisation'
import { organisationVerdicts } from '@/db/schema/organisation-verdicts'
import { people } from '@/db/schema/people'
import { personStandings, standings, verdicts } from '@/db/schema/posture'
import { freshDatabase } from '@/db/testing'
import { accountFacts } from '@/lib/accounts/facts'
import { verifyAudit } from '@/lib/audit/verify'
import { itemIds } from '@/lib/guidance/codes'
import { possible } from '@/lib/guidance/possible.fixture'
import { incidentEntry } from '@/lib/incidents/entry'
import { sheetOf } from '@/lib/incidents/store'
import { readKey } from '@/lib/people/store'
import { refreshPosture } from '@/lib/posture/store'
import { refreshPieces } from '@/lib/posture/store-pieces'
import { type CastLink, makeOrganisation } from './organisation'

const until = new Date('2026-11-23T00:00:00Z')
const asked = { people: 60, seed: 'keel', until, name: 'Harbour Office', linkHours: 24 }
let db: Db
let links: CastLink[]

beforeAll(async () => {
  db = await freshDatabase()
  links = await makeOrganisation(asked)
}, 180_000)

test('the cast is there with its roles and a link each, but for Otto, who left', async () => {
  expect(links.map(({ name, role }) => [name, role])).toEqual([
    ['Max', 'administrator'],
    ['Kim', 'security'],
    ['Sam', 'staff'],
    ['Rosa', 'staff'],
    ['Theo', 'staff'],
    ['Lee', 'leadership'],
    ['Ada', 'auditor'],
  ])
  expect(new Set(links.map(({ path }) => path.split('#')[0]))).toEqual(new Set(['/join']))
  const [marked] = await db.select({ demo: organisation.demo }).from(organisation)
  expect(marked?.demo).toBe(true)
  expect(await db.$count(people)).toBe(60)
})

test('the year is in the audit log, in order, and the chain is whole', async () => {
  expect(await verifyAudit(null)).toMatchObject({ intact: true })
  const entries = await db.select({ at: auditEntries.at }).from(auditEntries).orderBy(asc(auditEntries.seq))
  expect(entries.length).toBeGreaterThan(400)
  expect(entries.every(({ at }, n) => n === 0 || at >= (entries[n - 1]?.at ?? at))).toBe(true)
  expect(entries.every(({ at }) => at <= until)).toBe(true)
})

test('what is stored of each person is what the product itself would have stored', async () => {
  const before = await db.$count(verdicts)
  const standingsBefore = await db.$count(standings)
  const held = await db.select().from(personStandings).where(eq(personStandings.started, true))
  for (const { personId } of held.slice(0, 25)) {
    const [person] = await db.select().from(people).where(eq(people.id, personId))
    if (!person) throw new Error('nobody')
    await db.transaction((tx) => refreshPosture(tx, person, until))
    await db.transaction((tx) => refreshPieces(tx, person, until))
    const [after] = await db.select().from(personStandings).where(eq(personStandings.personId, personId))
    expect({ ...after, changedAt: null }).toEqual({
      ...held.find((row) => row.personId === personId),
      changedAt: null,
    })
  }
  expect([await db.$count(verdicts), await db.$count(standings)]).toEqual([before, standingsBefore])
})

test('incident sheets could have been typed; one waits to be opened, and somebody is named', async () => {
  const rows = await db.select().from(incidents)
  expect(rows.map(({ state, handedAt }) => `${state} ${handedAt !== null}`).sort()).toEqual([
    'closed true',
    'draft false',
    'reported true',
  ])
  for (const row of rows) {
    const sheet = sheetOf(await db.transaction((tx) => readKey(tx, row.personId)), row)
    const { kind, state, reportedTo, reportedOn } = row
    expect(incidentEntry.safeParse({ kind, state, reportedTo, reportedOn, sheet }).error).toBeUndefined()
  }
  const kept = await db
    .select()
    .from(organisationVerdicts)
    .where(eq(organisationVerdicts.item, 'R.organisation'))
    .orderBy(asc(organisationVerdicts.validFrom))
  expect(kept.map(({ verdict, validTo }) => [verdict, validTo === null])).toEqual([
    ['not_met', false],
    ['met', true],
  ])
})

test('every verdict that an item can give is there at least once', async () => {
  const there = await db
    .selectDistinct({ item: verdicts.item, verdict: verdicts.verdict })
    .from(verdicts)
    .where(isNull(verdicts.validTo))
  const lacking = itemIds.flatMap((item) =>
    possible[item]
      .filter((verdict) => !there.some((row) => row.item === item && row.verdict === verdict))
      .map((verdict) => `${item} ${verdict}`),
  )
  expect(lacking).toEqual([])
})

test('statements follow one another without a gap, and an open one is there for each account that is not removed', async () => {
  const rows = await db
    .select({ facts: accountStatements.facts, removedAt: accounts.removedAt })
    .from(accounts)
    .leftJoin(
      accountStatements,
      and(eq(accountStatements.accountId, accounts.id), isNull(accountStatements.validTo)),
    )
  expect(rows.every(({ facts, removedAt }) => (facts === null) === (removedAt !== null))).toBe(true)
  expect(rows.every(({ facts }) => facts === null || accountFacts.safeParse(facts).success)).toBe(true)
  const closed = (await db.select().from(lineStatements)).filter(({ validTo }) => validTo !== null)
  const begun = new Set(
    (await db.select().from(lineStatements)).map((row) => `${row.lineId} ${row.validFrom}`),
  )
  expect(closed.length).toBeGreaterThan(10)
  expect(closed.filter((row) => !begun.has(`${row.lineId} ${row.validTo}`))).toEqual([])
})

test('a database that holds an organisation is left as it is', async () => {
  await expect(makeOrganisation(asked)).rejects.toThrow('holds an organisation already')
  expect(await db.$count(people)).toBe(60)
})

test('the same seed gives the same ids and contents, with other keys; another seed gives others', async () => {
  const contents = async () => {
    const now = await database()
    return {
      people: await now
        .select({ id: people.id, ref: people.ref, role: people.role })
        .from(people)
        .orderBy(asc(people.id)),
      said: await now.select().from(accountStatements).orderBy(asc(accountStatements.id)),
      judged: await now.select().from(verdicts).orderBy(asc(verdicts.id)),
    }
  }
  const first = await contents()
  const [sealed] = await db.select({ name: people.nameSealed }).from(people).orderBy(asc(people.id))
  db = await freshDatabase()
  await makeOrganisation(asked)
  expect(await contents()).toEqual(first)
  const [sealedAgain] = await db.select({ name: people.nameSealed }).from(people).orderBy(asc(people.id))
  expect(sealedAgain?.name).not.toBe(sealed?.name)
  db = await freshDatabase()
  await makeOrganisation({ ...asked, people: 8, seed: 'two' })
  const [other] = await db.select({ id: people.id }).from(people).orderBy(asc(people.id))
  expect(first.people.map(({ id }) => id)).not.toContain(other?.id)
}, 180_000)
