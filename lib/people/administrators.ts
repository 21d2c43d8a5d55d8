/** An installation is never left without an administrator. */
import { and, asc, eq, isNotNull, isNull, notInArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { people } from '@/db/schema/people'

/**
 * Holds every administrator's row, so that two of them cannot take the office from each other at the same time.
 * Always before any other person's row, and in the order of ids. Returns who they are.
 */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const held = await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.role, 'administrator'))
    .orderBy(asc(people.id))
    .for('update')
  return held.map(({ id }) => id)
}

/** Whether somebody other than these is an administrator who has joined and not left. */
export async function otherAdministrator(tx: Tx, ...than: readonly [string, ...string[]]): Promise<boolean> {
  const [other] = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.role, 'administrator'),
        notInArray(people.id, [...than]),
        isNull(people.deactivatedAt),
        isNotNull(people.joinedAt),
      ),
    )
    .limit(1)
  return other !== undefined
}
