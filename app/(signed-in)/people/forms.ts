/** What the forms about one person say, in the shape of the commands. */
import type { Conflict } from '@/app/ui/form-state'
import type { PersonStands } from '@/lib/people/commands/revise'
import { peopleWords, tierWords } from '@/lib/words/people'

export const versioned = (form: FormData) => ({
  personId: form.get('personId'),
  version: Number(form.get('version')),
})

export const personEdit = (form: FormData) => ({
  ...versioned(form),
  name: form.get('name') ?? '',
  email: form.get('email') ?? '',
  unitId: form.get('unitId') ?? '',
  tier: form.get('tier') ?? '',
})

/** What stands now, beside what was typed. */
export function personStanding(current: unknown): Conflict {
  const { version, name, email, tier } = current as PersonStands
  return {
    version,
    now: [
      { label: peopleWords.fields.name, value: name },
      { label: peopleWords.fields.email, value: email ?? peopleWords.none },
      { label: peopleWords.tier, value: tierWords[tier] },
    ],
  }
}
