/** Pieces as the commands of this and other subjects reach them, inside their own transaction. */
import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { messagingApps, phones, pieceStatements, saidNone } from '@/db/schema/pieces'
import { NotThere } from '@/lib/access/outcome'
import type { PieceScope } from '@/lib/guidance/piece'
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import type { AnyAnswers } from '@/lib/guidance/questions'
import { guidanceVersion } from '@/lib/guidance/version'
import { fieldsOf } from '@/lib/sealing/own'
import type { PersonKey } from '@/lib/sealing/rules'

export type PieceStatement = typeof pieceStatements.$inferSelect
export type NewPieceStatement = {
  personId: string
  piece: PieceId
  scopeId: string
  facts: AnyAnswers
  confirmedOn: string
  answeredBy: string
  /** Null where the holder answered. */
  onBehalfOf: string | null
  /** The day its holder last said what is for them alone; nothing where the piece asks no such thing. */
  holderSaidOn?: string | null
  /** What the other app that encrypts is called, with the key to seal it under; nothing where it was not said. */
  otherApp?: { name: string; key: PersonKey }
  at: Date
}

/** Replaces what was said of a piece; the former statement keeps the time it counted. Returns the new one's id. */
export async function statePieceFacts(tx: Tx, said: NewPieceStatement): Promise<string> {
  const id = randomUUID()
  const { at, otherApp, ...rest } = said
  await closePiece(tx, said.personId, said.scopeId, said.piece, at)
  await tx.insert(pieceStatements).values({
    ...rest,
    id,
    otherAppSealed: otherApp ? sealedFields(otherApp.key).seal(id, otherAppColumn, otherApp.name) : null,
    scopeKind: pieceShape(said.piece).of,
    source: 'self_stated',
    guidanceVersion,
    enteredAt: at,
    validFrom: at,
  })
  return id
}

/** What the other app that encrypts is called, as it was said; '' where it was not. Throws CannotOpen. */
export const otherAppIn = (
  key: PersonKey,
  { id, otherAppSealed }: Pick<PieceStatement, 'id' | 'otherAppSealed'>,
): string => sealedFields(key).open(id, otherAppColumn, otherAppSealed) ?? ''

const sealedFields = (key: PersonKey) => fieldsOf('piece_statements', key)
const otherAppColumn = 'other_app'

/** The statement of a piece that counts now; undefined when nothing was said. */
export async function currentPiece(
  tx: Tx,
  personId: string,
  scopeId: string,
  piece: PieceId,
): Promise<PieceStatement | undefined> {
  const [found] = await tx
    .select()
    .from(pieceStatements)
    .where(currently(personId, scopeId, piece))
  return found
}

/** Every current statement of one's own, of whatever it is about. */
export const currentPieces = (tx: Tx, personId: string): Promise<PieceStatement[]> =>
  tx
    .select()
    .from(pieceStatements)
    .where(
      and(
        eq(pieceStatements.personId, personId),
        isNull(pieceStatements.validTo),
        eq(pieceStatements.source, 'self_stated'),
      ),
    )
    .orderBy(asc(pieceStatements.piece), asc(pieceStatements.scopeId))

/** That a person's phone or app is there and not removed. Throws NotThere. Their own pieces are always there. */
export async function scopeOf(
  tx: Tx,
  personId: string,
  scope: PieceScope,
  scopeId: string | null,
): Promise<string> {
  if (scope === 'person') {
    if (scopeId !== null && scopeId !== personId) throw new NotThere('piece')
    return personId
  }
  if (scopeId === null) throw new NotThere(scope)
  const table = scope === 'phone' ? phones : messagingApps
  const [found] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.personId, personId), eq(table.id, scopeId), isNull(table.removedAt)))
  if (!found) throw new NotThere(scope)
  return found.id
}

/** Takes back that somebody has none, now that they have one. */
export const takeBackNone = (tx: Tx, personId: string, of: 'phone' | 'app', at: Date) =>
  tx
    .update(saidNone)
    .set({ validTo: at })
    .where(and(eq(saidNone.personId, personId), eq(saidNone.of, of), isNull(saidNone.validTo)))

const currently = (personId: string, scopeId: string, piece: PieceId) =>
  and(
    eq(pieceStatements.personId, personId),
    eq(pieceStatements.scopeId, scopeId),
    eq(pieceStatements.piece, piece),
    eq(pieceStatements.source, 'self_stated'),
    isNull(pieceStatements.validTo),
  )

const closePiece = (tx: Tx, personId: string, scopeId: string, piece: PieceId, at: Date) =>
  tx
    .update(pieceStatements)
    .set({ validTo: at })
    .where(currently(personId, scopeId, piece))
