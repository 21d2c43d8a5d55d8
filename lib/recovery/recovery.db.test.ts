import { asc, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { recoveryRequests, submissions } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { NotConfirmed, NotThere, Problems, Refused } from '@/lib/access/outcome'
import { browser, joined, secretOf, setUp } from '@/lib/passkeys/browser.fixture'
import { finishRegistrationByLink, readLink, startRegistrationByLink } from '@/lib/passkeys/commands/link'
import { ownPasskeys } from '@/lib/passkeys/queries'
import { deactivatePerson } from '@/lib/people/commands/leave'
import { approveRecovery, requestRecovery, stopOwnRecovery, withdrawRecovery } from '@/lib/recovery/commands'
import { recoverFromConsole } from '@/lib/recovery/from-console'
import { ownRecoveries, recentRecoveries } from '@/lib/recovery/queries'
import { readSession } from '@/lib/sessions/queries'

type Person = Awaited<ReturnType<typeof joined>>
let max: Person
let kim: Person
let sam: Person
const verifiedHow = 'known_in_person'
const refusedAs = (reason: string) => ({ name: 'CeremonyRefused', reason })
const gone = { ok: false, problems: { '': ['This request has ended. Ask anew if it is still needed.'] } }

const ask = async (by: Person, forWhom: Person) => {
  const outcome = await requestRecovery(by.actor, { who: forWhom.email, verifiedHow })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result
}
const approve = async (by: Person, id: string) => {
  await by.browser.confirm(by.actor, `recovery.approve:${id}`)
  return approveRecovery(by.actor, { id })
}
const approved = async (by: Person, id: string) => {
  const outcome = await approve(by, id)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return secretOf(outcome.result.path)
}
const entriesAbout = async (personId: string) => {
  const rows = await (await database())
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.personId, personId))
    .orderBy(asc(auditEntries.seq))
  return rows.filter(({ action }) => action.startsWith('recovery.'))
}
const errorName = (error: unknown) => (error instanceof Error ? error.name : String(error))
const problemsOf = (error: unknown) => (error instanceof Problems ? error.problems : error)

beforeAll(async () => {
  await freshDatabase()
  const first = await setUp()
  max = { ...first.max, email: 'max@example.org', browser: first.browser }
  kim = await joined('Kim', 'security')
})
beforeEach(async () => {
  sam = await joined('Sam')
})
afterEach(() => void vi.useRealTimers())
afterAll(dropDatabases)

describe('recovery by two people', () => {
  test('Kim asks, Max approves, Sam uses link and code: his old passkeys and sessions are gone', async () => {
    const { id, code } = await ask(kim, sam)
    expect(code).toMatch(/^[A-HJKMNP-TV-Z0-9]{4}-[A-HJKMNP-TV-Z0-9]{4}$/)
    const secret = await approved(max, id)
    expect(await readLink(secret)).toEqual({ kind: 'recovery', name: 'Sam', needsCode: true })
    const found = browser()
    expect(await found.register(secret, { code: code.toLowerCase() })).toEqual({
      kind: 'recovery',
      sheet: null,
    })
    const signed = await found.signIn()
    expect(signed.actor.personId).toBe(sam.actor.personId)
    expect(await ownPasskeys(signed.actor)).toHaveLength(1)
    await expect(sam.browser.signIn()).rejects.toMatchObject(refusedAs('credential_unknown'))
    expect(await readSession(sam.actor.personId, sam.actor.sessionId)).toBeNull()
    expect(await readLink(secret)).toBeNull()

    const [shown] = await ownRecoveries(signed.actor)
    expect(shown).toMatchObject({ state: 'used', requestedBy: 'Kim', approvedBy: 'Max', mine: 'about' })
    const entries = await entriesAbout(sam.actor.personId)
    expect(entries.map(({ action, actorRole }) => [action, actorRole])).toEqual([
      ['recovery.requested', 'security'],
      ['recovery.approved', 'administrator'],
      ['recovery.code_tried', null],
      ['recovery.used', 'staff'],
    ])
  })

  test('neither of the two alone can sign in as Sam', async () => {
    const { id, code } = await ask(kim, sam)
    const secret = await approved(max, id)
    // Max has the link and no code; Kim has the code and no link.
    await expect(startRegistrationByLink(secret).catch(problemsOf)).resolves.toHaveProperty('code')
    await expect(startRegistrationByLink(secret, { code: 'AAAA-AAAA' }).catch(problemsOf)).resolves.toEqual({
      code: ['That is not the code. You can try four more times.'],
    })
    await expect(startRegistrationByLink(code)).rejects.toMatchObject(refusedAs('link'))
    expect((await sam.browser.signIn()).actor.personId).toBe(sam.actor.personId)
  })

  test('five wrong codes end the link, even for the right code', async () => {
    const { id, code } = await ask(kim, sam)
    const secret = await approved(max, id)
    for (let i = 0; i < 4; i++) {
      const tried = await startRegistrationByLink(secret, { code: `AAAA-AAA${i}` }).catch(problemsOf)
      expect(tried).toHaveProperty('code')
    }
    await expect(startRegistrationByLink(secret, { code: 'ZZZZ-ZZZZ' })).rejects.toMatchObject(
      refusedAs('link'),
    )
    await expect(startRegistrationByLink(secret, { code })).rejects.toMatchObject(refusedAs('link'))
    expect(await ownRecoveries(sam.actor)).toMatchObject([{ state: 'wrong_code' }])
    const tries = (await entriesAbout(sam.actor.personId)).filter(({ action }) =>
      action.endsWith('code_tried'),
    )
    expect(tries.map(({ outcome }) => outcome)).toEqual(Array(5).fill('refused'))
  })

  test.runIf(onServer)('fifty wrong codes at once are five at most', async () => {
    const { id } = await ask(kim, sam)
    const secret = await approved(max, id)
    await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => startRegistrationByLink(secret, { code: `AAAA-AA${i + 10}` })),
    )
    const [request] = await (await database())
      .select()
      .from(recoveryRequests)
      .where(eq(recoveryRequests.id, id))
    expect(request).toMatchObject({ wrongCodes: 5, closedWhy: 'wrong_code' })
  })

  test('whoever asked cannot approve, nor can the person, nor who is neither', async () => {
    const { id } = await ask(kim, sam)
    expect(await approve(kim, id)).toHaveProperty('problems')
    await expect(approveRecovery(sam.actor, { id })).rejects.toBeInstanceOf(Refused)
    const nora = await joined('Nora', 'security')
    const forNora = await ask(kim, nora)
    await expect(approve(nora, forNora.id)).rejects.toBeInstanceOf(NotThere)
    await expect(approve(max, crypto.randomUUID())).rejects.toBeInstanceOf(NotThere)
  })

  test('approving needs a fresh confirmation for this very request', async () => {
    const { id } = await ask(kim, sam)
    await expect(approveRecovery(max.actor, { id })).rejects.toBeInstanceOf(NotConfirmed)
    await max.browser.confirm(max.actor, `recovery.approve:${crypto.randomUUID()}`)
    await expect(approveRecovery(max.actor, { id })).rejects.toBeInstanceOf(NotConfirmed)
  })

  test('nobody asks for himself, twice for one person, for who is not there, or without saying how', async () => {
    const asking = (input: object) => requestRecovery(kim.actor, { verifiedHow, ...input })
    expect(await asking({ who: kim.email })).toHaveProperty('problems.who')
    expect(await asking({ who: 'nobody@example.org' })).toHaveProperty('problems.who')
    expect(await asking({ who: sam.email, verifiedHow: 'by_telephone' })).toHaveProperty(
      'problems.verifiedHow',
    )
    await ask(kim, sam)
    expect(await asking({ who: sam.email })).toHaveProperty('problems.who')
    await expect(requestRecovery(sam.actor, { who: kim.email, verifiedHow })).rejects.toBeInstanceOf(Refused)
    const lee = await joined('Lee', 'leadership')
    const ada = await joined('Ada', 'auditor')
    for (const one of [lee, ada])
      await expect(requestRecovery(one.actor, { who: kim.email, verifiedHow })).rejects.toBeInstanceOf(
        Refused,
      )
  })

  test('a person is found by reference, too, however it is typed', async () => {
    const [row] = await (await database()).select().from(people).where(eq(people.id, sam.actor.personId))
    const outcome = await requestRecovery(kim.actor, { who: ` ${row?.ref.toLowerCase()} `, verifiedHow })
    expect(outcome).toMatchObject({ ok: true })
  })

  test('who left is not let in again', async () => {
    const otto = await joined('Otto')
    const { id, code } = await ask(kim, otto)
    const secret = await approved(max, id)
    const begun = browser().authenticator.register(await startRegistrationByLink(secret, { code }))
    const db = await database()
    await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, otto.actor.personId))
    await expect(finishRegistrationByLink(begun)).rejects.toMatchObject(refusedAs('link'))
    await expect(startRegistrationByLink(secret, { code })).rejects.toMatchObject({ name: 'CeremonyRefused' })
    expect(await requestRecovery(kim.actor, { who: otto.email, verifiedHow })).toHaveProperty('problems.who')
  })

  test('a request of somebody who lost the role meanwhile is worth nothing', async () => {
    const nora = await joined('Nora', 'security')
    const { id } = await ask(nora, sam)
    const db = await database()
    await db.update(people).set({ role: 'staff' }).where(eq(people.id, nora.actor.personId))
    expect(await approve(max, id)).toEqual(gone)
  })

  test('a request ends after a day, and so does its link', async () => {
    const waiting = await ask(kim, sam)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 3_600_000 + 1000 })
    const late = await max.browser.signIn()
    expect(await approve({ ...max, ...late }, waiting.id)).toEqual(gone)
    const { id, code } = await ask({ ...kim, ...(await kim.browser.signIn()) }, sam)
    const secret = await approved({ ...max, ...late }, id)
    vi.setSystemTime(Date.now() + 24 * 3_600_000 + 1000)
    expect(await readLink(secret)).toBeNull()
    await expect(startRegistrationByLink(secret, { code })).rejects.toMatchObject(refusedAs('link'))
    expect(await ownRecoveries((await sam.browser.signIn()).actor)).toMatchObject([
      { state: 'expired' },
      { state: 'expired' },
    ])
  })

  test('can be withdrawn by the security team, and stopped by the person, link and all', async () => {
    const one = await ask(kim, sam)
    const secret = await approved(max, one.id)
    expect(await withdrawRecovery(max.actor, { id: one.id })).toMatchObject({ ok: true })
    expect(await readLink(secret)).toBeNull()
    expect(await withdrawRecovery(max.actor, { id: one.id })).toEqual(gone)

    const two = await ask(kim, sam)
    const other = await approved(max, two.id)
    const theo = await joined('Theo')
    await expect(stopOwnRecovery(theo.actor, { id: two.id })).rejects.toBeInstanceOf(NotThere)
    expect(await stopOwnRecovery(sam.actor, { id: two.id })).toMatchObject({ ok: true })
    await expect(startRegistrationByLink(other, { code: two.code })).rejects.toMatchObject(refusedAs('link'))
    const states = (await ownRecoveries(sam.actor)).map(({ state }) => state)
    expect(states.sort()).toEqual(['stopped_by_holder', 'withdrawn'])
  })

  test('the person cannot hide it from the security team, nor withdraw as one of them', async () => {
    const { id } = await ask(max, kim)
    await expect(withdrawRecovery(kim.actor, { id })).rejects.toBeInstanceOf(NotThere)
    const shown = (await recentRecoveries(kim.actor)).open.find((one) => one.id === id)
    expect(shown).toMatchObject({ mine: 'about', person: 'Kim' })
    expect(await stopOwnRecovery(kim.actor, { id })).toMatchObject({ ok: true })
  })

  test('the same submit twice makes one request and shows the same code', async () => {
    const submission = { key: 'submit-0001' }
    const input = { who: sam.email, verifiedHow }
    const first = await requestRecovery(kim.actor, input, submission)
    expect(await requestRecovery(kim.actor, input, submission)).toEqual(first)
    const rows = await (await database())
      .select()
      .from(recoveryRequests)
      .where(eq(recoveryRequests.personId, sam.actor.personId))
    expect(rows).toHaveLength(1)
  })

  test.runIf(onServer)('fifty requests at once for one person are one', async () => {
    const ended = await Promise.all(
      Array.from({ length: 50 }, () => requestRecovery(kim.actor, { who: sam.email, verifiedHow })),
    )
    expect(ended.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test.runIf(onServer)('fifty approvals at once make one link', async () => {
    const { id } = await ask(kim, sam)
    await max.browser.confirm(max.actor, `recovery.approve:${id}`)
    const ended = await Promise.allSettled(
      Array.from({ length: 50 }, () => approveRecovery(max.actor, { id })),
    )
    const links = ended.filter((one) => one.status === 'fulfilled' && one.value.ok)
    expect(links).toHaveLength(1)
  })

  test.runIf(onServer)(
    'used, withdrawn, tried and cut off at once: each ends in an answer, none in a deadlock',
    async () => {
      for (let i = 0; i < 8; i++) {
        const otto = await joined('Otto')
        const { id, code } = await ask(kim, otto)
        const secret = await approved(max, id)
        const begun = browser().authenticator.register(await startRegistrationByLink(secret, { code }))
        const personId = otto.actor.personId
        const [row] = await (await database()).select().from(people).where(eq(people.id, personId))
        const ended = await Promise.allSettled([
          finishRegistrationByLink(begun),
          withdrawRecovery(max.actor, { id }),
          startRegistrationByLink(secret, { code: 'AAAA-AAAA' }),
          deactivatePerson(kim.actor, { personId, version: row?.version }),
          stopOwnRecovery(otto.actor, { id }),
        ])
        for (const one of ended)
          if (one.status === 'rejected')
            expect(['CeremonyRefused', 'Problems']).toContain(errorName(one.reason))
      }
    },
  )

  test('neither code nor link stands anywhere in a form that could be used, nor any name', async () => {
    const { id, code } = await ask(kim, sam)
    const secret = await approved(max, id)
    const db = await database()
    const stored = JSON.stringify([
      await db.select().from(recoveryRequests),
      await db.select().from(submissions),
      await db.select().from(auditEntries),
    ])
    for (const hidden of [code, code.replace('-', ''), secret, 'Sam', sam.email])
      expect(stored).not.toContain(hidden)
  })
})

describe('recovery from the server’s own console', () => {
  test('lets the only administrator in again, without a code, for an hour', async () => {
    const outcome = await recoverFromConsole({})
    if (!outcome.ok) throw new Error('refused')
    const secret = secretOf(outcome.result.path)
    expect(await readLink(secret)).toEqual({ kind: 'recovery', name: 'Max', needsCode: false })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_001 })
    expect(await readLink(secret)).toBeNull()
    vi.useRealTimers()
    const found = browser()
    await found.register(secret)
    expect((await found.signIn()).actor.personId).toBe(max.actor.personId)
    const entries = await entriesAbout(max.actor.personId)
    expect(entries.map(({ action, actorKind }) => [action, actorKind])).toEqual([
      ['recovery.from_console', 'console'],
      ['recovery.used', 'person'],
    ])
  })

  test('needs a reference once there are several administrators, and names whom there are', async () => {
    await joined('Mia', 'administrator')
    const outcome = await recoverFromConsole({})
    expect(outcome).toHaveProperty('problems.ref')
    const refs = JSON.stringify(outcome).match(/P-[0-9A-F]{10}/g) ?? []
    expect(refs).toHaveLength(2)
    expect(await recoverFromConsole({ ref: refs[1]?.toLowerCase() })).toMatchObject({ ok: true })
    expect(await recoverFromConsole({ ref: 'P-0000000000' })).toHaveProperty('problems.ref')
  })
})
