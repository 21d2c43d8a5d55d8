/** What is told of ways in: chains with the names that their holder gave, and what a password alone opens. */
import type { AccountStanding, Hop } from '@/lib/posture/shapes'
import type { NamedHop } from '@/lib/words/ways-in'

/** Takes the names of one person's lines and accounts by id. A hop without a name is left nameless, never dropped. */
export const namedChain = (chain: readonly Hop[], names: ReadonlyMap<string, string>): NamedHop[] =>
  chain.map((hop) => ({ ...hop, name: names.get(hop.id) ?? '' }))

/** Whether a password alone opens the account itself. */
export const opensWithPassword = ({ ways }: Pick<AccountStanding, 'ways'>): boolean =>
  ways.some(({ technique }) => technique === 'password_alone')
