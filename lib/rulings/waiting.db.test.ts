/** A model that is not in the security team's list is named by its holder, and offered once the team lists it (G7.0). */
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { phones } from '@/db/schema/pieces'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { openRecord } from '@/lib/people/commands/open-record'
import { readRecord } from '@/lib/people/queries/record'
import { addPhone, removePhone, renamePhone } from '@/lib/phones/commands'
import { readPhone } from '@/lib/phones/queries'
import { readPiece } from '@/lib/pieces/queries'
import { listModel } from '@/lib/rulings/commands'
import { hardwareChoices, readRulings } from '@/lib/rulings/queries'

let cast: Cast
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') })
  await freshDatabase()
  cast = await castInto()
})
afterAll(async () => {
  vi.useRealTimers()
  await dropDatabases()
})
const later = () => vi.setSystemTime(Date.now() + 60_000)

const canary = 'Pierbuilt Tern 7'
async function added(actor: Actor, platform = 'android') {
  later()
  const phone = await addPhone(actor, { label: '', platform, hardwareId: null, model: canary })
  if (!phone.ok) throw new Error(JSON.stringify(phone))
  return phone.result.id
}
async function listed(platform: string) {
  later()
  const outcome = await listModel(cast.kim, {
    key: '',
    version: 0,
    checkedOn: '2026-11-20',
    facts: {
      ...{ platform, latest: 'yes', latestUntil: '', updatesUntil: '2033-01' },
      ...{
        hardwareKeyStore: 'yes',
        updateFrequency: 'monthly_or_better',
        aerListed: 'unanswered',
        listed: 'yes',
      },
    },
    texts: { name: 'Pierbuilt Tern 7', source: '' },
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.key
}
const verdictOn = async (scopeId: string, item: 'A1' | 'G7.0') => {
  const [row] = await (await database())
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.scopeId, scopeId), eq(verdicts.item, item), isNull(verdicts.validTo)))
  return row
}

test('Sam names his phone: sealed, unknown because the list lacks it, and nothing more for him to do', async () => {
  const id = await added(cast.sam)
  expect(await readPhone(cast.sam, id)).toMatchObject({ model: canary, listedSince: false })
  expect(await verdictOn(id, 'A1')).toMatchObject({
    verdict: 'unknown',
    unknownKind: 'never_asked',
    labels: ['model_not_listed'],
    nextAction: null,
  })
  const db = await database()
  expect(JSON.stringify(await db.select().from(phones))).not.toContain(canary)
  expect(JSON.stringify(await db.select().from(auditEntries))).not.toContain(canary)
  expect(
    await addPhone(cast.sam, { label: '', platform: 'android', hardwareId: null, model: '4155550123' }),
  ).toMatchObject({
    problems: { model: [expect.any(String)] },
  })
})

test('the team sees how many phones wait, and that only from five people on; which model, in an opened record', async () => {
  expect((await readRulings(cast.kim)).phonesWaiting).toBeNull()
  for (const member of ['rosa', 'theo', 'lee', 'ada'] as const) await added(cast[member])
  const page = await readRulings(cast.kim)
  expect(page.phonesWaiting).toBe(5)
  expect(JSON.stringify(page)).not.toContain(canary)
  await openRecord(cast.kim, { personId: cast.sam.personId, reason: 'review_together', note: '' })
  const record = await readRecord(cast.kim, cast.sam.personId)
  expect(record?.things.map(({ model }) => model)).toContain(canary)
  const lees = await added(cast.lee)
  expect((await readRulings(cast.kim)).phonesWaiting).toBe(6)
  await removePhone(cast.lee, { id: lees, version: 1 })
  expect((await readRulings(cast.kim)).phonesWaiting).toBe(5)
})

test('once the team lists a phone of that kind, Sam is told and chooses it; what he wrote is gone', async () => {
  const id = await added(cast.sam)
  const said = async () => [
    (await readPhone(cast.sam, id)).listedSince,
    (await readPiece(cast.sam, 'this_phone', id)).modelsListed,
  ]
  await listed('iphone')
  expect(await said()).toEqual([false, false])
  const key = await listed('android')
  expect(await said()).toEqual([true, true])
  expect(await hardwareChoices(cast.sam, await readPhone(cast.sam, id))).toMatchObject([{ id: key }])
  later()
  const rename = (version: number, hardwareId: string | null) =>
    renamePhone(cast.sam, { id, version, label: '', hardwareId, model: canary })
  expect(await rename(1, null)).toMatchObject({ ok: true })
  expect(await said()).toEqual([false, false])
  expect(await rename(2, key)).toMatchObject({ ok: true })
  expect(await readPhone(cast.sam, id)).toMatchObject({ hardwareId: key, model: '', listedSince: false })
  expect((await verdictOn(id, 'A1'))?.labels).not.toContain('model_not_listed')
})
