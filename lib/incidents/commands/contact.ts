import { z } from 'zod'
import { incidentContacts } from '@/db/schema/incidents'
import { command } from '@/lib/access/door'
import { problemAt, Stale } from '@/lib/access/outcome'
import { todayOf } from '@/lib/incidents/commands/checks'
import { refreshReadiness } from '@/lib/incidents/readiness'
import { contactNow, lockContact, sealedWho } from '@/lib/incidents/store'
import { optionalText } from '@/lib/text/checked'
import { contactWords } from '@/lib/words/incidents'

/** What a stale statement comes back with. */
export type CurrentContact = { version: number; value: 'yes' | 'no'; who: string }

/**
 * States whom people here tell when something is odd, or that nobody is named. Everybody reads it on their sheets. The
 * version is that of the statement before, 0 for none. Answers problems by field, and a conflict (CurrentContact).
 */
export const stateContact = command({
  permission: 'incidents:state:contact',
  action: 'incident.contact_stated',
  input: z.strictObject({
    version: z.coerce.number().int().min(0),
    value: z.enum(['yes', 'no']),
    who: optionalText('reason'),
  }),
  run: async ({ actor, tx, now }, { version, value, who }) => {
    await lockContact(tx)
    const [held, today] = await Promise.all([contactNow(tx), todayOf(tx, now)])
    if (held && held.version !== version)
      throw new Stale({ version: held.version, value: held.value, who: held.who } satisfies CurrentContact)
    if (value === 'yes' && who === '') throw problemAt('who', contactWords.problems.who)
    const next = (held?.version ?? 0) + 1
    await tx.insert(incidentContacts).values({
      version: next,
      value,
      whoSealed: value === 'yes' ? sealedWho(next, who) : null,
      statedBy: actor.personId,
      statedAt: now,
      confirmedOn: today,
    })
    await refreshReadiness(tx, now)
    return {
      result: null,
      trail: {
        subject: { kind: 'incident_contact', id: null },
        before: held && { value: held.value, version: held.version },
        after: { value, version: next, changed: who !== (held?.who ?? '') },
      },
    }
  },
})
