import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { platformEntries } from '@/db/schema/platforms'
import { command } from '@/lib/access/door'
import { NotThere, Problems, problemAt, Stale } from '@/lib/access/outcome'
import { mostOf, problemsOf } from '@/lib/platforms/checks'
import { type RegisterEntry, registerEntry } from '@/lib/platforms/entry'
import type { FactsOf } from '@/lib/platforms/facts'
import {
  circumstancesOf,
  closeStatement,
  entryFrom,
  entryWithStatement,
  type Held,
  lockRegister,
  presentEntries,
  refreshRegister,
  registerFrom,
  stateEntry,
} from '@/lib/platforms/store'
import { type RegisterKind, registerAnswerKinds } from '@/lib/vocabulary'
import { platformProblems } from '@/lib/words/platform-problems'

const based = { id: z.uuid(), version: z.coerce.number().int().positive() }
const entryVersion = z.strictObject(based)
/** What a stale edit comes back with. */
export type CurrentEntry = { version: number; entry: RegisterEntry }

/**
 * Adds something to the register and judges it anew. Returns its id. Answers problems by field; of the answers there is
 * one each, so a second one is refused as a whole.
 */
export const recordEntry = command({
  permission: 'platforms:revise',
  action: 'register.recorded',
  input: registerEntry,
  run: async ({ actor, tx, now }, entry) => {
    const { held, today } = await checked(tx, now, entry)
    const same = held.filter((each) => each.entry.kind === entry.kind)
    if (isAnswer(entry.kind) && same.length > 0) throw problemAt('', platformProblems.answered)
    if (same.length >= mostOf[entry.kind]) throw problemAt('', platformProblems.tooMany(mostOf[entry.kind]))
    const id = randomUUID()
    await tx.insert(platformEntries).values({ id, kind: entry.kind, createdAt: now })
    await stateEntry(tx, { entryId: id, entry, confirmedOn: today, answeredBy: actor.personId, at: now })
    await refreshRegister(tx, now)
    return { result: { id, kind: entry.kind }, trail: { subject: subjectOf(entry.kind, id) } }
  },
})

/** Replaces what is stated of one thing. Throws NotThere; answers problems by field, and CurrentEntry when stale. */
export const reviseEntry = command({
  permission: 'platforms:revise',
  action: 'register.revised',
  input: z.strictObject({ ...based, entry: registerEntry }),
  run: async ({ actor, tx, now }, { id, version, entry }) => {
    const { today } = await checked(tx, now, entry)
    const found = await basedOn(tx, id, version)
    if (found.entry.kind !== entry.kind) throw new NotThere('register entry')
    await nextVersion(tx, found)
    await stateEntry(tx, { entryId: id, entry, confirmedOn: today, answeredBy: actor.personId, at: now })
    await refreshRegister(tx, now)
    const before = { version }
    const after = { version: version + 1, changed: changedIn(entryFrom(found), entry) }
    return {
      result: { id, kind: entry.kind },
      trail: { subject: subjectOf(entry.kind, id), before, after },
    }
  },
})

/**
 * Says that all of it is still true today. A key that is watched was looked at today by that; a platform takes its
 * sign-ins along. Throws NotThere; a conflict when stale.
 */
export const confirmEntry = command({
  permission: 'platforms:revise',
  action: 'register.confirmed',
  input: entryVersion,
  run: async ({ actor, tx, now }, { id, version }) => {
    await lockRegister(tx)
    const found = await basedOn(tx, id, version)
    const { today } = await circumstancesOf(tx, now)
    const along = found.entry.kind === 'platform' ? await signInsAt(tx, id) : []
    for (const each of [found, ...along]) {
      const entry = lookedAt(entryFrom(each), today)
      await nextVersion(tx, each)
      await stateEntry(tx, {
        entryId: each.entry.id,
        entry,
        confirmedOn: today,
        answeredBy: actor.personId,
        at: now,
      })
    }
    await refreshRegister(tx, now)
    return {
      result: { id, kind: found.entry.kind },
      trail: {
        subject: subjectOf(found.entry.kind, id),
        before: { confirmedOn: found.statement.confirmedOn },
        after: { confirmedOn: today, signIns: along.length },
      },
    }
  },
})

/** Takes something out of the register; its history stays. Answers cannot be taken out, only changed. */
export const removeEntry = command({
  permission: 'platforms:revise',
  action: 'register.removed',
  input: entryVersion,
  run: async ({ tx, now }, { id, version }) => {
    await lockRegister(tx)
    const found = await basedOn(tx, id, version)
    if (isAnswer(found.entry.kind)) throw new NotThere('register entry')
    await nextVersion(tx, found, { removedAt: now })
    await closeStatement(tx, id, now)
    await refreshRegister(tx, now)
    return { result: { id, kind: found.entry.kind }, trail: { subject: subjectOf(found.entry.kind, id) } }
  },
})

/** Puts it back as it was, with the day it was confirmed on. Throws NotThere where nothing was removed. */
export const restoreEntry = command({
  permission: 'platforms:revise',
  action: 'register.restored',
  input: entryVersion,
  run: async ({ actor, tx, now }, { id, version }) => {
    await lockRegister(tx)
    const found = await entryWithStatement(tx, id)
    const { kind } = found.entry
    if (found.entry.removedAt === null) throw new NotThere('register entry')
    if (found.entry.version !== version) throw new Stale({ version: found.entry.version })
    const held = await presentEntries(tx)
    if (held.filter((each) => each.entry.kind === kind).length >= mostOf[kind])
      throw problemAt('', platformProblems.tooMany(mostOf[kind]))
    const entry = entryFrom(found)
    if (entry.kind === 'account' && !held.some((each) => each.entry.id === entry.facts.platformId))
      throw problemAt('', platformProblems.platformGone)
    await nextVersion(tx, found, { removedAt: null })
    const { confirmedOn, guidanceVersion } = found.statement
    await stateEntry(tx, {
      entryId: id,
      entry,
      confirmedOn,
      guidanceVersion,
      answeredBy: actor.personId,
      at: now,
    })
    await refreshRegister(tx, now)
    return { result: { id, kind }, trail: { subject: subjectOf(kind, id) } }
  },
})

const subjectOf = (kind: RegisterKind, id: string) => ({ kind: `register.${kind}`, id })
const isAnswer = (kind: RegisterKind) => registerAnswerKinds.some((answer) => answer === kind)

/** Locks the register and looks an entry over. Throws Problems by field. */
async function checked(tx: Tx, now: Date, entry: RegisterEntry) {
  await lockRegister(tx)
  const held = await presentEntries(tx)
  const { today, services } = await circumstancesOf(tx, now)
  const problems = problemsOf(entry, { register: registerFrom(held), today, services })
  if (Object.keys(problems).length > 0) throw new Problems(problems)
  return { held, today }
}

/** The thing that an act is about, as it was seen. Throws NotThere, and Stale (CurrentEntry) when it has moved on. */
async function basedOn(tx: Tx, id: string, version: number): Promise<Held> {
  const found = await entryWithStatement(tx, id)
  if (found.entry.removedAt !== null) throw new NotThere('register entry')
  if (found.entry.version === version) return found
  throw new Stale({ version: found.entry.version, entry: entryFrom(found) } satisfies CurrentEntry)
}

const nextVersion = (tx: Tx, { entry }: Held, more: Partial<typeof platformEntries.$inferInsert> = {}) =>
  tx
    .update(platformEntries)
    .set({ ...more, version: entry.version + 1 })
    .where(eq(platformEntries.id, entry.id))

async function signInsAt(tx: Tx, platformId: string): Promise<Held[]> {
  const held = await presentEntries(tx)
  return held.filter(
    ({ entry, statement }) =>
      entry.kind === 'account' && (statement.facts as FactsOf<'account'>).platformId === platformId,
  )
}

function lookedAt(entry: RegisterEntry, today: string): RegisterEntry {
  if (entry.kind !== 'credential' || entry.facts.watched !== 'yes') return entry
  return { ...entry, facts: { ...entry.facts, lastLookedOn: today } }
}

/** Names of answers only: the log is read by others than the security team. */
function changedIn(before: RegisterEntry, after: RegisterEntry): string[] {
  const was: Record<string, unknown> = { ...before.facts, ...before.texts }
  const is: Record<string, unknown> = { ...after.facts, ...after.texts }
  const text = (value: unknown) => JSON.stringify(value ?? '')
  return Object.keys(is).filter((name) => text(was[name]) !== text(is[name]))
}
