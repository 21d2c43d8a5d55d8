import { and, asc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { serviceCorrections } from '@/db/schema/organisation'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere, Refused } from '@/lib/access/outcome'
import { recordAccount } from '@/lib/accounts/commands/record'
import { mailbox } from '@/lib/accounts/entry.fixture'
import { recordLine } from '@/lib/lines/commands/record'
import { phone } from '@/lib/lines/entry.fixture'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { addPeople } from '@/lib/people/store'
import { correctService, withdrawCorrection } from '@/lib/services/commands/correct'
import { listCorrections, readService } from '@/lib/services/corrections'
import { judgeAnew } from '@/lib/services/judging'

let cast: Cast
const crew: Actor[] = []
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
  const db = await database()
  const added = await db.transaction((tx) =>
    addPeople(
      tx,
      Array.from({ length: 60 }, (_, n) => ({
        name: `Crew ${'abcdefghij'[n % 10]}`,
        email: null,
        role: 'staff' as const,
        tier: 'standard' as const,
        unitId: null,
        invitedBy: null,
        at: new Date(),
      })),
    ),
  )
  for (const { id } of added) {
    const actor: Actor = { personId: id, role: 'staff', sessionId: id }
    crew.push(actor)
    const outcome = await recordAccount(actor, mailbox({ smsSecondFactor: 'off', smsRecovery: 'off' }))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  }
  const line = await recordLine(cast.sam, phone())
  if (!line.ok) throw new Error(JSON.stringify(line))
}, 120_000)
afterAll(dropDatabases)

const correction = (change: object = {}) => ({
  serviceId: 'google',
  field: 'fidoOffered',
  value: 'no',
  checkedOn: '2026-01-05',
  reason: 'Their help page says so since January.',
  ...change,
})
const labelled = async (label: 'service_offers_no_fido' | 'carrier_offers_no_pin') => {
  const rows = await (await database()).select().from(verdicts).where(isNull(verdicts.validTo))
  return new Set(
    rows
      .filter(({ labels }) => (labels as readonly string[]).includes(label))
      .map(({ personId }) => personId),
  )
}
const corrected = async (change: object = {}) => {
  const outcome = await correctService(cast.max, correction(change))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}

describe('a correction', () => {
  test('is kept with its day and reason, sealed, and counts for everybody with an account there', async () => {
    expect((await labelled('service_offers_no_fido')).size).toBe(0)
    const id = await corrected()
    const db = await database()
    const [row] = await db.select().from(serviceCorrections).where(eq(serviceCorrections.id, id))
    expect(row?.reasonSealed).toMatch(/^s1\./)
    expect(await readService(cast.max, 'google')).toMatchObject({
      fidoOffered: false,
      correctedOn: { fidoOffered: '2026-01-05' },
    })
    expect((await listCorrections(cast.max, '')).underWay).toBe(1)
    expect(await judgeAnew()).toBe(60)
    expect((await labelled('service_offers_no_fido')).size).toBe(60)
    const page = await listCorrections(cast.max, 'goo')
    expect(page).toMatchObject({
      underWay: 0,
      corrections: [{ service: expect.stringContaining('Google'), by: 'Max', reason: correction().reason }],
    })
    expect(page.found.length).toBeGreaterThan(0)
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.action, 'service.corrected'))
    expect(entries).toHaveLength(1)
    expect(entries[0]?.detail).not.toContain('help page')
  })

  test('taken back leaves the fact as it shipped, and everybody judged by it', async () => {
    const { corrections } = await listCorrections(cast.max, '')
    const id = corrections[0]?.id ?? ''
    expect(await withdrawCorrection(cast.max, { id })).toMatchObject({ ok: true })
    expect(await judgeAnew()).toBe(60)
    expect((await labelled('service_offers_no_fido')).size).toBe(0)
    await expect(withdrawCorrection(cast.max, { id })).rejects.toBeInstanceOf(NotThere)
  })

  test('goes on where it stopped', async () => {
    const id = await corrected()
    const db = await database()
    const [first] = [...crew].sort((a, b) => (a.personId < b.personId ? -1 : 1)).slice(49)
    await db
      .update(serviceCorrections)
      .set({ judgedTo: first?.personId })
      .where(eq(serviceCorrections.id, id))
    expect(await judgeAnew()).toBe(10)
    expect((await labelled('service_offers_no_fido')).size).toBe(10)
    await withdrawCorrection(cast.max, { id })
    await judgeAnew()
  })

  test('of a carrier judges whoever has a line there', async () => {
    const id = await corrected({ serviceId: 'verizon', field: 'carrierPinOffered', value: 'no' })
    expect(await judgeAnew()).toBe(1)
    const g5 = await (await database())
      .select()
      .from(verdicts)
      .where(and(eq(verdicts.personId, cast.sam.personId), eq(verdicts.item, 'G5.0')))
      .orderBy(asc(verdicts.validFrom))
    expect(g5.length).toBeGreaterThan(1)
    await withdrawCorrection(cast.max, { id })
    await judgeAnew()
  })

  test.each([
    ['value', { value: 'maybe' }],
    ['value', { field: 'methods', value: 'sms_code telepathy' }],
    ['value', { field: 'carrierPinOffered', value: 'yes' }],
    ['checkedOn', { checkedOn: '2999-01-01' }],
    ['checkedOn', { checkedOn: 'yesterday' }],
    ['reason', { reason: '' }],
    ['field', { field: 'name' }],
  ])('names the field %s of bad input', async (field, change) => {
    const outcome = await correctService(cast.max, correction(change))
    expect(outcome.ok === false && 'problems' in outcome && Object.keys(outcome.problems)).toEqual([field])
  })

  test('of a service that is not there is not there', async () => {
    await expect(correctService(cast.max, correction({ serviceId: 'nowhere' }))).rejects.toBeInstanceOf(
      NotThere,
    )
    await expect(readService(cast.max, 'nowhere')).rejects.toBeInstanceOf(NotThere)
  })

  test.each(['sam', 'kim', 'lee', 'ada'] as const)('is refused to %s', async (member) => {
    await expect(correctService(cast[member], correction())).rejects.toBeInstanceOf(Refused)
    await expect(withdrawCorrection(cast[member], { id: crypto.randomUUID() })).rejects.toBeInstanceOf(
      Refused,
    )
    await expect(listCorrections(cast[member], '')).rejects.toBeInstanceOf(Refused)
    await expect(readService(cast[member], 'google')).rejects.toBeInstanceOf(Refused)
  })
})
