import { ActionForm } from '@/app/ui/action-form'
import { Disclosure } from '@/app/ui/disclosure'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { personWords } from '@/lib/words/people'
import { endSessions } from './actions'

const words = personWords.endSessions

/** Signs somebody else out everywhere, at once. */
export function EndSessions({ personId, name }: { personId: string; name: string }) {
  return (
    <Disclosure title={words.title(name)}>
      <p>{words.lead}</p>
      <ActionForm action={endSessions} scope="end-sessions">
        <Submission />
        <input type="hidden" name="personId" value={personId} />
        <div>
          <SubmitButton tone="danger">{words.button}</SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  )
}
