import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { units } from '@/db/schema/organisation'
import { judgingRuns } from '@/db/schema/pieces'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { NotThere, Refused } from '@/lib/access/outcome'
import {
  listOffices,
  listUnits,
  readOffice,
  readSettings,
  searchForOffice,
} from '@/lib/organisation/administering'
import { reviseSettings } from '@/lib/organisation/commands/settings'
import { addUnit, renameUnit, retireUnit } from '@/lib/organisation/commands/units'
import { unitChoices } from '@/lib/organisation/queries'
import { firstSettings } from '@/lib/organisation/settings'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { invitePerson } from '@/lib/people/commands/invite'
import { judgeEverybody } from '@/lib/posture/store-turning'
import { fieldWords } from '@/lib/words/fields'
import { settingsWords, unitsWords } from '@/lib/words/settings'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)

const others = ['sam', 'kim', 'lee', 'ada'] as const
const settings = async (change: object = {}) => {
  const held = await readSettings(cast.max)
  return { version: held.version, name: held.name, settings: { ...held.settings, ...change } }
}
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}

describe('settings', () => {
  test('are changed by the administrator, with what was before in the trail', async () => {
    const change = {
      timeZone: 'Europe/Vienna',
      joiningLinkHours: 24,
      intervals: { ...firstSettings.intervals, accounts: 90, lines: 120, permissions: 30 },
      daysToBegin: { standard: 21, highly_targeted: 3 },
    }
    expect(
      await reviseSettings(cast.max, { ...(await settings(change)), name: 'Harbour Authority' }),
    ).toMatchObject({ ok: true })
    expect(await readSettings(cast.max)).toMatchObject({
      name: 'Harbour Authority',
      settings: change,
      version: 2,
    })
    const entry = await lastEntry()
    expect(entry).toMatchObject({ action: 'settings.revised', actorId: cast.max.personId })
    expect(entry?.detail).toContain('"joiningLinkHours":72')
  })

  test('never give highly targeted people longer to begin than everybody else', async () => {
    const give = async (standard: number, highly_targeted: number) =>
      reviseSettings(cast.max, await settings({ daysToBegin: { standard, highly_targeted } }))
    expect(await give(10, 11)).toEqual({
      ok: false,
      problems: { 'settings.daysToBegin.highly_targeted': [settingsWords.problems.longerForTargeted] },
    })
    expect(await give(10, 10)).toMatchObject({ ok: true })
  })

  test('judge everybody anew once an interval is another, and not for anything else', async () => {
    const runs = async () => (await database()).select().from(judgingRuns)
    await judgeEverybody()
    const before = (await runs()).length
    await reviseSettings(cast.max, await settings({ joiningLinkHours: 48 }))
    expect(await runs()).toHaveLength(before)
    await reviseSettings(
      cast.max,
      await settings({ intervals: { ...firstSettings.intervals, linkedDevices: 45 } }),
    )
    expect((await runs()).slice(before)).toMatchObject([{ reason: 'settings', endedAt: null }])
    expect(await judgeEverybody()).toBeGreaterThan(0)
    expect((await runs()).filter(({ endedAt }) => endedAt === null)).toEqual([])
  })

  test('raise the smallest group and never lower it', async () => {
    expect(await reviseSettings(cast.max, await settings({ smallestGroup: 8 }))).toMatchObject({ ok: true })
    expect(await reviseSettings(cast.max, await settings({ smallestGroup: 7 }))).toEqual({
      ok: false,
      problems: { 'settings.smallestGroup': [settingsWords.problems.lowered(8)] },
    })
    expect(await reviseSettings(cast.max, await settings({ smallestGroup: 4 }))).toMatchObject({ ok: false })
    expect((await readSettings(cast.max)).settings.smallestGroup).toBe(8)
  })

  test.each([
    ['settings.timeZone', { timeZone: 'Atlantis/Capital' }],
    ['settings.joiningLinkHours', { joiningLinkHours: 0 }],
    ['settings.snapshotEveryDays', { snapshotEveryDays: 93 }],
    ['settings.intervals.accounts', { intervals: { ...firstSettings.intervals, accounts: 1.5 } }],
    ['settings', { motto: 'x' }],
  ])('name the field %s of bad input', async (field, change) => {
    const outcome = await reviseSettings(cast.max, await settings(change))
    expect(outcome.ok === false && 'problems' in outcome && Object.keys(outcome.problems)).toEqual([field])
  })

  test('ask for a whole number where there is none', async () => {
    for (const typed of [Number.NaN, 7.5, 'x'])
      expect(await reviseSettings(cast.max, await settings({ snapshotEveryDays: typed }))).toEqual({
        ok: false,
        problems: { 'settings.snapshotEveryDays': [fieldWords.number] },
      })
  })

  test('of an older version are a conflict with what stands', async () => {
    const stale = await settings({ snapshotEveryDays: 30 })
    await reviseSettings(cast.max, await settings({ snapshotEveryDays: 14 }))
    expect(await reviseSettings(cast.max, stale)).toMatchObject({
      ok: false,
      conflict: { version: stale.version + 1, settings: { snapshotEveryDays: 14 } },
    })
  })

  test.each(others)('are refused to %s, reading and writing', async (member) => {
    await expect(readSettings(cast[member])).rejects.toBeInstanceOf(Refused)
    await expect(reviseSettings(cast[member], await settings())).rejects.toBeInstanceOf(Refused)
    await expect(addUnit(cast[member], { name: 'Sly' })).rejects.toBeInstanceOf(Refused)
    await expect(
      renameUnit(cast[member], { id: cast.units.field, version: 1, name: 'Sly' }),
    ).rejects.toBeInstanceOf(Refused)
    await expect(retireUnit(cast[member], { id: cast.units.field, version: 1 })).rejects.toBeInstanceOf(
      Refused,
    )
    await expect(listUnits(cast[member])).rejects.toBeInstanceOf(Refused)
    await expect(listOffices(cast[member])).rejects.toBeInstanceOf(Refused)
    await expect(searchForOffice(cast[member], 'Sam')).rejects.toBeInstanceOf(Refused)
  })
})

describe('units', () => {
  test('are added, renamed and retired; who is in one stays in it', async () => {
    const added = await addUnit(cast.max, { name: 'Pier' })
    if (!added.ok) throw new Error('not added')
    const { id } = added.result
    expect(await renameUnit(cast.max, { id, version: 1, name: 'East pier' })).toMatchObject({ ok: true })
    await invitePerson(cast.kim, { name: 'Ida', email: '', unitId: id, tier: 'standard' })
    expect(await retireUnit(cast.max, { id, version: 2 })).toMatchObject({ ok: true })
    const listed = (await listUnits(cast.max)).at(-1)
    expect(listed).toMatchObject({ name: 'East pier', people: 1, retiredAt: expect.any(Date) })
    expect((await unitChoices(cast.kim)).map(({ name }) => name)).toEqual(['Field', 'Office'])
    expect(
      await invitePerson(cast.kim, { name: 'Uma', email: '', unitId: id, tier: 'standard' }),
    ).toMatchObject({ ok: false })
    expect(await retireUnit(cast.max, { id, version: 3 })).toMatchObject({
      problems: { '': [unitsWords.problems.retired] },
    })
  })
  test('bear names that nobody takes for one another', async () => {
    expect(await addUnit(cast.max, { name: ' FIELD ' })).toEqual({
      ok: false,
      problems: { name: [unitsWords.problems.named] },
    })
    expect(await renameUnit(cast.max, { id: cast.units.office, version: 1, name: 'field' })).toMatchObject({
      ok: false,
    })
    expect(await renameUnit(cast.max, { id: cast.units.office, version: 1, name: 'OFFICE' })).toMatchObject({
      ok: true,
    })
    expect(await addUnit(cast.max, { name: '' })).toMatchObject({ problems: { name: [expect.any(String)] } })
  })
  test('of an older version are a conflict; made-up ones are not there', async () => {
    expect(await renameUnit(cast.max, { id: cast.units.field, version: 9, name: 'X' })).toMatchObject({
      conflict: { version: 1, name: 'Field', retired: false },
    })
    await expect(retireUnit(cast.max, { id: crypto.randomUUID(), version: 1 })).rejects.toBeInstanceOf(
      NotThere,
    )
  })
  test.runIf(onServer)('asked for twenty times at once are added once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => addUnit(cast.max, { name: 'Dock' })))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await (await database()).select().from(units).where(eq(units.name, 'Dock'))).toHaveLength(1)
  })
})

describe('offices', () => {
  test('list everybody with a role beyond staff, by name and role and nothing else', async () => {
    const offices = await listOffices(cast.max)
    expect(offices.map(({ name, role }) => [name, role])).toEqual([
      ['Max', 'administrator'],
      ['Ada', 'auditor'],
      ['Lee', 'leadership'],
      ['Kim', 'security'],
      ['Nora', 'security'],
    ])
    expect(Object.keys(offices[0] ?? {}).sort()).toEqual(['id', 'joined', 'name', 'ref', 'role', 'version'])
  })
  test('find staff by name, with a reference and nothing of their list', async () => {
    const { rows } = await searchForOffice(cast.max, 'ros')
    expect(rows).toEqual([{ name: 'Rosa', ref: expect.stringMatching(/^P-/) }])
    expect(await readOffice(cast.max, rows[0]?.ref ?? '')).toMatchObject({ name: 'Rosa', role: 'staff' })
    await expect(readOffice(cast.max, 'P-0000000000')).rejects.toBeInstanceOf(NotThere)
  })
})
