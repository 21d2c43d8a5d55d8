import { sql } from 'drizzle-orm'
import { pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ActionCode } from '@/lib/guidance/codes'
import type { PieceId } from '@/lib/guidance/pieces'
import type { PutOffReason } from '@/lib/vocabulary'
import { instant, ofPerson } from './columns'

/** A next action that somebody does not take now, or cannot take; offered again from `until` on. */
export const putOffs = pgTable(
  'put_offs',
  {
    ...ofPerson(),
    action: text('action').$type<ActionCode>().notNull(),
    /** The account, line, phone, app or person it is about. */
    scopeId: uuid('scope_id').notNull(),
    /** The piece it belongs to; '' for what belongs to none. */
    piece: text('piece').$type<PieceId | ''>().notNull().default(''),
    /** Why not; null for "not now". */
    reason: text('reason').$type<PutOffReason>(),
    putOffAt: instant('put_off_at').notNull(),
    until: instant('until').notNull(),
    /** Taken up again before that, or put off anew. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex('put_offs_current')
      .on(t.personId, t.action, t.scopeId, t.piece)
      .where(sql`${t.endedAt} is null`),
  ],
)
