/** Which messaging apps may be named to leadership, who see what the organisation thinks of each (G1.3). */
import type { AppFigures } from './figures'
import type { RawApps, RawTotals } from './raw'
import { tooFewChanged } from './renewal'
import { few, type Owners } from './things'

/** Apps that people named freely stand under this word: nobody but their holder reads the names. */
const namedFreely = 'own'
/**
 * Of the apps that are not named, only what is bad or not known is told, and only where a crowd shares it: that they
 * are all approved would say of everybody that they use none that is not (security D2).
 */
const told = ['not_met', 'unknown'] as const

/**
 * An app is named where a crowd uses it. Who is told apart by two releases would be told by a name that comes or goes,
 * so names stay as they are until more than k people have changed what they use (security D6).
 *
 * @param crowd `smallest`: people a group needs before anything is said of it
 * @param previous those of the last release; null where there were none, or the organisation is too small to speak of
 * @throws Error when it is not said how many people have changed what they use
 */
export function appFigures(
  previous: AppFigures | null,
  { asOf, apps: { use, verdicts, changed } }: Pick<RawTotals, 'asOf' | 'apps'>,
  crowd: Owners & { smallest: number },
): AppFigures {
  if (previous && tooFewChanged(changed, crowd.k, 'apps')) return previous
  const all = [...new Set(use.flatMap(({ apps }) => apps))].sort()
  const shared = (is: (app: string) => boolean) => !few(usersOf(use, is), { ...crowd, k: crowd.smallest })
  const named = all.filter((app) => app !== namedFreely && shared((used) => used === app))
  const others = told.find((verdict) =>
    shared((app) => !named.includes(app) && (verdicts[app] ?? 'unknown') === verdict),
  )
  return { asOf, named, others: others ?? null }
}

const usersOf = (use: RawApps['use'], is: (app: string) => boolean) =>
  use.filter(({ apps }) => apps.some(is)).reduce((sum, { people }) => sum + people, 0)
