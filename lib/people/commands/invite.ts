import { z } from 'zod'
import type { Tx } from '@/db/client'
import { command } from '@/lib/access/door'
import { problemAt } from '@/lib/access/outcome'
import { issueTicket } from '@/lib/links/store'
import { settingsOf, usableUnit } from '@/lib/organisation/queries'
import { personEntry } from '@/lib/people/entry'
import { limited, limits } from '@/lib/people/limits'
import { addPerson, emailIndexOf, lockPerson } from '@/lib/people/store'
import { takenAmong, unlessTaken } from '@/lib/people/taken'
import { peopleWords } from '@/lib/words/people'

const words = peopleWords.problems
/** A link that is shown once: the path behind the origin, and when it ends (ISO 8601). */
export type ShownLink = { personId: string; path: string; endsAt: string }

/** Adds a member of staff. @returns the joining link, shown once. Throws TooMany above 200 an hour. */
export const invitePerson = limited(
  limits.invitations,
  'people:invite',
  command({
    permission: 'people:invite',
    action: 'person.invited',
    input: personEntry,
    run: async ({ actor, tx, now }, entry) => {
      await usableUnit(tx, entry.unitId)
      if (entry.email && (await takenAmong(tx, [entry.email])).has(emailIndexOf(entry.email)))
        throw problemAt('email', words.emailTaken)
      const { id } = await unlessTaken('email', () =>
        addPerson(tx, { ...entry, role: 'staff', invitedBy: actor.personId, at: now }),
      )
      return {
        result: await joiningLink(tx, id, actor.personId, now),
        trail: {
          subject: { kind: 'person', id, personId: id },
          after: { unitId: entry.unitId, tier: entry.tier, role: 'staff' },
        },
      }
    },
  }),
)

/** A new joining link for somebody who has not joined; the earlier one stops working. Throws NotThere, TooMany. */
export const makeJoiningLink = limited(
  limits.invitations,
  'people:invite',
  command({
    permission: 'people:invite',
    action: 'person.link_made',
    input: z.strictObject({ personId: z.uuid() }),
    run: async ({ actor, tx, now }, { personId }) => {
      const person = await lockPerson(tx, personId)
      if (person.deactivatedAt) throw problemAt('', words.linkAfterLeaving)
      if (person.joinedAt) throw problemAt('', words.linkAfterJoining)
      return {
        result: await joiningLink(tx, personId, actor.personId, now),
        trail: { subject: { kind: 'person', id: personId, personId } },
      }
    },
  }),
)

async function joiningLink(tx: Tx, personId: string, issuedBy: string, at: Date): Promise<ShownLink> {
  const { joiningLinkHours: hours } = await settingsOf(tx)
  const { path, endsAt } = await issueTicket(tx, { kind: 'join', personId, issuedBy, hours, at })
  return { personId, path, endsAt: endsAt.toISOString() }
}
