/**
 * One-use links: set-up, joining, recovery. The secret stands in the part of the address that browsers do not send
 * (after #), so it is in no log; the database holds its hash. Used inside the transaction of another subject's command.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { tickets } from '@/db/schema/access'
import type { TicketKind } from '@/lib/vocabulary'

export type Ticket = typeof tickets.$inferSelect
const hour = 3_600_000
const pages: Record<TicketKind, string> = { set_up: '/set-up', join: '/join', recovery: '/recover' }

/** The hash under which a secret is stored: SHA-256, base64url. Secrets have 256 random bits (ASVS V6.5.2). */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Where a link leads, to be put after the origin. */
const linkPath = (kind: TicketKind, secret: string) => `${pages[kind]}#${secret}`

/** Makes a link and withdraws earlier unused ones of the same kind and person. Lives `hours`. Returns the secret once. */
export async function issueTicket(
  tx: Tx,
  of: { kind: TicketKind; personId: string | null; issuedBy: string | null; hours: number; at: Date },
): Promise<{ id: string; secret: string; path: string; endsAt: Date }> {
  await withdrawTickets(tx, of)
  const { row, secret, path } = newTicket(of)
  await tx.insert(tickets).values(row)
  return { id: row.id, secret, path, endsAt: row.endsAt }
}

/** Joining links for people who were added just now and have none yet. Returns the paths once, in the same order. */
export async function issueFirstLinks(
  tx: Tx,
  of: { personIds: readonly string[]; issuedBy: string; hours: number; at: Date },
): Promise<string[]> {
  const made = of.personIds.map((personId) => newTicket({ ...of, kind: 'join', personId }))
  if (made.length > 0) await tx.insert(tickets).values(made.map(({ row }) => row))
  return made.map(({ path }) => path)
}

function newTicket(of: {
  kind: TicketKind
  personId: string | null
  issuedBy: string | null
  hours: number
  at: Date
}) {
  const secret = randomBytes(32).toString('base64url')
  const row = {
    id: randomUUID(),
    kind: of.kind,
    secretHash: hashOf(secret),
    personId: of.personId,
    issuedBy: of.issuedBy,
    issuedAt: of.at,
    endsAt: new Date(of.at.getTime() + of.hours * hour),
  }
  return { row, secret, path: linkPath(of.kind, secret) }
}

export async function withdrawTickets(tx: Tx, of: { kind: TicketKind; personId: string | null; at: Date }) {
  await tx
    .update(tickets)
    .set({ withdrawnAt: of.at })
    .where(
      and(
        eq(tickets.kind, of.kind),
        of.personId === null ? isNull(tickets.personId) : eq(tickets.personId, of.personId),
        isNull(tickets.usedAt),
        isNull(tickets.withdrawnAt),
      ),
    )
}

const alive = (now: Date) => and(isNull(tickets.usedAt), isNull(tickets.withdrawnAt), gt(tickets.endsAt, now))

/** The link behind a secret, if it still works. */
export async function findTicket(tx: Tx, secret: string, now: Date): Promise<Ticket | null> {
  const [found] = await tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.secretHash, hashOf(secret)), alive(now)))
  return found ?? null
}

/** Uses a link up. Of any number at once, exactly one gets it; the others get null. */
export async function spendTicket(tx: Tx, id: string, now: Date): Promise<Ticket | null> {
  const [spent] = await tx
    .update(tickets)
    .set({ usedAt: now })
    .where(and(eq(tickets.id, id), alive(now)))
    .returning()
  return spent ?? null
}
