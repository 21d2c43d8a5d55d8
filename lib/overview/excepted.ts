/** Exceptions as leadership sees them: by the rules of things, and kept while too few people's have changed. */
import type { ExceptionFigures } from './figures'
import { exceptionMeasures, exceptionsOutOf } from './measures'
import type { RawTotals } from './raw'
import { tooFewChanged } from './renewal'
import { figuresOfThings, type Owners } from './things'

/**
 * Guidance section 12, item 8. They have a day of their own: exceptions are few, and what is told of them must not hang
 * on whose answers about something else have changed (security D6).
 *
 * @param previous those of the last release; null where there were none, or the organisation is too small to speak of
 * @throws Error when it is not said how many people's exceptions have changed since
 */
export function exceptionFigures(
  previous: ExceptionFigures | null,
  { asOf, exceptions: { counts, changed } }: Pick<RawTotals, 'asOf' | 'exceptions'>,
  crowd: Owners,
): ExceptionFigures {
  if (previous && tooFewChanged(changed, crowd.k, 'exceptions')) return previous
  return { asOf, ...figuresOfThings(exceptionMeasures, exceptionsOutOf, counts, crowd) }
}
