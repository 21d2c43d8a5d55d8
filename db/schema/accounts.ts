import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { AccountFacts } from '@/lib/accounts/facts'
import {
  type Category,
  type Confidence,
  type NamedFirstAnswers,
  nothingSaidOfNamedFirst,
  type Visibility,
} from '@/lib/vocabulary'
import { instant, listed, ofPerson, personStatementColumns } from './columns'

export const accounts = pgTable(
  'accounts',
  {
    ...ofPerson(),
    /** Id in the service catalogue; null for one named freely. */
    serviceId: text('service_id'),
    ownNameSealed: text('own_name_sealed'),
    labelSealed: text('label_sealed'),
    noteSealed: text('note_sealed'),
    visibility: text('visibility').$type<Visibility>().notNull(),
    ...listed(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] }), index('accounts_service').on(t.serviceId, t.personId)],
)

/**
 * What somebody stated about an account, and from when to when it counted. Never rewritten: a new statement closes
 * the one before. More than one source may hold a statement at the same time.
 */
export const accountStatements = pgTable(
  'account_statements',
  personStatementColumns({
    accountId: uuid('account_id').notNull(),
    source: text('source').$type<Confidence>().notNull(),
    facts: jsonb('facts').$type<AccountFacts>().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex('account_statements_current')
      .on(t.personId, t.accountId, t.source)
      .where(sql`${t.validTo} is null`),
    index('account_statements_history').on(t.personId, t.accountId, t.validFrom),
  ],
)

/** What the person said of the inventory as a whole (G2.1). */
export const inventoryStatements = pgTable(
  'inventory_statements',
  personStatementColumns({
    none: text('none').array().$type<Category[]>().notNull(),
    /** Microsoft, Apple, Google: what was said of each that is not listed (G2.2). */
    namedFirst: jsonb('named_first').$type<NamedFirstAnswers>().notNull().default(nothingSaidOfNamedFirst),
    noLines: boolean('no_lines').notNull(),
    leakReviewDoneOn: date('leak_review_done_on', { mode: 'string' }),
    /** The moment of it: an account entered later was not gone through, be it on the same day. */
    leakReviewDoneAt: instant('leak_review_done_at'),
    statedCompleteOn: date('stated_complete_on', { mode: 'string' }),
  }),
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex('inventory_statements_current').on(t.personId).where(sql`${t.validTo} is null`),
  ],
)
