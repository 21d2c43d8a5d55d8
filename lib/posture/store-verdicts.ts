/** Verdicts as rows: what differs from those that count is written, nothing else. */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { insertRows } from '@/db/rows'
import { verdicts } from '@/db/schema/posture'
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
    change.opened.length > 0 && insertRows(tx, verdicts, change.opened),
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
) => differing<Held, VerdictRow>(held, wanted, verdictKey, sameVerdict)

/** What must be closed and what opened so that `held` becomes `wanted`. */
export function differing<Held extends { id: string }, Wanted>(
  held: Held[],
  wanted: Wanted[],
  keyOf: (row: Held | Wanted) => string,
  isSame: (one: Held, other: Wanted) => boolean,
): { closed: string[]; opened: Wanted[] } {
  const before = new Map(held.map((row) => [keyOf(row), row]))
  const opened: Wanted[] = []
  const kept = new Set<string>()
  for (const row of wanted) {
    const known = before.get(keyOf(row))
    if (known && isSame(known, row)) kept.add(known.id)
    else opened.push(row)
  }
  return { closed: held.filter(({ id }) => !kept.has(id)).map(({ id }) => id), opened }
}

const verdictKey = (row: VerdictRow) => `${row.item} ${row.scopeId}`
const sameVerdict = (one: VerdictRow, other: VerdictRow) =>
  one.verdict === other.verdict &&
  one.unknownKind === other.unknownKind &&
  one.nextAction === other.nextAction &&
  one.confirmedOn === other.confirmedOn &&
  one.enteredOn === other.enteredOn &&
  one.guidanceVersion === other.guidanceVersion &&
  (one.turnsOn ?? null) === (other.turnsOn ?? null) &&
  isDeepStrictEqual(one.labels, other.labels)
