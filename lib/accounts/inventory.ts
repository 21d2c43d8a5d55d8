/** The list as a whole (G2.1): which kinds are asked about, and what cannot be said of it. */
import { namedFirstAt } from '@/lib/posture/enrolment'
import {
  type AskedCategory,
  askedAs,
  askedCategories,
  type Category,
  type FieldProblems,
  type NamedFirstAnswers,
  namedFirst,
} from '@/lib/vocabulary'
import { kindWords, namedFirstWords } from '@/lib/words/account-answers'
import { accountProblems as says } from '@/lib/words/account-problems'
import { listed } from '@/lib/words/numbers'

/** What a stale statement of the list comes back with. */
export type CurrentInventory = {
  statementId: string | null
  none: readonly Category[]
  namedFirst: NamedFirstAnswers
}

/** The kinds asked about that have an account. */
export const kindsOf = (categories: Iterable<Category>): ReadonlySet<AskedCategory> =>
  new Set([...categories].map((category) => askedAs[category]))

/** What was said of the three that the guidance names first; one that is listed answers for itself (G2.2). */
export const withoutListed = (
  said: NamedFirstAnswers,
  serviceIds: readonly (string | null)[],
): NamedFirstAnswers => {
  const listed = new Set(serviceIds.map(namedFirstAt))
  const answer = (which: (typeof namedFirst)[number]) => (listed.has(which) ? 'unanswered' : said[which])
  return { microsoft: answer('microsoft'), apple: answer('apple'), google: answer('google') }
}

type Said = {
  none: readonly Category[]
  namedFirst: NamedFirstAnswers
  noLines: boolean
  complete: boolean
}

/** What of a statement the list itself speaks against. Takes the kinds that have an account, and the number of lines. */
export function inventoryProblems(
  { none, namedFirst: three, noLines, complete }: Said,
  has: { kinds: ReadonlySet<AskedCategory>; lines: number },
): FieldProblems {
  const found: FieldProblems = {}
  const denied = none.filter((category) => has.kinds.has(askedAs[category]))
  if (denied.length > 0) found.none = denied.map((category) => says.hasAccounts(kindWords[askedAs[category]]))
  if (noLines && has.lines > 0) found.noLines = [says.hasLines]
  const open = askedCategories.filter((kind) => !has.kinds.has(kind) && !none.includes(kind))
  if (complete && open.length > 0)
    found.complete = [says.notAllAnswered(listed(open.map((kind) => kindWords[kind])))]
  const missing = namedFirst.filter((which) => three[which] === 'have')
  if (complete && open.length === 0 && missing.length > 0)
    found.complete = [says.notListedYet(listed(missing.map((which) => namedFirstWords[which])))]
  return found
}
