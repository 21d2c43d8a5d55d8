/** Exceptions of a made-up organisation, in every state: asked for by their holders, decided by Kim, over by themselves. */
import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Tx } from '@/db/client'
import { exceptions } from '@/db/schema/exceptions'
import { people } from '@/db/schema/people'
import { verdicts } from '@/db/schema/posture'
import type { ItemId } from '@/lib/guidance/codes'
import { readKey } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import { type ExceptionReason, exceptionReasons, type Role } from '@/lib/vocabulary'
import { demoExceptions as words } from '@/lib/words/demo'
import { type Dice, diceFrom } from './dice'
import type { Event } from './person'
import type { Member } from './roster'

const day = 86_400_000

/** What each of sixty people's worth of exceptions is on the last day of the year. */
const wanted = {
  open: 9,
  ending: 7,
  lapsed: 8,
  mended: 2,
  asked: 4,
  refused: 3,
  withdrawn: 2,
} as const
type State = keyof typeof wanted

/** What one would give as a reason for which items. */
const itemsFor: Readonly<Record<ExceptionReason, readonly ItemId[]>> = {
  service_does_not_offer: ['G3.0', 'G3.2'],
  employer_setting_prevents: ['G6.1', 'G8.0', 'I4', 'A3'],
  records_law: ['G1.8'],
  accessibility_need: ['I1', 'I5', 'A7'],
  mission_need: ['G1.1', 'A6'],
  device_on_order: ['G7.0', 'A1', 'G2.0'],
  other: ['G4.0', 'G5.0', 'G5.1'],
}
const items = Object.values(itemsFor).flat()

/** What somebody cannot do without is not refused here. */
const neverRefused = [...itemsFor.accessibility_need, ...itemsFor.records_law]

/** Something that falls short, or fell short until `mendedAt`. */
type Short = Pick<typeof verdicts.$inferSelect, 'personId' | 'item' | 'scopeKind' | 'scopeId'> & {
  role: Role
  from: Date
  mendedAt: Date | null
}

/** @param first whose come before everybody else's: the cast that is looked at. @returns what goes into the audit log */
export async function keepExceptions(
  db: Db,
  of: { kim: Member; first: readonly Member[]; people: number; seed: string; until: Date },
): Promise<Event[]> {
  const dice = diceFrom(`${of.seed} exceptions`)
  const times = Math.max(1, Math.min(40, Math.round(of.people / 60)))
  const most = 40 * times
  return db.transaction(async (tx) => {
    const firstIds = of.first.map(({ id }) => id)
    const found = [
      ...(await shortNow(tx, inArray(verdicts.personId, firstIds), most)),
      ...(await shortNow(tx, ne(verdicts.personId, of.kim.id), 1000 + 8 * most)),
    ]
    const mended = await shortOnce(tx, ne(verdicts.personId, of.kim.id), most)
    const taken = new Set<string>()
    const events: Event[] = []
    let nth = 0
    for (const [state, count] of Object.entries(wanted) as [State, number][]) {
      const holders = new Set<string>()
      for (let n = 0; n < count * times; n++, nth++) {
        const fits = (state === 'mended' ? mended : found).filter(
          (one) =>
            !taken.has(`${one.item} ${one.scopeId}`) &&
            !holders.has(one.personId) &&
            !(state === 'refused' && neverRefused.includes(one.item)) &&
            daysSince(one.from, of.until) > leastDays[state],
        )
        const reason = exceptionReasons[nth % exceptionReasons.length] ?? 'other'
        const short = fits.find(({ item }) => itemsFor[reason].includes(item)) ?? fits[0]
        if (!short) break
        taken.add(`${short.item} ${short.scopeId}`)
        holders.add(short.personId)
        events.push(...(await keep(tx, { ...of, dice, state, short })))
      }
    }
    return events
  })
}

/** Days that something must have fallen short for, so that there is time to ask for it and for what came of it. */
const leastDays: Readonly<Record<State, number>> = {
  open: 20,
  ending: 20,
  lapsed: 45,
  mended: 20,
  asked: 4,
  refused: 12,
  withdrawn: 12,
}
const daysSince = (from: Date, until: Date) => Math.floor((until.getTime() - from.getTime()) / day)

type Kept = { kim: Member; until: Date; dice: Dice; state: State; short: Short }
async function keep(tx: Tx, { kim, until, dice, state, short }: Kept): Promise<Event[]> {
  const id = dice.uuid()
  const { personId, item, scopeKind, scopeId } = short
  const since = daysSince(short.from, until)
  const least = state === 'lapsed' ? 40 : state === 'asked' ? 1 : state === 'mended' ? 1 : 10
  const ago = short.mendedAt
    ? since - 1
    : Math.min(since - 1, dice.between(least, state === 'asked' ? 9 : 140))
  const at = (days: number, hour: number) => new Date(until.getTime() - days * day + hour * 3_600_000)
  const [asked, decided] = [at(ago, 9), at(ago - dice.between(0, 2), 14)]
  const over = state === 'lapsed' || state === 'mended'
  const left = state === 'ending' ? dice.between(1, 28) : dice.between(40, 200)
  const endsOn = at(over ? Math.min(dice.between(2, 30), ago - 3) : -left, 0)
  const reason = reasonFor(item)
  const sealed = fieldsOf('exceptions', await readKey(tx, personId))
  const waits = state === 'asked' || state === 'withdrawn'
  const refused = state === 'refused'
  const decision = {
    ...({ outcome: refused ? 'refused' : 'approved', decidedBy: kim.id, decidedAt: decided } as const),
    reviewNoteSealed: sealed.seal(id, 'review_note', refused ? words.refused : ''),
  }
  const end = { endedAt: decided, endedBy: personId, endedWhy: 'withdrawn' } as const
  await tx.insert(exceptions).values({
    ...{ personId, id, item, scopeKind, scopeId, reason, requestedBy: personId, requestedAt: asked },
    reasonTextSealed: sealed.seal(id, 'reason_text', words.reasons[reason]),
    endsOn: endsOn.toISOString().slice(0, 10),
    ...(waits ? {} : decision),
    ...(state === 'withdrawn' ? end : {}),
    version: state === 'asked' ? 1 : 2,
  })
  const holder = { id: personId, role: short.role }
  const act = (by: Event['by'], action: Event['action'], when: Date): Event => ({
    ...{ at: when, by, action, kind: 'exception', id, personId },
  })
  return [
    act(holder, 'exception.asked', asked),
    ...(waits ? [] : [act(kim, 'exception.decided', decided)]),
    ...(state === 'withdrawn' ? [act(holder, 'exception.withdrawn', decided)] : []),
  ]
}
const reasonFor = (item: ItemId): ExceptionReason =>
  exceptionReasons.find((reason) => itemsFor[reason].includes(item)) ?? 'other'

const one = {
  personId: verdicts.personId,
  item: verdicts.item,
  scopeKind: verdicts.scopeKind,
  scopeId: verdicts.scopeId,
  role: people.role,
  from: verdicts.validFrom,
}
const short = inArray(verdicts.verdict, ['not_met', 'partly_met'])
const here = and(eq(people.id, verdicts.personId), isNull(people.deactivatedAt))

/** What falls short now, in the order of ids: the same for the same seed. */
async function shortNow(tx: Tx, whose: SQL, most: number): Promise<Short[]> {
  const rows = await tx
    .select(one)
    .from(verdicts)
    .innerJoin(people, here)
    .where(and(whose, short, isNull(verdicts.validTo), inArray(verdicts.item, items)))
    .orderBy(verdicts.personId, verdicts.id)
    .limit(most)
  return rows.map((row) => ({ ...row, mendedAt: null }))
}

/** What fell short for a while and is met now. */
async function shortOnce(tx: Tx, whose: SQL, most: number): Promise<Short[]> {
  const then = alias(verdicts, 'then')
  return tx
    .select({ ...one, mendedAt: then.validFrom })
    .from(verdicts)
    .innerJoin(people, here)
    .innerJoin(
      then,
      and(
        eq(then.personId, verdicts.personId),
        eq(then.item, verdicts.item),
        eq(then.scopeId, verdicts.scopeId),
        eq(then.verdict, 'met'),
        isNull(then.validTo),
        sql`${then.validFrom} > ${verdicts.validFrom} + interval '7 days'`,
      ),
    )
    .where(and(whose, short, inArray(verdicts.item, items)))
    .orderBy(verdicts.personId, verdicts.id)
    .limit(most)
}
