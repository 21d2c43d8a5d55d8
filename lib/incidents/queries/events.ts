import { asc } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { incidentEvents } from '@/db/schema/incidents'
import { eventNote, eventsOf, type IncidentRow } from '@/lib/incidents/store'
import { namesOf } from '@/lib/people/names'
import type { PersonKey } from '@/lib/sealing/rules'
import type { IncidentEventKind, IncidentState } from '@/lib/vocabulary'

export type Happening = {
  id: string
  kind: IncidentEventKind
  by: string
  /** Done by whoever asks. */
  own: boolean
  at: Date
  state: IncidentState | null
  note: string
}

/** What became of a sheet, in order. Everything of it is for its writer and for the team alike. */
export async function happenings(
  tx: Tx,
  of: Pick<IncidentRow, 'personId' | 'id'>,
  key: PersonKey,
  asker: string,
): Promise<Happening[]> {
  const rows = await tx
    .select()
    .from(incidentEvents)
    .where(eventsOf(of))
    .orderBy(asc(incidentEvents.at), asc(incidentEvents.id))
  const names = await namesOf(
    tx,
    rows.map(({ doneBy }) => doneBy),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    by: names.get(row.doneBy) ?? '',
    own: row.doneBy === asker,
    at: row.at,
    state: row.state,
    note: eventNote(key, row),
  }))
}
