import { KeptRadios, KeptSelect, KeptText } from '@/app/ui/kept'
import type { UnitChoice } from '@/lib/organisation/queries'
import { type Tier, tiers } from '@/lib/vocabulary'
import { peopleWords } from '@/lib/words/people'

const words = peopleWords.fields
export type PersonNow = { name: string; email: string | null; unitId: string | null; tier: Tier }

/** What is asked about a person who is added or changed. */
export function PersonFields({ units, now }: { units: readonly UnitChoice[]; now?: PersonNow }) {
  return (
    <>
      <KeptText name="name" label={words.name} value={now?.name} maxLength={120} autoComplete="off" />
      <KeptText
        name="email"
        label={words.email}
        hint={words.emailHint}
        value={now?.email ?? ''}
        type="email"
        maxLength={254}
        autoComplete="off"
        optional
      />
      {units.length > 0 && (
        <KeptSelect
          name="unitId"
          label={words.unit}
          value={now?.unitId ?? ''}
          choose={words.noUnit}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          optional
        />
      )}
      <KeptRadios
        name="tier"
        label={words.tier}
        value={now?.tier ?? 'standard'}
        choices={tiers.map((tier) => ({
          value: tier,
          label: words.tiers[tier],
          hint: words.tierHints[tier],
        }))}
      />
    </>
  )
}
