/** Phones, messaging apps, and what is said of them and of a person's habits: one statement for each piece. */
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
import type { PieceScope } from '@/lib/guidance/piece'
import type { PieceId } from '@/lib/guidance/pieces'
import type { AnyAnswers } from '@/lib/guidance/questions'
import type { Confidence } from '@/lib/vocabulary'
import {
  answered,
  counting,
  instant,
  listed,
  ofPerson,
  personStatementColumns,
  statementColumns,
} from './columns'

/** A phone: what its holder calls it. Never its number, serial or name on the network. */
export const phones = pgTable(
  'phones',
  {
    ...ofPerson(),
    labelSealed: text('label_sealed'),
    /** The model in the security team's list; null when it is not there. */
    hardwareId: uuid('hardware_id'),
    /** Maker and model in its holder's words, and when they said so; null where it is in the list, or they did not. */
    modelSealed: text('model_sealed'),
    modelSaidAt: instant('model_said_at'),
    ...listed(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] })],
)

/** A messaging app a person uses: a service of the catalogue, or a name of their own. */
export const messagingApps = pgTable(
  'messaging_apps',
  {
    ...ofPerson(),
    serviceId: text('service_id'),
    ownNameSealed: text('own_name_sealed'),
    /** The name as its holder sent it to the security team, and when; null where they did not, or took it back. */
    sentNameId: uuid('sent_name_id'),
    sentAt: instant('sent_at'),
    ...listed(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    index('messaging_apps_service').on(t.serviceId, t.personId).where(sql`${t.removedAt} is null`),
  ],
)

/** Names of messaging apps that people sent to the security team, each once, under the organisation's key; not who sent them. */
export const sentAppNames = pgTable('sent_app_names', {
  id: uuid('id').primaryKey(),
  nameSealed: text('name_sealed').notNull(),
  sentAt: instant('sent_at').notNull(),
})

/** What is said in one piece, of a person, a phone or an app (the scope), and the time it counted. */
export const pieceStatements = pgTable(
  'piece_statements',
  personStatementColumns({
    piece: text('piece').$type<PieceId>().notNull(),
    scopeKind: text('scope_kind').$type<PieceScope>().notNull(),
    scopeId: uuid('scope_id').notNull(),
    source: text('source').$type<Confidence>().notNull(),
    facts: jsonb('facts').$type<AnyAnswers>().notNull(),
    /** What the other app that encrypts is called, where its user says so (G1.1). */
    otherAppSealed: text('other_app_sealed'),
    /** The day its holder last said what nobody else is asked (G1.9, legal hold): an aide renews the rest, and not that. */
    holderSaidOn: date('holder_said_on', { mode: 'string' }),
  }),
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex('piece_statements_current')
      .on(t.personId, t.scopeId, t.piece, t.source)
      .where(sql`${t.validTo} is null`),
    index('piece_statements_history').on(t.personId, t.scopeId, t.validFrom),
  ],
)

/** That somebody has none: no phone, no messaging app. A row that was taken back has an end. */
export const saidNone = pgTable(
  'said_none',
  {
    ...ofPerson(),
    of: text('of').$type<'phone' | 'app'>().notNull(),
    ...answered(),
    onBehalfOf: uuid('on_behalf_of'),
    ...counting(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex('said_none_current').on(t.personId, t.of).where(sql`${t.validTo} is null`),
  ],
)

/**
 * What the organisation rules on: messaging apps it reviewed, records law, models of phones, resolvers, VPN, employer's
 * lines. One current statement for each topic and key.
 */
export const organisationStatements = pgTable(
  'organisation_statements',
  statementColumns({
    topic: text('topic').notNull(),
    /** Which app, device group, model or carrier; '' where there is one for the whole organisation. */
    key: text('key').notNull(),
    facts: jsonb('facts').$type<AnyAnswers>().notNull(),
    /** Free text beside it (a policy's title, a model's name), under the organisation's key. */
    textsSealed: text('texts_sealed'),
  }),
  (t) => [uniqueIndex('organisation_statements_current').on(t.topic, t.key).where(sql`${t.validTo} is null`)],
)

/** Everybody is judged anew, a few at a time: after a ruling or a version of the guidance changed. */
export const judgingRuns = pgTable(
  'judging_runs',
  {
    id: uuid('id').primaryKey(),
    reason: text('reason').notNull(),
    /** The version of the guidance that everybody was judged by until then; null where another one is not the reason. */
    insteadOf: text('instead_of'),
    startedAt: instant('started_at').notNull(),
    startedBy: uuid('started_by'),
    /** How far it has come: up to this person; then done, since this moment. */
    judgedTo: uuid('judged_to'),
    judged: integer('judged').notNull().default(0),
    endedAt: instant('ended_at'),
  },
  (t) => [index('judging_runs_open').on(t.startedAt).where(sql`${t.endedAt} is null`)],
)
