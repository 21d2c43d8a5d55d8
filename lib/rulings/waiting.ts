/** Phones whose holders named a model that the security team's list does not have (G7.0): how many, and not whose. */
import { and, count, countDistinct, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import { phones } from '@/db/schema/pieces'

/** @returns how many phones, and how many people they belong to; of those who left, none. */
export async function phonesWaiting(tx: Tx): Promise<{ phones: number; people: number }> {
  const [row] = await tx
    .select({ phones: count(), people: countDistinct(phones.personId) })
    .from(phones)
    .innerJoin(people, eq(people.id, phones.personId))
    .where(and(isNotNull(phones.modelSealed), isNull(phones.removedAt), isNull(people.deactivatedAt)))
  return row ?? { phones: 0, people: 0 }
}
