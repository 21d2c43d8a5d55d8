import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { messagingApps, phones, saidNone } from '@/db/schema/pieces'
import { command } from '@/lib/access/door'
import { NotThere, problemAt } from '@/lib/access/outcome'
import { sees } from '@/lib/access/permissions'
import { guidanceVersion } from '@/lib/guidance/version'
import { lockPerson } from '@/lib/people/store'
import { todayOf } from '@/lib/pieces/commands/state'
import { consentFor } from '@/lib/pieces/rules'
import { takeBackNone } from '@/lib/pieces/store'
import { refreshPieces } from '@/lib/posture/store-pieces'
import { pieceProblems } from '@/lib/words/pieces'

/**
 * Says that one has no phone, or uses no messaging app: what concerns them is then not applicable, which an empty list
 * alone never is. `none: false` takes it back. Answers a problem while one is listed.
 */
export const sayNone = command({
  permission: 'pieces:revise:own',
  action: 'pieces.none_stated',
  input: z.strictObject({ of: z.enum(['phone', 'app']), none: z.boolean() }),
  run: async ({ actor, holder, by, tx, now }, { of, none }) => {
    if (!sees(actor, consentFor(of))) throw new NotThere('pieces')
    const person = await lockPerson(tx, holder)
    const table = of === 'phone' ? phones : messagingApps
    const [listed] = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.personId, person.id), isNull(table.removedAt)))
      .limit(1)
    if (none && listed) throw problemAt('', pieceProblems.notFirst)
    await takeBackNone(tx, person.id, of, now)
    if (none) {
      await tx.insert(saidNone).values({
        personId: person.id,
        id: randomUUID(),
        of,
        guidanceVersion,
        confirmedOn: await todayOf(tx, now),
        ...by,
        validFrom: now,
      })
    }
    await refreshPieces(tx, person, now)
    return {
      result: null,
      trail: { subject: { kind: 'pieces', id: person.id, personId: person.id }, after: { of, none } },
    }
  },
})
