/** The list as a whole (G2.1): which kinds are asked about, and what cannot be said of it. */
import type { Category, FieldProblems } from '@/lib/vocabulary'
import { categoryWords } from '@/lib/words/account-answers'
import { accountProblems as says } from '@/lib/words/account-problems'
import { listed } from '@/lib/words/numbers'

/** The kinds that a complete list answers for, e-mail and social media first. */
export const askedCategories: readonly Category[] = [
  'email',
  'social',
  'messaging',
  'cloud',
  'finance',
  'carrier',
  'password_manager',
]

/** What a stale statement of the list comes back with. */
export type CurrentInventory = { statementId: string | null; none: readonly Category[] }

type Said = { none: readonly Category[]; noLines: boolean; complete: boolean }

/** What of a statement the list itself speaks against. Takes the kinds that have an account, and the number of lines. */
export function inventoryProblems(
  { none, noLines, complete }: Said,
  has: { categories: ReadonlySet<Category>; lines: number },
): FieldProblems {
  const found: FieldProblems = {}
  const denied = none.filter((category) => has.categories.has(category))
  if (denied.length > 0) found.none = denied.map((category) => says.hasAccounts(categoryWords[category]))
  if (noLines && has.lines > 0) found.noLines = [says.hasLines]
  const open = askedCategories.filter((category) => !has.categories.has(category) && !none.includes(category))
  if (complete && open.length > 0)
    found.complete = [says.notAllAnswered(listed(open.map((category) => categoryWords[category])))]
  return found
}
