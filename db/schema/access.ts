import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type {
  Ceremony,
  EndedWhy,
  RecoveryEnd,
  Role,
  RoleRequestEnd,
  RoleWait,
  TicketKind,
  VerifiedHow,
} from '@/lib/vocabulary'
import { bytes, instant, ofPerson } from './columns'

/** Every authenticator ever bound, with its dates; a removed one stays as a row and opens nothing. */
export const passkeys = pgTable(
  'passkeys',
  {
    credentialId: text('credential_id').primaryKey(),
    personId: uuid('person_id').notNull(),
    publicKey: bytes('public_key').notNull(),
    algorithm: integer('algorithm').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    backupEligible: boolean('backup_eligible').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text('transports').array().notNull(),
    aaguid: text('aaguid').notNull(),
    nameSealed: text('name_sealed'),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    removedAt: instant('removed_at'),
    removedBy: uuid('removed_by'),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('passkeys_person').on(t.personId)],
)

/** Spent once, by the statement that deletes it. */
export const challenges = pgTable(
  'challenges',
  {
    challenge: text('challenge').primaryKey(),
    ceremony: text('ceremony').$type<Ceremony>().notNull(),
    personId: uuid('person_id'),
    ticketId: uuid('ticket_id'),
    sessionId: text('session_id'),
    purpose: text('purpose'),
    /** What the visitor typed before the ceremony (set-up), sealed. */
    carriedSealed: text('carried_sealed'),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [index('challenges_end').on(t.endsAt)],
)

/** One-use links: only the hash of the secret is here. */
export const tickets = pgTable(
  'tickets',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<TicketKind>().notNull(),
    secretHash: text('secret_hash').notNull().unique(),
    personId: uuid('person_id'),
    issuedBy: uuid('issued_by'),
    issuedAt: instant('issued_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    usedAt: instant('used_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [index('tickets_person').on(t.personId)],
)

/** The single administrator's sheet: codes hashed, each works once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    personId: uuid('person_id').notNull(),
    codeHash: text('code_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    usedAt: instant('used_at'),
    replacedAt: instant('replaced_at'),
  },
  (t) => [primaryKey({ columns: [t.personId, t.codeHash] })],
)

/** Recovery takes two people: one asks and is shown a code, another approves and is shown the link. */
export const recoveryRequests = pgTable(
  'recovery_requests',
  {
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    verifiedHow: text('verified_how').$type<VerifiedHow>().notNull(),
    /** Keyed hash of the code the requester alone was shown: the link is of no use without it. */
    codeHash: text('code_hash').notNull(),
    wrongCodes: integer('wrong_codes').notNull().default(0),
    approvedBy: uuid('approved_by'),
    approvedAt: instant('approved_at'),
    endsAt: instant('ends_at').notNull(),
    ticketId: uuid('ticket_id'),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by'),
    closedWhy: text('closed_why').$type<RecoveryEnd>(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] })],
)

/** A powerful role is given by two administrators, or after a time; until then it is a request that can be stopped. */
export const roleRequests = pgTable(
  'role_requests',
  {
    ...ofPerson(),
    role: text('role').$type<Role>().notNull(),
    askedBy: uuid('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    waitKind: text('wait_kind').$type<RoleWait>().notNull(),
    /** When it takes effect by itself; where it waits for an approval, when it lapses. */
    endsAt: instant('ends_at').notNull(),
    approvedBy: uuid('approved_by'),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by'),
    closedWhy: text('closed_why').$type<RoleRequestEnd>(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex('role_requests_open').on(t.personId).where(sql`${t.closedAt} is null`),
  ],
)

/** The session itself; the cookie carries only its secret, of which this is the hash. */
export const sessions = pgTable(
  'sessions',
  {
    personId: uuid('person_id').notNull(),
    /** SHA-256 of the secret in the cookie. */
    id: text('id').notNull(),
    credentialId: text('credential_id').notNull(),
    /** Coarse and from a closed list: "Chrome on Android". */
    device: text('device').notNull(),
    /** The role it was opened under; another role ends it. */
    role: text('role').notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** Whom the aide answers for while it lasts; null for oneself. */
    delegationId: uuid('delegation_id'),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
    endedWhy: text('ended_why').$type<EndedWhy>(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] })],
)

/** A fresh assertion by a signed-in person for one named act; spent by deleting it. */
export const freshAssertions = pgTable(
  'fresh_assertions',
  {
    personId: uuid('person_id').notNull(),
    sessionId: text('session_id').notNull(),
    purpose: text('purpose').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.sessionId, t.purpose] })],
)

/** Counting attempts in windows, so that every process counts alike. */
export const attempts = pgTable(
  'attempts',
  {
    bucket: text('bucket').notNull(),
    windowStart: instant('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.windowStart] })],
)

/** What a submit answered, so that the same submit sent again answers the same and does nothing more. */
export const submissions = pgTable(
  'submissions',
  {
    personId: uuid('person_id').notNull(),
    key: text('key').notNull(),
    action: text('action').notNull(),
    bodyHash: text('body_hash').notNull(),
    outcomeSealed: text('outcome_sealed').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] }), index('submissions_at').on(t.at)],
)
