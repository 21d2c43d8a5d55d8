import { z } from 'zod'
import type { Tx } from '@/db/client'
import { command, type Scene } from '@/lib/access/door'
import { NotThere, Problems, Stale } from '@/lib/access/outcome'
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import { type AnyAnswers, blankAnswers } from '@/lib/guidance/questions'
import { settingsOf } from '@/lib/organisation/queries'
import { lockPerson } from '@/lib/people/store'
import { answersFor, changedNames, holderSaidOn, isTold, saidBy } from '@/lib/pieces/discreet'
import { checkedAnswers, type PieceAt, pieceAt, pieceEntry } from '@/lib/pieces/entry'
import {
  answersOnceMore,
  dateProblems,
  hasOtherApp,
  mainAppProblems,
  mayAnswer,
  phoneKindProblems,
  taggedProblems,
} from '@/lib/pieces/rules'
import { currentPiece, otherAppIn, type PieceStatement, scopeOf, statePieceFacts } from '@/lib/pieces/store'
import { refreshPieces } from '@/lib/posture/store-pieces'
import { dayOf } from '@/lib/words/dates'

/** What a stale form comes back with. */
export type CurrentPiece = { version: string | null; piece: PieceId; answers: AnyAnswers }

/**
 * Says what is so in one piece of one's own, of one's phone or of one's messaging app, and judges it. A blank is no
 * answer. Throws NotThere; answers problems by question, and a conflict (CurrentPiece) when somebody said it meanwhile.
 */
export const statePiece = command({
  permission: 'pieces:revise:own',
  action: 'piece.stated',
  input: pieceEntry,
  run: async (scene, entry) => {
    const { actor, holder, by, tx, now } = scene
    if (!mayAnswer(actor, entry.piece)) throw new NotThere('piece')
    const person = await lockPerson(tx, holder)
    const scopeId = await scopeOf(tx, person.id, pieceShape(entry.piece).of, entry.scopeId)
    const [held, today] = await Promise.all([basedOn(scene, scopeId, entry), todayOf(tx, now)])
    const said = answersChecked(entry.piece, entry.answers)
    const facts = saidBy(actor, entry.piece, said, held?.facts)
    const problems = {
      ...dateProblems(entry.piece, facts, today),
      ...phoneKindProblems(entry.piece, facts),
      ...mainAppProblems(entry.piece, facts),
    }
    if (Object.keys(problems).length > 0) throw new Problems(problems)
    const name = hasOtherApp(entry.piece, facts) ? entry.otherApp : ''
    const id = await statePieceFacts(tx, {
      personId: person.id,
      piece: entry.piece,
      scopeId,
      facts,
      otherApp: { name, key: person.key },
      confirmedOn: today,
      holderSaidOn: holderSaidOn(actor, entry.piece, today, held?.holderSaidOn ?? null),
      ...by,
      at: now,
    })
    const judged = await refreshPieces(tx, person, now)
    const { items } = pieceShape(entry.piece)
    const ofPiece = judged.filter(
      (row) => row.scopeId === scopeId && items.includes(row.item) && isTold(actor, row),
    )
    return {
      result: { id, verdicts: ofPiece.map(({ item, verdict }) => ({ item, verdict })) },
      trail: {
        subject: { kind: 'piece', id: scopeId, personId: person.id },
        after: { piece: entry.piece, changed: changedNames(entry.piece, held?.facts, facts) },
      },
    }
  },
})

/**
 * Says that everything in a piece is still so today: one tap. Days of a look are today's too where what was pressed said
 * that one looked again (claimsLook), and stay what they were otherwise. Throws NotThere where nothing was said yet; a conflict (CurrentPiece) when it was said anew meanwhile.
 */
export const confirmPiece = command({
  permission: 'pieces:revise:own',
  action: 'piece.confirmed',
  /** Whether what was pressed said that one looked again; without, the days of the last look stay. */
  input: pieceAt.extend({ lookedAgain: z.boolean().default(false) }),
  run: async (scene, entry) => {
    const { actor, holder, by, tx, now } = scene
    if (!mayAnswer(actor, entry.piece)) throw new NotThere('piece')
    const person = await lockPerson(tx, holder)
    const scopeId = await scopeOf(tx, person.id, pieceShape(entry.piece).of, entry.scopeId)
    const [held, today] = await Promise.all([basedOn(scene, scopeId, entry), todayOf(tx, now)])
    if (!held) throw new NotThere('piece')
    const id = await statePieceFacts(tx, {
      personId: person.id,
      piece: entry.piece,
      scopeId,
      facts: entry.lookedAgain ? answersOnceMore(entry.piece, held.facts, today) : held.facts,
      otherApp: { name: otherAppIn(person.key, held), key: person.key },
      confirmedOn: today,
      holderSaidOn: holderSaidOn(actor, entry.piece, today, held?.holderSaidOn ?? null),
      ...by,
      at: now,
    })
    await refreshPieces(tx, person, now)
    return {
      result: { id },
      trail: {
        subject: { kind: 'piece', id: scopeId, personId: person.id },
        before: { confirmedOn: held.confirmedOn },
        after: { piece: entry.piece, confirmedOn: today, ...(entry.lookedAgain && { lookedOn: today }) },
      },
    }
  },
})

/** The calendar day in the organisation's time zone. */
export async function todayOf(tx: Tx, now: Date): Promise<string> {
  return dayOf(now, (await settingsOf(tx)).timeZone)
}

/** The statement the form was drawn from. Throws Stale when another counts by now. */
export async function basedOn(
  { actor, holder, tx }: Pick<Scene, 'actor' | 'holder' | 'tx'>,
  scopeId: string,
  { piece, based }: PieceAt,
): Promise<PieceStatement | undefined> {
  const held = await currentPiece(tx, holder, scopeId, piece)
  if ((held?.id ?? null) === based) return held
  const answers = held?.facts ?? blankAnswers(pieceShape(piece).questions)
  throw new Stale({
    version: held?.id ?? null,
    piece,
    answers: answersFor(actor, piece, answers),
  } satisfies CurrentPiece)
}

function answersChecked(piece: PieceAt['piece'], answers: Record<string, unknown>): AnyAnswers {
  try {
    return checkedAnswers(piece, answers)
  } catch (error) {
    if (error instanceof z.ZodError) throw new Problems(taggedProblems(error))
    throw error
  }
}
