import { date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { AideScope, DelegationEnd } from '@/lib/vocabulary'
import { instant, ofPerson } from './columns'

/**
 * A person lets somebody else answer for them: asked for by address, accepted by the aide, granted once the person has
 * seen who accepted. Counts from `granted_at` to the end of `ends_on`, unless it was ended before.
 */
export const delegations = pgTable(
  'delegations',
  {
    /** Whose answers they are. */
    ...ofPerson(),
    /** Whoever the address belongs to; null where it belongs to nobody who is here: nothing else tells the two apart. */
    aideId: uuid('aide_id'),
    addressSealed: text('address_sealed').notNull(),
    scope: text('scope').array().$type<AideScope[]>().notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    offeredAt: instant('offered_at').notNull(),
    acceptedAt: instant('accepted_at'),
    grantedAt: instant('granted_at'),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
    endedWhy: text('ended_why').$type<DelegationEnd>(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] }), index('delegations_aide').on(t.aideId, t.offeredAt)],
)
