import type { UnitChoice } from '@/lib/organisation/queries'
import { type Flag, noFilters, type PeopleFilters, peopleAddress } from '@/lib/people/filters'
import { tierWords, listWords as words } from '@/lib/words/people'
import { levelWords } from '@/lib/words/shell'

/** A chip for each filter that is set, with the address of the list without it. */
export function chipsOf(filters: PeopleFilters, units: readonly UnitChoice[]) {
  const chip = (label: string, changed: Partial<PeopleFilters>) => ({
    label,
    without: peopleAddress({ ...filters, ...changed }),
  })
  const unit = units.find(({ id }) => id === filters.unit)
  const flags: readonly Flag[] = ['sms', 'pin', 'idle', 'old', 'left']
  return [
    ...(filters.unit
      ? [chip(unit ? words.chips.unit(unit.name) : words.chips.unknownUnit, { unit: noFilters.unit })]
      : []),
    ...(filters.tier ? [chip(tierWords[filters.tier], { tier: noFilters.tier })] : []),
    ...(filters.level === null
      ? []
      : [chip(words.chips.level(levelWords[filters.level]), { level: noFilters.level })]),
    ...flags.filter((flag) => filters[flag]).map((flag) => chip(words.chips[flag], { [flag]: false })),
  ]
}
