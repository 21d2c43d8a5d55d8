/** One's own phone lines, as the pages show them. */
import { and, desc, eq, gte, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { lines } from '@/db/schema/lines'
import { standings } from '@/db/schema/posture'
import { query } from '@/lib/access/door'
import { NotThere } from '@/lib/access/outcome'
import { sees } from '@/lib/access/permissions'
import { accountNames } from '@/lib/accounts/names'
import type { ActionCode } from '@/lib/guidance/codes'
import { guidanceVersion } from '@/lib/guidance/version'
import type { LineEntry } from '@/lib/lines/entry'
import {
  accountsTextedBy,
  carrierAccountIds,
  type Happening,
  historyOf,
  inList,
  type Known,
  knownOf,
  type LineInList,
  type LineVerdict,
  statedLines,
  statementsOf,
} from '@/lib/lines/reading'
import { lineTexts, presentLine } from '@/lib/lines/store'
import { type AnsweredFor, answeredFor } from '@/lib/people/names'
import { readKey } from '@/lib/people/store'
import { countsUntil } from '@/lib/posture/ageing'
import type { Change } from '@/lib/posture/shapes'
import type { CatalogueService } from '@/lib/services/facts'
import { servicesAsCorrected } from '@/lib/services/queries'
import { aideWords, unnamed } from '@/lib/words/aide'
import { dayOf } from '@/lib/words/dates'
import { lineName } from '@/lib/words/lines'

export type LinesPage = {
  lines: LineInList[]
  /** Accounts that open by a phone number, whichever. */
  opensByNumber: number
  /** Taken off the list in the last 30 days, the latest first. */
  removed: { id: string; version: number; name: string; removedOn: string }[]
  today: string
}
export type LinePage = LineInList & {
  entry: LineEntry
  carrierFacts: CatalogueService | null
  verdicts: LineVerdict[]
  /** Names of the accounts that send their texts here, whether they are on or not. */
  textsGoHere: string[]
  carrierAccount: { id: string; name: string } | null
  /** The change that would keep the number with its holder, and what it closes; null when nothing is left to do. */
  numberChange: (Pick<Change, 'action' | 'closes' | 'minutes'> & { accounts: string[] }) | null
  /** Where an aide answered and its holder has not confirmed: who, and when. */
  answeredFor: AnsweredFor
  countsUntil: string
  guidanceVersion: string
  history: Happening[]
  /** Ways in at this line before the latest statement and now; null when that statement is the first. */
  latest: { before: number; now: number } | null
  today: string
}

const keepsNumber: readonly ActionCode[] = [
  'set_carrier_pin',
  'ask_account_holder_for_pin',
  'choose_own_pin',
  'look_at_pin',
  'turn_on_number_locks',
]
const removedFor = 30 * 86_400_000

/** All of one's own lines, the oldest first. */
export const listLines = query(
  'lines:read:own',
  async ({ actor, holder: personId, tx, now }): Promise<LinesPage> => {
    const key = await readKey(tx, personId)
    const [stated, gone, known] = await Promise.all([
      statedLines(tx, personId),
      tx
        .select()
        .from(lines)
        .where(and(eq(lines.personId, personId), gte(lines.removedAt, new Date(now.getTime() - removedFor))))
        .orderBy(desc(lines.removedAt)),
      knownOf(tx, personId, key, now, actor),
    ])
    return {
      lines: stated.map((row) => inList(row, key, known)),
      opensByNumber: known.person?.opensByNumber ?? 0,
      removed: gone.map((line) => ({
        id: line.id,
        version: line.version,
        name: lineName(lineTexts(key, line)),
        removedOn: dayOf(line.removedAt ?? now, known.timeZone),
      })),
      today: known.today,
    }
  },
)

/** One of one's own lines. Throws NotThere, for what is no id as well. */
export const readLine = query(
  'lines:read:own',
  async ({ actor, holder: personId, tx, now }, id: string): Promise<LinePage> => {
    if (!z.uuid().safeParse(id).success) throw new NotThere('line')
    const [found, key] = await Promise.all([presentLine(tx, personId, id), readKey(tx, personId)])
    const [known, statements, past, texted] = await Promise.all([
      knownOf(tx, personId, key, now, actor),
      statementsOf(tx, personId, id),
      tx
        .select({ waysIn: standings.waysIn })
        .from(standings)
        .where(
          and(
            eq(standings.personId, personId),
            eq(standings.scopeId, id),
            eq(standings.validTo, found.statement.validFrom),
          ),
        ),
      accountsTextedBy(tx, personId, id),
    ])
    const row = inList(found, key, known)
    const { facts, confirmedOn } = found.statement
    const nowIn = known.standings.get(id)?.waysIn ?? 0
    return {
      ...row,
      entry: { ...lineTexts(key, found.line), facts },
      carrierFacts: facts.carrierId === null ? null : (known.services.get(facts.carrierId) ?? null),
      verdicts: known.verdictsOf(id),
      textsGoHere: texted.map((accountId) => known.names.get(accountId) ?? ''),
      carrierAccount: named(facts.carrierAccountId, known.names),
      numberChange: numberChange(id, known),
      guidanceVersion,
      answeredFor: await answeredFor(tx, found.statement),
      countsUntil: countsUntil(confirmedOn, known.interval),
      history: historyOf(statements, personId),
      latest: statements.length < 2 ? null : { before: past[0]?.waysIn ?? nowIn, now: nowIn },
      today: known.today,
    }
  },
)

/** What a line form lets choose from: carriers by name, and one's own accounts at them. */
export const lineChoices = query('lines:read:own', async ({ actor, holder, tx }) => {
  const key = await readKey(tx, holder)
  const [services, named, ids, listedLines] = await Promise.all([
    servicesAsCorrected(tx),
    accountNames(tx, holder, key),
    carrierAccountIds(tx, holder),
    tx
      .select({ id: lines.id })
      .from(lines)
      .where(and(eq(lines.personId, holder), isNull(lines.removedAt))),
  ])
  const names = sees(actor, 'accounts') ? named : unnamed(named, aideWords.someAccount)
  const carriers = [...services.values()].filter(({ category }) => category === 'carrier')
  return {
    first: listedLines.length === 0,
    carriers: carriers
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    accounts: ids.map((id) => ({ id, name: names.get(id) ?? '' })),
  }
})

const named = (id: string | null, names: ReadonlyMap<string, string>) => {
  const name = id === null ? undefined : names.get(id)
  return id === null || name === undefined ? null : { id, name }
}

function numberChange(lineId: string, { person, names }: Known): LinePage['numberChange'] {
  const change = person?.changes.find(
    ({ scopeId, action }) => scopeId === lineId && keepsNumber.includes(action),
  )
  if (!change) return null
  const { action, closes, minutes, accounts } = change
  const named = [...names].flatMap(([id, name]) => (accounts.includes(id) ? [name] : []))
  return { action, closes, minutes, accounts: named }
}
