import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { recordOpenings } from '@/db/schema/people'
import { command } from '@/lib/access/door'
import { problemAt } from '@/lib/access/outcome'
import { limited, limits } from '@/lib/people/limits'
import { lockPerson } from '@/lib/people/store'
import { fieldsOf } from '@/lib/sealing/own'
import { optionalText } from '@/lib/text/checked'
import { openingReasons } from '@/lib/vocabulary'
import { recordWords } from '@/lib/words/records'

/** Minutes an opened record may be read before a reason must be given again. */
export const openMinutes = 60

/**
 * Opens somebody else's record for an hour, with a reason that they will read. Written down before anything is shown.
 * Throws NotThere, and TooMany above 30 an hour.
 */
export const openRecord = limited(
  limits.openings,
  'records:open:any',
  command({
    permission: 'records:open:any',
    action: 'record.opened',
    input: z.strictObject({
      personId: z.uuid(),
      reason: z.enum(openingReasons),
      note: optionalText('reason'),
    }),
    run: async ({ actor, tx, now }, { personId, reason, note }) => {
      if (personId === actor.personId) throw problemAt('', recordWords.problems.own)
      if (reason === 'other' && note === '') throw problemAt('note', recordWords.problems.sayWhy)
      const { key } = await lockPerson(tx, personId)
      const id = randomUUID()
      const endsAt = new Date(now.getTime() + openMinutes * 60_000)
      await tx.insert(recordOpenings).values({
        id,
        personId,
        openedBy: actor.personId,
        reason,
        noteSealed: fieldsOf('record_openings', key).seal(id, 'note', note),
        openedAt: now,
        endsAt,
      })
      return {
        result: { personId, endsAt: endsAt.toISOString() },
        trail: { subject: { kind: 'record', id: personId, personId }, after: { opening: id, reason } },
      }
    },
  }),
)
