import { and, desc, eq, gt, inArray, or } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { recoveryRequests } from '@/db/schema/access'
import { people, personKeys } from '@/db/schema/people'
import { query } from '@/lib/access/door'
import type { RecoveryRequest } from '@/lib/recovery/store'
import { fieldsOf, personKeyOf } from '@/lib/sealing/own'
import type { RecoveryEnd, VerifiedHow } from '@/lib/vocabulary'

export type RecoveryState = 'waiting' | 'approved' | 'expired' | RecoveryEnd
export type Recovery = {
  id: string
  person: string
  ref: string
  requestedBy: string
  requestedAt: Date
  verifiedHow: VerifiedHow
  approvedBy: string | null
  endsAt: Date
  closedAt: Date | null
  state: RecoveryState
  /** Whether the actor asked for it, or it is about the actor: then somebody else has to approve. */
  mine: 'asked' | 'about' | null
}
const shownDays = 30

/** The recoveries of the last 30 days, the latest first: for those who may ask for one. */
export const recentRecoveries = query(
  'recovery:request',
  async ({ actor, tx, now }): Promise<{ open: Recovery[]; ended: Recovery[] }> => {
    const rows = await recent(tx, now)
    const drawn = await draw(tx, rows, now, actor.personId)
    const isOpen = ({ state }: Recovery) => state === 'waiting' || state === 'approved'
    return { open: drawn.filter(isOpen), ended: drawn.filter((one) => !isOpen(one)) }
  },
)

/** What was done about the actor's own sign-in in the last 30 days, the latest first. */
export const ownRecoveries = query(
  'passkeys:read:own',
  async ({ actor, tx, now }): Promise<Recovery[]> =>
    draw(tx, await recent(tx, now, actor.personId), now, actor.personId),
)

const recent = (tx: Tx, now: Date, personId?: string) =>
  tx
    .select()
    .from(recoveryRequests)
    .where(
      and(
        or(
          gt(recoveryRequests.requestedAt, new Date(now.getTime() - shownDays * 86_400_000)),
          gt(recoveryRequests.endsAt, now),
        ),
        personId ? eq(recoveryRequests.personId, personId) : undefined,
      ),
    )
    .orderBy(desc(recoveryRequests.requestedAt))
    .limit(200)

async function draw(tx: Tx, rows: RecoveryRequest[], now: Date, reader: string): Promise<Recovery[]> {
  const named = await namesOf(tx, rows)
  return rows.map((row) => ({
    id: row.id,
    person: named.get(row.personId)?.name ?? '',
    ref: named.get(row.personId)?.ref ?? '',
    requestedBy: named.get(row.requestedBy)?.name ?? '',
    requestedAt: row.requestedAt,
    verifiedHow: row.verifiedHow,
    approvedBy: row.approvedBy ? (named.get(row.approvedBy)?.name ?? '') : null,
    endsAt: row.endsAt,
    closedAt: row.closedAt,
    state: stateOf(row, now),
    mine: row.requestedBy === reader ? 'asked' : row.personId === reader ? 'about' : null,
  }))
}

function stateOf(row: RecoveryRequest, now: Date): RecoveryState {
  if (row.closedWhy) return row.closedWhy
  if (row.endsAt <= now) return 'expired'
  return row.approvedAt ? 'approved' : 'waiting'
}

async function namesOf(tx: Tx, rows: RecoveryRequest[]): Promise<Map<string, { name: string; ref: string }>> {
  const ids = [
    ...new Set(rows.flatMap((row) => [row.personId, row.requestedBy, row.approvedBy ?? []].flat())),
  ]
  if (ids.length === 0) return new Map()
  const found = await tx
    .select({ id: people.id, ref: people.ref, nameSealed: people.nameSealed, wrapped: personKeys.wrapped })
    .from(people)
    .innerJoin(personKeys, eq(personKeys.personId, people.id))
    .where(inArray(people.id, ids))
  return new Map(
    found.map(({ id, ref, nameSealed, wrapped }) => {
      const name = fieldsOf('people', personKeyOf(id, wrapped)).open(id, 'name', nameSealed)
      return [id, { name: name ?? '', ref }]
    }),
  )
}
