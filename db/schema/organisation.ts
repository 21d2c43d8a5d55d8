import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ItemId } from '@/lib/guidance/codes'
import type { OrganisationSettings } from '@/lib/organisation/settings'
import type { DirectoryFacts, DirectoryForm } from '@/lib/services/directory/facts'
import type { DirectorySource } from '@/lib/vocabulary'
import { instant } from './columns'

/** One row: one organisation per installation. */
export const organisation = pgTable('organisation', {
  id: integer('id').primaryKey().default(1),
  name: text('name').notNull(),
  settings: jsonb('settings').$type<OrganisationSettings>().notNull(),
  demo: boolean('demo').notNull().default(false),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
})

export const units = pgTable('units', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull().unique(),
  createdAt: instant('created_at').notNull(),
  retiredAt: instant('retired_at'),
  version: integer('version').notNull().default(1),
})

/** An administrator's word against the catalogue's, dated; the latest one of a field counts. */
export const serviceCorrections = pgTable('service_corrections', {
  id: uuid('id').primaryKey(),
  serviceId: text('service_id').notNull(),
  field: text('field').notNull(),
  value: text('value').notNull(),
  checkedOn: text('checked_on').notNull(),
  /** Sealed under the organisation's key: free text. */
  reasonSealed: text('reason_sealed').notNull(),
  madeBy: uuid('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnBy: uuid('withdrawn_by'),
  /** How far people with an account there were judged anew since: up to this id; then all of them, since this moment. */
  judgedTo: uuid('judged_to'),
  judgedAt: instant('judged_at'),
})

/**
 * A file of a public directory, reduced to closed words about the services we know: looked at first, then applied, and
 * perhaps taken back. Of each directory the file fetched last counts. Facts shipped later win, and corrections always.
 */
export const serviceImports = pgTable('service_imports', {
  id: uuid('id').primaryKey(),
  source: text('source').$type<DirectorySource>().notNull(),
  formKind: text('form_kind').$type<DirectoryForm>().notNull(),
  /** The day the file was fetched, as the administrator says: a file bears no date. */
  readOn: text('read_on').notNull(),
  /** SHA-256 of the file, in base64url. */
  fileHash: text('file_hash').notNull(),
  facts: jsonb('facts').$type<DirectoryFacts>().notNull(),
  /** Ids of services in the file whose entry could not be read. */
  unread: jsonb('unread').$type<string[]>().notNull(),
  leftOut: integer('left_out').notNull(),
  madeBy: uuid('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
  /** Until when it may be applied. */
  endsAt: instant('ends_at').notNull(),
  appliedAt: instant('applied_at'),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnBy: uuid('withdrawn_by'),
  /** Ids of services of which a fact changed when it was last applied or taken back: whoever is there is judged anew. */
  concerns: jsonb('concerns').$type<string[]>().notNull().default([]),
  judgedTo: uuid('judged_to'),
  judgedAt: instant('judged_at'),
})

/** An item that the organisation provides centrally, and since when. It changes who acts, and no verdict. */
export const providedItems = pgTable(
  'provided_items',
  {
    id: uuid('id').primaryKey(),
    item: text('item').$type<ItemId>().notNull(),
    /** What is provided. Sealed under the organisation's key: free text. */
    saysSealed: text('says_sealed').notNull(),
    sinceOn: text('since_on').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
  },
  (t) => [uniqueIndex('provided_items_current').on(t.item).where(sql`${t.endedAt} is null`)],
)
