import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { Card } from '@/app/ui/card'
import { Disclosure } from '@/app/ui/disclosure'
import { Section } from '@/app/ui/page-frame'
import type { Actor } from '@/lib/access/actor'
import type { AccountPage } from '@/lib/accounts/queries'
import type { ActionCode } from '@/lib/guidance/codes'
import { openQuestionWords } from '@/lib/words/account-form'
import { accountPage as words } from '@/lib/words/accounts'
import { actionWords } from '@/lib/words/actions'
import { closesSentence, minutesWords } from '@/lib/words/posture'
import { cautionSentences } from '@/lib/words/services'
import { HowToDo } from '../../provided/judged'

/** What to do here: the change that closes most, with its steps; what is still to ask; what nobody here can mend. */
export function Next({ account, actor }: { account: AccountPage; actor: Actor }) {
  const [first] = account.changes
  return (
    <>
      {first && <Doing account={account} change={first} actor={actor} />}
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

function Doing({
  account,
  change,
  actor,
}: {
  account: AccountPage
  change: AccountPage['changes'][number]
  actor: Actor
}) {
  const { name, serviceFacts } = account
  const { title } = actionWords[change.action]
  const own = change.accounts.includes(account.id)
  const about = { name, service: serviceFacts?.name ?? name }
  const cautions = setsUp(change.action) ? (serviceFacts?.cautions ?? []) : []
  return (
    <Card title={title(name)} time={minutesWords(change.minutes)}>
      <p>{closesSentence(change.closes, own ? [name] : change.others, own ? change.others : [])}</p>
      <Disclosure title={words.next.show}>
        <HowToDo actor={actor} action={change.action} about={about} />
        {cautions.length > 0 && (
          <ul className="ml-6 list-disc text-soft">
            {cautions.map((caution) => (
              <li key={caution}>{cautionSentences[caution]}</li>
            ))}
          </ul>
        )}
        <div>
          <ButtonLink href={placeOf(change.action, account)} tone="main">
            {words.next.say}
          </ButtonLink>
        </div>
      </Disclosure>
    </Card>
  )
}

/** What is to know of a service matters where something is set up there. */
const setsUp = (action: ActionCode) => /^(add_key|set_up|turn_on|keep_spare)/.test(action)

/** Where the action is taken, or said to be done. */
function placeOf(action: ActionCode, { id, entry, fallsWith }: AccountPage): string {
  const through = entry.facts.throughAccountId
  if (action === 'add_that_account') return '/accounts/new'
  if (action === 'ask_for_exception') return `/exceptions/ask?scope=${id}`
  if (action === 'open_that_account' && through) return `/accounts/${through}`
  if (action === 'protect_recovery_mailbox' && fallsWith[0]) return `/accounts/${fallsWith[0].id}`
  return `/accounts/${id}/edit`
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
