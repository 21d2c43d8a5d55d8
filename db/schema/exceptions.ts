import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ItemId } from '@/lib/guidance/codes'
import type { ExceptionEnd, ExceptionOutcome, ExceptionReason, ScopeKind } from '@/lib/vocabulary'
import { instant, ofPerson } from './columns'

/**
 * What was asked to be accepted for a time: one item on one account, line or person. It changes no verdict. Once
 * approved it counts until the end of its day; nothing has to be written for it to end.
 */
export const exceptions = pgTable(
  'exceptions',
  {
    /** Whose account or line it is. */
    ...ofPerson(),
    item: text('item').$type<ItemId>().notNull(),
    scopeKind: text('scope_kind').$type<ScopeKind>().notNull(),
    scopeId: uuid('scope_id').notNull(),
    reason: text('reason').$type<ExceptionReason>().notNull(),
    /** Sealed under the person's key, as what the team says of it is. */
    reasonTextSealed: text('reason_text_sealed'),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** As asked for; once approved, as approved. */
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    outcome: text('outcome').$type<ExceptionOutcome>(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    reviewNoteSealed: text('review_note_sealed'),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
    endedWhy: text('ended_why').$type<ExceptionEnd>(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex('exceptions_waiting_once')
      .on(t.personId, t.item, t.scopeId)
      .where(sql`${t.outcome} is null and ${t.endedAt} is null`),
    index('exceptions_waiting')
      .on(t.requestedAt, t.id)
      .where(sql`${t.outcome} is null and ${t.endedAt} is null`),
    index('exceptions_approved').on(t.endsOn, t.id).where(sql`${t.outcome} = 'approved'`),
  ],
)
