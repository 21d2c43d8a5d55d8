import { eq, type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, type Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { Refused } from '@/lib/access/outcome'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { noFilters, type PeopleFilters, peopleAddress, readAddress } from '@/lib/people/filters'
import { listPeople, narrowed, pageStatement } from '@/lib/people/queries/list'
import { searchPeople } from '@/lib/people/queries/search'
import { addPeople } from '@/lib/people/store'

let cast: Cast
const many = 3_000
/** Every state there is, spread evenly enough that each filter finds some. */
const spread = sql`
  update person_standings set
    rank = case when n % 7 = 6 then 9 else n % 5 end,
    level = case when n % 3 = 0 or n % 7 = 6 then null else n % 5 end,
    at_best = case when n % 7 = 6 then null else n % 5 end,
    started = n % 7 <> 6,
    state = case when n % 50 = 0 then 'deactivated' when n % 4 = 0 then 'invited' else 'active' end,
    tier = case when n % 14 = 0 then 'highly_targeted' else 'standard' end,
    sms_anywhere = n % 3 = 1, pin_missing = n % 6 = 1,
    oldest_confirmed_on = case when n % 7 = 6 then null else date '2026-11-01' - (n % 400)::int end
  from (select person_id as id, row_number() over (order by person_id) as n from person_standings) numbered
  where numbered.id = person_id`

beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
  const db = await database()
  await db.transaction(async (tx) => {
    for (let start = 0; start < many; start += 500)
      await addPeople(
        tx,
        Array.from({ length: 500 }, (_, n) => ({
          name: `${['Ola', 'Mia', 'Åke'][n % 3]} Number${'abcdefghij'[n % 10]}`,
          email: null,
          role: 'staff' as const,
          tier: 'standard' as const,
          unitId: n % 2 ? cast.units.field : n % 10 === 0 ? cast.units.office : null,
          invitedBy: null,
          at: new Date(),
        })),
      )
    await tx.execute(spread)
  })
}, 120_000)
afterAll(dropDatabases)

const filtered: [string, Partial<PeopleFilters>][] = [
  ['nothing', {}],
  ['tier', { tier: 'highly_targeted' }],
  ['level 1', { level: 1 }],
  ['level unknown', { level: 'unknown' }],
  ['text messages', { sms: true }],
  ['no carrier PIN', { pin: true }],
  ['not started', { idle: true }],
  ['old answers', { old: true }],
  ['have left', { left: true }],
  ['text messages and no PIN', { sms: true, pin: true }],
  ['old and text messages', { old: true, sms: true }],
]

describe('the list of people', () => {
  test.each(filtered)('narrowed to %s is walked through both ways, each person once', async (_, some) => {
    const filters = { ...noFilters, ...some }
    const forth: string[] = []
    let list = await listPeople(cast.kim, { filters, cursor: null })
    expect(list.previous).toBeNull()
    const pages = [list.rows.map((row) => row.id)]
    while (list.next && pages.length < 12) {
      list = await listPeople(cast.kim, { filters, cursor: list.next })
      pages.push(list.rows.map((row) => row.id))
    }
    forth.push(...pages.flat())
    expect(new Set(forth).size).toBe(forth.length)
    expect(forth.length).toBeGreaterThan(20)
    for (let page = pages.length - 2; page >= 0; page--) {
      expect(list.previous).not.toBeNull()
      list = await listPeople(cast.kim, { filters, cursor: list.previous })
      expect(list.rows.map((row) => row.id)).toEqual(pages[page])
    }
    expect(list.previous).toBeNull()
  })

  test('shows exactly whom the filters ask for, the most exposed first', async () => {
    const filters = { ...noFilters, unit: cast.units.field, sms: true }
    const { rows, count, of } = await listPeople(cast.kim, { filters, cursor: null })
    expect(rows).toHaveLength(25)
    expect(rows.every((row) => row.unit === 'Field' && row.smsAnywhere && row.state !== 'deactivated')).toBe(
      true,
    )
    const ranks = rows.map((row) => row.level ?? row.atBest ?? 9)
    expect(ranks).toEqual([...ranks].sort())
    expect(count).toBeGreaterThan(400)
    expect(of).toBe(500)
  })

  test('hides those who have left unless asked', async () => {
    const left = await listPeople(cast.kim, { filters: { ...noFilters, left: true }, cursor: null })
    expect(left.rows.every((row) => row.state === 'deactivated')).toBe(true)
    const here = await listPeople(cast.kim, { filters: noFilters, cursor: null })
    expect(here.rows.some((row) => row.state === 'deactivated')).toBe(false)
  })

  test.each(['sam', 'lee', 'ada', 'max'] as const)('is refused to %s', async (member) => {
    await expect(listPeople(cast[member], { filters: noFilters, cursor: null })).rejects.toBeInstanceOf(
      Refused,
    )
    await expect(searchPeople(cast[member], 'Sam')).rejects.toBeInstanceOf(Refused)
  })

  test.runIf(onServer).each([...filtered, ['unit', { unit: 'field' }] as const])(
    'narrowed to %s reads at most 20 rows for each it shows, on the first page and far behind',
    async (_, some) => {
      const filters = { ...noFilters, ...some }
      if (filters.unit) filters.unit = cast.units.field
      const db = await database()
      const [middle] = await db
        .select()
        .from(personStandings)
        .where(narrowed(filters, '2026-05-25'))
        .orderBy(
          filters.old ? personStandings.oldestConfirmedOn : personStandings.rank,
          personStandings.personId,
        )
        .offset(20)
        .limit(1)
      if (!middle) throw new Error('too few')
      const key = filters.old ? (middle.oldestConfirmedOn ?? '') : String(middle.rank)
      for (const analysed of [false, true]) {
        if (analysed) await db.execute(sql`analyze person_standings`)
        for (const cursor of [null, { way: 'after' as const, key, personId: middle.personId }])
          await db.transaction(async (tx) => {
            const statement = pageStatement(tx, narrowed(filters, '2026-05-25'), { filters, cursor })
            const { read, shown } = await rowsRead(tx, statement.getSQL())
            expect(shown).toBeGreaterThan(0)
            expect({ analysed, cursor, ratio: read / shown }).toMatchObject({
              ratio: expect.toSatisfy((n) => n <= 20),
            })
          })
      }
    },
  )
})

type Plan = {
  'Node Type': string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Plan[]
}
async function rowsRead(tx: Tx, statement: SQL) {
  const answer = (await tx.execute(sql`explain (analyze, format json) ${statement}`)) as unknown as Record<
    string,
    [{ Plan: Plan }]
  >[]
  const plan = answer[0]?.['QUERY PLAN']?.[0]?.Plan
  if (!plan) throw new Error('no plan')
  const scanned = (node: Plan): number =>
    (node['Node Type'].includes('Scan')
      ? (node['Actual Rows'] +
          (node['Rows Removed by Filter'] ?? 0) +
          (node['Rows Removed by Index Recheck'] ?? 0)) *
        node['Actual Loops']
      : 0) + (node.Plans ?? []).reduce((sum, below) => sum + scanned(below), 0)
  return { read: scanned(plan), shown: plan['Actual Rows'] }
}

describe('searching', () => {
  test('finds by the beginnings of words, in any spelling, and nothing by one letter', async () => {
    expect((await searchPeople(cast.kim, 'ros')).rows.map((row) => row.name)).toEqual(['Rosa'])
    expect((await searchPeople(cast.kim, ' ROSA ')).rows).toHaveLength(1)
    expect(await searchPeople(cast.kim, 'r')).toMatchObject({ rows: [], tooShort: true })
    expect(await searchPeople(cast.kim, '')).toMatchObject({ rows: [], tooShort: true })
    expect((await searchPeople(cast.kim, 'ake numbera')).rows[0]?.name).toBe('Åke Numbera')
    expect((await searchPeople(cast.kim, "' or 1=1 --")).rows).toEqual([])
  })
  test('finds by the whole address or reference', async () => {
    const [sam] = await (await database()).select().from(people).where(eq(people.id, cast.sam.personId))
    expect((await searchPeople(cast.kim, 'SAM@example.org')).rows[0]?.name).toBe('Sam')
    expect((await searchPeople(cast.kim, (sam?.ref ?? '').toLowerCase())).rows[0]?.name).toBe('Sam')
    expect((await searchPeople(cast.kim, 'sam@example')).rows).toEqual([])
  })
  test('shows 25 and says that there are more', async () => {
    const found = await searchPeople(cast.kim, 'mia')
    expect(found.rows).toHaveLength(25)
    expect(found.more).toBe(true)
  })
})

describe('the address of the list', () => {
  test('says the filters and the place, and reads back the same', () => {
    const filters: PeopleFilters = {
      ...noFilters,
      unit: crypto.randomUUID(),
      tier: 'standard',
      level: 0,
      old: true,
    }
    const cursor = { way: 'before' as const, key: '2026-05-01', personId: crypto.randomUUID() }
    const url = new URL(peopleAddress(filters, cursor), 'https://x.example')
    expect(readAddress(Object.fromEntries(url.searchParams))).toEqual({ filters, cursor })
    expect(peopleAddress(noFilters)).toBe('/people')
  })
  test.each([
    [{ unit: "x' or 1=1", tier: 'top', level: '7', sms: 'no' }],
    [{ after: '1.2.3', before: 'x' }],
    [{ after: `99.${crypto.randomUUID()}` }],
    [{ unit: ['a', 'b'], after: ['a'] }],
  ])('passes over what makes no sense: %j', (asked) => {
    expect(readAddress(asked)).toEqual({ filters: noFilters, cursor: null })
  })
  test('never takes a key of another order', () => {
    const id = crypto.randomUUID()
    expect(readAddress({ old: 'yes', after: `3.${id}` }).cursor).toBeNull()
    expect(readAddress({ after: `2026-05-01.${id}` }).cursor).toBeNull()
    expect(readAddress({ old: 'yes', after: `2026-13-01.${id}` }).cursor).toBeNull()
  })
})
