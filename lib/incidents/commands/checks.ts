/** What the commands of a holder's own sheets look up before they write. */
import type { Tx } from '@/db/client'
import { incidents } from '@/db/schema/incidents'
import { Problems, problemAt, Stale } from '@/lib/access/outcome'
import type { Incident } from '@/lib/incidents/facts'
import { contradictions, settled } from '@/lib/incidents/rules'
import { type IncidentRow, ownIncident, presentIncident, sheetOf } from '@/lib/incidents/store'
import { settingsOf } from '@/lib/organisation/queries'
import type { LockedPerson } from '@/lib/people/store'
import { dayOf } from '@/lib/words/dates'
import { incidentProblems } from '@/lib/words/incident-form'

/** What a stale edit comes back with. */
export type CurrentIncident = { version: number; incident: Incident }

/** A form's entry as it is stored. Throws Problems by field. */
export async function checkedEntry(tx: Tx, entry: Incident, now: Date): Promise<Incident> {
  const { timeZone } = await settingsOf(tx)
  const days = { today: dayOf(now, timeZone), there: dayOf(now, entry.sheet.zone || timeZone) }
  const problems = contradictions(entry, days)
  if (Object.keys(problems).length > 0) throw new Problems(problems)
  return settled(entry)
}

/** The calendar day in the organisation's time zone. */
export const todayOf = async (tx: Tx, now: Date) => dayOf(now, (await settingsOf(tx)).timeZone)

/** One's own sheet as it was seen. Throws NotThere, and Stale (CurrentIncident) when it has moved on. */
export async function basedOn(
  tx: Tx,
  person: LockedPerson,
  id: string,
  version: number,
): Promise<IncidentRow> {
  const row = await presentIncident(tx, person.id, id)
  if (row.version === version) return row
  throw new Stale({ version: row.version, incident: incidentOf(person, row) } satisfies CurrentIncident)
}

/** The same of a sheet that the security team has not. Throws a problem too. */
export async function unhanded(tx: Tx, person: LockedPerson, id: string, version: number) {
  const row = await basedOn(tx, person, id, version)
  if (row.handedAt !== null) throw problemAt('', incidentProblems.withTeam)
  return row
}

export const incidentOf = ({ key }: Pick<LockedPerson, 'key'>, row: IncidentRow): Incident => ({
  kind: row.kind,
  state: row.state,
  reportedTo: row.reportedTo,
  reportedOn: row.reportedOn,
  sheet: sheetOf(key, row),
})

export const nextVersion = (tx: Tx, row: IncidentRow, more: Partial<typeof incidents.$inferInsert>) =>
  tx
    .update(incidents)
    .set({ ...more, version: row.version + 1 })
    .where(ownIncident(row.personId, row.id))

export const trailOf = (row: Pick<IncidentRow, 'id' | 'personId'>) => ({
  subject: { kind: 'incident', id: row.id, personId: row.personId },
})
