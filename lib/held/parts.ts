/**
 * Every table that holds something about a person, by the part of the page it stands in, and each column that is not
 * shown, with the reason. What is not in here fails the test that reads the schema.
 */
import { eq, getTableColumns, getTableName, or, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import {
  passkeys,
  recoveryCodes,
  recoveryRequests,
  roleRequests,
  sessions,
  submissions,
  tickets,
} from '@/db/schema/access'
import { accountStatements, accounts, inventoryStatements } from '@/db/schema/accounts'
import { delegations } from '@/db/schema/aide'
import { auditEntries } from '@/db/schema/audit'
import { exceptions } from '@/db/schema/exceptions'
import { incidentEvents, incidents } from '@/db/schema/incidents'
import { lineStatements, lines } from '@/db/schema/lines'
import { people, recordOpenings } from '@/db/schema/people'
import { messagingApps, phones, pieceStatements, saidNone } from '@/db/schema/pieces'
import { personStandings, standings, verdicts } from '@/db/schema/posture'
import { putOffs } from '@/db/schema/today'

export const heldGroups = [
  'you',
  'access',
  'accounts',
  'lines',
  'phones',
  'judged',
  'incidents',
  'others',
  'log',
] as const
export type HeldGroup = (typeof heldGroups)[number]
/** Why a column or a table is not shown: it says nothing of its own, or must not be known even to its person. */
export type NotShown = 'hash' | 'key' | 'index' | 'random' | 'passing' | 'in_log'

export type HeldPart = {
  name: string
  group: HeldGroup
  table: PgTable
  /** Which rows are a person's. */
  rowsOf: (personId: string) => SQL | undefined
  /** The columns that are shown; sealed ones opened. */
  shown: readonly { property: string; column: PgColumn }[]
  notShown: Readonly<Record<string, NotShown>>
}

type Owned = PgTable & { personId: PgColumn }
const part = (
  table: PgTable,
  group: HeldGroup,
  rowsOf: HeldPart['rowsOf'],
  notShown: Readonly<Record<string, NotShown>> = {},
): HeldPart => ({
  name: getTableName(table),
  group,
  table,
  rowsOf,
  shown: Object.entries(getTableColumns(table))
    .map(([property, column]) => ({ property, column }))
    .filter(({ column }) => !(column.name in notShown)),
  notShown,
})
const own = (table: Owned, group: HeldGroup, notShown?: Readonly<Record<string, NotShown>>) =>
  part(table, group, (personId) => eq(table.personId, personId), notShown)

export const heldParts: readonly HeldPart[] = [
  part(people, 'you', (personId) => eq(people.id, personId), {
    email_index: 'index',
    name_keys: 'index',
    handle: 'random',
  }),
  own(personStandings, 'you'),
  own(passkeys, 'access', { public_key: 'key' }),
  own(sessions, 'access', { id: 'hash' }),
  own(tickets, 'access', { secret_hash: 'hash' }),
  own(recoveryCodes, 'access', { code_hash: 'hash' }),
  own(recoveryRequests, 'access', { code_hash: 'hash' }),
  own(roleRequests, 'access'),
  own(submissions, 'access', { body_hash: 'hash', outcome_sealed: 'passing' }),
  own(accounts, 'accounts'),
  own(accountStatements, 'accounts'),
  own(inventoryStatements, 'accounts'),
  own(lines, 'lines'),
  own(lineStatements, 'lines'),
  own(phones, 'phones'),
  own(messagingApps, 'phones', { sent_name_id: 'random' }),
  own(pieceStatements, 'phones'),
  own(saidNone, 'phones'),
  own(verdicts, 'judged'),
  own(standings, 'judged'),
  own(exceptions, 'judged'),
  own(putOffs, 'judged'),
  own(incidents, 'incidents'),
  own(incidentEvents, 'incidents'),
  own(recordOpenings, 'others'),
  part(delegations, 'others', (personId) =>
    or(eq(delegations.personId, personId), eq(delegations.aideId, personId)),
  ),
  part(
    auditEntries,
    'log',
    (personId) => or(eq(auditEntries.personId, personId), eq(auditEntries.actorId, personId)),
    { previous: 'hash', hash: 'hash' },
  ),
]

/** Tables that name a person and are not shown: keys, what lives for minutes, and acts that the audit log tells. */
export const heldElsewhere: Readonly<Record<string, NotShown>> = {
  person_keys: 'key',
  challenges: 'passing',
  fresh_assertions: 'passing',
  staged_imports: 'in_log',
  export_takings: 'in_log',
  incident_contacts: 'in_log',
  judging_runs: 'in_log',
  organisation_statements: 'in_log',
  platform_statements: 'in_log',
  provided_items: 'in_log',
  service_corrections: 'in_log',
  service_imports: 'in_log',
  snapshots: 'in_log',
}

/** Columns that name a person. */
export const namesSomebody = /^(person_id|aide_id|actor_id|on_behalf_of)$|_by$/
