import { bigint, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** Who did what, when, to whom. The database refuses any change to a row; each row carries the hash of the one before. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    /** person, visitor, console or system. */
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    actorRole: text('actor_role'),
    action: text('action').notNull(),
    outcome: text('outcome').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id'),
    /** Whose record it concerns. */
    personId: uuid('person_id'),
    /** Closed words and ids as canonical JSON: never a name, label or note. */
    detail: text('detail').notNull(),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('audit_entries_person').on(t.personId, t.seq),
    index('audit_entries_actor').on(t.actorId, t.seq),
    index('audit_entries_action').on(t.action, t.seq),
  ],
)

/** The end of the chain: locked by each writer in turn. */
export const auditHead = pgTable('audit_head', {
  id: integer('id').primaryKey().default(1),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
})

/** Each export taken: what, as of when, by whom, and how it ended. */
export const exportTakings = pgTable('export_takings', {
  id: uuid('id').primaryKey(),
  kind: text('kind').notNull(),
  takenBy: uuid('taken_by').notNull(),
  startedAt: instant('started_at').notNull(),
  asOf: instant('as_of').notNull(),
  endedAt: instant('ended_at'),
  rows: integer('rows'),
  outcome: text('outcome').notNull(),
})
