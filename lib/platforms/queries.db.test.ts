import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dropDatabases, freshDatabase } from '@/db/testing'
import { NotThere, Refused } from '@/lib/access/outcome'
import { readOwnVerdicts } from '@/lib/overview/queries'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { confirmEntry, recordEntry, removeEntry, restoreEntry, reviseEntry } from '@/lib/platforms/commands'
import type { RegisterEntry } from '@/lib/platforms/entry'
import { entry } from '@/lib/platforms/entry.fixture'
import { judgeRegisterAnew } from '@/lib/platforms/judging'
import { entryChoices, readEntry, readRegister } from '@/lib/platforms/queries'

let cast: Cast
const ids: Record<string, string> = {}
/** Each a second after the one before: lists go by when something was added. */
async function recorded(of: RegisterEntry): Promise<string> {
  vi.setSystemTime(Date.now() + 1000)
  const outcome = await recordEntry(cast.kim, of)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}

beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') })
  return () => void vi.useRealTimers()
})
afterAll(dropDatabases)

test('an empty register says that nobody was asked, and what to do first', async () => {
  const { sends, counts, next, verdicts } = await readRegister(cast.kim)
  expect([sends, counts.unknown, verdicts.length]).toEqual(['unanswered', 4, 8])
  expect(next).toMatchObject({ judged: { nextAction: 'say_whether_messages_are_sent' }, about: null })
})

test('Kim and Ada read it with names and verdicts; what cannot wait comes first', async () => {
  await recorded(entry('sending'))
  ids.sinch = await recorded(entry('platform', { serviceId: 'sinch' }))
  ids.own = await recorded(entry('platform', { serviceId: null }, { name: 'Help desk' }))
  ids.duty = await recorded(entry('account', { platformId: ids.sinch, methods: ['sms_code'] }))
  ids.bare = await recorded(
    entry('account', { platformId: ids.own, shows: 'password_only', methods: [] }, { label: 'Reports' }),
  )
  ids.key = await recorded(entry('credential', { platformId: ids.own, compromise: 'suspected' }))
  ids.party = await recorded(entry('third_party', { credentialIds: [ids.key] }))
  for (const actor of [cast.kim, cast.ada]) {
    const register = await readRegister(actor)
    expect(
      register.platforms.map(({ name, textsOnly, signIns }) => [name, textsOnly, signIns.length]),
    ).toEqual([
      ['Sinch', true, 1],
      ['Help desk', false, 1],
    ])
    expect(register.next).toMatchObject({
      judged: { item: 'C2', nextAction: 'act_on_compromise' },
      about: { id: ids.key, name: 'Billing reminders' },
    })
    expect(register.counts).toMatchObject({ not_met: 2, unknown: 2 })
    expect(register.lists.credential[0]?.judged.map(({ item, verdict }) => [item, verdict])).toEqual([
      ['C2a', 'met'],
      ['C2b', 'not_met'],
    ])
  }
})

test('one thing is read with where it is, both texts apart, and its history with who said it', async () => {
  const duty = await readEntry(cast.ada, ids.duty ?? '')
  expect(duty).toMatchObject({
    name: 'Duty officer',
    platform: { name: 'Sinch' },
    parts: { fido: 'not_applicable', sms: 'not_met' },
    freshness: 'current',
    countsUntil: '2027-02-21',
  })
  expect(await readEntry(cast.kim, ids.party ?? '')).toMatchObject({ keys: ['Billing reminders'] })
  expect(await readEntry(cast.kim, ids.sinch ?? '')).toMatchObject({
    textsOnly: true,
    signIns: [{ name: 'Duty officer' }],
  })

  const id = ids.bare ?? ''
  const at = { id, version: 1 }
  vi.setSystemTime(new Date('2026-11-24T10:00:00Z'))
  await confirmEntry(cast.nora, at)
  vi.setSystemTime(new Date('2026-11-25T10:00:00Z'))
  const mended = entry('account', { platformId: ids.own ?? '' }, { label: 'Reports' })
  await reviseEntry(cast.kim, { id, version: 2, entry: mended })
  vi.setSystemTime(new Date('2026-11-26T10:00:00Z'))
  await removeEntry(cast.kim, { id, version: 3 })
  expect((await readRegister(cast.kim)).removed).toMatchObject([
    { id, name: 'Reports', removedOn: '2026-11-26' },
  ])
  await expect(readEntry(cast.kim, id)).rejects.toBeInstanceOf(NotThere)
  vi.setSystemTime(new Date('2026-11-27T10:00:00Z'))
  await restoreEntry(cast.nora, { id, version: 4 })
  const { history } = await readEntry(cast.ada, id)
  expect(history.map(({ what, by }) => [what, by])).toEqual([
    ['restored', 'Nora'],
    ['removed', ''],
    ['revised', 'Kim'],
    ['confirmed', 'Nora'],
    ['recorded', 'Kim'],
  ])
})

test('a form lets choose from platforms of the catalogue, and from what is in the register', async () => {
  const { services, platforms, credentials, answered } = await entryChoices(cast.kim)
  expect(services.map(({ id }) => id)).toContain('twilio')
  expect(services.map(({ id }) => id)).not.toContain('google')
  expect(platforms.map(({ name }) => name)).toEqual(['Sinch', 'Help desk'])
  expect(credentials.map(({ name }) => name)).toEqual(['Billing reminders'])
  expect(Object.keys(answered)).toEqual(['sending'])
})

test('an answer that is days from its end is due, and old after it', async () => {
  const freshness = async (day: string) => {
    vi.setSystemTime(new Date(`${day}T10:00:00Z`))
    return (await readEntry(cast.kim, ids.duty ?? '')).freshness
  }
  expect(await freshness('2027-02-06')).toBe('current')
  expect(await freshness('2027-02-07')).toBe('due')
  expect(await freshness('2027-02-21')).toBe('due')
  expect(await freshness('2027-02-22')).toBe('old')
})

test('Lee sees the four practices as they are stored, and nothing that is in the register', async () => {
  const { sending } = await readOwnVerdicts(cast.lee)
  expect(Object.keys(sending)).toEqual(['C1', 'C1.cisa', 'C2', 'C3', 'C4'])
  const { verdicts } = await readRegister(cast.kim)
  for (const { item, verdict, confirmedOn } of verdicts.filter((one) => !/[abc]$/.test(one.item)))
    expect([item, sending[item]?.verdict, sending[item]?.confirmedOn]).toEqual([item, verdict, confirmedOn])
  expect(JSON.stringify(sending)).not.toMatch(/Duty officer|Reports|Billing|Help desk/)
  vi.setSystemTime(new Date('2028-01-01T10:00:00Z'))
  expect((await readOwnVerdicts(cast.lee)).sending).toEqual(sending)
  await judgeRegisterAnew()
  expect((await readOwnVerdicts(cast.lee)).sending).not.toEqual(sending)
})

describe('everybody else', () => {
  test('is refused, and what is no id is not there', async () => {
    for (const actor of [cast.sam, cast.rosa, cast.lee, cast.max]) {
      await expect(readRegister(actor)).rejects.toBeInstanceOf(Refused)
      await expect(readEntry(actor, ids.duty ?? '')).rejects.toBeInstanceOf(Refused)
    }
    for (const actor of [cast.ada, cast.max])
      await expect(entryChoices(actor)).rejects.toBeInstanceOf(Refused)
    for (const id of ['nothing', randomUUID(), ''])
      await expect(readEntry(cast.kim, id)).rejects.toBeInstanceOf(NotThere)
  })
})
