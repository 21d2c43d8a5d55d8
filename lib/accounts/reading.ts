/** What the queries of accounts read and put together, inside their own transaction. */
import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { standings, verdicts } from '@/db/schema/posture'
import type { Actor } from '@/lib/access/actor'
import { sees } from '@/lib/access/permissions'
import type { AccountFacts } from '@/lib/accounts/facts'
import { accountNames } from '@/lib/accounts/names'
import { openQuestions } from '@/lib/accounts/questions'
import { asTheyCount, textsAskedAgain, withoutRemoved } from '@/lib/accounts/rules'
import {
  type AccountRow,
  type AccountStatement,
  accountAsStated,
  accountTexts,
  listedAccounts,
} from '@/lib/accounts/store'
import { type Accepted, besideVerdicts, exceptionsSeenBy } from '@/lib/exceptions/store'
import { lineChanges, lineNames } from '@/lib/lines/store'
import { settingsOf } from '@/lib/organisation/queries'
import { freshnessOf } from '@/lib/posture/ageing'
import { namedChain } from '@/lib/posture/named'
import type { AccountStanding, Judgement, PersonStanding, WayIn } from '@/lib/posture/shapes'
import type { PersonKey } from '@/lib/sealing/rules'
import { servicesAsCorrected } from '@/lib/services/queries'
import type { Freshness, HeldAs, Level, Visibility } from '@/lib/vocabulary'
import { aideWords, unnamed } from '@/lib/words/aide'
import { dayOf } from '@/lib/words/dates'
import type { NamedHop } from '@/lib/words/ways-in'

export type AccountVerdict = Accepted &
  Pick<Judgement, 'item' | 'verdict' | 'labels' | 'nextAction'> & {
    unknownKind: typeof verdicts.$inferSelect.unknownKind
  }
export type NamedWay = Pick<WayIn, 'technique' | 'startsWith'> & { chain: NamedHop[] }
export type AccountInList = {
  id: string
  version: number
  name: string
  /** What the service is called, where the name does not say it already. */
  service: string | null
  heldAs: HeldAs
  visibility: Visibility
  level: Level | null
  atBest: Level | null
  waysIn: number
  /** The totals of General 2 and General 3. */
  totals: AccountVerdict[]
  weakest: NamedWay | null
  /** Questions nobody has answered, and questions answered with "not sure". */
  unanswered: number
  notSure: number
  confirmedOn: string
  freshness: Freshness
  /** An aide answered, and its holder has not confirmed it. */
  toConfirm: boolean
  /** Its line changed since: whether texts are off is asked again (G3.3). */
  textsAskedAgain: boolean
}
export type Stated = { account: AccountRow; statement: AccountStatement }
export type Known = Awaited<ReturnType<typeof knownOf>>

/** A person's accounts that are not removed with the statement that counts, the oldest account first. */
export async function statedAccounts(tx: Tx, personId: string): Promise<Stated[]> {
  return tx
    .select({ account: accounts, statement: accountStatements })
    .from(accounts)
    .innerJoin(accountStatements, accountAsStated)
    .where(listedAccounts(personId))
    .orderBy(asc(accounts.createdAt), asc(accounts.id))
}

/**
 * What every view of an account needs beside it: names, standings, verdicts, services, dates.
 * For an aide who may not see lines, they are told apart and not named.
 */
export async function knownOf(tx: Tx, personId: string, key: PersonKey, now: Date, actor: Actor) {
  const [named, linesByName, changes, standingRows, verdictRows, services, settings, accepted] =
    await Promise.all([
      accountNames(tx, personId, key),
      lineNames(tx, personId, key),
      lineChanges(tx, personId),
      tx
        .select({ id: standings.scopeId, kind: standings.scopeKind, standing: standings.standing })
        .from(standings)
        .where(
          and(
            eq(standings.personId, personId),
            isNull(standings.validTo),
            or(eq(standings.scopeKind, 'account'), eq(standings.scopeKind, 'person')),
          ),
        ),
      tx
        .select()
        .from(verdicts)
        .where(
          and(eq(verdicts.personId, personId), isNull(verdicts.validTo), eq(verdicts.scopeKind, 'account')),
        )
        .orderBy(asc(verdicts.item)),
      servicesAsCorrected(tx),
      settingsOf(tx),
      exceptionsSeenBy(actor, tx, personId),
    ])
  const today = dayOf(now, settings.timeZone)
  const beside = besideVerdicts(accepted, today)
  const lined = sees(actor, 'lines') ? linesByName : unnamed(linesByName, aideWords.someLine)
  const ofAccounts = standingRows.filter(({ kind }) => kind === 'account')
  const person = standingRows.find(({ kind }) => kind === 'person')
  return {
    names: new Map([...named, ...lined]),
    accountNames: named,
    lineNames: lined,
    lineChanges: changes,
    services,
    settings,
    today,
    person: person ? (person.standing as PersonStanding) : null,
    standings: new Map(ofAccounts.map(({ id, standing }) => [id, standing as AccountStanding])),
    verdictsOf: (id: string): AccountVerdict[] =>
      verdictRows.filter(({ scopeId }) => scopeId === id).map((row) => ({ ...row, ...beside(row) })),
  }
}

/** One account as the list shows it. */
export function inList({ account, statement }: Stated, key: PersonKey, known: Known): AccountInList {
  const { id, serviceId } = account
  const service = serviceId === null ? null : (known.services.get(serviceId) ?? null)
  const standing = known.standings.get(id)
  const name = known.names.get(id) ?? ''
  const serviceName = service?.name ?? accountTexts(key, account).ownName
  const open = openQuestions(stands(statement, known), service)
  return {
    id,
    version: account.version,
    name,
    service: serviceName === name ? null : serviceName,
    heldAs: statement.facts.heldAs,
    visibility: account.visibility,
    level: standing?.level ?? null,
    atBest: standing?.atBest ?? null,
    waysIn: standing?.ways.length ?? 0,
    totals: known.verdictsOf(id).filter(({ item }) => item === 'G2' || item === 'G3'),
    weakest: standing?.weakest ? named(standing.weakest, known) : null,
    unanswered: open.unanswered.length,
    notSure: open.notSure.length,
    confirmedOn: statement.confirmedOn,
    freshness: freshnessOf(statement.confirmedOn, known.today, known.settings.intervals.accounts),
    toConfirm: statement.onBehalfOf !== null,
    textsAskedAgain: textsAskedAgain(statement, known.lineChanges),
  }
}

/** A way in with the names its holder gave. */
export const named = (way: WayIn, { names }: Pick<Known, 'names'>): NamedWay => ({
  technique: way.technique,
  startsWith: way.startsWith,
  chain: namedChain(way.chain, names),
})

/** The answers as they read now: what was removed from the list is not listed, and what is asked again is unanswered. */
export const stands = (
  statement: Pick<AccountStatement, 'facts' | 'enteredAt'>,
  known: Known,
): AccountFacts =>
  withoutRemoved(asTheyCount(statement, known.lineChanges), {
    accounts: new Set(known.accountNames.keys()),
    lines: new Set(known.lineNames.keys()),
  })

/** All own statements of one account, the latest first. */
export const statementsOf = (tx: Tx, personId: string, accountId: string): Promise<AccountStatement[]> =>
  tx
    .select()
    .from(accountStatements)
    .where(
      and(
        eq(accountStatements.personId, personId),
        eq(accountStatements.accountId, accountId),
        eq(accountStatements.source, 'self_stated'),
      ),
    )
    .orderBy(desc(accountStatements.validFrom), desc(sql`${accountStatements.validTo} is null`))

/** How one account stood over time, the latest first. */
export async function pastStandings(tx: Tx, personId: string, accountId: string) {
  const rows = await tx
    .select({ standing: standings.standing, validFrom: standings.validFrom, validTo: standings.validTo })
    .from(standings)
    .where(and(eq(standings.personId, personId), eq(standings.scopeId, accountId)))
    .orderBy(desc(standings.validFrom))
  return rows.map((row) => ({ ...row, standing: row.standing as AccountStanding }))
}

/** How a person's accounts stood before and after one instant, where that changed. New and removed ones are left out. */
export async function changesAt(tx: Tx, personId: string, at: Date) {
  const rows = await tx
    .select({ id: standings.scopeId, standing: standings.standing, validTo: standings.validTo })
    .from(standings)
    .where(
      and(
        eq(standings.personId, personId),
        eq(standings.scopeKind, 'account'),
        or(eq(standings.validTo, at), eq(standings.validFrom, at)),
      ),
    )
  const endedThen = ({ validTo }: { validTo: Date | null }) => validTo?.getTime() === at.getTime()
  return rows.filter(endedThen).flatMap((before) => {
    const after = rows.find((row) => row.id === before.id && !endedThen(row))
    return after
      ? [{ before: before.standing as AccountStanding, after: after.standing as AccountStanding }]
      : []
  })
}
