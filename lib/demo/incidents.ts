/** Incident sheets of a made-up organisation, and whom its people tell: one that was closed, one that waits, one draft. */
import type { Db, Tx } from '@/db/client'
import { incidentContacts, incidentEvents, incidents } from '@/db/schema/incidents'
import { emptySheet, type Incident } from '@/lib/incidents/facts'
import { refreshReadiness } from '@/lib/incidents/readiness'
import { handedOver, openMinutes } from '@/lib/incidents/rules'
import { sealedSheet, sealedWho } from '@/lib/incidents/store'
import { readKey } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import type { IncidentEventKind, IncidentState } from '@/lib/vocabulary'
import { demoIncidents as words } from '@/lib/words/demo'
import { activityOf } from '@/lib/words/incident-steps'
import { type Dice, diceFrom } from './dice'
import type { Event } from './person'
import type { Member } from './roster'
import { beginningOf } from './year'

const day = 86_400_000
type Year = { db: Db; dice: Dice; until: Date; kim: Member }

/** @returns what goes into the audit log */
export async function keepIncidents(
  db: Db,
  { kim, sam, theo }: Record<'kim' | 'sam' | 'theo', Member>,
  seed: string,
  until: Date,
): Promise<Event[]> {
  const year: Year = { db, until, kim, dice: diceFrom(`${seed} incidents`) }
  return [
    ...(await stated(year)),
    ...(await written(year, sam, 'linked_device', 44, true)),
    ...(await written(year, theo, 'code_not_asked_for', 2, true)),
    ...(await written(year, sam, 'message_or_link', 9, false)),
  ]
}

/** At first nobody has said whom to tell; then that nobody is named; then Kim is. */
async function stated({ db, dice, until, kim }: Year): Promise<Event[]> {
  const events: Event[] = []
  await db.transaction((tx) => refreshReadiness(tx, beginningOf(until), dice.uuid))
  for (const [version, ago, value] of [
    [1, 310, 'no'],
    [2, 205, 'yes'],
  ] as const) {
    const at = new Date(until.getTime() - ago * day + 9 * 3_600_000)
    await db.transaction(async (tx) => {
      await tx.insert(incidentContacts).values({
        version,
        value,
        whoSealed: value === 'yes' ? sealedWho(version, words.who) : null,
        statedBy: kim.id,
        statedAt: at,
        confirmedOn: at.toISOString().slice(0, 10),
      })
      await refreshReadiness(tx, at, dice.uuid)
    })
    const action = 'incident.contact_stated'
    events.push({ at, by: kim, action, kind: 'incident_contact', id: null, personId: null })
  }
  return events
}

/** A sheet of so many days ago; one of more than a week ago that was handed over has been opened and closed since. */
async function written(
  { db, dice, until, kim }: Year,
  by: Member,
  kind: Exclude<Incident['kind'], 'other'>,
  ago: number,
  handed: boolean,
): Promise<Event[]> {
  const id = dice.uuid()
  const ref = `I-${dice.uuid().slice(0, 8).toUpperCase()}`
  const at = (minutes: number) => new Date(until.getTime() - ago * day + (14 * 60 + minutes) * 60_000)
  const today = at(0).toISOString().slice(0, 10)
  const closed = handed && ago > 7
  const draft = { state: 'draft', reportedTo: [], reportedOn: null } as const
  const standing = handed ? handedOver({ ...draft, reportedTo: [] }, today) : { ...draft, reportedTo: [] }
  const sheet = {
    ...emptySheet,
    date: today,
    time: '14:00',
    zone: 'UTC',
    ...words.sheet,
    activity: activityOf[kind],
    noticedBy: by.name,
    contact: `${by.name}, ${by.email}`,
  }
  await db.transaction(async (tx) => {
    const key = await readKey(tx, by.id)
    await tx.insert(incidents).values({
      personId: by.id,
      id,
      ref,
      kind,
      ...standing,
      state: closed ? 'closed' : standing.state,
      sheetSealed: sealedSheet(key, id, sheet),
      createdAt: at(0),
      savedAt: at(0),
      handedAt: handed ? at(5) : null,
      version: closed ? 3 : handed ? 2 : 1,
    })
    const add = (event: Omit<Happened, 'personId' | 'incidentId' | 'id'>, note?: string) =>
      addEvent(tx, { ...event, personId: by.id, incidentId: id, id: dice.uuid() }, (eventId) =>
        note ? fieldsOf('incident_events', key).seal(eventId, 'note', note) : null,
      )
    if (handed) await add({ kind: 'handed', doneBy: by.id, at: at(5), state: 'reported' })
    if (closed) {
      await add({ kind: 'opened', doneBy: kim.id, at: at(20), endsAt: at(20 + openMinutes) })
      await add({ kind: 'noted', doneBy: kim.id, at: at(55), state: 'closed' }, words.done)
    }
  })
  const act = (who: Member, action: Event['action'], minutes: number): Event => ({
    at: at(minutes),
    by: who,
    action,
    kind: 'incident',
    id,
    personId: by.id,
  })
  return [
    act(by, 'incident.recorded', 0),
    ...(handed ? [act(by, 'incident.handed', 5)] : []),
    ...(closed ? [act(kim, 'incident.opened', 20), act(kim, 'incident.noted', 55)] : []),
  ]
}

type Happened = {
  personId: string
  id: string
  incidentId: string
  kind: IncidentEventKind
  doneBy: string
  at: Date
  endsAt?: Date
  state?: IncidentState
}
const addEvent = (tx: Tx, event: Happened, sealed: (id: string) => string | null) =>
  tx.insert(incidentEvents).values({ ...event, noteSealed: sealed(event.id) })
