/**
 * Limits that every process counts alike. A limit slows a source down or turns it away for a while; it never locks a
 * person out, because a right answer is always let through.
 */
import { sql } from 'drizzle-orm'
import { attempts } from '@/db/schema/access'
import { upkeepAtOnce } from '@/lib/access/door'
import { TooMany } from '@/lib/access/outcome'
import { searchIndexKey } from '@/lib/sealing/own'
import { blindIndex } from '@/lib/sealing/search'

export type Limit = { name: string; per: number; seconds: number }

/** Counts one attempt and returns how many there were in the present window. `source` is stored only as a keyed hash. */
export async function countAttempt(limit: Limit, source: string): Promise<number> {
  return upkeepAtOnce(async ({ db, now }) => {
    const ms = limit.seconds * 1000
    const windowStart = new Date(Math.floor(now.getTime() / ms) * ms)
    const bucket = `${limit.name}:${blindIndex(source, 'attempts', searchIndexKey())}`
    const [row] = await db
      .insert(attempts)
      .values({ bucket, windowStart, count: 1 })
      .onConflictDoUpdate({
        target: [attempts.bucket, attempts.windowStart],
        set: { count: sql`${attempts.count} + 1` },
      })
      .returning({ count: attempts.count })
    return row?.count ?? 1
  })
}

/** Throws TooMany once the limit is passed. */
export async function withinLimit(limit: Limit, source: string): Promise<void> {
  if ((await countAttempt(limit, source)) > limit.per) throw new TooMany(limit.seconds)
}
