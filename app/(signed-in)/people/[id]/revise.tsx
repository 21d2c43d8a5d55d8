import { ActionForm } from '@/app/ui/action-form'
import { Disclosure } from '@/app/ui/disclosure'
import { KeptVersion } from '@/app/ui/kept'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { UnitChoice } from '@/lib/organisation/queries'
import type { PersonOverview } from '@/lib/people/queries/person'
import { personWords } from '@/lib/words/people'
import { revise } from '../actions'
import { PersonFields } from '../person-fields'

const words = personWords.revise

export function Revise({ person, units }: { person: PersonOverview; units: readonly UnitChoice[] }) {
  const own = units.some((unit) => unit.id === person.unitId)
  // A retired unit is offered to whoever is in it, so that saving something else does not move them.
  const offered =
    person.unitId && person.unit && !own ? [...units, { id: person.unitId, name: person.unit }] : units
  return (
    <Disclosure title={words.title}>
      <ActionForm action={revise}>
        <Submission />
        <input type="hidden" name="personId" value={person.id} />
        <KeptVersion version={person.version} />
        <PersonFields units={offered} now={person} />
        <div>
          <SubmitButton tone="plain">{words.button}</SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  )
}
