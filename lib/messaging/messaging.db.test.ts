import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { messagingApps } from '@/db/schema/pieces'
import { dropDatabases, freshDatabase, onServer } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere } from '@/lib/access/outcome'
import { recordAccount } from '@/lib/accounts/commands/record'
import { mailbox } from '@/lib/accounts/entry.fixture'
import { addMessagingApp, removeMessagingApp, restoreMessagingApp } from '@/lib/messaging/commands'
import { appChoices, appOfService, listApps, readApp } from '@/lib/messaging/queries'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { sayNone } from '@/lib/pieces/commands/none'
import { serviceById } from '@/lib/services/catalogue'
import { defaultsFor } from '@/lib/services/rules'
import { pieceProblems } from '@/lib/words/pieces'

let cast: Cast
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
})
afterAll(dropDatabases)

const signal = { serviceId: 'signal', ownName: '' }
async function added(actor: Actor, app: object = signal): Promise<string> {
  const outcome = await addMessagingApp(actor, app)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
const based = async (id: string) => {
  const [row] = await (await database()).select().from(messagingApps).where(eq(messagingApps.id, id))
  return { id, version: row?.version }
}
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}

describe('Sam lists a messaging app', () => {
  test('by its service: asked about, judged at once, and written down without a name', async () => {
    const id = await added(cast.sam)
    const app = await readApp(cast.sam, id)
    expect(app).toMatchObject({ name: 'Signal', registeredByPhone: { accountId: null } })
    expect(app.pieces.map(({ piece, state }) => [piece, state])).toEqual([
      ['app_use', 'not_asked'],
      ['linked_devices', 'not_asked'],
    ])
    expect(app.pieces.flatMap(({ verdicts }) => verdicts.map(({ item }) => item)).sort()).toEqual(
      ['G1.3', 'G1.8', 'G1.9', 'G1.10', 'G1.11', 'G1.12'].sort(),
    )
    expect(await lastEntry()).toMatchObject({
      action: 'messaging_app.added',
      subjectId: id,
      detail: '{"after":null,"before":null}',
    })
    expect((await appChoices(cast.sam)).map((choice) => choice.id)).not.toContain('signal')
  })

  test('whoever takes the number can register it, so it is led to its account, and the account to it', async () => {
    const [app] = (await listApps(cast.sam)).apps
    const { facts } = defaultsFor(serviceById('signal') ?? null)
    const outcome = await recordAccount(cast.sam, mailbox(facts, { serviceId: 'signal', label: '' }))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    const accountId = outcome.result.id
    expect((await readApp(cast.sam, app?.id ?? '')).registeredByPhone).toEqual({ accountId })
    expect(await appOfService(cast.sam, 'signal')).toEqual({ name: 'Signal', appId: app?.id })
    expect(await appOfService(cast.sam, 'whatsapp')).toEqual({ name: 'WhatsApp', appId: null })
    expect(await appOfService(cast.sam, 'google')).toBeNull()
  })

  test('by a name of his own, which stands nowhere in plain text', async () => {
    const id = await added(cast.sam, { serviceId: null, ownName: 'Kq7Zchat' })
    expect((await readApp(cast.sam, id)).name).toBe('Kq7Zchat')
    const db = await database()
    const kept = [await db.select().from(messagingApps), await db.select().from(auditEntries)]
    expect(JSON.stringify(kept)).not.toMatch(/Kq7Z/)
  })

  test('once: the same one again, no name at all, and what is no messaging app are told at their field', async () => {
    for (const [app, field, sentence] of [
      [signal, 'serviceId', pieceProblems.appTwice],
      [{ serviceId: null, ownName: '' }, 'ownName', pieceProblems.appNeeded],
      [{ serviceId: 'google', ownName: '' }, 'serviceId', pieceProblems.appNeeded],
    ] as const)
      expect(await addMessagingApp(cast.sam, app)).toEqual({ ok: false, problems: { [field]: [sentence] } })
    if (onServer) {
      const twice = await Promise.all([
        addMessagingApp(cast.theo, signal),
        addMessagingApp(cast.theo, signal),
      ])
      expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    }
  })

  test('and the same form sent twice adds one', async () => {
    const first = await addMessagingApp(cast.kim, signal, { key: 'app-00001' })
    expect(await addMessagingApp(cast.kim, signal, { key: 'app-00001' })).toEqual(first)
    expect((await listApps(cast.kim)).apps).toHaveLength(1)
  })
})

describe('a messaging app of one’s own', () => {
  test('is removed, and put back while no other of its kind is listed', async () => {
    const id = await added(cast.rosa)
    const stale = await based(id)
    await removeMessagingApp(cast.rosa, stale)
    expect(await lastEntry()).toMatchObject({ action: 'messaging_app.removed', subjectId: id })
    expect(await listApps(cast.rosa)).toMatchObject({ apps: [], removed: [{ id, name: 'Signal' }] })
    await expect(removeMessagingApp(cast.rosa, stale)).rejects.toBeInstanceOf(NotThere)
    expect(await restoreMessagingApp(cast.rosa, stale)).toMatchObject({ ok: false, conflict: { version: 2 } })
    const another = await added(cast.rosa)
    expect(await restoreMessagingApp(cast.rosa, await based(id))).toEqual({
      ok: false,
      problems: { serviceId: [pieceProblems.appTwice] },
    })
    await removeMessagingApp(cast.rosa, await based(another))
    expect(await restoreMessagingApp(cast.rosa, await based(id))).toMatchObject({ ok: true })
    expect(await lastEntry()).toMatchObject({ action: 'messaging_app.restored', subjectId: id })
  })

  test('is nobody else’s to see or remove, whatever their role', async () => {
    const [app] = (await listApps(cast.rosa)).apps
    if (!app) throw new Error('nothing listed')
    for (const other of [cast.sam, cast.kim, cast.lee, cast.ada, cast.max]) {
      await expect(readApp(other, app.id)).rejects.toBeInstanceOf(NotThere)
      const { id, version } = app
      await expect(removeMessagingApp(other, { id, version })).rejects.toBeInstanceOf(NotThere)
    }
  })

  test('is said to be none where there is none, and that is taken back by the next', async () => {
    await sayNone(cast.ada, { of: 'app', none: true })
    expect((await listApps(cast.ada)).none).not.toBeNull()
    await sayNone(cast.ada, { of: 'app', none: false })
    expect((await listApps(cast.ada)).none).toBeNull()
    await sayNone(cast.ada, { of: 'app', none: true })
    await added(cast.ada)
    expect((await listApps(cast.ada)).none).toBeNull()
  })
})
