import { randomBytes } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { challenges, passkeys, sessions } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { clearSpent } from '@/lib/access/spent'
import { flag } from '@/lib/passkeys/authenticator.fixture'
import { browser, joined, setUp } from '@/lib/passkeys/browser.fixture'
import { startConfirmation } from '@/lib/passkeys/commands/confirm'
import { signIn, startSignIn } from '@/lib/passkeys/commands/sign-in'
import { startSpare } from '@/lib/passkeys/commands/spare'
import { readSession } from '@/lib/sessions/queries'

type Person = Awaited<ReturnType<typeof joined>>
let sam: Person
let theo: Person
const refusedAs = (reason: string) => ({ name: 'CeremonyRefused', reason })
const device = 'Firefox on Linux'
const sessionsOf = async (personId: string) =>
  (await database()).select().from(sessions).where(eq(sessions.personId, personId))
const setFlags = (set: number, clear: number) => ({
  data: <Data extends { flags: number }>(honest: Data) => ({
    ...honest,
    flags: (honest.flags | set) & ~clear,
  }),
})

beforeAll(async () => {
  await freshDatabase()
  await setUp()
})
beforeEach(async () => {
  sam = await joined('Sam')
  theo = await joined('Theo')
})
afterEach(() => void vi.useRealTimers())
afterAll(dropDatabases)

describe('options for signing in', () => {
  test('ask for nobody in particular, and insist that the person is recognised', async () => {
    const options = await startSignIn()
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', timeout: 300_000 })
    expect(options.allowCredentials ?? []).toEqual([])
    expect(Object.keys(options).sort()).not.toContain('user')
  })

  test('carry a challenge of 256 bits that never comes twice', async () => {
    const seen = new Set<string>()
    for (let i = 0; i < 200; i++) seen.add((await startSignIn()).challenge)
    expect(seen.size).toBe(200)
    for (const challenge of seen) expect(Buffer.from(challenge, 'base64url')).toHaveLength(32)
  })
})

describe('signing in', () => {
  test('opens a session of which only the hash is stored, and writes it down', async () => {
    const signed = await sam.browser.signIn()
    expect(signed).toMatchObject({ name: 'Sam', actor: { role: 'staff' } })
    expect(Buffer.from(signed.secret, 'base64url')).toHaveLength(32)
    const rows = await sessionsOf(signed.actor.personId)
    expect(JSON.stringify(rows)).not.toContain(signed.secret)
    const db = await database()
    const [entry] = await db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, 'session.opened'), eq(auditEntries.actorId, signed.actor.personId)))
      .orderBy(asc(auditEntries.seq))
    expect(entry).toMatchObject({ actorKind: 'person', actorRole: 'staff', outcome: 'done' })
  })

  test('gives a new secret each time, and ends the session the browser had', async () => {
    const first = await sam.browser.signIn()
    const second = await sam.browser.signIn({}, first.actor)
    expect(second.secret).not.toBe(first.secret)
    expect(await readSession(first.actor.personId, first.actor.sessionId)).toBeNull()
    expect(await readSession(second.actor.personId, second.actor.sessionId)).not.toBeNull()
  })

  test('leaves sessions in other browsers alone', async () => {
    const first = await sam.browser.signIn()
    await sam.browser.signIn()
    expect(await readSession(first.actor.personId, first.actor.sessionId)).not.toBeNull()
  })

  test('the same answer does not count twice', async () => {
    const answer = sam.browser.authenticator.assert(await startSignIn())
    await signIn(answer, device)
    await expect(signIn(answer, device)).rejects.toMatchObject(refusedAs('challenge'))
  })

  test.runIf(onServer)('nor fifty times at once', async () => {
    const before = (await sessionsOf(sam.actor.personId)).length
    const answer = sam.browser.authenticator.assert(await startSignIn())
    const ended = await Promise.allSettled(
      Array.from({ length: 50 }, () => signIn(structuredClone(answer), device)),
    )
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await sessionsOf(sam.actor.personId)).toHaveLength(before + 1)
  })

  test.runIf(onServer)('fifty sign-ins of one synced passkey at once all succeed', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => sam.browser.authenticator.assert(await startSignIn())),
    )
    await expect(Promise.all(answers.map((answer) => signIn(answer, device)))).resolves.toHaveLength(50)
  })

  test('a challenge ends after five minutes', async () => {
    const answer = sam.browser.authenticator.assert(await startSignIn())
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 300_001 })
    await expect(signIn(answer, device)).rejects.toMatchObject(refusedAs('challenge'))
  })

  test('challenges that ended are cleared away', async () => {
    for (let i = 0; i < 20; i++) await startSignIn()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 300_001 })
    await startSignIn()
    await clearSpent()
    expect(await (await database()).select().from(challenges)).toHaveLength(1)
  })

  test('a spoilt answer burns its challenge', async () => {
    const options = await startSignIn()
    const evil = { clientData: (honest: Record<string, unknown>) => ({ ...honest, crossOrigin: true }) }
    await expect(signIn(sam.browser.authenticator.assert(options, evil), device)).rejects.toMatchObject(
      refusedAs('framed'),
    )
    await expect(signIn(sam.browser.authenticator.assert(options), device)).rejects.toMatchObject(
      refusedAs('challenge'),
    )
  })

  test('a challenge of our own making is refused', async () => {
    const challenge = randomBytes(32).toString('base64url')
    const answer = sam.browser.authenticator.assert({ challenge })
    await expect(signIn(answer, device)).rejects.toMatchObject(refusedAs('challenge'))
  })

  test('a challenge given for a confirmation or for registering does not open a session', async () => {
    for (const begun of [await startConfirmation(sam.actor, 'export.take'), await startSpare(sam.actor)]) {
      const answer = sam.browser.authenticator.assert({ challenge: begun.challenge })
      await expect(signIn(answer, device)).rejects.toMatchObject(refusedAs('challenge'))
    }
  })

  test.each([
    ['without the person being recognised', setFlags(0, flag.UV), 'not_verified'],
    ['without anybody there', setFlags(0, flag.UP), 'not_present'],
    ['with a changed backup eligibility', setFlags(0, flag.BE | flag.BS), 'backup_flags'],
    [
      'made at another origin',
      {
        clientData: (honest: Record<string, unknown>) => ({
          ...honest,
          origin: 'https://localhost.evil.test',
        }),
      },
      'origin',
    ],
    ['with a flipped signature', { signature: flipped }, 'signature'],
  ])('%s is refused', async (_what, spoil, reason) => {
    await expect(sam.browser.signIn(spoil)).rejects.toMatchObject(refusedAs(reason))
  })

  test('an answer must name its holder, and the right one', async () => {
    const answer = sam.browser.authenticator.assert(await startSignIn())
    const unnamed = structuredClone(answer)
    delete unnamed.response.userHandle
    await expect(signIn(unnamed, device)).rejects.toMatchObject(refusedAs('user_handle'))

    const other = theo.browser.authenticator.held[0]?.handle ?? ''
    const mixed = sam.browser.authenticator.assert(await startSignIn())
    mixed.response.userHandle = other
    await expect(signIn(mixed, device)).rejects.toMatchObject(refusedAs('credential_unknown'))

    const foreign = sam.browser.authenticator.assert(await startSignIn())
    const theirs = theo.browser.authenticator.held[0]?.id.toString('base64url') ?? ''
    await expect(signIn({ ...foreign, id: theirs, rawId: theirs }, device)).rejects.toMatchObject(
      refusedAs('credential_unknown'),
    )
  })

  test('an unknown credential, a removed one, and one of who left are refused alike', async () => {
    const stranger = browser()
    stranger.authenticator.register({ challenge: 'x', user: { id: randomBytes(64).toString('base64url') } })
    await expect(stranger.signIn()).rejects.toMatchObject(refusedAs('credential_unknown'))
    const db = await database()
    await db.update(passkeys).set({ removedAt: new Date() }).where(eq(passkeys.personId, sam.actor.personId))
    await expect(sam.browser.signIn()).rejects.toMatchObject(refusedAs('credential_unknown'))
    await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, theo.actor.personId))
    await expect(theo.browser.signIn()).rejects.toMatchObject(refusedAs('credential_unknown'))
  })

  test('a passkey removed while its answer is on the way opens nothing', async () => {
    const answer = sam.browser.authenticator.assert(await startSignIn())
    const db = await database()
    await db.update(passkeys).set({ removedAt: new Date() }).where(eq(passkeys.personId, sam.actor.personId))
    await expect(signIn(answer, device)).rejects.toMatchObject({ name: 'CeremonyRefused' })
  })

  test.each([
    undefined,
    null,
    'text',
    7,
    [],
    {},
    { response: {} },
    { id: {}, response: { clientDataJSON: 'e30' } },
  ])('%j is refused, not a fault', async (message) => {
    await expect(signIn(message, device)).rejects.toMatchObject({ name: 'CeremonyRefused' })
  })
})

describe('what an authenticator says of itself', () => {
  test('whether it is backed up is noted anew at each use', async () => {
    const backedUp = async () => {
      const [row] = await (await database())
        .select()
        .from(passkeys)
        .where(eq(passkeys.personId, sam.actor.personId))
      return row?.backedUp
    }
    expect(await backedUp()).toBe(true)
    await sam.browser.signIn(setFlags(0, flag.BS))
    expect(await backedUp()).toBe(false)
    await sam.browser.signIn()
    expect(await backedUp()).toBe(true)
  })

  test('a counter that does not grow is refused, and written down with whose it is', async () => {
    const key = await joined('Rosa', 'staff', browser({ counts: true, synced: false }))
    const copy = { data: <Data extends object>(honest: Data) => ({ ...honest, counter: 1 }) }
    await expect(key.browser.signIn(copy)).rejects.toMatchObject(refusedAs('counter'))
    const entries = await (await database())
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'passkey.clone_suspected'))
    expect(entries).toMatchObject([
      { personId: key.actor.personId, outcome: 'refused', actorKind: 'visitor' },
    ])
    await expect(key.browser.signIn()).resolves.toMatchObject({ name: 'Rosa' })
  })

  test('nobody without the key can raise that alarm', async () => {
    const key = await joined('Rosa', 'staff', browser({ counts: true, synced: false }))
    const forged = {
      data: <Data extends object>(honest: Data) => ({ ...honest, counter: 1 }),
      signature: flipped,
    }
    await expect(key.browser.signIn(forged)).rejects.toMatchObject(refusedAs('signature'))
    const entries = await (await database())
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.personId, key.actor.personId))
    expect(entries.map(({ action }) => action)).not.toContain('passkey.clone_suspected')
  })

  test('two answers of a counting key that arrive in the wrong order: the older one is refused', async () => {
    const key = await joined('Rosa', 'staff', browser({ counts: true, synced: false }))
    const older = key.browser.authenticator.assert(await startSignIn())
    const newer = key.browser.authenticator.assert(await startSignIn())
    await signIn(newer, device)
    await expect(signIn(older, device)).rejects.toMatchObject(refusedAs('counter'))
  })
})

function flipped(honest: Buffer): Buffer {
  const other = Buffer.from(honest)
  const last = other.length - 1
  other[last] = (other[last] ?? 0) ^ 1
  return other
}
