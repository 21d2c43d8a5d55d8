/** What the organisation provides itself: as everybody reads it, and with its history for who keeps it. */
import { desc } from 'drizzle-orm'
import { providedItems } from '@/db/schema/organisation'
import { query } from '@/lib/access/door'
import type { ItemId } from '@/lib/guidance/codes'
import { settingsOf } from '@/lib/organisation/queries'
import { namesOf } from '@/lib/people/names'
import { type Provided, providedNow, textPlace } from '@/lib/provided/store'
import { openOwn } from '@/lib/sealing/own'
import { dayOf } from '@/lib/words/dates'

const most = 200

/** What counts now. It is about nobody, so everybody reads it. */
export const providedForAll = query('provided:read', ({ tx }): Promise<Provided[]> => providedNow(tx))

export type Said = Provided & { id: string; by: string; madeAt: Date; endedAt: Date | null }
export type ProvidedPage = { said: Said[]; current: ItemId[]; today: string }

/** Everything that was ever said, the latest first. */
export const listProvided = query('provided:revise', async ({ tx, now }): Promise<ProvidedPage> => {
  const rows = await tx.select().from(providedItems).orderBy(desc(providedItems.madeAt)).limit(most)
  const names = await namesOf(
    tx,
    rows.map(({ madeBy }) => madeBy),
  )
  return {
    said: rows.map(({ id, item, saysSealed, sinceOn, madeBy, madeAt, endedAt }) => ({
      ...{ id, item, madeAt, endedAt },
      since: sinceOn,
      text: openOwn(saysSealed, textPlace(id)),
      by: names.get(madeBy) ?? '',
    })),
    current: rows.filter(({ endedAt }) => endedAt === null).map(({ item }) => item),
    today: dayOf(now, (await settingsOf(tx)).timeZone),
  }
})
