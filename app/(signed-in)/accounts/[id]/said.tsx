import { ActionForm } from '@/app/ui/action-form'
import { Disclosure } from '@/app/ui/disclosure'
import { Facts } from '@/app/ui/facts'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { AccountPage } from '@/lib/accounts/queries'
import { answersOf } from '@/lib/words/account-said'
import { accountPage as words } from '@/lib/words/accounts'
import { age, writtenDay } from '@/lib/words/dates'
import { codeAppTrap } from '@/lib/words/traps'
import { confirm } from '../actions'

/** Since when the answers count, and one press to say that they are still true. */
export function Known({ account }: { account: AccountPage }) {
  const { confirmedOn, today, freshness } = account
  const until = writtenDay(account.countsUntil)
  return (
    <Section title={words.known} id="known">
      <div className="flex max-w-measure flex-col gap-2">
        <p>{words.confirmed(age(confirmedOn, today), writtenDay(confirmedOn))}</p>
        <p className="text-soft">{freshness === 'current' ? words.counts(until) : words[freshness](until)}</p>
        {account.textsAskedAgain && <p>{words.textsAskedAgain}</p>}
        <CodesKept account={account} />
        <ActionForm action={confirm} scope="confirm" className="flex flex-col gap-2">
          <Submission />
          <input type="hidden" name="id" value={account.id} />
          <input type="hidden" name="version" value={account.version} />
          <div>
            <SubmitButton tone={freshness === 'current' ? 'plain' : 'main'}>{words.confirm}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </Section>
  )
}

/** Where the app that makes its codes may keep them in an account that a phone number opens (G3.2). */
function CodesKept({ account: { codesCopiedTo: kept } }: { account: AccountPage }) {
  if (!kept) return null
  return (
    <p>
      {codeAppTrap.opened(
        kept.app,
        kept.accounts.map(({ name }) => name),
      )}
    </p>
  )
}

/** What was said, question by question. */
export function Said({ account }: { account: AccountPage }) {
  return (
    <Disclosure title={words.answers}>
      <Facts
        facts={answersOf(account.entry, {
          line: account.lineName,
          mailboxes: account.mailboxNames,
          through: account.throughName,
        })}
      />
    </Disclosure>
  )
}
