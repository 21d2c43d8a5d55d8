import { sql } from 'drizzle-orm'
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { LineFacts } from '@/lib/lines/facts'
import type { Confidence } from '@/lib/vocabulary'
import { instant } from './columns'

/** A phone line: a label and at most the last two digits, both sealed. Never a number. */
export const lines = pgTable(
  'lines',
  {
    personId: uuid('person_id').notNull(),
    id: uuid('id').notNull(),
    labelSealed: text('label_sealed'),
    lastDigitsSealed: text('last_digits_sealed'),
    ownCarrierSealed: text('own_carrier_sealed'),
    noteSealed: text('note_sealed'),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] })],
)

export const lineStatements = pgTable(
  'line_statements',
  {
    personId: uuid('person_id').notNull(),
    id: uuid('id').notNull(),
    lineId: uuid('line_id').notNull(),
    source: text('source').$type<Confidence>().notNull(),
    facts: jsonb('facts').$type<LineFacts>().notNull(),
    confirmedOn: date('confirmed_on', { mode: 'string' }).notNull(),
    enteredAt: instant('entered_at').notNull(),
    answeredBy: uuid('answered_by').notNull(),
    onBehalfOf: uuid('on_behalf_of'),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to'),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex('line_statements_current')
      .on(t.personId, t.lineId, t.source)
      .where(sql`${t.validTo} is null`),
    index('line_statements_history').on(t.personId, t.lineId, t.validFrom),
    /** Whom a corrected fact of a carrier concerns. */
    index('line_statements_carrier')
      .on(sql`(${t.facts}->>'carrierId')`, t.personId)
      .where(sql`${t.validTo} is null`),
  ],
)
