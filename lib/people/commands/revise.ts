import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { personStandings } from '@/db/schema/posture'
import { command } from '@/lib/access/door'
import { problemAt, Stale } from '@/lib/access/outcome'
import { usableUnit } from '@/lib/organisation/queries'
import { personEntry } from '@/lib/people/entry'
import { emailIndexOf, identifying, lockPerson } from '@/lib/people/store'
import { takenAmong, unlessTaken } from '@/lib/people/taken'
import { refreshPosture } from '@/lib/posture/store'
import { refreshPieces } from '@/lib/posture/store-pieces'
import { fieldsOf } from '@/lib/sealing/own'
import { sameEmail } from '@/lib/sealing/search'
import type { Tier } from '@/lib/vocabulary'
import { peopleWords } from '@/lib/words/people'

/** What stands now, for a form that was drawn from something older. */
export type PersonStands = {
  version: number
  name: string
  email: string | null
  unitId: string | null
  tier: Tier
}

/** Changes name, address, unit and tier. Another tier or unit is judged by at once. Throws NotThere; Stale with PersonStands. */
export const revisePerson = command({
  permission: 'people:revise:any',
  action: 'person.revised',
  input: personEntry.extend({ personId: z.uuid(), version: z.number().int() }),
  run: async ({ actor, tx, now }, { personId, version, ...entry }) => {
    const person = await lockPerson(tx, personId)
    const [row] = await tx.select().from(people).where(eq(people.id, personId))
    const open = fieldsOf('people', person.key)
    const name = open.open(personId, 'name', row?.nameSealed ?? null) ?? ''
    const email = open.open(personId, 'email', row?.emailSealed ?? null)
    const { tier, unitId } = person
    if (version !== person.version)
      throw new Stale({ version: person.version, name, email, unitId, tier } satisfies PersonStands)
    if (entry.unitId !== unitId) await usableUnit(tx, entry.unitId)
    const otherAddress =
      entry.email !== null && (email === null || sameEmail(email) !== sameEmail(entry.email))
    if (entry.email && otherAddress && (await takenAmong(tx, [entry.email])).has(emailIndexOf(entry.email)))
      throw problemAt('email', peopleWords.problems.emailTaken)
    await unlessTaken('email', () =>
      tx
        .update(people)
        .set({
          ...identifying({ id: personId, name: entry.name, email: entry.email }, person.key),
          unitId: entry.unitId,
          tier: entry.tier,
          version: sql`${people.version} + 1`,
        })
        .where(eq(people.id, personId)),
    )
    await tx
      .update(personStandings)
      .set({ unitId: entry.unitId, tier: entry.tier, changedAt: now })
      .where(eq(personStandings.personId, personId))
    const judged = { id: personId, tier: entry.tier }
    if (entry.tier !== tier) await refreshPosture(tx, judged, now)
    // A unit may have a ruling of its own on records (G1.9).
    if (entry.tier !== tier || entry.unitId !== unitId) await refreshPieces(tx, judged, now)
    const changed = [entry.name !== name && 'name', entry.email !== email && 'email'].filter(Boolean)
    return {
      result: { own: personId === actor.personId },
      trail: {
        subject: { kind: 'person', id: personId, personId },
        before: { tier, unitId },
        after: { tier: entry.tier, unitId: entry.unitId, changed },
      },
    }
  },
})
