import { and, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { freshAssertions, passkeys } from '@/db/schema/access'
import { auditEntries } from '@/db/schema/audit'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import { NotConfirmed, NotThere } from '@/lib/access/outcome'
import { browser, joined, linkFor, setUp } from '@/lib/passkeys/browser.fixture'
import { finishConfirmation, startConfirmation } from '@/lib/passkeys/commands/confirm'
import { removePasskey, renamePasskey } from '@/lib/passkeys/commands/keep'
import { makeSheet } from '@/lib/passkeys/commands/sheet'
import { finishSpare, startSpare } from '@/lib/passkeys/commands/spare'
import { hasSheet, ownPasskeys } from '@/lib/passkeys/queries'
import { readSession } from '@/lib/sessions/queries'

type Person = Awaited<ReturnType<typeof joined>>
let sam: Person
let theo: Person
let max: Awaited<ReturnType<typeof setUp>>
const refusedAs = (reason: string) => ({ name: 'CeremonyRefused', reason })
const firstOf = async (person: Person) => {
  const [first] = await ownPasskeys(person.actor)
  if (!first) throw new Error('no passkey')
  return first
}
const lastEntry = async () => {
  const [last] = await (await database()).select().from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1)
  return last
}
const secondKey = async (person: Person) => {
  await person.browser.confirm(person.actor, 'passkey.add')
  const key = browser({ synced: false, counts: true })
  await key.addSpare(person.actor)
  return key
}

beforeAll(async () => {
  await freshDatabase()
  max = await setUp()
})
beforeEach(async () => {
  sam = await joined('Sam')
  theo = await joined('Theo')
})
afterEach(() => void vi.useRealTimers())
afterAll(dropDatabases)

describe('a fresh confirmation', () => {
  const remaining = async (person: Person) =>
    (await database())
      .select({ purpose: freshAssertions.purpose })
      .from(freshAssertions)
      .where(eq(freshAssertions.personId, person.actor.personId))

  test('asks for one’s own passkeys only', async () => {
    const { allowCredentials } = await startConfirmation(sam.actor, 'passkey.add')
    expect(allowCredentials?.map(({ id }) => id)).toEqual([(await firstOf(sam)).id])
  })

  test('is given for one act, and is written down without its object', async () => {
    await sam.browser.confirm(sam.actor, 'passkey.remove:abc')
    expect(await remaining(sam)).toEqual([{ purpose: 'passkey.remove:abc' }])
    expect(await lastEntry()).toMatchObject({ action: 'confirmation.given', subjectId: 'passkey.remove' })
  })

  test('given for one act is not one for another', async () => {
    const options = await startConfirmation(sam.actor, 'passkey.add')
    const answer = sam.browser.authenticator.assert(options)
    await expect(finishConfirmation(sam.actor, 'role.grant', answer)).rejects.toMatchObject(
      refusedAs('challenge'),
    )
    expect(await remaining(sam)).toEqual([])
  })

  test('is bound to the person and the session that asked', async () => {
    const begin = async () =>
      sam.browser.authenticator.assert(await startConfirmation(sam.actor, 'passkey.add'))
    await expect(finishConfirmation(theo.actor, 'passkey.add', await begin())).rejects.toMatchObject(
      refusedAs('challenge'),
    )
    const elsewhere = await sam.browser.signIn()
    await expect(finishConfirmation(elsewhere.actor, 'passkey.add', await begin())).rejects.toMatchObject(
      refusedAs('challenge'),
    )
  })

  test('cannot be given with somebody else’s passkey, even where the browser offers it', async () => {
    const { challenge } = await startConfirmation(sam.actor, 'passkey.add')
    const answer = theo.browser.authenticator.assert({ challenge })
    await expect(finishConfirmation(sam.actor, 'passkey.add', answer)).rejects.toMatchObject(
      refusedAs('credential_unknown'),
    )
  })

  test('may leave out the user handle, but not name somebody else’s', async () => {
    const answer = sam.browser.authenticator.assert(await startConfirmation(sam.actor, 'passkey.add'))
    delete answer.response.userHandle
    await expect(finishConfirmation(sam.actor, 'passkey.add', answer)).resolves.toBeUndefined()
    const other = sam.browser.authenticator.assert(await startConfirmation(sam.actor, 'passkey.add'))
    other.response.userHandle = theo.browser.authenticator.held[0]?.handle
    await expect(finishConfirmation(sam.actor, 'passkey.add', other)).rejects.toMatchObject(
      refusedAs('credential_unknown'),
    )
  })

  test('needs the person to be recognised again', async () => {
    const unverified = {
      data: <Data extends { flags: number }>(honest: Data) => ({ ...honest, flags: honest.flags & ~4 }),
    }
    await expect(sam.browser.confirm(sam.actor, 'passkey.add', unverified)).rejects.toMatchObject(
      refusedAs('not_verified'),
    )
  })

  test('is of no use after five minutes', async () => {
    await sam.browser.confirm(sam.actor, 'passkey.add')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 300_001 })
    await expect(browser().addSpare(sam.actor)).rejects.toBeInstanceOf(NotConfirmed)
  })

  test('takes the longest credential id there is', async () => {
    const longest = `passkey.remove:${'A'.repeat(1364)}`
    await expect(sam.browser.confirm(sam.actor, longest)).resolves.toBeUndefined()
  })
})

describe('a spare', () => {
  test('is added after a confirmation, and signs in', async () => {
    const key = await secondKey(sam)
    expect(await lastEntry()).toMatchObject({ action: 'passkey.added', personId: sam.actor.personId })
    expect((await key.signIn()).actor.personId).toBe(sam.actor.personId)
    const kept = await ownPasskeys(sam.actor)
    expect(kept.map(({ kind }) => kind)).toEqual(['synced', 'one_device'])
  })

  test('is not added without, nor is one confirmation good for two', async () => {
    await expect(browser().addSpare(sam.actor)).rejects.toBeInstanceOf(NotConfirmed)
    await secondKey(sam)
    await expect(browser().addSpare(sam.actor)).rejects.toBeInstanceOf(NotConfirmed)
    expect(await ownPasskeys(sam.actor)).toHaveLength(2)
  })

  test('is not offered to a device that holds one already', async () => {
    const { excludeCredentials } = await startSpare(sam.actor)
    expect(excludeCredentials?.map(({ id }) => id)).toEqual([(await firstOf(sam)).id])
  })

  test('begun in one session is not finished in another, nor by somebody else', async () => {
    const other = await sam.browser.signIn()
    for (const actor of [other.actor, theo.actor]) {
      await sam.browser.confirm(sam.actor, 'passkey.add')
      const answer = browser().authenticator.register(await startSpare(sam.actor))
      await expect(finishSpare(actor, answer)).rejects.toMatchObject(refusedAs('challenge'))
    }
  })

  test('cannot slip in once the session was ended by a recovery', async () => {
    await sam.browser.confirm(sam.actor, 'passkey.add')
    const answer = browser().authenticator.register(await startSpare(sam.actor))
    const { secret } = await linkFor('Sam', 'staff', 'recovery', sam.actor.personId)
    const regained = browser()
    await regained.register(secret)
    await expect(finishSpare(sam.actor, answer)).rejects.toMatchObject(refusedAs('not_signed_in'))
    const signed = await regained.signIn()
    expect(await ownPasskeys(signed.actor)).toHaveLength(1)
  })

  test.runIf(onServer)('one confirmation and fifty spares at once: one is added', async () => {
    await sam.browser.confirm(sam.actor, 'passkey.add')
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => browser().authenticator.register(await startSpare(sam.actor))),
    )
    const ended = await Promise.allSettled(answers.map((answer) => finishSpare(sam.actor, answer)))
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await ownPasskeys(sam.actor)).toHaveLength(2)
  })
})

describe('naming a passkey', () => {
  test('keeps the name sealed, with a new version', async () => {
    const { id, version } = await firstOf(sam)
    expect(await renamePasskey(sam.actor, { id, version, name: 'Work phone' })).toMatchObject({ ok: true })
    expect(await firstOf(sam)).toMatchObject({ name: 'Work phone', version: version + 1 })
    const [row] = await (await database()).select().from(passkeys).where(eq(passkeys.credentialId, id))
    expect(JSON.stringify(row)).not.toContain('Work phone')
    expect(await lastEntry()).toMatchObject({ action: 'passkey.renamed', personId: sam.actor.personId })
    expect(JSON.stringify(await lastEntry())).not.toContain('Work phone')
  })

  test('from an older version is a conflict that shows what stands', async () => {
    const { id, version } = await firstOf(sam)
    await renamePasskey(sam.actor, { id, version, name: 'Work phone' })
    expect(await renamePasskey(sam.actor, { id, version, name: 'Key' })).toEqual({
      ok: false,
      conflict: { name: 'Work phone', version: version + 1 },
    })
  })

  test('refuses what looks like a secret, at the field', async () => {
    const { id, version } = await firstOf(sam)
    const outcome = await renamePasskey(sam.actor, { id, version, name: 'PIN 493817' })
    expect(outcome).toMatchObject({ ok: false, problems: { name: [expect.any(String)] } })
    expect(await renamePasskey(sam.actor, { id, version, name: '' })).toHaveProperty('problems.name')
    expect(await renamePasskey(sam.actor, { id, version, name: 'Key', personId: 'x' })).toHaveProperty(
      'problems',
    )
  })

  test('somebody else’s is not there, the same as one that does not exist', async () => {
    const { id, version } = await firstOf(theo)
    for (const one of [id, 'A'.repeat(43)])
      await expect(renamePasskey(sam.actor, { id: one, version, name: 'Mine' })).rejects.toBeInstanceOf(
        NotThere,
      )
  })
})

describe('removing a passkey', () => {
  test('ends it and every session it opened, and only those', async () => {
    const key = await secondKey(sam)
    const byKey = await key.signIn()
    const { id } = await firstOf(sam)
    await key.confirm(byKey.actor, `passkey.remove:${id}`)
    expect(await removePasskey(byKey.actor, { id })).toEqual({ ok: true, result: { ended: 1 } })
    expect(await readSession(sam.actor.personId, sam.actor.sessionId)).toBeNull()
    expect(await readSession(byKey.actor.personId, byKey.actor.sessionId)).not.toBeNull()
    await expect(sam.browser.signIn()).rejects.toMatchObject(refusedAs('credential_unknown'))
    const [row] = await (await database()).select().from(passkeys).where(eq(passkeys.credentialId, id))
    expect(row).toMatchObject({ removedBy: sam.actor.personId, removedAt: expect.any(Date) })
  })

  test('needs a confirmation for this very passkey', async () => {
    await secondKey(sam)
    const [first, second] = await ownPasskeys(sam.actor)
    await expect(removePasskey(sam.actor, { id: first?.id })).rejects.toBeInstanceOf(NotConfirmed)
    await sam.browser.confirm(sam.actor, `passkey.remove:${second?.id}`)
    await expect(removePasskey(sam.actor, { id: first?.id })).rejects.toBeInstanceOf(NotConfirmed)
  })

  test('never takes the last one', async () => {
    const { id } = await firstOf(sam)
    await sam.browser.confirm(sam.actor, `passkey.remove:${id}`)
    expect(await removePasskey(sam.actor, { id })).toMatchObject({
      ok: false,
      problems: { '': [expect.any(String)] },
    })
    expect(await ownPasskeys(sam.actor)).toHaveLength(1)
  })

  test.runIf(onServer)('nor the last two at once', async () => {
    const key = await secondKey(sam)
    const other = await key.signIn()
    const [first, second] = await ownPasskeys(sam.actor)
    await sam.browser.confirm(sam.actor, `passkey.remove:${second?.id}`)
    await key.confirm(other.actor, `passkey.remove:${first?.id}`)
    await Promise.all([
      removePasskey(sam.actor, { id: second?.id }),
      removePasskey(other.actor, { id: first?.id }),
    ])
    const standing = and(eq(passkeys.personId, sam.actor.personId), isNull(passkeys.removedAt))
    expect(await (await database()).select().from(passkeys).where(standing)).toHaveLength(1)
  })

  test('somebody else’s is not there', async () => {
    const { id } = await firstOf(theo)
    await sam.browser.confirm(sam.actor, `passkey.remove:${id}`)
    await expect(removePasskey(sam.actor, { id })).rejects.toBeInstanceOf(NotThere)
  })

  test('a removed one cannot be bound again, by anybody', async () => {
    const key = await secondKey(sam)
    const [, second] = await ownPasskeys(sam.actor)
    await sam.browser.confirm(sam.actor, `passkey.remove:${second?.id}`)
    await removePasskey(sam.actor, { id: second?.id })
    const held = key.authenticator.held[0]
    const spoil = { data: <Data extends object>(honest: Data) => ({ ...honest, id: held?.id }) }
    await theo.browser.confirm(theo.actor, 'passkey.add')
    const answer = browser().authenticator.register(await startSpare(theo.actor), spoil)
    const id = held?.id.toString('base64url') ?? ''
    await expect(finishSpare(theo.actor, { ...answer, id, rawId: id })).rejects.toMatchObject(
      refusedAs('credential_known'),
    )
  })
})

describe('a new recovery sheet', () => {
  test('is made by the only administrator, after a confirmation, and ends the one before', async () => {
    expect(await hasSheet(max.max.actor)).toBe(true)
    await expect(makeSheet(max.max.actor, {})).rejects.toBeInstanceOf(NotConfirmed)
    await max.browser.confirm(max.max.actor, 'recovery.sheet')
    const made = await makeSheet(max.max.actor, {})
    expect(made).toMatchObject({ ok: true, result: { code: expect.stringMatching(/-/) } })
    await expect(browser().register(max.sheet)).rejects.toMatchObject(refusedAs('link'))
    expect(await lastEntry()).toMatchObject({ action: 'recovery.sheet_made' })
  })

  test('is for nobody else', async () => {
    expect(await hasSheet(sam.actor)).toBe(false)
    await sam.browser.confirm(sam.actor, 'recovery.sheet')
    expect(await makeSheet(sam.actor, {})).toHaveProperty('problems')
  })
})
