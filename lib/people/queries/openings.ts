import { and, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { auditEntries } from '@/db/schema/audit'
import { people, recordOpenings } from '@/db/schema/people'
import { query } from '@/lib/access/door'
import type { AuditAction } from '@/lib/audit/actions'
import { unitNames } from '@/lib/organisation/queries'
import { namesOf } from '@/lib/people/names'
import { readKey } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import type { OpeningReason, Role, Tier } from '@/lib/vocabulary'
import { whoLookedWords } from '@/lib/words/records'

const most = 100
/** What others do to a person that the person is told of. */
const toldActions = [
  'role.asked',
  'role.approved',
  'role.stopped',
  'role.granted',
  'person.revised',
  'person.deactivated',
  'person.reactivated',
  'sessions.ended',
] as const satisfies readonly AuditAction[]
export type ToldAction = (typeof toldActions)[number]

export type Opening = {
  id: string
  by: string
  reason: OpeningReason
  note: string | null
  at: Date
  endsAt: Date
}
export type WhoLooked = {
  openings: Opening[]
  changes: { seq: number; what: ToldAction; by: string; at: Date }[]
  /** What the security team sees of the actor without opening the record. */
  seen: { name: string; email: string | null; unit: string | null; tier: Tier; role: Role; ref: string }
}

/** Who opened one's own record and why, and what others changed; the latest 100 of each, the latest first. */
export const whoLooked = query('openings:read:own', async ({ actor, tx }): Promise<WhoLooked> => {
  const { personId } = actor
  const [key, rows, entries, [row], units] = await Promise.all([
    readKey(tx, personId),
    tx
      .select()
      .from(recordOpenings)
      .where(eq(recordOpenings.personId, personId))
      .orderBy(desc(recordOpenings.openedAt))
      .limit(most),
    tx
      .select()
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.personId, personId),
          inArray(auditEntries.action, [...toldActions]),
          or(isNull(auditEntries.actorId), ne(auditEntries.actorId, personId)),
        ),
      )
      .orderBy(desc(auditEntries.seq))
      .limit(most),
    tx.select().from(people).where(eq(people.id, personId)),
    unitNames(tx),
  ])
  const names = await namesOf(tx, [
    ...rows.map((opening) => opening.openedBy),
    ...entries.flatMap((entry) => entry.actorId ?? []),
  ])
  const note = fieldsOf('record_openings', key)
  const own = fieldsOf('people', key)
  return {
    openings: rows.map((opening) => ({
      id: opening.id,
      by: names.get(opening.openedBy) ?? '',
      reason: opening.reason,
      note: note.open(opening.id, 'note', opening.noteSealed),
      at: opening.openedAt,
      endsAt: opening.endsAt,
    })),
    changes: entries.flatMap((entry) => {
      const what = toldActions.find((action) => action === entry.action)
      const by = entry.actorId ? (names.get(entry.actorId) ?? '') : whoLookedWords.byItself
      return what ? [{ seq: entry.seq, what, by, at: entry.at }] : []
    }),
    seen: {
      name: own.open(personId, 'name', row?.nameSealed ?? null) ?? '',
      email: own.open(personId, 'email', row?.emailSealed ?? null),
      unit: units.find((unit) => unit.id === row?.unitId)?.name ?? null,
      tier: row?.tier ?? 'standard',
      role: row?.role ?? actor.role,
      ref: row?.ref ?? '',
    },
  }
})
