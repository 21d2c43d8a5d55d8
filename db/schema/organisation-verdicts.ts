import { sql } from 'drizzle-orm'
import { date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { OrganisationItem } from '@/lib/guidance/codes'
import type { OrganisationScopeKind, UnknownKind, Verdict } from '@/lib/vocabulary'
import { counting } from './columns'

/**
 * A verdict on the organisation, or on one thing it keeps a list of, and the time it counted. Unlike a person's verdict
 * it is stored as it enters totals: what grew old is unknown, and a label says what it was.
 */
export const organisationVerdicts = pgTable(
  'organisation_verdicts',
  {
    id: uuid('id').primaryKey(),
    item: text('item').$type<OrganisationItem>().notNull(),
    scopeKind: text('scope_kind').$type<OrganisationScopeKind>().notNull(),
    /** The id or the closed word of what it is about; 'organisation' for the whole. */
    scopeId: text('scope_id').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    labels: text('labels').array().$type<string[]>().notNull(),
    unknownKind: text('unknown_kind').$type<UnknownKind>(),
    nextAction: text('next_action'),
    /** The oldest answer it rests on. */
    confirmedOn: date('confirmed_on', { mode: 'string' }),
    guidanceVersion: text('guidance_version').notNull(),
    /** The first day on which it will differ though nobody says anything; null for never. */
    turnsOn: date('turns_on', { mode: 'string' }),
    ...counting(),
  },
  (t) => [
    uniqueIndex('organisation_verdicts_current')
      .on(t.item, t.scopeKind, t.scopeId)
      .where(sql`${t.validTo} is null`),
    index('organisation_verdicts_past').on(t.validFrom),
    index('organisation_verdicts_turning').on(t.turnsOn).where(sql`${t.validTo} is null`),
  ],
)
