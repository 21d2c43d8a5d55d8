import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { FactsOf } from '@/lib/platforms/facts'
import type { RegisterKind } from '@/lib/vocabulary'
import { listed, statementColumns } from './columns'

/** One thing in the register of messaging platforms: a platform, a sign-in, a key by its name, an answer. */
export const platformEntries = pgTable(
  'platform_entries',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<RegisterKind>().notNull(),
    ...listed(),
  },
  (t) => [
    index('platform_entries_present').on(t.createdAt).where(sql`${t.removedAt} is null`),
    /** Answers of which there is one each. */
    uniqueIndex('platform_entries_answers')
      .on(t.kind)
      .where(sql`${t.kind} in ('sending', 'staff', 'interfaces', 'monitoring', 'teaching')`),
  ],
)

export const platformStatements = pgTable(
  'platform_statements',
  statementColumns({
    entryId: uuid('entry_id').notNull(),
    facts: jsonb('facts').$type<FactsOf<RegisterKind>>().notNull(),
    /** Names and other free text by field, as one sealed text under the organisation's key. */
    textsSealed: text('texts_sealed'),
  }),
  (t) => [
    uniqueIndex('platform_statements_current').on(t.entryId).where(sql`${t.validTo} is null`),
    index('platform_statements_history').on(t.entryId, t.validFrom),
  ],
)
