/** A person's verdicts on what is said in pieces as they count today: stored ones, unless the calendar has gone on. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import { verdicts } from '@/db/schema/posture'
import { settingsOf } from '@/lib/organisation/queries'
import { judgePieces, pieceItems } from '@/lib/posture/items/rules'
import type { Judgement } from '@/lib/posture/shapes'
import { piecesOfPerson } from '@/lib/posture/store-pieces'
import { dayOf } from '@/lib/words/dates'

export type JudgedPiece = Pick<
  Judgement,
  'item' | 'scopeId' | 'verdict' | 'labels' | 'nextAction' | 'unknownKind' | 'confirmedOn'
>

/**
 * Reads only. Where a stored verdict should have turned by today, or nothing is stored yet, it is judged from what was
 * said, so that no page is behind the clock.
 */
export async function judgedNow(tx: Tx, personId: string, now: Date): Promise<readonly JudgedPiece[]> {
  const [settings, stored] = await Promise.all([
    settingsOf(tx),
    tx
      .select()
      .from(verdicts)
      .where(
        and(
          eq(verdicts.personId, personId),
          isNull(verdicts.validTo),
          inArray(verdicts.item, [...pieceItems]),
        ),
      ),
  ])
  const today = dayOf(now, settings.timeZone)
  const behind = stored.length === 0 || stored.some(({ turnsOn }) => turnsOn !== null && turnsOn <= today)
  if (!behind) return stored.map((row) => ({ ...row, unknownKind: notOld(row.unknownKind) }))
  const [person] = await tx
    .select({ id: people.id, tier: people.tier })
    .from(people)
    .where(eq(people.id, personId))
  if (!person) return []
  const known = await piecesOfPerson(tx, person, now)
  return judgePieces(known.person, known.context)
}

/** Age is computed from dates and never stored. */
const notOld = (kind: (typeof verdicts.$inferSelect)['unknownKind']) => (kind === 'old' ? null : kind)
