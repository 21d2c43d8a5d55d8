import { ActionForm } from '@/app/ui/action-form'
import { Disclosure } from '@/app/ui/disclosure'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { AccountPage } from '@/lib/accounts/queries'
import { visibilityWords } from '@/lib/words/account-answers'
import { accountPage as words } from '@/lib/words/accounts'
import { remove, show } from '../actions'

/** Taking the account off the list: said before what that does to others. */
export function Remove({ account }: { account: AccountPage }) {
  const named = (how: 'signs_in' | 'recovers') =>
    account.referredToBy.filter((each) => each.how === how).map(({ name }) => name)
  const [signsIn, recovers] = [named('signs_in'), named('recovers')]
  return (
    <Disclosure title={words.remove}>
      {signsIn.length > 0 && <p>{words.removeSays.signsIn(signsIn)}</p>}
      {recovers.length > 0 && <p>{words.removeSays.recovers(recovers)}</p>}
      <p>{words.removeSays.plain}</p>
      <ActionForm action={remove} scope="remove" className="flex flex-col gap-2">
        <Based account={account} />
        <div>
          <SubmitButton tone="danger">{words.remove}</SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  )
}

/** Who may see which account it is. */
export function Visibility({ account }: { account: AccountPage }) {
  return (
    <Section title={words.visibility.title}>
      {account.heldAs === 'personal' ? <Personal account={account} /> : <p>{words.visibility.work}</p>}
    </Section>
  )
}

function Personal({ account }: { account: AccountPage }) {
  const now = visibilityWords[account.visibility]
  const isOpen = account.visibility === 'shown_to_security'
  return (
    <div className="flex max-w-measure flex-col gap-2">
      <p>
        <span className="font-semibold">{now.name}.</span> {now.hint}
      </p>
      <ActionForm action={show} scope="visibility" className="flex flex-col gap-2">
        <Based account={account} />
        <input type="hidden" name="visibility" value={isOpen ? 'counted_only' : 'shown_to_security'} />
        <div>
          <SubmitButton tone="plain">{isOpen ? words.visibility.close : words.visibility.open}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}

function Based({ account }: { account: AccountPage }) {
  return (
    <>
      <Submission />
      <input type="hidden" name="id" value={account.id} />
      <input type="hidden" name="version" value={account.version} />
    </>
  )
}
