/**
 * Phone lines as the commands of this and other subjects reach them, inside their own transaction. As with accounts,
 * nothing rewrites a reference when a line is removed: a removed line reads as one that is not listed.
 */
import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { lineStatements, lines } from '@/db/schema/lines'
import { NotThere } from '@/lib/access/outcome'
import { guidanceVersion } from '@/lib/guidance/version'
import { fieldsOf } from '@/lib/sealing/own'
import type { PersonKey } from '@/lib/sealing/rules'
import { lineName } from '@/lib/words/lines'

export type LineRow = typeof lines.$inferSelect
export type LineStatement = typeof lineStatements.$inferSelect
export type LineTexts = { label: string; lastDigits: string; ownCarrier: string; note: string }
type Sealed = Pick<LineRow, 'id' | 'labelSealed' | 'lastDigitsSealed' | 'ownCarrierSealed' | 'noteSealed'>

/** Joins a line with what its holder stated of it, ever. */
const itsStatements = and(
  eq(lineStatements.personId, lines.personId),
  eq(lineStatements.lineId, lines.id),
  eq(lineStatements.source, 'self_stated'),
)
/** The same with the one statement that counts now. */
export const lineAsStated = and(itsStatements, isNull(lineStatements.validTo))
/** The condition of a person's lines that are not removed. */
export const listedLines = (personId: string) => and(eq(lines.personId, personId), isNull(lines.removedAt))

/** The free texts of one line, opened. Throws CannotOpen. */
export function lineTexts(key: PersonKey, row: Sealed): LineTexts {
  const sealed = fieldsOf('lines', key)
  return {
    label: sealed.open(row.id, 'label', row.labelSealed) ?? '',
    lastDigits: sealed.open(row.id, 'last_digits', row.lastDigitsSealed) ?? '',
    ownCarrier: sealed.open(row.id, 'own_carrier', row.ownCarrierSealed) ?? '',
    note: sealed.open(row.id, 'note', row.noteSealed) ?? '',
  }
}

/** The same the other way: what the row holds. */
export function sealedLineTexts(key: PersonKey, id: string, texts: LineTexts) {
  const sealed = fieldsOf('lines', key)
  return {
    labelSealed: sealed.seal(id, 'label', texts.label),
    lastDigitsSealed: sealed.seal(id, 'last_digits', texts.lastDigits),
    ownCarrierSealed: sealed.seal(id, 'own_carrier', texts.ownCarrier),
    noteSealed: sealed.seal(id, 'note', texts.note),
  }
}

/** What a person calls each of their lines, oldest first: for choosing one, and for chains. Removed ones are left out. */
export async function lineNames(
  tx: Tx,
  personId: string,
  key: PersonKey,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select()
    .from(lines)
    .where(listedLines(personId))
    .orderBy(asc(lines.createdAt), asc(lines.id))
  return new Map(rows.map((row) => [row.id, lineName(lineTexts(key, row))]))
}

export const ownLine = (personId: string, id: string) => and(eq(lines.personId, personId), eq(lines.id, id))

/** When each line last changed its carrier or was taken off the list: since then its texts may be on again (G3.3). */
export async function lineChanges(tx: Tx, personId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx
    .select({ id: lines.id, movedAt: lines.carrierChangedAt, removedAt: lines.removedAt })
    .from(lines)
    .where(
      and(eq(lines.personId, personId), or(isNotNull(lines.carrierChangedAt), isNotNull(lines.removedAt))),
    )
  return new Map(
    rows.map(({ id, movedAt, removedAt }) => [
      id,
      new Date(Math.max(movedAt?.getTime() ?? 0, removedAt?.getTime() ?? 0)),
    ]),
  )
}

/** One of a person's lines with its latest own statement, removed or not. Throws NotThere. */
export async function lineWithStatement(
  tx: Tx,
  personId: string,
  id: string,
): Promise<{ line: LineRow; statement: LineStatement }> {
  const [found] = await tx
    .select({ line: lines, statement: lineStatements })
    .from(lines)
    .innerJoin(lineStatements, itsStatements)
    .where(ownLine(personId, id))
    .orderBy(sql`${lineStatements.validTo} desc nulls first`)
    .limit(1)
  if (!found) throw new NotThere('line')
  return found
}

/** The same of a line that is not removed. Throws NotThere. */
export async function presentLine(tx: Tx, personId: string, id: string) {
  const found = await lineWithStatement(tx, personId, id)
  if (found.line.removedAt !== null) throw new NotThere('line')
  return found
}

type NewStatement = Pick<
  LineStatement,
  'personId' | 'lineId' | 'facts' | 'confirmedOn' | 'answeredBy' | 'onBehalfOf'
> & {
  at: Date
  /** The version of the guidance it was asked under, where that is an earlier one: it was not asked anew. */
  guidanceVersion?: string
}

/** Opens a new own statement of a line; the one before, if any, is closed at the same instant. */
export async function stateLine(tx: Tx, { at, ...stated }: NewStatement): Promise<void> {
  await Promise.all([
    closeLineStatement(tx, stated.personId, stated.lineId, at),
    tx.insert(lineStatements).values({
      guidanceVersion,
      ...stated,
      id: randomUUID(),
      source: 'self_stated',
      enteredAt: at,
      validFrom: at,
    }),
  ])
}

/** Closes the statement that counts now. */
export const closeLineStatement = (tx: Tx, personId: string, lineId: string, at: Date) =>
  tx
    .update(lineStatements)
    .set({ validTo: at })
    .where(
      and(
        eq(lineStatements.personId, personId),
        eq(lineStatements.lineId, lineId),
        eq(lineStatements.source, 'self_stated'),
        isNull(lineStatements.validTo),
      ),
    )
