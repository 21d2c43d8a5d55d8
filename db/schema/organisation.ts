import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { OrganisationSettings } from '@/lib/organisation/settings'
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
