import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { messagingApps } from '@/db/schema/pieces'
import { command } from '@/lib/access/door'
import { NotThere, problemAt, Stale } from '@/lib/access/outcome'
import { forgetSentNames, keepSentName } from '@/lib/messaging/sent'
import { lockPerson } from '@/lib/people/store'
import { mostApps } from '@/lib/pieces/rules'
import { takeBackNone } from '@/lib/pieces/store'
import { refreshPieces } from '@/lib/posture/store-pieces'
import { lockRulings } from '@/lib/rulings/store'
import { fieldsOf } from '@/lib/sealing/own'
import { serviceById } from '@/lib/services/catalogue'
import { optionalText } from '@/lib/text/checked'
import { pieceProblems } from '@/lib/words/pieces'

const based = { id: z.uuid(), version: z.coerce.number().int().positive() }

/**
 * Adds a messaging app one uses: a service of the catalogue, or a name of one's own. Returns its id. Answers a problem
 * for one that is listed already, and from the 21st on.
 */
export const addMessagingApp = command({
  permission: 'messaging:revise:own',
  action: 'messaging_app.added',
  input: z
    .strictObject({ serviceId: z.string().max(80).nullable(), ownName: optionalText('name') })
    .refine(({ serviceId, ownName }) => serviceId !== null || ownName !== '', {
      path: ['ownName'],
      message: pieceProblems.appNeeded,
    }),
  run: async ({ holder, tx, now }, { serviceId, ownName }) => {
    const person = await lockPerson(tx, holder)
    if (serviceId !== null && serviceById(serviceId)?.category !== 'messaging')
      throw problemAt('serviceId', pieceProblems.appNeeded)
    await roomFor(tx, person.id, serviceId)
    const id = randomUUID()
    await tx.insert(messagingApps).values({
      personId: person.id,
      id,
      serviceId,
      ownNameSealed:
        serviceId === null ? fieldsOf('messaging_apps', person.key).seal(id, 'own_name', ownName) : null,
      createdAt: now,
    })
    await takeBackNone(tx, person.id, 'app', now)
    await refreshPieces(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'messaging_app', id, personId: person.id } } }
  },
})

/**
 * Takes an app off one's own list; what was said of it is kept, and no longer counts. A name that was sent to the
 * security team is taken back with it. Throws NotThere; Stale.
 */
export const removeMessagingApp = command({
  permission: 'messaging:revise:own',
  action: 'messaging_app.removed',
  input: z.strictObject(based),
  run: async ({ holder, tx, now }, { id, version }) => {
    await lockRulings(tx)
    const person = await lockPerson(tx, holder)
    const { sentNameId } = await ownApp(tx, person.id, id, { version, removed: false })
    await setRemoved(tx, person.id, id, version, now)
    if (sentNameId !== null) {
      await setSent(tx, person.id, id, { version, sentNameId: null, sentAt: null })
      await forgetSentNames(tx)
    }
    await refreshPieces(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'messaging_app', id, personId: person.id } } }
  },
})

/** Puts an app back as it was. Throws NotThere where nothing was removed; Stale. */
export const restoreMessagingApp = command({
  permission: 'messaging:revise:own',
  action: 'messaging_app.restored',
  input: z.strictObject(based),
  run: async ({ holder, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, holder)
    const { serviceId } = await ownApp(tx, person.id, id, { version, removed: true })
    await roomFor(tx, person.id, serviceId)
    await setRemoved(tx, person.id, id, version, null)
    await takeBackNone(tx, person.id, 'app', now)
    await refreshPieces(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'messaging_app', id, personId: person.id } } }
  },
})

/**
 * Sends the name one gave an app to the security team, so that they can look at the app (G1.3): the name, and not who
 * sent it. Nobody sends it for somebody else. Throws NotThere, also for an app of the catalogue, which is on their list
 * as it is, and for one that was sent; Stale.
 */
export const sendAppName = command({
  permission: 'messaging:send:own',
  action: 'messaging_app.name_sent',
  input: z.strictObject(based),
  run: async ({ holder, tx, now }, { id, version }) => {
    await lockRulings(tx)
    const person = await lockPerson(tx, holder)
    const row = await ownApp(tx, person.id, id, { version, removed: false })
    const name = fieldsOf('messaging_apps', person.key).open(id, 'own_name', row.ownNameSealed)
    if (!name || row.sentNameId !== null) throw new NotThere('messaging_app')
    const sentNameId = await keepSentName(tx, name, now)
    await setSent(tx, person.id, id, { version, sentNameId, sentAt: now })
    await refreshPieces(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'messaging_app', id, personId: person.id } } }
  },
})

/** Takes that back: the name is gone from the team's list, unless others sent it or the team has looked. Throws NotThere; Stale. */
export const takeBackAppName = command({
  permission: 'messaging:send:own',
  action: 'messaging_app.name_taken_back',
  input: z.strictObject(based),
  run: async ({ holder, tx, now }, { id, version }) => {
    await lockRulings(tx)
    const person = await lockPerson(tx, holder)
    const row = await ownApp(tx, person.id, id, { version, removed: false })
    if (row.sentNameId === null) throw new NotThere('messaging_app')
    await setSent(tx, person.id, id, { version, sentNameId: null, sentAt: null })
    await forgetSentNames(tx)
    await refreshPieces(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'messaging_app', id, personId: person.id } } }
  },
})

const setSent = (
  tx: Tx,
  personId: string,
  id: string,
  { version, ...sent }: { version: number; sentNameId: string | null; sentAt: Date | null },
) =>
  tx
    .update(messagingApps)
    .set({ ...sent, version: version + 1 })
    .where(and(eq(messagingApps.personId, personId), eq(messagingApps.id, id)))

async function roomFor(tx: Tx, personId: string, serviceId: string | null): Promise<void> {
  const held = await tx
    .select({ serviceId: messagingApps.serviceId })
    .from(messagingApps)
    .where(and(eq(messagingApps.personId, personId), isNull(messagingApps.removedAt)))
  if (held.length >= mostApps) throw problemAt('', pieceProblems.tooManyApps(mostApps))
  if (serviceId !== null && held.some((one) => one.serviceId === serviceId))
    throw problemAt('serviceId', pieceProblems.appTwice)
}

async function ownApp(tx: Tx, personId: string, id: string, as: { version: number; removed: boolean }) {
  const [row] = await tx
    .select()
    .from(messagingApps)
    .where(and(eq(messagingApps.personId, personId), eq(messagingApps.id, id)))
  if (!row || (row.removedAt !== null) !== as.removed) throw new NotThere('messaging_app')
  if (row.version !== as.version) throw new Stale({ version: row.version })
  return row
}

const setRemoved = (tx: Tx, personId: string, id: string, version: number, removedAt: Date | null) =>
  tx
    .update(messagingApps)
    .set({ removedAt, version: version + 1 })
    .where(and(eq(messagingApps.personId, personId), eq(messagingApps.id, id)))
