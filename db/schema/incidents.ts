import { sql } from 'drizzle-orm'
import { date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { IncidentEventKind, IncidentKind, IncidentState, ReportedTo } from '@/lib/vocabulary'
import { instant, ofPerson } from './columns'

/** One incident sheet, its writer's own until handed to the security team. */
export const incidents = pgTable(
  'incidents',
  {
    ...ofPerson(),
    /** What a printed sheet is called when people speak of it: no meaning, easy to read aloud. */
    ref: text('ref').notNull(),
    kind: text('kind').$type<IncidentKind>().notNull(),
    state: text('state').$type<IncidentState>().notNull(),
    reportedTo: jsonb('reported_to').$type<ReportedTo[]>().notNull(),
    reportedOn: date('reported_on', { mode: 'string' }),
    /** Everything that was written on the sheet, date and place included, as one text under the writer's key. */
    sheetSealed: text('sheet_sealed').notNull(),
    createdAt: instant('created_at').notNull(),
    savedAt: instant('saved_at').notNull(),
    handedAt: instant('handed_at'),
    removedAt: instant('removed_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    unique('incidents_ref').on(t.ref),
    index('incidents_handed').on(t.handedAt).where(sql`${t.handedAt} is not null`),
  ],
)

/** What became of a sheet. An opening ends by itself; its holder reads all of it. */
export const incidentEvents = pgTable(
  'incident_events',
  {
    ...ofPerson(),
    incidentId: uuid('incident_id').notNull(),
    kind: text('kind').$type<IncidentEventKind>().notNull(),
    doneBy: uuid('done_by').notNull(),
    at: instant('at').notNull(),
    endsAt: instant('ends_at'),
    /** The state of the sheet from then on, where it was set. */
    state: text('state').$type<IncidentState>(),
    noteSealed: text('note_sealed'),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    index('incident_events_of').on(t.personId, t.incidentId, t.at),
  ],
)

/** Whom people here tell when something is odd: each statement of the security team, the latest of which counts. */
export const incidentContacts = pgTable('incident_contacts', {
  version: integer('version').primaryKey(),
  value: text('value').$type<'yes' | 'no'>().notNull(),
  /** Sealed under the organisation's key: a person's name, and where to find them. */
  whoSealed: text('who_sealed'),
  statedBy: uuid('stated_by').notNull(),
  statedAt: instant('stated_at').notNull(),
  confirmedOn: date('confirmed_on', { mode: 'string' }).notNull(),
})
