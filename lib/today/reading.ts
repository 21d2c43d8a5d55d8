/** Everything the Today page stands on, read in one go inside its transaction. */
import { and, asc, count, eq, gt, isNull, max, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { passkeys } from '@/db/schema/access'
import { type accountStatements, type accounts, inventoryStatements } from '@/db/schema/accounts'
import { people, recordOpenings } from '@/db/schema/people'
import { standings, verdicts } from '@/db/schema/posture'
import { putOffs } from '@/db/schema/today'
import { accountName } from '@/lib/accounts/names'
import { openQuestions } from '@/lib/accounts/questions'
import { statedAccounts } from '@/lib/accounts/reading'
import { asTheyCount, textsAskedAgain } from '@/lib/accounts/rules'
import { accountTexts } from '@/lib/accounts/store'
import { statedLines } from '@/lib/lines/reading'
import { lineChanges, lineTexts } from '@/lib/lines/store'
import { settingsOf } from '@/lib/organisation/queries'
import { readKey } from '@/lib/people/store'
import { listSaidOn } from '@/lib/posture/person-verdicts'
import type { AccountStanding, PersonStanding } from '@/lib/posture/shapes'
import { servicesAsCorrected } from '@/lib/services/queries'
import { type Open, openAs } from '@/lib/today/rules'
import type { Category } from '@/lib/vocabulary'
import { lineName } from '@/lib/words/lines'

/** One account or line of the person, by name. */
export type Holding = {
  kind: 'account' | 'line'
  id: string
  name: string
  /** Its service or carrier by name; null when it is not known. */
  service: string | null
  /** The kind of an account; null for a line. */
  category: Category | null
  version: number
  confirmedOn: string
  /** Why it is asked again though it is not old; null where it is not. */
  askedAgain: 'line_changed' | null
  /** Whether a question about it waits for its holder, and how. */
  open: Open | null
}

const lately = 30 * 86_400_000

/** Lines first, then accounts, each in the order in which they were added. */
export async function readHoldings(tx: Tx, personId: string, now: Date) {
  const [
    key,
    services,
    settings,
    lineRows,
    accountRows,
    changes,
    standingRows,
    judged,
    stated,
    off,
    opened,
    keys,
    [who],
  ] = await Promise.all([
    readKey(tx, personId),
    servicesAsCorrected(tx),
    settingsOf(tx),
    statedLines(tx, personId),
    statedAccounts(tx, personId),
    lineChanges(tx, personId),
    tx
      .select({
        id: standings.scopeId,
        kind: standings.scopeKind,
        level: standings.level,
        standing: standings.standing,
      })
      .from(standings)
      .where(
        and(eq(standings.personId, personId), isNull(standings.validTo), ne(standings.scopeKind, 'line')),
      ),
    tx
      .select({
        item: verdicts.item,
        scopeId: verdicts.scopeId,
        verdict: verdicts.verdict,
        unknownKind: verdicts.unknownKind,
      })
      .from(verdicts)
      .where(and(eq(verdicts.personId, personId), isNull(verdicts.validTo))),
    tx
      .select()
      .from(inventoryStatements)
      .where(and(eq(inventoryStatements.personId, personId), isNull(inventoryStatements.validTo))),
    tx
      .select()
      .from(putOffs)
      .where(and(eq(putOffs.personId, personId), isNull(putOffs.endedAt), gt(putOffs.until, now)))
      .orderBy(asc(putOffs.until), asc(putOffs.id)),
    tx
      .select({ count: count(), lastAt: max(recordOpenings.openedAt) })
      .from(recordOpenings)
      .where(
        and(
          eq(recordOpenings.personId, personId),
          gt(recordOpenings.openedAt, new Date(now.getTime() - lately)),
        ),
      ),
    tx
      .select({ count: count() })
      .from(passkeys)
      .where(and(eq(passkeys.personId, personId), isNull(passkeys.removedAt))),
    tx.select({ tier: people.tier }).from(people).where(eq(people.id, personId)),
  ])
  const levels = new Map(standingRows.map(({ id, level }) => [id, level]))
  /** What the level waits for is a question too: a mailbox that is not in the list, an account that opens this one. */
  const openOf = (
    { id, serviceId }: typeof accounts.$inferSelect,
    statement: typeof accountStatements.$inferSelect,
  ): Open | null => {
    const facts = asTheyCount(statement, changes)
    const { unanswered, notSure } = openQuestions(facts, services.get(serviceId ?? '') ?? null)
    if (unanswered.length > 0) return 'unanswered'
    if (notSure.length > 0) return 'not_sure'
    return levels.get(id) === null && facts.signsInBy !== 'employer_single_sign_on' ? 'unanswered' : null
  }
  const serviceName = (id: string | null) => (id === null ? null : (services.get(id)?.name ?? null))
  const ofLines = lineRows.map(({ line, statement }): Holding => {
    const texts = lineTexts(key, line)
    const service = serviceName(statement.facts.carrierId) ?? (texts.ownCarrier || null)
    const open = openAs(judged.filter(({ scopeId }) => scopeId === line.id).map((each) => each.unknownKind))
    const about = { id: line.id, version: line.version, name: lineName(texts), service, category: null }
    return { kind: 'line', ...about, confirmedOn: statement.confirmedOn, askedAgain: null, open }
  })
  const ofAccounts = accountRows.map(({ account, statement }): Holding => {
    const texts = accountTexts(key, account)
    const name = accountName({ ...texts, serviceId: account.serviceId })
    const service = serviceName(account.serviceId) ?? (texts.ownName || null)
    const { confirmedOn, facts } = statement
    const { id, version } = account
    const about = { id, version, name, service, category: facts.category }
    const askedAgain = textsAskedAgain(statement, changes) ? ('line_changed' as const) : null
    return { kind: 'account', ...about, confirmedOn, askedAgain, open: openOf(account, statement) }
  })
  const person = standingRows.find(({ kind }) => kind === 'person')
  return {
    settings,
    tier: who?.tier ?? ('standard' as const),
    holdings: [...ofLines, ...ofAccounts],
    judged,
    standings: {
      person: person ? (person.standing as PersonStanding) : null,
      accounts: standingRows
        .filter(({ kind }) => kind === 'account')
        .map(({ standing }) => standing as AccountStanding)
        .sort((a, b) => (a.accountId < b.accountId ? -1 : 1)),
    },
    putOffs: off,
    /** Kinds of accounts that are answered: there is one, or it was said that there is none. */
    categories: [
      ...accountRows.map(({ statement }) => statement.facts.category),
      ...(stated[0]?.none ?? []),
    ] satisfies Category[],
    noLines: stated[0]?.noLines ?? false,
    /** The day the list as a whole was last said to be so; null where nothing was said of it. */
    listSaidOn: listSaidOn(stated[0] ?? null),
    openings: { count: opened[0]?.count ?? 0, lastAt: opened[0]?.lastAt ?? null },
    passkeys: keys[0]?.count ?? 0,
  }
}
