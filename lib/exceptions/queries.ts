/** One's own exceptions, and what may be asked for. */
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { exceptions } from '@/db/schema/exceptions'
import { verdicts } from '@/db/schema/posture'
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { type ExceptionState, lastDay, mayBeAccepted, offeredOf, stateOf } from '@/lib/exceptions/rules'
import { mayBeNamed, nameInRecord, ownNames } from '@/lib/exceptions/scopes'
import { besideVerdicts, openExceptions } from '@/lib/exceptions/store'
import type { ItemId } from '@/lib/guidance/codes'
import { settingsOf } from '@/lib/organisation/queries'
import { namesOf } from '@/lib/people/names'
import { presentOpening } from '@/lib/people/queries/person'
import { isShownInRecord } from '@/lib/people/shown'
import { readKey } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import type { ExceptionReason, ScopeKind, Verdict } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'
import { exceptionWords } from '@/lib/words/exceptions'

const most = 100

export type OwnException = {
  id: string
  version: number
  item: ItemId
  scopeKind: ScopeKind
  scopeId: string
  about: string
  /** Is what it is about still there, so that its page can be opened? */
  there: boolean
  state: ExceptionState
  reason: ExceptionReason
  reasonText: string | null
  /** Who asked, where it was not the holder. */
  askedBy: string | null
  requestedAt: Date
  endsOn: string
  decidedBy: string | null
  decidedAt: Date | null
  note: string | null
}

/** Every exception about oneself, the latest asked for first. */
export const ownExceptions = query('exceptions:read:own', async (scene): Promise<OwnException[]> => {
  const { holder: personId, tx, now } = scene
  const key = await readKey(tx, personId)
  const [rows, settings, names] = await Promise.all([
    tx
      .select()
      .from(exceptions)
      .where(eq(exceptions.personId, personId))
      .orderBy(desc(exceptions.requestedAt), desc(exceptions.id))
      .limit(most),
    settingsOf(tx),
    ownNames(scene),
  ])
  const others = await namesOf(
    tx,
    rows.flatMap(({ requestedBy, decidedBy }) => [requestedBy, ...(decidedBy ? [decidedBy] : [])]),
  )
  const sealed = fieldsOf('exceptions', key)
  const today = dayOf(now, settings.timeZone)
  const { scopes } = exceptionWords
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    item: row.item,
    scopeKind: row.scopeKind,
    scopeId: row.scopeId,
    about: row.scopeId === personId ? scopes.you : (names.get(row.scopeId) ?? scopes.gone),
    there: names.has(row.scopeId),
    state: stateOf(row, today),
    reason: row.reason,
    reasonText: sealed.open(row.id, 'reason_text', row.reasonTextSealed),
    askedBy: row.requestedBy === personId ? null : (others.get(row.requestedBy) ?? ''),
    requestedAt: row.requestedAt,
    endsOn: row.endsOn,
    decidedBy: row.decidedBy && (others.get(row.decidedBy) ?? null),
    decidedAt: row.decidedAt,
    note: sealed.open(row.id, 'review_note', row.reviewNoteSealed),
  }))
})

export type Askable = {
  about: string
  scopeKind: ScopeKind
  /** What is known to be short of the guidance, without what waits for a decision already. */
  items: { item: ItemId; verdict: Verdict; acceptedUntil: string | null }[]
  today: string
  lastDay: string
}

/** What may be asked for of one of one's own accounts or lines, or of oneself. Throws NotThere. */
export const askable = query('exceptions:ask:own', async (scene, scopeId: string): Promise<Askable> => {
  const { holder, tx, now } = scene
  const found = await itemsOf(tx, holder, scopeId, now)
  const names = await ownNames(scene)
  return { ...found, about: names.get(scopeId) ?? exceptionWords.scopes.you }
})

/** The same for somebody whose record the actor has opened. Throws NotThere. */
export const askableForSomebody = query(
  'exceptions:ask:any',
  async (
    { actor, tx, now },
    of: { personId: string; scopeId: string },
  ): Promise<Askable & { person: string }> => {
    const { personId, scopeId } = of
    if (!z.uuid().safeParse(personId).success || personId === actor.personId) throw new NotThere('person')
    const opening = await presentOpening(tx, actor.personId, personId, now)
    if (!opening) throw new NotThere('record')
    const found = await itemsOf(tx, personId, scopeId, now, isShownInRecord)
    if (!(await mayBeNamed(tx, personId, scopeId))) throw new NotThere('record')
    const { scopeKind } = found
    const [names, about] = await Promise.all([
      namesOf(tx, [personId]),
      nameInRecord({ actor, holder: personId, tx, now }, { personId, scopeId, scopeKind }),
    ])
    return {
      ...found,
      about,
      person: names.get(personId) ?? '',
    }
  },
)

export type AskableScope = { scopeId: string; scopeKind: ScopeKind; about: string; count: number }

/** One's own accounts and lines of which something falls short of the guidance, with how much. */
export const askableScopes = query('exceptions:ask:own', async (scene): Promise<AskableScope[]> => {
  const { holder: personId, tx } = scene
  const short: Verdict[] = ['not_met', 'partly_met']
  const [rows, names] = await Promise.all([
    tx
      .select({ scopeId: verdicts.scopeId, scopeKind: verdicts.scopeKind, item: verdicts.item })
      .from(verdicts)
      .where(
        and(eq(verdicts.personId, personId), isNull(verdicts.validTo), inArray(verdicts.verdict, short)),
      ),
    ownNames(scene),
  ])
  return [...new Set(rows.map(({ scopeId }) => scopeId))]
    .flatMap((scopeId): AskableScope[] => {
      const judged = rows.filter((row) => row.scopeId === scopeId)
      const about = scopeId === personId ? exceptionWords.scopes.you : names.get(scopeId)
      const [first] = judged
      return about && first
        ? [{ scopeId, scopeKind: first.scopeKind, about, count: offeredOf(judged).length }]
        : []
    })
    .sort((one, other) => one.about.localeCompare(other.about, 'en'))
})

async function itemsOf(
  tx: Tx,
  personId: string,
  scopeId: string,
  now: Date,
  isShown: typeof isShownInRecord = () => true,
) {
  if (!z.uuid().safeParse(scopeId).success) throw new NotThere('scope')
  const today = dayOf(now, (await settingsOf(tx)).timeZone)
  const [judged, accepted] = await Promise.all([
    tx
      .select()
      .from(verdicts)
      .where(and(eq(verdicts.personId, personId), eq(verdicts.scopeId, scopeId), isNull(verdicts.validTo)))
      .orderBy(asc(verdicts.item)),
    openExceptions(tx, personId),
  ])
  const beside = besideVerdicts(accepted, today)
  const [first] = judged
  if (!first) throw new NotThere('scope')
  return {
    scopeKind: first.scopeKind,
    items: offeredOf(judged.filter((row) => isShown(row) && mayBeAccepted(row.verdict)))
      .filter((row) => !beside(row).exceptionAsked)
      .map((row) => ({
        item: row.item,
        verdict: row.verdict,
        acceptedUntil: beside(row).acceptedUntil,
      })),
    today,
    lastDay: lastDay(today),
  }
}
