/** What the organisation provides itself, for everybody who reads a verdict. */
import { asc, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { providedItems } from '@/db/schema/organisation'
import type { ItemId } from '@/lib/guidance/codes'
import { openOwn } from '@/lib/sealing/own'

export type Provided = { item: ItemId; text: string; since: string }

export const textPlace = (id: string) => `provided:${id}`

/** What counts now, one statement an item. */
export async function providedNow(tx: Tx): Promise<Provided[]> {
  const rows = await tx
    .select()
    .from(providedItems)
    .where(isNull(providedItems.endedAt))
    .orderBy(asc(providedItems.item))
  return rows.map(({ id, item, saysSealed, sinceOn }) => ({
    item,
    text: openOwn(saysSealed, textPlace(id)),
    since: sinceOn,
  }))
}
