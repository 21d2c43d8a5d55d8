/** Verdicts as rows: what differs from those that count is written, nothing else. */
import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { verdicts } from '@/db/schema/posture'
import { canonical } from '@/lib/audit/chain'
import { guidanceVersion } from '@/lib/guidance/version'
import type { Judgement } from '@/lib/posture/shapes'

export type VerdictRow = typeof verdicts.$inferInsert

/** Closes and opens verdicts of one person, as of an instant. @param held those that count now, of the same items. */
export async function storeVerdicts(
  tx: Tx,
  personId: string,
  held: (VerdictRow & { id: string })[],
  judgements: readonly Judgement[],
  at: Date,
): Promise<{ closed: string[]; opened: VerdictRow[] }> {
  const change = verdictsThatDiffer(held, verdictRows(personId, judgements, at))
  await Promise.all([
    change.closed.length > 0 &&
      tx
        .update(verdicts)
        .set({ validTo: at })
        .where(and(eq(verdicts.personId, personId), inArray(verdicts.id, change.closed))),
    change.opened.length > 0 && tx.insert(verdicts).values(change.opened),
  ])
  return change
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
    turnsOn: judgement.turnsOn ?? null,
    validFrom: at,
  }))
}

/** The ids of held verdicts that no longer count, and the wanted ones that are new. */
export const verdictsThatDiffer = <Held extends VerdictRow & { id: string }>(
  held: Held[],
  wanted: VerdictRow[],
) => differing<Held, VerdictRow>(held, wanted, verdictKey, verdictBody)

/** What must be closed and what opened so that `held` becomes `wanted`. */
export function differing<Held extends { id: string }, Wanted>(
  held: Held[],
  wanted: Wanted[],
  keyOf: (row: Held | Wanted) => string,
  bodyOf: (row: Held | Wanted) => string,
): { closed: string[]; opened: Wanted[] } {
  const before = new Map(held.map((row) => [keyOf(row), row]))
  const opened: Wanted[] = []
  const kept = new Set<string>()
  for (const row of wanted) {
    const key = keyOf(row)
    const same = before.get(key)
    if (same && bodyOf(same) === bodyOf(row)) kept.add(key)
    else opened.push(row)
  }
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
    row.turnsOn ?? null,
  ])
