import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { people, personKeys } from '@/db/schema/people'
import { query } from '@/lib/access/door'
import type { AuditAction } from '@/lib/audit/actions'
import { fieldsOf, personKeyOf } from '@/lib/sealing/own'

const pageSize = 50

export type AuditLine = {
  seq: number
  at: Date
  action: AuditAction
  outcome: 'done' | 'refused'
  actor: Somebody
  actorRole: string | null
  /** Whose record it concerns, where it concerns one. */
  person: Somebody | null
  subjectKind: string
  detail: string
}
/** By reference for auditors; with a name for the security team. */
export type Somebody = { kind: string; ref: string | null; name: string | null }
export type AuditFilter = {
  action?: AuditAction | undefined
  outcome?: 'refused' | undefined
  before?: number | undefined
}

/** A page of the audit log, newest first; `next` is where the following page starts. */
export const listAudit = query(
  'audit:read',
  async ({ actor, tx }, filter: AuditFilter): Promise<{ lines: AuditLine[]; next: number | null }> => {
    const doer = alias(people, 'doer')
    const rows = await tx
      .select({ entry: auditEntries, doer: doer.ref, person: people.ref })
      .from(auditEntries)
      .leftJoin(doer, eq(doer.id, auditEntries.actorId))
      .leftJoin(people, eq(people.id, auditEntries.personId))
      .where(
        and(
          filter.action ? eq(auditEntries.action, filter.action) : undefined,
          filter.outcome ? eq(auditEntries.outcome, filter.outcome) : undefined,
          filter.before ? lt(auditEntries.seq, filter.before) : undefined,
        ),
      )
      .orderBy(desc(auditEntries.seq))
      .limit(pageSize + 1)
    const shown = rows.slice(0, pageSize)
    const ids = shown.flatMap(({ entry }) => [entry.actorId, entry.personId]).filter((id) => id !== null)
    const names = actor.role === 'security' ? await namesOf(tx, [...new Set(ids)]) : new Map<string, string>()
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
    return {
      lines: shown.map(({ entry, doer: actorRef, person }) => ({
        seq: entry.seq,
        at: entry.at,
        action: entry.action as AuditAction,
        outcome: entry.outcome === 'refused' ? 'refused' : 'done',
        actor: { kind: entry.actorKind, ref: actorRef, name: nameOf(entry.actorId) },
        actorRole: entry.actorRole,
        person:
          entry.personId === null ? null : { kind: 'person', ref: person, name: nameOf(entry.personId) },
        subjectKind: entry.subjectKind,
        detail: entry.detail,
      })),
      next: rows.length > pageSize ? (shown.at(-1)?.entry.seq ?? null) : null,
    }
  },
)

async function namesOf(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: people.id, sealed: people.nameSealed, wrapped: personKeys.wrapped })
    .from(people)
    .innerJoin(personKeys, eq(personKeys.personId, people.id))
    .where(inArray(people.id, ids))
  return new Map(
    rows.map(({ id, sealed, wrapped }) => [
      id,
      fieldsOf('people', personKeyOf(id, wrapped)).open(id, 'name', sealed) ?? '',
    ]),
  )
}
