import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { accountStatements, inventoryStatements } from '@/db/schema/accounts'
import { auditEntries } from '@/db/schema/audit'
import { organisation } from '@/db/schema/organisation'
import { recordOpenings } from '@/db/schema/people'
import { putOffs } from '@/db/schema/today'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { stateInventory } from '@/lib/accounts/commands/inventory'
import { recordAccount } from '@/lib/accounts/commands/record'
import { bank, mailbox } from '@/lib/accounts/entry.fixture'
import { readInventory } from '@/lib/accounts/queries'
import { piecesOf } from '@/lib/guidance/pieces'
import { recordLine } from '@/lib/lines/commands/record'
import { stateCarrierPin } from '@/lib/lines/commands/revise'
import { phone } from '@/lib/lines/entry.fixture'
import { firstSettings } from '@/lib/organisation/settings'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { putOff, takeUp } from '@/lib/today/commands'
import { readToday } from '@/lib/today/queries'

let cast: Cast
const ids = { line: '', mailbox: '', bank: '' }
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
  ids.line = await idOf(recordLine(cast.sam, phone()))
  const texts = { smsSecondFactor: 'on', smsRecovery: 'off', phoneLine: ids.line } as const
  ids.mailbox = await idOf(recordAccount(cast.sam, mailbox(texts)))
  const resets = { mailboxRecovery: 'on', recoveryMailboxes: [ids.mailbox] } as const
  ids.bank = await idOf(
    recordAccount(cast.sam, bank({ ...resets, recoveryMailboxes: [...resets.recoveryMailboxes] })),
  )
})
afterAll(dropDatabases)

async function idOf(recording: ReturnType<typeof recordLine>): Promise<string> {
  const outcome = await recording
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}
/** The page of somebody to whom something is offered next. */
const pageWithNext = async (actor: Actor) => {
  const page = await readToday(actor)
  if (!page.next) throw new Error('nothing is offered')
  return { ...page, next: page.next }
}
const scopeOf = ({ action, scopeId }: { action: string; scopeId: string }) => ({ action, scopeId })

describe('Sam’s first page', () => {
  test('says how many accounts open with his number, and spells out the weakest way in', async () => {
    const page = await readToday(cast.sam)
    expect(page).toMatchObject({ accounts: 2, lines: 1, opensByNumber: 2 })
    expect(page.weakest).toMatchObject({
      way: {
        startsWith: 'number_moved',
        chain: [
          { kind: 'line', name: 'Own phone ending 41', by: 'text' },
          { kind: 'account', name: 'Mailbox', by: 'mailed_reset' },
          { kind: 'account', name: 'Harbour Bank', by: null },
        ],
      },
      numberMoves: true,
      pin: 'not_met',
    })
    expect(page.marks).toMatchObject([
      { kind: 'line', name: 'Own phone ending 41', pin: 'not_met' },
      { kind: 'account', name: 'Mailbox', atBest: 1 },
      { kind: 'account', name: 'Harbour Bank', atBest: 1 },
    ])
  })

  test('offers the one change that closes most, by name, with what else it closes', async () => {
    const { next } = await pageWithNext(cast.sam)
    expect(next).toMatchObject({ closes: 2, others: ['Mailbox', 'Harbour Bank'], closesOwn: false })
    expect(next).toMatchObject({ action: 'set_carrier_pin', name: 'Own phone ending 41', service: 'Verizon' })
  })

  test('counts what is known, and lists what is still to ask', async () => {
    const page = await readToday(cast.sam)
    expect(page.known).toBe(0)
    expect(page.toAsk.filter(({ about }) => about !== 'category')).toMatchObject([
      { about: 'line', name: 'Own phone ending 41', open: 'unanswered' },
      { about: 'account', name: 'Mailbox', open: 'unanswered' },
      { about: 'account', name: 'Harbour Bank', open: 'unanswered' },
      { about: 'first_phone' },
      { about: 'first_app' },
      ...piecesOf('person').map((piece) => ({ about: 'piece', piece, of: '', open: 'never_asked' })),
    ])
    expect(
      page.toAsk.flatMap((question) => (question.about === 'category' ? [question.category] : [])),
    ).toEqual(['social', 'messaging', 'cloud', 'carrier', 'password_manager', 'business', 'other'])
  })

  test('counts an account as asked about while its level waits for an answer, though every verdict is given', async () => {
    const settled = {
      smsSecondFactor: 'off',
      smsRecovery: 'off',
      methods: (
        [
          'fido_security_key',
          'passkey',
          'authenticator_code',
          'app_approval',
          'vendor_code_app',
          'voice_code',
        ] as const
      ).map((method) => ({
        method,
        roles: ['second_factor' as const],
        state: method === 'passkey' ? ('on' as const) : ('off' as const),
      })),
      keysOrPasskeys: '2',
      spareKeptApart: 'yes',
      advancedProtection: 'off',
    } as const
    const facts = { ...settled, methods: [...settled.methods], recoveryMailboxes: ['not_listed' as const] }
    const id = await idOf(recordAccount(cast.theo, mailbox({ ...facts, mailboxRecovery: 'on' })))
    const waiting = (await readToday(cast.theo)).toAsk.find(
      (question) => 'id' in question && question.id === id,
    )
    expect(waiting).toMatchObject({ about: 'account', open: 'unanswered' })
    const known = await idOf(
      recordAccount(cast.theo, mailbox({ ...facts, mailboxRecovery: 'off', recoveryMailboxes: [] })),
    )
    const page = await readToday(cast.theo)
    expect(page.toAsk.filter((question) => 'id' in question && question.id === known)).toEqual([])
    expect(page.known).toBe(1)
  })

  test('tells which answers grew old, by the interval of their kind', async () => {
    expect((await readToday(cast.sam)).ageing).toEqual([])
    const confirmedOn = new Date(Date.now() - 170 * 86_400_000).toISOString().slice(0, 10)
    const db = await database()
    await db
      .update(accountStatements)
      .set({ confirmedOn })
      .where(and(eq(accountStatements.accountId, ids.bank), isNull(accountStatements.validTo)))
    expect((await readToday(cast.sam)).ageing).toEqual([
      {
        kind: 'account',
        id: ids.bank,
        name: 'Harbour Bank',
        confirmedOn,
        freshness: 'due',
        askedAgain: null,
      },
    ])
    await db.update(organisation).set({
      settings: { ...firstSettings, intervals: { ...firstSettings.intervals, accounts: 90 } },
    })
    expect((await readToday(cast.sam)).ageing).toMatchObject([{ freshness: 'old' }])
    await db.update(organisation).set({ settings: firstSettings })
  })

  test('lists the list as a whole once what was said of it grows old, and no longer once it is said again', async () => {
    const listed = async () =>
      (await readToday(cast.sam)).ageing
        .filter(({ kind }) => kind === 'list')
        .map(({ freshness }) => freshness)
    const say = async () => {
      const { statementId } = await readInventory(cast.sam)
      expect(await stateInventory(cast.sam, { basedOn: statementId, leakReviewDone: true })).toMatchObject({
        ok: true,
      })
    }
    expect(await listed()).toEqual([])
    await say()
    expect(await listed()).toEqual([])
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
    for (const [days, freshness] of [
      [170, 'due'],
      [200, 'old'],
    ] as const) {
      await (await database())
        .update(inventoryStatements)
        .set({ leakReviewDoneOn: ago(days) })
        .where(and(eq(inventoryStatements.personId, cast.sam.personId), isNull(inventoryStatements.validTo)))
      expect(await listed()).toEqual([freshness])
    }
    await say()
    expect(await listed()).toEqual([])
  })

  test('tells that somebody opened his record lately, and nothing of long ago', async () => {
    expect((await readToday(cast.sam)).openings).toBeNull()
    const opening = (days: number) => {
      const openedAt = new Date(Date.now() - days * 86_400_000)
      return {
        id: randomUUID(),
        personId: cast.sam.personId,
        openedBy: cast.kim.personId,
        reason: 'help_was_asked' as const,
        openedAt,
        endsAt: openedAt,
      }
    }
    await (await database()).insert(recordOpenings).values([opening(2), opening(5), opening(40)])
    expect((await readToday(cast.sam)).openings).toEqual({
      count: 2,
      lastOn: new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10),
    })
    expect((await readToday(cast.rosa)).openings).toBeNull()
  })

  test('greets by the clock of the organisation', async () => {
    const db = await database()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T20:30:00Z') })
    try {
      expect(await readToday(cast.sam)).toMatchObject({ partOfDay: 'evening', today: '2026-11-23' })
      await db.update(organisation).set({ settings: { ...firstSettings, timeZone: 'Asia/Tokyo' } })
      expect(await readToday(cast.sam)).toMatchObject({ partOfDay: 'morning', today: '2026-11-24' })
    } finally {
      vi.useRealTimers()
      await db.update(organisation).set({ settings: firstSettings })
    }
  })

  test('of somebody new starts with the phone line, and shows nothing of Sam’s', async () => {
    const page = await readToday(cast.rosa)
    expect(page).toMatchObject({ accounts: 0, lines: 0, weakest: null, marks: [], known: 0 })
    // Highly targeted: the seven days in which to read the guidance are over.
    expect(page.next).toMatchObject({ kind: 'mend', action: 'read_guidance', item: 'CISA-0' })
    expect(page.toAsk[0]).toEqual({ about: 'first_line' })
    expect(JSON.stringify(page)).not.toMatch(/Mailbox|Harbour|Own phone/)
  })
})

describe('putting the next action off', () => {
  beforeEach(async () => {
    await (await database()).delete(putOffs)
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('offers the next best, says until when, and leaves its trail', async () => {
    const { next } = await pageWithNext(cast.sam)
    const outcome = await putOff(cast.sam, { ...scopeOf(next), reason: null })
    const until = outcome.ok ? outcome.result.until : ''
    expect(Math.round((Date.parse(until) - Date.now()) / 86_400_000)).toBe(7)
    const after = await pageWithNext(cast.sam)
    expect(scopeOf(after.next)).not.toEqual(scopeOf(next))
    expect(after.putOffs).toMatchObject([
      { action: next.action, name: 'Own phone ending 41', reason: null, until: until.slice(0, 10) },
    ])
    expect(await lastEntry()).toMatchObject({
      action: 'next_action.put_off',
      subjectId: next.scopeId,
      personId: cast.sam.personId,
      detail: `{"after":{"action":"${next.action}","reason":null,"until":"${until}"},"before":null}`,
    })
  })

  test('for good reason lasts longer, and can be undone', async () => {
    const { next } = await pageWithNext(cast.sam)
    await putOff(cast.sam, { ...scopeOf(next), reason: 'service_does_not_offer' })
    const [kept] = (await readToday(cast.sam)).putOffs
    expect(kept).toMatchObject({ reason: 'service_does_not_offer' })
    expect(await takeUp(cast.sam, { id: kept?.id })).toEqual({ ok: true, result: null })
    const after = await pageWithNext(cast.sam)
    expect([scopeOf(after.next), after.putOffs]).toEqual([scopeOf(next), []])
    expect(await lastEntry()).toMatchObject({ action: 'next_action.taken_up', subjectId: next.scopeId })
    await expect(takeUp(cast.sam, { id: kept?.id })).rejects.toBeInstanceOf(NotThere)
  })

  test('ends by itself', async () => {
    const { next } = await pageWithNext(cast.sam)
    await putOff(cast.sam, { ...scopeOf(next), reason: null })
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(Date.now() + 7 * 86_400_000 + 1000) })
    const later = await pageWithNext(cast.sam)
    expect([scopeOf(later.next), later.putOffs]).toEqual([scopeOf(next), []])
  })

  test('is for one’s own next actions only, and for closed reasons', async () => {
    const { next } = await pageWithNext(cast.sam)
    for (const [actor, scopeId] of [
      [cast.rosa, next.scopeId],
      [cast.kim, next.scopeId],
      [cast.sam, randomUUID()],
    ] as const)
      await expect(putOff(actor, { action: next.action, scopeId, reason: null })).rejects.toBeInstanceOf(
        NotThere,
      )
    expect(await putOff(cast.sam, { ...scopeOf(next), reason: 'no time' })).toMatchObject({
      ok: false,
      problems: { reason: [expect.any(String)] },
    })
    await putOff(cast.sam, { ...scopeOf(next), reason: null })
    const [kept] = (await readToday(cast.sam)).putOffs
    await expect(takeUp(cast.rosa, { id: kept?.id })).rejects.toBeInstanceOf(NotThere)
  })

  test('twice has one effect: the later one counts', async () => {
    const { next } = await pageWithNext(cast.sam)
    const key = { key: 'put-off-0001' }
    const first = await putOff(cast.sam, { ...scopeOf(next), reason: null }, key)
    expect(await putOff(cast.sam, { ...scopeOf(next), reason: null }, key)).toEqual(first)
    await putOff(cast.sam, { ...scopeOf(next), reason: 'need_help' })
    expect((await readToday(cast.sam)).putOffs).toMatchObject([{ reason: 'need_help' }])
    if (onServer) {
      await Promise.all(Array.from({ length: 8 }, () => putOff(cast.sam, { ...scopeOf(next), reason: null })))
      expect((await readToday(cast.sam)).putOffs).toHaveLength(1)
    }
  })
})

test('once the PIN is set, it is not offered any more, and the page says what remains', async () => {
  await stateCarrierPin(cast.sam, { id: ids.line, version: 1 })
  const page = await readToday(cast.sam)
  expect(page.next?.action).not.toBe('set_carrier_pin')
  expect(page.weakest).toMatchObject({ numberMoves: false, pin: 'met' })
})
