/** The register as commands and queries reach it, inside their own transaction. Bounded, so it is read whole. */
import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { organisation } from '@/db/schema/organisation'
import { platformEntries, platformStatements } from '@/db/schema/platforms'
import { NotThere } from '@/lib/access/outcome'
import { ctiaSummaryVersion } from '@/lib/guidance/version'
import { settingsOf } from '@/lib/organisation/queries'
import type { RegisterEntry } from '@/lib/platforms/entry'
import { emptyRegister, type FactsOf, type Register, type Stated } from '@/lib/platforms/facts'
import { type Circumstances, judgeRegister } from '@/lib/platforms/rules'
import { registerItems } from '@/lib/platforms/wholes'
import { refreshOrganisation } from '@/lib/posture/organisation-store'
import { openOwn, sealOwn } from '@/lib/sealing/own'
import { servicesAsCorrected } from '@/lib/services/queries'
import type { RegisterKind } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

export type EntryRow = typeof platformEntries.$inferSelect
export type StatementRow = typeof platformStatements.$inferSelect
/** One thing in the register with what was last stated of it. */
export type Held = { entry: EntryRow; statement: StatementRow }

/** Everybody who changes the register waits here for whoever is at it. */
export async function lockRegister(tx: Tx): Promise<void> {
  await tx.select({ id: organisation.id }).from(organisation).for('update')
}

/** All that is not removed, the oldest first. */
export async function presentEntries(tx: Tx): Promise<Held[]> {
  return tx
    .select({ entry: platformEntries, statement: platformStatements })
    .from(platformEntries)
    .innerJoin(
      platformStatements,
      and(eq(platformStatements.entryId, platformEntries.id), isNull(platformStatements.validTo)),
    )
    .where(isNull(platformEntries.removedAt))
    .orderBy(asc(platformEntries.createdAt), asc(platformEntries.id))
}

/** One of them with its latest statement, removed or not. Throws NotThere. */
export async function entryWithStatement(tx: Tx, id: string): Promise<Held> {
  const [found] = await tx
    .select({ entry: platformEntries, statement: platformStatements })
    .from(platformEntries)
    .innerJoin(platformStatements, eq(platformStatements.entryId, platformEntries.id))
    .where(eq(platformEntries.id, id))
    .orderBy(sql`${platformStatements.validTo} desc nulls first`)
    .limit(1)
  if (!found) throw new NotThere('register entry')
  return found
}

/** The rows as the rules read them. */
export function registerFrom(held: readonly Held[]): Register {
  const all = <Kind extends RegisterKind>(kind: Kind): Stated<Kind>[] =>
    held
      .filter(({ entry }) => entry.kind === kind)
      .map(({ entry, statement }) => ({
        id: entry.id,
        facts: statement.facts as FactsOf<Kind>,
        confirmedOn: statement.confirmedOn,
      }))
  const one = <Kind extends RegisterKind>(kind: Kind) => all(kind)[0] ?? null
  return {
    ...emptyRegister,
    sending: one('sending'),
    staff: one('staff'),
    interfaces: one('interfaces'),
    monitoring: one('monitoring'),
    teaching: one('teaching'),
    platforms: all('platform'),
    accounts: all('account'),
    credentials: all('credential'),
    thirdParties: all('third_party'),
    events: all('event'),
    trainings: all('training'),
  }
}

/** Today at the organisation, its intervals, and what is known of the services. */
export async function circumstancesOf(tx: Tx, now: Date): Promise<Circumstances & { timeZone: string }> {
  const [{ timeZone, registerIntervals }, services] = await Promise.all([
    settingsOf(tx),
    servicesAsCorrected(tx),
  ])
  return { today: dayOf(now, timeZone), intervals: registerIntervals, services, timeZone }
}

/** Judges the register anew and stores what changed. Called after lockRegister. */
export async function refreshRegister(tx: Tx, at: Date, makeId: () => string = randomUUID): Promise<void> {
  const [held, circumstances] = await Promise.all([presentEntries(tx), circumstancesOf(tx, at)])
  const judgements = judgeRegister(registerFrom(held), circumstances)
  await refreshOrganisation(tx, registerItems, judgements, at, makeId)
}

const place = (statementId: string) => `platform:${statementId}`

/** The free texts of a statement, opened. Throws CannotOpen. */
export const textsOf = (
  statement: Pick<StatementRow, 'id' | 'textsSealed'>,
): Readonly<Record<string, string>> =>
  statement.textsSealed === null ? {} : JSON.parse(openOwn(statement.textsSealed, place(statement.id)))

/** Row and statement as what a form would have said. */
export const entryFrom = ({ entry, statement }: Held): RegisterEntry =>
  ({ kind: entry.kind, facts: statement.facts, texts: textsOf(statement) }) as RegisterEntry

type NewStatement = {
  entryId: string
  entry: Pick<RegisterEntry, 'facts' | 'texts'>
  confirmedOn: string
  answeredBy: string
  at: Date
  /** The text it was asked under, where that is an earlier one: it is put back, not asked anew. */
  guidanceVersion?: string
}

/** The row of a new statement, its texts sealed. */
function statementRow({ entry, at, ...stated }: NewStatement, id: string) {
  const texts = Object.entries(entry.texts).filter(([, text]) => text !== '')
  return {
    guidanceVersion: ctiaSummaryVersion,
    ...stated,
    id,
    facts: entry.facts,
    textsSealed: texts.length === 0 ? null : sealOwn(JSON.stringify(Object.fromEntries(texts)), place(id)),
    enteredAt: at,
    validFrom: at,
  }
}

/** Opens a new statement; the one before, if any, is closed at the same instant. */
export async function stateEntry(tx: Tx, of: NewStatement, makeId: () => string = randomUUID): Promise<void> {
  await closeStatement(tx, of.entryId, of.at)
  await tx.insert(platformStatements).values(statementRow(of, makeId()))
}

/** Closes the statement that counts now. */
export const closeStatement = (tx: Tx, entryId: string, at: Date) =>
  tx
    .update(platformStatements)
    .set({ validTo: at })
    .where(and(eq(platformStatements.entryId, entryId), isNull(platformStatements.validTo)))
