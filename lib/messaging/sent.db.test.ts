import { and, desc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import { messagingApps, sentAppNames } from '@/db/schema/pieces'
import { verdicts } from '@/db/schema/posture'
import { dropDatabases, freshDatabase } from '@/db/testing'
import type { Actor } from '@/lib/access/actor'
import { NotThere, Refused } from '@/lib/access/outcome'
import { heldParts } from '@/lib/held/parts'
import { rowsOf } from '@/lib/held/reading'
import { addMessagingApp, removeMessagingApp, sendAppName, takeBackAppName } from '@/lib/messaging/commands'
import { readApp } from '@/lib/messaging/queries'
import { type Cast, castInto } from '@/lib/people/cast.fixture'
import { erase } from '@/lib/people/erasing'
import { readKey } from '@/lib/people/store'
import { judgeEverybody } from '@/lib/posture/store-turning'
import { reviewApp } from '@/lib/rulings/commands'
import { readRuling, readRulings } from '@/lib/rulings/queries'

let cast: Cast
const apps = { sam: '', rosa: '', theo: '' }
beforeAll(async () => {
  await freshDatabase()
  cast = await castInto()
  apps.sam = await added(cast.sam, 'Quiet Harbour Chat')
  apps.rosa = await added(cast.rosa, '  quiet harbour  CHAT')
  apps.theo = await added(cast.theo, 'Dockside')
})
afterAll(dropDatabases)

async function added(actor: Actor, ownName: string): Promise<string> {
  const outcome = await addMessagingApp(actor, { serviceId: null, ownName })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.id
}
const based = async (id: string) => {
  const [row] = await (await database()).select().from(messagingApps).where(eq(messagingApps.id, id))
  return { id, version: row?.version }
}
const send = async (actor: Actor, id: string) => sendAppName(actor, await based(id))
const takeBack = async (actor: Actor, id: string) => takeBackAppName(actor, await based(id))
const verdictOf = async (id: string) => {
  const [row] = await (await database())
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.scopeId, id), eq(verdicts.item, 'G1.3'), isNull(verdicts.validTo)))
  return row && { verdict: row.verdict, labels: row.labels }
}
const notSent = { verdict: 'unknown', labels: ['name_not_sent'] }
const lastEntry = async () => {
  const [entry] = await (await database())
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return entry
}
const namesListed = async () =>
  (await readRulings(cast.kim)).apps.map(({ name, named, people }) => [name, named, people])
const review = (key: string, limits = '') => ({
  ...{ key, version: 0, checkedOn: '2026-01-05' },
  facts: { outcome: limits ? 'approved_with_limits' : 'approved', collected: [] },
  texts: { limits, reference: '' },
})
const keyOf = async (name: string) => {
  const found = (await readRulings(cast.kim)).apps.find((app) => app.name === name)
  if (!found) throw new Error(`not listed: ${name}`)
  return found.key
}

describe('an app that is in no list', () => {
  test('is judged by nothing until its holder sends its name: no approval covers it', async () => {
    expect(await verdictOf(apps.sam)).toEqual(notSent)
    await expect(reviewApp(cast.kim, review('own'))).rejects.toThrow(NotThere)
    await expect(readRuling(cast.kim, 'app_review', 'own')).rejects.toThrow(NotThere)
    expect(await namesListed()).toEqual([['', 'not_sent', null]])
  })

  test('stands on the team’s list once it is sent: its name and how many, not who, and nowhere in plain text', async () => {
    expect(await send(cast.sam, apps.sam)).toMatchObject({ ok: true })
    expect(await lastEntry()).toMatchObject({
      action: 'messaging_app.name_sent',
      personId: cast.sam.personId,
      detail: '{"after":null,"before":null}',
    })
    expect(await verdictOf(apps.sam)).toEqual({ verdict: 'unknown', labels: ['not_reviewed_yet'] })
    expect(await namesListed()).toEqual([
      ['', 'not_sent', null],
      ['Quiet Harbour Chat', 'sent', 1],
    ])
    expect(JSON.stringify(await readRulings(cast.kim))).not.toContain(cast.sam.personId)
    const db = await database()
    const kept = [await db.select().from(sentAppNames), await db.select().from(messagingApps)]
    expect(JSON.stringify(kept)).not.toMatch(/harbour/i)
  })

  test('is held as sent, and its holder reads that', async () => {
    const part = heldParts.find(({ name }) => name === 'messaging_apps')
    if (!part) throw new Error('no such part')
    const { personId } = cast.sam
    const rows = await (await database()).transaction(async (tx) =>
      rowsOf(tx, part, { personId, key: await readKey(tx, personId) }, { limit: 10, offset: 0 }),
    )
    expect(rows).toMatchObject([{ own_name: 'Quiet Harbour Chat', sent_at: expect.stringMatching(/^20/) }])
  })

  test('is judged by what the team decided of that name, and of no other', async () => {
    const key = await keyOf('Quiet Harbour Chat')
    expect(await reviewApp(cast.kim, review(key, 'Nothing confidential'))).toMatchObject({ ok: true })
    await judgeEverybody()
    expect(await verdictOf(apps.sam)).toEqual({ verdict: 'partly_met', labels: ['approved_with_limits'] })
    expect(await readApp(cast.sam, apps.sam)).toMatchObject({
      sent: { nameId: key },
      review: { outcome: 'approved_with_limits', limits: 'Nothing confidential' },
    })
    expect(await verdictOf(apps.rosa)).toEqual(notSent)
    expect((await readApp(cast.rosa, apps.rosa)).review).toBeNull()
    await send(cast.theo, apps.theo)
    expect(await verdictOf(apps.theo)).toEqual({ verdict: 'unknown', labels: ['not_reviewed_yet'] })
    await send(cast.rosa, apps.rosa)
    expect(await verdictOf(apps.rosa)).toMatchObject({ verdict: 'partly_met' })
    expect(await namesListed()).toEqual([
      ['Quiet Harbour Chat', 'sent', 2],
      ['Dockside', 'sent', 1],
    ])
  })

  test('is taken back by its holder: it counts no more, and a name nobody looked at is gone', async () => {
    expect(await takeBack(cast.sam, apps.sam)).toMatchObject({ ok: true })
    expect(await lastEntry()).toMatchObject({ action: 'messaging_app.name_taken_back' })
    expect(await verdictOf(apps.sam)).toEqual(notSent)
    await takeBack(cast.theo, apps.theo)
    expect(await namesListed()).toEqual([
      ['', 'not_sent', null],
      ['Quiet Harbour Chat', 'sent', 1],
    ])
  })

  test('and taken off the list its name is taken back with it', async () => {
    await send(cast.theo, apps.theo)
    await removeMessagingApp(cast.theo, await based(apps.theo))
    expect((await namesListed()).map(([name]) => name)).not.toContain('Dockside')
    const [row] = await (await database()).select().from(messagingApps).where(eq(messagingApps.id, apps.theo))
    expect(row).toMatchObject({ sentNameId: null, sentAt: null, version: 5 })
  })
})

describe('sending a name', () => {
  test('is for its holder alone, once, and never of an app in the list', async () => {
    const now = await based(apps.sam)
    for (const other of [cast.rosa, cast.kim, cast.max])
      await expect(sendAppName(other, now)).rejects.toBeInstanceOf(NotThere)
    const aide = {
      ...cast.theo,
      onBehalfOf: { personId: cast.sam.personId, delegationId: apps.sam, scope: ['phones_and_apps'] },
    } as Actor
    await expect(sendAppName(aide, now)).rejects.toBeInstanceOf(Refused)
    const first = await sendAppName(cast.sam, now, { key: 'sent-0001' })
    expect(await sendAppName(cast.sam, now, { key: 'sent-0001' })).toEqual(first)
    expect(await sendAppName(cast.sam, now)).toMatchObject({ ok: false, conflict: {} })
    await expect(send(cast.sam, apps.sam)).rejects.toBeInstanceOf(NotThere)
    const signal = await addMessagingApp(cast.sam, { serviceId: 'signal', ownName: '' })
    if (!signal.ok) throw new Error('not added')
    await expect(send(cast.sam, signal.result.id)).rejects.toBeInstanceOf(NotThere)
    await expect(takeBack(cast.sam, signal.result.id)).rejects.toBeInstanceOf(NotThere)
    expect(await sendAppName(cast.sam, { id: 'nothing', version: 1 })).toMatchObject({ problems: {} })
  })

  test('ends when its sender is erased: nothing says any more that they sent it', async () => {
    const own = await added(cast.lee, 'Lantern')
    await send(cast.lee, own)
    const { personId } = cast.lee
    await (await database()).transaction(async (tx) => {
      await tx.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, personId))
      await erase(tx, personId, { by: null, at: new Date() })
    })
    expect((await namesListed()).map(([name]) => name)).not.toContain('Lantern')
  })
})
