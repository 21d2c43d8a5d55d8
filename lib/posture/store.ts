/**
 * Verdicts and standings are stored when facts change, in the same transaction, with the time they count from. Only what
 * differs from before is written. Called by the commands that change a person's facts, after lockPerson.
 */
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { personStandings, standings, verdicts } from '@/db/schema/posture'
import { canonical } from '@/lib/audit/chain'
import { guidanceVersion } from '@/lib/guidance/version'
import { factsOf } from '@/lib/posture/held'
import { postureOf } from '@/lib/posture/rules'
import type { Judgement, Posture } from '@/lib/posture/shapes'
import type { Tier } from '@/lib/vocabulary'

export type VerdictRow = typeof verdicts.$inferInsert
export type StandingRow = typeof standings.$inferInsert

/** Judges one person anew and stores what changed. Returns how they stand now. */
export async function refreshPosture(tx: Tx, person: { id: string; tier: Tier }, at: Date): Promise<Posture> {
  const [facts, heldVerdicts, heldStandings] = await Promise.all([
    factsOf(tx, person),
    tx
      .select()
      .from(verdicts)
      .where(and(eq(verdicts.personId, person.id), isNull(verdicts.validTo))),
    tx
      .select()
      .from(standings)
      .where(and(eq(standings.personId, person.id), isNull(standings.validTo))),
  ])
  const posture = postureOf(facts)
  const verdictChange = verdictsThatDiffer(heldVerdicts, verdictRows(person.id, posture.judgements, at))
  const standingChange = standingsThatDiffer(heldStandings, standingRows(person.id, posture, at))
  const oldest = facts.accounts
    .map((account) => account.confirmedOn)
    .concat(facts.lines.map((line) => line.confirmedOn))
    .sort()[0]
  await Promise.all([
    verdictChange.closed.length > 0 &&
      tx
        .update(verdicts)
        .set({ validTo: at })
        .where(and(eq(verdicts.personId, person.id), inArray(verdicts.id, verdictChange.closed))),
    standingChange.closed.length > 0 &&
      tx
        .update(standings)
        .set({ validTo: at })
        .where(and(eq(standings.personId, person.id), inArray(standings.id, standingChange.closed))),
    verdictChange.opened.length > 0 && tx.insert(verdicts).values(verdictChange.opened),
    standingChange.opened.length > 0 && tx.insert(standings).values(standingChange.opened),
    tx
      .update(personStandings)
      .set(
        personStandingRow(posture, { started: facts.accounts.length + facts.lines.length > 0, oldest, at }),
      )
      .where(eq(personStandings.personId, person.id)),
  ])
  return posture
}

/** The present-only row that the People table filters and sorts by. */
export function personStandingRow(
  posture: Posture,
  of: { started: boolean; oldest: string | undefined; at: Date },
) {
  const { person } = posture
  return {
    started: of.started,
    rank: person.level ?? person.atBest ?? 9,
    level: person.level,
    atBest: person.atBest,
    waysIn: person.waysIn,
    accounts: person.accounts,
    lines: person.lines,
    opensByNumber: person.opensByNumber,
    smsAnywhere: person.smsAnywhere,
    pinMissing: person.linesPinNotMet > 0,
    exposedByNumber: person.exposedByNumber,
    unknowns: person.unanswered + person.notSure,
    nextAction: person.next?.action ?? null,
    oldestConfirmedOn: of.oldest ?? null,
    changedAt: of.at,
  }
}

/** The rows for a person's judgements, as of an instant. */
export function verdictRows(personId: string, judgements: readonly Judgement[], at: Date): VerdictRow[] {
  return judgements.map((judgement) => ({
    personId,
    id: randomUUID(),
    item: judgement.item,
    scopeKind: judgement.scopeKind,
    scopeId: judgement.scopeId,
    verdict: judgement.verdict,
    labels: [...judgement.labels],
    unknownKind: judgement.unknownKind,
    nextAction: judgement.nextAction,
    confirmedOn: judgement.confirmedOn,
    enteredOn: judgement.enteredOn,
    guidanceVersion,
    validFrom: at,
  }))
}

/** The rows for how accounts, lines and the person stand, as of an instant. */
export function standingRows(personId: string, posture: Posture, at: Date): StandingRow[] {
  const row = (scopeKind: 'person' | 'account' | 'line', scopeId: string) => ({
    personId,
    id: randomUUID(),
    scopeKind,
    scopeId,
    validFrom: at,
  })
  return [
    ...posture.accounts.map((standing) => ({
      ...row('account', standing.accountId),
      level: standing.level,
      atBest: standing.atBest,
      waysIn: standing.ways.length,
      standing,
    })),
    ...posture.lines.map((standing) => ({
      ...row('line', standing.lineId),
      level: null,
      atBest: null,
      waysIn: standing.waysIn,
      standing,
    })),
    {
      ...row('person', personId),
      level: posture.person.level,
      atBest: posture.person.atBest,
      waysIn: posture.person.waysIn,
      standing: posture.person,
    },
  ]
}

/** The ids of held verdicts that no longer count, and the wanted ones that are new. */
export const verdictsThatDiffer = <Held extends VerdictRow & { id: string }>(
  held: Held[],
  wanted: VerdictRow[],
) => differing<Held, VerdictRow>(held, wanted, verdictKey, verdictBody)

/** The same for standings. */
export const standingsThatDiffer = <Held extends StandingRow & { id: string }>(
  held: Held[],
  wanted: StandingRow[],
) => differing<Held, StandingRow>(held, wanted, (row) => row.scopeId, standingBody)

/** What must be closed and what opened so that `held` becomes `wanted`. */
function differing<Held extends { id: string }, Wanted>(
  held: Held[],
  wanted: Wanted[],
  keyOf: (row: Held | Wanted) => string,
  bodyOf: (row: Held | Wanted) => string,
): { closed: string[]; opened: Wanted[] } {
  const before = new Map(held.map((row) => [keyOf(row), row]))
  const opened = wanted.filter((row) => {
    const same = before.get(keyOf(row))
    return !same || bodyOf(same) !== bodyOf(row)
  })
  const kept = new Set(wanted.filter((row) => !opened.includes(row)).map(keyOf))
  return { closed: held.filter((row) => !kept.has(keyOf(row))).map((row) => row.id), opened }
}

const verdictKey = (row: VerdictRow) => `${row.item} ${row.scopeId}`
const verdictBody = (row: VerdictRow) =>
  canonical([
    row.verdict,
    row.labels,
    row.unknownKind,
    row.nextAction,
    row.confirmedOn,
    row.enteredOn,
    row.guidanceVersion,
  ])
const standingBody = (row: StandingRow) => canonical(row.standing)
