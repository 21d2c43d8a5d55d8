/**
 * The chain of the audit log: each entry is authenticated together with the one before by HMAC-SHA-256 under a key
 * that is not in the database, so that whoever can write to the database alone can neither alter, remove, reorder
 * nor append an entry unnoticed. (What cannot be seen from inside is a cut at the very end: see SECURITY.md.)
 */
import { createHmac } from 'node:crypto'

export type ChainedEntry = {
  seq: number
  at: Date
  actorKind: string
  actorId: string | null
  actorRole: string | null
  action: string
  outcome: string
  subjectKind: string
  subjectId: string | null
  personId: string | null
  detail: string
  previous: string
}
export const firstLink = '0'.repeat(64)

/** The hash of an entry: hex, 64 characters. Every column takes part, each with its length in front. */
export function linkOf(entry: ChainedEntry, key: Buffer): string {
  const mac = createHmac('sha256', key)
  for (const part of [
    String(entry.seq),
    entry.at.toISOString(),
    entry.actorKind,
    entry.actorId,
    entry.actorRole,
    entry.action,
    entry.outcome,
    entry.subjectKind,
    entry.subjectId,
    entry.personId,
    entry.detail,
    entry.previous,
  ]) {
    const bytes = Buffer.from(part ?? '', 'utf8')
    mac.update(`${part === null ? '-' : bytes.length}:`).update(bytes)
  }
  return mac.digest('hex')
}

/** JSON with sorted keys, so that the same detail has the same bytes. */
export function canonical(detail: unknown): string {
  return JSON.stringify(detail, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
