import { Anchor } from '@/app/ui/anchor'
import { Card } from '@/app/ui/card'
import { Disclosure } from '@/app/ui/disclosure'
import { Section } from '@/app/ui/page-frame'
import { Steps } from '@/app/ui/steps'
import type { AccountPage } from '@/lib/accounts/queries'
import { guidanceVersion } from '@/lib/guidance/version'
import type { Change } from '@/lib/posture/shapes'
import { openQuestionWords } from '@/lib/words/account-form'
import { accountPage as words } from '@/lib/words/accounts'
import { actionWords } from '@/lib/words/actions'
import { guidanceWords } from '@/lib/words/guidance'

/** What to do here: the change that closes most, with its steps; what is still to ask; what nobody here can mend. */
export function Next({ account }: { account: AccountPage }) {
  const [first] = account.changes
  return (
    <>
      {first && <Doing account={account} change={first} />}
      <StillToAsk account={account} />
      {account.cannotMend.length > 0 && (
        <Section title={words.cannot.title}>
          <ul className="ml-6 list-disc">
            {account.cannotMend.map(({ action }) => (
              <li key={action}>{actionWords[action].title(account.name)}</li>
            ))}
          </ul>
          <p className="max-w-measure text-soft">{words.cannot.says}</p>
        </Section>
      )}
    </>
  )
}

function Doing({ account, change }: { account: AccountPage; change: Change }) {
  const { title, steps } = actionWords[change.action]
  const service = account.serviceFacts?.name ?? account.name
  return (
    <Card title={title(account.name)} time={words.minutes(change.minutes)}>
      <p>{words.closes(change.closes)}</p>
      <Disclosure title={words.next.show}>
        <Steps
          steps={steps({ name: account.name, service }).map((text) => ({ text }))}
          source={guidanceWords.source(guidanceVersion)}
        />
      </Disclosure>
    </Card>
  )
}

function StillToAsk({ account: { id, open } }: { account: AccountPage }) {
  if (open.unanswered.length + open.notSure.length === 0) return null
  return (
    <Section title={words.open.title}>
      <div className="max-w-measure">
        {open.unanswered.length > 0 && <p>{words.open.unanswered(open.unanswered.map(openQuestionWords))}</p>}
        {open.notSure.length > 0 && <p>{words.open.notSure(open.notSure.map(openQuestionWords))}</p>}
        <p>
          <Anchor href={`/accounts/${id}/edit`} className="inline-block py-2.5">
            {words.open.answer}
          </Anchor>
        </p>
      </div>
    </Section>
  )
}
