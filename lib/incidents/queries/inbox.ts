/** Sheets that were handed to the security team: a list without names, and one that was opened. */
import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { incidents } from '@/db/schema/incidents'
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import type { InboxAddress, InboxCursor, InboxShow } from '@/lib/incidents/address'
import { incidentRef } from '@/lib/incidents/entry'
import type { Incident } from '@/lib/incidents/facts'
import { type Happening, happenings } from '@/lib/incidents/queries/events'
import { contactVerdict } from '@/lib/incidents/rules'
import { contactNow, handedIncident, presentOpening, sheetOf, withTeam } from '@/lib/incidents/store'
import { settingsOf } from '@/lib/organisation/queries'
import { namesOf } from '@/lib/people/names'
import { readKey } from '@/lib/people/store'
import type { OrganisationJudgement } from '@/lib/posture/organisation'
import type { IncidentKind, IncidentState } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

export const inboxPageSize = 20
export type HandedSheet = {
  ref: string
  kind: IncidentKind
  state: IncidentState
  handedAt: Date
  openings: number
}
export type Inbox = {
  sheets: HandedSheet[]
  /** Not closed, of these not opened by anybody since they were handed over, and closed. */
  counts: Record<InboxShow | 'waiting', number>
  previous: InboxCursor | null
  next: InboxCursor | null
  contact: { version: number; value: 'yes' | 'no'; who: string; by: string; confirmedOn: string } | null
  verdict: OrganisationJudgement
  /** Days a statement counts: the organisation's own setting. */
  interval: number
}

/** A page of the sheets the team has, by reference: no name, nothing that was written. */
export const listHanded = query(
  'incidents:read:handed',
  async ({ tx, now }, address: InboxAddress): Promise<Inbox> => {
    const [page, counts, contact, { timeZone, intervals }] = await Promise.all([
      pageOf(tx, address),
      countsOf(tx),
      contactNow(tx),
      settingsOf(tx),
    ])
    const names = await namesOf(tx, contact ? [contact.statedBy] : [])
    return {
      ...page,
      counts,
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
  },
)

const openings = sql<number>`(select count(*)::int from incident_events e
  where e.person_id = incidents.person_id and e.incident_id = incidents.id
    and e.kind = 'opened' and e.at >= incidents.handed_at)`

async function pageOf(tx: Tx, { show, cursor }: InboxAddress) {
  const descending = (show === 'closed') !== (cursor?.way === 'before')
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const beyond =
    cursor &&
    sql`(${incidents.handedAt}, ${incidents.ref}) ${sql.raw(descending ? '<' : '>')} (${cursor.at}::timestamptz, ${cursor.ref})`
  const shown = show === 'closed' ? eq(incidents.state, 'closed') : ne(incidents.state, 'closed')
  const { ref, kind, state, handedAt } = incidents
  const found = await tx
    .select({ ref, kind, state, handedAt, openings })
    .from(incidents)
    .where(and(withTeam(tx), shown, beyond ?? undefined))
    .orderBy(sql`${handedAt} ${direction}`, sql`${ref} ${direction}`)
    .limit(inboxPageSize + 1)
  const more = found.length > inboxPageSize
  const sheets = found
    .slice(0, inboxPageSize)
    .flatMap((row): HandedSheet[] => (row.handedAt ? [{ ...row, handedAt: row.handedAt }] : []))
  if (cursor?.way === 'before') sheets.reverse()
  const at = (way: InboxCursor['way'], one: HandedSheet | undefined): InboxCursor | null =>
    one ? { way, at: one.handedAt.toISOString(), ref: one.ref } : null
  return {
    sheets,
    previous: (cursor?.way === 'before' ? more : cursor !== null) ? at('before', sheets[0]) : null,
    next: cursor?.way === 'before' || more ? at('after', sheets.at(-1)) : null,
  }
}

async function countsOf(tx: Tx): Promise<Inbox['counts']> {
  const [counted] = await tx
    .select({
      open: sql<number>`(count(*) filter (where ${incidents.state} <> 'closed'))::int`,
      waiting: sql<number>`(count(*) filter (where ${incidents.state} <> 'closed' and ${openings} = 0))::int`,
      closed: sql<number>`(count(*) filter (where ${incidents.state} = 'closed'))::int`,
    })
    .from(incidents)
    .where(withTeam(tx))
  return counted ?? { open: 0, waiting: 0, closed: 0 }
}

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
