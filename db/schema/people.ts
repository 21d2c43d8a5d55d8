import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { OpeningReason, Role, Tier } from '@/lib/vocabulary'
import { bytes, instant } from './columns'
import { units } from './organisation'

export const people = pgTable(
  'people',
  {
    id: uuid('id').primaryKey(),
    /** What exports call this person instead of a name. */
    ref: text('ref').notNull().unique(),
    role: text('role').$type<Role>().notNull(),
    tier: text('tier').$type<Tier>().notNull(),
    unitId: uuid('unit_id').references(() => units.id),
    nameSealed: text('name_sealed').notNull(),
    emailSealed: text('email_sealed'),
    /** Keyed index of the address; the key is not in the database. */
    emailIndex: text('email_index'),
    /** Keyed prefixes of the name's words, for searching. */
    nameKeys: text('name_keys').array().notNull().default(sql`'{}'::text[]`),
    /** The WebAuthn user handle: random, says nothing of the person. */
    handle: bytes('handle').notNull().unique(),
    invitedAt: instant('invited_at').notNull(),
    invitedBy: uuid('invited_by'),
    joinedAt: instant('joined_at'),
    deactivatedAt: instant('deactivated_at'),
    deactivatedBy: uuid('deactivated_by'),
    /** Since when nothing tells who this was; by whom, or null where the server did it in time. */
    erasedAt: instant('erased_at'),
    erasedBy: uuid('erased_by'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('people_email').on(t.emailIndex),
    index('people_name_keys').using('gin', t.nameKeys),
    index('people_unit').on(t.unitId),
    index('people_left')
      .on(t.deactivatedAt)
      .where(sql`${t.deactivatedAt} is not null and ${t.erasedAt} is null`),
    index('people_office').on(t.role, t.id).where(sql`${t.role} <> 'staff'`),
  ],
)

/** One data key for each person, wrapped by the installation's key; destroying the row erases the person. */
export const personKeys = pgTable('person_keys', {
  personId: uuid('person_id').primaryKey(),
  wrapped: text('wrapped').notNull(),
})

/** Each opening of somebody's record by somebody else, shown to its holder. */
export const recordOpenings = pgTable(
  'record_openings',
  {
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    openedBy: uuid('opened_by').notNull(),
    reason: text('reason').$type<OpeningReason>().notNull(),
    noteSealed: text('note_sealed'),
    openedAt: instant('opened_at').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] }), index('record_openings_by').on(t.openedBy, t.endsAt)],
)

/** An import between preview and apply: sealed, short-lived, its maker's alone. */
export const stagedImports = pgTable('staged_imports', {
  id: uuid('id').primaryKey(),
  madeBy: uuid('made_by').notNull(),
  rowsSealed: text('rows_sealed').notNull(),
  rowCount: integer('row_count').notNull(),
  createdAt: instant('created_at').notNull(),
  endsAt: instant('ends_at').notNull(),
})
