/** Messaging apps as other subjects reach them, inside their own transaction. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import type { Scene } from '@/lib/access/door'
import { sees } from '@/lib/access/permissions'

/** A person's account at a service, the oldest that is not removed; null when none is listed, or none that the actor sees. */
export async function accountAt(
  { actor, holder, tx }: Pick<Scene, 'actor' | 'holder' | 'tx'>,
  serviceId: string,
): Promise<string | null> {
  if (!sees(actor, 'accounts')) return null
  const [found] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.personId, holder), eq(accounts.serviceId, serviceId), isNull(accounts.removedAt)))
    .orderBy(asc(accounts.createdAt), asc(accounts.id))
    .limit(1)
  return found?.id ?? null
}
