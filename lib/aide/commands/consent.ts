/** Somebody lets another answer for them: asks, sees who accepted, grants, and ends it. */
import { randomUUID } from 'node:crypto'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { delegations } from '@/db/schema/aide'
import { people } from '@/db/schema/people'
import { command } from '@/lib/access/door'
import { NotThere, problemAt } from '@/lib/access/outcome'
import { mayEndOn, mostAides, stateOf } from '@/lib/aide/rules'
import { asRule, endConsent, heldConsent } from '@/lib/aide/store'
import { settingsOf } from '@/lib/organisation/queries'
import { limited } from '@/lib/people/limits'
import { emailIndexOf, lockPerson } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import { aideScopes } from '@/lib/vocabulary'
import { aideProblems as says } from '@/lib/words/aide'
import { dayOf } from '@/lib/words/dates'
import { fieldWords } from '@/lib/words/fields'

const id = z.strictObject({ id: z.uuid() })
const perDay = { name: 'aides.ask', per: 20, seconds: 86_400 }

/**
 * Asks whoever has an address to answer for one. The answer is the same whether somebody here has it or not; who does
 * sees it and may accept. Returns its id. Answers problems by field. Throws TooMany from the 21st a day on.
 */
export const askAide = limited(
  perDay,
  'aides:revise:own',
  command({
    permission: 'aides:revise:own',
    action: 'aide.asked',
    input: z.strictObject({
      address: z.string().trim().max(254).pipe(z.email(fieldWords.email)),
      scope: z
        .array(z.enum(aideScopes))
        .max(aideScopes.length)
        .refine((chosen) => chosen.length > 0, says.scope),
      endsOn: z.iso.date(),
    }),
    run: async ({ actor, tx, now }, { address, scope, endsOn }) => {
      const { key, id: personId } = await lockPerson(tx, actor.personId)
      const [held, { timeZone }, [found]] = await Promise.all([
        tx
          .select()
          .from(delegations)
          .where(and(eq(delegations.personId, personId), isNull(delegations.endedAt))),
        settingsOf(tx),
        tx
          .select({ id: people.id })
          .from(people)
          .where(
            and(
              eq(people.emailIndex, emailIndexOf(address)),
              isNotNull(people.joinedAt),
              isNull(people.deactivatedAt),
            ),
          ),
      ])
      const today = dayOf(now, timeZone)
      if (found?.id === personId) throw problemAt('address', says.self)
      if (!mayEndOn(endsOn, today)) throw problemAt('endsOn', says.endsOn)
      const open = held.filter((one) =>
        ['asked', 'accepted', 'granted'].includes(stateOf(asRule(one, timeZone), today)),
      )
      if (open.length >= mostAides) throw problemAt('', says.tooMany(mostAides))
      const delegationId = randomUUID()
      await tx.insert(delegations).values({
        personId,
        id: delegationId,
        aideId: found?.id ?? null,
        addressSealed: fieldsOf('delegations', key).seal(delegationId, 'address', address) ?? '',
        scope: aideScopes.filter((each) => scope.includes(each)),
        endsOn,
        offeredAt: now,
      })
      return {
        result: { id: delegationId },
        trail: { subject: { kind: 'delegation', id: delegationId, personId }, after: { scope, endsOn } },
      }
    },
  }),
)

/**
 * Grants what was asked for, once its holder has seen who accepted: from now on the aide may answer. Needs a fresh
 * confirmation for `aide.grant:ID`. Throws NotThere for what nobody accepted or has ended.
 */
export const grantAide = command({
  permission: 'aides:revise:own',
  action: 'aide.granted',
  input: id,
  confirmed: ({ id: of }) => `aide.grant:${of}`,
  run: async ({ actor, tx, now }, { id: delegationId }) => {
    const { personId } = actor
    const { consent, state } = await heldConsent(tx, { personId }, delegationId, now)
    if (state !== 'accepted') throw new NotThere('delegation')
    await tx
      .update(delegations)
      .set({ grantedAt: now })
      .where(and(eq(delegations.personId, personId), eq(delegations.id, delegationId)))
    return {
      result: null,
      trail: {
        subject: { kind: 'delegation', id: delegationId, personId },
        after: { aide: consent.aideId, scope: consent.scope, endsOn: consent.endsOn },
      },
    }
  },
})

/** Ends one's own consent, or takes back what was asked: at once, with one tap. Throws NotThere where none is open. */
export const endAide = command({
  permission: 'aides:revise:own',
  action: 'aide.ended',
  input: id,
  run: async ({ actor, tx, now }, { id: delegationId }) => {
    const { personId } = actor
    const { consent } = await heldConsent(tx, { personId }, delegationId, now)
    if (consent.endedAt) throw new NotThere('delegation')
    await endConsent(tx, consent, { why: 'ended_by_holder', by: personId, at: now })
    return { result: null, trail: { subject: { kind: 'delegation', id: delegationId, personId } } }
  },
})
