import { z } from 'zod'
import { command } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { lockPerson } from '@/lib/people/store'
import { basedOn, todayOf } from '@/lib/pieces/commands/state'
import { pieceAt } from '@/lib/pieces/entry'
import { answersOnLook, mayAnswer } from '@/lib/pieces/rules'
import { scopeOf, statePieceFacts } from '@/lib/pieces/store'
import { refreshPieces } from '@/lib/posture/store-pieces'

/**
 * Says that one looked for updates on a phone today and nothing was waiting: one tap a week (General 6). Whether updates
 * are automatic was not looked at, so those answers keep their day, and whose they are. Throws NotThere; a conflict
 * (CurrentPiece) when the piece was said anew meanwhile.
 */
export const lookForUpdates = command({
  permission: 'pieces:revise:own',
  action: 'piece.looked',
  input: pieceAt.extend({ piece: z.literal('updates') }),
  run: async (scene, entry) => {
    const { actor, holder, by, tx, now } = scene
    if (!mayAnswer(actor, entry.piece)) throw new NotThere('piece')
    const person = await lockPerson(tx, holder)
    const scopeId = await scopeOf(tx, person.id, 'phone', entry.scopeId)
    const [held, today] = await Promise.all([basedOn(scene, scopeId, entry), todayOf(tx, now)])
    // What an aide said of the rest still waits for its holder.
    const said = held?.onBehalfOf ? { answeredBy: held.answeredBy, onBehalfOf: held.onBehalfOf } : by
    const id = await statePieceFacts(tx, {
      ...{ personId: person.id, piece: entry.piece, scopeId },
      facts: answersOnLook(held?.facts ?? null, today),
      confirmedOn: held?.confirmedOn ?? today,
      ...said,
      at: now,
    })
    await refreshPieces(tx, person, now)
    return {
      result: { id },
      trail: {
        subject: { kind: 'piece', id: scopeId, personId: person.id },
        after: { piece: entry.piece, lookedOn: today },
      },
    }
  },
})
