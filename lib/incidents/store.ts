/** Incident sheets as commands reach them, inside their own transaction. */
import { randomBytes, randomUUID } from 'node:crypto'
import { and, count, desc, eq, exists, gt, gte, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { incidentContacts, incidentEvents, incidents } from '@/db/schema/incidents'
import { organisation } from '@/db/schema/organisation'
import { personKeys } from '@/db/schema/people'
import { NotThere } from '@/lib/access/outcome'
import { emptySheet, type Sheet } from '@/lib/incidents/facts'
import { fieldsOf, openOwn, sealOwn } from '@/lib/sealing/own'
import type { PersonKey } from '@/lib/sealing/rules'
import type { IncidentEventKind, IncidentState } from '@/lib/vocabulary'

export type IncidentRow = typeof incidents.$inferSelect
export type IncidentEvent = typeof incidentEvents.$inferSelect

/** What a sheet is called when people speak of it. */
export const newIncidentRef = () => `I-${randomBytes(4).toString('hex').toUpperCase()}`

export const sealedSheet = (key: PersonKey, id: string, sheet: Sheet) =>
  fieldsOf('incidents', key).seal(id, 'sheet', JSON.stringify(sheet)) ?? ''

/** What stands on a sheet, opened. Throws CannotOpen. */
export function sheetOf(key: PersonKey, row: Pick<IncidentRow, 'id' | 'sheetSealed'>): Sheet {
  const text = fieldsOf('incidents', key).open(row.id, 'sheet', row.sheetSealed)
  return { ...emptySheet, ...(JSON.parse(text ?? '{}') as Partial<Sheet>) }
}

export const ownIncident = (personId: string, id: string) =>
  and(eq(incidents.personId, personId), eq(incidents.id, id))

/** One of a person's own sheets that is not removed. Throws NotThere. */
export async function presentIncident(tx: Tx, personId: string, id: string): Promise<IncidentRow> {
  const [row] = await tx
    .select()
    .from(incidents)
    .where(and(ownIncident(personId, id), isNull(incidents.removedAt)))
  if (!row) throw new NotThere('incident')
  return row
}

/** Handed over, not removed, and of somebody who has not been erased: nobody could open it any more. */
export const withTeam = (tx: Tx) =>
  and(
    isNotNull(incidents.handedAt),
    isNull(incidents.removedAt),
    exists(
      tx
        .select({ id: personKeys.personId })
        .from(personKeys)
        .where(eq(personKeys.personId, incidents.personId)),
    ),
  )

/** A sheet that the security team has, whoever wrote it. Throws NotThere. */
export async function handedIncident(tx: Tx, ref: string): Promise<IncidentRow & { handedAt: Date }> {
  const [row] = await tx
    .select()
    .from(incidents)
    .where(and(eq(incidents.ref, ref), withTeam(tx)))
  if (!row?.handedAt) throw new NotThere('incident')
  return { ...row, handedAt: row.handedAt }
}

/** The opening under which a member of the team may read a handed sheet now; null when there is none. */
export async function presentOpening(tx: Tx, of: IncidentRow & { handedAt: Date }, by: string, now: Date) {
  const [opening] = await tx
    .select()
    .from(incidentEvents)
    .where(
      and(
        eventsOf(of),
        eq(incidentEvents.kind, 'opened'),
        eq(incidentEvents.doneBy, by),
        gte(incidentEvents.at, of.handedAt),
        gt(incidentEvents.endsAt, now),
      ),
    )
    .orderBy(desc(incidentEvents.endsAt))
    .limit(1)
  return opening ?? null
}

/** Whether anybody has opened the sheet since it was handed over. */
export async function wasOpened(tx: Tx, of: IncidentRow & { handedAt: Date }): Promise<boolean> {
  const [row] = await tx
    .select({ openings: count() })
    .from(incidentEvents)
    .where(and(eventsOf(of), eq(incidentEvents.kind, 'opened'), gte(incidentEvents.at, of.handedAt)))
  return (row?.openings ?? 0) > 0
}

export const eventsOf = ({ personId, id }: Pick<IncidentRow, 'personId' | 'id'>) =>
  and(eq(incidentEvents.personId, personId), eq(incidentEvents.incidentId, id))

/** Adds what became of a sheet. The note is sealed under its writer's key, like the sheet. */
export async function addEvent(
  tx: Tx,
  of: Pick<IncidentRow, 'personId' | 'id'>,
  event: {
    kind: IncidentEventKind
    doneBy: string
    at: Date
    endsAt?: Date
    state?: IncidentState
    note?: { text: string; key: PersonKey }
  },
): Promise<void> {
  const id = randomUUID()
  const { note, ...rest } = event
  const noteSealed = note ? fieldsOf('incident_events', note.key).seal(id, 'note', note.text) : null
  await tx
    .insert(incidentEvents)
    .values({ personId: of.personId, id, incidentId: of.id, ...rest, noteSealed })
}

export const eventNote = (key: PersonKey, event: Pick<IncidentEvent, 'id' | 'noteSealed'>) =>
  fieldsOf('incident_events', key).open(event.id, 'note', event.noteSealed) ?? ''

/** How many sheets a person keeps now. */
export async function keptCount(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx
    .select({ sheets: count() })
    .from(incidents)
    .where(and(eq(incidents.personId, personId), isNull(incidents.removedAt)))
  return row?.sheets ?? 0
}

export type Contact = {
  version: number
  value: 'yes' | 'no'
  who: string
  statedBy: string
  confirmedOn: string
}

/** Whom people here tell, as last stated; null before the first statement. */
export async function contactNow(tx: Tx): Promise<Contact | null> {
  const [row] = await tx.select().from(incidentContacts).orderBy(desc(incidentContacts.version)).limit(1)
  if (!row) return null
  const who = row.whoSealed === null ? '' : openOwn(row.whoSealed, contactPlace(row.version))
  return { version: row.version, value: row.value, who, statedBy: row.statedBy, confirmedOn: row.confirmedOn }
}

/** Makes whoever states or judges it do so one after another. */
export const lockContact = (tx: Tx) => tx.select({ id: organisation.id }).from(organisation).for('update')

export const sealedWho = (version: number, who: string) =>
  who === '' ? null : sealOwn(who, contactPlace(version))

const contactPlace = (version: number) => `incident_contact:${version}`
