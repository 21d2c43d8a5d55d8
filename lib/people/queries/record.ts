/** Somebody's record, as an opening lets the security team read it. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { accountStatements, accounts } from '@/db/schema/accounts'
import { standings, verdicts } from '@/db/schema/posture'
import { query } from '@/lib/access/door'
import { accountNames } from '@/lib/accounts/names'
import { accountAsStated, listedAccounts } from '@/lib/accounts/store'
import { besideVerdicts, openExceptions } from '@/lib/exceptions/store'
import type { ItemId } from '@/lib/guidance/codes'
import { inList, knownOf, type LineInList, type LineVerdict, statedLines } from '@/lib/lines/reading'
import { settingsOf } from '@/lib/organisation/queries'
import { presentOpening } from '@/lib/people/queries/person'
import { isShownInRecord } from '@/lib/people/shown'
import { readKey } from '@/lib/people/store'
import { inventoryOf, type PieceInList } from '@/lib/pieces/reading'
import { freshnessOf } from '@/lib/posture/ageing'
import { namedChain } from '@/lib/posture/named'
import type { AccountStanding } from '@/lib/posture/shapes'
import { providedNow } from '@/lib/provided/store'
import type { Category, Freshness, HeldAs, Level, OpeningReason } from '@/lib/vocabulary'
import { dayOf } from '@/lib/words/dates'
import { recordWords } from '@/lib/words/records'
import type { NamedHop } from '@/lib/words/ways-in'

export type RecordAccount = {
  id: string
  name: string
  category: Category
  heldAs: HeldAs
  level: Level | null
  atBest: Level | null
  verdicts: LineVerdict[]
  /** The weakest way in; accounts that are only counted have no name in it. */
  chain: NamedHop[] | null
  confirmedOn: string
  freshness: Freshness
}
export type RecordLine = LineInList & { verdicts: LineVerdict[] }
export type CountedAccounts = { category: Category; level: Level | null; count: number }
export type OpenedRecord = {
  reason: OpeningReason
  endsAt: Date
  accounts: RecordAccount[]
  /** Personal accounts that their holder has not opened: by kind and level, and nothing else of them. */
  counted: CountedAccounts[]
  lines: RecordLine[]
  /** Phones, messaging apps and the person's own pieces: how each item stands, never what was answered. */
  things: RecordThing[]
  /** Items that the organisation provides now: it acts there, not the holder alone. */
  provided: ItemId[]
  today: string
}
export type RecordThing = {
  kind: 'phone' | 'app' | 'person'
  id: string
  name: string
  /** Of a phone that is not in the team's list: maker and model, as its holder says; '' else. */
  model: string
  verdicts: PieceInList['verdicts']
}

/** The record of somebody, under an opening of one's own that has not ended; null without one. Throws NotThere. */
export const readRecord = query(
  'records:open:any',
  async ({ actor, tx, now }, personId: string): Promise<OpenedRecord | null> => {
    const opening = await presentOpening(tx, actor.personId, personId, now)
    if (!opening) return null
    const key = await readKey(tx, personId)
    const settings = await settingsOf(tx)
    const today = dayOf(now, settings.timeZone)
    const [rows, held, verdictRows, names, stated, known, accepted, provided] = await Promise.all([
      statedAccounts(tx, personId),
      tx
        .select({ id: standings.scopeId, standing: standings.standing })
        .from(standings)
        .where(
          and(
            eq(standings.personId, personId),
            eq(standings.scopeKind, 'account'),
            isNull(standings.validTo),
          ),
        ),
      tx
        .select()
        .from(verdicts)
        .where(
          and(eq(verdicts.personId, personId), eq(verdicts.scopeKind, 'account'), isNull(verdicts.validTo)),
        )
        .orderBy(asc(verdicts.item)),
      accountNames(tx, personId, key),
      statedLines(tx, personId),
      knownOf(tx, personId, key, now, actor),
      openExceptions(tx, personId),
      providedNow(tx),
    ])
    const beside = besideVerdicts(accepted, today)
    const standingOf = new Map(held.map(({ id, standing }) => [id, standing as AccountStanding]))
    const shown = rows.filter(isShown)
    const shownNames = masked(names, new Set(shown.map(({ id }) => id)))
    const lines = stated.map((row) => ({
      ...inList(row, key, { ...known, names: shownNames }),
      verdicts: known.verdictsOf(row.line.id),
    }))
    const chainNames = new Map([...shownNames, ...lines.map((line) => [line.id, line.name] as const)])
    return {
      reason: opening.reason,
      endsAt: opening.endsAt,
      today,
      accounts: shown.map(({ id, facts, confirmedOn }) => {
        const standing = standingOf.get(id)
        return {
          id,
          name: shownNames.get(id) ?? '',
          category: facts.category,
          heldAs: facts.heldAs,
          level: standing?.level ?? null,
          atBest: standing?.atBest ?? null,
          verdicts: verdictRows
            .filter(({ scopeId }) => scopeId === id)
            .map((row) => ({ ...row, ...beside(row) })),
          chain: standing?.weakest ? namedChain(standing.weakest.chain, chainNames) : null,
          confirmedOn,
          freshness: freshnessOf(confirmedOn, today, settings.intervals.accounts),
        }
      }),
      counted: countedByKind(
        rows
          .filter((row) => !isShown(row))
          .map((row) => ({
            category: row.facts.category,
            level: standingOf.get(row.id)?.level ?? null,
          })),
      ),
      lines,
      things: await thingsOf({ actor, holder: personId, tx, now }),
      provided: provided.map(({ item }) => item),
    }
  },
)

async function thingsOf(whose: Parameters<typeof inventoryOf>[0]): Promise<RecordThing[]> {
  const { phones, apps, own } = await inventoryOf(whose)
  const verdictsOf = (pieces: readonly PieceInList[]) =>
    pieces.flatMap(({ of, verdicts }) => verdicts.filter((row) => isShownInRecord({ ...row, scopeKind: of })))
  return [
    ...phones.map(({ id, name, model, pieces }) => ({
      kind: 'phone' as const,
      id,
      name,
      model,
      verdicts: verdictsOf(pieces),
    })),
    ...apps.map(({ id, serviceId, name, pieces }) => ({
      ...{ kind: 'app' as const, id, verdicts: verdictsOf(pieces) },
      // A name of one's own may say with whom one writes.
      name: serviceId === null ? recordWords.anotherApp : name,
      model: '',
    })),
    { kind: 'person', id: whose.holder, name: recordWords.own, model: '', verdicts: verdictsOf(own) },
  ]
}

type Stated = Awaited<ReturnType<typeof statedAccounts>>[number]

const statedAccounts = (tx: Tx, personId: string) =>
  tx
    .select({
      id: accounts.id,
      visibility: accounts.visibility,
      facts: accountStatements.facts,
      confirmedOn: accountStatements.confirmedOn,
    })
    .from(accounts)
    .innerJoin(accountStatements, accountAsStated)
    .where(listedAccounts(personId))
    .orderBy(asc(accounts.createdAt), asc(accounts.id))

/** Decision 3: a personal account is counted only, until its holder opens it. */
const isShown = ({ facts, visibility }: Stated) =>
  facts.heldAs !== 'personal' || visibility === 'shown_to_security'

/** Names of what may be shown; the others all bear the same words. */
const masked = (names: ReadonlyMap<string, string>, shown: ReadonlySet<string>) =>
  new Map([...names].map(([id, name]) => [id, shown.has(id) ? name : recordWords.hiddenAccount]))

function countedByKind(list: readonly { category: Category; level: Level | null }[]): CountedAccounts[] {
  const counts = new Map<string, CountedAccounts>()
  for (const one of list) {
    const key = `${one.category} ${one.level}`
    const before = counts.get(key)
    counts.set(key, { ...one, count: (before?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort(
    (a, b) => a.category.localeCompare(b.category, 'en') || (a.level ?? 9) - (b.level ?? 9),
  )
}
