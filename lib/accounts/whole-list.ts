/** The list as a whole, as its page and Today show it, read inside their own transaction. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { inventoryStatements } from '@/db/schema/accounts'
import { phones, pieceStatements } from '@/db/schema/pieces'
import { accountName } from '@/lib/accounts/names'
import { statedAccounts } from '@/lib/accounts/reading'
import { accountTexts } from '@/lib/accounts/store'
import { settingsOf } from '@/lib/organisation/queries'
import { readKey } from '@/lib/people/store'
import { intervalOf } from '@/lib/posture/aged'
import { freshnessOf } from '@/lib/posture/ageing'
import { namedFirstAt } from '@/lib/posture/enrolment'
import {
  type AskedCategory,
  askedAs,
  askedCategories,
  type Freshness,
  type NamedFirst,
  type NamedFirstAnswer,
  namedFirst,
} from '@/lib/vocabulary'
import { dayOf as dayIn } from '@/lib/words/dates'

export type Said = { on: string; freshness: Freshness } | null
export type WholeList = {
  statementId: string | null
  /** The kinds a complete list answers for, with the number of accounts listed and whether none was said. */
  categories: { category: AskedCategory; accounts: number; none: boolean }[]
  /** Microsoft, Apple, Google: listed ones answer for themselves. `phone`: one of that maker is in the list of phones. */
  namedFirst: { which: NamedFirst; listed: boolean; answer: NamedFirstAnswer; phone: boolean }[]
  leakReview: Said
  /** By name: accounts that came into the list after that, on the same day too. */
  addedSince: string[]
  complete: Said
}

/** @param of.seesPhones false for an aide who was let into the accounts alone. */
export async function wholeList(
  tx: Tx,
  of: { personId: string; seesPhones: boolean; now: Date },
): Promise<WholeList> {
  const { personId, now } = of
  const [key, settings, stated, [said], platforms] = await Promise.all([
    readKey(tx, personId),
    settingsOf(tx),
    statedAccounts(tx, personId),
    tx
      .select()
      .from(inventoryStatements)
      .where(and(eq(inventoryStatements.personId, personId), isNull(inventoryStatements.validTo))),
    of.seesPhones ? platformsOf(tx, personId) : [],
  ])
  const today = dayIn(now, settings.timeZone)
  const days = intervalOf('G2.1', settings.intervals)
  const saidOn = (day: string | null | undefined): Said =>
    day ? { on: day, freshness: freshnessOf(day, today, days) } : null
  const reviewedAt = said?.leakReviewDoneAt ?? null
  const listed = new Set(stated.map(({ account }) => namedFirstAt(account.serviceId)))
  return {
    statementId: said?.id ?? null,
    categories: askedCategories.map((category) => ({
      category,
      accounts: stated.filter(({ statement }) => askedAs[statement.facts.category] === category).length,
      none: said?.none.includes(category) ?? false,
    })),
    namedFirst: namedFirst.map((which) => ({
      which,
      listed: listed.has(which),
      answer: said?.namedFirst[which] ?? 'unanswered',
      phone: platforms.some((platform) => platform === phoneOf[which]),
    })),
    leakReview: saidOn(said?.leakReviewDoneOn),
    addedSince: stated.flatMap(({ account }) =>
      reviewedAt && account.createdAt > reviewedAt
        ? accountName({ ...accountTexts(key, account), serviceId: account.serviceId })
        : [],
    ),
    complete: saidOn(said?.statedCompleteOn),
  }
}

/** Whoever has such a phone nearly always has an account with its maker (G2.2, traps). */
const phoneOf: Readonly<Record<NamedFirst, string | null>> = {
  microsoft: null,
  apple: 'iphone',
  google: 'android',
}

async function platformsOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx
    .select({ platform: sql<string>`coalesce(${pieceStatements.facts}->>'platform', '')` })
    .from(phones)
    .innerJoin(
      pieceStatements,
      and(
        eq(pieceStatements.personId, phones.personId),
        eq(pieceStatements.scopeId, phones.id),
        eq(pieceStatements.piece, 'this_phone'),
        isNull(pieceStatements.validTo),
      ),
    )
    .where(and(eq(phones.personId, personId), isNull(phones.removedAt)))
  return rows.map(({ platform }) => platform)
}
