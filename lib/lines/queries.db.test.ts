import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { lineStatements } from '@/db/schema/lines'
import { dropDatabases, freshDatabase } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { type AccountFacts, nothingSaidOfAccount } from '@/lib/accounts/facts'
import { guidanceVersion } from '@/lib/guidance/version'
import { recordLine } from '@/lib/lines/commands/record'
import { removeLine, restoreLine } from '@/lib/lines/commands/remove'
import { confirmLine, stateCarrierPin } from '@/lib/lines/commands/revise'
import { phone } from '@/lib/lines/entry.fixture'
import { lineChoices, listLines, readLine } from '@/lib/lines/queries'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { refreshPosture } from '@/lib/posture/store'
import { chainSentence, waySentence } from '@/lib/words/ways-in'

let cast: Cast
let line: string
let mailbox: string
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
  const outcome = await recordLine(cast.sam, phone({ receivesCodes: 'no' }))
  if (!outcome.ok) throw new Error('not recorded')
  line = outcome.result.id
  mailbox = await accountOf(cast.sam, 'fastmail', {
    methods: [{ method: 'sms_code', roles: ['second_factor'], state: 'on' }],
    smsSecondFactor: 'on',
    phoneLine: line,
  })
  await accountOf(cast.sam, 'paypal', {
    category: 'finance',
    smsSecondFactor: 'off',
    mailboxRecovery: 'on',
    recoveryMailboxes: [mailbox],
  })
})
afterAll(dropDatabases)

async function accountOf(actor: Actor, serviceId: string, facts: Partial<AccountFacts>): Promise<string> {
  const id = randomUUID()
  const at = new Date()
  const { personId } = actor
  await (await database()).transaction(async (tx) => {
    await tx.insert(accounts).values({ personId, id, serviceId, visibility: 'counted_only', createdAt: at })
    await tx.insert(accountStatements).values({
      personId,
      id: randomUUID(),
      accountId: id,
      source: 'self_stated',
      guidanceVersion,
      facts: { ...nothingSaidOfAccount, category: 'email', value: 'high', ...facts },
      confirmedOn: '2026-11-02',
      enteredAt: at,
      answeredBy: personId,
      validFrom: at,
    })
    await refreshPosture(tx, { id: personId, tier: 'standard' }, at)
  })
  return id
}

describe('Sam’s list of lines', () => {
  test('says what falls with each number, with the chain spelt out', async () => {
    const page = await listLines(cast.sam)
    expect(page.opensByNumber).toBe(2)
    expect(page.lines).toMatchObject([
      { id: line, name: 'Own phone ending 41', carrier: 'Verizon', pin: 'not_met' },
    ])
    const [first] = page.lines
    expect(first?.falls.map(({ name }) => name)).toEqual(['Fastmail', 'PayPal'])
    const chain = first?.falls[1]?.chain ?? []
    expect(chainSentence(chain)).toBe('A text to Own phone ending 41 opens Fastmail, Fastmail resets PayPal.')
    expect(waySentence({ startsWith: 'number_moved', chain }, true)).toBe(
      'Whoever moves the number, or reads its texts in the carrier’s network, has both Fastmail and PayPal.',
    )
  })
  test('is his alone', async () => {
    expect(await listLines(cast.rosa)).toMatchObject({ lines: [], opensByNumber: 0, removed: [] })
    for (const actor of [cast.rosa, cast.kim, cast.max])
      await expect(readLine(actor, line)).rejects.toBeInstanceOf(NotThere)
    for (const id of [randomUUID(), 'new', "' or true --"])
      await expect(readLine(cast.sam, id)).rejects.toBeInstanceOf(NotThere)
  })
  test('keeps a removed line within reach for a month', async () => {
    const outcome = await recordLine(cast.sam, phone({}, { label: 'Old phone', lastDigits: '' }))
    const id = outcome.ok ? outcome.result.id : ''
    await removeLine(cast.sam, { id, version: 1 })
    const page = await listLines(cast.sam)
    expect(page.lines.map(({ name }) => name)).toEqual(['Own phone ending 41'])
    expect(page.removed).toMatchObject([{ id, version: 2, name: 'Old phone' }])
    await restoreLine(cast.sam, { id, version: 2 })
    expect((await readLine(cast.sam, id)).history.map(({ what }) => what)).toEqual([
      'restored',
      'removed',
      'recorded',
    ])
    await removeLine(cast.sam, { id, version: 3 })
  })
})

describe('one line of Sam’s', () => {
  test('tells who texts it, what would close most, and that two answers do not fit', async () => {
    const page = await readLine(cast.sam, line)
    expect(page).toMatchObject({
      textsGoHere: ['Fastmail'],
      entry: { facts: { receivesCodes: 'no' }, lastDigits: '41' },
      numberChange: { action: 'set_carrier_pin', closes: 2 },
      carrierFacts: { id: 'verizon' },
      latest: null,
    })
    expect(page.verdicts.map(({ item, verdict }) => [item, verdict])).toEqual([
      ['G5', 'not_met'],
      ['G5.0', 'not_met'],
      ['G5.1', 'unknown'],
      ['G5.2', 'unknown'],
    ])
  })
  test('tells after a change how many ways in it closed, and nothing after a mere confirmation', async () => {
    await stateCarrierPin(cast.sam, { id: line, version: 1 })
    expect(await readLine(cast.sam, line)).toMatchObject({
      latest: { before: 4, now: 2 },
      numberChange: null,
      history: [{ what: 'revised', own: true }, { what: 'recorded' }],
    })
    await confirmLine(cast.sam, { id: line, version: 2 })
    expect(await readLine(cast.sam, line)).toMatchObject({
      latest: { before: 2, now: 2 },
      history: [{ what: 'confirmed' }, { what: 'revised' }, { what: 'recorded' }],
    })
  })
  test('grows old with the interval that the organisation set', async () => {
    const confirmedOn = new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10)
    await (await database())
      .update(lineStatements)
      .set({ confirmedOn })
      .where(and(eq(lineStatements.lineId, line), isNull(lineStatements.validTo)))
    expect(await readLine(cast.sam, line)).toMatchObject({ freshness: 'old', confirmedOn })
  })
})

test('a form offers carriers by name, and only accounts at carriers', async () => {
  expect((await lineChoices(cast.rosa)).first).toBe(true)
  const id = await accountOf(cast.sam, 'verizon', { category: 'carrier' })
  const choices = await lineChoices(cast.sam)
  expect(choices.first).toBe(false)
  expect(choices.accounts).toEqual([{ id, name: 'Verizon' }])
  expect(choices.carriers.map(({ name }) => name)).toContain('Verizon')
  expect(choices.carriers.map(({ id: carrier }) => carrier)).not.toContain('google')
})
