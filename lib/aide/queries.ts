/** Who answers for one, what they said, and for whom one answers oneself. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { delegations } from '@/db/schema/aide'
import { auditEntries } from '@/db/schema/audit'
import { query } from '@/lib/access/door'
import { type ConsentState, stateOf } from '@/lib/aide/rules'
import { asRule, type Delegation } from '@/lib/aide/store'
import { type Unconfirmed, unconfirmedOf } from '@/lib/aide/unconfirmed'
import type { AuditAction } from '@/lib/audit/actions'
import { settingsOf } from '@/lib/organisation/queries'
import { namesOf } from '@/lib/people/names'
import { readKey } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import type { AideScope, DelegationEnd } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

type Common = {
  id: string
  state: ConsentState
  scope: readonly AideScope[]
  endsOn: string
  offeredOn: string
}
/** Somebody who answers for one, or was asked to: the name only once they accepted. */
export type OwnAide = Common & { address: string; name: string | null; endedWhy: DelegationEnd | null }
/** Somebody for whom one answers, or who asks. */
export type Answered = Common & { name: string }
export type AidesPage = {
  aides: OwnAide[]
  answered: Answered[]
  /** Answers given in one's name that one has not confirmed. */
  unconfirmed: Unconfirmed[]
  /** What aides did in one's name, the latest first. */
  done: { at: Date; action: AuditAction; name: string }[]
  today: string
}
const shownActs = 50
const open: readonly ConsentState[] = ['asked', 'accepted', 'granted']

/** Everything of both sides. What ended is shown to whom it belonged, the latest ten. */
export const readAides = query('aides:read:own', async ({ actor, tx, now }): Promise<AidesPage> => {
  const { personId } = actor
  const [own, others, { timeZone }, key, unconfirmed] = await Promise.all([
    tx
      .select()
      .from(delegations)
      .where(eq(delegations.personId, personId))
      .orderBy(desc(delegations.offeredAt)),
    tx
      .select()
      .from(delegations)
      .where(eq(delegations.aideId, personId))
      .orderBy(desc(delegations.offeredAt)),
    settingsOf(tx),
    readKey(tx, personId),
    unconfirmedOf(tx, personId),
  ])
  const today = dayOf(now, timeZone)
  const common = (row: Delegation): Common => ({
    id: row.id,
    state: stateOf(asRule(row, timeZone), today),
    scope: row.scope,
    endsOn: row.endsOn,
    offeredOn: dayOf(row.offeredAt, timeZone),
  })
  const accepted = own.flatMap(({ aideId, acceptedAt }) => (aideId && acceptedAt ? [aideId] : []))
  const asking = others.map((row) => row.personId)
  const [names, done] = await Promise.all([
    namesOf(tx, [...accepted, ...asking, ...unconfirmed.map(({ by }) => by)]),
    doneFor(tx, personId, accepted),
  ])
  const sealed = fieldsOf('delegations', key)
  const aides = own.map(
    (row): OwnAide => ({
      ...common(row),
      address: sealed.open(row.id, 'address', row.addressSealed || null) ?? '',
      name: row.aideId && row.acceptedAt ? (names.get(row.aideId) ?? null) : null,
      endedWhy: row.endedWhy,
    }),
  )
  const past = aides.filter(({ state }) => !open.includes(state)).slice(0, 10)
  return {
    aides: [...aides.filter(({ state }) => open.includes(state)), ...past],
    answered: others
      .map((row): Answered => ({ ...common(row), name: names.get(row.personId) ?? '' }))
      .filter(({ state }) => open.includes(state)),
    unconfirmed: unconfirmed.map((each) => ({ ...each, name: names.get(each.by) ?? '' })),
    done: done.map(({ at, action, actorId }) => ({ at, action, name: names.get(actorId ?? '') ?? '' })),
    today,
  }
})

/** For Today: who asks to be answered for, whom one may answer for, and answers that wait for one's own word. */
export const aideNews = query('aides:read:own', async ({ actor, tx, now }) => {
  const { personId } = actor
  const [others, { timeZone }, unconfirmed] = await Promise.all([
    tx.select().from(delegations).where(eq(delegations.aideId, personId)),
    settingsOf(tx),
    unconfirmedOf(tx, personId),
  ])
  const today = dayOf(now, timeZone)
  const states = others.map((row) => stateOf(asRule(row, timeZone), today))
  return {
    asked: states.filter((state) => state === 'asked').length,
    granted: states.filter((state) => state === 'granted').length,
    unconfirmed: unconfirmed.length,
  }
})

async function doneFor(tx: Tx, personId: string, aides: readonly string[]) {
  if (aides.length === 0) return []
  const rows = await tx
    .select({ at: auditEntries.at, action: auditEntries.action, actorId: auditEntries.actorId })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.personId, personId),
        inArray(auditEntries.actorId, [...new Set(aides)]),
        sql`${auditEntries.detail} like ${`%"onBehalfOf":"${personId}"%`}`,
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(shownActs)
  return rows.map((row) => ({ ...row, action: row.action as AuditAction }))
}
