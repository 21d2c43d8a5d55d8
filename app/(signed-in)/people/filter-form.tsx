import { Checkbox } from '@/app/ui/choice'
import { Disclosure } from '@/app/ui/disclosure'
import { SubmitButton } from '@/app/ui/submit-button'
import { Select } from '@/app/ui/text-input'
import type { UnitChoice } from '@/lib/organisation/queries'
import type { PeopleFilters } from '@/lib/people/filters'
import { levels, tiers } from '@/lib/vocabulary'
import { tierWords, listWords as words } from '@/lib/words/people'
import { levelWords } from '@/lib/words/shell'

/** Sends the filters into the address: a plain GET, which works without JavaScript. */
export function FilterForm({ filters, units }: { filters: PeopleFilters; units: readonly UnitChoice[] }) {
  return (
    <Disclosure title={words.narrow}>
      <form action="/people" className="flex flex-col gap-4">
        <Select
          name="unit"
          label={words.filters.unit}
          value={filters.unit ?? ''}
          choose={words.any}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <Select
          name="tier"
          label={words.filters.tier}
          value={filters.tier ?? ''}
          choose={words.any}
          options={tiers.map((tier) => ({ value: tier, label: tierWords[tier] }))}
          optional
        />
        <Select
          name="level"
          label={words.filters.level}
          value={filters.level === null ? '' : String(filters.level)}
          choose={words.any}
          options={[...levels, 'unknown' as const].map((level) => ({
            value: String(level),
            label: levelWords[level],
          }))}
          optional
        />
        <div className="flex flex-col gap-1">
          {(['sms', 'pin', 'idle', 'old', 'left'] as const).map((flag) => (
            <Checkbox key={flag} name={flag} label={words.filters[flag]} checked={filters[flag]} />
          ))}
        </div>
        <div>
          <SubmitButton tone="plain">{words.apply}</SubmitButton>
        </div>
      </form>
    </Disclosure>
  )
}
