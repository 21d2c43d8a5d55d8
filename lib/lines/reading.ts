/** What the queries of lines read and put together, inside their own transaction. */
import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { lineStatements, lines } from '@/db/schema/lines'
import { standings, verdicts } from '@/db/schema/posture'
import type { Actor } from '@/lib/access/actor'
import { sees } from '@/lib/access/permissions'
import { accountNames } from '@/lib/accounts/names'
import { accountAsStated, listedAccounts } from '@/lib/accounts/store'
import { type Accepted, besideVerdicts, exceptionsSeenBy } from '@/lib/exceptions/store'
import type { ItemId } from '@/lib/guidance/codes'
import { type LineRow, type LineStatement, lineAsStated, lineTexts, listedLines } from '@/lib/lines/store'
import { settingsOf } from '@/lib/organisation/queries'
import { freshnessOf } from '@/lib/posture/ageing'
import { numberIsHeld } from '@/lib/posture/inventory'
import { namedChain } from '@/lib/posture/named'
import type { Judgement, LineStanding, PersonStanding } from '@/lib/posture/shapes'
import type { PersonKey } from '@/lib/sealing/rules'
import { servicesAsCorrected } from '@/lib/services/queries'
import type { Freshness, Verdict } from '@/lib/vocabulary'
import { aideWords, unnamed } from '@/lib/words/aide'
import { dayOf } from '@/lib/words/dates'
import { lineName } from '@/lib/words/lines'
import type { NamedHop } from '@/lib/words/ways-in'

export type LineVerdict = Accepted &
  Pick<Judgement, 'item' | 'verdict' | 'labels' | 'nextAction'> & {
    unknownKind: typeof verdicts.$inferSelect.unknownKind
  }
export type LineInList = {
  id: string
  version: number
  name: string
  carrier: string | null
  /** What is known of the carrier PIN, G5.0. */
  pin: Verdict
  /** Beside the line's total, G5. */
  labels: LineVerdict['labels']
  /** The accounts that fall with this number, nearest first, with the chain spelt out. */
  falls: { accountId: string; name: string; chain: NamedHop[] }[]
  /** Nobody can move the number: a PIN the holder chose, or both locks on. */
  held: boolean
  confirmedOn: string
  freshness: Freshness
  /** An aide answered, and its holder has not confirmed it. */
  toConfirm: boolean
}
type Stated = { line: LineRow; statement: LineStatement }
export type Known = Awaited<ReturnType<typeof knownOf>>

/** A person's lines that are not removed with the statement that counts, the oldest line first. */
export async function statedLines(tx: Tx, personId: string): Promise<Stated[]> {
  return tx
    .select({ line: lines, statement: lineStatements })
    .from(lines)
    .innerJoin(lineStatements, lineAsStated)
    .where(listedLines(personId))
    .orderBy(asc(lines.createdAt), asc(lines.id))
}

/**
 * What every view of a line needs beside it: standings, verdicts, names, dates.
 * For an aide who may not see accounts, they are told apart and not named.
 */
export async function knownOf(tx: Tx, personId: string, key: PersonKey, now: Date, actor: Actor) {
  const [accountsByName, standingRows, verdictRows, services, settings, accepted] = await Promise.all([
    accountNames(tx, personId, key),
    tx
      .select({ id: standings.scopeId, kind: standings.scopeKind, standing: standings.standing })
      .from(standings)
      .where(
        and(
          eq(standings.personId, personId),
          isNull(standings.validTo),
          or(eq(standings.scopeKind, 'line'), eq(standings.scopeKind, 'person')),
        ),
      ),
    tx
      .select()
      .from(verdicts)
      .where(and(eq(verdicts.personId, personId), isNull(verdicts.validTo), eq(verdicts.scopeKind, 'line')))
      .orderBy(asc(verdicts.item)),
    servicesAsCorrected(tx),
    settingsOf(tx),
    exceptionsSeenBy(actor, tx, personId),
  ])
  const today = dayOf(now, settings.timeZone)
  const beside = besideVerdicts(accepted, today)
  const person = standingRows.find(({ kind }) => kind === 'person')
  const ofLines = standingRows.filter(({ kind }) => kind === 'line')
  return {
    names: sees(actor, 'accounts') ? accountsByName : unnamed(accountsByName, aideWords.someAccount),
    services,
    timeZone: settings.timeZone,
    interval: settings.intervals.lines,
    today,
    person: person ? (person.standing as PersonStanding) : null,
    standings: new Map(ofLines.map(({ id, standing }) => [id, standing as LineStanding])),
    verdictsOf: (id: string): LineVerdict[] =>
      verdictRows.filter(({ scopeId }) => scopeId === id).map((row) => ({ ...row, ...beside(row) })),
  }
}

/** One line as the list shows it. */
export function inList({ line, statement }: Stated, key: PersonKey, known: Known): LineInList {
  const { facts, confirmedOn } = statement
  const texts = lineTexts(key, line)
  const name = lineName(texts)
  const names = new Map([...known.names, [line.id, name]])
  const judged = (item: ItemId) => known.verdictsOf(line.id).find((verdict) => verdict.item === item)
  return {
    id: line.id,
    version: line.version,
    name,
    carrier:
      facts.carrierId === null
        ? texts.ownCarrier || null
        : (known.services.get(facts.carrierId)?.name ?? facts.carrierId),
    pin: judged('G5.0')?.verdict ?? 'unknown',
    labels: judged('G5')?.labels ?? [],
    falls: (known.standings.get(line.id)?.falls ?? []).map(({ accountId, chain }) => ({
      accountId,
      name: names.get(accountId) ?? '',
      chain: namedChain(chain, names),
    })),
    held: numberIsHeld({ facts }) || heldByRecord(judged('G5.0')),
    confirmedOn,
    freshness: freshnessOf(confirmedOn, known.today, known.interval),
    toConfirm: statement.onBehalfOf !== null,
  }
}

/** The organisation's telecom record says that its line has a PIN. */
const heldByRecord = (pin: { verdict: Verdict; labels: readonly string[] } | undefined) =>
  pin?.verdict === 'met' && pin.labels.includes('held_by_employer')

/** All own statements of one line, the latest first. */
export const statementsOf = (tx: Tx, personId: string, lineId: string): Promise<LineStatement[]> =>
  tx
    .select()
    .from(lineStatements)
    .where(
      and(
        eq(lineStatements.personId, personId),
        eq(lineStatements.lineId, lineId),
        eq(lineStatements.source, 'self_stated'),
      ),
    )
    .orderBy(desc(lineStatements.validFrom), desc(sql`${lineStatements.validTo} is null`))

export type Happening = {
  at: Date
  what: 'recorded' | 'revised' | 'confirmed' | 'removed' | 'restored'
  /** Entered by the holder; by somebody else for them otherwise. */
  own: boolean
}

/** What happened to a line, from its statements, the latest first. A gap between two is a removal and its undoing. */
export function historyOf(statements: readonly LineStatement[], personId: string): Happening[] {
  return statements.flatMap((statement, at): Happening[] => {
    const before = statements[at + 1]
    const happening = { at: statement.enteredAt, own: statement.answeredBy === personId }
    if (!before) return [{ ...happening, what: 'recorded' }]
    const gap = before.validTo && before.validTo < statement.validFrom ? before.validTo : null
    if (gap)
      return [
        { ...happening, what: 'restored' },
        { ...happening, at: gap, what: 'removed' },
      ]
    const same = JSON.stringify(before.facts) === JSON.stringify(statement.facts)
    return [{ ...happening, what: same ? 'confirmed' : 'revised' }]
  })
}

/** The accounts said to send their texts and calls to a line, whether these are on or not. */
export async function accountsTextedBy(tx: Tx, personId: string, lineId: string): Promise<string[]> {
  return accountIdsWhere(tx, personId, sql`${accountStatements.facts}->>'phoneLine' = ${lineId}`)
}

/** The accounts at phone companies. */
export async function carrierAccountIds(tx: Tx, personId: string): Promise<string[]> {
  return accountIdsWhere(tx, personId, sql`${accountStatements.facts}->>'category' = 'carrier'`)
}

async function accountIdsWhere(tx: Tx, personId: string, said: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(accountStatements, accountAsStated)
    .where(and(listedAccounts(personId), said))
    .orderBy(asc(accounts.createdAt), asc(accounts.id))
  return rows.map(({ id }) => id)
}
