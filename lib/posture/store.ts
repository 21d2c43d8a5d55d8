/**
 * Verdicts and standings are stored when facts change, in the same transaction, with the time they count from. Only what
 * differs from before is written. Called by the commands that change a person's facts, after lockPerson.
 */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { insertRows } from '@/db/rows'
import { personStandings, standings, verdicts } from '@/db/schema/posture'
import type { PersonInQuestion } from '@/lib/posture/facts'
import { type Known, knownOf } from '@/lib/posture/held'
import { pieceItems } from '@/lib/posture/items/rules'
import { postureOf } from '@/lib/posture/rules'
import type { Posture } from '@/lib/posture/shapes'
import { refreshPieces, vaultServices } from '@/lib/posture/store-pieces'
import { saidSomething } from '@/lib/posture/store-started'
import { differing, storeVerdicts, type VerdictRow } from '@/lib/posture/store-verdicts'
import type { Tier } from '@/lib/vocabulary'

export type StandingRow = typeof standings.$inferInsert

/** What is known of one person: the facts, with the services they rest on, and what counts now. */
export type Held = Known & {
  verdicts: (typeof verdicts.$inferSelect)[]
  standings: (typeof standings.$inferSelect)[]
}

/** Judges one person anew and stores what changed. Returns how they stand now. */
export async function refreshPosture(tx: Tx, person: { id: string; tier: Tier }, at: Date): Promise<Posture> {
  return storePosture(tx, await heldOf(tx, person, at), at)
}

/** Everything that judging a person needs, read together. */
export async function heldOf(tx: Tx, person: { id: string; tier: Tier }, at: Date): Promise<Held> {
  const [known, heldVerdicts, heldStandings] = await Promise.all([
    knownOf(tx, person, at),
    tx
      .select()
      .from(verdicts)
      .where(
        and(
          eq(verdicts.personId, person.id),
          isNull(verdicts.validTo),
          sql`${verdicts.item} <> all(${`{${pieceItems.join(',')}}`}::text[])`,
        ),
      ),
    tx
      .select()
      .from(standings)
      .where(and(eq(standings.personId, person.id), isNull(standings.validTo))),
  ])
  return { ...known, verdicts: heldVerdicts, standings: heldStandings }
}

/**
 * Judges the facts handed in, and stores what differs from what counted. Whoever changes facts and knows the rest, such
 * as a command that adds one account, hands in both and need not read them again.
 */
export async function storePosture(tx: Tx, held: Held, at: Date): Promise<Posture> {
  const { facts } = held
  const posture = postureOf(facts)
  const standingChange = standingsThatDiffer(held.standings, standingRows(facts.id, posture, at))
  const oldest = facts.accounts
    .map((account) => account.confirmedOn)
    .concat(facts.lines.map((line) => line.confirmedOn))
    .sort()[0]
  const [verdictChange] = await Promise.all([
    storeVerdicts(tx, facts.id, held.verdicts, posture.judgements, at),
    standingChange.closed.length > 0 &&
      tx
        .update(standings)
        .set({ validTo: at })
        .where(and(eq(standings.personId, facts.id), inArray(standings.id, standingChange.closed))),
    standingChange.opened.length > 0 && insertRows(tx, standings, standingChange.opened),
    tx
      .update(personStandings)
      .set(
        personStandingRow(posture, {
          started: facts.accounts.length + facts.lines.length > 0 || saidSomething(facts.id),
          oldest,
          at,
        }),
      )
      .where(eq(personStandings.personId, facts.id)),
  ])
  const gone = held.verdicts.filter(({ id }) => verdictChange.closed.includes(id))
  if (vaultMayDiffer(facts, verdictChange.opened) || accountGone(facts, gone))
    await refreshPieces(tx, facts, at)
  return posture
}

/** A vault without a passphrase of its own is as safe as the account it hangs on (G4.1). */
const vaultMayDiffer = ({ accounts }: PersonInQuestion, opened: readonly VerdictRow[]) =>
  opened.some(
    ({ item, scopeId }) =>
      item === 'G2' &&
      accounts.some(({ id, service }) => id === scopeId && vaultServices.includes(service?.id ?? '')),
  )

/** An account that was taken off the list may have been the one the vault hung on. */
const accountGone = ({ accounts }: PersonInQuestion, closed: readonly VerdictRow[]) =>
  closed.some(({ item, scopeId }) => item === 'G2' && !accounts.some(({ id }) => id === scopeId))

/** The present-only row that the People table filters and sorts by. */
export function personStandingRow<Started extends boolean | SQL<boolean>>(
  posture: Posture,
  of: { started: Started; oldest: string | undefined; at: Date },
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
) => differing<Held, StandingRow>(held, wanted, (row) => row.scopeId, sameStanding)

const sameStanding = (one: StandingRow, other: StandingRow) => isDeepStrictEqual(one.standing, other.standing)
