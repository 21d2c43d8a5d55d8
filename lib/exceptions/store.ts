/** Exceptions as other subjects' queries read them beside verdicts, inside their own transaction. */
import { and, eq, isNull, ne, or } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { exceptions } from '@/db/schema/exceptions'
import type { Actor } from '@/lib/access/actor'
import { stateOf } from '@/lib/exceptions/rules'
import type { ItemId } from '@/lib/guidance/codes'

export type ExceptionRow = typeof exceptions.$inferSelect

/** What stands beside a verdict: accepted until a day, or asked for. Never instead of it. */
export type Accepted = { acceptedUntil: string | null; exceptionAsked: boolean }
export type AcceptedOf = (of: { item: ItemId; scopeId: string }) => Accepted

/** A person's exceptions that were neither refused nor ended by anybody. */
export const openExceptions = (tx: Tx, personId: string): Promise<ExceptionRow[]> =>
  tx
    .select()
    .from(exceptions)
    .where(
      and(
        eq(exceptions.personId, personId),
        isNull(exceptions.endedAt),
        or(isNull(exceptions.outcome), ne(exceptions.outcome, 'refused')),
      ),
    )

/** The same as far as they concern who reads: exceptions are in no scope that an aide is given. */
export const exceptionsSeenBy = async (
  { onBehalfOf }: Pick<Actor, 'onBehalfOf'>,
  tx: Tx,
  personId: string,
): Promise<ExceptionRow[]> => (onBehalfOf ? [] : openExceptions(tx, personId))

/** What of them stands beside each verdict on a day. */
export function besideVerdicts(rows: readonly ExceptionRow[], today: string): AcceptedOf {
  return ({ item, scopeId }) => {
    const here = rows.filter((row) => row.item === item && row.scopeId === scopeId)
    const until = here.filter((row) => stateOf(row, today) === 'accepted').map(({ endsOn }) => endsOn)
    return {
      acceptedUntil: until.sort().at(-1) ?? null,
      exceptionAsked: here.some((row) => stateOf(row, today) === 'asked'),
    }
  }
}
