/** One's own incident sheets, as the pages show them. */
import { and, asc, desc, eq, gte, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { incidentEvents, incidents } from '@/db/schema/incidents'
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import type { Incident } from '@/lib/incidents/facts'
import { type Happening, happenings } from '@/lib/incidents/queries/events'
import { restorableSince } from '@/lib/incidents/rules'
import { contactNow, presentIncident, sheetOf } from '@/lib/incidents/store'
import { settingsOf } from '@/lib/organisation/queries'
import { namesOf } from '@/lib/people/names'
import { readKey } from '@/lib/people/store'
import type { IncidentKind, IncidentState } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

export type OwnSheet = {
  id: string
  ref: string
  version: number
  kind: IncidentKind
  state: IncidentState
  /** The first line of what happened, '' when that was left out. */
  about: string
  savedAt: Date
  handedAt: Date | null
}
export type OwnSheets = { sheets: OwnSheet[]; removed: (OwnSheet & { removedOn: string })[] }

/** All of one's own sheets, the latest first, and what was removed in the last 30 days. */
export const listSheets = query('incidents:read:own', async ({ actor, tx, now }): Promise<OwnSheets> => {
  const { personId } = actor
  const own = eq(incidents.personId, personId)
  const [key, { timeZone }, rows, gone] = await Promise.all([
    readKey(tx, personId),
    settingsOf(tx),
    tx
      .select()
      .from(incidents)
      .where(and(own, isNull(incidents.removedAt)))
      .orderBy(desc(incidents.createdAt)),
    tx
      .select()
      .from(incidents)
      .where(and(own, gte(incidents.removedAt, restorableSince(now))))
      .orderBy(desc(incidents.removedAt)),
  ])
  const listed = ({ sheetSealed, ...row }: (typeof rows)[number]): OwnSheet => ({
    id: row.id,
    ref: row.ref,
    version: row.version,
    kind: row.kind,
    state: row.state,
    about: sheetOf(key, { id: row.id, sheetSealed }).activity.split('\n', 1)[0] ?? '',
    savedAt: row.savedAt,
    handedAt: row.handedAt,
  })
  return {
    sheets: rows.map(listed),
    removed: gone.map((row) => ({ ...listed(row), removedOn: dayOf(row.removedAt ?? now, timeZone) })),
  }
})

export type OwnIncident = {
  id: string
  ref: string
  version: number
  incident: Incident
  savedAt: Date
  handedAt: Date | null
  /** How often the team has opened it since it was handed over. */
  openings: number
  history: Happening[]
  /** Whom people here tell; null where nobody is named. */
  who: string | null
}

/** One of one's own sheets. Throws NotThere, for what is no id as well. */
export const readSheet = query(
  'incidents:read:own',
  async ({ actor, tx }, id: string): Promise<OwnIncident> => {
    const { personId } = actor
    if (!z.uuid().safeParse(id).success) throw new NotThere('incident')
    const [row, key, contact] = await Promise.all([
      presentIncident(tx, personId, id),
      readKey(tx, personId),
      contactNow(tx),
    ])
    const history = await happenings(tx, row, key, personId)
    const { kind, state, reportedTo, reportedOn, handedAt } = row
    return {
      id,
      ref: row.ref,
      version: row.version,
      incident: { kind, state, reportedTo, reportedOn, sheet: sheetOf(key, row) },
      savedAt: row.savedAt,
      handedAt,
      openings: history.filter(
        ({ kind: what, at }) => what === 'opened' && handedAt !== null && at >= handedAt,
      ).length,
      history,
      who: contact?.value === 'yes' ? contact.who : null,
    }
  },
)

/** Who opened one's own sheets, the latest 100, the latest first. */
export const openingsOfOwn = query('openings:read:own', async ({ actor, tx }) => {
  const { personId } = actor
  const rows = await tx
    .select()
    .from(incidentEvents)
    .where(and(eq(incidentEvents.personId, personId), eq(incidentEvents.kind, 'opened')))
    .orderBy(desc(incidentEvents.at))
    .limit(100)
  if (rows.length === 0) return []
  const sheets = await tx
    .select({ id: incidents.id, ref: incidents.ref })
    .from(incidents)
    .where(
      and(
        eq(incidents.personId, personId),
        inArray(
          incidents.id,
          rows.map(({ incidentId }) => incidentId),
        ),
      ),
    )
    .orderBy(asc(incidents.id))
  const refs = new Map(sheets.map(({ id, ref }) => [id, ref]))
  const names = await namesOf(
    tx,
    rows.map(({ doneBy }) => doneBy),
  )
  return rows.map(({ id, incidentId, doneBy, at, endsAt }) => ({
    id,
    incidentId,
    ref: refs.get(incidentId) ?? '',
    by: names.get(doneBy) ?? '',
    at,
    endsAt: endsAt ?? at,
  }))
})
