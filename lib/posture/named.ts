/** Chains with the names that their holder gave to lines and accounts. */
import type { Hop } from '@/lib/posture/shapes'
import type { NamedHop } from '@/lib/words/ways-in'

/** Takes the names of one person's lines and accounts by id. A hop without a name is left nameless, never dropped. */
export const namedChain = (chain: readonly Hop[], names: ReadonlyMap<string, string>): NamedHop[] =>
  chain.map((hop) => ({ ...hop, name: names.get(hop.id) ?? '' }))
