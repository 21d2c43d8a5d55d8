import { and, desc, eq, gt, inArray, isNull, or, type SQL } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { roleRequests } from '@/db/schema/access'
import { organisation } from '@/db/schema/organisation'
import { people } from '@/db/schema/people'
import { query } from '@/lib/access/door'
import { otherAdministrator } from '@/lib/people/administrators'
import { namesOf } from '@/lib/people/names'
import { hasLapsed, waitFor } from '@/lib/roles/rules'
import type { RoleRequest } from '@/lib/roles/store'
import type { Role, RoleRequestEnd, RoleWait } from '@/lib/vocabulary'

export type WaitingRole = {
  id: string
  personId: string
  person: string
  ref: string
  role: Role
  askedBy: string
  askedAt: Date
  wait: RoleWait
  endsAt: Date
  /** Whether the actor asked for it, or it is about the actor: then somebody else has to approve. */
  mine: 'asked' | 'about' | null
}
export type EndedRole = WaitingRole & {
  why: RoleRequestEnd
  closedBy: string | null
  closedAt: Date
  lately: boolean
}

const shownDays = 30
const toldDays = 7
const day = 86_400_000
const most = 200

/** What waits, and what came of the requests of the last 30 days; the latest first. For administrators. */
export const rolesWaiting = query('roles:read', ({ actor, tx, now }) =>
  read(tx, { now, reader: actor.personId, days: shownDays }),
)

/** How many roles wait, for the navigation. */
export const countRolesWaiting = query('roles:read', async ({ tx, now }): Promise<number> => {
  const rows = await tx.select().from(roleRequests).where(isNull(roleRequests.closedAt)).limit(most)
  return rows.filter((row) => !hasLapsed(row, now)).length
})

/** What waits for the actor, and what was given to them in the last week. */
export const ownRoleNews = query('openings:read:own', ({ actor, tx, now }) =>
  read(tx, {
    ...{ now, reader: actor.personId, days: toldDays },
    of: eq(roleRequests.personId, actor.personId),
  }),
)

/** What waits for one person, for the security team's page about them. */
export const roleWaitingFor = query('people:read:any', async ({ actor, tx, now }, personId: string) => {
  const { waiting } = await read(tx, {
    ...{ now, reader: actor.personId, days: 0 },
    of: eq(roleRequests.personId, personId),
  })
  return waiting[0] ?? null
})

async function read(
  tx: Tx,
  { now, reader, days, of }: { now: Date; reader: string; days: number; of?: SQL },
): Promise<{ waiting: WaitingRole[]; ended: EndedRole[] }> {
  const since = new Date(now.getTime() - days * day)
  const rows = await tx
    .select()
    .from(roleRequests)
    .where(and(or(isNull(roleRequests.closedAt), gt(roleRequests.closedAt, since)), of))
    .orderBy(desc(roleRequests.askedAt))
    .limit(most)
  if (rows.length === 0) return { waiting: [], ended: [] }
  const [names, refs] = await Promise.all([
    namesOf(tx, [
      ...rows.map((row) => row.personId),
      ...rows.flatMap((row) => [row.askedBy, row.closedBy ?? []].flat()),
    ]),
    tx
      .select({ id: people.id, ref: people.ref })
      .from(people)
      .where(inArray(people.id, [...new Set(rows.map((row) => row.personId))])),
  ])
  const refOf = new Map(refs.map(({ id, ref }) => [id, ref]))
  const drawn = (row: RoleRequest): WaitingRole => ({
    id: row.id,
    personId: row.personId,
    person: names.get(row.personId) ?? '',
    ref: refOf.get(row.personId) ?? '',
    role: row.role,
    askedBy: names.get(row.askedBy) ?? '',
    askedAt: row.askedAt,
    wait: row.waitKind,
    endsAt: row.endsAt,
    mine: row.askedBy === reader ? 'asked' : row.personId === reader ? 'about' : null,
  })
  const isOpen = (row: RoleRequest) => row.closedAt === null && !hasLapsed(row, now)
  return {
    waiting: rows.filter(isOpen).map(drawn),
    ended: rows
      .filter((row) => !isOpen(row))
      .map((row) => ({
        ...drawn(row),
        why: row.closedWhy ?? 'lapsed',
        closedBy: row.closedBy && (names.get(row.closedBy) ?? ''),
        closedAt: row.closedAt ?? row.endsAt,
        lately: (row.closedAt ?? row.endsAt) > new Date(now.getTime() - toldDays * day),
      })),
  }
}

export type RoleTerms = { waits: RoleWait | null; request: WaitingRole | null }

/** What giving a role with power to one person would wait for now, and what waits for them already. */
export const roleTerms = query(
  'roles:read',
  async ({ actor, tx, now }, personId: string): Promise<RoleTerms> => {
    const [row] = await tx.select({ setUpAt: organisation.createdAt }).from(organisation)
    const another = await otherAdministrator(tx, actor.personId, personId)
    const { waiting } = await read(tx, {
      ...{ now, reader: actor.personId, days: 0 },
      of: eq(roleRequests.personId, personId),
    })
    return {
      waits: waitFor({ role: 'administrator', another, setUpAt: row?.setUpAt ?? now, now }),
      request: waiting[0] ?? null,
    }
  },
)
