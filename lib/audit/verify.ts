/** Walks the whole audit log and says that it is intact, or names the first entry that is not. */
import { asc, gt } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { auditEntries, auditHead } from '@/db/schema/audit'
import { openQuery } from '@/lib/access/door'
import { type ChainedEntry, firstLink, linkOf } from '@/lib/audit/chain'
import { derivedKey } from '@/lib/installation/key'

export type ChainEnd = { seq: number; hash: string }
export type Verification =
  | { intact: true; entries: number; last: ChainEnd }
  | { intact: false; seq: number; fault: 'missing' | 'not_linked' | 'altered' | 'cut_off' }

const batch = 2_000

/**
 * Verifies the chain from its first entry to its last, in batches, so that memory stays flat.
 * @param expected an end noted earlier somewhere else: what came up to it must still be there and the same, which is the
 *   only way to see that the newest entries were cut off together with the head.
 */
export const verifyAudit = (expected: ChainEnd | null = null): Promise<Verification> =>
  openQuery(({ tx }) => verifyChain(tx, expected))

/** The same inside a transaction that is open already. */
export async function verifyChain(tx: Tx, expected: ChainEnd | null): Promise<Verification> {
  const key = derivedKey('audit')
  let last: ChainEnd = { seq: 0, hash: firstLink }
  let expectedSeen = expected === null || (expected.seq === 0 && expected.hash === firstLink)
  for (;;) {
    const rows = await tx
      .select()
      .from(auditEntries)
      .where(gt(auditEntries.seq, last.seq))
      .orderBy(asc(auditEntries.seq))
      .limit(batch)
    for (const row of rows) {
      const fault = faultOf(row, last, key)
      if (fault) return { intact: false, ...fault }
      last = { seq: row.seq, hash: row.hash }
      if (expected?.seq === row.seq) {
        if (expected.hash !== row.hash) return { intact: false, seq: row.seq, fault: 'altered' }
        expectedSeen = true
      }
    }
    if (rows.length < batch) break
  }
  const [head] = await tx.select().from(auditHead)
  if (!expectedSeen || head?.seq !== last.seq || head.hash !== last.hash) {
    return { intact: false, seq: last.seq + 1, fault: 'cut_off' }
  }
  return { intact: true, entries: last.seq, last }
}

function faultOf(row: ChainedEntry & { hash: string }, last: ChainEnd, key: Buffer) {
  if (row.seq !== last.seq + 1) return { seq: last.seq + 1, fault: 'missing' as const }
  if (row.previous !== last.hash) return { seq: row.seq, fault: 'not_linked' as const }
  return row.hash === linkOf(row, key) ? null : { seq: row.seq, fault: 'altered' as const }
}
