import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { accounts, inventoryStatements } from '@/db/schema/accounts'
import { auditEntries } from '@/db/schema/audit'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { stateInventory } from '@/lib/accounts/commands/inventory'
import { recordAccount } from '@/lib/accounts/commands/record'
import { removeAccount } from '@/lib/accounts/commands/remove'
import { confirmAccount, reviseAccount } from '@/lib/accounts/commands/revise'
import type { AccountEntry } from '@/lib/accounts/entry'
import { bank, mailbox } from '@/lib/accounts/entry.fixture'
import type { AccountFacts } from '@/lib/accounts/facts'
import { accountChoices, listAccounts, readAccount, readInventory } from '@/lib/accounts/queries'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { addPhone } from '@/lib/phones/commands'
import { askedCategories, type Method } from '@/lib/vocabulary'
import { kindWords } from '@/lib/words/account-answers'
import { accountProblems } from '@/lib/words/account-problems'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)
afterEach(() => {
  vi.useRealTimers()
})
const on = (day: string, at = '10:00:00') => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T${at}Z`) })
}
async function recorded(actor: Actor, entry: AccountEntry): Promise<string> {
  const outcome = await recordAccount(actor, entry)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
const texted = { smsSecondFactor: 'on', phoneLine: 'not_listed' } as const

describe('Sam’s accounts', () => {
  test('are his alone, the weakest first, with names, totals and what is still to ask', async () => {
    await recorded(cast.rosa, mailbox({}, { label: 'Rosa’s' }))
    const mail = await recorded(cast.sam, mailbox(texted))
    await recorded(
      cast.sam,
      bank({ mailboxRecovery: 'on', recoveryMailboxes: [mail], smsSecondFactor: 'off' }),
    )
    await recorded(
      cast.sam,
      mailbox({ signsInBy: 'employer_single_sign_on' }, { label: 'Work', serviceId: 'microsoft-365' }),
    )
    const page = await listAccounts(cast.sam)
    expect(page.accounts.map(({ name }) => name)).toEqual(['Mailbox', 'Harbour Bank', 'Work'])
    expect(page.accounts[0]).toMatchObject({
      service: 'Google Account / Gmail',
      atBest: 1,
      freshness: 'current',
      weakest: { technique: 'number_moved' },
    })
    expect(page.accounts[0]?.totals.map(({ item }) => item)).toEqual(['G2', 'G3'])
    expect(page.accounts[0]?.unanswered).toBeGreaterThan(3)
    expect(page.accounts[1]?.weakest?.chain.map(({ name }) => name)).toEqual(['Mailbox', 'Harbour Bank'])
    expect(page.accounts[2]).toMatchObject({ unanswered: 0 })
    expect(page).toMatchObject({ opensByNumber: 2, categories: { answered: 2, all: 9 }, completeOn: null })
  })

  test('grow due and old by the organisation’s interval', async () => {
    on('2026-05-01')
    const id = await recorded(cast.theo, mailbox())
    const freshness = async () => (await readAccount(cast.theo, id)).freshness
    on('2026-10-13')
    expect(await freshness()).toBe('current')
    on('2026-10-14')
    expect(await freshness()).toBe('due')
    on('2026-10-29')
    expect(await freshness()).toBe('old')
    expect((await readAccount(cast.theo, id)).countsUntil).toBe('2026-10-28')
    await confirmAccount(cast.theo, { id, version: 1 })
    expect(await freshness()).toBe('current')
  })

  test('that were removed can be put back for a month', async () => {
    on('2026-09-01')
    const id = await recorded(cast.kim, mailbox())
    await removeAccount(cast.kim, { id, version: 1 })
    on('2026-09-30')
    const { accounts, removed } = await listAccounts(cast.kim)
    expect(accounts).toEqual([])
    expect(removed).toEqual([{ id, version: 2, name: 'Mailbox', removedOn: '2026-09-01' }])
    on('2026-10-02')
    expect((await listAccounts(cast.kim)).removed).toEqual([])
  })
})

describe('one account', () => {
  test('says what saving did to it and to what falls with it, and keeps its history', async () => {
    const mail = await recorded(cast.ada, mailbox(texted))
    const money = await recorded(
      cast.ada,
      bank({ mailboxRecovery: 'on', recoveryMailboxes: [mail], smsSecondFactor: 'off' }),
    )
    const { serviceId: _, ...said } = mailbox({ smsSecondFactor: 'off', smsRecovery: 'off' })
    await reviseAccount(cast.ada, { ...said, id: mail, version: 1 })
    const page = await readAccount(cast.ada, mail)
    expect(page.latest?.effects.map(({ what, name }) => [what, name])).toEqual(
      expect.arrayContaining([
        ['closed_to_number', 'Mailbox'],
        ['closed_to_number', 'Harbour Bank'],
      ]),
    )
    expect(page.history.map(({ what }) => what)).toEqual(['revised', 'recorded'])
    expect(page.bringsDown).toEqual([{ id: money, name: 'Harbour Bank' }])
    expect(page.referredToBy).toEqual([{ id: money, name: 'Harbour Bank', how: 'recovers' }])
    const theOther = await readAccount(cast.ada, money)
    expect(theOther.fallsWith).toEqual([{ id: mail, name: 'Mailbox' }])
    expect(theOther.mailboxNames).toEqual(['Mailbox'])
    expect(theOther.latest).toBeNull()
    await removeAccount(cast.ada, { id: mail, version: 2 })
    expect((await readAccount(cast.ada, money)).entry.facts.recoveryMailboxes).toEqual(['not_listed'])
  })

  test('says where the app that makes its codes may keep them, once a phone number opens that account', async () => {
    const only = (method: Method): AccountFacts['methods'] => [
      { method, roles: ['second_factor'], state: 'on' },
    ]
    const shut = { smsSecondFactor: 'off', smsRecovery: 'off', mailboxRecovery: 'off' } as const
    const closed = { ...shut, methods: only('fido_security_key') }
    const google = await recorded(cast.kim, mailbox(closed, { label: 'Spare mailbox' }))
    const kept = { ...shut, methods: only('authenticator_code'), codeApp: 'google_authenticator' as const }
    const money = await recorded(cast.kim, bank(kept))
    // Theo's mailbox opens by number, and is nothing to Kim.
    await recorded(cast.theo, mailbox(texted))
    const told = async () => (await readAccount(cast.kim, money)).codesCopiedTo
    expect(await told()).toBeNull()
    expect((await accountChoices(cast.kim, null)).codeCopies).toEqual([])
    expect((await readAccount(cast.kim, money)).entry.facts.codeApp).toBe('google_authenticator')
    expect((await readAccount(cast.kim, money)).open.unanswered).not.toContain('codeApp')

    const { serviceId: _, ...said } = mailbox(texted, { label: 'Spare mailbox' })
    expect(await reviseAccount(cast.kim, { ...said, id: google, version: 1 })).toMatchObject({ ok: true })
    const opened = { app: 'google_authenticator', accounts: [{ id: google, name: 'Spare mailbox' }] }
    expect(await told()).toEqual(opened)
    expect((await accountChoices(cast.kim, 'google')).codeCopies).toEqual([opened])
    // Said of another app, it is not this one's affair; and no account is told of itself.
    const { serviceId: __, ...other } = bank({ ...kept, codeApp: 'authy' })
    await reviseAccount(cast.kim, { ...other, id: money, version: 1 })
    expect(await told()).toBeNull()
    expect((await readAccount(cast.kim, google)).codesCopiedTo).toBeNull()
  })

  test('of somebody else is not there, the same as one that does not exist or no id at all', async () => {
    const theirs = await recorded(cast.rosa, mailbox())
    for (const id of [theirs, randomUUID(), 'not-an-id', '']) {
      await expect(readAccount(cast.sam, id)).rejects.toBeInstanceOf(NotThere)
    }
  })
})

test('a form lets choose from one’s own, and knows the service asked for', async () => {
  const choices = await accountChoices(cast.rosa, 'google')
  expect(new Set(choices.accounts.map(({ name }) => name))).toEqual(new Set(['Rosa’s', 'Mailbox']))
  expect(choices).toMatchObject({ service: { id: 'google' }, atService: 2, lines: [] })
  expect(await accountChoices(cast.rosa, 'nope')).toMatchObject({ service: null, atService: 0 })
})

describe('Max says that his list is complete', () => {
  const verdict = async () => {
    const rows = await (await database())
      .select()
      .from(verdicts)
      .where(eq(verdicts.scopeId, cast.max.personId))
    return rows.find((row) => row.item === 'G2.1' && row.validTo === null)?.verdict
  }
  const current = async () => (await readInventory(cast.max)).statementId
  const say = async (said: Record<string, unknown>) =>
    stateInventory(cast.max, { basedOn: await current(), ...said })

  test('and is told which kinds are not answered yet', async () => {
    await recorded(cast.max, mailbox())
    const outcome = await say({ none: ['social'], complete: true })
    const open = ['messaging', 'cloud', 'finance', 'carrier', 'password_manager', 'business'] as const
    const names = open.map((kind) => kindWords[kind]).join(', ')
    expect(outcome).toEqual({
      ok: false,
      problems: {
        complete: [accountProblems.notAllAnswered(`${names} and ${kindWords.other}`)],
      },
    })
    expect(await say({ none: ['email'] })).toEqual({
      ok: false,
      problems: { none: [accountProblems.hasAccounts(kindWords.email)] },
    })
  })

  test('and it is judged met once every kind is answered, and written down without a kind', async () => {
    const none = askedCategories.filter((kind) => kind !== 'email')
    on('2026-11-10')
    // Put into the list before, as far as this day goes.
    await (await database())
      .update(accounts)
      .set({ createdAt: new Date('2026-11-09T10:00:00Z') })
      .where(eq(accounts.personId, cast.max.personId))
    await say({ none, leakReviewDone: true, complete: true })
    expect(await verdict()).toBe('met')
    const [entry] = await (await database())
      .select()
      .from(auditEntries)
      .orderBy(desc(auditEntries.seq))
      .limit(1)
    expect(entry).toMatchObject({
      action: 'inventory.stated',
      detail: '{"after":{"leakReviewDoneOn":"2026-11-10","statedCompleteOn":"2026-11-10"},"before":null}',
    })
    on('2026-11-20')
    await say({ leakReviewDone: true, complete: true })
    const today = { on: '2026-11-20', freshness: 'current' }
    expect(await readInventory(cast.max)).toMatchObject({ leakReview: today, complete: today })
    await say({ leakReviewDone: false })
    expect(await verdict()).toBe('partly_met')
  })

  test('and an account of a kind that he had none of makes that untrue by itself', async () => {
    await recorded(cast.max, mailbox({ category: 'social' }, { serviceId: 'facebook' }))
    expect(await say({ noLines: true })).toMatchObject({ ok: true })
    const { categories } = await readInventory(cast.max)
    expect(categories.find(({ category }) => category === 'social')).toEqual({
      category: 'social',
      accounts: 1,
      none: false,
    })
  })

  test('and what he said grows old, and said again it is said today', async () => {
    on('2027-06-01')
    expect(await readInventory(cast.max)).toMatchObject({ complete: { on: '2026-11-20', freshness: 'old' } })
    await say({ leakReviewDone: true })
    const page = await readInventory(cast.max)
    expect(page.leakReview).toEqual({ on: '2027-06-01', freshness: 'current' })
    expect(page.complete).toEqual({ on: '2026-11-20', freshness: 'old' })
  })

  test('and an account added after that day is to be asked about as well, by name', async () => {
    on('2027-06-02')
    await recorded(cast.max, bank())
    expect((await readInventory(cast.max)).addedSince).toEqual(['Harbour Bank'])
    on('2027-06-03')
    await say({ leakReviewDone: true })
    expect((await readInventory(cast.max)).addedSince).toEqual([])
  })

  test('and one added later that same day as well: what counts is the moment', async () => {
    const none = (await readInventory(cast.max)).categories.flatMap(({ category, accounts: listed }) =>
      listed === 0 ? category : [],
    )
    on('2027-06-04', '09:00:00')
    await recorded(cast.max, bank({}, { ownName: 'Morning Bank' }))
    on('2027-06-04', '09:30:00')
    await say({ none, leakReviewDone: true, complete: true })
    expect(await verdict()).toBe('met')
    on('2027-06-04', '09:30:01')
    const late = await recorded(cast.max, bank({}, { ownName: 'Late Bank' }))
    expect((await readInventory(cast.max)).addedSince).toEqual(['Late Bank'])
    expect(await verdict()).toBe('partly_met')
    // Said of the list, and nothing of leaks: that moment stays what it was.
    await say({ none })
    expect(await verdict()).toBe('partly_met')
    await confirmAccount(cast.max, { id: late, version: 1 })
    expect(await verdict()).toBe('partly_met')
    on('2027-06-04', '09:31:00')
    await say({ leakReviewDone: true })
    expect(await verdict()).toBe('met')
  })

  test('and which of Microsoft, Apple and Google he has, where none is listed', async () => {
    const three = async () =>
      Object.fromEntries((await readInventory(cast.max)).namedFirst.map((each) => [each.which, each]))
    expect(await three()).toMatchObject({
      microsoft: { listed: false, answer: 'unanswered' },
      google: { listed: true },
    })
    expect(await say({ namedFirst: { microsoft: 'none', apple: 'have', google: 'none' } })).toMatchObject({
      ok: true,
    })
    // What is listed answers for itself: nothing said of it is kept.
    expect(await three()).toMatchObject({
      microsoft: { answer: 'none' },
      apple: { answer: 'have' },
      google: { answer: 'unanswered', listed: true },
    })
    await say({ noLines: true })
    expect(await three()).toMatchObject({ microsoft: { answer: 'none' }, apple: { answer: 'have' } })
    const { categories } = await readInventory(cast.max)
    const none = categories.flatMap(({ category, accounts: listed }) => (listed === 0 ? [category] : []))
    expect(await say({ none, complete: true })).toEqual({
      ok: false,
      problems: { complete: [accountProblems.notListedYet('Apple')] },
    })
    expect(await say({ namedFirst: { apple: 'perhaps' } })).toMatchObject({
      ok: false,
      problems: { 'namedFirst.apple': expect.any(Array) },
    })
  })

  test('and is asked kindly once more where a phone of that maker is listed', async () => {
    await addPhone(cast.max, { label: 'Own phone', platform: 'iphone', hardwareId: null })
    await say({ namedFirst: { apple: 'none' } })
    const { namedFirst } = await readInventory(cast.max)
    expect(namedFirst).toContainEqual({ which: 'apple', listed: false, answer: 'none', phone: true })
    expect(namedFirst.find(({ which }) => which === 'microsoft')?.phone).toBe(false)
  })

  test('and an older page is answered with what stands now', async () => {
    const outcome = await stateInventory(cast.max, { basedOn: null, complete: true })
    expect(outcome).toMatchObject({ ok: false, conflict: { statementId: await current() } })
    const open = (await (await database()).select().from(inventoryStatements)).filter(
      (row) => row.validTo === null,
    )
    expect(open).toMatchObject([{ guidanceVersion: '2.0' }])
  })
})
