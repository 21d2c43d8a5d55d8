/** How much one person may do to others in an hour; every process counts alike. */
import type { Actor } from '@/lib/access/actor'
import { may, type Permission } from '@/lib/access/permissions'
import { type Limit, withinLimit } from '@/lib/attempts/store'

export const limits = {
  invitations: { name: 'people.invite', per: 200, seconds: 3600 },
  imports: { name: 'people.import', per: 30, seconds: 3600 },
  openings: { name: 'records.open', per: 30, seconds: 3600 },
} as const satisfies Record<string, Limit>

/** The same act, counted first. It then throws TooMany once the actor has done it too often. */
export const limited =
  <Rest extends unknown[], Result>(
    limit: Limit,
    permission: Permission,
    act: (actor: Actor, ...rest: Rest) => Promise<Result>,
  ) =>
  async (actor: Actor, ...rest: Rest): Promise<Result> => {
    // Whoever may not is refused by the act itself, and written down there.
    if (may(actor.role, permission)) await withinLimit(limit, actor.personId)
    return act(actor, ...rest)
  }
