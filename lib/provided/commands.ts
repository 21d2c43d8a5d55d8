/**
 * The organisation says of a recommendation that it provides it centrally (guidance section 3, CISA-0). That changes who
 * acts: neither whether it is asked nor how it is judged.
 */
import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { providedItems } from '@/db/schema/organisation'
import { command } from '@/lib/access/door'
import { NotThere, problemAt } from '@/lib/access/outcome'
import { calendarDate } from '@/lib/accounts/facts'
import { itemIds } from '@/lib/guidance/codes'
import { items } from '@/lib/guidance/items'
import { settingsOf } from '@/lib/organisation/queries'
import { textPlace } from '@/lib/provided/store'
import { sealOwn } from '@/lib/sealing/own'
import { checkedText } from '@/lib/text/checked'
import { dayOf } from '@/lib/words/dates'
import { providedWords } from '@/lib/words/provided'

/** Says it of one item, from a day on. A total is made of its items and is provided by none. */
export const stateProvided = command({
  permission: 'provided:revise',
  action: 'provided.stated',
  input: z.strictObject({
    item: z.enum(itemIds).refine((item) => !items[item].total),
    text: checkedText('reason'),
    since: calendarDate,
  }),
  run: async ({ actor, tx, now }, { item, text, since }) => {
    const words = providedWords.problems
    if (since > dayOf(now, (await settingsOf(tx)).timeZone)) throw problemAt('since', words.future)
    const id = randomUUID()
    const made = await tx
      .insert(providedItems)
      .values({
        ...{ id, item, sinceOn: since, madeBy: actor.personId, madeAt: now },
        saysSealed: sealOwn(text, textPlace(id)),
      })
      .onConflictDoNothing()
      .returning({ id: providedItems.id })
    if (made.length === 0) throw problemAt('item', words.current)
    return { result: { id }, trail: { subject: { kind: 'provided', id }, after: { item, since } } }
  },
})

/** People act themselves again. Throws NotThere for what is ended already. */
export const endProvided = command({
  permission: 'provided:revise',
  action: 'provided.ended',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ actor, tx, now }, { id }) => {
    const [ended] = await tx
      .update(providedItems)
      .set({ endedAt: now, endedBy: actor.personId })
      .where(and(eq(providedItems.id, id), isNull(providedItems.endedAt)))
      .returning({ item: providedItems.item, since: providedItems.sinceOn })
    if (!ended) throw new NotThere('provided')
    return { result: null, trail: { subject: { kind: 'provided', id }, before: ended } }
  },
})
