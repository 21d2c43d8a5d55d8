import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { tickets } from '@/db/schema/access'
import { people, recordOpenings } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { settingsOf, unitNames } from '@/lib/organisation/queries'
import { namesOf } from '@/lib/people/names'
import { intervalOf, type ListedPerson, opened } from '@/lib/people/queries/list'
import { readKeys } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import type { Role } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

export type PersonOverview = ListedPerson & {
  ref: string
  email: string | null
  role: Role
  unitId: string | null
  invitedAt: Date
  invitedBy: string | null
  joinedAt: Date | null
  deactivatedAt: Date | null
  deactivatedBy: string | null
  /** Since when nothing tells who this was. */
  erasedAt: Date | null
  /** Days after leaving until somebody is erased. */
  retentionDays: number
  version: number
  /** When the joining link that still works ends. */
  linkEndsAt: Date | null
  /** Until when the actor may read this person's record; null: not opened, or no longer. */
  recordOpenUntil: Date | null
  own: boolean
  interval: number
  today: string
}

/** One person as the list knows them, with what the security team does about access. Throws NotThere. */
export const readPerson = query(
  'people:read:any',
  async ({ actor, tx, now }, id: string): Promise<PersonOverview> => {
    if (!z.uuid().safeParse(id).success) throw new NotThere('person')
    const [found] = await tx
      .select({ person: people, standing: personStandings })
      .from(people)
      .innerJoin(personStandings, eq(personStandings.personId, people.id))
      .where(eq(people.id, id))
    if (!found) throw new NotThere('person')
    const { person } = found
    const [key, units, settings, opening, [ticket]] = await Promise.all([
      readKeys(tx, [id]).then((keys) => keys.get(id)),
      unitNames(tx),
      settingsOf(tx),
      presentOpening(tx, actor.personId, id, now),
      tx
        .select({ endsAt: tickets.endsAt })
        .from(tickets)
        .where(
          and(
            eq(tickets.personId, id),
            eq(tickets.kind, 'join'),
            isNull(tickets.usedAt),
            isNull(tickets.withdrawnAt),
            gt(tickets.endsAt, now),
          ),
        ),
    ])
    const others = await namesOf(
      tx,
      [person.invitedBy, person.deactivatedBy].flatMap((by) => by ?? []),
    )
    const [listed] = await opened(tx, [found.standing], new Map(units.map((unit) => [unit.id, unit.name])))
    if (!listed) throw new NotThere('person')
    return {
      ...listed,
      ref: person.ref,
      email: key ? fieldsOf('people', key).open(id, 'email', person.emailSealed) : null,
      role: person.role,
      unitId: person.unitId,
      invitedAt: person.invitedAt,
      invitedBy: person.invitedBy && (others.get(person.invitedBy) ?? null),
      joinedAt: person.joinedAt,
      deactivatedAt: person.deactivatedAt,
      deactivatedBy: person.deactivatedBy && (others.get(person.deactivatedBy) ?? null),
      erasedAt: person.erasedAt,
      retentionDays: settings.retentionDays,
      version: person.version,
      linkEndsAt: ticket?.endsAt ?? null,
      recordOpenUntil: opening?.endsAt ?? null,
      own: id === actor.personId,
      interval: intervalOf(settings),
      today: dayOf(now, settings.timeZone),
    }
  },
)

/** The opening under which the actor may read somebody's record now, the latest one; null when there is none. */
export async function presentOpening(tx: Tx, openedBy: string, personId: string, now: Date) {
  const [opening] = await tx
    .select()
    .from(recordOpenings)
    .where(
      and(
        eq(recordOpenings.personId, personId),
        eq(recordOpenings.openedBy, openedBy),
        gt(recordOpenings.endsAt, now),
      ),
    )
    .orderBy(desc(recordOpenings.endsAt))
    .limit(1)
  return opening ?? null
}
