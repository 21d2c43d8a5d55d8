import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ActionCode, ItemId, LabelCode } from '@/lib/guidance/codes'
import type { AccountStanding, LineStanding, PersonStanding } from '@/lib/posture/shapes'
import type { ScopeKind, UnknownKind, Verdict } from '@/lib/vocabulary'
import { counting, instant, ofPerson } from './columns'

/** A verdict and the time it counted. Written when facts change; age is computed from confirmed_on, never written. */
export const verdicts = pgTable(
  'verdicts',
  {
    ...ofPerson(),
    item: text('item').$type<ItemId>().notNull(),
    scopeKind: text('scope_kind').$type<ScopeKind>().notNull(),
    scopeId: uuid('scope_id').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    labels: text('labels').array().$type<LabelCode[]>().notNull(),
    unknownKind: text('unknown_kind').$type<UnknownKind>(),
    nextAction: text('next_action').$type<ActionCode>(),
    confirmedOn: date('confirmed_on', { mode: 'string' }),
    enteredOn: date('entered_on', { mode: 'string' }),
    guidanceVersion: text('guidance_version').notNull(),
    /** The first day on which it would be judged otherwise though nobody says anything; null when there is none. */
    turnsOn: date('turns_on', { mode: 'string' }),
    ...counting(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    index('verdicts_turning')
      .on(t.turnsOn, t.personId)
      .where(sql`${t.validTo} is null and ${t.turnsOn} is not null`),
    uniqueIndex('verdicts_current').on(t.personId, t.item, t.scopeId).where(sql`${t.validTo} is null`),
    index('verdicts_past').on(t.personId, t.validFrom),
  ],
)

/** How each account, line and person stands: the weakest way in, from when to when. */
export const standings = pgTable(
  'standings',
  {
    ...ofPerson(),
    scopeKind: text('scope_kind').$type<'person' | 'account' | 'line'>().notNull(),
    scopeId: uuid('scope_id').notNull(),
    level: smallint('level'),
    atBest: smallint('at_best'),
    waysIn: integer('ways_in').notNull(),
    standing: jsonb('standing').$type<AccountStanding | LineStanding | PersonStanding>().notNull(),
    ...counting(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex('standings_current').on(t.personId, t.scopeId).where(sql`${t.validTo} is null`),
  ],
)

/** One row a person, only the present: what the People table filters, sorts and pages by. */
export const personStandings = pgTable(
  'person_standings',
  {
    personId: uuid('person_id').primaryKey(),
    unitId: uuid('unit_id'),
    tier: text('tier').notNull(),
    /** invited, active, deactivated. */
    state: text('state').notNull(),
    started: boolean('started').notNull(),
    /** The level, or the best it can be while something is unknown; 9 when nothing is recorded: sorts last. */
    rank: smallint('rank').notNull(),
    level: smallint('level'),
    atBest: smallint('at_best'),
    waysIn: integer('ways_in').notNull(),
    accounts: integer('accounts').notNull(),
    lines: integer('lines').notNull(),
    opensByNumber: integer('opens_by_number').notNull(),
    smsAnywhere: boolean('sms_anywhere').notNull(),
    pinMissing: boolean('pin_missing').notNull(),
    exposedByNumber: boolean('exposed_by_number').notNull(),
    unknowns: integer('unknowns').notNull(),
    nextAction: text('next_action').$type<ActionCode>(),
    /** The oldest confirmation among current answers: old when it is further back than the interval. */
    oldestConfirmedOn: date('oldest_confirmed_on', { mode: 'string' }),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    index('person_standings_rank').on(t.rank, t.personId),
    index('person_standings_unit').on(t.unitId, t.rank, t.personId),
    index('person_standings_tier').on(t.tier, t.rank, t.personId),
    index('person_standings_sms').on(t.rank, t.personId).where(sql`${t.smsAnywhere}`),
    index('person_standings_pin').on(t.rank, t.personId).where(sql`${t.pinMissing}`),
    index('person_standings_idle').on(t.rank, t.personId).where(sql`not ${t.started}`),
    index('person_standings_old').on(t.oldestConfirmedOn, t.personId),
    index('person_standings_level').on(t.level, t.rank, t.personId),
    index('person_standings_left').on(t.rank, t.personId).where(sql`${t.state} = 'deactivated'`),
  ],
)

/** Leadership's frozen figures: what was released, never computed anew. */
export const snapshots = pgTable(
  'snapshots',
  {
    id: uuid('id').primaryKey(),
    asOf: instant('as_of').notNull(),
    takenAt: instant('taken_at').notNull(),
    takenBy: uuid('taken_by'),
    raw: jsonb('raw').$type<unknown>().notNull(),
    released: jsonb('released').$type<unknown>().notNull(),
    guidanceVersion: text('guidance_version').notNull(),
  },
  (t) => [index('snapshots_as_of').on(t.asOf)],
)
