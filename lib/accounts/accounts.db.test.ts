import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { auditEntries } from '@/db/schema/audit'
import { lines } from '@/db/schema/lines'
import { standings, verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { recordAccount } from '@/lib/accounts/commands/record'
import { removeAccount, restoreAccount } from '@/lib/accounts/commands/remove'
import { confirmAccount, reviseAccount, setVisibility } from '@/lib/accounts/commands/revise'
import type { AccountEntry } from '@/lib/accounts/entry'
import { bank, mailbox } from '@/lib/accounts/entry.fixture'
import { guidanceVersion } from '@/lib/guidance/version'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import type { AccountStanding } from '@/lib/posture/shapes'
import { accountProblems } from '@/lib/words/account-problems'
import { fieldWords } from '@/lib/words/fields'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)

/** Records an account that must be accepted, and gives its id. */
async function recorded(actor: Actor, entry: AccountEntry): Promise<string> {
  const outcome = await recordAccount(actor, entry)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
const rowOf = async (id: string) => {
  const [row] = await (await database()).select().from(accounts).where(eq(accounts.id, id))
  if (!row) throw new Error('no such account')
  return row
}
const statementsOf = async (id: string) =>
  (await database())
    .select()
    .from(accountStatements)
    .where(eq(accountStatements.accountId, id))
    .orderBy(asc(accountStatements.validFrom))
const standingOf = async (id: string) => {
  const [row] = await (await database())
    .select()
    .from(standings)
    .where(and(eq(standings.scopeId, id), isNull(standings.validTo)))
  return row?.standing as AccountStanding | undefined
}
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}
async function lineOf(actor: Actor): Promise<string> {
  const id = randomUUID()
  await (await database()).insert(lines).values({ personId: actor.personId, id, createdAt: new Date() })
  return id
}
const revision = ({ serviceId: _, ...entry }: AccountEntry, id: string, version: number) => ({
  ...entry,
  id,
  version,
})

describe('Sam records an account', () => {
  test('and it is judged at once, stated by him today, and written down without a name', async () => {
    const id = await recorded(cast.sam, mailbox({ smsSecondFactor: 'on', phoneLine: 'not_listed' }))
    const [statement] = await statementsOf(id)
    expect(statement).toMatchObject({
      source: 'self_stated',
      guidanceVersion,
      answeredBy: cast.sam.personId,
      confirmedOn: new Date().toISOString().slice(0, 10),
      validTo: null,
    })
    expect(await standingOf(id)).toMatchObject({ accountId: id, atBest: 1 })
    const judged = await (await database())
      .select()
      .from(verdicts)
      .where(and(eq(verdicts.scopeId, id), eq(verdicts.item, 'G3')))
    expect(judged).toMatchObject([{ verdict: 'not_met', validTo: null }])
    expect(await lastEntry()).toMatchObject({
      action: 'account.recorded',
      subjectId: id,
      personId: cast.sam.personId,
      detail: '{"after":null,"before":null}',
    })
  })

  test('and its name, label and note stand nowhere in plain text', async () => {
    const entry = bank({}, { ownName: 'Vaultkeepers', label: 'Kq7Zlabel', note: 'Kq7Znote' })
    const id = await recorded(cast.sam, entry)
    const db = await database()
    const kept = [
      await db.select().from(accounts),
      await db.select().from(accountStatements),
      await db.select().from(verdicts),
      await db.select().from(standings),
      await db.select().from(auditEntries),
    ]
    expect(JSON.stringify(kept)).not.toMatch(/Vaultkeepers|Kq7Z/)
    expect(await rowOf(id)).toMatchObject({ ownNameSealed: expect.stringMatching(/^s1\./) })
  })

  test('and the same form sent twice adds one account', async () => {
    const entry = mailbox({}, { label: 'Once' })
    const first = await recordAccount(cast.theo, entry, { key: 'record-0001' })
    expect(await recordAccount(cast.theo, entry, { key: 'record-0001' })).toEqual(first)
    const rows = await (await database())
      .select()
      .from(accounts)
      .where(eq(accounts.personId, cast.theo.personId))
    expect(rows).toHaveLength(1)
  })

  test('and a secret in a free text is refused at its field, and kept nowhere', async () => {
    const outcome = await recordAccount(cast.sam, mailbox({}, { note: 'my PIN is 47114711' }))
    expect(outcome).toMatchObject({ ok: false, problems: { note: [expect.stringContaining('PIN')] } })
    const kept = JSON.stringify(await (await database()).select().from(auditEntries))
    expect(kept).not.toContain('47114711')
  })

  test('and bad input names its field', async () => {
    const bad = { ...mailbox(), facts: { ...mailbox().facts, value: 'huge' } }
    expect(await recordAccount(cast.sam, bad)).toEqual({
      ok: false,
      problems: { 'facts.value': [fieldWords.choose] },
    })
    expect(await recordAccount(cast.sam, { ...mailbox(), owner: cast.kim.personId })).toMatchObject({
      ok: false,
    })
  })

  test('and what cannot be true together is told at the field', async () => {
    const outcome = await recordAccount(cast.sam, mailbox({ smsSecondFactor: 'on' }))
    expect(outcome).toEqual({ ok: false, problems: { 'facts.phoneLine': [accountProblems.whichNumber] } })
  })

  test('and a reference to what somebody else has reads as one to what does not exist', async () => {
    const theirs = await recorded(cast.rosa, mailbox())
    const line = await lineOf(cast.rosa)
    const refused = async (facts: Parameters<typeof mailbox>[0]) => recordAccount(cast.sam, mailbox(facts))
    for (const id of [theirs, randomUUID()]) {
      expect(await refused({ signsInBy: 'another_account', throughAccountId: id })).toEqual({
        ok: false,
        problems: { 'facts.throughAccountId': [accountProblems.throughMissing] },
      })
      expect(await refused({ mailboxRecovery: 'on', recoveryMailboxes: [id] })).toEqual({
        ok: false,
        problems: { 'facts.recoveryMailboxes': [accountProblems.mailboxMissing] },
      })
    }
    for (const id of [line, randomUUID()]) {
      expect(await refused({ smsSecondFactor: 'on', phoneLine: id })).toEqual({
        ok: false,
        problems: { 'facts.phoneLine': [accountProblems.lineMissing] },
      })
    }
  })

  test('and a number the service keeps has a basis: the catalogue with its date, or that he tried today', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const forced = { smsRecovery: 'on_forced_by_service', phoneLine: 'not_sure' } as const
    const [tried] = await statementsOf(await recorded(cast.sam, mailbox(forced)))
    expect(tried?.facts).toMatchObject({ smsForcedBasis: 'person_tried', smsForcedOn: today })
    const apple = mailbox({ ...forced, category: 'cloud' }, { serviceId: 'apple' })
    const [listed] = await statementsOf(await recorded(cast.sam, apple))
    expect(listed?.facts).toMatchObject({ smsForcedBasis: 'service_facts', smsForcedOn: '2026-08-04' })
    const claimed = mailbox({ ...forced, smsForcedBasis: 'service_facts', smsForcedOn: today })
    expect(await recordAccount(cast.sam, claimed)).toEqual({
      ok: false,
      problems: { 'facts.smsForcedBasis': [accountProblems.factsSayNot] },
    })
  })
})

describe('Sam revises an account', () => {
  test('and the statement before is closed at the same instant, its history kept', async () => {
    const id = await recorded(cast.sam, mailbox({ smsSecondFactor: 'on', phoneLine: 'not_sure' }))
    const said = mailbox({ smsSecondFactor: 'off' }, { label: 'Post' })
    expect(await reviseAccount(cast.sam, revision(said, id, 1))).toMatchObject({ ok: true })
    const [first, second] = await statementsOf(id)
    expect(first?.validTo).toEqual(second?.validFrom)
    expect([first?.facts.smsSecondFactor, second?.facts.smsSecondFactor]).toEqual(['on', 'off'])
    expect(await rowOf(id)).toMatchObject({ version: 2 })
    expect(await lastEntry()).toMatchObject({
      action: 'account.revised',
      detail: '{"after":{"changed":["smsSecondFactor","phoneLine"],"version":2},"before":{"version":1}}',
    })
  })

  test('and an older form is answered with what stands now, and changes nothing', async () => {
    const id = await recorded(cast.sam, mailbox())
    await reviseAccount(cast.sam, revision(mailbox({ smsSecondFactor: 'off' }), id, 1))
    const outcome = await reviseAccount(cast.sam, revision(mailbox({ smsSecondFactor: 'not_sure' }), id, 1))
    expect(outcome).toMatchObject({
      ok: false,
      conflict: { version: 2, entry: { label: 'Mailbox', facts: { smsSecondFactor: 'off' } } },
    })
    expect(await statementsOf(id)).toHaveLength(2)
  })

  test('and cannot make it open or reset itself', async () => {
    const id = await recorded(cast.sam, mailbox())
    const through = mailbox({ signsInBy: 'another_account', throughAccountId: id })
    expect(await reviseAccount(cast.sam, revision(through, id, 1))).toEqual({
      ok: false,
      problems: { 'facts.throughAccountId': [accountProblems.throughItself] },
    })
    const itself = mailbox({ mailboxRecovery: 'on', recoveryMailboxes: [id] })
    expect(await reviseAccount(cast.sam, revision(itself, id, 1))).toMatchObject({
      problems: { 'facts.recoveryMailboxes': [accountProblems.recoversItself] },
    })
  })

  test('and the basis of a number that is still kept stays with its day', async () => {
    const forced = { smsRecovery: 'on_forced_by_service', phoneLine: 'not_sure' } as const
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-02T10:00:00Z') })
    const id = await recorded(cast.sam, mailbox(forced))
    vi.setSystemTime(new Date('2026-11-20T10:00:00Z'))
    await reviseAccount(cast.sam, revision(mailbox({ ...forced, smsSecondFactor: 'off' }), id, 1))
    vi.useRealTimers()
    const [, second] = await statementsOf(id)
    expect(second).toMatchObject({ confirmedOn: '2026-11-20', facts: { smsForcedOn: '2026-11-02' } })
  })
})

describe('Sam confirms an account in one tap', () => {
  test('and the same answers count from today', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-02T10:00:00Z') })
    const id = await recorded(cast.sam, mailbox({ smsSecondFactor: 'off' }))
    vi.setSystemTime(new Date('2026-11-20T10:00:00Z'))
    const under = { guidanceVersion: '1.0' }
    await (await database()).update(accountStatements).set(under).where(eq(accountStatements.accountId, id))
    expect(await confirmAccount(cast.sam, { id, version: 1 })).toMatchObject({ ok: true })
    vi.useRealTimers()
    const [first, second] = await statementsOf(id)
    expect([first?.confirmedOn, second?.confirmedOn]).toEqual(['2026-05-02', '2026-11-20'])
    expect([first?.guidanceVersion, second?.guidanceVersion]).toEqual(['1.0', guidanceVersion])
    expect(second?.facts).toEqual(first?.facts)
    expect(await lastEntry()).toMatchObject({
      action: 'account.confirmed',
      detail: '{"after":{"confirmedOn":"2026-11-20"},"before":{"confirmedOn":"2026-05-02"}}',
    })
    expect(await confirmAccount(cast.sam, { id, version: 1 })).toMatchObject({ conflict: { version: 2 } })
  })
})

describe('Sam removes a mailbox that his bank is reset by', () => {
  test('and the bank stands as reset by one not listed, until he puts the mailbox back', async () => {
    const mail = await recorded(cast.sam, mailbox({ smsSecondFactor: 'on', phoneLine: 'not_sure' }))
    const money = await recorded(
      cast.sam,
      bank({ mailboxRecovery: 'on', recoveryMailboxes: [mail], smsSecondFactor: 'off' }),
    )
    const before = await standingOf(money)
    expect(before?.fallsWith).toEqual([mail])
    expect(await removeAccount(cast.sam, { id: mail, version: 1 })).toMatchObject({ ok: true })
    expect(await standingOf(mail)).toBeUndefined()
    expect((await standingOf(money))?.fallsWith).toEqual([])
    expect((await statementsOf(mail)).at(-1)?.validTo).not.toBeNull()
    expect(await statementsOf(money)).toHaveLength(1)
    await expect(removeAccount(cast.sam, { id: mail, version: 2 })).rejects.toBeInstanceOf(NotThere)
    await expect(confirmAccount(cast.sam, { id: mail, version: 2 })).rejects.toBeInstanceOf(NotThere)

    // It was asked under another version, and is not asked anew.
    const under = { guidanceVersion: '1.0' }
    await (await database()).update(accountStatements).set(under).where(eq(accountStatements.accountId, mail))
    expect(await restoreAccount(cast.sam, { id: mail, version: 2 })).toMatchObject({ ok: true })
    expect(await standingOf(money)).toEqual(before)
    expect(await statementsOf(mail)).toMatchObject([under, { ...under, validTo: null }])
    await expect(restoreAccount(cast.sam, { id: mail, version: 3 })).rejects.toBeInstanceOf(NotThere)
  })
})

describe('Sam opens a personal account to the security team', () => {
  test('and closes it again; each is written down', async () => {
    const id = await recorded(cast.sam, mailbox())
    await setVisibility(cast.sam, { id, version: 1, visibility: 'shown_to_security' })
    expect(await rowOf(id)).toMatchObject({ visibility: 'shown_to_security', version: 2 })
    await setVisibility(cast.sam, { id, version: 2, visibility: 'counted_only' })
    expect(await lastEntry()).toMatchObject({
      action: 'account.visibility_changed',
      detail: '{"after":{"visibility":"counted_only"},"before":{"visibility":"shown_to_security"}}',
    })
  })

  test('but not a work account, which they see anyway', async () => {
    const id = await recorded(cast.sam, mailbox({ heldAs: 'employer' }))
    expect(await setVisibility(cast.sam, { id, version: 1, visibility: 'shown_to_security' })).toEqual({
      ok: false,
      problems: { visibility: [accountProblems.notPersonal] },
    })
  })
})

test('what is somebody else’s is not there, the same as what does not exist', async () => {
  const theirs = await recorded(cast.rosa, mailbox())
  for (const id of [theirs, randomUUID()]) {
    const based = { id, version: 1 }
    await expect(reviseAccount(cast.sam, revision(mailbox(), id, 1))).rejects.toBeInstanceOf(NotThere)
    await expect(confirmAccount(cast.sam, based)).rejects.toBeInstanceOf(NotThere)
    await expect(removeAccount(cast.sam, based)).rejects.toBeInstanceOf(NotThere)
    await expect(restoreAccount(cast.sam, based)).rejects.toBeInstanceOf(NotThere)
    await expect(
      setVisibility(cast.sam, { ...based, visibility: 'shown_to_security' }),
    ).rejects.toBeInstanceOf(NotThere)
  }
  expect(await rowOf(theirs)).toMatchObject({ version: 1, removedAt: null })
})

test('every stale version is a conflict', async () => {
  const id = await recorded(cast.sam, mailbox())
  const stale = { id, version: 7 }
  for (const outcome of [
    await reviseAccount(cast.sam, revision(mailbox(), id, 7)),
    await confirmAccount(cast.sam, stale),
    await removeAccount(cast.sam, stale),
    await setVisibility(cast.sam, { ...stale, visibility: 'shown_to_security' }),
  ])
    expect(outcome).toMatchObject({ ok: false, conflict: { version: 1 } })
})

test.runIf(onServer)('the list ends at 200 accounts, however many are sent at once', async () => {
  const db = await database()
  const rows = Array.from({ length: 195 }, () => ({
    personId: cast.lee.personId,
    id: randomUUID(),
    visibility: 'counted_only' as const,
    createdAt: new Date(),
  }))
  await db.insert(accounts).values(rows)
  await db.insert(accountStatements).values(
    rows.map(({ personId, id, createdAt }) => ({
      personId,
      id: randomUUID(),
      accountId: id,
      source: 'self_stated' as const,
      guidanceVersion,
      facts: mailbox().facts,
      confirmedOn: '2026-11-01',
      enteredAt: createdAt,
      answeredBy: personId,
      validFrom: createdAt,
    })),
  )
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => recordAccount(cast.lee, mailbox())))
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(5)
  expect(outcomes.find((outcome) => !outcome.ok)).toEqual({
    ok: false,
    problems: { '': [accountProblems.tooMany(200)] },
  })
})

test.runIf(onServer)('of ten revisions sent at once one counts, and nine are conflicts', async () => {
  const id = await recorded(cast.max, mailbox())
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => reviseAccount(cast.max, revision(mailbox(), id, 1))),
  )
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  const open = (await statementsOf(id)).filter((statement) => statement.validTo === null)
  expect(open).toHaveLength(1)
})
