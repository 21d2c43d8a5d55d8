import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { LineFacts } from '@/lib/lines/facts'
import type { Confidence } from '@/lib/vocabulary'
import { instant, listed, ofPerson, personStatementColumns } from './columns'

/** A phone line: a label and at most the last two digits, both sealed. Never a number. */
export const lines = pgTable(
  'lines',
  {
    ...ofPerson(),
    labelSealed: text('label_sealed'),
    lastDigitsSealed: text('last_digits_sealed'),
    ownCarrierSealed: text('own_carrier_sealed'),
    noteSealed: text('note_sealed'),
    /** When its carrier was last said to be another one: what texts still open is asked again since (G3.3). */
    carrierChangedAt: instant('carrier_changed_at'),
    ...listed(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] })],
)

export const lineStatements = pgTable(
  'line_statements',
  personStatementColumns({
    lineId: uuid('line_id').notNull(),
    source: text('source').$type<Confidence>().notNull(),
    facts: jsonb('facts').$type<LineFacts>().notNull(),
  }),
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
