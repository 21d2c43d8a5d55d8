/** One's own accounts, as the pages show them. */
import { and, desc, eq, gte, isNull } from 'drizzle-orm'
import { accounts, inventoryStatements } from '@/db/schema/accounts'
import { query } from '@/lib/access/door'
import { sees } from '@/lib/access/permissions'
import { besides, type CodeAppCopies, copiesOpenedByNumber } from '@/lib/accounts/code-apps'
import type { AccountEntry } from '@/lib/accounts/entry'
import { effectsOf, type Happening, happenings, opensByNumber } from '@/lib/accounts/history'
import { kindsOf } from '@/lib/accounts/inventory'
import { accountName } from '@/lib/accounts/names'
import { openQuestions } from '@/lib/accounts/questions'
import {
  type AccountInList,
  type AccountVerdict,
  changesAt,
  inList,
  type Known,
  knownOf,
  type NamedWay,
  named,
  pastStandings,
  stands,
  statedAccounts,
  statementsOf,
} from '@/lib/accounts/reading'
import { accountTexts, presentAccount } from '@/lib/accounts/store'
import { type WholeList, wholeList } from '@/lib/accounts/whole-list'
import { type AnsweredFor, answeredFor } from '@/lib/people/names'
import { readKey } from '@/lib/people/store'
import { countsUntil } from '@/lib/posture/ageing'
import { opensWithPassword } from '@/lib/posture/named'
import type { Change } from '@/lib/posture/shapes'
import type { CatalogueService } from '@/lib/services/facts'
import { askedCategories, type Category } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'

export type AccountsPage = {
  /** The weakest first; those of which an answer is missing by the most they can be. */
  accounts: AccountInList[]
  opensByNumber: number
  /** Accounts that a password alone opens. */
  openWithPassword: number
  /** Taken off the list in the last 30 days, the latest first. */
  removed: { id: string; version: number; name: string; removedOn: string }[]
  /** Of the kinds a complete list answers for: how many are. */
  categories: { answered: number; all: number }
  completeOn: string | null
  today: string
}
export type AccountPage = AccountInList & {
  entry: AccountEntry
  serviceFacts: CatalogueService | null
  verdicts: AccountVerdict[]
  ways: NamedWay[]
  open: ReturnType<typeof openQuestions>
  /** Accounts it is no stronger than, and accounts that fall with it. */
  fallsWith: { id: string; name: string }[]
  bringsDown: { id: string; name: string }[]
  /** Accounts said to open through it or to be reset by it. */
  referredToBy: { id: string; name: string; how: 'signs_in' | 'recovers' }[]
  lineName: string | null
  mailboxNames: string[]
  throughName: string | null
  /** Accounts in which the app that makes its codes may keep them, and which a phone number opens (G3.2). */
  codesCopiedTo: CodeAppCopies | null
  /** What closes most here, with the names of others that lose a way in; then what no person can mend. */
  changes: (Change & { others: string[] })[]
  cannotMend: Change[]
  /** Where an aide answered and its holder has not confirmed: who, and when. */
  answeredFor: AnsweredFor
  countsUntil: string
  history: Happening[]
  /** What the latest statement did, by name; null when it is the first. */
  latest: {
    at: Date
    effects: (ReturnType<typeof effectsOf>['effects'][number] & { name: string })[]
    waysBefore: number
    waysAfter: number
  } | null
  today: string
}

const removedFor = 30 * 86_400_000

/** All of one's own accounts. */
export const listAccounts = query(
  'accounts:read:own',
  async ({ actor, holder: personId, tx, now }): Promise<AccountsPage> => {
    const key = await readKey(tx, personId)
    const [stated, gone, known, [inventory]] = await Promise.all([
      statedAccounts(tx, personId),
      tx
        .select()
        .from(accounts)
        .where(
          and(eq(accounts.personId, personId), gte(accounts.removedAt, new Date(now.getTime() - removedFor))),
        )
        .orderBy(desc(accounts.removedAt)),
      knownOf(tx, personId, key, now, actor),
      tx
        .select()
        .from(inventoryStatements)
        .where(and(eq(inventoryStatements.personId, personId), isNull(inventoryStatements.validTo))),
    ])
    const has = kindsOf(stated.map(({ statement }) => statement.facts.category))
    const none = inventory?.none ?? []
    return {
      accounts: stated.map((row) => inList(row, key, known)).sort(weakestFirst),
      opensByNumber: known.person?.opensByNumber ?? 0,
      openWithPassword: [...known.standings.values()].filter(opensWithPassword).length,
      removed: gone.map((row) => ({
        id: row.id,
        version: row.version,
        name: accountName({ ...accountTexts(key, row), serviceId: row.serviceId }),
        removedOn: dayOf(row.removedAt ?? now, known.settings.timeZone),
      })),
      categories: {
        answered: askedCategories.filter((kind) => has.has(kind) || none.includes(kind)).length,
        all: askedCategories.length,
      },
      completeOn: inventory?.statedCompleteOn ?? null,
      today: known.today,
    }
  },
)

function weakestFirst(a: AccountInList, b: AccountInList): number {
  return (a.level ?? a.atBest ?? 9) - (b.level ?? b.atBest ?? 9) || b.waysIn - a.waysIn
}

/** One of one's own accounts, with everything its page says. Throws NotThere. */
export const readAccount = query(
  'accounts:read:own',
  async ({ actor, holder: personId, tx, now }, id: string): Promise<AccountPage> => {
    const [found, key] = await Promise.all([presentAccount(tx, personId, id), readKey(tx, personId)])
    const [known, all, statements, past, changed] = await Promise.all([
      knownOf(tx, personId, key, now, actor),
      statedAccounts(tx, personId),
      statementsOf(tx, personId, id),
      pastStandings(tx, personId, id),
      changesAt(tx, personId, found.statement.validFrom),
    ])
    const { account, statement } = found
    const { serviceId, visibility } = account
    const facts = stands(statement, known)
    const serviceFacts = serviceId === null ? null : (known.services.get(serviceId) ?? null)
    const nameOf = (each: string) => known.names.get(each) ?? ''
    const withNames = (ids: readonly string[]) => ids.map((each) => ({ id: each, name: nameOf(each) }))
    const standing = known.standings.get(id)
    const mine = (change: Change) => change.scopeId === id
    const { effects, ...ways } = effectsOf(changed)
    return {
      ...inList(found, key, known),
      entry: { serviceId, ...accountTexts(key, account), visibility, facts },
      serviceFacts,
      verdicts: known.verdictsOf(id),
      ways: (standing?.ways ?? []).map((way) => named(way, known)),
      open: openQuestions(facts, serviceFacts),
      fallsWith: withNames(standing?.fallsWith ?? []),
      bringsDown: withNames(
        [...known.standings.values()]
          .filter(({ fallsWith }) => fallsWith.includes(id))
          .map((each) => each.accountId),
      ),
      referredToBy: all.flatMap(({ account: other, statement: { facts: theirs } }) => [
        ...(theirs.throughAccountId === id
          ? [{ id: other.id, name: nameOf(other.id), how: 'signs_in' as const }]
          : []),
        ...(theirs.recoveryMailboxes.includes(id)
          ? [{ id: other.id, name: nameOf(other.id), how: 'recovers' as const }]
          : []),
      ]),
      lineName: known.lineNames.get(facts.phoneLine ?? '') ?? null,
      mailboxNames: facts.recoveryMailboxes.flatMap((each) => known.accountNames.get(each) ?? []),
      throughName: known.accountNames.get(facts.throughAccountId ?? '') ?? null,
      codesCopiedTo: copiedTo(facts, besides(id, openCopies(all, known))),
      changes: (known.person?.changes.filter(mine) ?? []).map((change) => ({
        ...change,
        others: change.accounts.filter((each) => each !== id).map(nameOf),
      })),
      cannotMend: known.person?.cannotMend.filter(mine) ?? [],
      answeredFor: await answeredFor(tx, statement),
      countsUntil: countsUntil(statement.confirmedOn, known.settings.intervals.accounts),
      history: happenings(statements, past, personId),
      latest:
        statements.length < 2
          ? null
          : {
              at: statement.validFrom,
              effects: effects.map((each) => ({ ...each, name: nameOf(each.accountId) })),
              ...ways,
            },
      today: known.today,
    }
  },
)

/** Where the apps that make codes may keep them, of the accounts that a phone number opens. */
const openCopies = (all: Awaited<ReturnType<typeof statedAccounts>>, known: Known): CodeAppCopies[] =>
  copiesOpenedByNumber(
    all.map(({ account: { id, serviceId }, statement }) => ({
      ...{ id, serviceId, name: known.names.get(id) ?? '', category: statement.facts.category },
    })),
    (id) => opensByNumber(known.standings.get(id)?.ways ?? []),
  )

const copiedTo = ({ codeApp }: AccountEntry['facts'], copies: readonly CodeAppCopies[]) =>
  copies.find(({ app }) => app === codeApp) ?? null

export type AccountChoices = {
  accounts: { id: string; name: string; category: Category; serviceId: string | null }[]
  lines: { id: string; name: string }[]
  /** The service asked for, as corrected; null where there is none of that id. */
  service: CatalogueService | null
  /** How many accounts are listed at that service already: then a label tells them apart. */
  atService: number
  /** Beside the choice of a code app: accounts it may keep codes in, and which a phone number opens (G3.2). */
  codeCopies: CodeAppCopies[]
}

/** What an account's form lets choose from: one's own accounts and lines. `serviceId` null: a service named freely. */
export const accountChoices = query(
  'accounts:read:own',
  async ({ actor, holder: personId, tx, now }, serviceId: string | null): Promise<AccountChoices> => {
    const key = await readKey(tx, personId)
    const [stated, known] = await Promise.all([
      statedAccounts(tx, personId),
      knownOf(tx, personId, key, now, actor),
    ])
    return {
      accounts: stated.map(({ account, statement }) => ({
        id: account.id,
        name: known.names.get(account.id) ?? '',
        category: statement.facts.category,
        serviceId: account.serviceId,
      })),
      lines: [...known.lineNames].map(([id, name]) => ({ id, name })),
      service: serviceId === null ? null : (known.services.get(serviceId) ?? null),
      atService:
        serviceId === null ? 0 : stated.filter(({ account }) => account.serviceId === serviceId).length,
      codeCopies: openCopies(stated, known),
    }
  },
)

/** The list as a whole (G2.1, G2.2). */
export const readInventory = query(
  'accounts:read:own',
  ({ actor, holder, tx, now }): Promise<WholeList> =>
    wholeList(tx, { personId: holder, seesPhones: sees(actor, 'phones_and_apps'), now }),
)
