/**
 * Verdicts and standings are stored when facts change, in the same transaction, with the time they count from. Only what
 * differs from before is written. Called by the commands that change a person's facts, after lockPerson.
 */
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { personStandings, standings, verdicts } from '@/db/schema/posture'
import { canonical } from '@/lib/audit/chain'
import type { PersonInQuestion } from '@/lib/posture/facts'
import { factsOf } from '@/lib/posture/held'
import { pieceItems } from '@/lib/posture/items/rules'
import { postureOf } from '@/lib/posture/rules'
import type { Posture } from '@/lib/posture/shapes'
import { refreshPieces, vaultServices } from '@/lib/posture/store-pieces'
import { differing, storeVerdicts, type VerdictRow } from '@/lib/posture/store-verdicts'
import type { Tier } from '@/lib/vocabulary'

export type StandingRow = typeof standings.$inferInsert

/** Judges one person anew and stores what changed. Returns how they stand now. */
export async function refreshPosture(tx: Tx, person: { id: string; tier: Tier }, at: Date): Promise<Posture> {
  const [facts, heldVerdicts, heldStandings] = await Promise.all([
    factsOf(tx, person),
    tx
      .select()
      .from(verdicts)
      .where(
        and(
          eq(verdicts.personId, person.id),
          isNull(verdicts.validTo),
          notInArray(verdicts.item, [...pieceItems]),
        ),
      ),
    tx
      .select()
      .from(standings)
      .where(and(eq(standings.personId, person.id), isNull(standings.validTo))),
  ])
  const posture = postureOf(facts)
  const standingChange = standingsThatDiffer(heldStandings, standingRows(person.id, posture, at))
  const oldest = facts.accounts
    .map((account) => account.confirmedOn)
    .concat(facts.lines.map((line) => line.confirmedOn))
    .sort()[0]
  const [verdictChange] = await Promise.all([
    storeVerdicts(tx, person.id, heldVerdicts, posture.judgements, at),
    standingChange.closed.length > 0 &&
      tx
        .update(standings)
        .set({ validTo: at })
        .where(and(eq(standings.personId, person.id), inArray(standings.id, standingChange.closed))),
    standingChange.opened.length > 0 && tx.insert(standings).values(standingChange.opened),
    tx
      .update(personStandings)
      .set(
        personStandingRow(posture, { started: facts.accounts.length + facts.lines.length > 0, oldest, at }),
      )
      .where(eq(personStandings.personId, person.id)),
  ])
  if (vaultMayDiffer(facts, verdictChange.opened)) await refreshPieces(tx, person, at)
  return posture
}

/** A vault without a passphrase of its own is as safe as the account it hangs on (G4.1). */
const vaultMayDiffer = ({ accounts }: PersonInQuestion, opened: readonly VerdictRow[]) =>
  opened.some(
    ({ item, scopeId }) =>
      item === 'G2' &&
      accounts.some(({ id, service }) => id === scopeId && vaultServices.includes(service?.id ?? '')),
  )

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

/** The same for standings. */
export const standingsThatDiffer = <Held extends StandingRow & { id: string }>(
  held: Held[],
  wanted: StandingRow[],
) => differing<Held, StandingRow>(held, wanted, (row) => row.scopeId, standingBody)

const standingBody = (row: StandingRow) => canonical(row.standing)
