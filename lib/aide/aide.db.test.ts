import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { sessions } from '@/db/schema/access'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { delegations } from '@/db/schema/aide'
import { auditEntries } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import { pieceStatements } from '@/db/schema/pieces'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotConfirmed, NotThere, Refused } from '@/lib/access/outcome'
import { allows, answering, asThemselves, type Permission, permissions } from '@/lib/access/permissions'
import { stateInventory } from '@/lib/accounts/commands/inventory'
import { recordAccount } from '@/lib/accounts/commands/record'
import { removeAccount } from '@/lib/accounts/commands/remove'
import { confirmAccount, reviseAccount, setVisibility } from '@/lib/accounts/commands/revise'
import { mailbox } from '@/lib/accounts/entry.fixture'
import { listAccounts, readAccount, readInventory } from '@/lib/accounts/queries'
import { acceptToAnswer, answerFor, stopBeingAide } from '@/lib/aide/commands/answering'
import { askAide, endAide, grantAide } from '@/lib/aide/commands/consent'
import { aideNews, readAides } from '@/lib/aide/queries'
import { verifyAudit } from '@/lib/audit/verify'
import { askForException } from '@/lib/exceptions/commands'
import { chunksOf } from '@/lib/exports/queries'
import { guidanceVersion } from '@/lib/guidance/version'
import { recordLine } from '@/lib/lines/commands/record'
import { confirmLine } from '@/lib/lines/commands/revise'
import { phone } from '@/lib/lines/entry.fixture'
import { listLines, readLine } from '@/lib/lines/queries'
import { addMessagingApp } from '@/lib/messaging/commands'
import { readApp } from '@/lib/messaging/queries'
import { firstSettings } from '@/lib/organisation/settings'
import { joined, setUp } from '@/lib/passkeys/browser.fixture'
import { ownPasskeys } from '@/lib/passkeys/queries'
import { confirmedFor } from '@/lib/people/cast.fixture'
import { deactivatePerson } from '@/lib/people/commands/leave'
import { addPhone } from '@/lib/phones/commands'
import { sayNone } from '@/lib/pieces/commands/none'
import { confirmPiece, statePiece } from '@/lib/pieces/commands/state'
import { listPieces, readPiece } from '@/lib/pieces/queries'
import { endOwnSession } from '@/lib/sessions/commands'
import { ownSessions, readSession } from '@/lib/sessions/queries'
import { readToday } from '@/lib/today/queries'
import { type AideScope, aideScopes } from '@/lib/vocabulary'
import { aideProblems } from '@/lib/words/aide'

type Person = Awaited<ReturnType<typeof joined>>
let max: Actor
let rosa: Person
let theo: Person
let sam: Person
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  await freshDatabase()
  max = (await setUp()).max.actor
})
beforeEach(async () => {
  rosa = await joined('Rosa')
  theo = await joined('Theo')
  sam = await joined('Sam')
})
afterAll(dropDatabases)

const idOf = <Result extends { id: string }>(
  outcome: { ok: true; result: Result } | { ok: false },
): string => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
/** Who somebody is at their next request. */
async function again({ actor }: { actor: Actor }): Promise<Actor> {
  const signed = await readSession(actor.personId, actor.sessionId)
  if (!signed) throw new Error('signed out')
  return signed.actor
}
async function asked(
  of: Person,
  aide: Person,
  scope: readonly AideScope[] = aideScopes,
  endsOn = inDays(30),
) {
  return idOf(await askAide(of.actor, { address: aide.email, scope, endsOn }))
}
async function granted(
  of: Person,
  aide: Person,
  scope: readonly AideScope[] = aideScopes,
  endsOn = inDays(30),
) {
  const id = await asked(of, aide, scope, endsOn)
  await acceptToAnswer(aide.actor, { id })
  await confirmedFor(of.actor, `aide.grant:${id}`)
  expect(await grantAide(of.actor, { id })).toEqual({ ok: true, result: null })
  return id
}
/** Theo at a request while he answers for Rosa. */
async function answeringFor(of: Person, scope?: readonly AideScope[], endsOn?: string) {
  const id = await granted(of, theo, scope, endsOn)
  await answerFor(theo.actor, { id })
  return { id, aide: await again(theo) }
}
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}
const listedOf = async ({ actor }: Person) =>
  (await database()).select().from(accounts).where(eq(accounts.personId, actor.personId))

describe('asking for an aide', () => {
  test('is answered the same whether or not somebody has the address, and names nobody', async () => {
    const known = await askAide(rosa.actor, { address: theo.email, scope: ['accounts'], endsOn: inDays(9) })
    const unknown = await askAide(rosa.actor, {
      address: 'nobody@example.org',
      scope: ['accounts'],
      endsOn: inDays(9),
    })
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    const { aides } = await readAides(rosa.actor)
    expect(aides.map(({ state, name, address }) => [state, name, address]).sort()).toEqual([
      ['asked', null, 'nobody@example.org'],
      ['asked', null, theo.email],
    ])
    expect((await lastEntry())?.detail).not.toContain('example.org')
    const rows = JSON.stringify(await (await database()).select().from(delegations))
    expect(rows).not.toContain('example.org')
  })

  test('names the field that is wrong: own address, nothing chosen, a day gone by or too far off', async () => {
    const good = { address: theo.email, scope: ['accounts'], endsOn: inDays(9) }
    const bad = async (more: object) => askAide(rosa.actor, { ...good, ...more })
    expect(await bad({ address: rosa.email })).toEqual({
      ok: false,
      problems: { address: [aideProblems.self] },
    })
    expect(await bad({ address: 'Theo' })).toHaveProperty('problems.address')
    expect(await bad({ scope: [] })).toEqual({ ok: false, problems: { scope: [aideProblems.scope] } })
    expect(await bad({ scope: ['passkeys'] })).toHaveProperty(['problems', 'scope.0'])
    for (const endsOn of [inDays(-2), inDays(369), 'soon'])
      expect(await bad({ endsOn })).toHaveProperty('problems.endsOn')
    expect(await bad({ aideId: theo.actor.personId })).toMatchObject({ ok: false })
  })

  test('gives nothing until it is accepted, and granted with a passkey by the one who sees the name', async () => {
    const id = await asked(rosa, theo)
    await expect(answerFor(theo.actor, { id })).rejects.toBeInstanceOf(NotThere)
    await confirmedFor(rosa.actor, `aide.grant:${id}`)
    await expect(grantAide(rosa.actor, { id })).rejects.toBeInstanceOf(NotThere)
    await expect(acceptToAnswer(sam.actor, { id })).rejects.toBeInstanceOf(NotThere)
    await expect(acceptToAnswer(rosa.actor, { id })).rejects.toBeInstanceOf(NotThere)

    expect(await aideNews(theo.actor)).toMatchObject({ asked: 1, granted: 0 })
    expect((await readAides(theo.actor)).answered).toMatchObject([{ id, state: 'asked', name: 'Rosa' }])
    expect(await acceptToAnswer(theo.actor, { id })).toEqual({ ok: true, result: null })
    expect((await readAides(rosa.actor)).aides).toMatchObject([{ state: 'accepted', name: 'Theo' }])
    await expect(answerFor(theo.actor, { id })).rejects.toBeInstanceOf(NotThere)

    await confirmedFor(theo.actor, `aide.grant:${id}`)
    await expect(grantAide(theo.actor, { id })).rejects.toBeInstanceOf(NotThere)
    const other = await rosa.browser.signIn()
    await expect(grantAide(other.actor, { id })).rejects.toBeInstanceOf(NotConfirmed)
    await grantAide(rosa.actor, { id })
    expect(await lastEntry()).toMatchObject({
      action: 'aide.granted',
      subjectId: id,
      personId: rosa.actor.personId,
    })
    expect(await answerFor(theo.actor, { id })).toEqual({ ok: true, result: { scope: [...aideScopes] } })
  })

  test('holds five at most, and is forgotten when nobody accepts within two weeks', async () => {
    for (let count = 0; count < 5; count++) await asked(rosa, theo)
    const more = { address: theo.email, scope: ['lines'], endsOn: inDays(9) }
    expect(await askAide(rosa.actor, more)).toEqual({
      ok: false,
      problems: { '': [aideProblems.tooMany(5)] },
    })
    const db = await database()
    const longAgo = new Date(Date.now() - 16 * 86_400_000)
    const mine = eq(delegations.personId, rosa.actor.personId)
    await db.update(delegations).set({ offeredAt: longAgo }).where(mine)
    const [{ id } = { id: '' }] = await db.select().from(delegations).where(mine)
    await expect(acceptToAnswer(theo.actor, { id })).rejects.toBeInstanceOf(NotThere)
    expect((await readAides(rosa.actor)).aides[0]?.state).toBe('not_accepted')
    expect(await askAide(rosa.actor, more)).toMatchObject({ ok: true })
  })
})

describe('Theo answers for Rosa', () => {
  test('and it is Rosa’s record, with who said so; his own stays as it was', async () => {
    await recordAccount(theo.actor, mailbox({}, { label: 'Theo’s own' }))
    const { aide } = await answeringFor(rosa)
    const id = idOf(await recordAccount(aide, mailbox()))
    const line = idOf(await recordLine(aide, phone()))
    expect((await listAccounts(aide)).accounts.map((each) => each.id)).toEqual([id])
    expect(await listedOf(rosa)).toMatchObject([{ id }])
    expect(await listedOf(theo)).toHaveLength(1)
    const [said] = await (await database())
      .select()
      .from(accountStatements)
      .where(eq(accountStatements.accountId, id))
    const [rosas, theos] = [rosa.actor.personId, theo.actor.personId]
    expect(said).toMatchObject({ personId: rosas, answeredBy: theos, onBehalfOf: rosas })
    const entry = await lastEntry()
    expect(entry).toMatchObject({ actorId: theos, personId: rosas, action: 'line.recorded', subjectId: line })
    expect(entry?.detail).toContain(`"onBehalfOf":"${rosas}"`)
    expect(await verifyAudit()).toMatchObject({ intact: true })
  })

  test('and she reads who answered, confirms with one tap, and it is hers', async () => {
    const { aide } = await answeringFor(rosa)
    const account = idOf(await recordAccount(aide, mailbox()))
    const line = idOf(await recordLine(aide, phone()))
    const added = idOf(await addPhone(aide, { label: 'Desk', platform: 'iphone', hardwareId: null }))
    expect((await readAccount(rosa.actor, account)).answeredFor).toMatchObject({ name: 'Theo' })
    expect((await readLine(rosa.actor, line)).answeredFor).toMatchObject({ name: 'Theo' })
    const { unconfirmed, done } = await readAides(rosa.actor)
    expect(unconfirmed.map(({ kind, what, name }) => [kind, what, name])).toEqual([
      ['account', 'Mailbox', 'Theo'],
      ['line', 'Own phone ending 41', 'Theo'],
      ['piece', expect.stringContaining('Desk'), 'Theo'],
    ])
    expect(done.map(({ action }) => action)).toEqual(['phone.added', 'line.recorded', 'account.recorded'])

    await confirmAccount(rosa.actor, { id: account, version: 1 })
    await confirmLine(rosa.actor, { id: line, version: 1 })
    const [piece] = unconfirmed.filter((each) => each.kind === 'piece')
    expect(
      await confirmPiece(rosa.actor, { piece: piece?.piece, scopeId: added, based: piece?.based }),
    ).toMatchObject({
      ok: true,
    })
    expect((await readAides(rosa.actor)).unconfirmed).toEqual([])
    expect((await readAccount(rosa.actor, account)).answeredFor).toBeNull()
    const { history } = await readAccount(rosa.actor, account)
    expect(history.map(({ what, own }) => [what, own])).toEqual([
      ['confirmed', true],
      ['recorded', false],
    ])
  })

  test('and what he said of the list and of having none is hers to confirm too', async () => {
    const { aide } = await answeringFor(rosa)
    const { result } = (await stateInventory(aide, { basedOn: null, none: ['finance'] })) as {
      result: { id: string }
    }
    expect(await sayNone(aide, { of: 'app', none: true })).toMatchObject({ ok: true })
    const { unconfirmed } = await readAides(rosa.actor)
    expect(unconfirmed).toMatchObject([
      { kind: 'inventory', based: result.id, name: 'Theo' },
      { kind: 'none', of: 'app', name: 'Theo' },
    ])
    expect(await stateInventory(rosa.actor, { basedOn: result.id })).toMatchObject({ ok: true })
    expect(await sayNone(rosa.actor, { of: 'app', none: true })).toMatchObject({ ok: true })
    expect((await readAides(rosa.actor)).unconfirmed).toEqual([])
    expect(
      (await readInventory(rosa.actor)).categories.find(({ category }) => category === 'finance')?.none,
    ).toBe(true)
  })

  test.each(aideScopes)('in the scope “%s” and in no other', async (scope) => {
    const account = idOf(await recordAccount(rosa.actor, mailbox()))
    const line = idOf(await recordLine(rosa.actor, phone()))
    const { aide } = await answeringFor(rosa, [scope])
    const within = async (act: Promise<unknown>) =>
      act.then(
        () => true,
        (error: unknown) => {
          if (error instanceof NotThere || error instanceof Refused) return false
          throw error
        },
      )
    const habit = { piece: 'passwords', scopeId: null, based: null, answers: {} }
    expect({
      accounts: [
        await within(listAccounts(aide)),
        await within(readAccount(aide, account)),
        await within(recordAccount(aide, mailbox())),
      ],
      lines: [
        await within(listLines(aide)),
        await within(readLine(aide, line)),
        await within(recordLine(aide, phone())),
      ],
      phones_and_apps: [await within(addPhone(aide, { label: '', platform: 'android', hardwareId: null }))],
      habits: [await within(statePiece(aide, habit))],
    }).toEqual({
      accounts: Array(3).fill(scope === 'accounts'),
      lines: Array(3).fill(scope === 'lines'),
      phones_and_apps: [scope === 'phones_and_apps'],
      habits: [scope === 'habits'],
    })
  })

  test('and never says for Rosa that she has read the guidance: it is neither shown nor taken', async () => {
    const { aide } = await answeringFor(rosa, ['habits'])
    const read = { piece: 'guidance', scopeId: null, based: null }
    await expect(statePiece(aide, { ...read, answers: { read: 'yes' } })).rejects.toBeInstanceOf(NotThere)
    await expect(confirmPiece(aide, read)).rejects.toBeInstanceOf(NotThere)
    await expect(readPiece(aide, 'guidance', null)).rejects.toBeInstanceOf(NotThere)
    const listed = (await listPieces(aide)).own.map(({ piece }) => piece)
    expect(listed).toEqual(['private_talk', 'odd_messages', 'passwords', 'odd_event'])
    expect((await listPieces(rosa.actor)).own.map(({ piece }) => piece)).toContain('guidance')
  })

  test('and reads no name of another scope', async () => {
    const line = idOf(await recordLine(rosa.actor, phone()))
    const account = idOf(
      await recordAccount(
        rosa.actor,
        mailbox({ smsSecondFactor: 'on', phoneLine: line }, { label: 'Zaunmailbox' }),
      ),
    )
    const { aide } = await answeringFor(rosa, ['accounts'])
    const seen = JSON.stringify([await readAccount(aide, account), await listAccounts(aide)])
    expect(seen).toContain('Zaunmailbox')
    expect(seen).not.toMatch(/Own phone|ending 41/)
    const both = await granted(rosa, theo, ['lines'])
    await answerFor(aide, { id: both })
    const lined = JSON.stringify([
      await readLine(await again(theo), line),
      await listLines(await again(theo)),
    ])
    expect(lined).toContain('Own phone')
    expect(lined).not.toContain('Zaunmailbox')
  })

  test('and is neither asked nor told of a legal hold; what Rosa said of it stays as it was', async () => {
    const app = idOf(await addMessagingApp(rosa.actor, { serviceId: 'signal', ownName: '' }))
    const use = { usedForSensitive: 'yes', providedBy: 'own', expiry: 'on_default_all' }
    const say = async (actor: Actor, answers: object) => {
      const { based } = (await readPiece(actor, 'app_use', app)).piece
      return statePiece(actor, { piece: 'app_use', scopeId: app, based, answers })
    }
    await say(rosa.actor, { ...use, onDevice: 'employer_phone', onLegalHold: 'yes' })
    const { aide } = await answeringFor(rosa, ['phones_and_apps'])
    const telling = /onLegalHold|records_|conflicts|"G1\.[89]"|turn_expiry_off/
    const seen = async () =>
      JSON.stringify([
        await readPiece(aide, 'app_use', app),
        await listPieces(aide),
        await readApp(aide, app),
      ])
    expect(await seen()).not.toMatch(telling)
    expect((await readPiece(aide, 'app_use', app)).piece).toMatchObject({ state: 'done', open: null })

    const held = async () => (await readPiece(rosa.actor, 'app_use', app)).piece
    for (const onDevice of ['own_phone', 'both', 'employer_phone']) {
      const outcome = await say(aide, { ...use, onDevice, onLegalHold: 'no' })
      expect(outcome).toMatchObject({ ok: true })
      expect(JSON.stringify(outcome)).not.toMatch(telling)
      expect((await held()).answers).toMatchObject({ onDevice, onLegalHold: 'yes' })
    }
    expect((await held()).verdicts).toContainEqual(
      expect.objectContaining({ item: 'G1.9', labels: ['conflicts_with_records_policy'] }),
    )
    const stale = await statePiece(aide, { piece: 'app_use', scopeId: app, based: null, answers: use })
    expect(stale).toMatchObject({ ok: false, conflict: { piece: 'app_use' } })
    expect(JSON.stringify(stale)).not.toMatch(telling)
    const { based } = (await readPiece(aide, 'app_use', app)).piece
    expect(await confirmPiece(aide, { piece: 'app_use', scopeId: app, based })).toMatchObject({ ok: true })
    expect((await held()).answers).toMatchObject({ onLegalHold: 'yes' })
    expect(await seen()).not.toMatch(telling)
    const log = await (await database()).select().from(auditEntries)
    expect(JSON.stringify(log)).not.toContain('onLegalHold')
  })

  test('and renews the rest of an app with one tap, and not what Rosa alone says of a legal hold', async () => {
    const app = idOf(await addMessagingApp(rosa.actor, { serviceId: 'signal', ownName: '' }))
    const use = { usedForSensitive: 'yes', providedBy: 'own', expiry: 'off', onDevice: 'employer_phone' }
    const at = { piece: 'app_use', scopeId: app }
    const page = async (actor: Actor) => (await readPiece(actor, 'app_use', app)).piece
    const day = async () => (await page(rosa.actor)).verdicts.find(({ item }) => item === 'G1.9')?.confirmedOn
    const own = async () => {
      const db = await database()
      const current = and(eq(pieceStatements.scopeId, app), isNull(pieceStatements.validTo))
      const [said] = await db.select().from(pieceStatements).where(current)
      return [said?.confirmedOn, said?.holderSaidOn]
    }
    await statePiece(rosa.actor, { ...at, based: null, answers: { ...use, onLegalHold: 'yes' } })
    const [first, later] = [inDays(-200), inDays(0)]
    expect([await own(), await day()]).toEqual([[later, later], later])
    await (await database())
      .update(pieceStatements)
      .set({ confirmedOn: first, holderSaidOn: first })
      .where(eq(pieceStatements.scopeId, app))
    const { aide } = await answeringFor(rosa, ['phones_and_apps'])
    const tap = async (actor: Actor) =>
      expect(await confirmPiece(actor, { ...at, based: (await page(actor)).based })).toMatchObject({
        ok: true,
      })
    await tap(aide)
    expect([await own(), await day()]).toEqual([[later, first], first])
    expect([(await page(aide)).state, (await page(rosa.actor)).state]).toEqual(['done', 'old'])
    await statePiece(aide, { ...at, based: (await page(aide)).based, answers: { ...use, onDevice: 'both' } })
    expect([await own(), await day()]).toEqual([[later, first], first])
    await tap(rosa.actor)
    expect([await own(), await day()]).toEqual([[later, later], later])
    expect((await page(rosa.actor)).state).toBe('done')
  })

  test('and is told nothing of accounts by a habit, and of no exception', async () => {
    await recordAccount(rosa.actor, mailbox({}, { serviceId: 'google' }))
    const manager = { usesManager: 'for_some', manager: 'google_password_manager' }
    const answers = { ...manager, vaultPassphrase: 'no_passphrase_uses_device_or_account' }
    const state = { piece: 'passwords', scopeId: null, based: null, answers }
    const before = await statePiece(rosa.actor, state)
    expect(JSON.stringify(before)).toContain('G4.1')
    const exception = { item: 'G4.0', scopeId: rosa.actor.personId, reason: 'mission_need', reasonText: '' }
    const wanted = await askForException(rosa.actor, { ...exception, endsOn: inDays(30) })
    expect(wanted).toMatchObject({ ok: true })
    const judged = async (actor: Actor) =>
      (await readPiece(actor, 'passwords', null)).piece.verdicts.map(({ item, exceptionAsked }) => [
        item,
        exceptionAsked,
      ])
    expect(await judged(rosa.actor)).toEqual(
      expect.arrayContaining([
        ['G4.1', false],
        ['G4.0', true],
      ]),
    )
    const { aide } = await answeringFor(rosa, ['habits'])
    expect(await judged(aide)).toEqual([
      ['G4.0', false],
      ['G4.2', false],
    ])
    const { based } = (await readPiece(aide, 'passwords', null)).piece
    expect(JSON.stringify(await statePiece(aide, { ...state, based }))).not.toContain('G4.1')
    const { aide: wider } = await answeringFor(rosa, ['habits', 'accounts'])
    expect((await judged(wider)).map(([item]) => item)).toContain('G4.1')
  })

  test('and does nothing else: every other permission is refused while it lasts', async () => {
    const { aide } = await answeringFor(rosa)
    const allowed = Object.keys(permissions).filter((each) => allows(aide, each as Permission))
    expect(allowed.sort()).toEqual([...Object.keys(answering), ...asThemselves].sort())
    expect(
      asThemselves.filter((each) =>
        /passkeys|sessions:read|exports|settings|held|recovery|records/.test(each),
      ),
    ).toEqual([])
    for (const act of [readToday, ownPasskeys, ownSessions])
      await expect(act(aide)).rejects.toBeInstanceOf(Refused)
  })

  test('and cannot say who sees an account', async () => {
    const id = idOf(await recordAccount(rosa.actor, mailbox({ heldAs: 'personal' })))
    const { aide } = await answeringFor(rosa)
    const shown = { id, version: 1, visibility: 'shown_to_security' }
    await expect(setVisibility(aide, shown)).rejects.toBeInstanceOf(NotThere)
    const { serviceId: _, ...said } = mailbox({ heldAs: 'personal' }, { visibility: 'shown_to_security' })
    expect(await reviseAccount(aide, { id, version: 1, ...said })).toMatchObject({ ok: true })
    expect(await listedOf(rosa)).toMatchObject([{ visibility: 'counted_only' }])
    const other = await recordAccount(
      aide,
      mailbox({ heldAs: 'personal' }, { visibility: 'shown_to_security' }),
    )
    expect(other).toMatchObject({ ok: true })
    expect((await listedOf(rosa)).map(({ visibility }) => visibility)).toEqual([
      'counted_only',
      'counted_only',
    ])
  })

  test('and Sam’s is not there for him, nor Rosa’s for Sam', async () => {
    const sams = idOf(await recordAccount(sam.actor, mailbox()))
    const { id, aide } = await answeringFor(rosa)
    await expect(readAccount(aide, sams)).rejects.toBeInstanceOf(NotThere)
    await expect(removeAccount(aide, { id: sams, version: 1 })).rejects.toBeInstanceOf(NotThere)
    await expect(answerFor(sam.actor, { id })).rejects.toBeInstanceOf(NotThere)
    const forged = {
      ...sam.actor,
      onBehalfOf: { personId: rosa.actor.personId, delegationId: id, scope: aideScopes },
    }
    await expect(listAccounts(forged)).rejects.toBeInstanceOf(NotThere)
    const wider = {
      ...aide,
      onBehalfOf: { personId: sam.actor.personId, delegationId: id, scope: aideScopes },
    }
    await expect(listAccounts(wider)).rejects.toBeInstanceOf(NotThere)
  })

  test('and exports say that somebody answered for the holder', async () => {
    const ada = await joined('Ada', 'auditor')
    const own = idOf(await recordAccount(rosa.actor, mailbox()))
    const { aide } = await answeringFor(rosa)
    await recordAccount(aide, mailbox())
    const { intervals } = firstSettings
    const frame = { asOf: new Date(), exportId: 'x', guidanceVersion, intervals, serviceNames: {} }
    let text = ''
    for await (const chunk of chunksOf(ada.actor, 'accounts', frame)) text += chunk.text
    const [person] = await (await database()).select().from(people).where(eq(people.id, rosa.actor.personId))
    const rosas = text.split('\r\n').filter((line) => line.includes(person?.ref ?? own))
    expect(rosas.map((line) => /"(holder|on_behalf)"/.exec(line)?.[1]).toSorted()).toEqual([
      'holder',
      'on_behalf',
    ])
  })

  test('in one session only, and signs out of it as himself', async () => {
    const desk = await theo.browser.signIn()
    const { aide } = await answeringFor(rosa)
    expect((await again(desk)).onBehalfOf).toBeUndefined()
    expect(await endOwnSession(aide, { sessionId: aide.sessionId })).toMatchObject({ ok: true })
    expect(await readSession(aide.personId, aide.sessionId)).toBeNull()
  })

  test('and for Sam too, one at a time', async () => {
    const [forRosa, forSam] = [await granted(rosa, theo), await granted(sam, theo)]
    await answerFor(theo.actor, { id: forRosa })
    await recordAccount(await again(theo), mailbox({}, { label: 'Rosa’s' }))
    await answerFor(await again(theo), { id: forSam })
    await recordAccount(await again(theo), mailbox({}, { label: 'Sam’s' }))
    await answerFor(await again(theo), { id: null })
    await recordAccount(await again(theo), mailbox({}, { label: 'Theo’s' }))
    for (const [person, label] of [
      [rosa, 'Rosa’s'],
      [sam, 'Sam’s'],
      [theo, 'Theo’s'],
    ] as const)
      expect((await listAccounts(person.actor)).accounts.map(({ name }) => name)).toEqual([label])
  })
})

describe('a consent', () => {
  test('that Rosa ends counts no more at once: not for a page, nor for a form or a request begun before', async () => {
    const { id, aide } = await answeringFor(rosa)
    const account = idOf(await recordAccount(aide, mailbox()))
    expect(await endAide(rosa.actor, { id })).toEqual({ ok: true, result: null })
    await expect(listAccounts(aide)).rejects.toBeInstanceOf(NotThere)
    await expect(confirmAccount(aide, { id: account, version: 1 })).rejects.toBeInstanceOf(NotThere)
    const next = await again(theo)
    expect(next.onBehalfOf?.scope).toEqual([])
    await expect(listAccounts(next)).rejects.toBeInstanceOf(Refused)
    await expect(recordAccount(next, mailbox())).rejects.toBeInstanceOf(Refused)
    expect(await listedOf(theo)).toEqual([])
    await expect(answerFor(next, { id })).rejects.toBeInstanceOf(NotThere)
    expect(await answerFor(next, { id: null })).toMatchObject({ ok: true })
    expect((await listAccounts(await again(theo))).accounts).toEqual([])
    await expect(endAide(rosa.actor, { id })).rejects.toBeInstanceOf(NotThere)
  })

  test('ends after its last day by itself, where the organisation is', async () => {
    const [last, afterwards] = [inDays(2), inDays(3)]
    const { aide } = await answeringFor(rosa, aideScopes, last)
    try {
      // Only the day moves: the session would have ended by its age.
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${last}T23:59:00Z`) })
      expect(await listAccounts(aide)).toMatchObject({ accounts: [] })
      vi.setSystemTime(new Date(`${afterwards}T00:01:00Z`))
      await expect(listAccounts(aide)).rejects.toBeInstanceOf(NotThere)
    } finally {
      vi.useRealTimers()
    }
  })

  test('is given back by Theo, who may also decline', async () => {
    const { id, aide } = await answeringFor(rosa)
    await expect(stopBeingAide(sam.actor, { id })).rejects.toBeInstanceOf(NotThere)
    expect(await stopBeingAide(aide, { id })).toMatchObject({ ok: true })
    await expect(listAccounts(aide)).rejects.toBeInstanceOf(NotThere)
    const other = await asked(rosa, theo)
    await stopBeingAide(theo.actor, { id: other })
    await expect(acceptToAnswer(theo.actor, { id: other })).rejects.toBeInstanceOf(NotThere)
    expect((await readAides(rosa.actor)).aides.map(({ endedWhy }) => endedWhy)).toEqual([
      'declined',
      'stopped_by_aide',
    ])
  })

  test.each(['aide', 'principal'] as const)(
    'ends with the %s who leaves, and does not come back with them',
    async (who) => {
      const { id, aide } = await answeringFor(rosa)
      const leaver = who === 'aide' ? theo : rosa
      const db = await database()
      const [row] = await db.select().from(people).where(eq(people.id, leaver.actor.personId))
      await deactivatePerson(max, { personId: leaver.actor.personId, version: row?.version })
      await expect(listAccounts(aide)).rejects.toBeInstanceOf(NotThere)
      await db.update(people).set({ deactivatedAt: null }).where(eq(people.id, leaver.actor.personId))
      await expect(listAccounts(aide)).rejects.toBeInstanceOf(NotThere)
      const [consent] = await db.select().from(delegations).where(eq(delegations.id, id))
      expect(consent?.endedWhy).toBe('deactivated')
    },
  )

  test.runIf(onServer)(
    'ended while Theo saves lets the save through or refuses it, and nothing after it',
    async () => {
      for (let round = 0; round < 5; round++) {
        const { id, aide } = await answeringFor(rosa)
        const before = (await listedOf(rosa)).length
        const saves = Array.from({ length: 6 }, () =>
          recordAccount(aide, mailbox()).catch((error: unknown) => error),
        )
        const [ended, ...outcomes] = await Promise.all([endAide(rosa.actor, { id }), ...saves])
        expect(ended).toMatchObject({ ok: true })
        const done = outcomes.filter((each) => !(each instanceof Error)).length
        expect(
          outcomes.filter((each) => each instanceof Error).every((each) => each instanceof NotThere),
        ).toBe(true)
        expect((await listedOf(rosa)).length).toBe(before + done)
        await answerFor(theo.actor, { id: null })
      }
    },
  )
})

test('a submit sent again after the switch does nothing in the other’s name', async () => {
  const key = { key: 'submit-of-theo-1' }
  await recordAccount(theo.actor, mailbox(), key)
  const { aide } = await answeringFor(rosa)
  expect(await recordAccount(aide, mailbox(), key)).toEqual({ ok: false, conflict: null })
  expect(await listedOf(rosa)).toEqual([])
  const [row] = await (await database())
    .select()
    .from(sessions)
    .where(eq(sessions.id, theo.actor.sessionId))
    .orderBy(asc(sessions.createdAt))
  expect(row?.delegationId).not.toBeNull()
})
