import { and, asc, eq, isNull } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { challenges, passkeys, recoveryCodes, sessions, tickets } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { organisation } from '@/db/schema/organisation'
import { people } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { Problems } from '@/lib/access/outcome'
import { ensureSetUpLink } from '@/lib/organisation/set-up'
import { browser, joined, linkFor, secretOf, setUp } from '@/lib/passkeys/browser.fixture'
import { finishRegistrationByLink, readLink, startRegistrationByLink } from '@/lib/passkeys/commands/link'
import { startSignIn } from '@/lib/passkeys/commands/sign-in'
import { startSpare } from '@/lib/passkeys/commands/spare'

const hour = 3_600_000
const refusedAs = (reason: string) => ({ name: 'CeremonyRefused', reason })
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
const actionsOf = async (personId: string) => {
  const db = await database()
  const rows = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.personId, personId))
    .orderBy(asc(auditEntries.seq))
  return rows.map((row) => row.action)
}
/** Everything that stands in the tables of entry, as text. */
async function everythingStored(): Promise<string> {
  const db = await database()
  const rows = [
    ...(await db.select().from(tickets)),
    ...(await db.select().from(challenges)),
    ...(await db.select().from(sessions)),
    ...(await db.select().from(recoveryCodes)),
    ...(await db.select().from(people)),
    ...(await db.select().from(auditEntries)),
  ]
  return JSON.stringify(rows)
}

afterEach(() => void vi.useRealTimers())
afterAll(dropDatabases)

describe('set-up', () => {
  beforeAll(async () => void (await freshDatabase()))
  const answers = { organisation: 'Harbour Office', name: 'Max', email: 'max@example.org' }

  test('asks for names first, each problem at its field', async () => {
    const secret = secretOf((await ensureSetUpLink()) ?? '')
    const start = (typed: unknown) =>
      startRegistrationByLink(secret, typed).then(
        () => null,
        (error: unknown) => (error instanceof Problems ? error.problems : error),
      )
    expect(await start(undefined)).toEqual({
      organisation: ['Answer this to go on.'],
      name: ['Answer this to go on.'],
      email: ['Answer this to go on.'],
    })
    expect(await start({ ...answers, email: 'max at example' })).toHaveProperty('email')
    expect(await start({ ...answers, organisation: ' ' })).toHaveProperty('organisation')
    expect(await start({ ...answers, name: 'Max‮' })).toHaveProperty('name')
    expect(await start({ ...answers, role: 'auditor' })).toHaveProperty([''])
    expect(await readLink(secret)).toEqual({ kind: 'set_up', name: null, needsCode: false })
  })

  test('a later link takes the place of an earlier one', async () => {
    const earlier = secretOf((await ensureSetUpLink()) ?? '')
    const latest = secretOf((await ensureSetUpLink()) ?? '')
    expect(await readLink(earlier)).toBeNull()
    await expect(browser().register(earlier, answers)).rejects.toMatchObject(refusedAs('link'))
    expect(await readLink(latest)).not.toBeNull()
  })

  test('a link ends after an hour', async () => {
    const secret = secretOf((await ensureSetUpLink()) ?? '')
    later(hour + 1000)
    expect(await readLink(secret)).toBeNull()
    await expect(browser().register(secret, answers)).rejects.toMatchObject(refusedAs('link'))
  })

  test('two who open the same link at once: the first to finish is the administrator, the other is refused', async () => {
    const secret = secretOf((await ensureSetUpLink()) ?? '')
    const [first, second] = [browser(), browser()]
    const begun = [
      first.authenticator.register(await startRegistrationByLink(secret, answers)),
      second.authenticator.register(await startRegistrationByLink(secret, { ...answers, name: 'Mallory' })),
    ]
    const ended = await Promise.allSettled(begun.map((response) => finishRegistrationByLink(response)))
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const db = await database()
    expect(await db.select().from(organisation)).toHaveLength(1)
    expect(await db.select().from(people)).toHaveLength(1)
    expect(await db.select().from(passkeys)).toHaveLength(1)
    expect(await ensureSetUpLink()).toBeNull()
  })

  test('hands out a sheet and stores neither it nor the link nor the session in a form that could be used', async () => {
    await freshDatabase()
    const path = await ensureSetUpLink()
    const used = browser()
    const { sheet, kind } = await used.register(secretOf(path ?? ''), answers)
    expect(kind).toBe('set_up')
    expect(sheet).toMatch(/^(?:[A-HJKMNP-TV-Z0-9]{4}-){6}[A-HJKMNP-TV-Z0-9]{4}$/)
    const max = await used.signIn()
    expect(max).toMatchObject({ name: 'Max', actor: { role: 'administrator' } })
    const stored = await everythingStored()
    for (const secret of [secretOf(path ?? ''), sheet ?? '', (sheet ?? '').replaceAll('-', ''), max.secret])
      expect(stored).not.toContain(secret)
    expect(stored).not.toMatch(/Max|max@example/)
    expect(await actionsOf(max.actor.personId)).toEqual(['organisation.set_up', 'session.opened'])
  })
})

describe('joining', () => {
  beforeAll(async () => {
    await freshDatabase()
    await setUp()
  })

  test('Sam opens his link, makes a passkey and signs in with it', async () => {
    const { secret, personId } = await linkFor('Sam')
    expect(await readLink(secret)).toEqual({ kind: 'join', name: 'Sam', needsCode: false })
    const phone = browser()
    expect(await phone.register(secret)).toEqual({ kind: 'join', sheet: null })
    expect(await phone.signIn()).toMatchObject({ name: 'Sam', actor: { personId, role: 'staff' } })
    expect(await actionsOf(personId)).toEqual(['person.joined', 'session.opened'])
    const db = await database()
    const [standing] = await db.select().from(personStandings).where(eq(personStandings.personId, personId))
    expect(standing?.state).toBe('active')
  })

  test('a link is dead after its use, after its time, and when a newer one was made', async () => {
    const used = await linkFor('Theo')
    await browser().register(used.secret)
    expect(await readLink(used.secret)).toBeNull()
    await expect(browser().register(used.secret)).rejects.toMatchObject(refusedAs('link'))

    const first = await linkFor('Rosa')
    const second = await linkFor('Rosa', 'staff', 'join', first.personId)
    expect(await readLink(first.secret)).toBeNull()
    expect(await readLink(second.secret)).not.toBeNull()
    later(72 * hour + 1000)
    expect(await readLink(second.secret)).toBeNull()
  })

  test('what was begun with a link cannot be finished once the link has ended', async () => {
    const { secret, personId } = await linkFor('Rosa')
    const phone = browser()
    const response = phone.authenticator.register(await startRegistrationByLink(secret))
    await linkFor('Rosa', 'staff', 'join', personId)
    await expect(finishRegistrationByLink(response)).rejects.toMatchObject(refusedAs('link'))
    const db = await database()
    expect(await db.select().from(passkeys).where(eq(passkeys.personId, personId))).toHaveLength(0)
  })

  test('a second link is of no use to somebody who has joined', async () => {
    const sam = await joined('Sam')
    const { secret } = await linkFor('Sam', 'staff', 'join', sam.actor.personId)
    await expect(browser().register(secret)).rejects.toMatchObject(refusedAs('link'))
  })

  test('Otto left before he joined: his link offers nothing', async () => {
    const { secret, personId } = await linkFor('Otto')
    const db = await database()
    await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, personId))
    await expect(readLink(secret)).rejects.toMatchObject(refusedAs('link'))
    await expect(browser().register(secret)).rejects.toMatchObject(refusedAs('link'))
  })

  test('Otto leaves between the two steps: nothing is bound', async () => {
    const { secret, personId } = await linkFor('Otto')
    const response = browser().authenticator.register(await startRegistrationByLink(secret))
    const db = await database()
    await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, personId))
    await expect(finishRegistrationByLink(response)).rejects.toMatchObject(refusedAs('link'))
    expect(await db.select().from(passkeys).where(eq(passkeys.personId, personId))).toHaveLength(0)
  })

  test.each(['', 'x', 'A'.repeat(43), '../../etc', 'ffff-ffff'])('%j is no link', async (secret) => {
    expect(await readLink(secret)).toBeNull()
    await expect(startRegistrationByLink(secret)).rejects.toMatchObject(refusedAs('link'))
  })

  test('a challenge for signing in is not one for registering, and a spare’s is not one for a link', async () => {
    const { secret } = await linkFor('Theo')
    const phone = browser()
    const options = await startRegistrationByLink(secret)
    const { challenge } = await startSignIn()
    const swapped = phone.authenticator.register({ ...options, challenge })
    await expect(finishRegistrationByLink(swapped)).rejects.toMatchObject(refusedAs('challenge'))
    const sam = await joined('Sam')
    const spare = browser().authenticator.register(await startSpare(sam.actor))
    await expect(finishRegistrationByLink(spare)).rejects.toMatchObject(refusedAs('challenge'))
  })

  test('a spoilt answer burns its challenge, and the link still works', async () => {
    const { secret } = await linkFor('Theo')
    const phone = browser()
    const options = await startRegistrationByLink(secret)
    const evil = {
      clientData: (honest: Record<string, unknown>) => ({ ...honest, origin: 'https://evil.test' }),
    }
    await expect(finishRegistrationByLink(phone.authenticator.register(options, evil))).rejects.toMatchObject(
      refusedAs('origin'),
    )
    await expect(finishRegistrationByLink(phone.authenticator.register(options))).rejects.toMatchObject(
      refusedAs('challenge'),
    )
    expect((await phone.register(secret)).kind).toBe('join')
  })

  test('a credential that is bound already, to him or to somebody else, is refused, and the link still works', async () => {
    const sam = await joined('Sam')
    const { secret, personId } = await linkFor('Theo')
    const copied = sam.browser.authenticator.held[0]
    if (!copied) throw new Error('Sam has no passkey')
    const same = browser({})
    const spoil = { data: <Data extends object>(honest: Data) => ({ ...honest, id: copied.id }) }
    const response = same.authenticator.register(await startRegistrationByLink(secret), spoil)
    const named = { ...response, id: copied.id.toString('base64url'), rawId: copied.id.toString('base64url') }
    await expect(finishRegistrationByLink(named)).rejects.toMatchObject(refusedAs('credential_known'))
    const db = await database()
    expect(await db.select().from(passkeys).where(eq(passkeys.personId, personId))).toHaveLength(0)
    expect(await readLink(secret)).not.toBeNull()
    expect((await sam.browser.signIn()).actor.personId).toBe(sam.actor.personId)
  })

  test.runIf(onServer)('fifty finishes with one link: exactly one passkey is bound', async () => {
    const { secret, personId } = await linkFor('Rosa')
    const begun = await Promise.all(
      Array.from({ length: 50 }, async () =>
        browser().authenticator.register(await startRegistrationByLink(secret)),
      ),
    )
    const ended = await Promise.allSettled(begun.map((response) => finishRegistrationByLink(response)))
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of ended)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ name: 'CeremonyRefused' })
    const db = await database()
    expect(await db.select().from(passkeys).where(eq(passkeys.personId, personId))).toHaveLength(1)
    expect((await actionsOf(personId)).filter((action) => action === 'person.joined')).toHaveLength(1)
  })

  test.runIf(onServer)('fifty finishes of one challenge: exactly one counts', async () => {
    const { secret, personId } = await linkFor('Rosa')
    const response = browser().authenticator.register(await startRegistrationByLink(secret))
    const ended = await Promise.allSettled(
      Array.from({ length: 50 }, () => finishRegistrationByLink(structuredClone(response))),
    )
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const db = await database()
    expect(await db.select().from(passkeys).where(eq(passkeys.personId, personId))).toHaveLength(1)
  })
})

describe('the recovery sheet', () => {
  beforeAll(async () => void (await freshDatabase()))

  test('lets the only administrator register anew, once, and ends what was there before', async () => {
    const { max, sheet, browser: lost } = await setUp()
    const found = browser()
    const typed = sheet.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')
    const { kind, sheet: next } = await found.register(typed)
    expect(kind).toBe('recovery')
    expect(next).not.toBe(sheet)
    await expect(lost.signIn()).rejects.toMatchObject(refusedAs('credential_unknown'))
    expect((await found.signIn()).actor.personId).toBe(max.actor.personId)
    await expect(browser().register(sheet)).rejects.toMatchObject(refusedAs('link'))
    expect(await actionsOf(max.actor.personId)).toContain('recovery.sheet_used')
    const again = browser()
    await again.register(next ?? '')
    const db = await database()
    const bound = and(eq(passkeys.personId, max.actor.personId), isNull(passkeys.removedAt))
    expect(await db.select().from(passkeys).where(bound)).toHaveLength(1)
  })

  test('does not work while a second administrator has joined, and works again without', async () => {
    await freshDatabase()
    const { sheet } = await setUp()
    const { personId, secret } = await linkFor('Mia', 'administrator')
    // Invited only: she could not help him in.
    await expect(startRegistrationByLink(sheet)).resolves.toBeDefined()
    await browser().register(secret)
    await expect(startRegistrationByLink(sheet)).rejects.toMatchObject(refusedAs('link'))
    const db = await database()
    await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, personId))
    await expect(startRegistrationByLink(sheet)).resolves.toBeDefined()
  })

  test('is refused at the end, too, when a second administrator joined meanwhile', async () => {
    await freshDatabase()
    const { sheet, max } = await setUp()
    const response = browser().authenticator.register(await startRegistrationByLink(sheet))
    await joined('Mia', 'administrator')
    await expect(finishRegistrationByLink(response)).rejects.toMatchObject(refusedAs('link'))
    const db = await database()
    const bound = and(eq(passkeys.personId, max.actor.personId), isNull(passkeys.removedAt))
    expect(await db.select().from(passkeys).where(bound)).toHaveLength(1)
  })

  test.runIf(onServer)('fifty finishes with one sheet: exactly one counts', async () => {
    await freshDatabase()
    const { sheet } = await setUp()
    const begun = await Promise.all(
      Array.from({ length: 50 }, async () =>
        browser().authenticator.register(await startRegistrationByLink(sheet)),
      ),
    )
    const ended = await Promise.allSettled(begun.map((response) => finishRegistrationByLink(response)))
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
