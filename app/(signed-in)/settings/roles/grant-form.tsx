import { ConfirmedForm } from '@/app/ui/confirmed-form'
import { KeptRadios, KeptVersion } from '@/app/ui/kept'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { OfficeHolder } from '@/lib/organisation/administering'
import { type RoleWait, roles } from '@/lib/vocabulary'
import { roleWords } from '@/lib/words/people'
import { rolesWords } from '@/lib/words/settings'
import { grant } from '../actions'

const words = rolesWords.grant

type Shown = { person: OfficeHolder; waits: RoleWait | null; own: boolean }

export function GrantForm({ person, waits, own }: Shown) {
  if (own) return <p className="max-w-measure">{words.own}</p>
  return (
    <Section title={words.title(person.name)} lead={words.note}>
      <p className="max-w-measure">{words.waits[waits ?? 'none']}</p>
      <ConfirmedForm action={grant} purpose={`role.grant:${person.id}`} scope="grant">
        <Submission />
        <input type="hidden" name="personId" value={person.id} />
        <KeptVersion version={person.version} />
        <KeptRadios
          name="role"
          scope="grant"
          label={words.role}
          value={person.role}
          choices={roles.map((role) => ({
            value: role,
            label: roleWords[role],
            hint: rolesWords.may[role],
          }))}
        />
        <div>
          <SubmitButton>{words.button}</SubmitButton>
        </div>
      </ConfirmedForm>
    </Section>
  )
}
