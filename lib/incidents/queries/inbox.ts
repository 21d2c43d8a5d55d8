/** Sheets that were handed to the security team: a list without names, and one that was opened. */
import { and, count, desc, eq, gte, isNotNull, isNull } from 'drizzle-orm'
import { incidentEvents, incidents } from '@/db/schema/incidents'
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { incidentRef } from '@/lib/incidents/entry'
import type { Incident } from '@/lib/incidents/facts'
import { type Happening, happenings } from '@/lib/incidents/queries/events'
import { contactVerdict } from '@/lib/incidents/rules'
import { contactNow, handedIncident, presentOpening, sheetOf } from '@/lib/incidents/store'
import { settingsOf } from '@/lib/organisation/queries'
import { namesOf } from '@/lib/people/names'
import { readKey } from '@/lib/people/store'
import type { OrganisationJudgement } from '@/lib/posture/organisation'
import type { IncidentKind, IncidentState } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

const mostShown = 200
export type HandedSheet = {
  ref: string
  kind: IncidentKind
  state: IncidentState
  handedAt: Date
  openings: number
}
export type Inbox = {
  open: HandedSheet[]
  closed: HandedSheet[]
  contact: { version: number; value: 'yes' | 'no'; who: string; by: string; confirmedOn: string } | null
  verdict: OrganisationJudgement
  /** Days a statement counts: the organisation's own setting. */
  interval: number
}

/** Every sheet the team has, the latest 200 first, by reference: no name, nothing that was written. */
export const listHanded = query('incidents:read:handed', async ({ tx, now }): Promise<Inbox> => {
  const [rows, contact, { timeZone, intervals }] = await Promise.all([
    tx
      .select({
        ref: incidents.ref,
        kind: incidents.kind,
        state: incidents.state,
        handedAt: incidents.handedAt,
        openings: count(incidentEvents.id),
      })
      .from(incidents)
      .leftJoin(
        incidentEvents,
        and(
          eq(incidentEvents.personId, incidents.personId),
          eq(incidentEvents.incidentId, incidents.id),
          eq(incidentEvents.kind, 'opened'),
          gte(incidentEvents.at, incidents.handedAt),
        ),
      )
      .where(and(isNotNull(incidents.handedAt), isNull(incidents.removedAt)))
      .groupBy(incidents.personId, incidents.id)
      .orderBy(desc(incidents.handedAt))
      .limit(mostShown),
    contactNow(tx),
    settingsOf(tx),
  ])
  const names = await namesOf(tx, contact ? [contact.statedBy] : [])
  const sheets = rows.flatMap(({ handedAt, ...row }) => (handedAt ? [{ ...row, handedAt }] : []))
  return {
    open: sheets.filter(({ state }) => state !== 'closed'),
    closed: sheets.filter(({ state }) => state === 'closed'),
    contact: contact && {
      version: contact.version,
      value: contact.value,
      who: contact.who,
      by: names.get(contact.statedBy) ?? '',
      confirmedOn: contact.confirmedOn,
    },
    verdict: contactVerdict(contact, dayOf(now, timeZone), intervals.readiness),
    interval: intervals.readiness,
  }
})

export type HandedIncident = {
  ref: string
  handedAt: Date
  /** What stands on it and who wrote it, while an opening of the asker's lasts; null before and after. */
  opened: {
    endsAt: Date
    version: number
    from: string
    incident: Incident
    history: Happening[]
    who: string | null
  } | null
}

/** One sheet the team has. Throws NotThere, for what is no reference as well. */
export const readHanded = query(
  'incidents:read:handed',
  async ({ actor, tx, now }, ref: string): Promise<HandedIncident> => {
    if (!incidentRef.safeParse(ref).success) throw new NotThere('incident')
    const row = await handedIncident(tx, ref)
    const opening = await presentOpening(tx, row, actor.personId, now)
    if (!opening?.endsAt) return { ref, handedAt: row.handedAt, opened: null }
    const key = await readKey(tx, row.personId)
    const [history, names, contact] = await Promise.all([
      happenings(tx, row, key, actor.personId),
      namesOf(tx, [row.personId]),
      contactNow(tx),
    ])
    const { kind, state, reportedTo, reportedOn } = row
    return {
      ref,
      handedAt: row.handedAt,
      opened: {
        endsAt: opening.endsAt,
        version: row.version,
        from: names.get(row.personId) ?? '',
        incident: { kind, state, reportedTo, reportedOn, sheet: sheetOf(key, row) },
        history,
        who: contact?.value === 'yes' ? contact.who : null,
      },
    }
  },
)
