import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { serviceCorrections } from '@/db/schema/organisation'
import { command } from '@/lib/access/door'
import { NotThere, problemAt } from '@/lib/access/outcome'
import { calendarDate } from '@/lib/accounts/facts'
import { settingsOf } from '@/lib/organisation/queries'
import { sealOwn } from '@/lib/sealing/own'
import { isCorrection, serviceById } from '@/lib/services/catalogue'
import { correctableFields } from '@/lib/services/facts'
import { lockServices } from '@/lib/services/store'
import { checkedText } from '@/lib/text/checked'
import { dayOf } from '@/lib/words/dates'
import { correctionWords } from '@/lib/words/settings'

export const reasonPlace = (id: string) => `correction:${id}`

/**
 * Puts one fact of a service right, with the day it was checked and the reason. Whoever has an account there is judged
 * anew afterwards, by judgeAnew. The value is a word of the field, or words with blanks between.
 */
export const correctService = command({
  permission: 'services:correct',
  action: 'service.corrected',
  input: z.strictObject({
    serviceId: z.string().max(40),
    field: z.enum(correctableFields),
    value: z.string().max(400),
    checkedOn: calendarDate,
    reason: checkedText('reason'),
  }),
  run: async ({ actor, tx, now }, { serviceId, field, value, checkedOn, reason }) => {
    await lockServices(tx)
    const words = correctionWords.problems
    if (!serviceById(serviceId)) throw new NotThere('service')
    if (!isCorrection(serviceId, field, value)) throw problemAt('value', words.value)
    const { timeZone } = await settingsOf(tx)
    if (checkedOn > dayOf(now, timeZone)) throw problemAt('checkedOn', words.future)
    const id = randomUUID()
    await tx.insert(serviceCorrections).values({
      id,
      serviceId,
      field,
      value,
      checkedOn,
      reasonSealed: sealOwn(reason, reasonPlace(id)),
      madeBy: actor.personId,
      madeAt: now,
    })
    const after = { serviceId, field, value, checkedOn }
    return { result: { id }, trail: { subject: { kind: 'correction', id }, after } }
  },
})

/** Takes a correction back: the fact before it counts again, and people are judged anew. Throws NotThere. */
export const withdrawCorrection = command({
  permission: 'services:correct',
  action: 'service.correction_withdrawn',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ actor, tx, now }, { id }) => {
    await lockServices(tx)
    const [withdrawn] = await tx
      .update(serviceCorrections)
      .set({ withdrawnAt: now, withdrawnBy: actor.personId, judgedTo: null, judgedAt: null })
      .where(and(eq(serviceCorrections.id, id), isNull(serviceCorrections.withdrawnAt)))
      .returning({ serviceId: serviceCorrections.serviceId, field: serviceCorrections.field })
    if (!withdrawn) throw new NotThere('correction')
    return { result: null, trail: { subject: { kind: 'correction', id }, before: withdrawn } }
  },
})
