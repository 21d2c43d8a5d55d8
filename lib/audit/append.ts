/** Writes one entry at the end of the chain, inside the transaction of the act it records. Used by the door alone. */
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { auditEntries, auditHead } from '@/db/schema/audit'
import type { AuditAction } from '@/lib/audit/actions'
import { canonical, linkOf } from '@/lib/audit/chain'
import { derivedKey } from '@/lib/installation/key'
import type { Role } from '@/lib/vocabulary'

/** Who acts: a person, a visitor without a session, the server's console, or the server itself. */
export type Doer =
  | { kind: 'person'; id: string; role: Role }
  | { kind: 'visitor' | 'console' | 'system'; id?: undefined; role?: undefined }

/** What a command must say of what it did: ids and closed words, never a name, label or note. */
export type Trail = {
  subject: { kind: string; id: string | null; personId?: string | null }
  before?: unknown
  after?: unknown
}

export async function appendAudit(
  tx: Tx,
  entry: {
    doer: Doer
    /** Whom an aide answered for. */
    onBehalfOf?: string | null
    action: AuditAction
    outcome: 'done' | 'refused'
    at: Date
    trail: Trail
  },
  /** What goes to the server together with the lock; nothing is written unless it succeeds. */
  alongside?: Promise<void>,
): Promise<void> {
  // Writers queue here; everything a command does comes before, so that the queue is short.
  const [[head]] = await Promise.all([
    tx.select().from(auditHead).where(sql`${auditHead.id} = 1`).for('update'),
    alongside,
  ])
  if (!head) throw new Error('the audit log has no head')
  const { doer, trail } = entry
  const row = {
    seq: head.seq + 1,
    at: entry.at,
    actorKind: doer.kind,
    actorId: doer.id ?? null,
    actorRole: doer.role ?? null,
    action: entry.action,
    outcome: entry.outcome,
    subjectKind: trail.subject.kind,
    subjectId: trail.subject.id,
    personId: trail.subject.personId ?? null,
    detail: canonical({
      before: trail.before ?? null,
      after: trail.after ?? null,
      ...(entry.onBehalfOf && { onBehalfOf: entry.onBehalfOf }),
    }),
    previous: head.hash,
  }
  const hash = linkOf(row, derivedKey('audit'))
  const moved = tx
    .$with('moved')
    .as(
      tx
        .update(auditHead)
        .set({ seq: row.seq, hash })
        .where(sql`${auditHead.id} = 1`)
        .returning({ id: auditHead.id }),
    )
  await tx
    .with(moved)
    .insert(auditEntries)
    .values({ ...row, hash })
}
