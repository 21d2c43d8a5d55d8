import { randomUUID } from 'node:crypto'
import { and, count, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { phones } from '@/db/schema/pieces'
import { command } from '@/lib/access/door'
import { NotThere, problemAt, Stale } from '@/lib/access/outcome'
import { pieceShape } from '@/lib/guidance/pieces'
import { type AnyAnswers, blankAnswers } from '@/lib/guidance/questions'
import { settingsOf } from '@/lib/organisation/queries'
import { type LockedPerson, lockPerson } from '@/lib/people/store'
import { mostPhones } from '@/lib/pieces/rules'
import { currentPieces, statePieceFacts, takeBackNone } from '@/lib/pieces/store'
import { refreshPieces } from '@/lib/posture/store-pieces'
import { modelFits } from '@/lib/rulings/store'
import { fieldsOf } from '@/lib/sealing/own'
import { optionalText } from '@/lib/text/checked'
import { dayOf } from '@/lib/words/dates'
import { pieceProblems } from '@/lib/words/pieces'

const based = { id: z.uuid(), version: z.coerce.number().int().positive() }
const hardware = z.uuid().nullable().default(null)
/** Maker and model of what is not in the list; '' for not said. Of a model that was chosen, nothing is kept. */
const model = optionalText('label').prefault('')

/**
 * Adds a phone of one's own. Which kind it is decides what is asked of it, so that is said at once; the rest can wait.
 * Returns its id. Answers a problem from the eleventh on, and for a model of another kind or off the list.
 */
export const addPhone = command({
  permission: 'phones:revise:own',
  action: 'phone.added',
  input: z.strictObject({
    /** What its holder calls it; '' for none. */
    label: optionalText('label'),
    platform: z.enum(['iphone', 'android', 'other'], pieceProblems.platform),
    /** The model in the security team's list; null when it is not there. */
    hardwareId: hardware,
    model,
  }),
  run: async ({ holder, by, tx, now }, { label, platform, hardwareId, model }) => {
    const person = await lockPerson(tx, holder)
    if ((await listed(tx, person.id)) >= mostPhones)
      throw problemAt('', pieceProblems.tooManyPhones(mostPhones))
    if (hardwareId !== null) await checkModel(tx, hardwareId, platform)
    const id = randomUUID()
    const { timeZone } = await settingsOf(tx)
    const blank = blankAnswers(pieceShape('this_phone').questions) as AnyAnswers
    await tx.insert(phones).values({
      personId: person.id,
      id,
      labelSealed: sealedLabel(person, id, label),
      ...modelOf(person, id, hardwareId, model, now),
      createdAt: now,
    })
    await statePieceFacts(tx, {
      personId: person.id,
      piece: 'this_phone',
      scopeId: id,
      facts: { ...blank, platform },
      confirmedOn: dayOf(now, timeZone),
      ...by,
      at: now,
    })
    await takeBackNone(tx, person.id, 'phone', now)
    await refreshPieces(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'phone', id, personId: person.id } } }
  },
})

/**
 * Gives one of one's own phones another name, or another model. Answers a problem for a model of another kind, or off the
 * list; the one it has may stay. Throws NotThere; a conflict when stale.
 */
export const renamePhone = command({
  permission: 'phones:revise:own',
  action: 'phone.renamed',
  input: z.strictObject({ ...based, label: optionalText('label'), hardwareId: hardware, model }),
  run: async ({ holder, tx, now }, { id, version, label, hardwareId, model }) => {
    const person = await lockPerson(tx, holder)
    const held = await ownPhone(tx, person.id, id, { version, removed: false })
    if (hardwareId !== null && hardwareId !== held.hardwareId)
      await checkModel(tx, hardwareId, await kindOf(tx, person.id, id))
    await tx
      .update(phones)
      .set({
        labelSealed: sealedLabel(person, id, label),
        ...modelOf(person, id, hardwareId, model, now),
        version: version + 1,
      })
      .where(and(eq(phones.personId, person.id), eq(phones.id, id)))
    await refreshPieces(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'phone', id, personId: person.id } } }
  },
})

/** Takes a phone off one's own list; what was said of it is kept, and no longer counts. Throws NotThere; Stale. */
export const removePhone = command({
  permission: 'phones:revise:own',
  action: 'phone.removed',
  input: z.strictObject(based),
  run: async ({ holder, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, holder)
    await ownPhone(tx, person.id, id, { version, removed: false })
    await setRemoved(tx, person.id, id, version, now)
    await refreshPieces(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'phone', id, personId: person.id } } }
  },
})

/** Puts a phone back as it was. Throws NotThere where nothing was removed; Stale. */
export const restorePhone = command({
  permission: 'phones:revise:own',
  action: 'phone.restored',
  input: z.strictObject(based),
  run: async ({ holder, tx, now }, { id, version }) => {
    const person = await lockPerson(tx, holder)
    await ownPhone(tx, person.id, id, { version, removed: true })
    if ((await listed(tx, person.id)) >= mostPhones)
      throw problemAt('', pieceProblems.tooManyPhones(mostPhones))
    await setRemoved(tx, person.id, id, version, null)
    await takeBackNone(tx, person.id, 'phone', now)
    await refreshPieces(tx, person, now)
    return { result: { id }, trail: { subject: { kind: 'phone', id, personId: person.id } } }
  },
})

const sealedLabel = (person: LockedPerson, id: string, label: string) =>
  fieldsOf('phones', person.key).seal(id, 'label', label)

function modelOf(person: LockedPerson, id: string, hardwareId: string | null, model: string, now: Date) {
  if (hardwareId !== null || model === '') return { hardwareId, modelSealed: null, modelSaidAt: null }
  const modelSealed = fieldsOf('phones', person.key).seal(id, 'model', model)
  return { hardwareId, modelSealed, modelSaidAt: now }
}

async function listed(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx
    .select({ phones: count() })
    .from(phones)
    .where(and(eq(phones.personId, personId), isNull(phones.removedAt)))
  return row?.phones ?? 0
}

async function ownPhone(tx: Tx, personId: string, id: string, as: { version: number; removed: boolean }) {
  const [row] = await tx
    .select()
    .from(phones)
    .where(and(eq(phones.personId, personId), eq(phones.id, id)))
  if (!row || (row.removedAt !== null) !== as.removed) throw new NotThere('phone')
  if (row.version !== as.version) throw new Stale({ version: row.version })
  return row
}

async function checkModel(tx: Tx, hardwareId: string, platform: string): Promise<void> {
  if (!(await modelFits(tx, hardwareId, platform))) throw problemAt('hardwareId', pieceProblems.otherModel)
}

/** The kind its holder says it is; '' while nothing is said. */
async function kindOf(tx: Tx, personId: string, id: string): Promise<string> {
  const said = await currentPieces(tx, personId)
  const phone = said.find(({ scopeId, piece }) => scopeId === id && piece === 'this_phone')
  return String(phone?.facts.platform ?? '')
}

const setRemoved = (tx: Tx, personId: string, id: string, version: number, removedAt: Date | null) =>
  tx
    .update(phones)
    .set({ removedAt, version: version + 1 })
    .where(and(eq(phones.personId, personId), eq(phones.id, id)))
