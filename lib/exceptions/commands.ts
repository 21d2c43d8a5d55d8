/** Asked for by the holder or the security team, decided by somebody else, ended by either before its day. */
import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { exceptions } from '@/db/schema/exceptions'
import { verdicts } from '@/db/schema/posture'
import { command, type Scene } from '@/lib/access/door'
import { NotThere, problemAt, Stale } from '@/lib/access/outcome'
import { calendarDate } from '@/lib/accounts/facts'
import { barredFromDeciding, mayBeAccepted, mayEndOn, stateOf } from '@/lib/exceptions/rules'
import { mayBeNamed } from '@/lib/exceptions/scopes'
import type { ExceptionRow } from '@/lib/exceptions/store'
import { itemIds } from '@/lib/guidance/codes'
import { settingsOf } from '@/lib/organisation/queries'
import { presentOpening } from '@/lib/people/queries/person'
import { isShownInRecord } from '@/lib/people/shown'
import { lockPerson } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import { optionalText } from '@/lib/text/checked'
import { exceptionOutcomes, exceptionReasons } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'
import { exceptionWords } from '@/lib/words/exceptions'

const words = exceptionWords.problems
const asked = z.strictObject({
  item: z.enum(itemIds),
  scopeId: z.uuid(),
  reason: z.enum(exceptionReasons),
  reasonText: optionalText('reason'),
  endsOn: calendarDate,
})
type Asked = z.infer<typeof asked>

/** The holder asks that one item be accepted for a time. Throws NotThere for what is not judged, or not theirs. */
export const askForException = command({
  permission: 'exceptions:ask:own',
  action: 'exception.asked',
  input: asked,
  run: (scene, input) => ask(scene, scene.actor.personId, input),
})

/**
 * The security team asks for somebody, under an opening of their record. Throws NotThere without one, for a personal
 * account that is only counted, and for what the record does not show.
 */
export const askForSomebody = command({
  permission: 'exceptions:ask:any',
  action: 'exception.asked',
  input: asked.extend({ personId: z.uuid() }),
  run: async (scene, { personId, ...input }) => {
    const { tx, actor, now } = scene
    if (personId === actor.personId) throw new NotThere('person')
    const opening = await presentOpening(tx, actor.personId, personId, now)
    if (!opening || !(await mayBeNamed(tx, personId, input.scopeId))) throw new NotThere('record')
    return ask(scene, personId, input, isShownInRecord)
  },
})

async function ask(
  { actor, tx, now }: Scene,
  personId: string,
  input: Asked,
  isShown: typeof isShownInRecord = () => true,
) {
  const { key } = await lockPerson(tx, personId)
  const [judged] = await tx
    .select()
    .from(verdicts)
    .where(
      and(
        eq(verdicts.personId, personId),
        eq(verdicts.item, input.item),
        eq(verdicts.scopeId, input.scopeId),
        isNull(verdicts.validTo),
      ),
    )
  if (!judged || !isShown(judged)) throw new NotThere('verdict')
  if (!mayBeAccepted(judged.verdict)) throw problemAt('item', words.item[judged.verdict])
  if (input.reason === 'other' && input.reasonText === '') throw problemAt('reasonText', words.say)
  if (!mayEndOn(input.endsOn, await todayIn(tx, now))) throw problemAt('endsOn', words.endsOn)
  const waiting = and(ofScope(personId, input), isNull(exceptions.outcome), isNull(exceptions.endedAt))
  const [other] = await tx.select({ id: exceptions.id }).from(exceptions).where(waiting)
  if (other) throw problemAt('item', words.waiting)
  const id = randomUUID()
  await tx.insert(exceptions).values({
    personId,
    id,
    item: input.item,
    scopeKind: judged.scopeKind,
    scopeId: input.scopeId,
    reason: input.reason,
    reasonTextSealed: fieldsOf('exceptions', key).seal(id, 'reason_text', input.reasonText),
    requestedBy: actor.personId,
    requestedAt: now,
    endsOn: input.endsOn,
  })
  const { item, scopeId, reason, endsOn } = input
  return {
    result: { id },
    trail: { subject: { kind: 'exception', id, personId }, after: { item, scopeId, reason, endsOn } },
  }
}

const based = z.strictObject({ personId: z.uuid(), id: z.uuid(), version: z.number().int().positive() })

/**
 * Approves or refuses. Neither who asked for it nor the holder may; the day may be changed. Throws NotThere, and Stale
 * when it has been decided or withdrawn meanwhile.
 */
export const decideException = command({
  permission: 'exceptions:decide:any',
  action: 'exception.decided',
  input: based.extend({
    outcome: z.enum(exceptionOutcomes),
    endsOn: calendarDate,
    note: optionalText('note'),
  }),
  run: async ({ actor, tx, now }, { personId, id, version, outcome, endsOn, note }) => {
    const { key } = await lockPerson(tx, personId)
    const row = await rowOf(tx, personId, id)
    const today = await todayIn(tx, now)
    if (row.version !== version || stateOf(row, today) !== 'asked') throw new Stale(standing(row))
    const barred = barredFromDeciding(row, actor.personId)
    if (barred) throw problemAt('', words.barred[barred])
    if (outcome === 'approved' && !mayEndOn(endsOn, today)) throw problemAt('endsOn', words.endsOn)
    await change(tx, row, {
      outcome,
      decidedBy: actor.personId,
      decidedAt: now,
      endsOn: outcome === 'approved' ? endsOn : row.endsOn,
      reviewNoteSealed: fieldsOf('exceptions', key).seal(id, 'review_note', note),
    })
    return {
      result: { outcome },
      trail: { subject: { kind: 'exception', id, personId }, after: { outcome, endsOn } },
    }
  },
})

/** The security team ends an approved one before its day. Throws NotThere, Stale. */
export const endException = command({
  permission: 'exceptions:decide:any',
  action: 'exception.ended',
  input: based,
  run: async ({ actor, tx, now }, { personId, id, version }) => {
    await lockPerson(tx, personId)
    const row = await rowOf(tx, personId, id)
    if (row.version !== version || stateOf(row, await todayIn(tx, now)) !== 'accepted')
      throw new Stale(standing(row))
    await change(tx, row, { endedAt: now, endedBy: actor.personId, endedWhy: 'ended_by_security' })
    return {
      result: null,
      trail: { subject: { kind: 'exception', id, personId }, before: { endsOn: row.endsOn } },
    }
  },
})

/** The holder takes back what was asked for or accepted, whoever asked. Throws NotThere, Stale. */
export const withdrawException = command({
  permission: 'exceptions:ask:own',
  action: 'exception.withdrawn',
  input: based.omit({ personId: true }),
  run: async ({ actor, tx, now }, { id, version }) => {
    const { personId } = actor
    await lockPerson(tx, personId)
    const row = await rowOf(tx, personId, id)
    const open = ['asked', 'accepted'].includes(stateOf(row, await todayIn(tx, now)))
    if (row.version !== version || !open) throw new Stale(standing(row))
    await change(tx, row, { endedAt: now, endedBy: personId, endedWhy: 'withdrawn' })
    return {
      result: null,
      trail: { subject: { kind: 'exception', id, personId }, before: { endsOn: row.endsOn } },
    }
  },
})

async function rowOf(tx: Tx, personId: string, id: string): Promise<ExceptionRow> {
  const [row] = await tx
    .select()
    .from(exceptions)
    .where(and(eq(exceptions.personId, personId), eq(exceptions.id, id)))
  if (!row) throw new NotThere('exception')
  return row
}

const change = (tx: Tx, row: ExceptionRow, set: Partial<ExceptionRow>) =>
  tx
    .update(exceptions)
    .set({ ...set, version: sql`${exceptions.version} + 1` })
    .where(and(eq(exceptions.personId, row.personId), eq(exceptions.id, row.id)))

/** What a stale form is shown. */
export type ExceptionStands = Pick<ExceptionRow, 'version' | 'outcome' | 'endsOn'> & { over: boolean }
const standing = ({ version, outcome, endsOn, endedAt }: ExceptionRow): ExceptionStands => ({
  version,
  outcome,
  endsOn,
  over: endedAt !== null,
})

const ofScope = (personId: string, { item, scopeId }: Pick<Asked, 'item' | 'scopeId'>) =>
  and(eq(exceptions.personId, personId), eq(exceptions.item, item), eq(exceptions.scopeId, scopeId))

const todayIn = async (tx: Tx, now: Date) => dayOf(now, (await settingsOf(tx)).timeZone)
