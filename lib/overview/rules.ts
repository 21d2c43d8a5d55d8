/**
 * The release gate: exact totals in, what leadership may see out. Nothing else that is computed from other people's
 * answers reaches leadership, on whatever way (security D3).
 *
 * Promised, and attacked in `attack.test.ts` by running this very gate on every state a small organisation could be
 * in: somebody who knows who is in which unit and tier, every figure of a release and these rules, and with a
 * colleague shares his own record, is certain of nobody else's answer, and has no exact count of fewer than five
 * people. The same for a measure within another; with his own record alone, also for a measure within that, and for
 * two releases with people joining, leaving and changing in between. Exceptions are attacked the same way in
 * `excepted.test.ts`, over two releases and with two colleagues.
 *
 * Not promised: that nothing becomes likely; that three colleagues or more learn nothing; that measures without a
 * line in `partOf` tell nothing together to somebody who knows how the two hang together in a person; how many
 * accounts somebody has, to one who owns a good part of all that are counted; more than two releases taken together,
 * which takes a ledger of all that was ever released (security D8).
 */
import { appFigures } from './apps'
import { figureOf, type Span } from './bands'
import { mustAddUp } from './consistent'
import { crowdOf } from './crowd'
import { exceptionFigures } from './excepted'
import type { GroupFigures, ReleasedFigures, ShownGroup } from './figures'
import { itemBandsOf } from './items'
import { type GroupKey, type PeopleMeasure, peopleMeasures, recordOf } from './measures'
import { peopleBandsOf } from './people'
import type { RawTotals } from './raw'
import { renewalOf } from './renewal'
import { thingsOf } from './things'

/**
 * What leadership may see of these totals, and of the last release where too little has changed since.
 *
 * @param previous the last release of this organisation, whatever became of the pages that showed it
 * @param settings `smallestGroup`: people, 5 at least
 * @throws Error when the totals do not add up: a release is refused rather than untrue
 */
export function release(
  previous: ReleasedFigures | null,
  raw: RawTotals,
  settings: { smallestGroup: number },
): ReleasedFigures {
  mustAddUp(raw)
  const {
    k,
    smallest,
    speaking,
    silent,
    people: sizes,
  } = crowdOf(raw.cells, settings.smallestGroup, previous?.k ?? null)
  const renewal = renewalOf(previous, raw.moved, { k, speaking, sizes })
  const bands = peopleBandsOf(previous, raw.cells, renewal, peopleMeasures)
  const items = itemBandsOf(previous, raw, renewal)

  const people = (group: GroupKey) => sizes.get(group) ?? 0
  const band = (group: GroupKey, measure: PeopleMeasure): Span =>
    bands.get(measure)?.get(group) ?? { low: 0, high: people(group) }
  const renewed = (group: GroupKey): ShownGroup => ({
    shown: true,
    asOf: raw.asOf,
    people: people(group),
    figures: recordOf(peopleMeasures, (measure) => figureOf(band(group, measure), people(group))),
    items: group.startsWith('unit:') ? {} : items(group),
  })
  const figures = (group: GroupKey): GroupFigures => {
    const why = silent.get(group)
    if (why) return { shown: false, why }
    const before = previous?.groups[group]
    return before?.shown && !renewal.renew.includes(group) ? before : renewed(group)
  }
  const keep = previous && !renewal.renew.includes('organisation') && speaking.includes('organisation')
  const ofOrganisation = keep
    ? { things: previous.things, changes: previous.changes, beyondReach: previous.beyondReach }
    : thingsOf(raw, {
        people: people('organisation'),
        most: band('organisation', 'started').high,
        k,
      })
  const everybody = { people: people('organisation'), most: people('organisation'), k }
  const before = speaking.includes('organisation') ? previous : null
  return {
    asOf: raw.asOf,
    k,
    smallest,
    groups: Object.fromEntries([...sizes.keys()].map((group) => [group, figures(group)])),
    ...ofOrganisation,
    exceptions: exceptionFigures(before?.exceptions ?? null, raw, everybody),
    apps: appFigures(before?.apps ?? null, raw, { ...everybody, smallest }),
  }
}
